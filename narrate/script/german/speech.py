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
from narrate.script.speakable import choose, placed, without

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
    own = tuple(words.claims(seen))
    taken = {span.start for span in own}
    short = acronyms.acronym_claims(seen, words)
    claims = (
        *own,
        *scan(seen, RULES),
        *(span for span in short if span.start not in taken),
    )
    return choose([*placed(claims, places), *hidden])
