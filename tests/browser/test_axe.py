"""No fault that a machine can find: WCAG 2.2 AA and best practice, in every look."""

import pytest

from tests.browser.axe import findings
from tests.browser.stage import PHONE, Stage
from tests.browser.states import STATES, THEMES, dress, ready

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("state", STATES)
def test_axe_finds_nothing_in_any_theme(stage: Stage, address: str, state: str) -> None:
    page = ready(stage.open(address))
    STATES[state](page)
    for theme in THEMES:
        dress(page, theme)
        assert findings(page) == [], theme


@pytest.mark.parametrize("state", STATES)
def test_axe_finds_nothing_on_a_phone_nor_in_forced_colours(
    stage: Stage, address: str, state: str
) -> None:
    page = ready(stage.open(address, PHONE, forced_colors="active"))
    STATES[state](page)
    assert findings(page) == []
    page.emulate_media(forced_colors="none")
    assert findings(page) == []


def test_axe_finds_nothing_in_the_transcript(stage: Stage, address: str) -> None:
    folder = address.rpartition("/")[0]
    page = stage.open(f"{folder}/{folder.rpartition('/')[2]}.transcript.html")
    assert findings(page) == []
