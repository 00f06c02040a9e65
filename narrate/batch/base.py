"""The nouns of an archive: an Item to build, and the Row of what happened to it."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import asdict, dataclass, field, fields
from enum import StrEnum
from typing import Any


class Outcome(StrEnum):
    """What became of an article."""

    BUILT = "built"
    """Its episode is new, or was made again."""

    KEPT = "kept"
    """Its episode was there already, made from the same."""

    FAILED = "failed"
    """It has no episode of this run: the row says why."""


@dataclass(frozen=True, slots=True)
class Item:
    """One article of an archive."""

    article: str
    """A path or a link."""

    name: str
    """Its folder's name, safe on any system, the same in each run."""

    title: str = ""
    """Instead of the article's own, if anything; so are the next five."""

    author: str = ""
    """Who wrote it."""

    date: str = ""
    """YYYY, YYYY-MM or YYYY-MM-DD."""

    site: str = ""
    """Who published it."""

    language: str = ""
    """BCP 47."""

    voice: str = ""
    """Who reads it, instead of the voice of all others."""


@dataclass(frozen=True, slots=True)
class Row:
    """What happened to one article."""

    item: Item
    """Which."""

    outcome: Outcome
    """Whether it is there now."""

    seconds: float = 0.0
    """Of one worker's time, on the clock, all tries together."""

    length_ms: int = 0
    """Of its audio."""

    size: int = 0
    """Of the article, in bytes; 0 where that is not known."""

    tries: int = 1
    """How often it was begun."""

    why: str = ""
    """Where it failed, what was wrong, in a sentence; else empty."""

    exit_code: int = 0
    """Where it failed, what `narrate build` would have ended with."""

    unknown: dict[str, int] = field(default_factory=dict)
    """Words that no lexicon or dictionary knew, and how often each is said."""

    def as_line(self) -> dict[str, Any]:
        """Give the row as a manifest has it, what is empty left out."""
        line = {**asdict(self.item), **asdict(self)}
        del line["item"]
        line["seconds"] = round(self.seconds, 3)
        return {name: value for name, value in line.items() if value not in ("", 0, {})}


ITEM_FIELDS = tuple(each.name for each in fields(Item))
"""What a manifest may say of an article."""

Crew = Callable[[Iterable[Item]], Iterator[Row | None]]
"""Who builds: gives a row for each item, and None about each second between them."""
