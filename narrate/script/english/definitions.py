"""Acronyms that an article explains itself: "Army Tactical Missile System (ATACMS)"."""

import re
from dataclasses import dataclass

from narrate.compiled import compiled
from narrate.script.english.appositions import appositions
from narrate.script.english.long_forms import (
    long_form_before,
    long_form_inside,
    tidy,
)
from narrate.script.english.short_forms import short_form

# Brackets, or what stands in brackets before others open: AOT (a b (c)).
_BRACKET = r"[(\[]([^()\[\]]{2,240})(?:(?P<closed>[)\]])|(?=[(\[]))"
_PARTS = r"[;,:]| = | or | here(?:in)?after "
_LEAD = (
    r"(?:(?:also |commonly )?known as|abbreviated(?: as| to)?|called|acronym|in short"
    r"|here(?:in)?after(?: referred to as)?|hence|or|i\.e\.,?|=)\W+"
)
_THE = r"the (?=\W?[A-Z])"
_LEAD_LONG = (
    r"(?i)\W*(?:(?:short for|stands for|from|for|or|i\.e\.,?|meaning)\s+)?"
    r"(?:(?:the|an?)\s+)?"
)
_GAPS = ' \t\n\xa0(["“‘'
_DATELINE = r"\s*(?:--|[—–-])\s"
_CODE = r":\s*[A-Z0-9.]{1,8}"
_QUOTES = " \t\n\"“”'‘’"


@dataclass(frozen=True, slots=True)
class Definition:
    """A short form and what it stands for."""

    short: str
    """As the author writes it, without a plural s."""

    long: str
    """The author's words."""

    start: int
    """Where it starts in the text: with the long form, or the short one before it."""

    end: int
    """Where it ends, with the brackets if there are any."""

    bracket: int | None
    """Where brackets open, behind the long form, that hold the short form alone."""


def find_definitions(text: str) -> list[Definition]:
    """Find each short form whose letters agree with the words that stand beside it.

    "Long form (SHORT)", "SHORT (long form)", "the long form, or SHORT,".
    """
    found = [
        definition
        for bracket in compiled(_BRACKET).finditer(text)
        if (definition := _before(text, bracket) or _inside(text, bracket))
    ]
    other = [Definition(*apposition, None) for apposition in appositions(text)]
    return sorted([*found, *other], key=lambda d: d.end) if other else found


def _before(text: str, bracket: re.Match[str]) -> Definition | None:
    """Find the long form before brackets that begin with the short form."""
    part = compiled(_PARTS).split(bracket[1], maxsplit=1)[0].strip(_QUOTES)
    part = (
        compiled(_THE)
        .sub("", compiled(_LEAD).sub("", part, count=1), count=1)
        .strip(_QUOTES)
    )
    short = short_form(part)
    if not short or _is_label(part, bracket[1]) or _is_dateline(text, bracket):
        return None
    start = long_form_before(short, text, bracket.start())
    if start is None:
        return None
    only = bracket["closed"] and bracket[1].strip(_QUOTES) == part
    alone = bracket.start() if only else None
    long = tidy(text[start : bracket.start()])
    return Definition(short, long, start, bracket.end(), alone)


def _is_label(part: str, inner: str) -> bool:
    """Tell whether something is named by its list: (IATA: LHR), (NYSE: GE)."""
    return bool(compiled(_CODE).fullmatch(inner.partition(part)[2]))


def _is_dateline(text: str, bracket: re.Match[str]) -> bool:
    """Tell whether an agency stands here, behind a town: ATLANTA (AP) — Two."""
    if not compiled(_DATELINE).match(text, bracket.end()):
        return False
    line = text[max(0, bracket.start() - 60) : bracket.start()].rpartition("\n")[2]
    return len(line) < 60 and line[:4].isupper()


def _inside(text: str, bracket: re.Match[str]) -> Definition | None:
    """Find the short form before brackets that begin with the long form."""
    before = text[max(0, bracket.start() - 30) : bracket.start()].rstrip(_QUOTES)
    word = before[max(map(before.rfind, _GAPS)) + 1 :]
    short = short_form(word)
    if sum(letter.isupper() or letter.isdigit() for letter in short) < 2:
        return None  # a name: Lena (lena99)
    lead = compiled(_LEAD_LONG).match(text, bracket.start(1), bracket.end(1))
    start = lead.end() if lead else bracket.start(1)
    marks = [text.find(mark, start, bracket.end(1)) for mark in ";,"]
    ends = sorted({bracket.end(1), *(at for at in marks if at > start)}, reverse=True)
    end = long_form_inside(short, text, start, ends, 0.4 * len(short) + 0.25)
    if end is None:
        return None
    first = text.rindex(word, 0, bracket.start())
    return Definition(short, tidy(text[start:end]), first, bracket.end(), None)
