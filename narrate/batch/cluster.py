"""The same work on a Dask cluster: batches out, rows in, never many at a time."""

import itertools
import logging
import os
import sys
import time
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from multiprocessing import current_process
from pathlib import Path
from typing import cast
from uuid import uuid4

from distributed import (
    Client,
    Future,
    LocalCluster,
    Worker,
    WorkerPlugin,
    as_completed,
    get_worker,
)

from narrate.batch.base import Crew, Item, Outcome, Row
from narrate.batch.plan import Plan
from narrate.batch.pool import MOST_TRIES, open_crew
from narrate.content import versions_of
from narrate.errors import ClusterError
from narrate.speak.voices import find_voice

_LOCAL = "local"
_NAME = "narrate"
_BATCH = 50  # articles: the scheduler's 3 ms a task are then nothing
_PARTS = 4  # of what is left, for each worker: the last are small, and none waits long
_WINDOW = 2  # batches for each worker: one at work, one at hand
_PATIENCE_S = 10.0  # to find a scheduler, and workers; and for one that is silent
_LOOK_S = 0.1
_TICK_S = 1.0
_LOST = 5


def run_on_cluster(
    plan: Plan, address: str, count: int, items: Iterable[Item]
) -> Iterator[Row | None]:
    """Build all items on the workers of a scheduler, or of a `local` cluster.

    Workers see the articles and the plan's folder under the same paths as we. Each has
    a process of ours below it, so that an article that crashes, or takes too long,
    costs that alone. Raises ClusterError.
    """
    logging.getLogger("distributed").setLevel(logging.CRITICAL)  # we say it in words
    with _connected(address) as client:
        crew = _Crew(client, address, plan)
        crew.prepare()
        yield from crew.build(items, count)


@contextmanager
def _connected(address: str) -> Iterator[Client]:
    with ExitStack() as opened:
        try:
            if address == _LOCAL:
                made = LocalCluster(threads_per_worker=1, dashboard_address=None)
                client = Client(opened.enter_context(made))
            else:
                client = Client(address, timeout=_PATIENCE_S)
        except (OSError, ValueError, TimeoutError) as error:
            trouble = f"can't be reached within {_PATIENCE_S:g} s"
            raise ClusterError(address, trouble) from error
        opened.callback(client.close, timeout=2)
        yield client


class _Crew:
    """The workers of one cluster, and what is under way there."""

    def __init__(self, client: Client, address: str, plan: Plan) -> None:
        self._client, self._address, self._plan = client, address, plan
        self._run = uuid4().hex[:8]
        self._numbers = itertools.count()
        self._under_way: dict[Future[list[Row]], list[Item]] = {}
        self._ready = as_completed([], loop=client.loop)
        self._tries: dict[str, int] = {}
        self._seen_s = time.monotonic()

    def prepare(self) -> None:
        """See that there are workers, like us, and open their engines."""
        try:
            self._client.wait_for_workers(1, timeout=_PATIENCE_S)
        except TimeoutError as error:
            raise ClusterError(self._address, "has no workers") from error
        ours = _look(self._plan)
        for worker, theirs in self._client.run(_look, self._plan).items():
            self._compare(worker, theirs, ours)
        self._client.register_plugin(_Shops(self._plan, ours), name=_NAME)

    def build(self, items: Iterable[Item], count: int) -> Iterator[Row | None]:
        """Hand out batches, a bounded number of them, and give rows as they come."""
        items, left = iter(items), count
        while True:
            threads = max(1, sum(self._client.nthreads().values()))
            while len(self._under_way) < _WINDOW * threads:
                size = max(1, min(_BATCH, left // (_PARTS * threads)))
                batch = list(itertools.islice(items, size))
                if not batch:
                    break
                left -= len(batch)
                self._submit(batch)
            if not self._under_way:
                return
            yield from self._some()

    def _submit(self, batch: list[Item]) -> None:
        key = f"{_NAME}-{self._run}-{next(self._numbers)}"
        future = self._client.submit(_build, batch, key=key, pure=False)
        self._under_way[future] = batch
        self._ready.add(future)

    def _some(self) -> Iterator[Row | None]:
        """Wait for a batch, a second at most."""
        end_s = time.monotonic() + _TICK_S
        while not self._ready.has_ready():
            self._refuse_silence()
            if time.monotonic() > end_s:
                yield None
                return
            time.sleep(_LOOK_S)
        future = next(self._ready)
        batch = self._under_way.pop(future)
        try:
            yield from self._finished(future, batch)
        finally:
            future.release()

    def _finished(
        self, future: "Future[list[Row]]", batch: list[Item]
    ) -> Iterator[Row]:
        if future.status == "finished":
            yield from future.result()
            return
        error = future.exception() if future.status == "error" else None
        if isinstance(error, ClusterError):
            raise error
        if len(batch) > 1:  # one of them may kill every worker: find out which
            for item in batch:
                self._submit([item])
            return
        (item,) = batch
        tries = self._tries[item.name] = self._tries.get(item.name, 0) + 1
        if tries < MOST_TRIES:
            self._submit(batch)
            return
        why = f"The cluster gave it up: {error or future.status}."
        yield Row(item, Outcome.FAILED, tries=tries, why=why, exit_code=_LOST)

    def _refuse_silence(self) -> None:
        if self._client.status == "running":
            self._seen_s = time.monotonic()
        elif time.monotonic() - self._seen_s > _PATIENCE_S:
            raise ClusterError(self._address, "is there no longer")

    def _compare(self, worker: str, theirs: "_Sight", ours: "_Sight") -> None:
        if fault := ours.fault_of(theirs):
            raise ClusterError(self._address, f"has a worker ({worker}) that {fault}")


@dataclass(frozen=True, slots=True)
class _Sight:
    """What a process is, and what it sees."""

    versions: tuple[str, ...]
    out: str
    sees_out: bool

    def fault_of(self, other: "_Sight") -> str:
        """Say why another can't work with us; "" if it can."""
        for mine, theirs in zip(self.versions, other.versions, strict=False):
            if mine != theirs:
                return f"has {theirs} where we have {mine}"
        return "" if other.sees_out else f"can't see the folder {self.out}"


def _look(plan: Plan) -> _Sight:
    voice = find_voice(plan.options.voice, plan.options.words_per_minute)
    python = "Python {}.{}".format(*sys.version_info)
    sees = "://" in plan.out or Path(plan.out).is_dir()
    return _Sight((python, *versions_of(voice)), plan.out, sees)


@dataclass(slots=True)
class _Shops(WorkerPlugin):
    """In a worker: a process for each of its threads, with its engine open."""

    plan: Plan
    ours: _Sight
    name: str = _NAME
    crew: Crew | None = None
    fault: str = ""
    opened: ExitStack = field(default_factory=ExitStack)

    def setup(self, worker: Worker) -> None:
        """Open it; one that joins late and is another than we says so when asked."""
        self.fault = self.ours.fault_of(_look(self.plan))
        # Dask has its workers give memory back at once; ours would take it again, for
        # 11 % of their time.
        os.environ.pop("MALLOC_TRIM_THRESHOLD_", None)
        # Dask's workers are daemons, which may have no children; these end with them.
        current_process().daemon = False
        threads = worker.state.nthreads
        self.crew = self.opened.enter_context(open_crew(self.plan, threads))

    def teardown(self, worker: Worker) -> None:  # noqa: ARG002 - Dask's word
        """End it."""
        self.opened.close()


def _build(batch: list[Item]) -> list[Row]:
    """In a worker: build a batch; what is built already costs a look."""
    worker = get_worker()
    shops = cast("_Shops", worker.plugins[_NAME])
    if shops.fault or not shops.crew:
        raise ClusterError(worker.address, shops.fault or "is not ready")
    return [row for row in shops.crew(batch) if row]
