"""What every writer shares: the files of an episode, and what makes one of them."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from narrate.episode import Episode
from narrate.options import Kind

RECORD = "episode.json"
"""The file that tells of all the others, in every episode's folder."""


@dataclass(frozen=True, slots=True)
class Form:
    """What one kind of file is called and declared as."""

    suffix: str
    """Behind the episode's name."""

    media_type: str
    """As registered with IANA, or as podcast apps know it."""

    name: str = ""
    """What it is called in every folder, whatever the episode's name; or nothing."""


FORMS: Mapping[Kind, Form] = MappingProxyType(
    {
        Kind.MP3: Form(".mp3", "audio/mpeg"),
        Kind.VTT: Form(".vtt", "text/vtt"),
        Kind.SRT: Form(".srt", "application/x-subrip"),
        Kind.JSON: Form(".transcript.json", "application/json"),
        Kind.HTML: Form(".transcript.html", "text/html"),
        Kind.PAGE: Form("", "text/html", "index.html"),
        Kind.CHAPTERS: Form(".chapters.json", "application/json+chapters"),
        Kind.COVER: Form(".cover.jpg", "image/jpeg"),
        Kind.NUMBERED: Form(".m3u8", "application/vnd.apple.mpegurl"),
        Kind.M4B: Form(".m4b", "audio/mp4"),
        Kind.OPUS: Form(".opus", "audio/ogg"),
        Kind.EPUB: Form(".epub", "application/epub+zip"),
    }
)
"""All but the record, which tells of them."""

PNG = Form(".cover.png", "image/png")
"""A cover that a listener gave, where it is no JPEG."""

Writer = Callable[[Episode], Iterable[str]]
"""Renders a document in pieces, so that a book is never in memory twice."""


def file_name(kind: Kind, name: str) -> str:
    """Name the file of a kind in the folder of an episode."""
    if kind is Kind.EPISODE:
        return RECORD
    form = FORMS[kind]
    return form.name or name + form.suffix


def cover_name(cover: bytes, name: str) -> str:
    """Name the file of a cover, JPEG or PNG by its bytes."""
    form = PNG if cover.startswith(b"\x89PNG") else FORMS[Kind.COVER]
    return name + form.suffix
