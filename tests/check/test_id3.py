import struct

import pytest
from hypothesis import given
from hypothesis import strategies as st

from narrate.check.id3 import Trouble, read_frames, read_tag, tag_size
from narrate.check.text import Flaw, Text, read_text
from tests.mp3s import GOOD, frame, sync_safe, text

ANY_VERSION = st.sampled_from((2, 3, 4))


@given(body=st.binary(max_size=500), major=ANY_VERSION)
def test_any_bytes_are_cut_into_frames(body: bytes, major: int) -> None:
    frames, faults, padding = read_frames(body, major)
    assert sum(len(each.body) for each in frames) + padding <= len(body)
    assert [each.number for each in frames] == list(range(1, len(frames) + 1))
    assert all(fault.size >= 0 for fault in faults)


@given(
    data=st.binary(min_size=10, max_size=300),
    major=ANY_VERSION,
    flags=st.integers(0, 255),
)
def test_any_tag_is_read(data: bytes, major: int, flags: int) -> None:
    head = b"ID3" + bytes((major, 0, flags)) + sync_safe(len(data))
    tag = read_tag(head + data)
    assert tag.major == major
    assert tag.size == tag_size(head)


def test_frames_come_in_the_order_of_the_file() -> None:
    tag = read_tag(bytes(GOOD))
    names = [each.name for each in tag.frames]
    assert names == ["TIT2", "TLEN", "CTOC", "CHAP", "CHAP", "CHAP", "APIC"]
    assert (tag.faults, tag.padding) == ((), 64)


@pytest.mark.parametrize(
    "header",
    [
        b"ID3\3\0\0\0\0\0",
        b"ID4\3\0\0\0\0\0\0",
        b"ID3\xff\0\0\0\0\0\0",
        b"ID3\3\0\0\x80\0\0\0",
    ],
)
def test_what_is_no_tag_is_none(header: bytes) -> None:
    assert tag_size(header) is None


def test_unsynchronised_bytes_are_put_together_again() -> None:
    body = frame("PRIV", b"a\xff\0\xe0b".replace(b"\xff", b"\xff"))
    spread = body.replace(b"\xff", b"\xff\0")
    data = b"ID3\3\0\x80" + sync_safe(len(spread)) + spread
    assert read_tag(data).frames[0].body == b"a\xff\0\xe0b"


def test_a_size_in_the_way_of_another_version_is_told_and_read() -> None:
    held = b"\0" + b"x" * 300
    new = b"TIT2" + sync_safe(301) + b"\0\0" + held
    old = b"TIT2" + (301).to_bytes(4) + b"\0\0" + held
    for body, major in ((new, 3), (old, 4)):
        (read, *_), (fault, *_), _ = read_frames(body + text("TPE1", "Ann"), major)
        assert fault.trouble is Trouble.OTHER_SIZES
        assert read.body == held


def test_what_flags_add_is_taken_away() -> None:
    grouped = b"TIT2" + struct.pack(">IH", 4, 0x20) + b"G\0Hi"
    (read,), _, _ = read_frames(grouped, 3)
    assert read.body == b"\0Hi"
    measured = b"TIT2" + sync_safe(8) + b"\0\3" + bytes(4) + b"\0\xff\0\xe9"
    (read,), _, _ = read_frames(measured, 4)
    assert read.body == b"\0\xff\xe9"


@pytest.mark.parametrize(
    ("body", "major", "said"),
    [
        (b"\0Caf\xe9", 3, Text("Café")),
        (b"\0Caf\xe9\0more", 3, Text("Café")),
        (b"\1" + "Café".encode("utf-16"), 3, Text("Café")),
        (b"\1\xfe\xff" + "Café".encode("utf-16-be"), 3, Text("Café")),
        (b"\1" + "Ā".encode("utf-16") + b"\0\0x", 3, Text("Ā")),
        (b"\1" + "Ā\u0100".encode("utf-16"), 3, Text("ĀĀ")),
        (b"\2" + "Café".encode("utf-16-be"), 4, Text("Café")),
        (b"\2" + "Café".encode("utf-16-be"), 3, Text("Café", Flaw.NEW)),
        (b"\3" + "Café".encode(), 4, Text("Café")),
        (b"\3" + "Café".encode(), 3, Text("Café", Flaw.NEW)),
        (b"\3Caf\xe9", 4, Text("Caf\ufffd", Flaw.BROKEN)),
        (b"\1C\0", 3, Text("C", Flaw.NO_MARK)),
        (b"\0" + "Café".encode(), 3, Text("CafÃ©", Flaw.MISREAD)),
        (b"\4Cafe", 3, Text("", Flaw.UNKNOWN)),
        (b"", 3, Text("")),
        (b"\1", 3, Text("")),
    ],
)
def test_a_text_is_read_and_its_flaw_told(body: bytes, major: int, said: Text) -> None:
    assert read_text(body, major) == said


@given(body=st.binary(max_size=60), major=ANY_VERSION)
def test_any_text_is_read(body: bytes, major: int) -> None:
    assert "\0" not in read_text(body, major).value or body[:1] in {b"\1", b"\2"}
