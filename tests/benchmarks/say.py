"""How well and how fast we say what is written, beside libraries one can install.

python tests/benchmarks/say.py                 the table, in Markdown
python tests/benchmarks/say.py --misses roman  the lines of a class that go wrong

Peers are used as their own pages show; one that is not installed has an empty row:
pip install wetext damga sentencex acronymkit
"""

import argparse
import importlib
import importlib.metadata as packages
import re
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

import say as pairs
from texts import definitions_f1, sentences_f1

TESTS = Path(__file__).parents[1]
SAMPLE = [
    line
    for text in sorted((TESTS / "articles").glob("*.txt"))
    for line in text.read_bytes().decode("utf-8", "replace").split("\n")
    if line.strip()
]
_FIRST = "On Nov. 20, 2024, it cost $275 million."
_RUNS = 5


@dataclass(frozen=True, slots=True)
class Peer:
    """A library that does a part of the job, and how it is called."""

    package: str
    says: str = ""
    """An expression for str -> str; empty if it says nothing."""

    parts: str = ""
    """An expression for str -> list of sentences."""

    defines: str = ""
    """An expression for str -> list of (short, long)."""

    setup: str = ""


_OURS = "from ours import abbr, sbd, say"
PEERS = (
    Peer("narrate-audio", "say", "sbd", "abbr", _OURS),
    Peer(
        "wetext",
        says="n.normalize",
        setup="from wetext import Normalizer; n = Normalizer(lang='en', operator='tn')",
    ),
    Peer(
        "damga",
        says="n.normalize",
        setup="from damga import Normalizer; n = Normalizer('tn', 'en')",
    ),
    Peer(
        "sentencex",
        parts="lambda text: list(segment('en', text))",
        setup="from sentencex import segment",
    ),
    Peer(
        "acronymkit",
        defines="lambda t: [(p.short_form, p.long_form) for p in e.extract(t).pairs]",
        setup="from acronymkit import AcronymEngine; e = AcronymEngine()",
    ),
)


def _functions(peer: Peer) -> dict[str, Callable[..., object]]:
    names: dict[str, object] = {}
    sys.path.insert(0, str(Path(__file__).parent))
    exec(peer.setup, names)  # noqa: S102 - the table above
    jobs = {"says": peer.says, "parts": peer.parts, "defines": peer.defines}
    return {
        job: _safe(eval(code, names))  # noqa: S307
        for job, code in jobs.items()
        if code
    }


def _safe(job: Callable[[str], object]) -> Callable[[str], object]:
    """Take a failure for an empty answer: some peers fall over on some lines."""

    def answer(text: str) -> object:
        try:
            return job(text)
        except Exception:  # noqa: BLE001 - whatever a peer raises is its answer
            return ""

    return answer


def accuracy(say: Callable[[str], object]) -> float:
    """Give the share of all pairs that are said as wanted, letters in any case."""
    right = total = 0
    for kind in pairs.CLASSES:
        for written, wanted in pairs.load(kind):
            said = pairs.heard(pairs.spelled(str(say(written))), letters=False)
            right += said in {pairs.heard(one, letters=False) for one in wanted}
            total += 1
    return right / total


def speed(say: Callable[[str], object]) -> float:
    """Give characters a second of processor time, the best of some runs."""
    took = []
    for _ in range(_RUNS):
        start = time.process_time()
        for line in SAMPLE:
            say(line)
        took.append(time.process_time() - start)
    return sum(map(len, SAMPLE)) / min(took)


def cold(peer: Peer) -> float:
    """Give the seconds to the first answer in a new process, imports and all."""
    job = peer.says or peer.parts or peer.defines
    code = (
        f"import sys, time; sys.path.insert(0, {str(Path(__file__).parent)!r})\n"
        f"t = time.perf_counter()\n{peer.setup}\n({job})({_FIRST!r})\n"
        "print(time.perf_counter() - t)"
    )
    command = [sys.executable, "-c", code]
    took = [
        float(subprocess.run(command, check=True, capture_output=True).stdout)
        for _ in range(_RUNS)
    ]
    return statistics.median(took)


@cache
def _needs(package: str) -> frozenset[str]:
    """Give a package and all that it needs, by name."""
    found = {package}
    for wanted in packages.requires(package) or ():
        name = re.split(r"[\s;<>=!~\[(]", wanted)[0]
        if "extra ==" not in wanted and name not in found:
            try:
                found |= _needs(name)
            except packages.PackageNotFoundError:
                continue  # for another system
    return frozenset(found)


def megabytes(peer: Peer) -> float:
    """Give what is on the disk for it; our own rules need only themselves."""
    if peer.package == "narrate-audio":
        rules = Path(importlib.import_module("narrate.script").__path__[0])
        own = (f for f in rules.rglob("*") if f.suffix not in {"", ".pyc"})
        return sum(f.stat().st_size for f in own) / 1e6
    files = [f for name in _needs(peer.package) for f in packages.files(name) or ()]
    sizes = (Path(str(f.locate())).stat().st_size for f in files if f.locate().exists())
    return sum(sizes) / 1e6


def row(peer: Peer) -> str:
    """Give a peer's row of the table."""
    try:
        jobs = _functions(peer)
    except ImportError:
        return f"| {peer.package} | not installed | | | | | |"
    says, parts, defines = (jobs.get(job) for job in ("says", "parts", "defines"))
    cells = (
        f"{100 * accuracy(says):.1f}" if says else "–",
        f"{100 * sentences_f1(parts):.1f}" if parts else "–",
        f"{100 * definitions_f1(defines):.1f}" if defines else "–",
        f"{speed(says or parts or defines):,.0f}",
        f"{cold(peer):.3f}",
        f"{megabytes(peer):.1f}",
    )
    return f"| {peer.package} | {' | '.join(cells)} |"


def main() -> None:
    """Print the table, or what goes wrong in some classes."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--misses", nargs="+", metavar="CLASS")
    parser.add_argument("--smoke", action="store_true", help="ours alone")
    chosen = parser.parse_args()
    for kind in chosen.misses or ():
        for written, said, wanted in pairs.misses(kind):
            print(f"{written}\n  said   {said}\n  wanted {wanted}")
    if not chosen.misses:
        print(
            "| | pairs, % | sentences, F1 | definitions, F1 | chars/s | cold, s | MB |"
        )
        print("|---|---|---|---|---|---|---|")
        for peer in PEERS[: 1 if chosen.smoke else None]:
            print(row(peer), flush=True)


if __name__ == "__main__":
    main()
