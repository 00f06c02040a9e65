"""How long a build takes, against what a user would type instead.

Whole processes, in pairs (ours, theirs, ours, theirs …), so that a machine whose speed
drifts does not favour one; medians; an empty cache for each of our runs. Memory is
taken in runs of its own, as to look costs time: the sum of the proportional sets of
all processes of a run, every 10 ms (a page that two share counts half in each).

    python tests/benchmarks/speed.py [ARTICLE] [--runs 9] [--smoke]

The peers are Debian's `espeak-ng` and `lame`, and the program `hibari` that comes with
the default voice. `--smoke` runs each of ours once and needs no peer: it shows that the
benchmark works, and judges nothing.
"""

import argparse
import os
import resource
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from statistics import median

EXAMPLE = Path(__file__).parents[1] / "articles" / "minefields.txt"
NARRATE = (sys.executable, "-m", "narrate")
HIBARI = str(Path(sys.executable).with_name("hibari"))
LOOK_EVERY_S = 0.01


@dataclass(frozen=True, slots=True)
class Run:
    """One run of a command."""

    wall_s: float
    cpu_s: float


@dataclass(frozen=True, slots=True)
class Pair:
    """Ours, what a user would type instead, and the ratio that we want."""

    name: str
    ours: Callable[[Path], list[str]]
    theirs: Callable[[Path], list[str]]
    needs: tuple[str, ...]
    target: str


def pairs(article: Path) -> list[Pair]:
    """List what is compared; each command gets a scratch folder."""

    def build(*words: str) -> Callable[[Path], list[str]]:
        return lambda scratch: [
            *NARRATE,
            *("build", str(article), "-o", str(scratch / "a.mp3"), "--plain"),
            *words,
        ]

    def shell(words: str) -> Callable[[Path], list[str]]:
        return lambda scratch: [
            *("/bin/bash", "-o", "pipefail", "-c"),
            words.format(article=article, scratch=scratch, hibari=HIBARI),
        ]

    return [
        Pair(
            "voice espeak",
            build("--voice", "espeak"),
            shell(
                "espeak-ng -v en-us -s 150 -f {article} --stdout"
                " | lame --quiet -b 64 -m m - {scratch}/b.mp3"
            ),
            ("espeak-ng", "lame"),
            "wall at most 1.0, memory at most 120 MB",
        ),
        Pair(
            "voice heart (default)",
            build(),
            shell(
                "{hibari} - -o {scratch}/b.wav < {article}"
                " && lame --quiet -b 64 -m m {scratch}/b.wav {scratch}/b.mp3"
            ),
            (HIBARI, "lame"),
            "wall at most 0.6, memory at most 480 MB",
        ),
        Pair(
            "narrate --help",
            lambda _: [*NARRATE, "--help"],
            lambda _: [sys.executable, "-c", "pass"],
            (),
            "at most 0.25 s",
        ),
    ]


def run(command: list[str], cache: Path, peak: list[int] | None = None) -> Run:
    """Run a command to its end, as a process group; note its peak of bytes if asked."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    start_s = time.perf_counter()
    process = subprocess.Popen(
        command,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        env={**os.environ, "NARRATE_CACHE": str(cache)},
        start_new_session=True,
    )
    watch = threading.Thread(target=_watch, args=(process, peak))
    if peak is not None:
        watch.start()
    _, err = process.communicate()
    wall_s = time.perf_counter() - start_s
    if process.returncode:
        sys.exit(f"{' '.join(command)} failed: {err.decode()}")
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu_s = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return Run(wall_s, cpu_s)


def _watch(process: "subprocess.Popen[bytes]", peaks: list[int]) -> None:
    while process.poll() is None:
        peaks.append(_group_bytes(process.pid))
        time.sleep(LOOK_EVERY_S)


def peak_mb(command: Callable[[Path], list[str]]) -> float:
    """Give the most memory that a command took in three runs."""
    peaks = [0]
    for _ in range(3):
        with tempfile.TemporaryDirectory() as scratch:
            run(command(Path(scratch)), Path(scratch) / "cache", peaks)
    return max(peaks) / 1e6


def _group_bytes(group: int) -> int:
    """Sum the proportional set sizes of a process group (Linux, smaps_rollup)."""
    total = 0
    for path in Path("/proc").glob("[0-9]*"):
        try:
            if os.getpgid(int(path.name)) == group:
                rollup = (path / "smaps_rollup").read_text()
                total += 1024 * int(rollup.partition("Pss:")[2].split()[0])
        except (OSError, IndexError):
            continue  # it ended meanwhile
    return total


def measure(pair: Pair, runs: int) -> str:
    """Run a pair in turn, after one run of each that does not count; give a row."""
    ours: list[Run] = []
    theirs: list[Run] = []
    for at in range(runs + 1):
        for command, kept in ((pair.ours, ours), (pair.theirs, theirs)):
            with tempfile.TemporaryDirectory() as scratch:
                done = run(command(Path(scratch)), Path(scratch) / "cache")
            if at:
                kept.append(done)
    wall = median(a.wall_s / b.wall_s for a, b in zip(ours, theirs, strict=True))
    cpu = median(a.cpu_s / b.cpu_s for a, b in zip(ours, theirs, strict=True))
    return (
        f"| {pair.name} | {median(r.wall_s for r in ours):.2f} "
        f"| {median(r.wall_s for r in theirs):.2f} | {wall:.2f} "
        f"| {median(r.cpu_s for r in ours):.2f} "
        f"| {median(r.cpu_s for r in theirs):.2f} | {cpu:.2f} "
        f"| {peak_mb(pair.ours):.0f} | {peak_mb(pair.theirs):.0f} "
        f"| {pair.target} |"
    )


def main() -> None:
    """Measure and print a table."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("article", nargs="?", type=Path, default=EXAMPLE)
    parser.add_argument("--runs", type=int, default=9)
    parser.add_argument("--smoke", action="store_true")
    options = parser.parse_args()
    listed = pairs(options.article.resolve())
    if options.smoke:
        for pair in listed:
            with tempfile.TemporaryDirectory() as scratch:
                done = run(pair.ours(Path(scratch)), Path(scratch) / "cache")
            print(f"{pair.name}: {done.wall_s:.2f} s wall, {done.cpu_s:.2f} s CPU")
        return
    missing = {name for pair in listed for name in pair.needs if not shutil.which(name)}
    if missing:
        sys.exit(f"not installed: {', '.join(sorted(missing))}")
    print("| | ours, s | theirs, s | wall ratio | ours, CPU s | theirs, CPU s ", end="")
    print("| CPU ratio | ours, MB | theirs, MB | target |")
    print("|---|---|---|---|---|---|---|---|---|---|")
    for pair in listed:
        print(measure(pair, options.runs), flush=True)


if __name__ == "__main__":
    main()
