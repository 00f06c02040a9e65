"""The labelled articles: how near the labels come to a reader's own.

Each line of a file in articles/labelled/ is `role<TAB>text`.
"""

from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

from narrate.model import Article
from narrate.read.article import read_text
from narrate.roles import FURNITURE, Role

FOLDER = Path(__file__).parent / "articles" / "labelled"
FILES = tuple(sorted(FOLDER.glob("*.txt")))
REPEAT = "repeat"
BODY = frozenset(
    {
        Role.TITLE,
        Role.DEK,
        Role.HEADING,
        Role.PARAGRAPH,
        Role.QUOTE,
        Role.LIST_ITEM,
        Role.NOTE,
        Role.CORRECTION,
    }
)
# What the guide calls by its kind is dropped as a repeat where it says nothing new:
# a pull quote, and the author's name above the author's card.
_ALSO = {
    "repeats the byline": Role.NOTE,
    "repeats line": Role.PULL_QUOTE,
    "pull quote": Role.PULL_QUOTE,
}


@dataclass(slots=True)
class Score:
    """Lines, by what they are and by what they were taken for."""

    pairs: Counter[tuple[str, str]] = field(default_factory=Counter)

    @property
    def lines(self) -> int:
        """How many there are."""
        return self.pairs.total()

    @property
    def micro_f1(self) -> float:
        """The share of lines with the right label: each has one, so F1 is accuracy."""
        return sum(n for (is_, got), n in self.pairs.items() if is_ == got) / self.lines

    @property
    def body_lost_per_1000(self) -> float:
        """Lines of the article, of a thousand, that the listener would not hear."""
        body = sum(n for (is_, _), n in self.pairs.items() if is_ in BODY)
        lost = sum(
            n
            for (is_, got), n in self.pairs.items()
            if is_ in BODY and (got in FURNITURE or got == REPEAT)
        )
        return 1000 * lost / body

    def of(self, role: str) -> tuple[int, float, float, float]:
        """Give a role's lines, precision, recall and F1."""
        right = self.pairs[role, role]
        are = sum(n for (is_, _), n in self.pairs.items() if is_ == role)
        got = sum(n for (_, taken), n in self.pairs.items() if taken == role)
        precision, recall = right / max(1, got), right / max(1, are)
        f1 = 2 * right / max(1, are + got)
        return are, precision, recall, f1


def load(file: Path) -> tuple[str, dict[int, str]]:
    """Give an article's text, and the role of each of its lines by number."""
    texts: list[str] = []
    roles: dict[int, str] = {}
    for number, line in enumerate(file.read_text(encoding="utf-8").split("\n"), 1):
        role, _, text = line.partition("\t")
        texts.append(text)
        if text.strip():
            roles[number] = role
    return "\n".join(texts), roles


def labels_of(article: Article, roles: dict[int, str]) -> dict[int, str]:
    """Give what each line was taken for; a line in two parts is its first part."""
    labels: dict[int, str] = {}
    for passage in article.passages:
        dated = passage.role is Role.DATELINE  # the guide: part of its paragraph
        role = Role.PARAGRAPH if dated else passage.role
        for line in passage.lines:
            labels.setdefault(line, role)
    for dropped in article.dropped:
        also = [
            role for start, role in _ALSO.items() if dropped.reason.startswith(start)
        ]
        other = REPEAT if "repeats" in dropped.reason else Role.FURNITURE
        for line in dropped.lines:
            fits = roles.get(line) in also
            labels.setdefault(line, roles[line] if fits else other)
    return labels


def score(files: tuple[Path, ...]) -> Score:
    """Label every file and compare."""
    total = Score()
    for file in files:
        text, roles = load(file)
        got = labels_of(read_text(text, file.stem), roles)
        total.pairs.update((role, got[line]) for line, role in roles.items())
    return total
