"""Source, Page, Block and Labels: what the rooms of this stage hand on."""

from dataclasses import dataclass

from narrate.model import Dropped, Line, Passage
from narrate.patterns import lazy
from narrate.roles import Role

CARD_BLOCKS = 8
"""Where an author's card may stand: this many paragraphs before the end."""

ITEM = lazy(
    r"(?:(?:[-*+–—]|\(?\d{1,3}[.)]|\(?[A-Za-h]\)|[A-H]\.|\(?[ivx]{1,4}[.)])\s+"
    r"|[•·▪◦‣●○■◆▸➤►✓✔✗✘]\s*|Step \d{1,2}[:.]\s)(?=\S)"
)
"""How a list's item begins."""

_PROSE_WORDS = 25
_SENTENCE_WORDS = 9
_STOPPED = lazy(r"[.!?…。！？।॥؟۔][\"'”’)\]»」』]*(?:\s?\[(?:\d{1,3}|[a-z])\]){0,9}$")
_UNSPACED = lazy(r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]")
_FIRST_UNSPACED = "\u0e00"
_PUNCTUATION = frozenset("–—‘’“”•…€™−″′")
_LONGEST_END = 8  # a stop, and the marks that may close behind it
_LETTERS_A_WORD = 2  # of scripts that put no space between words
_NO_WORD = lazy(r"[\W_]+")
_AT_START = (0,)
_SHORT_KEY = 80  # letters


@dataclass(frozen=True, slots=True)
class Source:
    """The bytes of an article, and what is known of them before they are read."""

    name: str
    """The file's name without its folder, or the link."""

    data: bytes
    """All of it."""

    url: str = ""
    """Where it was fetched from, after redirects; or nothing."""

    media_type: str = ""
    """What the server calls it, without parameters; or nothing."""

    encoding: str = ""
    """Of its characters, as the listener or the server says; or nothing."""

    told: bool = False
    """The listener named the encoding: nothing else may be tried."""

    notices: tuple[str, ...] = ()
    """What the listener should know about how it came, a sentence each."""


@dataclass(frozen=True, slots=True)
class Page:
    """What a reader makes of a file: all its text in order, and what it says of itself.

    Every word that a person would see in the file is in exactly one line. A line with
    a hint is a whole block; lines without any are as they stood, maybe hard-wrapped.
    """

    lines: tuple[Line, ...]
    """Numbers rise; a block that is no part of the article is hinted as furniture."""

    title: str = ""
    """From the file's metadata; or nothing, as in all that follow."""

    byline: str = ""
    """The author's name or names."""

    published: str = ""
    """YYYY, YYYY-MM or YYYY-MM-DD."""

    language: str = ""
    """BCP 47, as the file says; not checked."""

    site: str = ""
    """Who published it."""

    image: str = ""
    """The address of its picture."""

    notices: tuple[str, ...] = ()
    """What the listener should know, a sentence each."""


class Block:
    """A paragraph and what the labels say of it so far."""

    # By hand, not a dataclass: a page has thousands, and most have the same defaults.
    __slots__ = (
        *("text", "lines", "starts", "gap", "role", "reason", "hint", "credit"),
        *("twin", "size", "words", "stopped", "prose", "_key"),
    )

    text: str
    """Its lines, joined by a space or by the hyphen that cut a word in two."""

    lines: tuple[int, ...]
    """Where they stood."""

    starts: tuple[int, ...]
    """Where in the text each of them starts."""

    gap: bool
    """An empty line stands before it."""

    role: Role | None
    """What it is, once known."""

    reason: str
    """Why it will not be said, if it will not."""

    hint: Role | None
    """What the file's own markup says it is."""

    credit: str
    """Of a caption: the part at its end that names who took the picture."""

    twin: int
    """Of a pull quote: the line whose words it shows again; 0 if there is none."""

    size: int
    """How many letters and digits."""

    words: int
    """How many there are."""

    stopped: bool
    """It ends as a sentence does."""

    prose: bool
    """It is long enough to be running text, or a whole sentence."""

    def __init__(
        self,
        text: str,
        lines: tuple[int, ...],
        starts: tuple[int, ...] = _AT_START,
        *,
        gap: bool = False,
        hint: Role | None = None,
    ) -> None:
        self.text, self.lines, self.starts = text, lines, starts
        self.gap, self.hint = gap, hint
        self.role, self.reason, self.credit, self.twin = None, "", "", 0
        key = letters(text)
        self.size = len(key)
        self._key = key if self.size <= _SHORT_KEY else ""
        self.words = len(text.split())
        if not text.isascii():
            self.words += _count_unspaced(text) // _LETTERS_A_WORD
        self.stopped = bool(_STOPPED.search(text, max(0, len(text) - _LONGEST_END)))
        whole = self.words >= _SENTENCE_WORDS and self.stopped
        self.prose = self.words >= _PROSE_WORDS or whole

    @property
    def key(self) -> str:
        """Its letters and digits alone: what two copies of one line share.

        A long one is not kept: a book's would be a second book.
        """
        return self._key or letters(self.text)

    @property
    def captioned(self) -> str:
        """Its text without the credit."""
        return self.text[: len(self.text) - len(self.credit)].rstrip()

    @property
    def open(self) -> bool:
        """Nobody has said yet what it is."""
        return self.role is None and not self.reason


def letters(text: str) -> str:
    """Keep letters and digits, in small letters: a line without its dress."""
    return _NO_WORD.sub("", text).casefold()


def _count_unspaced(text: str) -> int:
    letters = {letter for letter in set(text) if letter >= _FIRST_UNSPACED}
    return len(_UNSPACED.findall(text)) if letters.difference(_PUNCTUATION) else 0


class Labels:
    """What was found, in reading order."""

    def __init__(self, byline: str = "", published: str = "") -> None:
        self.passages: list[Passage] = []
        self.dropped: list[Dropped] = []
        self.byline = byline
        self.published = published
