import errno
import multiprocessing
import os
import signal
import threading
import time
from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass

import pebble
import pytest

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

    monkeypatch.setattr(pebble.ProcessPool, "schedule", full)
    with (
        pytest.raises(WorkersError, match="No space left on device"),
        open_workers(Doubler, 1, apart=True),
    ):
        pass
