"""A worker: a process that may crash at any moment, and the pipe to it."""

import contextlib
import gc
import itertools
import os
import signal
import threading
import traceback
from collections.abc import Callable, Iterable
from queue import SimpleQueue
from typing import TYPE_CHECKING, Any, Literal, Protocol, TypeVar

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

Way = Literal["fork", "spawn"]
Task_contra = TypeVar("Task_contra", contravariant=True)
Done_co = TypeVar("Done_co", covariant=True)

DIED = "its worker died"
LONGEST_S = 120.0
"""For one task, of 20 s of sound: a worker that hangs is killed."""

_TIDY_AFTER = 32  # tasks: each time ctypes loads a library it leaves a cycle, of 9 kB
_RECEIVER = "receiver"
_STOPS = {signal.SIGINT, signal.SIGTERM}


class LostError(Exception):
    """A worker died or hung at a task."""


class Job(Protocol[Task_contra, Done_co]):
    """What a worker does, again and again."""

    def load(self) -> None:
        """Get ready; what fails here fails at the first task."""

    def __call__(self, task: Task_contra, /) -> Done_co:
        """Do one task."""


class Worker:
    """A worker process and the pipe to it, whose other end no one else holds."""

    def __init__(
        self,
        make_job: Callable[[], Job[Any, Any]],
        way: Way,
        others: "Iterable[Worker]",
    ) -> None:
        # 0.05 s that threads never need
        import multiprocessing  # noqa: PLC0415

        self.pipe, theirs = multiprocessing.Pipe()
        inherited = (
            [self.pipe, *(each.pipe for each in others)] if way == "fork" else []
        )
        words = (make_job, theirs, inherited)
        context: Any = multiprocessing.get_context(way)  # whose type names no Process
        self._process = context.Process(target=_work, args=words, daemon=True)
        before = signal.pthread_sigmask(signal.SIG_BLOCK, _STOPS)
        try:
            self._process.start()
        finally:
            signal.pthread_sigmask(signal.SIG_SETMASK, before)
            theirs.close()

    def is_well(self) -> bool:
        """Tell whether it waits for a task: one that died has closed its pipe."""
        try:
            return not self.pipe.poll()
        except OSError:
            return False

    def do(self, task: Any, limit_s: float) -> Any:  # noqa: ANN401 - as the job has it
        """Have a task done, or raise what it raised; a worker that is lost is ended."""
        try:
            self.pipe.send(task)
            answered = self.pipe.poll(limit_s)
            done, fault = self.pipe.recv() if answered else (None, _hung(limit_s))
        except (EOFError, OSError) as error:
            self.end()
            raise LostError(DIED) from error
        if not answered:
            self.end()
        if fault:
            raise fault
        return done

    def end(self) -> None:
        """End it at once, whatever it does; what waits for it hears that it died."""
        self._process.kill()
        self._process.join()


def _hung(limit_s: float) -> LostError:
    return LostError(f"its worker was silent for {limit_s:g} s")


def waiting_threads() -> int:
    """Count threads that hold no lock while a task is done: a worker's receiver.

    It waits in one read of the pipe until the task is answered; a fork may miss it.
    """
    return sum(thread.name == _RECEIVER for thread in threading.enumerate())


def _work(
    make_job: Callable[[], Job[Any, Any]],
    pipe: "Connection",
    inherited: "Iterable[Connection]",
) -> None:
    """In a worker process: do one task after another, as long as somebody asks."""
    import multiprocessing  # noqa: PLC0415 - as above

    for other in inherited:  # or it would hold open what must end with its owner
        other.close()
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the one who started us ends us
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    signal.pthread_sigmask(signal.SIG_UNBLOCK, _STOPS)
    # A reader's process may be started below this one, which daemons may not.
    multiprocessing.current_process().daemon = False
    tasks: SimpleQueue[Any] = SimpleQueue()
    listens = threading.Thread(target=_receive, args=(pipe, tasks), daemon=True)
    listens.name = _RECEIVER
    listens.start()
    job = make_job()
    with contextlib.suppress(Exception):  # whatever it is, the first task says it
        job.load()
    with contextlib.suppress(OSError):  # nobody waits for it any more
        for count in itertools.count(1):
            _answer(pipe, job, tasks.get())
            if count % _TIDY_AFTER == 0:
                gc.collect()


def _receive(pipe: "Connection", tasks: "SimpleQueue[Any]") -> None:
    """Take tasks as they come, and end this process when nobody is left to ask.

    A thread hears of it in the middle of a task; its owner may have been killed.
    """
    with contextlib.suppress(EOFError, OSError):
        while True:
            tasks.put(pipe.recv())
    os._exit(0)


def _answer(pipe: "Connection", job: Job[Any, Any], task: Any) -> None:  # noqa: ANN401
    try:
        answer: tuple[Any, Exception | None] = job(task), None
    except Exception as error:  # noqa: BLE001 - it is raised where the task came from
        error.add_note(traceback.format_exc())
        answer = None, error
    try:
        pipe.send(answer)
    except OSError:
        raise
    except Exception as error:  # noqa: BLE001 - what can't be pickled
        pipe.send((None, error))
