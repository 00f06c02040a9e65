"""A Rule: one way in which writing differs from speech; a Tongue: a language's own."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

from narrate.model import Span
from narrate.roles import Role


@dataclass(frozen=True, slots=True)
class Rule:
    """Claims stretches of written text; never sees what another rule has said."""

    name: str
    """Shown beside the words it changed."""

    pattern: re.Pattern[str]
    """What it finds. Context belongs into look-arounds: all that matches is claimed."""

    say: Callable[[re.Match[str]], str | None]
    """What is said for one find; None where it turns out to be something else."""

    examples: tuple[tuple[str, str], ...]
    """Pairs of written and spoken, proved by tests/script/test_rules.py."""

    def claims(self, written: str) -> Iterator[Span]:
        """Yield every stretch that this rule would say in its own way."""
        for found in self.pattern.finditer(written):
            spoken = self.say(found)
            if spoken is not None:
                yield Span(found.start(), found.end(), spoken, self.name)


class Tongue(Protocol):
    """What one language knows of saying what is written; it remembers an article."""

    def learn(self, text: str) -> None:
        """Take in what a passage explains, before any is said."""

    def spans(self, text: str, role: Role, hidden: Sequence[Span]) -> tuple[Span, ...]:
        """Give every stretch that is said in another way than it is written.

        `hidden` are marks that only the page's lines have: no rule may see them.
        """

    def sentences(self, text: str, spans: Sequence[Span]) -> Iterator[tuple[int, int]]:
        """Yield where each sentence starts and ends; never inside a span."""

    def lead_in(self, role: Role, written: str) -> str:
        """Give the words that introduce an aside; none where its own words do."""

    def summary(self, role: Role, rows: int) -> str:
        """Say what stands there and how much; nothing, and it is said in full."""
