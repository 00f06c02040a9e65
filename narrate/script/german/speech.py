"""All of German: every rule, in the order that decides between equal claims."""

from collections.abc import Sequence

from narrate.model import Span
from narrate.script import marks as plain_marks
from narrate.script.base import scan
from narrate.script.german import (
    abbreviations,
    acronyms,
    counting,
    dates,
    links,
    marks,
    measures,
    money,
    ordinals,
    telephones,
    times,
)
from narrate.script.german.words import Words
from narrate.script.speakable import choose, without

RULES = (
    *dates.RULES,
    *times.RULES,
    *money.RULES,
    *measures.RULES,
    *ordinals.RULES,
    *acronyms.RULES,
    *abbreviations.RULES,
    *telephones.RULES,
    *counting.RULES,
    *links.RULES,
    *marks.BEFORE_PLAIN,
    *plain_marks.RULES,
    *marks.RULES,
)


def german_spans(
    written: str, words: Words, hidden: Sequence[Span] = ()
) -> tuple[Span, ...]:
    """Give every stretch of a text that is said in another way than it is written."""
    hidden = [*scan(written, [plain_marks.INVISIBLE_RULE]), *hidden]
    seen, places = without(written, hidden)
    claims = (
        *words.claims(seen),
        *scan(seen, RULES),
        *acronyms.acronym_claims(seen, words),
    )
    shown = (
        Span(places[span.start], places[span.end - 1] + 1, span.spoken, span.rule)
        for span in claims
    )
    return choose([*shown, *hidden])
