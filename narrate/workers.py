"""Workers: threads for a job that they may share, processes for one that may crash."""

import contextlib
import gc
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from queue import SimpleQueue
from typing import TYPE_CHECKING, Any, TypeVar

from narrate.errors import WorkersError
from narrate.worker import DIED, LONGEST_S, Job, LostError, Way, Worker, waiting_threads

if TYPE_CHECKING:
    from concurrent.futures import Future  # 10 ms that a rebuild need not wait

Task = TypeVar("Task")
Done = TypeVar("Done")


@contextmanager
def open_workers(
    make_job: Callable[[], Job[Task, Done]],
    count: int,
    *,
    apart: bool,
    limit_s: float = LONGEST_S,
) -> Iterator[Callable[[Task], "Future[Done]"]]:
    """Open workers, who get ready at once; whatever happens, none outlives the block.

    Threads share one job. Processes (`apart`) have one each, so that `make_job`, tasks
    and results must be such as can be pickled; a task whose worker died, or was silent
    for longer than its limit in seconds, is_lost.
    Raises WorkersError where the system has no room for them.
    """
    if apart:
        with _processes(make_job, count, limit_s) as submit:
            yield submit
    else:
        with _threads(make_job, count) as submit:
            yield submit


@contextmanager
def open_here(job: Job[Task, Done]) -> Iterator[Callable[[Task], "Future[Done]"]]:
    """Do each task at once, in this very thread, for those who are a worker already."""
    from concurrent.futures import Future  # noqa: PLC0415 - as above

    def submit(task: Task) -> "Future[Done]":
        done: Future[Done] = Future()
        done.set_result(job(task))
        return done

    yield submit


def is_lost(error: BaseException) -> bool:
    """Tell whether a task failed because its worker died or hung."""
    return isinstance(error, LostError)


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
    make_job: Callable[[], Job[Task, Done]], count: int, limit_s: float
) -> Iterator[Callable[[Task], "Future[Done]"]]:
    """Open processes that may crash: the pool replaces one that does."""
    pool = _Pool(make_job, count, limit_s)
    try:
        pool.open()
        yield pool.submit
        pool.close()
    except BaseException:
        pool.stop()
        raise


class _Pool:
    """A thread for each worker process, which hands it one task after another.

    The processes share no pipe and no lock, as those of other pools do: one that dies,
    at whatever moment, leaves nothing held, and takes no task with it but its own.
    """

    def __init__(
        self, make_job: Callable[[], Job[Any, Any]], count: int, limit_s: float
    ) -> None:
        # 0.05 s that threads never need
        from concurrent.futures import ThreadPoolExecutor  # noqa: PLC0415

        self._make_job, self._count, self._limit_s = make_job, count, limit_s
        self._threads = ThreadPoolExecutor(count, thread_name_prefix="worker")
        self._free: SimpleQueue[Worker] = SimpleQueue()
        self._workers: set[Worker] = set()
        self._lock = threading.Lock()
        self._stopped = False

    def open(self) -> None:
        """Start every process, before there is a thread that a fork would miss."""
        way = way_to_start()
        make_job = _made(self._make_job) if way == "fork" else self._make_job
        for _ in range(self._count):
            self._free.put(self._start(make_job, way))

    def submit(self, task: Any) -> "Future[Any]":  # noqa: ANN401 - what the job takes
        return self._threads.submit(self._do, task)

    def close(self) -> None:
        """Wait until every task is done, and send the workers home."""
        self._threads.shutdown()
        for worker in self._workers:
            worker.end()

    def stop(self) -> None:
        """End the workers now, with whatever they are at."""
        with self._lock:
            self._stopped = True
            for worker in self._workers:
                worker.end()
        self._threads.shutdown(cancel_futures=True)

    def _do(self, task: Any) -> Any:  # noqa: ANN401 - what the job takes and gives
        worker = self._free.get()
        try:
            if not worker.is_well():
                worker = self._replace(worker)
            return worker.do(task, self._limit_s)
        finally:
            self._free.put(worker)

    def _replace(self, worker: Worker) -> Worker:
        worker.end()
        with self._lock:  # so that none is started behind the back of an interrupt
            self._workers.discard(worker)
            if self._stopped:
                raise LostError(DIED)
            return self._start(self._make_job, way_to_start())

    def _start(self, make_job: Callable[[], Job[Any, Any]], way: Way) -> Worker:
        try:
            worker = Worker(make_job, way, self._workers)
        except OSError as error:
            raise WorkersError(error.strerror or str(error)) from error
        self._workers.add(worker)
        return worker


def _made(make_job: Callable[[], Job[Any, Any]]) -> Callable[[], Job[Any, Any]]:
    """Make and load a job before a fork: what it imports, all workers then share."""
    job = make_job()
    with contextlib.suppress(Exception):  # whatever it is, the first task says it
        job.load()
    gc.freeze()  # to look for cycles writes to every page, and makes each worker a copy
    return lambda: job


def way_to_start() -> Way:
    """Fork while there is one thread only, and start clean where there are more.

    A fork costs 2 ms and shares this process's memory; a clean start takes 0.2 s of
    imports. But a fork beside other threads may inherit a lock that nobody frees.
    """
    others = threading.active_count() - 1 - waiting_threads()
    forks = sys.platform == "linux" and not others
    return "fork" if forks else "spawn"
