"""Books for the benchmarks: many articles like one, each of its own words.

A page that says a thing twice is read once, so copies won't do: in each, every line has
a sixth of its longer words (three at least) changed for others of the same article. The
same article and number always give the same book, and a shorter book is the beginning
of a longer.
"""

import random
import re
from pathlib import Path

_WORD = re.compile(r"\b[a-z]{5,}\b")
_SHARE = 6  # one of so many words is another
_LEAST = 3  # of a short line, or two of a thousand would be the same


def write_book(article: Path, copies: int, folder: Path) -> Path:
    """Write a book of so many articles like one."""
    path = folder / f"book-{copies}.txt"
    text = read(article)
    with path.open("w", encoding="utf-8") as book:
        for number in range(copies):
            book.write(another(text, number) + "\n")
    return path


def read(article: Path) -> str:
    """Read an article as text."""
    return article.read_text(encoding="utf-8", errors="replace")


def another(text: str, number: int) -> str:
    """Give the article of this number that is like a text, but for some words."""
    chance = random.Random(number)  # noqa: S311 - no secret: the same every time
    words = vocabulary(text)
    return "".join(
        vary(line, words, chance, share=_SHARE, least=_LEAST) + "\n"
        for line in text.splitlines()
    )


def vocabulary(text: str) -> list[str]:
    """List the longer words of a text that have no capital."""
    return sorted(set(_WORD.findall(text)))


def vary(
    line: str, words: list[str], chance: random.Random, *, share: int, least: int = 1
) -> str:
    """Change one of so many longer words of a line, and so many at least."""
    found = list(_WORD.finditer(line))
    count = min(len(found), max(least, len(found) // share))
    taken = chance.sample(found, count)
    for word in sorted(taken, key=re.Match.start, reverse=True):
        other = chance.choice(words)
        line = line[: word.start()] + other + line[word.end() :]
    return line
