"""How soon something is there: a page of help, a rebuild, the first second of sound.

    python tests/benchmarks/start.py [ARTICLE] [--runs 9] [--smoke]

Whole processes, all of them in turn, medians of wall time. "Unchanged" builds an
article again of which nothing has changed; "interpreter and imports" is a process that
imports all that such a build imports (as Python's own -X importtime tells) and does
nothing else. The first second of sound is there when 8,000 bytes of MP3 have come out
of `narrate build ARTICLE -o -` behind its ID3 tag, with an empty cache.
"""

import argparse
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from builds import BYTES_A_SECOND, tag_length
from processes import (
    EXAMPLE,
    NARRATE,
    end,
    head,
    imported,
    middle,
    row,
    run,
    start,
)

_VOICES = {"espeak": 0.4, "heart": 1.0}
"""And the seconds until the first second of sound that we want."""


def first_second(article: Path, voice: str) -> float:
    """Tell how long one waits for the first second of sound."""
    with tempfile.TemporaryDirectory() as scratch:
        words = ("build", str(article), "-o", "-", "--voice", voice, "--plain")
        begin_s = time.perf_counter()
        process = start(
            (*NARRATE, *words), Path(scratch), subprocess.PIPE, subprocess.DEVNULL
        )
        try:
            _hear(process)
            return time.perf_counter() - begin_s
        finally:
            end(process)


def _hear(process: "subprocess.Popen[bytes]") -> None:
    """Take what comes until it is a second of sound."""
    if not process.stdout:
        return
    heard = b""
    with process.stdout as player:
        while len(heard) < tag_length(heard) + BYTES_A_SECOND:
            more = os.read(player.fileno(), 1 << 16)
            if not more:
                sys.exit("narrate build -o - gave no second of sound")
            heard += more


def wall(command: tuple[str, ...], cache: Path) -> Callable[[], float]:
    """Give what times a command."""
    return lambda: run(command, cache).wall_s


def first(article: Path, voice: str) -> Callable[[], float]:
    """Give what times the first second."""
    return lambda: first_second(article, voice)


def timed(
    article: Path, voices: list[str], scratch: Path
) -> dict[str, tuple[Callable[[], float], str]]:
    """List what is timed, with the seconds that we want."""
    cache = scratch / "cache"
    listed: dict[str, tuple[Callable[[], float], str]] = {
        "Python alone": (wall((sys.executable, "-c", "pass"), cache), ""),
        "narrate --version": (wall((*NARRATE, "--version"), cache), ""),
        "narrate --help": (wall((*NARRATE, "--help"), cache), "0.15"),
    }
    for voice in voices:
        out = str(scratch / f"{voice}.mp3")
        words = ("build", str(article), "-o", out, "--voice", voice, "--plain")
        run((*NARRATE, *words), cache)
        imports = imported(words, cache)
        listed |= {
            f"unchanged, {voice}": (wall((*NARRATE, *words), cache), "0.25"),
            f"interpreter and imports of it, {voice}": (wall(imports, cache), "0.15"),
            f"first second of sound, {voice}": (
                first(article, voice),
                str(_VOICES[voice]),
            ),
        }
    return listed


def main() -> None:
    """Measure and print a table."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("article", nargs="?", type=Path, default=EXAMPLE)
    parser.add_argument("--runs", type=int, default=9)
    parser.add_argument("--smoke", action="store_true", help="espeak alone, once")
    options = parser.parse_args()
    runs, voices = options.runs, list(_VOICES)
    if options.smoke:
        runs, voices = 1, voices[:1]
    with tempfile.TemporaryDirectory() as scratch:
        listed = timed(options.article.resolve(), voices, Path(scratch))
        took: dict[str, list[float]] = {name: [] for name in listed}
        for _ in range(runs):
            for name, (measure, _) in listed.items():
                took[name].append(measure())
    head("", "s", "at most")
    for name, (_, target) in listed.items():
        row(name, f"{middle(took[name]):.3f}", target)


if __name__ == "__main__":
    main()
