"""Abbreviations with a full stop, and the signs of the law."""

import re

from narrate.script.base import Rule
from narrate.script.german.endings import adjective_ending, word_before
from narrate.script.german.numbers import number
from narrate.script.german.stops import SAID

_INFLECTED = {
    "sog.": "sogenannt",
    "stellv.": "stellvertretend",
    "stv.": "stellvertretend",
    "ehem.": "ehemalig",
}
_BEFORE_FIGURES = {"S.": "Seite", "s.": "siehe", "Jg.": "Jahrgang", "H.": "Heft"}


def _spaced(word: str) -> str:
    return re.escape(word).replace(r"\ ", r"\s?")


_BY_LETTERS = {word.replace(" ", ""): said for word, said in SAID.items()}
_WORD = "|".join(_spaced(word) for word in sorted(SAID, key=len, reverse=True))
_FIRST_WORDS = {
    "Z. B.",
    "Max.",
    "Mind.",
    "Inkl.",
    "Rd.",
    "D. h.",
    "U. a.",
    "I. d. R.",
    "V. a.",
    "Ca.",
    "Evtl.",
    "Ggf.",
    "Lt.",
}
_FIRST = "|".join(_spaced(word) for word in sorted(_FIRST_WORDS))
_NUMBERED = frozenset({"Art.", "Kap.", "Abs.", "Tab.", "Pos.", "Ausg.", "Max."})
_FIGURE = re.compile(r"\s?[\dIVX]")
_MAIDEN = re.compile(r"\s[A-ZÄÖÜ]")


def _said(found: re.Match[str]) -> str | None:
    key = "".join(found[0].split())
    if key in _NUMBERED and not _FIGURE.match(found.string, found.end()):
        return None
    if key == "geb." and _MAIDEN.match(found.string, found.end()):
        return "geborene"
    return _BY_LETTERS.get(key) or _BY_LETTERS[key[0].lower() + key[1:]]


def _inflected(found: re.Match[str]) -> str:
    noun = found["noun"] or ""
    ending = adjective_ending(word_before(found.string, found.start()), noun)
    return _INFLECTED[f"{found['word']}."] + ending


def _law(found: re.Match[str]) -> str:
    word = "Paragrafen" if len(found["sign"]) > 1 else "Paragraf"
    letter = f" {found['letter']}" if found["letter"] else ""
    return f"{word} {number(found['n'])}{letter}"


def _gap(found: re.Match[str]) -> str:
    """Say the word before a figure, even where no space stands between."""
    glued = found.string[found.end() : found.end() + 1].isdigit()
    return _BEFORE_FIGURES[f"{found['word']}."] + (" " if glued else "")


_DOTTED = r"(?<!\w)[A-Za-zÄÖÜäöü]\w{0,11}\."

RULES = (
    Rule(
        name="abbreviation",
        starts=_DOTTED,
        pattern=rf"(?<![\w.])(?:{_WORD}|{_FIRST})(?!\w)",
        say=_said,
        examples=(
            ("Tiere, z. B. Igel", "Tiere, zum Beispiel Igel"),
            ("z.B. hier", "zum Beispiel hier"),
            ("Dr. Müller usw.", "Doktor Müller und so weiter"),
            ("Huber, geb. Meier", "Huber, geborene Meier"),
            ("(geb. 1950)", "(geboren 1950)"),
            ("von dieser Art. Sie", "von dieser Art. Sie"),
        ),
    ),
    Rule(
        name="abbreviation",
        starts=_DOTTED,
        pattern=r"(?<![\w.])(?P<word>sog|stellv|stv|ehem)\.(?=(?:\s(?P<noun>\w+))?)",
        say=_inflected,
        examples=(("der sog. Zeuge", "der sogenannte Zeuge"),),
    ),
    Rule(
        name="abbreviation",
        starts="Fr",
        pattern=r"(?<![\w.])Fr\.(?=\s(?:Dr|Prof)\.|\s[A-ZÄÖÜ][a-zäöüß]{2})",
        say=lambda _: "Frau",
        examples=(("Fr. Dr. Weber", "Frau Dr. Weber"),),
    ),
    Rule(
        name="abbreviation",
        starts=r"[SsJH]g?\.",
        pattern=r"(?<![\w.])(?P<word>S|s|Jg|H)\.(?=\s?(?:\d|S\. \d))",
        say=_gap,
        examples=(("auf S. 12 steht", "auf Seite 12 steht"), ("S.12", "Seite 12")),
    ),
    Rule(
        name="abbreviation",
        starts=r"\s?ff?\.",
        pattern=r"(?<=\d)\s?(?P<word>ff?)\.(?!\w)",
        say=lambda _: " folgende",
        examples=(("S. 12 ff. und", "S. 12 folgende und"),),
    ),
    Rule(
        name="street",
        starts=r"[sS]tr\.",
        pattern=r"(?<=[a-zäöüß-])[sS]tr\.(?!\w)",
        say=lambda found: "straße" if found[0][0] == "s" else "Straße",
        examples=(("Hauptstr. 5", "Hauptstraße 5"),),
    ),
    Rule(
        name="initials",
        starts=_DOTTED,
        pattern=r"(?<![\w.])(?:[A-ZÄÖÜ]\.\s?){1,4}(?=[A-ZÄÖÜ][a-zäöüß])",
        say=lambda found: found[0].replace(".", " "),
        examples=(("J. R. Ewing", "J  R  Ewing"),),
    ),
    Rule(
        name="paragraph",
        starts="§",
        pattern=r"(?P<sign>§{1,2})\s?(?P<n>\d{1,4})(?:\s?(?P<letter>[a-z])(?!\w))?",
        say=_law,
        examples=(
            ("nach § 129a ist", "nach Paragraf einhundertneunundzwanzig a ist"),
            ("§§ 5 und 6", "Paragrafen fünf und 6"),
        ),
    ),
)
