"""A feed as its rules see it, and a FeedRule: one thing that can be wrong with it."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import NamedTuple

from narrate.check.base import Severity
from narrate.check.rule import Hit, Rule

_LONGEST_SHOWN = 60  # characters of a title or value: more would bury the sentence


@dataclass(frozen=True, slots=True)
class Tag:
    """One element of the feed."""

    name: str
    """With the prefix that everyone uses, "itunes:image", whatever the feed's own."""

    text: str
    """Its beginning, with all space around it."""

    size_bytes: int
    """Of the whole text, in UTF-8."""

    attributes: Mapping[str, str]
    """Those without a namespace."""

    inner: tuple["Tag", ...]
    """The elements in it whose namespace we know."""

    line: int
    """Where it stands in the file, from 1."""


@dataclass(frozen=True, slots=True)
class Tags:
    """All that a show or an episode says of itself."""

    named: Mapping[str, tuple[Tag, ...]] = field(default_factory=dict)
    """Its elements by their names."""

    line: int = 0
    """Where it begins."""

    def all(self, name: str) -> tuple[Tag, ...]:
        """Give every element of a name, in the order of the feed."""
        return self.named.get(name, ())

    def first(self, name: str) -> Tag | None:
        """Give the first element of a name: the one that players take."""
        found = self.named.get(name)
        return found[0] if found else None

    def text(self, name: str) -> str:
        """Give the text of the first element of a name; "" if there is none."""
        found = self.named.get(name)
        return found[0].text.strip() if found else ""

    def attribute(self, name: str, attribute: str) -> str:
        """Give an attribute of the first element of a name; "" if there is none."""
        found = self.named.get(name)
        return found[0].attributes.get(attribute, "") if found else ""


@dataclass(frozen=True, slots=True)
class Episode:
    """One item of the feed."""

    number: int
    """Its place in the feed, from 1."""

    tags: Tags
    """What it says of itself."""

    date: datetime | None
    """When it came out; nothing if that can't be read."""

    seconds: float | None
    """How long it plays; nothing if that can't be read."""

    @property
    def place(self) -> str:
        """Name it for people."""
        title = shown(self.tags.text("title"))
        named = f", “{title}”" if title else ""
        return f"episode {self.number}{named}, line {self.tags.line}"


@dataclass(frozen=True, slots=True)
class Broken:
    """Why a feed can't be read to its end."""

    kind: str
    """The rule that tells of it."""

    what: str
    """What is wrong, in a sentence."""

    line: int = 0
    """Where; 0 if that is not known."""


@dataclass(frozen=True, slots=True)
class Feed:
    """All that was read of a feed."""

    now: datetime
    """The time of the check."""

    url: str = ""
    """Where it was fetched; "" for a file."""

    size_bytes: int = 0
    """Of the file."""

    declared: bool = False
    """Whether it begins with an XML declaration."""

    encoding: str = ""
    """How its letters are written."""

    doctype: str = ""
    """Its document type declaration; "" as it should be."""

    root: str = ""
    """The name of its outermost element."""

    version: str = ""
    """The version of RSS that it claims."""

    namespaces: tuple[tuple[str, str], ...] = ()
    """Each prefix that it declares, with its URL."""

    strange: tuple[Tag, ...] = ()
    """Elements whose names differ from known ones by their capitals alone."""

    channel: Tags = field(default_factory=Tags)
    """What the show says of itself."""

    episodes: tuple[Episode, ...] = ()
    """Its items, in the order of the feed."""

    broken: Broken | None = None
    """Why it can't be read; then nothing else was checked."""


Find = Callable[[Feed], Iterator[Hit]]


class Example(NamedTuple):
    """An edit of the good feed of our tests that breaks one rule."""

    find: str
    """A text that the good feed holds."""

    put: str
    """What stands there instead."""


@dataclass(frozen=True, slots=True)
class FeedRule(Rule[Feed]):
    """One thing that can be wrong with a feed."""

    source: str
    """Who asks for it: the address of a standard, or of an app's makers' own words."""

    examples: tuple[Example, ...]
    """Edits of the good feed, each of which this rule alone finds."""


def rule(  # noqa: PLR0913, PLR0917 - a row of the table of rules
    name: str,
    severity: Severity,
    source: str,
    find: Find,
    breaks: str,
    fix: str,
    examples: tuple[Example, ...],
) -> FeedRule:
    """Write a rule in the order in which one reads it."""
    return FeedRule(name, severity, find, breaks, fix, source, examples)


def of_show(look: Callable[[Feed], Iterator[str]]) -> Find:
    """Make a rule's search of one that looks at the whole feed."""

    def find(feed: Feed) -> Iterator[Hit]:
        for what in look(feed):
            yield Hit(what)

    return find


def of_each(look: Callable[[Episode, Feed], Iterator[str]]) -> Find:
    """Make a rule's search of one that looks at an episode."""

    def find(feed: Feed) -> Iterator[Hit]:
        for episode in feed.episodes:
            for what in look(episode, feed):
                yield Hit(what, episode.place)

    return find


def of_all(look: Callable[[Tags, Feed], Iterator[str]]) -> Find:
    """Make a rule's search of one that looks at the show and at each episode."""

    def find(feed: Feed) -> Iterator[Hit]:
        for what in look(feed.channel, feed):
            yield Hit(what)
        for episode in feed.episodes:
            for what in look(episode.tags, feed):
                yield Hit(what, episode.place)

    return find


def shown(text: str, most: int = _LONGEST_SHOWN) -> str:
    """Spell a text of the feed for a message: no control characters, not endless."""
    head = " ".join(text[: most * 4].split())
    plain = "".join(mark if mark.isprintable() else "�" for mark in head)
    return plain if len(plain) <= most else plain[: most - 1] + "…"
