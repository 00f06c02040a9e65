"""An episode's file on its server: what is asked of it, and what came back.

HEAD and byte ranges are asked for by Apple's technical requirements (see
`check/feed/sources.py`), the forms of the answers by RFC 9110.
"""

from dataclasses import dataclass

from narrate.check.served.base import Answer, Ask

PART_BYTES = 1_024
"""Of the part that is asked for."""

OK, PART = 200, 206
"""HTTP's numbers for all of a file, and a part of it."""


@dataclass(frozen=True, slots=True)
class File:
    """A file of an episode: what the feed says, and what the server answers."""

    place: str
    """As in a Finding."""

    url: str
    """As the feed gives it."""

    kind: str
    """The media type by the feed; "" if none is told."""

    size_bytes: int
    """By the feed; 0 if it doesn't say."""

    head: Answer
    """To a request for the headers alone."""

    part: Answer
    """To one for the first bytes."""

    @property
    def is_there(self) -> bool:
        """Whether it can be fetched at all."""
        return self.part.status in {OK, PART}

    @property
    def whole(self) -> Answer:
        """The answer that tells of the whole file."""
        return self.head if self.head.status == OK else self.part

    @property
    def total(self) -> int | None:
        """Its bytes by the server; nothing if it does not say."""
        if self.head.status == OK and self.head.length is not None:
            return self.head.length
        if self.part.span:
            return self.part.span[2]
        return self.part.length if self.part.status == OK else None


def look_at(
    ask: Ask, url: str, *, kind: str = "", size_bytes: int = 0, place: str = ""
) -> File:
    """Ask for a file as a player does: its headers, then its first bytes."""
    head = ask(url, method="HEAD")
    part = ask(
        url,
        headers={"Range": f"bytes=0-{PART_BYTES - 1}"},
        most_bytes=PART_BYTES + 1,
    )
    return File(place, url, kind, size_bytes, head, part)


def look_of(data: bytes) -> str:
    """Tell from its first bytes what a file is; "" if that can't be told."""
    start = data[:PART_BYTES]
    if start[:3] == b"ID3" or (
        len(start) > 1 and start[0] == 0xFF and start[1] & 0xE0 == 0xE0  # noqa: PLR2004
    ):
        return "mp3"
    if start[4:8] == b"ftyp":
        return "mp4"
    signs = {b"OggS": "ogg", b"fLaC": "flac", b"RIFF": "wav", b"%PDF": "pdf"}
    if start[:4] in signs:
        return signs[start[:4]]
    plain = start.lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    return "web page" if plain.startswith((b"<!doctype", b"<html")) else ""
