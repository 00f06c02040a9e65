"""The page bends to what its reader needs: narrow, spaced, printed, few colours."""

import pytest

from tests.browser.stage import FLAT, PHONE, Stage, probe, put_style, until
from tests.browser.states import STATES, ready

pytestmark = pytest.mark.browser

# WCAG 1.4.12, each number of it
SPACED = (
    "* { line-height: 1.5 !important; letter-spacing: .12em !important;"
    " word-spacing: .16em !important; } p { margin-bottom: 2em !important; }"
)


@pytest.mark.parametrize("state", STATES)
def test_nothing_is_cut_off_nor_wider_than_a_phone(
    stage: Stage, address: str, state: str
) -> None:
    page = ready(stage.open(address, PHONE))
    STATES[state](page)
    assert probe(page, "clipped") == []
    page.set_viewport_size({"width": 320, "height": 256})  # 1280 x 1024 at 400 %
    assert probe(page, "clipped") == []


@pytest.mark.parametrize("size", [PHONE, FLAT])
@pytest.mark.parametrize("state", STATES)
def test_nothing_is_cut_off_when_letters_and_lines_are_spaced(
    stage: Stage, address: str, state: str, size: tuple[int, int]
) -> None:
    page = ready(stage.open(address, size))
    STATES[state](page)
    put_style(page, SPACED)
    assert probe(page, "clipped") == []


def test_text_at_twice_its_size_still_fits(stage: Stage, address: str) -> None:
    page = ready(stage.open(address, PHONE))
    put_style(page, "html { font-size: 200% !important; }")
    assert probe(page, "clipped") == []


def test_in_forced_colours_the_sentence_has_an_outline(
    stage: Stage, address: str
) -> None:
    page = ready(stage.open(address, forced_colors="active"))
    STATES["playing"](page)
    line = page.locator(".s.on").evaluate(
        "e => [getComputedStyle(e).outlineStyle, getComputedStyle(e).outlineWidth]"
    )
    assert line[0] != "none"
    assert float(line[1].removesuffix("px")) >= 1


def test_in_forced_colours_each_sign_has_the_colour_of_its_words(
    stage: Stage, address: str
) -> None:
    page = ready(stage.open(address, forced_colors="active"))
    signs = page.locator("#player svg")
    assert signs.count() > 3
    wrong = signs.evaluate_all(
        """all => all.filter((sign) => {
          const parts = [sign, ...sign.querySelectorAll("*")].map(getComputedStyle);
          const ink = getComputedStyle(sign.parentElement).color;
          return !parts.some((part) => part.fill === ink || part.stroke === ink);
        }).map((sign) => sign.parentElement.outerHTML.slice(0, 80))"""
    )
    assert wrong == []


def test_nothing_moves_for_those_whom_it_makes_ill(stage: Stage, address: str) -> None:
    page = ready(stage.open(address, reduced_motion="reduce"))
    STATES["options open"](page)
    moving = page.evaluate(
        """() => [...document.querySelectorAll("*")].filter((one) => {
          const style = getComputedStyle(one);
          const times = [style.transitionDuration, style.animationDuration];
          return style.scrollBehavior === "smooth"
            || times.join().split(",").some((time) => parseFloat(time) > 0.01);
        }).map((one) => one.outerHTML.slice(0, 80))"""
    )
    assert moving == []
    page.evaluate(
        """() => {
          window.ways = [];
          for (const name of ["scrollIntoView", "scrollTo", "scrollBy"]) {
            for (const owner of [Element.prototype, window]) {
              const own = owner[name];
              if (own) owner[name] = function (...given) {
                window.ways.push(given[0]?.behavior ?? "auto");
                return own.apply(this, given);
              };
            }
          }
        }"""
    )
    STATES["playing"](page)
    page.evaluate(
        "document.getElementById('audio').currentTime ="
        " JSON.parse(document.getElementById('data').textContent).length / 1000 - 3"
    )
    page.locator(".s.on").last.wait_for()
    until(page, "scrollY > 100")
    assert "smooth" not in page.evaluate("window.ways")


def test_on_paper_there_is_the_article_and_no_player(
    stage: Stage, address: str
) -> None:
    page = ready(stage.open(address))
    page.emulate_media(media="print")
    assert not page.locator("#player").is_visible()
    assert not page.locator("#audio").is_visible()
    assert page.locator(".s").last.is_visible()
