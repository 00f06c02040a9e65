"""All of English: every rule, in the order that decides between equal claims."""

from collections.abc import Iterator

from narrate.model import Span
from narrate.roles import PICTURES, Role
from narrate.script.english import (
    abbreviations,
    counting,
    dates,
    designators,
    links,
    marks,
    measures,
    money,
    times,
)
from narrate.script.english.acronyms import Memory, acronym_claims
from narrate.script.speakable import choose

RULES = (
    *dates.RULES,
    *times.RULES,
    *money.RULES,
    *measures.RULES,
    *designators.RULES,
    *abbreviations.RULES,
    *counting.RULES,
    *links.RULES,
    *marks.RULES,
)
# A long form in a headline or under a picture would drown it.
_NO_LONG_FORMS = frozenset({Role.TITLE, Role.HEADING, *PICTURES})


def english_spans(written: str, memory: Memory, role: Role) -> tuple[Span, ...]:
    """Give every stretch of a text that is said in another way than it is written."""
    seen, places = _without_invisible(written)
    claims = [
        Span(places[span.start], places[span.end - 1] + 1, span.spoken, span.rule)
        for span in _claims(seen, memory, role)
    ]
    if len(seen) < len(written):
        claims += marks.INVISIBLE_RULE.claims(written)
    return choose(claims)


def _claims(written: str, memory: Memory, role: Role) -> Iterator[Span]:
    yield from memory.lexicon.claims(written)
    by_role = marks.CAPTION_RULES if role in PICTURES else marks.PROSE_RULES
    for rule in (*RULES, *by_role):
        yield from rule.claims(written)
    yield from acronym_claims(written, memory, expand=role not in _NO_LONG_FORMS)


def _without_invisible(written: str) -> tuple[str, range | list[int]]:
    """Give what a reader sees, and where each character of it stands.

    A soft hyphen inside a word must not hide the word from the rules.
    """
    if not marks.INVISIBLE.search(written):
        return written, range(len(written))
    places: list[int] = []
    at = 0
    for found in marks.INVISIBLE.finditer(written):
        places += range(at, found.start())
        at = found.end()
    places += range(at, len(written))
    return "".join(written[place] for place in places), places
