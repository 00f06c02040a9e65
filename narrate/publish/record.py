"""The record, episode.json: what was made from what; feeds and servers read it.

Its schema is in docs/episode.md and docs/episode.schema.json. It holds no date of its
making: the same article, options and versions give the same bytes.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from narrate.errors import EpisodeError
from narrate.heard import Chapter

SCHEMA = 1
"""Counts up when a field changes its meaning or goes."""


@dataclass(frozen=True, slots=True)
class File:
    """One file of an episode."""

    kind: str
    """A Kind's value."""

    name: str
    """Its path from the record's folder, with `/` between parts."""

    media_type: str
    """As it is served."""

    size: int
    """Bytes."""

    sha256: str
    """Of its bytes."""


@dataclass(frozen=True, slots=True)
class Record:
    """What episode.json tells those who publish."""

    guid: str
    """A URN that hangs on the article's words alone: the same for ever."""

    title: str
    """The article's; so are the next six, each may be empty."""

    byline: str
    published: str
    language: str
    summary: str
    site: str
    url: str

    voice: str
    """One sentence: a machine reads, and which."""

    length_ms: int
    """Of the audio."""

    chapters: tuple[Chapter, ...]
    """From 0 to the end."""

    files: tuple[File, ...]
    """All that was made, the record itself left out."""

    key: str = ""
    """Names all that it was made from; so `narrate batch` knows what is built."""

    vocabulary: str = ""
    """The different words that are read, in small letters, parted by spaces."""

    languages: tuple[str, ...] = ()
    """The article's own first, then those that it quotes."""

    unknown: Mapping[str, int] = field(default_factory=dict)
    """Words that no lexicon or dictionary knew, if it was asked, and how often."""

    outdated: tuple[File, ...] = ()
    """What still lies there of an earlier build, and tells of other sound."""

    def file(self, kind: str) -> File | None:
        """Find the first file of a kind."""
        return next((file for file in self.files if file.kind == kind), None)


def read_record(path: Path) -> Record:
    """Read an episode.json.

    Raises EpisodeError where it is damaged, or a newer narrate wrote it.
    """
    try:
        data = path.read_bytes()
    except OSError as error:
        trouble = f"can't be read: {error.strerror}"
        raise EpisodeError(str(path), trouble, "Check its permissions") from error
    return parse_record(data, str(path))


def parse_record(data: bytes, name: str) -> Record:
    """Read the bytes of an episode.json of that name; raises as read_record does."""
    again = "Build its article again, or take the folder away"
    try:
        whole = json.loads(data)
        schema = _whole(whole["schema"])
        if schema <= SCHEMA:
            return _record(whole)
    except (ValueError, LookupError, TypeError, RecursionError) as error:
        raise EpisodeError(name, "is damaged", again) from error
    newer = f"was written by a newer narrate (schema {schema}; this one knows"
    raise EpisodeError(name, f"{newer} {SCHEMA})", "Update narrate")


def _record(whole: dict[str, Any]) -> Record:
    return Record(
        guid=_text(whole["guid"]),
        title=_text(whole["title"]),
        byline=_text(whole["byline"]),
        published=_text(whole["published"]),
        language=_text(whole["language"]),
        summary=_text(whole["summary"]),
        site=_text(whole["site"]),
        url=_text(whole["source"]["url"]),
        voice=_text(whole["voice"]),
        length_ms=_whole(whole["length_ms"]),
        chapters=tuple(_chapter(chapter) for chapter in _list(whole["chapters"])),
        files=tuple(_file(file) for file in _list(whole["files"])),
        key=_text(whole.get("key", "")),
        vocabulary=_text(whole.get("vocabulary", "")),
        languages=tuple(map(_text, _list(whole.get("languages", [])))),
        unknown={
            _text(word): _whole(times)
            for word, times in dict(whole.get("unknown_words", {})).items()
        },
        outdated=tuple(_file(file) for file in _list(whole.get("outdated", []))),
    )


def _chapter(chapter: dict[str, Any]) -> Chapter:
    start_ms, end_ms = _whole(chapter["start_ms"]), _whole(chapter["end_ms"])
    return Chapter(_text(chapter["title"]), start_ms, end_ms, _truth(chapter["aside"]))


def _file(file: dict[str, Any]) -> File:
    name = _text(file["name"])
    # By these names a build takes away what an earlier one left: none leads elsewhere.
    if {"", ".", ".."} & set(name.split("/")) or "\0" in name:
        raise ValueError(name)
    kind, media_type = _text(file["kind"]), _text(file["media_type"])
    return File(kind, name, media_type, _whole(file["size"]), _text(file["sha256"]))


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError(value)
    value.encode()  # raises ValueError for half a surrogate, which nobody can write
    return value


def _whole(value: object) -> int:
    if type(value) is not int:  # to Python, true is a number
        raise TypeError(value)
    if value < 0:
        raise ValueError(value)
    return value


def _truth(value: object) -> bool:
    if not isinstance(value, bool):
        raise TypeError(value)
    return value


def _list(value: object) -> list[Any]:
    if not isinstance(value, list):
        raise TypeError(value)
    return value
