import contextlib
import errno
import multiprocessing
import multiprocessing.connection
import os
import signal
import threading
import time
from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import pytest

from narrate import workers as workers_module
from narrate.errors import WorkersError
from narrate.workers import is_lost, open_workers


@dataclass(frozen=True)
class Doubler:
    """Doubles numbers; dies of some."""

    def load(self) -> None:
        """Nothing to load."""

    def __call__(self, number: int) -> tuple[int, int]:
        if number < 0:
            os.kill(os.getpid(), signal.SIGKILL)
        if not number:
            raise ValueError("nothing to double")
        return 2 * number, os.getpid()


class Heavy(Doubler):
    """Can't be loaded."""

    def load(self) -> None:
        raise ImportError("no such part")


@pytest.mark.parametrize("apart", [True, False])
def test_tasks_are_done_in_this_process_or_apart(*, apart: bool) -> None:
    with open_workers(Doubler, 2, apart=apart) as submit:
        done = [each.result() for each in [submit(n) for n in range(1, 20)]]
    assert [number for number, _ in done] == [2 * n for n in range(1, 20)]
    assert ({pid for _, pid in done} == {os.getpid()}) is not apart


@pytest.mark.parametrize("apart", [True, False])
def test_an_error_comes_back_as_it_is(*, apart: bool) -> None:
    with open_workers(Doubler, 1, apart=apart) as submit:
        error = submit(0).exception()
    assert isinstance(error, ValueError)
    assert not is_lost(error)


def test_a_task_that_kills_its_worker_is_lost_and_no_other_is() -> None:
    with open_workers(Doubler, 2, apart=True) as submit:
        tasks = [submit(number) for number in (1, -1, 2, 3)]
        errors = [task.exception() for task in tasks]
    assert [error is not None and is_lost(error) for error in errors] == [
        False,
        True,
        False,
        False,
    ]


def test_workers_that_die_between_tasks_are_replaced() -> None:
    with open_workers(Doubler, 2, apart=True) as submit:
        for _ in range(3):
            pids = {submit(number).result()[1] for number in range(1, 9)}
            for pid in pids:
                os.kill(pid, signal.SIGKILL)
            time.sleep(0.1)
            assert _answer(submit) == 14


def _answer(submit: Callable[[int], Future[tuple[int, int]]]) -> int:
    """Ask as takes do: a task that was lost is tried once more."""
    task = submit(7)
    error = task.exception()
    return (submit(7) if error and is_lost(error) else task).result()[0]


@pytest.mark.parametrize("apart", [True, False])
def test_what_can_not_be_loaded_hangs_nobody(*, apart: bool) -> None:
    with open_workers(Heavy, 2, apart=apart) as submit:
        assert submit(4).result()[0] == 8


@pytest.mark.parametrize("apart", [True, False])
def test_nobody_outlives_the_block(*, apart: bool) -> None:
    with pytest.raises(KeyboardInterrupt):
        _interrupted(apart=apart)
    end_s = time.monotonic() + 5
    while multiprocessing.active_children() or threading.active_count() > 1:
        assert time.monotonic() < end_s
        time.sleep(0.01)


def _interrupted(*, apart: bool) -> None:
    with open_workers(Doubler, 2, apart=apart) as submit:
        submit(5).result()
        raise KeyboardInterrupt


def test_a_system_without_room_for_workers_is_one_sentence(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, "fork", full)
    with (
        pytest.raises(WorkersError, match="No space left on device"),
        open_workers(Doubler, 1, apart=True),
    ):
        pass
    assert not multiprocessing.active_children()


class Dying(Doubler):
    """Dies the first time, when it is loaded or soon after its first answer."""

    def __init__(self, mark: Path, moment: str) -> None:
        self.mark, self.moment = mark, moment

    def load(self) -> None:
        if self.moment == "load":
            self._die()

    def __call__(self, number: int) -> tuple[int, int]:
        if self.moment == "task":
            self._die()
        if self.moment == "after":
            threading.Timer(0.05, self._die).start()
        return super().__call__(number)

    def _die(self) -> None:
        with contextlib.suppress(FileExistsError):
            self.mark.touch(exist_ok=False)
            os.kill(os.getpid(), signal.SIGKILL)


@pytest.mark.parametrize("moment", ["load", "task", "after"])
def test_a_worker_that_dies_at_any_moment_costs_one_try(
    tmp_path: Path, moment: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(workers_module, "way_to_start", lambda: "spawn")
    make = partial(Dying, tmp_path / "dead", moment)
    with open_workers(make, 1, apart=True) as submit:
        assert _answer(submit) == 14
        time.sleep(0.2)
        assert _answer(submit) == 14
    assert (tmp_path / "dead").exists()


class Long(Doubler):
    """Has answers of 3 MB, more than a pipe takes at once."""

    def __call__(self, number: int) -> tuple[int, int]:
        doubled, pid = super().__call__(number)
        return doubled << 24_000_000, pid


def test_a_worker_that_dies_in_the_middle_of_an_answer_holds_nobody(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    heard = multiprocessing.connection.Connection.recv

    def shot(pipe: "multiprocessing.connection.Connection") -> object:
        for each in multiprocessing.active_children():  # the rest was never written
            each.kill()
        return heard(pipe)

    with open_workers(Long, 1, apart=True) as submit:
        with monkeypatch.context() as patched:
            patched.setattr(multiprocessing.connection.Connection, "recv", shot)
            error = submit(7).exception()
        assert error
        assert is_lost(error)
        assert submit(7).result()[0] == 14 << 24_000_000


class Sleeper(Doubler):
    """Takes as many seconds as it is told."""

    def __call__(self, number: int) -> tuple[int, int]:
        time.sleep(number)
        return number, os.getpid()


def test_a_task_that_hangs_is_lost_and_no_other_waits_for_it() -> None:
    with open_workers(Sleeper, 1, apart=True, limit_s=20) as submit:
        assert submit(0).result()[0] == 0
    with open_workers(Sleeper, 1, apart=True, limit_s=3) as submit:
        error = submit(600).exception()
        assert error
        assert is_lost(error)
        assert str(error) == "its worker was silent for 3 s"
        assert submit(0).result()[0] == 0


def test_an_interrupt_waits_for_no_task() -> None:
    begun = time.monotonic()
    with pytest.raises(KeyboardInterrupt):
        _interrupted_at_work()
    assert time.monotonic() - begun < 60
    assert not multiprocessing.active_children()


def _interrupted_at_work() -> None:
    with open_workers(Sleeper, 2, apart=True) as submit:
        for _ in range(8):
            submit(600)
        raise KeyboardInterrupt


def _own_and_wait(pids: "multiprocessing.connection.Connection") -> None:
    with open_workers(Sleeper, 3, apart=True) as submit:
        pids.send([submit(0).result()[1] for _ in range(3)])
        submit(600).result()


def test_no_worker_outlives_an_owner_that_is_killed() -> None:
    ours, theirs = multiprocessing.Pipe()
    owner = multiprocessing.get_context("fork").Process(
        target=_own_and_wait, args=(theirs,)
    )
    owner.start()
    pids = ours.recv()
    owner.kill()
    owner.join()
    end_s = time.monotonic() + 5
    while any(_lives(pid) for pid in pids):
        assert time.monotonic() < end_s
        time.sleep(0.01)


def _lives(pid: int) -> bool:
    try:
        status = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8")
    except OSError:
        return False
    return status.rpartition(")")[2].split()[0] != "Z"


class Odd:
    """Gives what can't be pickled."""

    def load(self) -> None:
        """Nothing to load."""

    def __call__(self, number: int) -> Callable[[], int]:
        return lambda: number


def test_an_answer_that_can_not_travel_is_an_error_and_no_loss() -> None:
    with open_workers(Odd, 1, apart=True) as submit:
        errors = [submit(1).exception() for _ in range(2)]
    assert all(error and not is_lost(error) for error in errors)
