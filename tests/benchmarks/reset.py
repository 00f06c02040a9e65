"""What it costs to speak each utterance as if nothing had been spoken before it.

python tests/benchmarks/reset.py            the table, in Markdown
python tests/benchmarks/reset.py --smoke    one round, for nobody to judge

Each way runs in a process of its own, for a library is one for the whole process; the
ways take turns. Milliseconds are of processor time, children's too.
"""

import argparse
import json
import os
import resource
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from statistics import median

from narrate.speak.espeak import library as espeak_library
from narrate.speak.espeak.library import EspeakSettings, _Library, speak

TEXTS = (
    "Yes.",
    "The engineers came on Tuesday, and they stayed until the end of the month.",
)
EACH = 60
"""Utterances in a process; the median counts."""

ROUNDS = 11
SETTINGS = EspeakSettings("en-us", rate_wpm=150, pitch=50)
Say = Callable[[str], bytes]


class _Kept(_Library):
    """The library, loaded once, with its voice."""

    def __init__(self) -> None:
        super().__init__()
        self._found = super()._find_voice(SETTINGS.voice)

    def _find_voice(self, voice: str) -> bool:
        return self._found


@contextmanager
def nothing_reset() -> Iterator[Say]:
    """Speak with all that is left of the utterance before."""
    library = _Kept()
    yield lambda text: library.speak(text, SETTINGS).samples
    library.close()


@contextmanager
def voice_by_file() -> Iterator[Say]:
    """Speak as narrate does."""
    yield lambda text: speak(text, SETTINGS).samples


@contextmanager
def voice_by_name() -> Iterator[Say]:
    """Speak as narrate does, but let the library look for its voice."""
    espeak_library.language_files = lambda _: {}
    yield lambda text: speak(text, SETTINGS).samples


@contextmanager
def forked() -> Iterator[Say]:
    """Speak in a copy of this process, which has loaded the library, and is silent."""
    library = _Kept()

    def say(text: str) -> bytes:
        take, give = os.pipe()
        child = os.fork()
        if not child:
            os.close(take)
            with os.fdopen(give, "wb") as pipe:
                pipe.write(library.speak(text, SETTINGS).samples)
            os._exit(0)
        os.close(give)
        with os.fdopen(take, "rb") as pipe:
            said = pipe.read()
        os.waitpid(child, 0)
        return said

    yield say
    library.close()


WAYS = {
    "nothing reset": nothing_reset,
    "ours: loaded again, voice by its file": voice_by_file,
    "loaded again, voice by its name": voice_by_name,
    "a fork of a loaded process for each": forked,
}


def cpu_ms() -> float:
    """Give the processor time of this process and of its children that are done."""
    used = map(resource.getrusage, (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return 1000 * sum(one.ru_utime + one.ru_stime for one in used)


def measure(name: str) -> list[float]:
    """Give the median of an utterance of each text, in this process."""
    took: dict[str, list[float]] = {text: [] for text in TEXTS}
    with WAYS[name]() as say:
        for _ in range(EACH):
            for text in TEXTS:
                start = cpu_ms()
                say(text)
                took[text].append(cpu_ms() - start)
    return [median(took[text]) for text in TEXTS]


def main() -> None:
    """Measure all ways in turn and print a table."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--way", choices=WAYS, help="one way, in this process")
    parser.add_argument("--smoke", action="store_true", help="one round")
    options = parser.parse_args()
    if options.way:
        print(json.dumps(measure(options.way)))
        return
    rounds: dict[str, list[list[float]]] = {name: [] for name in WAYS}
    for _ in range(1 if options.smoke else ROUNDS):
        for name, told in rounds.items():
            command = [sys.executable, __file__, "--way", name]
            told.append(json.loads(subprocess.check_output(command)))
    print("| | a word, ms | a sentence, ms | of that for the reset, ms |")
    print("|---|---|---|---|")
    for name, told in rounds.items():
        cells = [median(one) for one in zip(*told, strict=True)]
        least = zip(told, rounds["nothing reset"], strict=True)
        cells.append(median(one[0] - bare[0] for one, bare in least))
        print(f"| {name} | {' | '.join(f'{cell:.2f}' for cell in cells)} |")


if __name__ == "__main__":
    main()
