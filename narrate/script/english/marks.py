"""Marks that have English names: slashes, dashes, signs, letters of other scripts."""

import re
import unicodedata

from narrate.script.base import Rule
from narrate.script.english.links import say_figures
from narrate.script.english.numbers import cardinal

_SIDES = {
    "R": "right",
    "L": "left",
    "C": "center",
    "right": "right",
    "left": "left",
    "center": "center",
    "centre": "center",
    "top": "top",
    "bottom": "bottom",
}
_SIGNS = {
    "&": "and",
    "@": "at",
    "+": "plus",
    "=": "equals",
    "%": "percent",
    "§": "section",
    "°": "degrees",
    "×": "times",
    "÷": "divided by",
    "±": "plus or minus",
    "≈": "about",
    "≤": "at most",
    "≥": "at least",
    "→": "to",
    "$": "dollars",
    "€": "euros",
    "£": "pounds",
    "©": "copyright",
    "<": "less than",
    ">": "greater than",
    "#": "number",
}
_SCRIPTS = {"CJK": "Chinese", "HIRAGANA": "Japanese", "KATAKANA": "Japanese"}
_SCRIPTS |= {"HANGUL": "Korean", "CYRILLIC": "Cyrillic", "ARABIC": "Arabic"}
_NAMED_LETTERS = {"GREEK"}
# Letters outside Latin; Latin with any accent is read by the voice itself.
_FOREIGN = (
    "\u0370-\u03ff\u0400-\u052f\u0530-\u058f\u0590-\u05ff\u0600-\u077f"
    "\u0780-\u1cff\u1f00-\u1fff\u2c00-\u2dff\u2e80-\u2fff\u3005-\u3007\u3040-\ua4cf"
    "\ua500-\ua71f\ua800-\ud7ff\uf900-\ufaff\ufb1d-\ufdff\ufe70-\ufefe"
    "\U00010000-\U0001d3ff\U00020000-\U0003ffff"
)


def _foreign(found: re.Match[str]) -> str:
    """Say what stands there instead of guessing at letters the voice can't read."""
    first = unicodedata.name(found[0][0], "unknown").split()
    if first[0] in _NAMED_LETTERS and "LETTER" in first and len(found[0]) == 1:
        return f" {first[-1].lower()} "
    script = _SCRIPTS.get(first[0], first[0].partition("-")[0].capitalize())
    return f" {script} text "


def _symbol(found: re.Match[str]) -> str:
    name = unicodedata.name(found[0], "").lower().replace("-", " ")
    return f" {say_figures(name)} "


CAPTION_RULES = (
    Rule(
        name="caption mark",
        starts=r"\(",
        pattern=rf"\((?P<side>{'|'.join(_SIDES)})\)",
        say=lambda found: f", {_SIDES[found['side']]},",
        examples=(
            ("Joe Biden (R) and Ann (L) met", "Joe Biden , right, and Ann , left, met"),
        ),
    ),
)
"""Only under a picture: elsewhere "(R)" is a party."""

PROSE_RULES = (
    Rule(
        name="party",
        starts=r"\(",
        pattern=r"\((?P<party>[RD])\)",
        say=lambda found: f", {'Republican' if found['party'] == 'R' else 'Democrat'},",
        examples=(("Sen. Lee (R) said", "Sen. Lee , Republican, said"),),
    ),
)
"""Only where no picture is described."""

RULES = (
    Rule(
        name="mark of Windows-1252",
        pattern=("[\x80-\x9f]"),
        say=lambda found: {
            **dict.fromkeys("\x96\x97", ", "),
            **dict.fromkeys("\x91\x92", "’"),
            "\x85": "…",
        }.get(found[0], " "),
        examples=(("hum\x97and", "hum, and"), ("he\x92s", "he’s")),
    ),
    Rule(
        name="list number",
        starts=r"\d+",
        pattern=r"^(?P<n>\d{1,3})[.)](?=\s)",
        say=lambda found: f"{cardinal(int(found['n']))}.",
        examples=(("1) First", "one. First"),),
    ),
    Rule(
        name="and or",
        starts="a",
        pattern=r"\band/or\b",
        say=lambda _: "and or",
        examples=(("guns and/or shells", "guns and or shells"),),
    ),
    Rule(
        name="slash",
        pattern=r"/",
        say=lambda _: ", ",
        examples=(("Saul Loeb/AFP", "Saul Loeb, AFP"),),
    ),
    Rule(
        name="dash",
        pattern=r"—|―|--+|(?<=\s)[–-](?=\s)",
        say=lambda _: ", ",
        examples=(("the war — now", "the war ,  now"),),
    ),
    Rule(
        name="minus",
        pattern=r"(?<=\s)−(?=\s)",
        say=lambda _: "minus",
        examples=(("a − b", "a minus b"),),
    ),
    Rule(
        name="sign",
        pattern=rf"(?P<sign>[{re.escape(''.join(_SIGNS))}])",
        say=lambda found: f" {_SIGNS[found['sign']]} ",
        examples=(("Smith & Sons", "Smith  and  Sons"),),
    ),
    Rule(
        name="foreign script",
        pattern=rf"[{_FOREIGN}]+(?:\s+[{_FOREIGN}]+)*",
        say=_foreign,
        examples=(
            ("Kyiv (Київ)", "Kyiv ( Cyrillic text )"),
            ("the α particle", "the  alpha  particle"),
        ),
    ),
    Rule(
        name="symbol",
        pattern=("(?![\u21a9\u21b5])[\u2190-\u2bff\U0001f000-\U0001faff]"),
        say=_symbol,
        examples=(("good \U0001f600", "good  grinning face "),),
    ),
)
