"""Every pair of colours that a reader may meet, reckoned from the style itself."""

import re
from pathlib import Path

import pytest

CSS = Path(__file__).parents[3] / "narrate" / "publish" / "web" / "page.css"
TEXT = CSS.read_text(encoding="utf-8")
LOOKS = ("light", "dark", "contrast", "cream")
STRONG = {"contrast", "dark"}
GROUNDS = ("ground", "beside")


def colours(look: str) -> dict[str, str]:
    """Give the colours of a look by their names."""
    found: dict[str, str] = {}
    for rule in (r":root", rf'\[data-theme="{look}"\]'):
        (body,) = re.findall(rf"(?m)^{rule} \{{([^}}]*)\}}", TEXT)
        for name, value in re.findall(r"--([\w-]+): ([^;]+);", body):
            either = re.fullmatch(r"light-dark\((\S+), (\S+)\)", value)
            chosen = either[2 if look == "dark" else 1] if either else value
            if chosen.startswith("#"):
                found[name] = chosen
    return found


def luminance(colour: str) -> float:
    """Reckon as WCAG 2.2 does."""
    digits = colour[1:] if len(colour) == 7 else "".join(d * 2 for d in colour[1:])
    parts = [int(digits[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    red, green, blue = (
        p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def ratio(one: str, other: str) -> float:
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def test_the_reckoning_is_that_of_the_guidelines() -> None:
    assert ratio("#000", "#ffffff") == pytest.approx(21)
    assert ratio("#777777", "#fff") == pytest.approx(4.478, abs=0.001)


@pytest.mark.parametrize("look", LOOKS)
@pytest.mark.parametrize(
    ("text", "ground"),
    [
        *((text, ground) for text in ("ink", "soft", "link") for ground in GROUNDS),
        ("accent", "ground"),
        ("on-accent", "accent"),
        ("on-sentence", "sentence"),
        ("on-word", "word"),
    ],
)
def test_text_can_be_read_on_all_that_lies_under_it(
    look: str, text: str, ground: str
) -> None:
    found = colours(look)
    least = 7 if look in STRONG else 4.5
    assert ratio(found[text], found[ground]) >= least


@pytest.mark.parametrize("look", LOOKS)
@pytest.mark.parametrize(
    ("line", "ground"),
    [
        *((line, ground) for line in ("line", "accent") for ground in GROUNDS),
        ("word", "sentence"),  # where the word is, among those of its sentence
    ],
)
def test_lines_of_controls_and_the_word_can_be_seen(
    look: str, line: str, ground: str
) -> None:
    found = colours(look)
    assert ratio(found[line], found[ground]) >= 3


@pytest.mark.parametrize("look", LOOKS)
def test_a_look_has_every_colour(look: str) -> None:
    used = set(re.findall(r"var\(--([\w-]+)\)", TEXT)) | {"on-accent"}
    sizes = {"size", "leading", "spacing", "width", "font"}
    assert used - sizes == set(colours(look))


def test_what_is_heard_is_never_marked_by_colour_alone() -> None:
    (on,) = re.findall(r"(?m)^\.s\.on \{([^}]*)\}", TEXT)
    assert "background: var(--sentence)" in on
    assert "text-decoration: underline" in on
    (forced,) = re.findall(r"(?ms)^@media \(forced-colors: active\) \{(.*?)^\}", TEXT)
    assert re.search(r"\.s\.on \{ outline: \dpx solid Highlight", forced)
    assert "::highlight(word) { background-color: Highlight" in forced


def test_nothing_moves_by_itself() -> None:
    assert not re.search(r"animation|transition|scroll-behavior", TEXT)


def test_no_line_s_ground_covers_the_line_above_it() -> None:
    heights = [float(found) for found in re.findall(r"line-height: ([\d.]+)", TEXT)]
    assert heights
    assert min(heights) >= 1.3


def test_every_rule_of_the_style_is_closed() -> None:
    assert TEXT.count("{") == TEXT.count("}")
    assert TEXT.count("/*") == TEXT.count("*/")
