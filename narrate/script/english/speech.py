"""All of English: every rule, in the order that decides between equal claims."""

from collections.abc import Iterator, Sequence

from narrate.model import Span
from narrate.roles import PICTURES, Role
from narrate.script import marks as plain_marks
from narrate.script.base import scan
from narrate.script.english import (
    abbreviations,
    addresses,
    chemistry,
    citations,
    codes,
    counting,
    dates,
    days,
    designators,
    emoji,
    handles,
    heteronyms,
    initials,
    links,
    marks,
    measures,
    money,
    parts,
    places,
    romans,
    sides,
    sizes,
    streets,
    sums,
    times,
    titles,
    weekdays,
    works,
    years,
)
from narrate.script.english.acronyms import Memory, acronym_claims
from narrate.script.speakable import choose

RULES = (
    *citations.RULES,
    *chemistry.RULES,
    *dates.RULES,
    *days.RULES,
    *years.RULES,
    *times.RULES,
    *codes.RULES,
    *money.RULES,
    *measures.RULES,
    *sizes.RULES,
    *sums.RULES,
    *designators.RULES,
    *romans.RULES,
    *titles.RULES,
    *weekdays.RULES,
    *addresses.RULES,
    *streets.RULES,
    *places.RULES,
    *works.RULES,
    *abbreviations.RULES,
    *initials.RULES,
    *parts.RULES,
    *links.RULES,
    *handles.RULES,
    *counting.RULES,
    *heteronyms.RULES,
    *sides.RULES,
    *marks.RULES,
    *emoji.RULES,
    *plain_marks.RULES,
)
# A long form in a headline or under a picture would drown it.
_NO_LONG_FORMS = frozenset({Role.TITLE, Role.HEADING, *PICTURES})


def english_spans(
    written: str, memory: Memory, role: Role, hidden: Sequence[Span] = ()
) -> tuple[Span, ...]:
    """Give every stretch of a text that is said in another way than it is written."""
    hidden = [*scan(written, [plain_marks.INVISIBLE_RULE]), *hidden]
    seen, places = _without(written, hidden)
    claims = [
        Span(places[span.start], places[span.end - 1] + 1, span.spoken, span.rule)
        for span in _claims(seen, memory, role)
    ]
    return choose([*claims, *hidden])


def _claims(written: str, memory: Memory, role: Role) -> Iterator[Span]:
    yield from memory.lexicon.claims(written)
    by_role = sides.CAPTION_RULES if role in PICTURES else sides.PROSE_RULES
    yield from scan(written, (*RULES, *by_role))
    yield from acronym_claims(written, memory, expand=role not in _NO_LONG_FORMS)


def _without(written: str, hidden: Sequence[Span]) -> tuple[str, Sequence[int]]:
    """Give what a reader sees, and where each character of it stands.

    A soft hyphen inside a word, or a line's end, must not hide the word from the rules.
    """
    if not hidden:
        return written, range(len(written))
    places: list[int] = []
    at = 0
    for span in sorted(hidden, key=lambda span: span.start):
        places += range(at, span.start)
        at = max(at, span.end)
    places += range(at, len(written))
    return "".join(written[place] for place in places), places
