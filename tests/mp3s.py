"""One good MP3, made of parts that a test can break one by one."""

import struct
import zlib
from dataclasses import dataclass, replace
from functools import cache

import numpy as np

from narrate.mix.base import FORMATS, Format
from narrate.mix.encode import encode, open_encoder
from narrate.mix.info import Music, info_frame, music_checksum
from narrate.options import Quality

FRAMES = 300
BEST = FORMATS[Quality.BEST]
FRAME_BYTES = BEST.frame_bytes
LENGTH_MS = (FRAMES - 1) * 36
UNUSED = 0xFFFFFFFF
UTF16 = 1


def frame(name: str, body: bytes, flags: int = 0) -> bytes:
    """An ID3v2.3 frame."""
    return name.encode() + struct.pack(">IH", len(body), flags) + body


def text(name: str, words: str) -> bytes:
    return frame(name, b"\1" + words.encode("utf-16"))


def chapter(  # noqa: PLR0913 - a parameter for each field
    number: int,
    title: str | None,
    start_ms: int,
    end_ms: int,
    *,
    element: bytes = b"",
    begin: bytes = b"",
    start_byte: int = UNUSED,
    inner: bytes | None = None,
) -> bytes:
    times = struct.pack(">IIII", start_ms, end_ms, start_byte, UNUSED)
    subs = text("TIT2", title) if title is not None else b""
    named = element or b"ch%03d" % number
    held = begin + subs if inner is None else inner
    return frame("CHAP", named + b"\0" + times + held)


def contents(
    *children: bytes,
    flags: int = 3,
    title: bytes = text("TIT2", "Chapters"),
    element: bytes = b"toc",
    count: int | None = None,
) -> bytes:
    names = b"".join(child + b"\0" for child in children)
    number = bytes((len(children) if count is None else count,))
    return frame("CTOC", element + b"\0" + bytes((flags,)) + number + names + title)


def png(width: int, height: int, extra: int = 0) -> bytes:
    """A white picture; `extra` bytes make it heavier."""

    def chunk(kind: bytes, held: bytes) -> bytes:
        checked = kind + held
        return (
            struct.pack(">I", len(held))
            + checked
            + struct.pack(">I", zlib.crc32(checked))
        )

    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    lines = zlib.compress((b"\0" + b"\xff" * width) * height)
    more = chunk(b"tEXt", bytes(extra)) if extra else b""
    body = chunk(b"IHDR", head) + more + chunk(b"IDAT", lines) + chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + body


def picture(data: bytes, mime: bytes = b"image/png", kind: int = 3) -> bytes:
    return frame("APIC", b"\0" + mime + b"\0" + bytes((kind,)) + b"\0" + data)


@cache
def music(dbfs: float = -16.0, made: Format = BEST) -> bytes:
    """A tone of 1 kHz: at -16 dBFS it reads -19 LUFS in one channel."""
    return encode(tone(dbfs, made), made)


def dull() -> bytes:
    """A tone at 16 kHz, in frames of MPEG-2."""
    made = Format(16_000, 576, b"", 9)
    encoded = bytes(open_encoder(made).encode(tone(-16, made, 2 * FRAMES)))
    return encoded[: len(encoded) // 288 * 288]


def faster() -> bytes:
    """The same at 128 kbit/s: frames of 576 bytes."""
    encoder = open_encoder(BEST)
    encoder.set_bit_rate(128)
    encoded = bytes(encoder.encode(tone(-16, BEST)))
    return encoded[: len(encoded) // 576 * 576]


def tone(dbfs: float, made: Format, frames: int = FRAMES) -> bytes:
    count = frames * made.frame_samples
    times = np.arange(count - 2_304) / made.rate_hz
    wave = 10 ** (dbfs / 20) * np.sin(2 * np.pi * 1000 * times)
    samples = np.concatenate((wave, np.zeros(2_304))) * 32_767
    return samples.astype("<i2").tobytes()


@dataclass(frozen=True, slots=True)
class Mp3:
    """The parts."""

    frames: tuple[bytes, ...]
    """Of the tag: title, length, contents, three chapters, cover."""

    music: bytes
    """Frames."""

    major: int = 3
    """The tag's version."""

    flags: int = 0
    """The tag's."""

    padding: bytes = bytes(64)
    """Behind the tag's frames."""

    info: bytes | None = None
    """The Info frame, or the right one."""

    lead: bytes = b""
    """Before the first frame."""

    tail: bytes = b""
    """Behind the last."""

    size: int | None = None
    """What the tag says, or the right one."""

    def __bytes__(self) -> bytes:
        body = b"".join(self.frames) + self.padding
        size = len(body) if self.size is None else self.size
        head = b"ID3" + bytes((self.major, 0, self.flags)) + sync_safe(size)
        info = right_info(self.music) if self.info is None else self.info
        return head + body + self.lead + info + self.music + self.tail

    def but(self, at: int, *frames: bytes) -> "Mp3":
        """With one of the tag's frames replaced."""
        return replace(
            self, frames=(*self.frames[:at], *frames, *self.frames[at + 1 :])
        )


def sync_safe(size: int) -> bytes:
    return bytes(size >> shift & 0x7F for shift in (21, 14, 7, 0))


def right_info(sound: bytes, made: Format = BEST) -> bytes:
    frames = len(sound) // made.frame_bytes
    told = Music(frames, len(sound), music_checksum(sound))
    return info_frame(made, told, (frames - 1) * made.frame_samples)


TITLE, LENGTH, CONTENTS, FIRST, SECOND, THIRD, COVER = range(7)
GOOD = Mp3(
    (
        text("TIT2", "The café"),
        frame("TLEN", b"\0" + str(LENGTH_MS).encode()),
        contents(b"ch000", b"ch001", b"ch002"),
        chapter(0, "Introduction", 0, 3_000),
        chapter(1, "A walk", 3_000, 7_000),
        chapter(2, "Home", 7_000, LENGTH_MS),
        picture(png(1400, 1400)),
    ),
    music(),
)
