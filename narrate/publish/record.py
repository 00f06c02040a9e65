"""The record, episode.json: what was made from what; feeds and servers read it.

Its schema is in docs/episode.md and docs/episode.schema.json. It holds no date of its
making: the same article, options and versions give the same bytes.
"""

import json
from dataclasses import dataclass
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

    def file(self, kind: str) -> File | None:
        """Find the first file of a kind."""
        return next((file for file in self.files if file.kind == kind), None)


def read_record(path: Path) -> Record:
    """Read an episode.json.

    Raises EpisodeError where it is damaged, or a newer narrate wrote it.
    """
    again = "Build its article again, or take the folder away"
    try:
        whole = json.loads(path.read_bytes())
        schema = int(whole["schema"])
    except OSError as error:
        trouble = f"can't be read: {error.strerror}"
        raise EpisodeError(str(path), trouble, "Check its permissions") from error
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise EpisodeError(str(path), "is damaged", again) from error
    if schema > SCHEMA:
        newer = f"was written by a newer narrate (schema {schema}; this one knows"
        raise EpisodeError(str(path), f"{newer} {SCHEMA})", "Update narrate")
    try:
        return _record(whole)
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise EpisodeError(str(path), "is damaged", again) from error


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
        length_ms=int(whole["length_ms"]),
        chapters=tuple(_chapter(chapter) for chapter in whole["chapters"]),
        files=tuple(_file(file) for file in whole["files"]),
    )


def _chapter(chapter: dict[str, Any]) -> Chapter:
    start_ms, end_ms = int(chapter["start_ms"]), int(chapter["end_ms"])
    return Chapter(_text(chapter["title"]), start_ms, end_ms, bool(chapter["aside"]))


def _file(file: dict[str, Any]) -> File:
    name = _text(file["name"])
    if name.startswith("/") or ".." in name.split("/"):
        raise ValueError(name)  # would lead out of the episode's folder
    kind, media_type = _text(file["kind"]), _text(file["media_type"])
    return File(kind, name, media_type, int(file["size"]), _text(file["sha256"]))


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError(value)
    return value
