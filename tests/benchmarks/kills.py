"""A batch killed at random moments, and what each kill cost.

python tests/benchmarks/kills.py             100 kills of a batch of 200 articles
python tests/benchmarks/kills.py --smoke     4, of 20

Each kind of kill strikes batches of two voices in turn, at moments spread over the
length of an unbroken run. After each the same command is given again; then every file
is held against those of the unbroken run.
"""

import argparse
import random
import shutil
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from tests.batch.archives import contents, write_articles
from tests.strikes import (
    Batch,
    Process,
    Struck,
    cluster,
    kill_group,
    kill_worker,
    strike,
)

VOICES = ("silent", "espeak")
Kill = Callable[[Process], None]


def main() -> None:
    """Strike, and print what it cost."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--smoke", action="store_true")
    parser.add_argument("--here", type=int, default=60, help="kills on one machine")
    parser.add_argument("--there", type=int, default=40, help="kills on a cluster")
    asked = parser.parse_args()
    here, there = (2, 2) if asked.smoke else (asked.here, asked.there)
    articles = 20 if asked.smoke else 200
    struck: dict[str, list[Struck]] = defaultdict(list)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write_articles(folder / "in", articles)
        wholes = {voice: _whole(folder, voice) for voice in VOICES}
        kills: tuple[tuple[str, Kill], ...] = (
            ("a worker", kill_worker),
            ("the whole group", kill_group),
        )
        for number in range(here):
            kind, kill = kills[number % 2]
            voice = VOICES[number // 2 % 2]
            struck[kind].append(_strike(folder, voice, wholes[voice], kill))
        for kind, one in _on_a_cluster(folder, there, wholes):
            struck[kind].append(one)
    _print(struck)


def _whole(folder: Path, voice: str) -> tuple[float, dict[str, str]]:
    """Run a batch unbroken: how long it takes, and what it leaves."""
    batch = Batch(folder / "in", folder / f"whole-{voice}" / "out", voice)
    begun_s = time.monotonic()
    batch.run()
    return time.monotonic() - begun_s, contents(batch.out)


def _strike(
    folder: Path,
    voice: str,
    whole: tuple[float, dict[str, str]],
    kill: Kill,
) -> Struck:
    place = folder / "struck"
    shutil.rmtree(place, ignore_errors=True)
    batch = Batch(folder / "in", place / "out", voice)
    moment_s = random.uniform(0.1, whole[0])  # noqa: S311 - no secret
    one = strike(batch, kill, moment_s, whole[1])
    print(f"{kill.__name__}, {voice}, after {moment_s:.2f} s: {one}", flush=True)
    return one


def _on_a_cluster(
    folder: Path, count: int, wholes: dict[str, tuple[float, dict[str, str]]]
) -> Iterator[tuple[str, Struck]]:
    logs = folder / "cluster"
    logs.mkdir()
    with cluster(logs) as dask:
        for number in range(count):
            kind = ("a Dask worker", "the Dask scheduler")[number % 2]
            voice = VOICES[number // 2 % 2]
            whole_s, reference = wholes[voice]
            place = folder / "struck"
            shutil.rmtree(place, ignore_errors=True)
            moment_s = random.uniform(0.5, whole_s + 1)  # noqa: S311 - no secret
            kill = (dask.kill_worker, dask.kill_scheduler)[number % 2]
            words = ("--cluster", dask.address)
            batch = Batch(folder / "in", place / "out", voice, *words)
            one = strike(batch, dask.restarted(kill), moment_s, reference)
            print(f"{kind}, {voice}, after {moment_s:.2f} s: {one}", flush=True)
            yield kind, one


def _print(struck: dict[str, list[Struck]]) -> None:
    print(
        "\n| killed | times | bytes differ | half-written | built twice, most | all |"
    )
    print("|---|---|---|---|---|---|")
    for kind, every in struck.items():
        differ = sum(not one.same for one in every)
        left = sum(len(one.left) for one in every)
        most, again = max(one.again for one in every), sum(one.again for one in every)
        print(f"| {kind} | {len(every)} | {differ} | {left} | {most} | {again} |")


if __name__ == "__main__":
    main()
