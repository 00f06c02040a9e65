"""Word, Row, Sheet, Paper: what the rooms of the PDF reader hand on.

Lengths are points. They run from the left and from the top of a sheet that is turned
so that most of its text stands upright.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import Enum, auto

NO_LETTER = "\ufffd"
"""A sign that the file gives no meaning: a bullet, or a part of a formula."""


@dataclass(frozen=True, slots=True)
class Style:
    """How a stretch of text is set."""

    size: float
    """Of its letters."""

    font: str
    """The font's name, without the mark of a subset."""

    bold: bool = False
    """Heavier than the regular cut."""

    fixed: bool = False
    """All letters are as wide, as on a typewriter."""

    angle: int = 0
    """Degrees counterclockwise, on the sheet as it is stored."""

    unseen: bool = False
    """Neither filled nor drawn: the words that an OCR program lays over a scan."""


@dataclass(slots=True)
class Word:
    """Letters with no space between them, all in one style."""

    text: str
    """Ligatures are plain letters; a hyphen that parts the word is `-`."""

    left: float
    """Where its first letter starts."""

    right: float
    """Where its last letter ends."""

    y: float
    """Where its letters stand."""

    style: Style
    """How it is set."""

    glued: bool = False
    """No space stands between it and the word before."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """One page of the file."""

    width: float
    """As its text stands upright."""

    height: float
    """The same way."""

    words: tuple[Word, ...]
    """In the order of the file, upright ones only."""

    turned: tuple[Word, ...] = ()
    """Words that stand at another angle than most."""

    pictured: bool = False
    """Something is drawn on it that is no text."""

    torn: bool = False
    """The file is broken there: nothing of it can be read."""


@dataclass(frozen=True, slots=True)
class Paper:
    """All that a file holds."""

    sheets: tuple[Sheet, ...]
    """In order."""

    title: str = ""
    """From the metadata, as in all that follow: not to be believed."""

    author: str = ""
    """Often the typist's."""

    created: str = ""
    """YYYY-MM-DD: when the file was made, not what is in it."""

    language: str = ""
    """BCP 47."""

    outline: frozenset[str] = frozenset()
    """The letters of each bookmark."""


_MOSTLY = 0.9  # of a row's letters: the others are marks and signs


class Kind(Enum):
    """What a row is, as far as its place tells."""

    BODY = auto()
    CELLS = auto()
    FOOT = auto()
    RUNNING = auto()


@dataclass(slots=True)
class Row:
    """Words side by side on one line, without a wide gap between them."""

    words: list[Word]
    """From left to right."""

    page: int
    """Counted from 0."""

    place: int = 0
    """Which row of the file it is; rows of one table line share it."""

    cell: int = -1
    """Which cell of its table line it belongs to, where one has several rows."""

    kind: Kind = Kind.BODY
    """What its place tells."""

    y: float = 0.0
    """Where its largest letters stand."""

    style: Style = field(default_factory=lambda: Style(0.0, ""))
    """Of most of its letters."""

    left: float = 0.0
    right: float = 0.0
    chars: int = 0
    bold: bool = False
    """All of it is."""

    margin: float = 0.0
    """Where its column begins."""

    end: float = 0.0
    """Where its column ends."""

    def __post_init__(self) -> None:
        self.measure()

    def measure(self) -> None:
        """Look at the words again, after some came or went."""
        styles: Counter[Style] = Counter()
        for word in self.words:
            styles[word.style] += len(word.text)
        self.style = max(styles, key=lambda style: styles[style])
        self.left = min(word.left for word in self.words)
        self.right = max(word.right for word in self.words)
        tall = max(word.style.size for word in self.words)
        main = [word for word in self.words if word.style.size > 0.9 * tall]
        self.y = main[0].y
        self.margin, self.end = self.left, self.right
        self.chars = styles.total()
        heavy = sum(n for style, n in styles.items() if style.bold)
        self.bold = heavy > _MOSTLY * self.chars

    @property
    def size(self) -> float:
        """The size of most of its letters."""
        return self.style.size

    @property
    def plain(self) -> str:
        """Its words with a space wherever there is one."""
        return plain(self.words)


def plain(words: Sequence[Word]) -> str:
    """Join words as they stand."""
    parts: list[str] = []
    for word in words:
        if parts and not word.glued:
            parts.append(" ")
        parts.append(word.text)
    return "".join(parts)
