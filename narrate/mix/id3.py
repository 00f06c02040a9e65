"""The ID3 tag: v2.3, in an order that fifteen readers agree on.

mutagen's own `save` sorts frames by size, which puts chapters out of order in ffprobe,
eyeD3, node-id3 and jsmediatags; so its frame classes are used and the order is ours:
text first, then CTOC, then CHAP by start, the picture last. ID3v2.3 because with v2.4
ffmpeg loses titles over 127 bytes; no unsynchronisation, which AntennaPod can't read;
ends are the next start, as media3 drops chapters that end at 0xFFFFFFFF; byte offsets
are not used.
"""

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

from mutagen import MutagenError
from mutagen.id3 import (
    APIC,
    CHAP,
    COMM,
    CTOC,
    ID3,
    TALB,
    TCON,
    TDAT,
    TIT2,
    TLAN,
    TLEN,
    TPE1,
    TRCK,
    TSSE,
    TXXX,
    TYER,
    USLT,
    WOAS,
    WXXX,
    CTOCFlags,
    PictureType,
)
from mutagen.id3._frames import Frame
from mutagen.id3._tags import save_frame
from mutagen.id3._util import ID3SaveConfig

from narrate.heard import Timeline
from narrate.mix.tags import ISO_639_2, MAKER, Tags, plain

_UTF16 = 1  # with a byte order mark: what ID3v2.3 has besides Latin-1
_NOT_USED = 0xFFFFFFFF
_MOST_BYTES = 1 << 28  # the size is written in 28 bits


def tag(tags: Tags, timeline: Timeline, track: str = "") -> bytes:
    """Write the whole tag; raises ValueError if it is too large for any player.

    `track` tells which file of how many it is, as "3/12".
    """
    config = ID3SaveConfig(3, "/")
    body = b"".join(
        save_frame(frame, config=config) for frame in _frames(tags, timeline, track)
    )
    if len(body) >= _MOST_BYTES:
        raise ValueError("the article's text is too long for an ID3 tag")
    size = bytes((len(body) >> shift) & 0x7F for shift in (21, 14, 7, 0))
    return b"ID3\x03\x00\x00" + size + body


def is_ours(path: Path) -> bool:
    """Tell whether a file is an MP3 that narrate made."""
    try:
        made_by = ID3(path).getall("TSSE")
    except (MutagenError, OSError):
        return False
    return any(str(frame).startswith(f"{MAKER} ") for frame in made_by)


def _frames(tags: Tags, timeline: Timeline, track: str) -> Iterator[Frame]:
    language = ISO_639_2.get(tags.language[:2], "und")
    yield TIT2(_UTF16, plain(tags.title))
    yield TPE1(_UTF16, plain(tags.artist))
    yield TALB(_UTF16, plain(tags.album))
    if track:
        yield TRCK(0, track)
    yield TCON(0, "Podcast")
    yield TLAN(0, language)
    if timeline.length_ms:  # a stream's is not known
        yield TLEN(0, str(timeline.length_ms))
    yield from _date(tags.published)
    yield TSSE(_UTF16, tags.maker)
    yield COMM(_UTF16, language, "", tags.voice)
    yield TXXX(_UTF16, "Voice", tags.voice)
    yield from _source(tags.source)
    if tags.text:
        yield USLT(_UTF16, language, "", plain(tags.text))
    if timeline.chapters:
        yield from _chapters(timeline)
    if tags.cover:
        kind = "image/png" if tags.cover.startswith(b"\x89PNG") else "image/jpeg"
        yield APIC(0, kind, PictureType.COVER_FRONT, "Cover", tags.cover)


def _date(published: str) -> Iterator[Frame]:
    year, _, day = published.partition("-")
    if year:
        yield TYER(0, year)
    if day and "-" in day:
        month, _, date = day.partition("-")
        yield TDAT(0, date + month)  # DDMM


def _source(source: str) -> Iterator[Frame]:
    if source.startswith(("http://", "https://")):
        yield WOAS(source)
    if source:
        yield WXXX(_UTF16, "Source", quote(source, ":/?&=#%", errors="replace"))


def _chapters(timeline: Timeline) -> Iterator[Frame]:
    names = [f"ch{at:03}" for at in range(len(timeline.chapters))]
    yield CTOC(
        element_id="toc",
        flags=CTOCFlags.TOP_LEVEL | CTOCFlags.ORDERED,
        child_element_ids=names,
        sub_frames=[TIT2(_UTF16, "Chapters")],
    )
    for name, chapter in zip(names, timeline.chapters, strict=True):
        yield CHAP(
            element_id=name,
            start_time=chapter.start_ms,
            end_time=chapter.end_ms,
            start_offset=_NOT_USED,
            end_offset=_NOT_USED,
            sub_frames=[TIT2(_UTF16, plain(chapter.title))],
        )
