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
    references,
    romans,
    scores,
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
from narrate.script.speakable import choose, without

RULES = (
    *citations.RULES,
    *chemistry.RULES,
    *dates.RULES,
    *weekdays.RULES,
    *years.RULES,
    *times.RULES,
    *codes.RULES,
    *references.RULES,
    *money.RULES,
    *measures.RULES,
    *sizes.RULES,
    *sums.RULES,
    *designators.RULES,
    *romans.RULES,
    *titles.RULES,
    *addresses.RULES,
    *streets.RULES,
    *places.RULES,
    *works.RULES,
    *abbreviations.RULES,
    *initials.RULES,
    *parts.RULES,
    *links.RULES,
    *handles.RULES,
    *scores.RULES,
    *counting.RULES,
    *heteronyms.RULES,
    *sides.RULES,
    *marks.RULES,
    *emoji.RULES,
    *plain_marks.RULES,
)
# A long form in a headline or under a picture would drown it.
_NO_LONG_FORMS = frozenset({Role.TITLE, Role.HEADING, *PICTURES})


# A space that holds together, or a line's end, is a space to every rule. The thin ones
# stay: they part the thousands of a number.
_SPACES = dict.fromkeys(
    map(ord, "\t\n\r\xa0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u3000"),
    " ",
)


def english_spans(
    written: str, memory: Memory, role: Role, hidden: Sequence[Span] = ()
) -> tuple[Span, ...]:
    """Give every stretch of a text that is said in another way than it is written."""
    hidden = [*scan(written, [plain_marks.INVISIBLE_RULE]), *hidden]
    seen, places = without(written, hidden)
    claims = [
        Span(places[span.start], places[span.end - 1] + 1, span.spoken, span.rule)
        for span in _claims(seen.translate(_SPACES), memory, role)
    ]
    return choose([*claims, *hidden])


def _claims(written: str, memory: Memory, role: Role) -> Iterator[Span]:
    yield from memory.lexicon.claims(written)
    by_role = sides.CAPTION_RULES if role in PICTURES else sides.PROSE_RULES
    yield from scan(written, (*RULES, *by_role))
    yield from acronym_claims(written, memory, expand=role not in _NO_LONG_FORMS)
