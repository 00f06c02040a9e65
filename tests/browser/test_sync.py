"""What is lit is what is heard, and what is heard is where the clock says."""

from pathlib import Path

import numpy as np
import pytest

from tests.browser.heard import errors_ms
from tests.browser.light import contrast
from tests.browser.stage import Stage, probe
from tests.browser.states import THEMES, dress, play, ready

pytestmark = pytest.mark.browser

LAG_MS = 50
AUDIO_MS = 60
SEEKS = 20
_READABLE = 4.5
_VERY_READABLE = 7


def test_a_sentence_is_lit_when_it_begins(stage: Stage, address: str) -> None:
    page = ready(stage.open(address))
    lags = probe(page, "lag", list(range(1, 25, 2)))
    assert None not in lags
    assert np.percentile(np.abs(lags), 95) <= LAG_MS


def test_a_word_is_lit_while_it_is_heard(stage: Stage, address: str) -> None:
    page = ready(stage.open(address))
    frames = probe(page, "words", 5)
    right = [frame["right"] for frame in frames]
    assert np.mean(right) >= 0.95
    assert len({frame["shown"] for frame in frames}) > 8


def test_what_is_heard_is_where_the_clock_says(
    stage: Stage, site: str, book_file: Path
) -> None:
    sound = book_file.with_name(f"{book_file.parent.name}.mp3")
    # the recorder is a script of our own, which the page's policy would refuse
    page = stage.open(f"{site}/{book_file.parent.name}/index.html", bypass_csp=True)
    errors = np.abs(errors_ms(page, sound, SEEKS))
    assert len(errors) == SEEKS
    assert max(errors) <= AUDIO_MS


def test_what_is_lit_can_be_read_and_is_not_told_by_colour_alone(
    stage: Stage, address: str
) -> None:
    page = ready(stage.open(address))
    play(page)
    for theme in THEMES:
        dress(page, theme)
        lit = probe(page, "contrast")
        least = _VERY_READABLE if theme == "contrast" else _READABLE
        assert contrast(*lit["page"]) >= _VERY_READABLE, theme
        assert contrast(*lit["sentence"]) >= least, theme
        assert contrast(*lit["word"]) >= least, theme
        assert lit["sentence"][1] != lit["word"][1] != lit["page"][1], theme
        assert lit["underlined"], theme


def test_a_seek_while_paused_is_followed(stage: Stage, address: str) -> None:
    page = ready(stage.open(address))
    page.evaluate("document.getElementById('audio').currentTime = 44")
    page.locator("#s7.on").wait_for()
    assert page.locator(".s.on").count() == 1
