"""What an Ogg or MP4 file says of itself, as pairs of a name and a text."""

import struct
from base64 import b64encode

from narrate.heard import Timeline
from narrate.mix.tags import Tags, plain

_LONGEST_TITLE = 255  # bytes of UTF-8: what MP4's older list of chapters has room for
_MOST_CHAPTERS = 999  # their numbers have three digits: one more, and players lose all
_FRONT_COVER = 3
_MEDIA_AUDIOBOOK = "2"  # Apple's: a player then keeps the place where one stopped
_PICTURES = ((b"\xff\xd8\xff", "jpeg"), (b"\x89PNG\r\n\x1a\n", "png"))


def picture_kind(cover: bytes) -> str:
    """Tell "jpeg" or "png" by how a picture begins; nothing for any other."""
    return next((kind for sign, kind in _PICTURES if cover.startswith(sign)), "")


def vorbis_comments(tags: Tags, timeline: Timeline) -> dict[str, str]:
    """Give the names of Ogg: with chapters and the cover, which have no other place."""
    said = _common(tags)
    said["language"] = plain(tags.language)
    said["encoded-by"] = plain(tags.maker)
    # Names as the Vorbis comments' wiki has them; counted from 1 as most writers do.
    for at, chapter in enumerate(timeline.chapters[:_MOST_CHAPTERS], 1):
        said[f"CHAPTER{at:03}"] = _clock(chapter.start_ms)
        said[f"CHAPTER{at:03}NAME"] = short_title(chapter.title)
    if picture_kind(tags.cover):
        said["METADATA_BLOCK_PICTURE"] = _picture(tags.cover)
    return said


def mp4_comments(tags: Tags) -> dict[str, str]:
    """Give the names that FFmpeg turns into an MP4's."""
    return _common(tags) | {
        "album_artist": plain(tags.artist),
        "media_type": _MEDIA_AUDIOBOOK,
    }


def short_title(title: str) -> str:
    """Give a chapter's title on one line, cut between two letters if it is too long."""
    line = " ".join(plain(title).split()).encode()
    return line[:_LONGEST_TITLE].decode(errors="ignore")


def _common(tags: Tags) -> dict[str, str]:
    said = {
        "title": tags.title,
        "artist": tags.artist,
        "album": tags.album,
        "date": tags.published,
        "genre": "Podcast",
        "comment": tags.voice,
        "description": tags.source,
    }
    return {name: plain(text) for name, text in said.items() if text}


def _clock(ms: int) -> str:
    seconds, ms = divmod(ms, 1000)
    return f"{seconds // 3600:02}:{seconds // 60 % 60:02}:{seconds % 60:02}.{ms:03}"


def _picture(cover: bytes) -> str:
    """Wrap a picture as FLAC does (RFC 9639, 8.8): its sizes are 0, not known."""
    media = f"image/{picture_kind(cover)}".encode()
    head = struct.pack(">II", _FRONT_COVER, len(media)) + media
    head += struct.pack(">6I", 0, 0, 0, 0, 0, len(cover))  # no description
    return b64encode(head + cover).decode()
