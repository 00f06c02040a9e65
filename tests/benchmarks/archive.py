"""An archive: how two workers compare with one, what a batch adds, what a rerun costs.

python tests/benchmarks/archive.py              the table, in Markdown; half an hour
python tests/benchmarks/archive.py --smoke      a few articles, for nobody to judge
python tests/benchmarks/archive.py --only NAME  one row: workers, heart, overhead,
                                                rerun, lexicon or cluster

The articles are like one of ours, each of its own words. What is compared takes turns
in one run. Every batch is a process of its own with a cache that is empty, but where a
row says otherwise.
"""

import argparse
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

sys.path.insert(0, str(Path(__file__).parent))
sys.path.insert(0, str(Path(__file__).parents[2]))

import books

from tests.strikes import cluster

ARTICLE = Path(__file__).parents[1] / "articles" / "minefields.txt"
SINGLE = """
import sys
from pathlib import Path
from narrate.build import build
from narrate.options import Options
from narrate.takes import Booth
booth = Booth(keep_clips=False)
for path in sorted(Path(sys.argv[1]).iterdir()):
    options = Options(str(path), sys.argv[2] + "/", sys.argv[3], jobs=1)
    build(options, lambda _: None, booth=booth)
"""


class Bench:
    """A folder of articles, and batches over them."""

    def __init__(self, folder: Path, rounds: int, *, smoke: bool) -> None:
        self.folder, self.smoke = folder, smoke
        self.rounds = 1 if smoke else rounds
        self._number = 0

    def articles(self, count: int, paragraphs: int | None = None) -> Path:
        """Write so many articles, or only the first paragraphs of each."""
        count = min(count, 6) if self.smoke else count
        folder = self.folder / f"in-{count}-{paragraphs}"
        if not folder.exists():
            folder.mkdir()
            text = books.read(ARTICLE)
            for number in range(count):
                lines = books.another(text, number).splitlines()
                kept = [line for line in lines if line.strip()][:paragraphs]
                title = f"Report {number}: {kept[0]}"
                body = "\n\n".join([title, *kept[1:]])
                if number % 100 == 7:
                    body += "\n\nThe town of Zwyrtowa agreed."
                path = folder / f"a{number:05d}.txt"
                path.write_text(body + "\n", encoding="utf-8")
        return folder

    def run(self, words: list[str], *, cache: str = "") -> tuple[float, int]:
        """Run a command with an empty cache, or one of that name; seconds and MB."""
        self._number += 1
        cache = cache or f"cache-{self._number}"
        begun_s = time.monotonic()
        process = subprocess.Popen(
            [sys.executable, *words],
            stdout=subprocess.DEVNULL,
            env={**os.environ, "NARRATE_CACHE": str(self.folder / cache)},
        )
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = status
        assert status == 0, words
        return time.monotonic() - begun_s, usage.ru_maxrss // 1024

    def batch(self, articles: Path, *more: str, voice: str = "espeak") -> list[str]:
        """Give the command of a batch into a folder of its own."""
        out = self.folder / f"out-{self._number + 1}"
        words = ["-m", "narrate", "batch", str(articles), "--voice", voice, "--plain"]
        return [*words, *(() if "-o" in more else ("-o", str(out))), *more]


def workers(bench: Bench, voice: str = "espeak", count: int = 60) -> None:
    """Compare two workers with one."""
    articles, rounds = bench.articles(count), bench.rounds
    ratios = []
    for _ in range(rounds):
        one, _ = bench.run(bench.batch(articles, "-j", "1", voice=voice))
        two, _ = bench.run(bench.batch(articles, "-j", "2", voice=voice))
        ratios.append(one / two)
    told = f"{len(list(articles.iterdir()))} articles in {one:.1f} s and {two:.1f} s"
    print(f"| `{voice}`, two workers ÷ one | {median(ratios):.2f} | ≥ 1.8 | {told} |")


def heart(bench: Bench) -> None:
    """Compare them with the neural voice."""
    workers(bench, "heart", 20)


def overhead(bench: Bench) -> None:
    """Compare a batch of one worker with single builds in one process."""
    articles, rounds = bench.articles(60), bench.rounds
    ratios = []
    for at in range(rounds):
        out = str(bench.folder / f"single-{at}")
        single, _ = bench.run(["-c", SINGLE, str(articles), out, "espeak"])
        batch, _ = bench.run(bench.batch(articles, "-j", "1"))
        ratios.append(batch / single)
    told = f"{batch:.1f} s against {single:.1f} s"
    print(f"| batch ÷ builds in one process | {median(ratios):.3f} | ≤ 1.05 | {told} |")


def rerun(bench: Bench) -> None:
    """Time a rerun in which nothing has changed."""
    articles = bench.articles(10_000, 3)
    out = ("-o", str(bench.folder / "rerun"))
    first, _ = bench.run(bench.batch(articles, *out, voice="silent"), cache="rerun")
    again, mb = bench.run(bench.batch(articles, *out, voice="silent"), cache="rerun")
    workers_mb = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024
    count = len(list(articles.iterdir()))
    told = f"{count} articles, built in {first:.0f} s; largest process {workers_mb} MB"
    print(
        f"| rerun, nothing changed | {again:.1f} s, {mb} MB | ≤ 60 s, 150 MB | {told} |"
    )


def lexicon(bench: Bench) -> None:
    """Time a word of a lexicon that stands in one of a hundred articles."""
    articles = bench.articles(1_000, 6)
    words = bench.folder / "words.toml"
    words.write_text('[say]\nQuxley = "kucksly"\n', encoding="utf-8")
    more = ("-o", str(bench.folder / "lexicon"), "--lexicon", str(words))
    full, _ = bench.run(bench.batch(articles, *more), cache="lexicon")
    words.write_text('[say]\nQuxley = "x"\nZwyrtowa = "zvirtova"\n', encoding="utf-8")
    again, _ = bench.run(bench.batch(articles, *more), cache="lexicon")
    told = f"{again:.1f} s against {full:.1f} s for {len(list(articles.iterdir()))}"
    print(f"| a word in 1 % of the articles | {again / full:.3f} | ≤ 0.05 | {told} |")


def dask(bench: Bench) -> None:
    """Compare a cluster of two workers with two workers here."""
    articles, rounds = bench.articles(240), bench.rounds
    ratios = []
    for at in range(rounds):
        here, _ = bench.run(bench.batch(articles, "-j", "2"))
        folder = bench.folder / f"dask-{at}"
        folder.mkdir()
        with cluster(folder) as made:
            time.sleep(5)  # a cluster that stands, as others' do
            there, _ = bench.run(bench.batch(articles, "--cluster", made.address))
        ratios.append(there / here)
    told = f"{there:.1f} s against {here:.1f} s for {len(list(articles.iterdir()))}"
    print(f"| Dask ÷ pool, two workers | {median(ratios):.3f} | ≤ 1.10 | {told} |")


ROWS: dict[str, Callable[[Bench], None]] = {
    "workers": workers,
    "heart": heart,
    "overhead": overhead,
    "rerun": rerun,
    "lexicon": lexicon,
    "cluster": dask,
}


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--smoke", action="store_true")
    parser.add_argument("--only", choices=ROWS)
    parser.add_argument("--rounds", type=int, default=3, help="of what is compared")
    asked = parser.parse_args()
    print("| | measured | wanted | |\n|---|---|---|---|", flush=True)
    for name, row in ROWS.items():
        if asked.only in {None, name}:
            with tempfile.TemporaryDirectory() as folder:
                row(Bench(Path(folder), asked.rounds, smoke=asked.smoke))
            sys.stdout.flush()


if __name__ == "__main__":
    main()
