"""Acronyms as German says them: letters, or a word; and names with a number."""

import re
from collections.abc import Iterator

from narrate.model import Span
from narrate.script.base import CAPITAL, DIGITS, Rule
from narrate.script.german.numbers import cardinal, integer
from narrate.script.german.words import SHORT, Words, spell
from narrate.script.roman import roman

_SHORT = re.compile(
    rf"(?<![\w&])(?P<short>{SHORT.pattern})(?P<ending>['’]?s)?(?![\w&])"
)
# Capitals for stress, not for letters.
_STRESSED = frozenset(
    "ALLE ALLES ALS AM AN AUF AUS BEI BIN BIS DA DAS DASS DEM DEN DER DIE DU EIN EINE "
    "ER ERST ES FÜR GEGEN GUT HAT HIER ICH IM IMMER IN IST JA JETZT KEIN KEINE MAN "
    "MEHR MIR MIT NACH NEIN NEU NICHT NICHTS NIE NOCH NUN NUR OB ODER OHNE SEHR SICH "
    "SIE SIND SO TUN UM UND UNS VOM VON VOR WAR WAS WEM WEN WER WIE WIR WO ZU ZUM ZUR "
    "STOP STOPP TOD NEUE GANZ".split()
)
_CONSONANT = "[BCDFGHJKLMNPQRSTVWXZẞ]"
_SPEAKABLE = re.compile(
    rf"{_CONSONANT}{{0,2}}[AEIOUYÄÖÜ]{{1,2}}"
    rf"(?:{_CONSONANT}{{1,3}}[AEIOUYÄÖÜ]{{1,2}})*{_CONSONANT}{{0,2}}"
)
_SPEAKABLE_LETTERS = 4
_WORD_LETTERS = 6  # six capitals with vowels among them are seldom spelled
_SIZES = frozenset({"XL", "XXL", "LI", "XX", "LL"})
_FIGURES = re.compile(r"[IVXL]{2,}")
_CAPITAL_WORD = re.compile(r"(?<![\w&])[A-ZÄÖÜ]{4,}(?![\w&])")
_ALL_CAPITALS = 0.6


def acronym_claims(written: str, words: Words) -> Iterator[Span]:
    """Claim each short form, and words in a line of capitals."""
    shouted = _is_shouted(written, words)
    for found in _SHORT.finditer(written):
        short, ending = found["short"], (found["ending"] or "").lstrip("'’")
        if shouted and short not in words and short.isalpha():
            said, rule = short.capitalize(), "word in capitals"
        elif short in _STRESSED and short not in words:
            said, rule = short.lower(), "word in capitals"
        else:
            said, rule = _say(short, words)
        yield Span(found.start(), found.end(), said + ending, rule)


def _is_shouted(written: str, words: Words) -> bool:
    """Tell whether a whole line of words stands in capitals: then they mean nothing."""
    loud = [w for w in _CAPITAL_WORD.findall(written) if w not in words]
    if len(loud) < 2:
        return False
    letters = [letter for letter in written if letter.isalpha()]
    return sum(letter.isupper() for letter in letters) > _ALL_CAPITALS * len(letters)


def _say(short: str, words: Words) -> tuple[str, str]:
    """Give how a short form is said, and the rule that says so."""
    if short in words:
        return words.said(short), "acronym"
    if short not in _SIZES and _FIGURES.fullmatch(short) and (value := roman(short)):
        return cardinal(value), "Roman numeral"
    letters = len(short) if short.isalpha() and short.isupper() else 0
    vowels = sum(letter in "AEIOUYÄÖÜ" for letter in short)
    spoken = letters >= _SPEAKABLE_LETTERS and _SPEAKABLE.fullmatch(short)
    if spoken or (letters >= _WORD_LETTERS and 4 * vowels >= letters):
        return short.capitalize(), "acronym, a guess: a word"
    return spell(short), "acronym, a guess: letters"


def _named(found: re.Match[str]) -> str:
    letters = found["letters"]
    short = len(letters) < 4 and letters.isupper()
    said = spell(letters) if short else letters.capitalize()
    more = f" {spell(found['more'])}" if found["more"] else ""
    return f"{said} {integer(found['n'])}{more}"


RULES = (
    Rule(
        name="designator",
        starts=CAPITAL,
        pattern=(
            r"\b(?P<letters>[A-ZÄÖÜ]{1,4}|[A-ZÄÖÜ][a-zäöüß]{1,11}(?=-))-?(?P<n>\d{1,4})"
            r"(?P<more>[A-Z]{1,2})?(?!\w|[.,]\d)"
        ),
        say=_named,
        examples=(
            ("der G7-Gipfel", "der G sieben-Gipfel"),
            ("Covid-19", "Covid neunzehn"),
            ("ein A380", "ein A dreihundertachtzig"),
            ("die U-21", "die U einundzwanzig"),
        ),
    ),
    Rule(
        name="house number",
        starts=DIGITS,
        pattern=r"(?<![\w.,-])(?P<n>\d{1,3})(?P<letter>[a-e])(?=[\s,.;)]|$)",
        say=lambda found: f"{integer(found['n'])} {found['letter']}",
        examples=(("Nummer 12b, links", "Nummer zwölf b, links"),),
    ),
)
