"""The MP3 in other clothes: AAC in MP4 (.m4b) and Opus in Ogg, both with chapters.

FFmpeg in a wheel (PyAV) decodes, resamples and encodes; it comes only with an extra.
What is encoded is what a player plays of the MP3, without its encoder's delay: so the
chapters' times hold. The sound goes through in pieces.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from pathlib import Path
from types import MappingProxyType
from typing import IO, TYPE_CHECKING, Literal

from narrate.errors import MissingPartError, OutputError
from narrate.heard import Timeline
from narrate.mix.comments import (
    mp4_comments,
    picture_kind,
    short_title,
    vorbis_comments,
)
from narrate.mix.reopened import Reopened
from narrate.mix.tags import ISO_639_2, Tags
from narrate.output import explained

if TYPE_CHECKING:
    from av.container import Chapter, InputContainer, OutputContainer

_MS = Fraction(1, 1000)
_FILMS = MappingProxyType({"jpeg": "mjpeg", "png": "png"})


class Container(StrEnum):
    """What the sound is put in; its value is what a file's name ends in."""

    M4B = "m4b"
    OPUS = "opus"


@dataclass(frozen=True, slots=True)
class _Kind:
    """How one of them is made."""

    format: str
    """FFmpeg's name of the container."""

    codec: Literal["aac", "libopus"]
    """FFmpeg's name of the encoder."""

    bit_rate: int
    """Bits a second."""

    rate_hz: int
    """Samples a second; 0 is the MP3's own."""

    muxing: Mapping[str, str]
    """What the container is told."""

    encoding: Mapping[str, str]
    """What the encoder is told."""

    ogg: bool = False
    """Whether its chapters and cover are Vorbis comments."""


_KINDS: Mapping[Container, _Kind] = MappingProxyType(
    {
        # "mp4" and not "ipod", which takes no picture. The index comes first, so that
        # a player can begin before all is loaded. For one voice FFmpeg's quick coder
        # without its tricks for music is the better one (PESQ against the MP3 4.14,
        # with its defaults 3.43) and takes a third of the time.
        Container.M4B: _Kind(
            "mp4",
            "aac",
            64_000,
            0,
            {"movflags": "+faststart", "brand": "M4B "},
            {"aac_coder": "fast", "aac_pns": "0", "aac_tns": "0"},
        ),
        # PESQ 4.12 with 40 kbit/s, 3.93 with 32, 4.23 with 48. Opus always runs at
        # 48 kHz. Less analysis than its most costs 0.15 and saves a seventh.
        Container.OPUS: _Kind(
            "opus", "libopus", 40_000, 48_000, {}, {"application": "voip"}, ogg=True
        ),
    }
)


def transcode(
    mp3: Path, timeline: Timeline, tags: Tags, file: IO[bytes], wanted: Container
) -> None:
    """Put an MP3's sound, chapters, tags and cover into another container.

    `file` must be open for reading too. Raises MissingPartError where the extra is not
    installed, and OutputError where the MP3 can't be played or the file not written.
    """
    try:
        import av  # noqa: PLC0415 - an extra, and 0.1 s
    except ImportError as error:
        raise MissingPartError("av") from error
    kind, target = _KINDS[wanted], Reopened(file)
    with explained(mp3.with_suffix(f".{wanted}")):
        try:
            with (
                mp3.open("rb") as sound,  # a name with a colon would be a protocol
                av.open(sound, "r", "mp3") as source,
                _open(target, kind) as made,
            ):
                length_ms = _transcode(source, made, timeline, tags, kind)
        except (av.FFmpegError, OSError, IndexError) as error:
            # Closing fails too where writing did: tell of what came first.
            raise (target.trouble or _unplayable(mp3, error)) from error
        if target.trouble:
            raise target.trouble
    if abs(length_ms - timeline.length_ms) > 1:
        raise _unplayable(mp3, "it has not the length that it should have")


def _open(target: Reopened, kind: _Kind) -> "OutputContainer":
    from av import open as av_open  # noqa: PLC0415 - as above

    options = {"fflags": "+bitexact", **kind.muxing}  # no time, no random serial
    return av_open(
        target, "w", format=kind.format, options=options, io_open=target.again
    )


def _unplayable(mp3: Path, why: Exception | str) -> OutputError:
    trouble = f"can't be played back: {getattr(why, 'strerror', why)}"
    return OutputError(str(mp3), trouble, "Build it once more")


def _transcode(
    source: "InputContainer",
    made: "OutputContainer",
    timeline: Timeline,
    tags: Tags,
    kind: _Kind,
) -> int:
    """Say what it is, then bring the sound over; give its length in milliseconds."""
    heard = source.streams.audio[0]
    stream = made.add_stream(
        kind.codec,
        kind.rate_hz or heard.rate,
        {"flags": "+bitexact", **kind.encoding},
        layout="mono",
        bit_rate=kind.bit_rate,
    )
    if kind.ogg:
        made.metadata.update(vorbis_comments(tags, timeline))
    else:
        made.metadata.update(mp4_comments(tags))
        made.set_chapters(_chapters(timeline))
        stream.metadata["language"] = ISO_639_2.get(tags.language[:2], "und")
        _show(made, tags.cover)
    at = 0
    for frame in source.decode(heard):
        # Counted from the first sample that is heard: the decoder's own times begin
        # with the encoder's delay, which it has left out.
        frame.pts, frame.time_base = at, Fraction(1, frame.sample_rate)
        at += frame.samples
        made.mux(stream.encode(frame))
    made.mux(stream.encode(None))
    return round(at * 1000 / heard.rate)


def _chapters(timeline: Timeline) -> "list[Chapter]":
    return [
        {
            "id": at,
            "start": chapter.start_ms,
            "end": chapter.end_ms,
            "time_base": _MS,
            "metadata": {"title": short_title(chapter.title)},
        }
        for at, chapter in enumerate(timeline.chapters)
    ]


def _show(made: "OutputContainer", cover: bytes) -> None:
    """Attach the cover: to FFmpeg it is a film of one picture."""
    from av import Packet  # noqa: PLC0415 - as above
    from av.stream import Disposition  # noqa: PLC0415

    kind = picture_kind(cover)
    if not kind:
        return
    # It must have a size, which is written nowhere.
    film = made.add_mux_stream(_FILMS[kind], width=1, height=1)
    film.disposition = Disposition.attached_pic
    packet = Packet(cover)
    packet.stream, packet.time_base = film, _MS
    packet.pts = packet.dts = 0
    packet.is_keyframe = True
    made.mux(packet)
