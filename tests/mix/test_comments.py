import struct
from base64 import b64decode
from dataclasses import replace

from narrate.heard import Chapter, Timeline
from narrate.mix.comments import (
    mp4_comments,
    picture_kind,
    short_title,
    vorbis_comments,
)
from narrate.mix.tags import Tags

PNG = b"\x89PNG\r\n\x1a\n and the rest"
TAGS = Tags("Title", "Writer", "Site", "2024-05-06", "en", "a.txt", "", "Voice", "me")
HOURS = Timeline(
    (),
    (
        Chapter("One", 0, 3_723_004, aside=False),
        Chapter("Two", 3_723_004, 4_000_000, aside=True),
    ),
    4_000_000,
)


def test_chapters_are_counted_from_one_and_start_to_the_millisecond() -> None:
    said = vorbis_comments(TAGS, HOURS)
    assert said["CHAPTER001"] == "00:00:00.000"
    assert said["CHAPTER001NAME"] == "One"
    assert said["CHAPTER002"] == "01:02:03.004"
    assert said["CHAPTER002NAME"] == "Two"


def test_there_are_no_more_chapters_than_three_digits_can_count() -> None:
    chapters = (Chapter("A", 0, 1, aside=False),) * 1200
    said = vorbis_comments(TAGS, Timeline((), chapters, 1))
    assert "CHAPTER999NAME" in said
    assert "CHAPTER1000" not in said


def test_a_cover_is_wrapped_as_flac_wraps_it() -> None:
    said = vorbis_comments(replace(TAGS, cover=PNG), HOURS)
    block = b64decode(said["METADATA_BLOCK_PICTURE"])
    assert struct.unpack(">II", block[:8]) == (3, len("image/png"))
    assert block[8:17] == b"image/png"
    assert struct.unpack(">6I", block[17:41]) == (0, 0, 0, 0, 0, len(PNG))
    assert block[41:] == PNG


def test_what_is_no_picture_is_left_out() -> None:
    said = vorbis_comments(replace(TAGS, cover=b"GIF89a"), HOURS)
    assert "METADATA_BLOCK_PICTURE" not in said
    assert picture_kind(b"GIF89a") == picture_kind(b"") == ""
    assert picture_kind(b"\xff\xd8\xff\xe0") == "jpeg"


def test_what_is_not_known_is_not_said() -> None:
    assert "date" not in mp4_comments(replace(TAGS, published=""))
    assert mp4_comments(TAGS)["date"] == "2024-05-06"


def test_no_character_ends_a_text_early() -> None:
    said = mp4_comments(replace(TAGS, title="a\0b\ud800c"))
    assert "\0" not in said["title"]
    assert said["title"].encode().startswith(b"a b")


def test_a_long_title_is_cut_between_two_letters() -> None:
    assert short_title("é" * 300) == "é" * 127
    assert short_title("a\nb ") == "a b"
