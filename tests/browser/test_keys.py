"""Everything works from the keyboard alone: each control, and each key of its own."""

import pytest

from tests.browser.focus import stops
from tests.browser.stage import Late, Page, Stage, until
from tests.browser.states import open_dialog, open_options, play, ready

pytestmark = pytest.mark.browser

AUDIO = "document.getElementById('audio')"
STARTS = """(() => { let at = 0;
  return JSON.parse(document.getElementById("data").textContent).starts
    .map((step) => (at += step) / 1000); })()"""
CHAPTERS = """JSON.parse(document.getElementById("data").textContent)
  .chapters.map((each) => each[1] / 1000)"""


@pytest.fixture
def page(stage: Stage, address: str) -> Page:
    return ready(stage.open(address))


def now(page: Page) -> float:
    return float(page.evaluate(f"{AUDIO}.currentTime"))


def go(page: Page, second: float) -> None:
    page.evaluate(f"{AUDIO}.currentTime = {second}")
    until(page, f"!{AUDIO}.seeking")


def is_paused(page: Page) -> bool:
    return bool(page.evaluate(f"{AUDIO}.paused"))


def presses(page: Page, key: str) -> float:
    """Press a key, and tell where the sound then stands."""
    page.keyboard.press(key)
    until(page, f"!{AUDIO}.seeking")
    return now(page)


def test_k_and_space_play_and_pause(page: Page) -> None:
    play(page)
    page.keyboard.press("k")
    assert is_paused(page)
    page.locator("#player button").first.focus()
    play(page)


def test_arrows_go_by_sentence(page: Page) -> None:
    starts = page.evaluate(STARTS)
    go(page, starts[6] + 0.2)
    assert presses(page, "ArrowRight") == pytest.approx(starts[7], abs=0.05)
    assert presses(page, "ArrowRight") == pytest.approx(starts[8], abs=0.05)
    assert presses(page, "ArrowLeft") == pytest.approx(starts[7], abs=0.05)
    page.locator("#s8.on").wait_for()


def test_j_and_l_go_by_ten_seconds(page: Page) -> None:
    go(page, 50)
    assert presses(page, "l") == pytest.approx(60, abs=0.05)
    assert presses(page, "j") == pytest.approx(50, abs=0.05)
    go(page, 4)
    assert presses(page, "j") == 0


def test_p_and_n_go_by_chapter_and_say_so_politely(page: Page) -> None:
    chapters = page.evaluate(CHAPTERS)
    go(page, chapters[1] + 1)
    assert presses(page, "n") == pytest.approx(chapters[2], abs=0.6)
    assert presses(page, "p") == pytest.approx(chapters[1], abs=0.6)
    said = page.locator("[role=status]")
    until(page, "document.querySelector('[role=status]').textContent")
    assert said.count() == 1
    assert "Photo" in said.inner_text()


def test_angles_change_the_speed_by_a_tenth(page: Page) -> None:
    speed = f"{AUDIO}.playbackRate"
    page.keyboard.press(">")
    page.keyboard.press(">")
    assert page.evaluate(speed) == pytest.approx(1.2)
    page.keyboard.press("<")
    assert page.evaluate(speed) == pytest.approx(1.1)
    for _ in range(40):
        page.keyboard.press(">")
    assert page.evaluate(speed) == pytest.approx(4)
    for _ in range(60):
        page.keyboard.press("<")
    assert page.evaluate(speed) == pytest.approx(0.5)
    assert page.evaluate(f"{AUDIO}.preservesPitch") is True


def test_i_says_where_we_are(page: Page) -> None:
    go(page, 44)
    page.keyboard.press("i")
    until(page, "document.querySelector('[role=status]').textContent")
    assert "44 seconds" in page.locator("[role=status]").inner_text()


def test_the_list_of_keys_opens_closes_and_gives_the_focus_back(page: Page) -> None:
    page.locator("#player button").first.focus()
    before = page.evaluate("document.activeElement.outerHTML")
    open_dialog(page)
    assert page.evaluate("document.querySelector('dialog').matches(':modal')")
    assert page.evaluate("document.activeElement.closest('dialog') !== null")
    page.keyboard.press("Escape")
    assert page.locator("dialog[open]").count() == 0
    assert page.evaluate("document.activeElement.outerHTML") == before


def test_the_playing_page_says_nothing_by_itself(page: Page) -> None:
    page.evaluate(
        """() => {
          window.told = [];
          const live = document.querySelectorAll("[aria-live], [role=status],"
            + " [role=alert], [role=log], output");
          const watch = new MutationObserver((all) => window.told.push(
            ...all.map((one) => one.target.textContent)));
          for (const one of live) {
            watch.observe(one, { childList: true, characterData: true, subtree: true });
          }
        }"""
    )
    play(page)
    page.wait_for_timeout(2500)
    assert [told for told in page.evaluate("window.told") if told.strip()] == []


def test_no_key_is_taken_from_a_field_or_from_the_browser(page: Page) -> None:
    open_options(page)
    for field in page.locator("#player select, #player input").all():
        if not field.is_visible():
            continue
        field.focus()
        for key in ("k", "n", "i", "f"):
            page.keyboard.press(key)
        assert is_paused(page)
        assert page.locator("dialog[open]").count() == 0
    page.evaluate("document.activeElement.blur()")
    for key in ("Control+k", "Alt+n", "Meta+p"):
        page.keyboard.press(key)
    assert is_paused(page)


def test_space_scrolls_the_page_where_it_always_did(page: Page) -> None:
    page.set_viewport_size({"width": 640, "height": 600})
    page.locator("h1").click()  # a sentence: it plays from there
    if not is_paused(page):
        page.keyboard.press("k")
    page.evaluate("document.activeElement.blur(); window.scrollTo(0, 0)")
    page.keyboard.press("Space")
    until(page, "scrollY > 100")


def test_every_control_answers_to_enter_or_space(page: Page) -> None:
    """Each button of the bar does something that a listener can notice."""
    page.evaluate(f"{AUDIO}.currentTime = 60")
    buttons = page.locator("#player button:visible, #player summary:visible")
    dead = []
    for number in range(buttons.count()):
        button = buttons.nth(number)
        if button.is_disabled():
            continue
        for key in ("Enter", "Space"):
            before = _state(page)
            button.focus()
            page.keyboard.press(key)
            try:
                until(page, f"before => {_STATE} !== before", before)
            except Late:
                dead.append((button.inner_text(), key))
            page.keyboard.press("Escape")
    assert dead == []


_STATE = f"""JSON.stringify([{AUDIO}.paused, {AUDIO}.currentTime,
  {AUDIO}.playbackRate, !!document.querySelector("dialog[open]"),
  document.querySelectorAll("details[open]").length,
  document.getElementById("player").innerText])"""


def _state(page: Page) -> str:
    return str(page.evaluate(_STATE))


def test_the_focus_goes_through_every_control_once(page: Page) -> None:
    open_options(page)
    wanted = page.locator(
        "#player :is(a[href], button, select, input, summary):visible:enabled"
    )
    page.locator("#position").focus()  # the first; what is open closes when it is left
    found = ["input", *(stop.name.partition(" ")[0] for stop in stops(page))]
    kinds = wanted.evaluate_all("all => all.map((one) => one.tagName.toLowerCase())")
    for kind in set(kinds) - {"input"}:  # of radio buttons the focus stops at one
        assert found.count(kind) >= kinds.count(kind), kind
    assert found.count("audio") <= 1


def test_a_click_on_a_sentence_plays_from_there(page: Page) -> None:
    starts = page.evaluate(STARTS)
    page.locator("#s9").click()
    until(page, f"!{AUDIO}.paused")
    assert now(page) == pytest.approx(starts[8], abs=0.6)


def test_enter_on_the_sentence_that_tab_reaches_plays_from_there(page: Page) -> None:
    starts = page.evaluate(STARTS)
    go(page, starts[9] + 1)
    page.locator(".s[tabindex='0']").focus()
    page.keyboard.press("ArrowLeft")  # the tenth has only begun: to the one before
    page.locator("#s9:focus").wait_for()
    page.keyboard.press("Enter")
    until(page, f"!{AUDIO}.paused")
    assert now(page) == pytest.approx(starts[8], abs=0.6)


def test_captions_are_skipped_if_the_listener_wants(page: Page) -> None:
    (first, last), *_ = page.evaluate(
        'JSON.parse(document.getElementById("data").textContent).asides'
    )
    starts = page.evaluate(STARTS)
    open_options(page)
    page.locator("#captions").check()
    go(page, starts[first] - 0.7)
    page.evaluate(f"{AUDIO}.play()")
    page.locator(f"#s{last + 2}.on").wait_for()  # ids are counted from 1
    assert now(page) == pytest.approx(starts[last + 1], abs=1)
    page.evaluate(f"{AUDIO}.pause()")
    page.locator("#play").focus()
    assert presses(page, "ArrowLeft") < starts[first]


def test_single_keys_can_be_turned_off(page: Page) -> None:
    open_options(page)
    page.locator("#shortcuts").uncheck()
    page.locator("#play").focus()
    for key in ("k", "n", "l", "?", "ArrowRight"):
        page.keyboard.press(key)
    assert is_paused(page)
    assert now(page) == 0
    assert page.locator("dialog[open]").count() == 0
    page.keyboard.press("Enter")  # a button is a button
    until(page, f"!{AUDIO}.paused")


def test_a_deep_link_begins_at_its_second(stage: Stage, address: str) -> None:
    page = ready(stage.open(f"{address}#t=61.5"))
    until(page, f"{AUDIO}.currentTime > 60")
    assert now(page) == pytest.approx(61.5, abs=0.05)


def test_a_wheel_stops_the_following_until_it_is_resumed(page: Page) -> None:
    page.set_viewport_size({"width": 640, "height": 600})
    go(page, 150)
    play(page)
    page.mouse.move(300, 200)
    page.mouse.wheel(0, -20_000)
    until(page, "scrollY === 0")
    go(page, 185)
    page.locator("#s24.on").wait_for()
    page.wait_for_timeout(400)
    assert page.evaluate("scrollY") == 0
    page.get_by_role("button", name="Resume following").click()
    until(page, "scrollY > 200")


def test_position_and_settings_are_remembered(stage: Stage, address: str) -> None:
    page = ready(stage.open(address))
    go(page, 77)
    page.keyboard.press(">")
    page.reload()
    ready(page)
    until(page, f"{AUDIO}.currentTime > 0")
    assert now(page) == pytest.approx(77, abs=1)
    assert page.evaluate(f"{AUDIO}.playbackRate") == pytest.approx(1.1)
