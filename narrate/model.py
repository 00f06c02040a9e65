"""The nouns of what is read and said: frozen, with units in their names."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Self

from narrate.roles import Role


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the source."""

    text: str
    """As it stands there."""

    number: int
    """Counted from 1: in a text file as an editor shows it, elsewhere by blocks."""

    hint: Role | None = None
    """What the file's own markup says it is, where it has any."""


@dataclass(frozen=True, slots=True)
class Foreign:
    """A stretch of a passage that is in another language than the article."""

    start: int
    """First character, counted in the passage's text."""

    end: int
    """One past the last."""

    language: str
    """BCP 47."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of the article with one role."""

    role: Role
    """What it is."""

    text: str
    """The author's words; lines that were one paragraph are joined by a space."""

    lines: tuple[int, ...]
    """Where it stood."""

    starts: tuple[int, ...] = (0,)
    """Where in the text each of those lines starts."""

    foreign: tuple[Foreign, ...] = ()
    """In order, never overlapping: quotations that are surely in another language."""

    def lines_of(self, start: int, end: int) -> tuple[int, ...]:
        """Name the lines that a stretch of the text stands on."""
        first = max(0, bisect_right(self.starts, start) - 1)
        return self.lines[first : max(first + 1, bisect_left(self.starts, end))]

    def cut(self, start: int, end: int) -> Self:
        """Give a stretch of it, with its own lines and without foreign stretches."""
        lines = self.lines_of(start, end)
        first = max(0, bisect_right(self.starts, start) - 1)
        starts = (max(0, at - start) for at in self.starts[first : first + len(lines)])
        text = self.text[start:end]
        return type(self)(self.role, text, lines, tuple(starts))


@dataclass(frozen=True, slots=True)
class Dropped:
    """Something that will not be said."""

    text: str
    """The author's words."""

    lines: tuple[int, ...]
    """Where they stood."""

    reason: str
    """Why they are left out, in words for the listener."""


@dataclass(frozen=True, slots=True)
class Article:
    """What was read, every line of it labelled."""

    title: str
    """For the file's tags; the first line's words if the article has no title."""

    byline: str
    """The author's name, or nothing."""

    published: str
    """YYYY, YYYY-MM or YYYY-MM-DD, or nothing."""

    name: str
    """The source's file name without its folder; `article` for standard input."""

    language: str
    """BCP 47."""

    source: tuple[Line, ...]
    """Every line as it came: the coverage proof is held against these."""

    passages: tuple[Passage, ...]
    """In reading order."""

    dropped: tuple[Dropped, ...]
    """What the page had and the article has not."""

    notices: tuple[str, ...] = ()
    """What the listener should know, a sentence each."""

    url: str = ""
    """Where it was fetched from, or nothing."""

    site: str = ""
    """Who published it, or nothing."""

    image: str = ""
    """The address of its picture, or nothing."""

    @property
    def languages(self) -> tuple[str, ...]:
        """Its own, and then those that it quotes, in order."""
        quoted = {f.language for passage in self.passages for f in passage.foreign}
        return self.language, *sorted(quoted)


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of written text and what is said for it."""

    start: int
    """First character, counted in the written text."""

    end: int
    """One past the last; the same as `start` where words are put in."""

    spoken: str
    """What the voice is given instead."""

    rule: str
    """Which rule claimed it, for `--why`."""

    ipa: str = ""
    """How all of it sounds, where a lexicon says so (IPA); a space between words."""


@dataclass(frozen=True, slots=True)
class Utterance:
    """One breath: what is spoken, timed and shown as one."""

    role: Role
    """Of the passage it comes from."""

    written: str
    """The author's words."""

    spoken: str
    """What the voice is given."""

    spans: tuple[Span, ...]
    """Every difference between the two, in order, never overlapping."""

    pause_ms: int
    """Silence after it."""

    lines: tuple[int, ...]
    """Where it stood."""

    aside: bool = False
    """In another manner, because it stands beside the article."""

    language: str = ""
    """BCP 47, where it is not the article's."""

    ends: bool = True
    """Whether a sentence ends with it, or only a breath."""


@dataclass(frozen=True, slots=True)
class Section:
    """One chapter of the script."""

    title: str
    """At most 45 characters."""

    utterances: tuple[Utterance, ...]
    """At least one."""

    aside: bool
    """A listener may want to skip it: a caption, the author's card."""


@dataclass(frozen=True, slots=True)
class Script:
    """Everything that will be heard, and everything that will not."""

    title: str
    """The article's."""

    byline: str
    """The article's."""

    language: str
    """The article's."""

    sections: tuple[Section, ...]
    """In the order of hearing."""

    dropped: tuple[Dropped, ...]
    """The article's, and what the options left out."""

    def utterances(self) -> Iterator[Utterance]:
        """Give every utterance, in the order of hearing."""
        return (u for section in self.sections for u in section.utterances)
