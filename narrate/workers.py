"""Workers: threads for a job that they may share, processes for one that may crash."""

import contextlib
import gc
import itertools
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, Literal, Protocol, TypeVar

from narrate.errors import WorkersError

if TYPE_CHECKING:
    from concurrent.futures import Future  # 10 ms that a rebuild need not wait

Task = TypeVar("Task")
Done = TypeVar("Done")
Task_contra = TypeVar("Task_contra", contravariant=True)
Done_co = TypeVar("Done_co", covariant=True)

_LONGEST_STOP_S = 3.0  # for workers to go after an interrupt
_LONGEST_S = 120.0  # for one task, of 20 s of sound: a worker that hangs is killed
_TIDY_AFTER = 32  # tasks: each time ctypes loads a library it leaves a cycle, of 9 kB
_LOOK_S = 0.02  # how often the pool looks after its workers: to close it takes so long


class Job(Protocol[Task_contra, Done_co]):
    """What a worker does, again and again."""

    def load(self) -> None:
        """Get ready; what fails here fails at the first task."""

    def __call__(self, task: Task_contra, /) -> Done_co:
        """Do one task."""


@contextmanager
def open_workers(
    make_job: Callable[[], Job[Task, Done]], count: int, *, apart: bool
) -> Iterator[Callable[[Task], "Future[Done]"]]:
    """Open workers, who get ready at once; whatever happens, none outlives the block.

    Threads share one job. Processes (`apart`) have one each, so that `make_job`, tasks
    and results must be such as can be pickled; a task whose worker died is_lost.
    Raises WorkersError where the system has no room for them.
    """
    if apart:
        with _processes(make_job, count) as submit:
            yield submit
    else:
        with _threads(make_job, count) as submit:
            yield submit


def is_lost(error: BaseException) -> bool:
    """Tell whether a task failed because its worker died or hung."""
    # All there already if one died.
    from concurrent.futures import BrokenExecutor  # noqa: PLC0415

    from pebble import ProcessExpired  # noqa: PLC0415

    return isinstance(error, ProcessExpired | BrokenExecutor | TimeoutError)


@contextmanager
def _threads(
    make_job: Callable[[], Job[Task, Done]], count: int
) -> Iterator[Callable[[Task], "Future[Done]"]]:
    from concurrent.futures import ThreadPoolExecutor  # noqa: PLC0415 - as above

    job = make_job()
    pool = ThreadPoolExecutor(count, thread_name_prefix="worker")
    try:
        pool.submit(job.load)
        yield lambda task: pool.submit(job, task)
    finally:
        pool.shutdown(cancel_futures=True)


@contextmanager
def _processes(
    make_job: Callable[[], Job[Task, Done]], count: int
) -> Iterator[Callable[[Task], "Future[Done]"]]:
    """Open processes that may crash: the pool replaces one that does."""
    pool = _Pool(make_job, count)
    try:
        yield pool.submit
        pool.close()
    except BaseException:
        pool.stop()
        raise


class _Pool:
    """A pool of processes, and another in its place if it breaks.

    pebble's survives a worker that dies at a task, but not one that dies between two.
    """

    def __init__(self, make_job: Callable[[], Job[Any, Any]], count: int) -> None:
        self._make_job, self._count = make_job, count
        self._pool = self._open()

    def submit(self, task: Any) -> "Future[Any]":  # noqa: ANN401 - as in _do
        try:
            return self._schedule(task)
        except RuntimeError:  # it is broken
            self.stop()
            self._pool = self._open()
            return self._schedule(task)

    def close(self) -> None:
        """Wait until every task is done, and send the workers home."""
        self._pool.close()
        self._pool.join()

    def stop(self) -> None:
        """Send the workers home now.

        Not at any price: an interrupt may have come in the middle of the pool's own
        work, and its threads and processes are daemons, which end with us.
        """
        self._pool.stop()
        waiting = threading.Thread(target=self._pool.join, daemon=True)
        waiting.start()
        waiting.join(_LONGEST_STOP_S)

    def _schedule(self, task: Any) -> "Future[Any]":  # noqa: ANN401
        done: Future[Any] = self._pool.schedule(_do, args=(task,), timeout=_LONGEST_S)
        return done

    def _open(self) -> Any:  # noqa: ANN401 - pebble is imported only here
        # 0.05 s that threads never need
        import multiprocessing  # noqa: PLC0415

        import pebble  # noqa: PLC0415

        way = way_to_start()
        make_job = _made(self._make_job) if way == "fork" else self._make_job
        pebble.CONSTS.sleep_unit = _LOOK_S
        pool = pebble.ProcessPool(
            max_workers=self._count,
            initializer=_take_job,
            initargs=(make_job,),
            context=multiprocessing.get_context(way),
        )
        try:
            for _ in range(self._count):
                pool.schedule(_load)  # the first starts them all
        except OSError as error:
            raise WorkersError(error.strerror or str(error)) from error
        return pool


def _made(make_job: Callable[[], Job[Any, Any]]) -> Callable[[], Job[Any, Any]]:
    """Make and load a job before a fork: what it imports, all workers then share."""
    job = make_job()
    with contextlib.suppress(Exception):  # whatever it is, the first task says it
        job.load()
    gc.freeze()  # to look for cycles writes to every page, and makes each worker a copy
    return lambda: job


def way_to_start() -> Literal["fork", "spawn"]:
    """Fork while there is one thread only, and start clean where there are more.

    A fork costs 2 ms and shares this process's memory; a clean start takes 0.2 s of
    imports. But a fork beside other threads may inherit a lock that nobody frees.
    """
    forks = sys.platform == "linux" and threading.active_count() == 1
    return "fork" if forks else "spawn"


_jobs: list[Job[Any, Any]] = []
"""In a worker process: the one job that it made."""


def _take_job(make_job: Callable[[], Job[Any, Any]]) -> None:
    _jobs[:] = [make_job()]


def _load() -> None:
    _jobs[0].load()


_tasks = itertools.count(1)


def _do(task: Any) -> Any:  # noqa: ANN401 - whatever the job takes and gives
    if next(_tasks) % _TIDY_AFTER == 0:
        gc.collect()
    return _jobs[0](task)
