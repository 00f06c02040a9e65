"""Nothing hides what has the focus (WCAG 2.4.11), and a line shows it (2.4.7)."""

import pytest

from tests.browser.focus import stops
from tests.browser.stage import FLAT, PHONE, SIZES, Stage, until
from tests.browser.states import idle, open_options, play, ready

pytestmark = pytest.mark.browser

BAR = "document.getElementById('player')"


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("state", [idle, open_options, play])
def test_no_stop_is_hidden_on_the_way_there_or_back(
    stage: Stage, address: str, size: str, state: object
) -> None:
    assert callable(state)
    page = ready(stage.open(address, SIZES[size]))
    state(page)
    for key in ("Tab", "Shift+Tab"):
        found = stops(page, key)
        assert len(found) >= 10
        assert [stop.name for stop in found if stop.is_hidden] == [], key
        assert [stop.name for stop in found if not stop.outlined] == [], key


def test_the_bar_leaves_a_phone_two_thirds_of_its_screen(
    stage: Stage, address: str
) -> None:
    page = ready(stage.open(address, PHONE))
    play(page)
    share = page.evaluate(f"{BAR}.getBoundingClientRect().height / innerHeight")
    assert 0.05 < share <= 0.35


def test_on_a_flat_screen_the_bar_moves_away_with_the_page(
    stage: Stage, address: str
) -> None:
    page = ready(stage.open(address, FLAT))
    place = f"getComputedStyle({BAR}).position"
    assert page.evaluate(place) in {"static", "relative"}
    page.set_viewport_size({"width": 640, "height": 640})
    until(page, f"['sticky', 'fixed'].includes({place})")


@pytest.mark.parametrize("size", ["desktop", "phone"])
def test_the_page_stands_still_while_its_controls_are_used(
    stage: Stage, address: str, size: str
) -> None:
    page = ready(stage.open(address, SIZES[size]))
    page.mouse.wheel(0, 400)
    until(page, "scrollY > 300")
    page.wait_for_timeout(300)  # a wheel scrolls on for a while
    before = page.evaluate("scrollY")
    controls = page.locator("#player :is(button, summary, input[type=range]):visible")
    for number in range(controls.count()):
        controls.nth(number).focus()
        page.wait_for_timeout(50)
        assert page.evaluate("scrollY") == before, controls.nth(number).inner_text()
    page.locator("#options > summary").click()
    page.locator("#where").click()
    assert page.evaluate("scrollY") == before
