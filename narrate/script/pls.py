"""Lexicons as other tools write them: W3C Pronunciation Lexicons, PLS 1.0.

https://www.w3.org/TR/pronunciation-lexicon/. A phoneme that is preferred, or else the
first, is the word's sound; an alias is its respelling. What PLS can't say, and what we
can't, is left out and told: readings by context there, by part of speech here.
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from html import escape
from typing import NoReturn
from xml.parsers import expat

from narrate import ipa
from narrate.errors import LexiconError
from narrate.script.entries import Entry, spoken

_SPACE = "http://www.w3.org/2005/01/pronunciation-lexicon"
_NO_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_TRUE = {"true", "1"}


@dataclass(frozen=True, slots=True)
class Told:
    """What one file holds."""

    entries: tuple[Entry, ...]
    """In its order."""

    left_out: tuple[str, ...] = ()
    """What could not be taken over, in words."""


@dataclass(slots=True)
class _Lexeme:
    line: int
    role: str
    graphemes: list[str] = field(default_factory=list)
    said: list[tuple[str, str, bool]] = field(default_factory=list)
    """Of each phoneme and alias: which of both, its text, whether it is preferred."""


def read_pls(data: bytes, name: str) -> Told:
    """Read a file's bytes; LexiconError names it, the line and what is wrong there."""
    return _Reader(name).read(data)


class _Reader:
    def __init__(self, name: str) -> None:
        self._name = name
        self._parser = expat.ParserCreate(namespace_separator=" ")
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._end
        self._parser.CharacterDataHandler = self._take
        # No entity of a file's own: they can grow to gigabytes.
        self._parser.StartDoctypeDeclHandler = self._refuse
        self._alphabets = [""]
        self._lexeme: _Lexeme | None = None
        self._text: list[str] = []
        self._prefer = False
        self._entries: dict[str, Entry] = {}
        self._left_out: list[str] = []

    def read(self, data: bytes) -> Told:
        try:
            self._parser.Parse(data, True)  # noqa: FBT003 - expat's own
        except expat.ExpatError as error:
            why = expat.errors.messages[error.code]
            raise LexiconError(self._name, f"line {error.lineno}: {why}") from error
        return Told(tuple(self._entries.values()), tuple(self._left_out))

    def _fail(self, why: str, line: int = 0) -> NoReturn:
        line = line or self._parser.CurrentLineNumber
        raise LexiconError(self._name, f"line {line}: {why}")

    def _refuse(self, *_: object) -> None:
        self._fail("it has a document type of its own, which is not read")

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        space, _, tag = name.rpartition(" ")
        if self._alphabets == [""] and (space not in {"", _SPACE} or tag != "lexicon"):
            self._fail("this is no W3C Pronunciation Lexicon")
        self._alphabets.append(attributes.get("alphabet", self._alphabets[-1]))
        self._text = []
        self._prefer = attributes.get("prefer") in _TRUE
        if tag == "lexeme":
            line = self._parser.CurrentLineNumber
            self._lexeme = _Lexeme(line, attributes.get("role", ""))

    def _take(self, text: str) -> None:
        self._text.append(text)

    def _end(self, name: str) -> None:
        tag, lexeme = name.rpartition(" ")[2], self._lexeme
        alphabet = self._alphabets.pop()
        text = " ".join("".join(self._text).split())
        if lexeme is None:
            return
        if tag in {"grapheme", "phoneme", "alias"} and not text:
            self._fail(f"an empty {tag}")
        if tag == "grapheme":
            lexeme.graphemes.append(text)
        elif tag == "alias":
            lexeme.said.append((tag, text, self._prefer))
        elif tag == "phoneme" and alphabet.lower() in {"", "ipa"}:
            self._check(text)
            lexeme.said.append((tag, text, self._prefer))
        elif tag == "phoneme":
            line = self._parser.CurrentLineNumber
            self._left_out.append(f"line {line}: {text} is in {alphabet}, not IPA")
        elif tag == "lexeme":
            self._lexeme = None
            self._close(lexeme)

    def _check(self, sound: str) -> None:
        try:
            ipa.parse(sound)
        except ValueError as error:
            self._fail(f"a phoneme that can't be read: {error}")

    def _close(self, lexeme: _Lexeme) -> None:
        if not lexeme.graphemes:
            self._fail("a lexeme without a grapheme", lexeme.line)
        words = ", ".join(lexeme.graphemes)
        if lexeme.role:
            why = f"{words} is said so only as {lexeme.role}"
            self._left_out.append(f"line {lexeme.line}: {why}")
        elif not lexeme.said:
            self._left_out.append(f"line {lexeme.line}: {words} says nothing")
        else:
            said = sorted(lexeme.said, key=lambda one: not one[2])
            alias = next((text for tag, text, _ in said if tag == "alias"), "")
            tag, text, _ = said[0]
            for word in lexeme.graphemes:
                entry = Entry(word, alias, text if tag == "phoneme" else "")
                self._entries.setdefault(word, entry)


def write_pls(
    entries: Iterable[Entry], language: str, spell: Callable[[str], str]
) -> tuple[str, tuple[str, ...]]:
    """Write entries as a file's text; with it, what could not be said in it."""
    lines: list[str] = []
    left_out: list[str] = []
    for entry in entries:
        if entry.near or not entry.whole:
            where = "by context" if entry.near else "as a part of words"
            left_out.append(f"{entry.word} is said so only {where}")
        elif not (entry.say or entry.ipa or entry.how):
            left_out.append(f"{entry.word} has only a long form")
        else:
            lines += _lexeme(entry, spell)
    head = (
        '<?xml version="1.0" encoding="UTF-8"?>',
        f'<lexicon version="1.0" xmlns="{_SPACE}"',
        f'    alphabet="ipa" xml:lang="{escape(language)}">',
    )
    return "\n".join((*head, *lines, "</lexicon>", "")), tuple(left_out)


def _lexeme(entry: Entry, spell: Callable[[str], str]) -> list[str]:
    lines = ["  <lexeme>", f"    <grapheme>{_plain(entry.word)}</grapheme>"]
    if entry.ipa:
        lines.append(f"    <phoneme>{_plain(entry.ipa.strip('/[] '))}</phoneme>")
    if entry.say or not entry.ipa:
        said = spoken(entry, entry.word, spell)
        lines.append(f"    <alias>{_plain(said)}</alias>")
    return [*lines, "  </lexeme>"]


def _plain(text: str) -> str:
    return escape(_NO_XML.sub("", text), quote=False)
