"""All of English: every rule, in the order that decides between equal claims."""

from narrate.model import Span
from narrate.script.english import (
    abbreviations,
    counting,
    dates,
    designators,
    marks,
    measures,
    money,
)
from narrate.script.english.acronyms import Memory, acronym_claims
from narrate.script.speakable import choose

RULES = (
    *dates.RULES,
    *money.RULES,
    *measures.RULES,
    *designators.RULES,
    *abbreviations.RULES,
    *counting.RULES,
    *marks.RULES,
)


def english_spans(
    written: str, memory: Memory, *, expand: bool = True
) -> tuple[Span, ...]:
    """Give every stretch of a text that is said in another way than it is written."""
    claims = [*memory.lexicon.claims(written)]
    for rule in RULES:
        claims += rule.claims(written)
    claims += acronym_claims(written, memory, expand=expand)
    return choose(claims)
