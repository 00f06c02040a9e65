"""An archive: articles found, built on one machine or many, and accounted for."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from narrate.batch.base import Crew, Item
from narrate.batch.estimate import Estimate, estimate
from narrate.batch.inputs import Wanted, find_items
from narrate.batch.ledger import failed_name, open_ledger
from narrate.batch.plan import Plan
from narrate.batch.pool import run_here
from narrate.batch.run import Audience, run
from narrate.batch.shard import parse_shard
from narrate.batch.shelf import open_shelf
from narrate.batch.spooled import spooled
from narrate.batch.tally import Tally
from narrate.build import worker_count
from narrate.errors import OptionError
from narrate.options import Options
from narrate.speak.voices import find_voice


@dataclass(frozen=True, slots=True)
class Archive:
    """What was asked for."""

    options: Options
    """What all articles have in common."""

    out: str
    """The folder of all episodes."""

    limit_s: float = 900.0
    """For one article, on the clock."""

    rebuild: bool = False
    """Build what is built, too."""

    shard: str = "1/1"
    """Which part of how many."""

    cluster: str = ""
    """The address of a Dask scheduler, or `local`; nothing for this machine alone."""

    @property
    def failed(self) -> str:
        """The list of those that failed."""
        return f"{self.out.rstrip('/')}/{failed_name(parse_shard(self.shard).suffix)}"

    def estimate(self, inputs: Sequence[str], pattern: str) -> Estimate:
        """Tell what would be built, and how long it would take; write nothing."""
        with self._items(inputs, pattern) as (_, items):
            return estimate(self._plan(), items, worker_count(self.options.jobs))

    def build(
        self,
        inputs: Sequence[str],
        pattern: str,
        audience: Audience,
        report: Path | None = None,
    ) -> Tally:
        """Build all that is missing, and account for each article.

        Raises OptionError, ArticleError for an input that is not there, VoiceError,
        OutputError, ArchiveError where nothing goes any more.
        """
        plan, suffix = self._plan(), parse_shard(self.shard).suffix
        with (
            self._items(inputs, pattern) as (count, items),
            open_ledger(open_shelf(self.out), suffix) as write,
        ):
            tally = run(items, count, self._crew(plan, count), write, audience)
            if report:
                from narrate.batch.report import write_report  # noqa: PLC0415 - Jinja

                write_report(tally, self.out, self.failed, report)
        return tally

    def _crew(self, plan: Plan, count: int) -> Crew:
        if self.cluster:
            from narrate.batch.cluster import run_on_cluster  # noqa: PLC0415 - an extra

            return partial(run_on_cluster, plan, self.cluster, count)
        jobs = min(worker_count(self.options.jobs), count) or 1
        return partial(run_here, plan, jobs=jobs)

    def _plan(self) -> Plan:
        """Refuse what would fail with every article; raises VoiceError, OptionError."""
        options = replace(self.options, treatments=dict(self.options.treatments))
        find_voice(options.voice, options.words_per_minute)
        if options.lexicon and not options.lexicon.is_file():
            raise OptionError("--lexicon", options.lexicon, "a file that is there")
        out = self.out if "://" in self.out else str(Path(self.out).absolute())
        return Plan(options, out, self.limit_s, self.rebuild)

    @contextmanager
    def _items(
        self, inputs: Sequence[str], pattern: str
    ) -> Iterator[tuple[int, Iterator[Item]]]:
        shard = parse_shard(self.shard)
        found = find_items(Wanted(inputs, pattern, self.options.reading, self.out))
        with spooled(item for item in found if shard.has(item)) as counted:
            yield counted
