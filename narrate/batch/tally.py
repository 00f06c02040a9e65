"""The tally: how many are done, how fast, when it will end, and what a report tells."""

import heapq
from collections import Counter
from dataclasses import dataclass, field

from narrate.batch.base import Outcome, Row

_SLOWEST = 10
_MOST_FAILED = 1_000  # shown in a report; all are in failed.jsonl
_MOST_WORDS = 200_000  # kept while counting: 30 MB
_HOUR_MS = 3_600_000


@dataclass(slots=True)
class Tally:
    """What is known of a run by now; memory stays flat, however many articles."""

    articles: int
    """How many there are."""

    counts: Counter[Outcome] = field(default_factory=Counter)
    """By what became of them."""

    audio_ms: int = 0
    """Of all that is there."""

    built_ms: int = 0
    """Of what was built in this run."""

    elapsed_s: float = 0.0
    """Since it began, on a clock that nobody sets."""

    failed: list[Row] = field(default_factory=list)
    """The first of them."""

    unknown: Counter[str] = field(default_factory=Counter)
    """Words that nobody knew, and how often they are read."""

    pruned: bool = False
    """Whether rare words were left out of these, as there were too many."""

    _slowest: list[tuple[float, str, Row]] = field(default_factory=list)

    def add(self, row: Row, elapsed_s: float) -> None:
        """Count one more article, so many seconds after the run began."""
        self.elapsed_s = elapsed_s
        self.counts[row.outcome] += 1
        self.audio_ms += row.length_ms
        self.unknown.update(row.unknown)
        if len(self.unknown) > _MOST_WORDS:
            self._prune()
        if row.outcome is Outcome.FAILED:
            if len(self.failed) < _MOST_FAILED:
                self.failed.append(row)
            return
        if row.outcome is Outcome.BUILT:
            self.built_ms += row.length_ms
            heapq.heappush(self._slowest, (row.seconds, row.item.name, row))
            if len(self._slowest) > _SLOWEST:
                heapq.heappop(self._slowest)

    @property
    def failures(self) -> int:
        """How many have failed."""
        return self.counts[Outcome.FAILED]

    @property
    def done(self) -> int:
        """How many have a row."""
        return self.counts.total()

    @property
    def left(self) -> int:
        """How many have none yet."""
        return self.articles - self.done

    @property
    def slowest(self) -> list[Row]:
        """Those that took longest to build, the slowest first."""
        return [row for _, _, row in sorted(self._slowest, reverse=True)]

    @property
    def hours(self) -> float:
        """Hours of audio that are there."""
        return self.audio_ms / _HOUR_MS

    @property
    def hours_an_hour(self) -> float:
        """Hours of audio built in an hour; 0 before there is any."""
        return self.built_ms / 1000 / self.elapsed_s if self.elapsed_s else 0.0

    @property
    def left_s(self) -> float | None:
        """Seconds until it ends, or None before anybody can say.

        As if those that are left were like those that were not built already: what is
        kept costs next to nothing, and lies first where a run was broken off.
        """
        worked = self.done - self.counts[Outcome.KEPT]
        return self.left * self.elapsed_s / worked if worked else None

    def _prune(self) -> None:
        self.pruned = True
        self.unknown = Counter(dict(self.unknown.most_common(_MOST_WORDS // 2)))
