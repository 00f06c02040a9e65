"""How long a build takes, against what a user would type instead.

    python tests/benchmarks/speed.py [ARTICLE] [--runs 9] [--only RACE ...] [--smoke]

Whole processes, in turn (ours, theirs, ours, theirs …), so that a machine whose speed
drifts favours none; medians; an empty cache for each of our runs. A ratio is the median
of the ratios of each round. Memory is taken in runs of its own, as to look costs time:
the sum of the proportional set sizes of all processes of a run, every 10 ms (of a book,
every 0.1 s).

The peers are Debian's `espeak-ng` and `lame`, and the program `hibari` that comes with
the default voice. A book is many articles like the one (books.py). `--smoke` runs our
builds of the article once and needs no peer: it shows that the benchmark works, and
judges nothing.
"""

import argparse
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from builds import Lane, ours, text_of
from processes import EXAMPLE, HIBARI, head, middle, require, row

_LOOK_EVERY_S = 0.01
_SELDOM_S = 0.1  # for a book, whose memory changes slowly if at all
_LOOKS = 3  # runs of an article whose memory is looked at; one of a book

_ESPEAK = (
    "espeak-ng -v en-us -s 150 -f {text} --stdout"
    " | lame --quiet -b 64 -m m - {scratch}/theirs.mp3"
)
_HEART = (
    "{hibari} - -o {scratch}/theirs.wav < {text}"
    " && lame --quiet -b 64 -m m {scratch}/theirs.wav {scratch}/theirs.mp3"
)


@dataclass(frozen=True, slots=True)
class Race:
    """One text, what a user would type instead, and the ways that we build it."""

    name: str
    voice: str
    copies: int
    """Articles in the text; 0 for the article itself."""

    theirs: str
    needs: tuple[str, ...]
    targets: dict[str, str]
    """By the quality of our build."""


RACES = (
    Race(
        "article-heart",
        "heart",
        0,
        _HEART,
        (HIBARI, "lame"),
        {"best": "wall 0.45, CPU 0.75"},
    ),
    Race(
        "article-espeak",
        "espeak",
        0,
        _ESPEAK,
        ("espeak-ng", "lame"),
        {"fast": "wall 0.60, CPU 0.80", "best": "wall 0.60, CPU 1.05"},
    ),
    Race(
        "book-heart",
        "heart",
        30,
        _HEART,
        (HIBARI, "lame"),
        {"best": "wall 0.40, CPU 0.75"},
    ),
    Race(
        "book-espeak",
        "espeak",
        100,
        _ESPEAK,
        ("espeak-ng", "lame"),
        {"fast": "wall 0.50, CPU 0.65", "best": "wall 0.50, CPU 1.00"},
    ),
)
_COLUMNS = (
    "build",
    "ours, s",
    "theirs, s",
    "wall ratio",
    "ours, CPU s",
    "theirs, CPU s",
    "CPU ratio",
    "ours, MB",
    "theirs, MB",
    "ours, s of sound",
    "theirs, s of sound",
    "at most",
)


def theirs(race: Race, text: Path) -> Lane:
    """Give what a user would type instead."""
    words = race.theirs.replace("{hibari}", HIBARI).replace("{text}", str(text))
    return Lane(("/bin/bash", "-o", "pipefail", "-c", words), [])


def compete(race: Race, text: Path, runs: int) -> None:
    """Run all in turn; print a row for each of ours.

    The first run of each does not count, but for a book, which is its own warming up.
    """
    peer = theirs(race, text)
    lanes = {quality: ours(race.voice, quality, text) for quality in race.targets}
    warm_up = () if race.copies else (False,)
    for counts in (*warm_up, *[True] * runs):
        for lane in (*lanes.values(), peer):
            done = lane.go()
            if counts:
                lane.runs.append(done)
    for lane in (*lanes.values(), peer):
        for _ in range(1 if race.copies else _LOOKS):
            looked = lane.go(_SELDOM_S if race.copies else _LOOK_EVERY_S)
            lane.looked = max(lane.looked, looked, key=lambda done: done.peak_mb)
    for quality, lane in lanes.items():
        row(*_cells(f"{race.name}, {quality}", lane, peer), race.targets[quality])


def _cells(name: str, lane: Lane, peer: Lane) -> Iterator[str]:
    rounds = list(zip(lane.runs, peer.runs, strict=True))
    yield name
    yield from (f"{lane.wall_s:.2f}", f"{peer.wall_s:.2f}")
    yield f"{middle([a.wall_s / b.wall_s for a, b in rounds]):.2f}"
    yield from (f"{lane.cpu_s:.2f}", f"{peer.cpu_s:.2f}")
    yield f"{middle([a.cpu_s / b.cpu_s for a, b in rounds]):.2f}"
    yield from (f"{lane.looked.peak_mb:.0f}", f"{peer.looked.peak_mb:.0f}")
    yield from (f"{lane.sound_s:,.0f}", f"{peer.sound_s:,.0f}")


def smoke(race: Race, article: Path) -> None:
    """Run each of ours once."""
    for quality in race.targets:
        done = ours(race.voice, quality, article).go(_LOOK_EVERY_S)
        row(race.name, quality, f"{done.wall_s:.2f} s", f"{done.peak_mb:.0f} MB")


def main() -> None:
    """Measure and print a table."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("article", nargs="?", type=Path, default=EXAMPLE)
    parser.add_argument("--runs", type=int, default=9)
    parser.add_argument("--only", nargs="+", choices=[race.name for race in RACES])
    parser.add_argument("--smoke", action="store_true", help="ours alone, once")
    options = parser.parse_args()
    races = [race for race in RACES if race.name in (options.only or race.name)]
    article = options.article.resolve()
    if options.smoke:
        for race in races:
            if not race.copies:
                smoke(race, article)
        return
    require(*(name for race in races for name in race.needs))
    head(*_COLUMNS)
    for race in races:
        with text_of(article, race.copies) as text:
            compete(race, text, options.runs)


if __name__ == "__main__":
    main()
