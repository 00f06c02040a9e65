"""Marks as German says them: signs, dashes, gender marks, foreign scripts."""

import re
import unicodedata

from narrate.script.base import DIGITS, Rule
from narrate.script.german.numbers import cardinal

_SIGNS = {
    "&": "und",
    "@": "at",
    "+": "plus",
    "=": "gleich",
    "%": "Prozent",
    "‰": "Promille",
    "§": "Paragraf",
    "°": "Grad",
    "×": "mal",
    "÷": "geteilt durch",
    "±": "plus minus",
    "≈": "etwa",
    "≤": "höchstens",
    "≥": "mindestens",
    "→": "zu",
    "$": "Dollar",
    "€": "Euro",
    "£": "Pfund",
    "©": "Copyright",
    "<": "kleiner als",
    ">": "größer als",
    "#": "Raute",
    "†": "gestorben",
    "Ø": "Durchschnitt",
}
_SCRIPTS = {
    "CJK": "chinesische",
    "HIRAGANA": "japanische",
    "KATAKANA": "japanische",
    "HANGUL": "koreanische",
    "CYRILLIC": "kyrillische",
    "ARABIC": "arabische",
    "HEBREW": "hebräische",
    "GREEK": "griechische",
    "THAI": "thailändische",
    "DEVANAGARI": "indische",
}
_FOREIGN = (
    "\u0370-\u03ff\u0400-\u052f\u0530-\u058f\u0590-\u05ff\u0600-\u077f"
    "\u0780-\u1cff\u1f00-\u1fff\u2c00-\u2dff\u2e80-\u2fff\u3005-\u3007\u3040-\ua4cf"
    "\ua500-\ua71f\ua800-\ud7ff\uf900-\ufaff\ufb1d-\ufdff\ufe70-\ufefe"
    "\U00010000-\U0001d3ff\U00020000-\U0003ffff"
)
_GREEK = {"alpha": "Alpha", "lamda": "Lambda", "mu": "My", "nu": "Ny", "xi": "Xi"}


def _foreign(found: re.Match[str]) -> str:
    """Say what stands there instead of guessing at letters the voice can't read."""
    first = unicodedata.name(found[0][0], "unknown").split()
    if first[0] == "GREEK" and "LETTER" in first and len(found[0]) == 1:
        name = first[first.index("LETTER") + 1].lower()
        return f" {_GREEK.get(name, name.capitalize())} "
    script = _SCRIPTS.get(first[0].partition("-")[0], "fremde")
    return f" {script} Schrift "


_SIDES = {"l": "links", "r": "rechts", "M": "Mitte", "li": "links", "re": "rechts"}

BEFORE_PLAIN = (
    Rule(
        name="caption mark",
        starts=r"\(",
        pattern=rf"\((?P<side>{'|'.join(_SIDES)})\.\)",
        say=lambda found: f", {_SIDES[found['side']]},",
        examples=(("Huber (l.) und", "Huber , links, und"),),
    ),
    Rule(
        name="gender mark",
        starts=r"[:*_/·]-?",
        pattern=r"(?<=[a-zäöüß])(?:[:*_·]|/-?)(?=in(?:nen)?(?![a-zäöü]))",
        say=lambda _: " ",
        examples=(("Bürger*innen", "Bürger innen"), ("Lehrer:in", "Lehrer in")),
    ),
    Rule(
        name="sign",
        starts="[<>]",
        pattern=r"[<>](?=\s?\d)",
        say=lambda found: f" {_SIGNS[found[0]]} ",
        examples=(("p < 5", "p  kleiner als  5"),),
    ),
    Rule(
        name="gender mark",
        starts="I",
        pattern=r"(?<=[a-zäöüß]{2})I(?=nnen\b)",
        say=lambda _: " i",
        examples=(("BürgerInnen", "Bürger innen"),),
    ),
)
"""Before marks that have no sound take them away."""

RULES = (
    Rule(
        name="mark of Windows-1252",
        pattern=("[\x80-\x9f]"),
        say=lambda found: {
            **dict.fromkeys("\x96\x97", ", "),
            **dict.fromkeys("\x91\x92", "’"),
            "\x85": "…",
        }.get(found[0], " "),
        examples=(("Mut\x97und", "Mut, und"),),
    ),
    Rule(
        name="list number",
        starts=DIGITS,
        pattern=r"^(?P<n>\d{1,3})[.)](?=\s)",
        say=lambda found: f"{cardinal(int(found['n']))}.",
        examples=(("1) Zuerst", "eins. Zuerst"),),
    ),
    Rule(
        name="slash",
        starts="/",
        pattern=r"(?<=und)/(?=oder)",
        say=lambda _: " ",
        examples=(("und/oder", "und oder"),),
    ),
    Rule(
        name="slash",
        pattern=r"/",
        say=lambda _: ", ",
        examples=(("Huber/dpa", "Huber, dpa"),),
    ),
    Rule(
        name="dash",
        pattern=r"—|―|--+|(?<=\s)[–-](?=\s)",
        say=lambda _: ", ",
        examples=(("das Paar – beide", "das Paar ,  beide"),),
    ),
    Rule(
        name="dash",
        pattern=r"\+{2,}",
        say=lambda _: ", ",
        examples=(("+++ Eil +++", ",  Eil , "),),
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
        examples=(("Huber & Partner", "Huber  und  Partner"),),
    ),
    Rule(
        name="foreign script",
        pattern=rf"[{_FOREIGN}]+(?:\s+[{_FOREIGN}]+)*",
        say=_foreign,
        examples=(
            ("Kiew (Київ)", "Kiew ( kyrillische Schrift )"),
            ("das α-Teilchen", "das  Alpha -Teilchen"),
        ),
    ),
)
