"""What looks for faults finds them: each probe on a page that has one."""

import re
from pathlib import Path

import pytest

from tests.browser.axe import findings, rules_met
from tests.browser.focus import stops
from tests.browser.light import contrast
from tests.browser.stage import PHONE, Stage, probe, until

pytestmark = pytest.mark.browser

BLANK = "about:blank"
GOOD = """<!doctype html><html lang="en"><title>Good</title><main><h1>Good</h1>
<p><a href="#a">One</a></p><p><button>Two</button></p></main>"""


TINY = '<button style="all:unset;width:9px;height:9px">I</button>'


@pytest.mark.parametrize(
    ("rule", "instead"),
    [
        ("button-name", "<button></button>"),
        ("color-contrast", '<b style="color:#999;background:#fff">Pale</b>'),
        ("target-size", TINY * 2),
        ("heading-order", "<h4>Too deep</h4>"),
    ],
)
def test_axe_catches_what_is_wrong(stage: Stage, rule: str, instead: str) -> None:
    page = stage.open(BLANK)
    page.set_content(GOOD)
    assert findings(page) == []
    page.set_content(GOOD.replace("<button>Two</button>", instead))
    assert {each.split(" ")[0] for each in findings(page)} == {rule}


def test_axe_judges_by_the_rules_of_this_decade(stage: Stage) -> None:
    page = stage.open(BLANK)
    page.set_content(GOOD)
    assert "target-size" in rules_met(page)


def test_a_stop_behind_a_bar_is_found_and_one_that_peeps_out_is_not(
    stage: Stage,
) -> None:
    page = stage.open(BLANK, PHONE)
    bar = (
        '<p style="position:fixed;inset:auto 0 0;margin:0;height:{}px;background:#fff">'
    )
    low = '<a href="#a" style="position:fixed;bottom:5px;left:5px;height:30px">One</a>'
    for height, seen in ((60, 0.0), (20, 0.5), (0, 1.0)):
        page.set_content(GOOD.replace('<a href="#a">One</a>', low) + bar.format(height))
        one, two = stops(page)
        assert one.seen == pytest.approx(seen, abs=0.1)
        assert one.is_hidden == (height == 60)
        assert two.seen == 1


def test_a_stop_without_an_outline_is_told(stage: Stage) -> None:
    page = stage.open(BLANK)
    page.set_content(GOOD.replace("<button>", '<button style="outline:0">'))
    one, two = stops(page)
    assert (one.outlined, two.outlined) == (False, False)
    page.set_content(f"{GOOD}<style>:focus-visible {{ outline: 3px solid }}</style>")
    assert all(stop.outlined for stop in stops(page))


def test_backwards_is_as_long_as_forwards(stage: Stage) -> None:
    page = stage.open(BLANK)
    page.set_content(GOOD)
    there = [stop.name for stop in stops(page)]
    assert [stop.name for stop in stops(page, "Shift+Tab")] == there[::-1]


ELLIPSIS = "width:3em;white-space:nowrap;overflow:hidden;text-overflow:ellipsis"


@pytest.mark.parametrize(
    ("words", "style", "tag"),
    [
        ("the page: ", "width:500px", "p"),
        ("cut off: ", "height:.5em;overflow:hidden", "p"),
        ("cut off: ", ELLIPSIS, "p"),
        ("out of the window: ", "position:relative;left:-20px", "p"),
        ("out of its button: ", "width:3em;white-space:nowrap", "button"),
    ],
)
def test_what_cannot_be_read_is_found(
    stage: Stage, words: str, style: str, tag: str
) -> None:
    page = stage.open(BLANK, PHONE)
    page.set_content(GOOD)
    assert probe(page, "clipped") == []
    page.set_content(f'{GOOD}<{tag} style="{style}">A long line of text</{tag}>')
    assert probe(page, "clipped")[0].startswith(words)


def test_contrast_is_counted_as_wcag_does() -> None:
    assert contrast((0, 0, 0), (255, 255, 255)) == pytest.approx(21)
    assert contrast((119, 119, 119), (255, 255, 255)) == pytest.approx(4.48, abs=0.01)
    assert contrast((26, 26, 26), (26, 26, 26)) == 1


def test_a_page_that_lights_late_is_caught(stage: Stage, page_file: Path) -> None:
    bare = _without_player(page_file)
    page = stage.open(bare)
    until(page, "document.getElementById('audio').readyState > 0")
    probe(page, "follower", 0)
    prompt = probe(page, "lag", [4, 8, 12])
    frames = probe(page, "words", 3)
    page = stage.open(bare)
    until(page, "document.getElementById('audio').readyState > 0")
    probe(page, "follower", 120)
    late = probe(page, "lag", [4, 8, 12])
    assert all(110 < lag - min(prompt) < 190 for lag in late)
    assert sum(frame["right"] for frame in frames) > 0.9 * len(frames)
    frames = probe(page, "words", 3)
    assert sum(frame["right"] for frame in frames) < 0.9 * len(frames)


def _without_player(page_file: Path) -> str:
    """Give the page as its player's stand-in needs it: two would light it at once."""
    script = re.compile(r'<script type="module">.*?</script>', re.DOTALL)
    bare, taken = script.subn("", page_file.read_text(encoding="utf-8"))
    assert taken == 1
    path = page_file.with_name("bare.html")
    path.write_text(bare, encoding="utf-8")
    return path.as_uri()
