"""How time and memory grow with an article: they should be a straight line and flat.

    python tests/benchmarks/scale.py [ARTICLE] [--voice espeak] [--quality best]
                                     [--largest 1000] [--svg FILE] [--smoke]

Builds 1, 10, 100 and 1,000 articles like one (books.py), each with an empty cache, in
turn (1, 10, 100, 1,000, 1, 10, 100, 1 …); medians of 9, 5, 3 and 1. A slope is that of
the logarithm of time against the logarithm of size, from the row above: 1 is a straight
line, less is what starting costs. Memory is the sum of the proportional set sizes of
all processes: every 10 ms in runs of its own, and every half second of those books that
take minutes; then the largest build's memory as time goes on.
"""

import argparse
import math
import tempfile
from pathlib import Path

from books import write_book
from builds import Lane, ours
from processes import EXAMPLE, Look, head, row

_RUNS = {1: 9, 10: 5, 100: 3, 1000: 1}
_LONG = 100  # articles, that take a minute and more
_SELDOM_S = 0.5
_OFTEN_S = 0.01
_ROWS = 20


def measure(lanes: dict[int, Lane], rounds: int) -> None:
    """Build each size as often as is wanted, in turn."""
    for at in range(rounds):
        for copies, lane in lanes.items():
            if at < _RUNS[copies]:
                lane.runs.append(lane.go(_SELDOM_S if copies >= _LONG else 0.0))
                lane.looked = lane.runs[-1]
    for copies, lane in lanes.items():
        if copies < _LONG:
            lane.looked = lane.go(_OFTEN_S)


def print_sizes(lanes: dict[int, Lane]) -> None:
    """Print a row for each size."""
    head(
        *("articles", "sound, s", "wall, s", "CPU, s"),
        *("wall each, s", "CPU each, s", "slope of wall", "slope of CPU", "MB"),
    )
    before: tuple[int, Lane] | None = None
    for copies, lane in lanes.items():
        wall = cpu = "–"
        if before:
            step = math.log10(copies / before[0])
            wall = f"{math.log10(lane.wall_s / before[1].wall_s) / step:.2f}"
            cpu = f"{math.log10(lane.cpu_s / before[1].cpu_s) / step:.2f}"
        row(
            *(f"{copies:,}", f"{lane.sound_s:,.0f}"),
            *(f"{lane.wall_s:,.2f}", f"{lane.cpu_s:,.2f}"),
            *(f"{lane.wall_s / copies:.3f}", f"{lane.cpu_s / copies:.3f}"),
            *(wall, cpu, f"{lane.looked.peak_mb:.0f}"),
        )
        before = copies, lane


def print_looks(looks: tuple[Look, ...]) -> None:
    """Print the most memory of each twentieth of a build."""
    head("until, s", "MB", "processes")
    last_s = looks[-1].at_s
    for number in range(_ROWS):
        begin_s, until_s = (last_s * at / _ROWS for at in (number, number + 1))
        seen = [look for look in looks if begin_s < look.at_s <= until_s]
        if seen:
            most = max(seen, key=lambda look: look.size)
            row(f"{until_s:.1f}", f"{most.size / 1e6:.0f}", str(most.processes))


def drawn(looks: tuple[Look, ...], name: str) -> str:
    """Draw memory over time."""
    last_s = looks[-1].at_s
    most = max(look.size for look in looks)
    points = " ".join(
        f"{600 * look.at_s / last_s:.1f},{200 - 180 * look.size / most:.1f}"
        for look in looks
    )
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="-10 -20 620 250">\n'
        f"<title>{name}: memory over time, at most {most / 1e6:.0f} MB</title>\n"
        f'<text y="-5">{name}: MB over {last_s:.0f} s</text>\n'
        f'<text y="15" x="4">{most / 1e6:.0f}</text>\n'
        '<path d="M0 0V200H600" fill="none" stroke="black"/>\n'
        f'<polyline points="{points}" fill="none" stroke="blue"/>\n</svg>\n'
    )


def main() -> None:
    """Measure and print both tables."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("article", nargs="?", type=Path, default=EXAMPLE)
    parser.add_argument("--voice", default="espeak")
    parser.add_argument("--quality", choices=["best", "fast"], default="best")
    parser.add_argument("--largest", type=int, default=1000, metavar="N")
    parser.add_argument("--svg", type=Path, metavar="FILE", help="draw memory too")
    parser.add_argument("--smoke", action="store_true", help="1 and 10, silent, once")
    options = parser.parse_args()
    voice, sizes = options.voice, [n for n in _RUNS if n <= options.largest]
    if options.smoke:
        voice, sizes = "silent", sizes[:2]
    largest = max(sizes)
    with tempfile.TemporaryDirectory() as folder:
        books = {n: write_book(options.article, n, Path(folder)) for n in sizes}
        lanes = {n: ours(voice, options.quality, books[n]) for n in sizes}
        measure(lanes, 1 if options.smoke else max(_RUNS.values()))
    print_sizes(lanes)
    print()
    looks = lanes[largest].looked.looks
    print_looks(looks)
    if options.svg:
        name = f"{largest:,} × an article, voice {voice}"
        options.svg.write_text(drawn(looks, name), encoding="utf-8")


if __name__ == "__main__":
    main()
