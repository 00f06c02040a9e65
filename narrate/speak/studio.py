"""Workers: threads for an engine that may be shared, processes for one that may not."""

import multiprocessing
import sys
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager

from narrate.options import Voice
from narrate.sound import Sound
from narrate.speak.base import Engine
from narrate.speak.catalog import open_engine

Submit = Callable[[str, float], "Future[Sound]"]
"""Takes a text and a pitch; the sound comes later, or the worker's error."""

_JOBS_A_PROCESS = 3  # espeak-ng takes a third of what mastering and encoding take
_LONGEST_STOP_S = 3.0  # for workers to go after an interrupt
_LONGEST_S = 120.0  # for one utterance, of 20 s: an engine that hangs is killed


@contextmanager
def open_studio(engine: Engine, voice: Voice, jobs: int) -> Iterator[Submit]:
    """Open as many workers as jobs; whatever happens, none outlives the block."""
    if engine.shareable:
        with _threads(engine, jobs) as submit:
            yield submit
    else:
        with _processes(voice, jobs) as submit:
            yield submit


@contextmanager
def _threads(engine: Engine, jobs: int) -> Iterator[Submit]:
    pool = ThreadPoolExecutor(jobs, thread_name_prefix="speak")
    try:
        yield lambda text, pitch: pool.submit(engine.say, text, pitch)
    finally:
        pool.shutdown(cancel_futures=True)


@contextmanager
def _processes(voice: Voice, jobs: int) -> Iterator[Submit]:
    """Open processes that may crash: the pool replaces one that does."""
    from pebble import ProcessPool  # noqa: PLC0415 - 0.1 s that threads never need

    pool = ProcessPool(
        max_workers=-(-jobs // _JOBS_A_PROCESS),
        initializer=_open_in_worker,
        initargs=(voice,),
        context=multiprocessing.get_context(_way_to_start()),
    )
    try:
        yield lambda text, pitch: pool.schedule(
            _say_in_worker, args=(text, pitch), timeout=_LONGEST_S
        )
        pool.close()
        pool.join()
    except BaseException:
        pool.stop()
        # Not forever: an interrupt may have come in the middle of the pool's own work,
        # and its threads and processes are daemons, which end with us.
        waiting = threading.Thread(target=pool.join, daemon=True)
        waiting.start()
        waiting.join(_LONGEST_STOP_S)
        raise


def _way_to_start() -> str:
    """Fork while there is one thread only, and start clean where there are more.

    A fork costs 2 ms and shares this process's memory; a clean start takes 0.2 s of
    imports. But a fork beside other threads may inherit a lock that nobody frees.
    """
    forks = sys.platform == "linux" and threading.active_count() == 1
    return "fork" if forks else "spawn"


_engines: list[Engine] = []
"""In a worker process: the one engine that it opened."""


def _open_in_worker(voice: Voice) -> None:
    _engines[:] = [open_engine(voice)]


def _say_in_worker(text: str, pitch: float) -> Sound:
    return _engines[0].say(text, pitch)
