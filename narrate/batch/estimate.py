"""What a run would build, and how long it would take; nothing of it is kept."""

import tempfile
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from pathlib import Path

from narrate.batch.base import Item, Outcome, Row
from narrate.batch.plan import Plan, options_for
from narrate.batch.pool import run_here
from narrate.batch.shelf import Shelf, open_shelf
from narrate.batch.shop import find_built, size_of
from narrate.errors import NarrateError

_TRIED = 4  # articles, spread over the first thousand
_FIRST = 1_000


@dataclass(slots=True)
class Estimate:
    """What a run would do."""

    jobs: int
    """With so many workers."""

    articles: int = 0
    """How many there are."""

    kept: int = 0
    """Built already, from the very same."""

    size: int = 0
    """Of those to build, in bytes, where it is known."""

    tried: int = 0
    """How many were built on trial."""

    seconds: float | None = None
    """On the clock; None where none could be tried."""

    audio_ms: float = 0.0
    """How much audio it would be."""

    failed: list[Row] = field(default_factory=list)
    """Those that failed on trial."""

    @property
    def wanted(self) -> int:
        """How many are to be built."""
        return self.articles - self.kept


def estimate(plan: Plan, items: Iterable[Item], jobs: int) -> Estimate:
    """Look at each article, and build a few in a folder that goes away."""
    found = Estimate(jobs)
    sample: list[Item] = []
    shelf = open_shelf(plan.out)
    for item in items:
        found.articles += 1
        if not plan.rebuild and _is_built(plan, item, shelf):
            found.kept += 1
            continue
        found.size += size_of(item.article)
        if found.wanted <= _FIRST:
            sample.append(item)
    _try(plan, sample[:: max(1, len(sample) // _TRIED)][:_TRIED], found)
    return found


def _is_built(plan: Plan, item: Item, shelf: Shelf) -> bool:
    try:
        return find_built(options_for(plan, item), shelf) is not None
    except NarrateError:
        return False  # the run itself says what is wrong with it


def _try(plan: Plan, sample: list[Item], found: Estimate) -> None:
    """Reckon by what a few articles took: by their bytes, or else by their number."""
    with tempfile.TemporaryDirectory() as folder:
        segments = Path(folder, ".segments")
        trial = replace(plan, out=folder, rebuild=True, segments=segments)
        rows = [row for row in run_here(trial, sample, 1) if row]
    found.failed = [row for row in rows if row.outcome is Outcome.FAILED]
    done = [row for row in rows if row.outcome is not Outcome.FAILED]
    found.tried = len(done)
    if not done:
        return
    size = sum(row.size for row in done)
    times = found.size / size if found.size and size else found.wanted / len(done)
    found.seconds = sum(row.seconds for row in done) * times / found.jobs
    found.audio_ms = sum(row.length_ms for row in done) * times
