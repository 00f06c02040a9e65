"""What breaks around a build: whole processes, real signals, real limits.

In CI each fault strikes a few times; NARRATE_FAULTS=50 strikes as often as that.
"""

import contextlib
import fcntl
import os
import random
import resource
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from narrate.stamps import sha256_of

STRIKES = int(os.environ.get("NARRATE_FAULTS", "4"))
LONGEST_S = 60

pytestmark = [
    pytest.mark.faults,
    pytest.mark.skipif(sys.platform != "linux", reason="signals and limits of Linux"),
]


class Build:
    """A build with the voice `espeak` in a process group of its own, and its place."""

    def __init__(self, article: Path, folder: Path) -> None:
        self.folder = folder
        folder.mkdir()
        self.place = folder / "out" / article.stem
        self.audio = self.place / f"{article.stem}.mp3"
        self._words = [
            *(sys.executable, "-m", "narrate", "build", str(article), "--plain"),
            *("--voice", "espeak", "--force", "-o", f"{folder}/out/"),
        ]

    def start(
        self, *words: str, cache: str = "cache", limit: int | None = None
    ) -> "subprocess.Popen[str]":
        """Start it; with a limit, no file may grow beyond so many bytes."""

        def set_up() -> None:
            signal.signal(signal.SIGINT, signal.SIG_DFL)
            if limit is not None:
                resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))

        return subprocess.Popen(
            [*self._words, *words],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            env={**os.environ, "NARRATE_CACHE": str(self.folder / cache)},
            preexec_fn=set_up,  # noqa: PLW1509 - one thread
            start_new_session=True,
        )

    def run(self, *words: str, cache: str = "cache") -> dict[str, str]:
        """Run it to its end, and give what it made."""
        process = self.start(*words, cache=cache)
        _, err = ended(process)
        assert process.returncode == 0, err
        return self.files()

    def files(self) -> dict[str, str]:
        """Name all that lies in the episode's folder, with the hash of each."""
        return {
            str(path.relative_to(self.place)): sha256_of(path)
            for path in self.place.rglob("*")
            if path.is_file()
        }

    def seen(self) -> dict[str, str]:
        """Name it without what no server or player shows."""
        files = self.files().items()
        return {name: hashed for name, hashed in files if not name.startswith(".")}


def ended(process: "subprocess.Popen[str]") -> tuple[str, str]:
    """Wait for what it says to its end; one that hangs is killed, with its workers."""
    try:
        return process.communicate(timeout=LONGEST_S)
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)
        out, err = process.communicate()
        pytest.fail(f"it hung: {out}{err}")


@pytest.fixture
def build(minefields: Path, tmp_path: Path) -> Build:
    return Build(minefields, tmp_path / "build")


@pytest.fixture(scope="module")
def unbroken(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    article = Path(__file__).parent / "articles" / "minefields.txt"
    return Build(article, tmp_path_factory.mktemp("unbroken") / "build").run()


def group(process: "subprocess.Popen[str]") -> list[int]:
    """Name the processes of a build that live."""
    found: list[int] = []
    for path in Path("/proc").glob("[0-9]*"):
        with contextlib.suppress(OSError):
            status = (path / "stat").read_text().rpartition(")")[2].split()
            if int(status[2]) == process.pid and status[0] != "Z":
                found.append(int(path.name))
    return found


def is_gone(process: "subprocess.Popen[str]") -> bool:
    """Wait until no process of a build lives; a second is time enough."""
    end_s = time.monotonic() + 1
    while group(process):
        if time.monotonic() > end_s:
            return False
        time.sleep(0.02)
    return True


def moments(seed: int) -> Iterator[float]:
    """Give times at which to strike: from before it reads until it is nearly done."""
    chance = random.Random(seed)  # noqa: S311 - the same moments each time
    return (chance.uniform(0.05, 1.6) for _ in range(STRIKES))


@pytest.mark.parametrize("name", ["SIGINT", "SIGTERM"])
def test_a_signal_at_any_moment_leaves_all_or_nothing(
    build: Build, unbroken: dict[str, str], name: str
) -> None:
    for moment in moments(len(name)):
        process = build.start()
        time.sleep(moment)
        process.send_signal(signal.Signals[name])
        _, err = ended(process)
        assert "Traceback" not in err
        assert is_gone(process)
        assert build.files() in ({}, unbroken)
    assert build.run() == unbroken


def test_a_build_that_is_killed_leaves_all_or_nothing(
    build: Build, unbroken: dict[str, str]
) -> None:
    for moment in moments(9):
        process = build.start()
        time.sleep(moment)
        os.killpg(process.pid, signal.SIGKILL)
        process.communicate()
        assert build.seen().items() <= unbroken.items()
    assert build.run() == unbroken


def test_killed_workers_are_replaced_and_the_bytes_are_the_same(
    build: Build, unbroken: dict[str, str]
) -> None:
    struck = 0
    for at, moment in enumerate(moments(7)):
        process = build.start(cache=f"cache {at}")
        time.sleep(moment)
        workers = [pid for pid in group(process) if pid != process.pid]
        for pid in workers[:1]:
            with contextlib.suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)
                struck += 1
        _, err = ended(process)
        assert process.returncode == 0, err
        assert build.files() == unbroken
        shutil.rmtree(build.place)
    assert struck


def _sizes(size: int) -> list[int]:
    chance = random.Random(size)  # noqa: S311 - the same sizes each time
    return [4096, size - 1, *(chance.randrange(size) for _ in range(STRIKES))]


def test_a_disk_that_is_full_at_any_byte_leaves_what_was_there(
    build: Build, unbroken: dict[str, str]
) -> None:
    assert build.run() == unbroken
    for limit in _sizes(build.audio.stat().st_size):
        process = build.start("--wpm", "130", limit=limit)
        _, err = ended(process)
        assert process.returncode == 6
        assert "the disk is full. Free some space" in err
        assert "Traceback" not in err
        assert build.files() == unbroken
        assert is_gone(process)


def _as_a_file(cache: Path) -> None:
    cache.touch()


def _as_a_full_device(cache: Path) -> None:
    cache.mkdir()
    for name in ("clips", "segments"):
        (cache / name).symlink_to("/dev/full")


@pytest.mark.parametrize("spoil", [_as_a_file, _as_a_full_device])
def test_without_a_cache_it_works_and_says_so_once(
    build: Build, unbroken: dict[str, str], spoil: Callable[[Path], None]
) -> None:
    spoil(build.folder / "no cache")
    process = build.start(cache="no cache")
    out, err = ended(process)
    assert process.returncode == 0, err
    assert (out + err).count("can't be written; built without it") == 1
    assert build.files() == unbroken


def test_entries_that_are_broken_are_made_anew(
    build: Build, unbroken: dict[str, str]
) -> None:
    build.run()
    chance = random.Random(3)  # noqa: S311 - the same entries each time
    for path in sorted((build.folder / "cache").glob("*/??/*")):
        whole = path.read_bytes()
        if chance.random() < 0.5:
            path.write_bytes(whole[: chance.randrange(len(whole))])
        else:
            at = chance.randrange(len(whole))
            path.write_bytes(whole[:at] + bytes((whole[at] ^ 4,)) + whole[at + 1 :])
    assert build.run() == unbroken


def test_builds_at_one_time_share_a_cache(
    minefields: Path, tmp_path: Path, unbroken: dict[str, str]
) -> None:
    builds = [Build(minefields, tmp_path / str(at)) for at in range(3)]
    started = [build.start(cache="../cache") for build in builds]
    for process in started:
        _, err = ended(process)
        assert process.returncode == 0, err
    assert all(build.files() == unbroken for build in builds)


def test_two_builds_into_one_folder_never_mix(
    build: Build, unbroken: dict[str, str]
) -> None:
    assert build.run() == unbroken
    handle = os.open(build.place, os.O_RDONLY)  # as another build holds it
    fcntl.flock(handle, fcntl.LOCK_EX)
    process = build.start("--wpm", "130")
    _, err = ended(process)
    os.close(handle)
    assert process.returncode == 6
    assert f"{build.place} is being written by another build. Wait for it" in err
    assert build.files() == unbroken
    assert build.run() == unbroken


@pytest.mark.parametrize("jobs", ["1", "2", "4"])
def test_the_bytes_hang_on_no_number_of_workers_and_no_cache(
    build: Build, unbroken: dict[str, str], jobs: str
) -> None:
    cold = build.run("--jobs", jobs, cache=jobs)
    warm = build.run("--jobs", jobs, cache=jobs)
    assert cold == warm == unbroken
