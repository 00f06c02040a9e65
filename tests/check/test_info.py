import struct

import pytest
from hypothesis import given
from hypothesis import strategies as st

from narrate.check.info import read_info
from narrate.check.mpeg import Shape, shape_of
from narrate.mix.base import FORMATS, Format
from narrate.mix.info import Music, info_frame
from tests.mp3s import BEST


def shape(made: Format) -> Shape:
    read = shape_of(int.from_bytes(made.header))
    assert read
    return read


@pytest.mark.parametrize("made", FORMATS.values(), ids=FORMATS)
def test_what_the_info_frame_tells_is_read(made: Format) -> None:
    music = Music(300, 86_400, 0xBEEF)
    frame = info_frame(made, music, 299 * made.frame_samples)
    info = read_info(frame, 7, shape(made))
    assert info
    assert (info.kind, info.at, info.size) == ("Info", 7, made.frame_bytes)
    assert (info.frames, info.total) == (300, 86_400 + made.frame_bytes)
    assert (info.encoder, len(info.table)) == ("LAME3.100", 100)
    assert info.gapless
    assert (info.gapless.delay, info.gapless.padding) == (576, made.frame_samples - 576)
    assert (info.gapless.music_checksum, info.gapless.intact) == (0xBEEF, True)


def test_a_frame_of_fraunhofers_is_read() -> None:
    told = struct.pack(">4sHHHII", b"VBRI", 1, 0, 75, 86_400, 300)
    info = read_info(BEST.header + bytes(32) + told + bytes(100), 0, shape(BEST))
    assert info
    assert (info.kind, info.frames, info.total) == ("VBRI", 300, 86_400)
    assert info.gapless is None


def test_what_the_frame_does_not_hold_is_not_told() -> None:
    head = BEST.header + bytes(17)
    nothing = read_info(head + b"Xing" + bytes(200), 0, shape(BEST))
    assert nothing
    assert (nothing.frames, nothing.total, nothing.table) == (None, None, b"")
    assert (nothing.encoder, nothing.gapless) == ("", None)
    short = read_info(head + b"Info\0\0\0\x0f\0\0\1\0", 0, shape(BEST))
    assert short
    assert (short.frames, short.total) == (256, None)


@given(st.binary(max_size=300))
def test_any_frame_is_read(body: bytes) -> None:
    for start in (b"", b"VBRI", bytes(17) + b"Xing", bytes(17) + b"Info"):
        read_info(BEST.header + start + body, 0, shape(BEST))
