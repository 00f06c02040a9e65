"""A Rule: one way in which writing differs from speech."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from narrate.model import Span


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
