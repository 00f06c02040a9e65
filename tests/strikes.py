"""Batches that are struck down: real processes, killed and begun again."""

import os
import random
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from tests.batch.archives import contents

Process = subprocess.Popen[str]
LONGEST_S = 120


@dataclass(frozen=True, slots=True)
class Struck:
    """What a strike cost."""

    finished: int
    """Articles that were whole when it struck."""

    again: int
    """Of these, how many were built once more."""

    same: bool
    """Whether all bytes are those of an unbroken run."""

    left: tuple[str, ...]
    """Half-written files that are there in the end."""


class Batch:
    """A batch over a folder of articles, in a process group of its own."""

    def __init__(self, articles: Path, out: Path, voice: str, *more: str) -> None:
        self.out = out
        words = ("batch", str(articles), "-o", str(out), "--voice", voice, "--plain")
        self._words = (sys.executable, "-m", "narrate", *words, "--jobs", "2", *more)
        self._env = {**os.environ, "NARRATE_CACHE": str(out.parent / "cache")}

    def start(self) -> Process:
        """Begin it."""
        return subprocess.Popen(
            self._words,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            env=self._env,
            start_new_session=True,
        )

    def run(self) -> str:
        """Run it to its end; give what it said."""
        process = self.start()
        said, _ = process.communicate(timeout=LONGEST_S)
        assert process.returncode == 0, said
        return said

    def finished(self) -> set[str]:
        """Name the articles that are whole by now."""
        records = self.out.glob("*/episode.json")
        return {
            path.parent.name for path in records if not (path.parent / ".part").exists()
        }


def strike(
    batch: Batch,
    kill: Callable[[Process], None],
    after_s: float,
    reference: dict[str, str],
) -> Struck:
    """Begin a batch, kill what is to be killed, let it end, and run it once more."""
    process = batch.start()
    time.sleep(after_s)
    kill(process)
    finished = batch.finished()
    stamps = {name: _stamp(batch.out / name) for name in finished}
    process.communicate(timeout=LONGEST_S)
    batch.run()
    again = sum(_stamp(batch.out / name) != stamps[name] for name in finished)
    left = [path.as_posix() for path in batch.out.rglob("*.part")]
    left += [path.as_posix() for path in batch.out.rglob(".part")]
    return Struck(len(finished), again, contents(batch.out) == reference, tuple(left))


def _stamp(folder: Path) -> int:
    """Tell a finished article from one that is begun again: its folder has changed."""
    return folder.stat().st_mtime_ns


def kill_group(process: Process) -> None:
    """Kill it with all its workers."""
    os.killpg(process.pid, signal.SIGKILL)


def kill_worker(process: Process) -> None:
    """Kill one of its workers, if there is one yet."""
    children = Path(f"/proc/{process.pid}/task/{process.pid}/children")
    try:
        pids = [int(pid) for pid in children.read_text().split()]
    except FileNotFoundError:
        return  # it has ended
    if pids:
        os.kill(random.choice(pids), signal.SIGKILL)  # noqa: S311 - no secret


_WAIT = """
import sys
from distributed import Client
address, count, seconds = sys.argv[1:]
with Client(address, timeout=int(seconds)) as client:
    client.wait_for_workers(int(count), timeout=int(seconds))
"""


@dataclass(slots=True)
class Cluster:
    """A scheduler and its workers, each a process."""

    address: str
    scheduler: Process
    workers: list[Process]
    _start: Callable[[str, list[str]], Process]

    def restart(self) -> None:
        """Start all of it anew, and wait until the workers are there."""
        for old in (self.scheduler, *self.workers):
            _end(old)
        self.scheduler = self._start("scheduler", _scheduler_words(self.address))
        words = _worker_words(self.address)
        self.workers = [self._start("worker", words) for _ in self.workers]
        self.wait()

    def wait(self) -> None:
        """Wait for all workers, in a process of its own: Dask's client has threads."""
        words = (self.address, str(len(self.workers)), str(LONGEST_S))
        subprocess.run([sys.executable, "-c", _WAIT, *words], check=True)

    def restarted(self, kill: Callable[[Process], None]) -> Callable[[Process], None]:
        """Kill, and start again what has ended once the batch has said so."""

        def kill_and_restart(process: Process) -> None:
            kill(process)
            if self.scheduler.poll() is not None:
                process.wait(LONGEST_S)
                self.restart()

        return kill_and_restart

    def kill_scheduler(self, _: Process) -> None:
        """Kill the scheduler."""
        self.scheduler.kill()
        self.scheduler.wait()

    def kill_worker(self, _: Process) -> None:
        """Kill the worker itself, below its nanny."""
        nanny = random.choice(self.workers)  # noqa: S311 - no secret
        children = Path(f"/proc/{nanny.pid}/task/{nanny.pid}/children")
        for pid in children.read_text().split():
            command = Path(f"/proc/{pid}/cmdline").read_bytes()
            if b"spawn_main" in command:
                os.kill(int(pid), signal.SIGKILL)


@contextmanager
def cluster(folder: Path, workers: int = 2) -> Iterator[Cluster]:
    """Run a scheduler and so many workers on loopback; none outlives the block."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        address = f"tcp://127.0.0.1:{free.getsockname()[1]}"
    every: list[Process] = []

    def start(kind: str, words: list[str]) -> Process:
        log = (folder / f"{kind}-{len(every)}.log").open("w")
        made = subprocess.Popen(
            [sys.executable, "-m", f"distributed.cli.dask_{kind}", *words],
            stdout=log,
            stderr=subprocess.STDOUT,
            text=True,
            cwd=folder,
            env={**os.environ, "NARRATE_CACHE": str(folder / "cache"), "PYTHONPATH":
                 os.pathsep.join(filter(None, sys.path))},
            start_new_session=True,
        )  # fmt: skip
        log.close()
        every.append(made)
        return made

    try:
        scheduler = start("scheduler", _scheduler_words(address))
        nannies = [start("worker", _worker_words(address)) for _ in range(workers)]
        made = Cluster(address, scheduler, nannies, start)
        made.wait()
        yield made
    finally:
        for process in every:
            _end(process)


def _end(process: Process) -> None:
    """Kill it with all that it began, and wait for it."""
    with suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()


def _scheduler_words(address: str) -> list[str]:
    host, _, port = address.removeprefix("tcp://").rpartition(":")
    return ["--host", host, "--port", port, "--no-dashboard", "--no-show"]


def _worker_words(address: str) -> list[str]:
    return [address, "--nthreads", "1", "--no-dashboard", "--host", "127.0.0.1"]
