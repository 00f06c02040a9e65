"""All of English: every rule, in the order that decides between equal claims."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from narrate.compiled import compiled
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
    headlines,
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
from narrate.script.english.links import say_figures
from narrate.script.speakable import apart, choose, placed, without

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
    *headlines.RULES,
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
    plain = seen.translate(_SPACES)
    chosen = choose(_claims(plain, memory, role))
    claims = placed((*chosen, *_left_over(plain, chosen)), places)
    return choose([*map(_in_words, claims), *hidden])


def _left_over(written: str, spans: Sequence[Span]) -> Iterator[Span]:
    """Say the figures that lost their claim to one that ends inside them."""
    at = 0
    for start, end in (*((span.start, span.end) for span in spans), (len(written), 0)):
        for found in compiled(r"\d+").finditer(written, at, start):
            yield Span(*found.span(), say_figures(found[0]), "numeral")
        at = end


def _in_words(span: Span) -> Span:
    """Leave no figure in what is said: what a rule keeps as written may hold some."""
    if not compiled(r"\d").search(span.spoken):
        return span
    return replace(span, spoken=say_figures(span.spoken))


def _claims(written: str, memory: Memory, role: Role) -> Iterator[Span]:
    lexicon = memory.lexicon
    own = tuple(lexicon.own_claims(written))
    yield from own
    yield from lexicon.claims(written)
    by_role = sides.CAPTION_RULES if role in PICTURES else sides.PROSE_RULES
    yield from scan(written, (*RULES, *by_role))
    for name in apart(lexicon.names.claims(written), own):
        if written[name.start : name.end] not in memory.defined:
            yield name
    taken = {span.start for span in own}
    expand = role not in _NO_LONG_FORMS
    yield from acronym_claims(written, memory, expand=expand, taken=taken)
