"""Commands run as a user would run them, and what all of their processes took.

Each gets a session of its own, so that its processes can be found, counted and, if the
benchmark is stopped, ended. Linux only: memory is read from /proc.
"""

import os
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from statistics import median

NARRATE = (sys.executable, "-m", "narrate")
HIBARI = str(Path(sys.executable).with_name("hibari"))
EXAMPLE = Path(__file__).parents[1] / "articles" / "minefields.txt"
CORES = len(os.sched_getaffinity(0))

_IMPORTTIME = "import time:"
_IMPORT = """
import importlib, os, sys
os.environ["OPENBLAS_NUM_THREADS"] = "1"  # as narrate sets it
for name in sys.argv[1:]:
    try:
        importlib.import_module(name)
    except ImportError:  # one that was looked for in vain, there as here
        continue
"""


@dataclass(frozen=True, slots=True)
class Look:
    """The memory of a command at one moment."""

    at_s: float
    """Since it began."""

    size: int
    """Bytes: proportional set sizes, added up over its processes."""

    processes: int
    """How many there were."""


@dataclass(frozen=True, slots=True)
class Run:
    """One run of a command."""

    wall_s: float
    cpu_s: float
    looks: tuple[Look, ...] = ()

    @property
    def peak_mb(self) -> float:
        """The most memory that any look saw."""
        return max((look.size for look in self.looks), default=0) / 1e6


def run(command: tuple[str, ...], cache: Path, look_every_s: float = 0.0) -> Run:
    """Run a command to its end with a cache of its own; look at its memory if asked.

    To look costs time, 1 ms for each 40 MB: so it is asked for in runs of its own, or
    seldom.
    """
    with tempfile.TemporaryFile() as words:
        start_s = time.perf_counter()
        process = start(command, cache, subprocess.DEVNULL, words.fileno())
        with _stopping(process), _looking(process.pid, look_every_s) as looks:
            _, status, used = os.wait4(process.pid, 0)
            wall_s = time.perf_counter() - start_s
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            words.seek(0)
            sys.exit(f"{' '.join(command)} failed:\n{words.read().decode()}")
    if left := _members(process.pid):
        # What nobody waited for is in no account of processor time.
        sys.exit(f"{' '.join(command)} left processes behind: {left}")
    return Run(wall_s, used.ru_utime + used.ru_stime, tuple(looks))


def start(
    command: tuple[str, ...], cache: Path, stdout: int, stderr: int
) -> "subprocess.Popen[bytes]":
    """Start a command in a session of its own."""
    signal.signal(signal.SIGTERM, signal.default_int_handler)  # to end it before we go
    return subprocess.Popen(
        command,
        stdin=subprocess.DEVNULL,
        stdout=stdout,
        stderr=stderr,
        env={**os.environ, "NARRATE_CACHE": str(cache)},
        start_new_session=True,
    )


def end(process: "subprocess.Popen[bytes]") -> None:
    """End all processes of a command that nobody needs any more."""
    for pid in _members(process.pid):
        try:
            os.kill(pid, signal.SIGKILL)
        except ProcessLookupError:
            continue  # by itself meanwhile
    process.wait()


@contextmanager
def _stopping(process: "subprocess.Popen[bytes]") -> Iterator[None]:
    """See to it that nothing goes on when the benchmark itself is stopped."""
    try:
        yield
    except BaseException:
        end(process)
        raise


@contextmanager
def _looking(session: int, every_s: float) -> Iterator[list[Look]]:
    """Look at the memory of a session in the background."""
    looks: list[Look] = []
    done = threading.Event()
    start_s = time.perf_counter()

    def look() -> None:
        while not done.wait(every_s):
            sizes = [size for pid in _members(session) if (size := _bytes_of(pid))]
            at_s = time.perf_counter() - start_s
            looks.append(Look(at_s, sum(sizes), len(sizes)))

    thread = threading.Thread(target=look)
    if every_s:
        thread.start()
    try:
        yield looks
    finally:
        done.set()
        if every_s:
            thread.join()


def _members(session: int) -> list[int]:
    """List the processes of a session."""
    members = []
    for path in Path("/proc").glob("[0-9]*"):
        try:
            if os.getsid(int(path.name)) == session:
                members.append(int(path.name))
        except ProcessLookupError:
            continue  # it ended meanwhile
    return members


def _bytes_of(pid: int) -> int:
    """Give a process's proportional set size: what two share counts half in each."""
    try:
        rollup = Path(f"/proc/{pid}/smaps_rollup").read_text(encoding="ascii")
        return 1024 * int(rollup.partition("Pss:")[2].split()[0])
    except (OSError, IndexError):
        return 0  # it ended meanwhile


def imported(words: tuple[str, ...], cache: Path) -> tuple[str, ...]:
    """Give the command that does nothing but import what `narrate WORDS` imports.

    It is Python's own list, of all its processes, in order; each module once.
    """
    done = subprocess.run(
        [sys.executable, "-X", "importtime", *NARRATE[1:], *words],
        check=True,
        capture_output=True,
        text=True,
        env={**os.environ, "NARRATE_CACHE": str(cache)},
    )
    listed = [line for line in done.stderr.splitlines() if line.startswith(_IMPORTTIME)]
    names = dict.fromkeys(line.rpartition("|")[2].strip() for line in listed[1:])
    return (sys.executable, "-c", _IMPORT, *names)


def require(*programs: str) -> None:
    """Stop with a plain sentence where a peer is not installed."""
    missing = sorted({name for name in programs if not shutil.which(name)})
    if missing:
        sys.exit(
            f"Not installed: {', '.join(missing)}. Debian has espeak-ng and lame; "
            "hibari comes with narrate. Without them there is --smoke."
        )


def middle(numbers: list[float]) -> float:
    """Give the median; 0 of none."""
    return median(numbers) if numbers else 0.0


def row(*cells: str) -> None:
    """Print a line of a table in Markdown, at once."""
    print(f"| {' | '.join(cells)} |", flush=True)


def head(*cells: str) -> None:
    """Print the head of a table."""
    row(*cells)
    print("|" + "---|" * len(cells), flush=True)
