"""What is said, against labelled pairs of written and spoken lines of our own.

`news` are sentences as they stand in papers, `short` are forms by themselves. Both were
written by ear, by someone who had not seen the rules.
"""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from pathlib import Path

from narrate.model import Line, Utterance
from narrate.read.mend import mend
from narrate.script.compose import explain
from narrate.script.english.acronyms import Memory
from narrate.script.english.heteronyms import HETERONYM
from narrate.script.english.tongue import English
from narrate.script.lexicon import open_lexicon
from narrate.script.speakable import render

PAIRS = Path(__file__).parent / "script" / "english" / "say"
CLASSES = tuple(sorted(f"{p.parent.name}/{p.stem}" for p in PAIRS.glob("*/*.txt")))
_SAME = {"and": "and", "oh": "zero", "negative": "minus"}
_LETTERS = re.compile(r"\b[A-Z](?: [A-Z])+(?=\b|s\b)")


def load(kind: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield each written line with every way in which it may be said."""
    for line in (PAIRS / f"{kind}.txt").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            written, _, spoken = line.partition(" => ")
            yield written, tuple(spoken.split(" | "))


def say(written: str) -> str:
    """Say one line by itself, its short forms without what they stand for."""
    lexicon = open_lexicon()
    tongue = English(Memory(lexicon, told=set(lexicon.long)))
    mended, _ = mend([Line(written, 1)])
    return spelled(" ".join(map(_written_alike, explain(mended[0].text, tongue))))


def _written_alike(utterance: Utterance) -> str:
    """Leave heteronyms as they are written: they have a test of their own."""
    spans = [s for s in utterance.spans if s.rule != HETERONYM]
    return render(utterance.written, spans)


def spelled(said: str) -> str:
    """Write respelled words as usual: how they sound is another test's matter."""
    for respelling, word in _respelled(open_lexicon().say).items():
        said = re.sub(rf"\b{re.escape(respelling)}(?=\b|s\b)", word, said)
    return said


def _respelled(say: Mapping[str, str]) -> dict[str, str]:
    """Give the words behind respellings: the ear is another test's matter."""
    single = re.compile(r"\b\w\b")
    return {
        said: word
        for word, said in say.items()
        if not single.search(said) and " " not in said
    }


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
