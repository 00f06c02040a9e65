import struct

import pytest
from hypothesis import given
from hypothesis import strategies as st

from narrate.check.id3 import Frame
from narrate.check.picture import measure, read_picture
from tests.mp3s import png


def jpeg(width: int, height: int, start: int = 0xC0, before: bytes = b"") -> bytes:
    size = struct.pack(">BHH", 8, height, width)
    return b"\xff\xd8" + before + struct.pack(">BBH", 255, start, 11) + size + bytes(9)


APP0 = b"\xff\xe0" + struct.pack(">H", 16) + b"JFIF" + bytes(10)
TABLE = b"\xff\xc4" + struct.pack(">H", 6) + bytes(4)


@pytest.mark.parametrize(
    ("data", "seen"),
    [
        (png(1400, 1300), ("image/png", 1400, 1300)),
        (jpeg(1400, 1300), ("image/jpeg", 1400, 1300)),
        (jpeg(1400, 1300, 0xC2, APP0 + TABLE), ("image/jpeg", 1400, 1300)),
        (jpeg(1400, 1300, before=b"\xff" * 5 + APP0[1:]), ("image/jpeg", 1400, 1300)),
        (b"\xff\xd8\xff\xda\0\0", ("image/jpeg", 0, 0)),
        (b"\xff\xd8\xff\xe0\0\0\0\0\0\0\0\0", ("image/jpeg", 0, 0)),
        (png(9, 9)[:12], ("image/png", 0, 0)),
        (b"GIF89a", ("", 0, 0)),
        (b"", ("", 0, 0)),
    ],
)
def test_a_picture_is_measured(data: bytes, seen: tuple[str, int, int]) -> None:
    assert measure(data) == seen


@given(st.binary(max_size=200))
def test_any_bytes_are_measured(data: bytes) -> None:
    for head in (b"", b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n"):
        measure(head + data)
        read_picture(Frame("APIC", 1, data), 3)


def test_a_description_in_utf_16_is_passed_over() -> None:
    words = "Ā cover\0".encode("utf-16")
    frame = Frame("APIC", 1, b"\1image/png\0\3" + words + png(30, 20))
    read = read_picture(frame, 3)
    assert read
    assert (read.mime, read.kind, read.width, read.height) == ("image/png", 3, 30, 20)
