import io
from dataclasses import replace
from pathlib import Path

import pytest
from mutagen.id3 import ID3

from narrate.heard import Chapter, Timeline
from narrate.mix.id3 import is_ours, tag
from narrate.mix.tags import Tags

TAGS = Tags(
    title="Café – “the last”",
    artist="Ann Lee",
    album="Articles",
    published="2025-03-04",
    language="en",
    source="a b.txt",
    text="One.\n\nTwo.",
    voice="Read aloud by a synthetic voice: heart.",
    maker="narrate 0.1.0",
)
TIMELINE = Timeline(
    (),
    tuple(
        Chapter(
            f"Chapter {'x' * (40 - at % 30)} {at}",
            at * 1000,
            at * 1000 + 1000,
            aside=False,
        )
        for at in range(255)
    ),
    255_000,
)


def read(data: bytes) -> ID3:
    return ID3(io.BytesIO(data + bytes(1000)))


def test_every_promised_frame_is_there() -> None:
    tags = read(tag(TAGS, TIMELINE))
    assert tags.version == (2, 3, 0)
    said = {name: str(tags[name]) for name in ("TIT2", "TPE1", "TALB", "TLEN", "TSSE")}
    assert said == {
        "TIT2": TAGS.title,
        "TPE1": "Ann Lee",
        "TALB": "Articles",
        "TLEN": "255000",
        "TSSE": "narrate 0.1.0",
    }
    assert str(tags["TLAN"]) == "eng"
    assert str(tags["TCON"]) == "Podcast"
    assert str(tags["TDRC"]) == "2025-03-04"  # mutagen's one form of TYER and TDAT
    assert str(tags["USLT::eng"]) == TAGS.text
    assert "synthetic" in str(tags["COMM::eng"])
    assert tags["WXXX:Source"].url == "a%20b.txt"


def test_a_link_is_the_source_s_own_page() -> None:
    tags = read(tag(replace(TAGS, source="https://example.com/a"), TIMELINE))
    assert tags["WOAS"].url == "https://example.com/a"


def test_an_article_without_a_date_has_none() -> None:
    assert "TDRC" not in read(tag(replace(TAGS, published=""), TIMELINE))


def test_chapters_stand_in_time_order_behind_a_flat_table() -> None:
    data = tag(TAGS, TIMELINE)
    places = [data.index(f"ch{at:03}\0".encode() + bytes(1)) for at in (0,)]
    places += [data.rindex(f"ch{at:03}\0".encode()) for at in range(255)]
    assert places == sorted(places)
    tags = read(data)
    table = tags["CTOC:toc"]
    assert table.child_element_ids == [f"ch{at:03}" for at in range(255)]
    assert int(table.flags) == 3  # top level, ordered
    last = tags["CHAP:ch254"]
    assert (last.start_time, last.end_time) == (254_000, 255_000)
    assert str(last.sub_frames["TIT2"]) == TIMELINE.chapters[-1].title


@pytest.mark.parametrize(
    ("cover", "kind"),
    [(b"\xff\xd8\xff" + b"a" * 300, "image/jpeg"), (b"\x89PNG\r\n", "image/png")],
)
def test_a_cover_stands_last_behind_the_chapters(cover: bytes, kind: str) -> None:
    data = tag(replace(TAGS, cover=cover), TIMELINE)
    picture = read(data)["APIC:Cover"]
    assert (picture.data, picture.mime, int(picture.type)) == (cover, kind, 3)
    assert int(picture.encoding) == 0  # Latin-1
    assert data.endswith(cover)
    assert data.rindex(b"APIC") > data.rindex(b"CHAP")
    without = tag(TAGS, TIMELINE)
    assert data[10:].startswith(without[10:])


def test_an_episode_without_a_cover_has_no_picture() -> None:
    assert not read(tag(TAGS, TIMELINE)).getall("APIC")


def test_controls_and_halves_of_surrogates_are_left_out() -> None:
    tags = read(tag(replace(TAGS, title="a\x00b\x01c\ud800d"), TIMELINE))
    assert str(tags["TIT2"]) == "a b c d"


def test_a_tag_that_no_player_could_hold_is_refused() -> None:
    with pytest.raises(ValueError, match="too long"):
        tag(replace(TAGS, text="x" * (1 << 27)), TIMELINE)


def test_only_what_narrate_made_is_ours(tmp_path: Path) -> None:
    ours, theirs = tmp_path / "a.mp3", tmp_path / "b.mp3"
    ours.write_bytes(tag(TAGS, TIMELINE))
    theirs.write_bytes(tag(replace(TAGS, maker="LAME"), TIMELINE))
    assert is_ours(ours)
    assert not is_ours(theirs)
    assert not is_ours(tmp_path / "none.mp3")
