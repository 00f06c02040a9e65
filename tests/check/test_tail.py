import io
import struct

import pytest
from hypothesis import given
from hypothesis import strategies as st

from narrate.check.tail import read_tails

ID3V1 = b"TAG" + bytes(125)
MORE = b"TAG+" + bytes(223)
APE = bytes(68) + b"APETAGEX" + struct.pack("<IIII8x", 2000, 100, 0, 0)
APE_WITH_HEADER = bytes(32) + APE[:-12] + struct.pack("<I8x", 1 << 31)
LYRICS = b"LYRICSBEGIN" + bytes(89) + b"000100LYRICS200"
APPENDED = bytes(50) + b"3DI\4\0\x10\0\0\0\x28"


def found(data: bytes) -> list[tuple[str, int, int]]:
    tails = read_tails(io.BytesIO(data), 0, len(data))
    return [(tail.name, tail.at, tail.size) for tail in tails]


@pytest.mark.parametrize(
    ("tail", "name"),
    [
        (ID3V1, "ID3v1"),
        (MORE + ID3V1, "ID3v1"),
        (APE, "APE"),
        (APE_WITH_HEADER, "APE"),
        (LYRICS, "Lyrics3"),
        (APPENDED, "ID3v2.4"),
    ],
    ids=["ID3v1", "longer ID3v1", "APE", "APE with header", "Lyrics3", "ID3v2.4"],
)
def test_a_tag_at_the_end_is_found_whole(tail: bytes, name: str) -> None:
    assert found(b"s" * 500 + tail) == [(name, 500, len(tail))]


def test_several_tags_are_found_the_last_one_first() -> None:
    data = b"s" * 500 + APE + LYRICS + ID3V1
    assert [name for name, _, _ in found(data)] == ["ID3v1", "Lyrics3", "APE"]


def test_a_tag_that_says_it_is_longer_than_the_file_is_none() -> None:
    huge = b"APETAGEX" + struct.pack("<IIII8x", 2000, 1 << 31, 0, 0)
    assert found(b"s" * 500 + huge) == []


@given(st.binary(max_size=300), st.sampled_from((b"", ID3V1, APE, LYRICS, APPENDED)))
def test_any_end_is_read(data: bytes, tail: bytes) -> None:
    for _, at, size in found(data + tail):
        assert at >= 0
        assert size > 0
