"""What is said, against labelled pairs of written and spoken lines of our own.

`news` are sentences as they stand in papers, `short` forms by themselves, `fresh` both,
written last: 95.9 % of it were said as wanted at first sight. All were
written by ear, by someone who had not seen the rules.
"""

import re
import sys
import unicodedata
from collections.abc import Iterator
from functools import cache
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent / "benchmarks"))

import ours

from narrate.model import Line
from narrate.read.mend import mend
from narrate.script.lexicon import open_lexicon

PAIRS = Path(__file__).parent / "script" / "english" / "say"
CLASSES = tuple(sorted(f"{p.parent.name}/{p.stem}" for p in PAIRS.glob("*/*.txt")))
_SAME = {"and": "and", "oh": "zero", "negative": "minus"}
_APART = re.compile(r"\b\w\b| ")
_LETTERS = re.compile(r"\b[A-Z](?: [A-Z])+(?=\b|s\b)")


def load(kind: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield each written line with every way in which it may be said."""
    for line in (PAIRS / f"{kind}.txt").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            written, _, spoken = line.partition(" => ")
            yield written, tuple(spoken.split(" | "))


def say(written: str) -> str:
    """Say one line as the read stage would hand it on."""
    mended, _ = mend([Line(written, 1)])
    return ours.say(mended[0].text)


def spelled(said: str) -> str:
    """Write respelled words of any text as usual, where they can be no others."""
    pattern, words = _respelled()
    return pattern.sub(lambda found: words[found[0]], said)


@cache
def _respelled() -> tuple[re.Pattern[str], dict[str, str]]:
    say = open_lexicon().say.items()
    words = {
        said: word for word, said in say if "-" in said and not _APART.search(said)
    }
    every = "|".join(map(re.escape, sorted(words, key=len, reverse=True)))
    return re.compile(rf"\b(?:{every})(?=\b|s\b)"), words


def heard(spoken: str, *, letters: bool = True) -> str:
    """Reduce a line to what is heard; with `letters`, "U S" is not "us"."""
    plain = unicodedata.normalize("NFKC", spoken)
    plain = re.sub(r"['’]", "", plain)
    plain = re.sub(r"[^\w\s]|_", " ", plain)
    words = (_SAME.get(word.lower(), word) for word in plain.split())
    plain = " ".join(word for word in words if word != "and")
    if letters:
        plain = _LETTERS.sub(lambda found: f"·{found[0]}·", plain)
    return "".join(plain.split()).lower()


def misses(kind: str) -> Iterator[tuple[str, str, str]]:
    """Yield each line that is said otherwise: written, said, wanted."""
    for written, wanted in load(kind):
        said = say(written)
        if heard(said) not in {heard(one) for one in wanted}:
            yield written, said, wanted[0]


def accuracy(kind: str) -> float:
    """Give the share of a class's lines that are said as wanted."""
    return 1 - sum(1 for _ in misses(kind)) / sum(1 for _ in load(kind))
