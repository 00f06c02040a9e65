"""Does a sentence end at this full stop? The words on both its sides tell."""

import re
from typing import NamedTuple

from narrate.compiled import compiled
from narrate.script.english.near_stops import (
    AFTER_THE_CLOCK,
    BEFORE_FIGURES,
    BEFORE_ME,
    COMMON,
    LETTERED,
    NEVER_LAST,
    OPENERS,
    SELDOM_LAST,
    SHORT_FORMS,
)

_LAST_WORD = r"[\w.'’°&/-]*$"
_WORD_BEFORE = r"([\w’'-]+)\s+\W*\w$"
_FIRST_LETTERS = r"[A-Za-z]+"
_COMMON_NOUN = r"([A-Z][a-z]+),?\s[a-z]"
_INITIALS = r"[A-Za-z](?:[.-]{1,2}[A-Za-z])*"
_JOINED = r"[-/&]"
_NO_VOWEL = r"[B-DF-HJ-NP-TV-XZ][b-df-hj-np-tv-xz]+"
_MEASURED = r"\d[\d./]*-(?:in|ft|qt|oz|lb|lbs|gal|pt|yd|mi|cm|mm|kg|hr|min)"
_LABEL = r"\W{0,3}(?:\d{1,3}(?:\.\d{1,3})*|[A-Za-z]|[ivxIVX]{1,5}|[PN]\.?[SB])"
_ONLY_A_TIME = (
    r"(?:\W|Then|So|And|But|then)*(?:[Aa]t|By|[Aa]round|About|Before|After|Since|Until|On"
    r"|From)(?:\s(?:\w+day|morning|night|about|around|exactly|just|shortly|nearly|at"
    r"|before|after),?)*\s[\d:.]+\s?[AaPp]"
)
_AT_THE_CLOCK = r"(?i)\b(?:the|an?|his|her|our|their|my|this)\s[\d:.]+\s?[ap]$"
_LONG_WORD = r"[^\W\d_]{4,}"
_CASUAL = r"\W*[a-z]|[\s\S]*?\si(?:['’](?:m|ve|ll|d))?\s"
_HEADLINE = 200  # characters: a longer line is none
_WINDOW = 60  # characters on either side: names and words are shorter


class Manner(NamedTuple):
    """How a text uses its capitals."""

    casual: bool
    """Its writer does without them."""

    titled: bool
    """It is a headline, and has them everywhere: "How the U.S. Is Losing"."""


def manner_of(text: str) -> Manner:
    """Tell how a text uses capitals."""
    titled = False
    if len(text) < _HEADLINE:
        words = compiled(_LONG_WORD).findall(text)
        titled = sum(word[0].isupper() for word in words) > 0.7 * len(words)
    return Manner(bool(compiled(_CASUAL).match(text)), titled)


def word_before(text: str, start: int, found: re.Match[str]) -> str:
    """Give what stands before a stop."""
    at = found.start()
    last = compiled(_LAST_WORD).search(text[max(start, at - _WINDOW) : at])
    return last[0].lstrip("'’.-/&") if last else ""


def first_word(text: str, at: int) -> str:
    """Give the letters that stand here."""
    first = compiled(_FIRST_LETTERS).match(text, at)
    return first[0] if first else ""


def opens(text: str, at: int) -> bool:
    """Tell whether a sentence would begin with this word."""
    return first_word(text, at).lower() in OPENERS


def ends_after_word(
    text: str, start: int, found: re.Match[str], at: int, manner: Manner
) -> bool:
    """Decide by the word before a full stop."""
    word = word_before(text, start, found)
    if word in NEVER_LAST or compiled(_MEASURED).fullmatch(word):
        return False
    if word.lower() in {"a.m", "p.m"}:
        return _after_the_clock(text, start, found.start(), at)
    seldom = word in SELDOM_LAST or bool(compiled(_NO_VOWEL).fullmatch(word))
    initials = bool(compiled(_INITIALS).fullmatch(compiled(_JOINED).split(word)[-1]))
    if text[at].isdigit() or found["notes"][:1].isdigit():
        return not (seldom or initials or word in BEFORE_FIGURES)
    if not (seldom or initials):
        return True
    if len(word) == 1:
        return _after_letter(text, start, found.start(), at)
    return not manner.titled and (opens(text, at) or _is_common(text, at))


def is_label(text: str, start: int, at: int) -> bool:
    """Tell whether a sentence is only its number or letter yet."""
    return at - start < 16 and bool(compiled(_LABEL).fullmatch(text, start, at))


def _is_common(text: str, at: int) -> bool:
    """Tell whether this is a common noun, whose capital must then be a beginning."""
    first = compiled(_COMMON_NOUN).match(text, at)
    return first is not None and first[1] in COMMON


def _after_letter(text: str, start: int, before: int, at: int) -> bool:
    """Part "vitamin C." and "you and I." from the initials of a name."""
    known = compiled(_WORD_BEFORE).search(text[max(start, before - _WINDOW) : before])
    previous = known[1] if known else ""
    if previous.lower() in LETTERED:
        return True
    if text[before - 1] == "I" and previous in BEFORE_ME:
        return True
    return opens(text, at)


def _after_the_clock(text: str, start: int, before: int, at: int) -> bool:
    """After "5 p.m." a sentence ends, if it had begun with more than the hour."""
    if text[at].isdigit() or first_word(text, at) in AFTER_THE_CLOCK:
        return False
    said = text[max(start, before - _WINDOW) : before - 2]
    if before - start < _WINDOW and compiled(_ONLY_A_TIME).fullmatch(said):
        return False
    return not compiled(_AT_THE_CLOCK).search(said)


def is_short_form(word: str) -> bool:
    """Tell whether a full stop behind this word need not be an end."""
    return (
        word in SHORT_FORMS
        or word in SELDOM_LAST
        or word in NEVER_LAST
        or bool(compiled(_INITIALS).fullmatch(word))
    )
