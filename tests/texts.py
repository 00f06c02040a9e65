"""Sentences and definitions of our own writing, and how near one comes to them."""

from collections.abc import Callable, Iterable, Iterator
from itertools import accumulate
from pathlib import Path

ENGLISH = Path(__file__).parent / "script" / "english"
Pairs = set[tuple[str, str]]


def paragraphs() -> list[list[str]]:
    """Give the labelled paragraphs, each a list of its sentences."""
    text = (ENGLISH / "sentences.txt").read_text(encoding="utf-8")
    blocks = (
        [s for s in b.split("\n") if s and s[0] != "#"] for b in text.split("\n\n")
    )
    return [block for block in blocks if block]


def ends(parts: list[str]) -> set[int]:
    """Count the letters before each end; the paragraph's own is not to be found."""
    return set(accumulate(len("".join(part.split())) for part in parts[:-1]))


def sentences_f1(parts: Callable[[str], list[str]]) -> float:
    """Judge a function that parts a paragraph into sentences."""
    right = wrong = missed = 0
    for wanted in paragraphs():
        got, gold = ends(parts(" ".join(wanted))), ends(wanted)
        right += len(got & gold)
        wrong += len(got - gold)
        missed += len(gold - got)
    return 2 * right / (2 * right + wrong + missed)


def definitions() -> Iterator[tuple[str, Pairs]]:
    """Yield each labelled sentence with the short and long forms that it explains."""
    lines = (ENGLISH / "definitions.txt").read_text(encoding="utf-8").splitlines()
    for line in lines:
        if not line.startswith("#"):
            text, _, wanted = line.rpartition(" => ")
            pairs = [] if wanted == "none" else wanted.split(" | ")
            yield text, {(p.split(" = ")[0], p.split(" = ")[1]) for p in pairs}


def definitions_f1(defines: Callable[[str], Iterable[tuple[str, str]]]) -> float:
    """Judge a function that finds short forms and what they stand for."""
    right = wrong = missed = 0
    for text, wanted in definitions():
        got = set(defines(text))
        right += len(got & wanted)
        wrong += len(got - wanted)
        missed += len(wanted - got)
    return 2 * right / (2 * right + wrong + missed)
