"""How fast articles are read and labelled, in what memory, and in how straight a line.

Each size is a page of its own, made of the articles in tests/articles/ with a number in
each line, so that no line repeats another. A process of its own reads it, so that its
memory is its own. Run: python tests/benchmarks/read.py
"""

import argparse
import itertools
import math
import resource
import subprocess
import sys
import time
from pathlib import Path

ARTICLES = Path(__file__).parents[1] / "articles"
SIZES = (10_000, 100_000, 1_000_000, 10_000_000)
FASTEST = 3  # of so many runs: the machine's other work only ever adds


def make_page(size: int) -> str:
    """Lay articles end to end until there are so many characters."""
    texts = sorted(ARTICLES.glob("*.txt")) + sorted(ARTICLES.glob("labelled/*.txt"))
    lines = [
        line.partition("\t")[2] if "\t" in line else line
        for text in texts
        for line in text.read_bytes().decode("utf-8", "replace").split("\n")
    ]
    page: list[str] = []
    held = 0
    for number, line in enumerate(itertools.cycle(lines)):
        page.append(f"{line} {number}." if len(line.split()) > 12 else line)
        held += len(page[-1]) + 1
        if held >= size:
            return "\n".join(page)
    return ""


def measure(size: int) -> None:
    """Read one page in this process; print its seconds and the megabytes it took."""
    from narrate.read.article import read_text  # noqa: PLC0415

    page = make_page(size)
    read_text(page[:2_000], "warm")
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    took: list[float] = []
    for _ in range(FASTEST):
        start = time.perf_counter()
        read_text(page, "page")
        took.append(time.perf_counter() - start)
    grown = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before
    print(len(page.encode()), min(took), grown * 1024)


def main() -> None:
    """Print the table."""
    options = argparse.ArgumentParser()
    options.add_argument("--one", type=int, help=argparse.SUPPRESS)
    options.add_argument("--smoke", action="store_true", help="the two smallest sizes")
    chosen = options.parse_args()
    if chosen.one:
        measure(chosen.one)
        return
    print("| page | seconds | MB a second | memory, of the page | slope |")
    print("|---|---|---|---|---|")
    last: tuple[int, float] | None = None
    for size in SIZES[:2] if chosen.smoke else SIZES:
        command = [sys.executable, __file__, "--one", str(size)]
        out = subprocess.run(command, check=True, capture_output=True, text=True)
        count, seconds, grown = out.stdout.split()
        length, took = int(count), float(seconds)
        slope = math.log(took / last[1]) / math.log(length / last[0]) if last else 1.0
        print(
            f"| {length / 1e6:.2f} MB | {took:.3f} | {length / 1e6 / took:.2f} "
            f"| {int(grown) / length:.1f} × | {slope:.2f} |"
        )
        last = (length, took)


if __name__ == "__main__":
    main()
