"""A good MP3 broken in one way at a time: each is told, and nothing else is."""

import struct
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from narrate.check import (
    chapter_rules,
    contents_rules,
    cover_rules,
    frame_rules,
    info_rules,
    sound_rules,
    stream_rules,
    tag_rules,
    time_rules,
)
from narrate.check.mp3 import check_mp3
from narrate.mix.base import FORMATS
from narrate.mix.info import Music, info_frame, music_checksum
from narrate.options import Quality
from tests.mp3s import (
    BEST,
    CONTENTS,
    COVER,
    FIRST,
    FRAME_BYTES,
    FRAMES,
    GOOD,
    LENGTH,
    LENGTH_MS,
    SECOND,
    THIRD,
    TITLE,
    UNUSED,
    Mp3,
    chapter,
    contents,
    dull,
    faster,
    frame,
    music,
    picture,
    png,
    right_info,
    sync_safe,
    text,
)

IDS = (b"ch000", b"ch001", b"ch002")
ID3V1 = b"TAG" + bytes(125)
APE = b"APETAGEX" + struct.pack("<IIII8x", 2000, 32, 0, 0)
MIDDLE = 100 * FRAME_BYTES
JPEG_END = b"\xff\xd8\xff\xd9"
LONGER = {"chapter-early-end", "length-told-wrong"}


def cut_sound(start: int, end: int, between: bytes = b"") -> Mp3:
    """Take bytes out of the sound, or put some in; the Info frame stays as it was."""
    sound = GOOD.music[:start] + between + GOOD.music[end:]
    return replace(GOOD, music=sound, info=right_info(GOOD.music))


def altered(at: int, new: bytes, *, info: bytes | None = None) -> Mp3:
    sound = GOOD.music[:at] + new + GOOD.music[at + len(new) :]
    return replace(GOOD, music=sound, info=info)


def told(at: int, new: bytes) -> Mp3:
    """Alter the Info frame; its own checksum is then wrong too."""
    info = right_info(GOOD.music)
    return replace(GOOD, info=info[:at] + new + info[at + len(new) :])


def sized(at: int, size: bytes) -> Mp3:
    """Give a frame of the tag another size."""
    broken = GOOD.frames[at]
    return GOOD.but(at, broken[:4] + size + broken[8:])


def in_2_4(mp3: Mp3) -> Mp3:
    """Write sizes as ID3v2.4 does; those of the inner frames are below 128."""
    frames = tuple(
        each[:4] + sync_safe(len(each) - 10) + each[8:] for each in mp3.frames
    )
    return replace(mp3, frames=frames, major=4)


def in_2_2() -> Mp3:
    title = b"\1" + "The café".encode("utf-16")
    named = b"TT2" + len(title).to_bytes(3) + title
    return replace(GOOD, frames=(named,), major=2)


def louder(dbfs: float) -> Mp3:
    return replace(GOOD, music=music(dbfs))


def varying() -> Mp3:
    """Half of it with twice the bit rate, and told so."""
    sound = GOOD.music + faster()
    frames = FRAMES + len(faster()) // 576
    sum_of_it = Music(frames, len(sound), music_checksum(sound))
    info = info_frame(BEST, sum_of_it, (frames - 1) * 1152)
    return replace(GOOD, music=sound, info=info.replace(b"Info", b"Xing"))


def backwards(mp3: Mp3) -> Mp3:
    """Turn the Info frame's table around."""
    info = mp3.info or b""
    table = info[TABLE : TABLE + 100]
    return replace(mp3, info=info.replace(table, table[::-1]))


def endless(info: bytes) -> bytes:
    return info[:ENDS] + b"\xff\xff\xff" + info[ENDS + 3 :]


INFO = 4 + 17  # where "Info" stands in its frame
FRAMES_TOLD, BYTES_TOLD, ENDS, OWN_CHECK = INFO + 8, INFO + 12, INFO + 141, INFO + 154
TABLE, ENCODER = INFO + 16, INFO + 120
FREE = b"\xff\xfb\x08\xc4" + bytes(284)

TAG_DEFECTS = {
    "no tag at all": (
        lambda: bytes(GOOD)[len(bytes(replace(GOOD, music=b"", info=b""))) :],
        {"no-tag", "no-cover", "no-chapters"},
    ),
    "ID3v2.2": (in_2_2, {"id3-2.2", "no-cover", "no-chapters"}),
    "ID3v2.4": (lambda: in_2_4(GOOD), {"id3-2.4"}),
    "ID3v2.5": (
        lambda: replace(GOOD, major=5),
        {"id3-unknown", "no-cover", "no-chapters", "no-title"},
    ),
    "a picture in a chapter of ID3v2.4": (
        lambda: in_2_4(
            GOOD.but(
                FIRST,
                chapter(
                    *(0, "Introduction", 0, 3_000),
                    inner=text("TIT2", "Introduction") + picture(b"abc"),
                ),
            )
        ),
        {"id3-2.4", "chapter-lost-in-2.4"},
    ),
    "a second tag": (
        lambda: replace(GOOD, lead=b"ID3\3\0\0" + sync_safe(20) + bytes(20)),
        {"second-tag"},
    ),
    "a tag longer than the file": (
        lambda: replace(GOOD, size=4_000_000),
        {"tag-cut", "no-sound"},
    ),
    "unsynchronisation": (
        lambda: replace(GOOD, flags=0x80).but(COVER, picture(png(1400, 1400))),
        {"unsynchronisation"},
    ),
    "an extended header": (
        lambda: replace(
            GOOD, flags=0x40, frames=(struct.pack(">IHI", 6, 0, 0), *GOOD.frames)
        ),
        {"extended-header"},
    ),
    "a tag of 6 MB": (
        lambda: replace(GOOD, padding=bytes(6_000_000)),
        {"tag-large"},
    ),
    "a footer": (
        lambda: in_2_4(replace(GOOD, flags=0x10, lead=b"3DI\4\0\x10" + bytes(4))),
        {"id3-2.4", "tag-footer"},
    ),
    "ten thousand frames": (
        lambda: GOOD.but(COVER, GOOD.frames[COVER], frame("PRIV", b"x") * 10_000),
        {"frames-too-many"},
    ),
    "a compressed frame": (
        lambda: GOOD.but(TITLE, GOOD.frames[TITLE], frame("TALB", bytes(9), 0x80)),
        {"frame-sealed"},
    ),
    "an encrypted frame": (
        lambda: GOOD.but(TITLE, GOOD.frames[TITLE], frame("TALB", bytes(9), 0x40)),
        {"frame-sealed"},
    ),
    "sync-safe sizes in ID3v2.3": (
        lambda: sized(COVER, sync_safe(len(GOOD.frames[COVER]) - 10)),
        {"frame-sizes"},
    ),
    "a size past the tag's end": (
        lambda: sized(COVER, (9_000_000).to_bytes(4)),
        {"frame-too-long"},
    ),
    "a size that is too small": (
        lambda: sized(TITLE, (7).to_bytes(4)),
        {"frame-unnamed", "no-cover", "no-chapters"},
    ),
    "an empty frame": (
        lambda: GOOD.but(TITLE, GOOD.frames[TITLE], frame("TALB", b"")),
        {"frame-empty"},
    ),
    "garbage in the padding": (
        lambda: replace(GOOD, padding=bytes(30) + b"old words" + bytes(30)),
        {"padding-garbage"},
    ),
    "UTF-8 in ID3v2.3": (
        lambda: GOOD.but(TITLE, frame("TIT2", b"\3" + "The café".encode())),
        {"text-too-new"},
    ),
    "UTF-16 without its mark": (
        lambda: GOOD.but(TITLE, frame("TIT2", b"\1" + "The café".encode("utf-16-le"))),
        {"text-without-mark"},
    ),
    "an encoding that is none": (
        lambda: GOOD.but(TITLE, GOOD.frames[TITLE], frame("TALB", b"\7Album")),
        {"text-encoding-unknown"},
    ),
    "half a character": (
        lambda: GOOD.but(TITLE, frame("TIT2", b"\1" + "Day".encode("utf-16")[:-1])),
        {"text-broken"},
    ),
    "UTF-8 that says it is Latin-1": (
        lambda: GOOD.but(TITLE, frame("TIT2", b"\0" + "The café".encode())),
        {"text-misread"},
    ),
    "no title": (lambda: GOOD.but(TITLE), {"no-title"}),
    "a wrong TLEN": (
        lambda: GOOD.but(LENGTH, frame("TLEN", b"\x0099000")),
        {"length-told-wrong"},
    ),
    "a TLEN that is no number": (
        lambda: GOOD.but(LENGTH, frame("TLEN", b"\x0010 s")),
        {"length-told-wrong"},
    ),
}
CHAPTER_DEFECTS = {
    "no contents": (lambda: GOOD.but(CONTENTS), {"contents-missing"}),
    "contents not top-level": (
        lambda: GOOD.but(CONTENTS, contents(*IDS, flags=1)),
        {"contents-not-top-level"},
    ),
    "contents not ordered": (
        lambda: GOOD.but(CONTENTS, contents(*IDS, flags=2)),
        {"contents-unordered"},
    ),
    "contents without a title": (
        lambda: GOOD.but(CONTENTS, contents(*IDS, title=b"")),
        {"contents-untitled"},
    ),
    "two contents": (
        lambda: GOOD.but(CONTENTS, contents(*IDS), contents(*IDS, element=b"toc2")),
        {"contents-two-top-level"},
    ),
    "contents that name nothing": (
        lambda: GOOD.but(CONTENTS, contents(*IDS, b"ch003")),
        {"contents-names-nothing"},
    ),
    "contents that count wrongly": (
        lambda: GOOD.but(CONTENTS, contents(*IDS, count=9, title=b"")),
        {"contents-count", "contents-untitled"},
    ),
    "contents in another order": (
        lambda: GOOD.but(CONTENTS, contents(IDS[1], IDS[0], IDS[2])),
        {"contents-order"},
    ),
    "a hidden chapter": (
        lambda: GOOD.but(CONTENTS, contents(*IDS[:2])),
        {"chapter-hidden"},
    ),
    "a table in a table": (
        lambda: GOOD.but(
            CONTENTS,
            contents(*IDS[:2], b"more"),
            contents(IDS[2], flags=1, element=b"more"),
        ),
        {"contents-nested"},
    ),
    "a chapter cut off": (
        lambda: GOOD.but(THIRD, GOOD.frames[THIRD], frame("CHAP", b"ch9\0\0\0")),
        {"chapter-broken"},
    ),
    "chapters sorted by size": (
        lambda: GOOD.but(FIRST).but(THIRD - 1, GOOD.frames[THIRD], GOOD.frames[FIRST]),
        {"chapter-order"},
    ),
    "one id for two": (
        lambda: GOOD.but(SECOND, chapter(0, "A walk", 3_000, 7_000)).but(
            CONTENTS, contents(IDS[0], IDS[2])
        ),
        {"element-id-twice"},
    ),
    "an id that is too long": (
        lambda: GOOD.but(
            SECOND, chapter(1, "A walk", 3_000, 7_000, element=b"x" * 101)
        ).but(CONTENTS, contents(IDS[0], b"x" * 101, IDS[2])),
        {"element-id-length"},
    ),
    "a chapter without a title": (
        lambda: GOOD.but(SECOND, chapter(1, None, 3_000, 7_000)),
        {"chapter-untitled"},
    ),
    "a title of 46 characters": (
        lambda: GOOD.but(SECOND, chapter(1, "x" * 46, 3_000, 7_000)),
        {"chapter-title-long"},
    ),
    "a link before the title": (
        lambda: GOOD.but(
            SECOND, chapter(1, "A walk", 3_000, 7_000, begin=frame("WXXX", b"\0\0a"))
        ),
        {"chapter-title-not-first"},
    ),
    "a first chapter that begins late": (
        lambda: GOOD.but(FIRST, chapter(0, "Introduction", 500, 3_000)),
        {"chapter-late-start"},
    ),
    "a gap": (
        lambda: GOOD.but(SECOND, chapter(1, "A walk", 3_200, 7_000)),
        {"chapter-gap"},
    ),
    "an overlap": (
        lambda: GOOD.but(SECOND, chapter(1, "A walk", 3_000, 7_001)),
        {"chapter-overlap"},
    ),
    "an end that is not told": (
        lambda: GOOD.but(SECOND, chapter(1, "A walk", 3_000, UNUSED)),
        {"chapter-without-end"},
    ),
    "a chapter that ends before it begins": (
        lambda: GOOD.but(SECOND, chapter(1, "A walk", 3_000, 2_000)),
        {"chapter-backwards", "chapter-gap"},
    ),
    "a chapter beyond the sound": (
        lambda: GOOD.but(THIRD, chapter(2, "Home", 7_000, LENGTH_MS + 60)),
        {"chapter-beyond-end"},
    ),
    "a last chapter that ends early": (
        lambda: GOOD.but(THIRD, chapter(2, "Home", 7_000, LENGTH_MS - 60)),
        {"chapter-early-end"},
    ),
    "byte offsets": (
        lambda: GOOD.but(SECOND, chapter(1, "A walk", 3_000, 7_000, start_byte=9)),
        {"chapter-byte-offsets"},
    ),
    "a size inside a chapter that is past its end": (
        lambda: GOOD.but(
            SECOND,
            chapter(*(1, None, 3_000, 7_000), inner=b"TIT2\0\0\0\x63\0\0\0A walk"),
        ),
        {"frame-too-long"},
    ),
    "256 chapters": (
        lambda: (
            GOOD.but(
                FIRST,
                *(chapter(at, "x", at * 10, at * 10 + 10) for at in range(10, 264)),
            )
            .but(SECOND + 253, chapter(1, "A", 2_640, 7_000))
            .but(FIRST, chapter(10, "x", 0, 110))
        ),
        {"chapters-too-many", "chapter-hidden", "contents-names-nothing"},
    ),
}
COVER_DEFECTS = {
    "no cover": (lambda: GOOD.but(COVER), {"no-cover"}),
    "a cover of another type": (
        lambda: GOOD.but(COVER, picture(png(1400, 1400), kind=0)),
        {"cover-type"},
    ),
    "a MIME type that is not true": (
        lambda: GOOD.but(COVER, picture(png(1400, 1400), b"image/jpeg")),
        {"cover-mime"},
    ),
    "a cover that is text": (
        lambda: GOOD.but(COVER, picture(b"no picture")),
        {"cover-broken"},
    ),
    "a JPEG that ends at once": (
        lambda: GOOD.but(COVER, picture(JPEG_END, b"image/jpeg")),
        {"cover-broken"},
    ),
    "a cover that ends too early": (
        lambda: GOOD.but(COVER, frame("APIC", b"\0image/png\0")),
        {"cover-broken"},
    ),
    "a small cover": (
        lambda: GOOD.but(COVER, picture(png(300, 300))),
        {"cover-pixels"},
    ),
    "a cover that is too large": (
        lambda: GOOD.but(COVER, picture(png(3200, 3200))),
        {"cover-pixels"},
    ),
    "a cover that is not square": (
        lambda: GOOD.but(COVER, picture(png(1400, 1000))),
        {"cover-not-square"},
    ),
    "a heavy cover": (
        lambda: GOOD.but(COVER, picture(png(1400, 1400, extra=600_000))),
        {"cover-heavy"},
    ),
}
SOUND_DEFECTS = {
    "zeros before the first frame": (
        lambda: replace(GOOD, lead=bytes(500)),
        {"bytes-before-sound"},
    ),
    "garbage between two frames": (
        lambda: cut_sound(MIDDLE, MIDDLE, b"garbage " * 20),
        {"sync-lost", "info-bytes-wrong", "music-checksum-wrong"},
    ),
    "a frame that is gone": (
        lambda: altered(MIDDLE, bytes(FRAME_BYTES), info=right_info(GOOD.music)),
        {"sync-lost", "info-frames-wrong", "music-checksum-wrong"},
    ),
    "garbage behind the last frame": (
        lambda: replace(GOOD, tail=b"the end " * 9),
        {"bytes-behind-sound", "info-bytes-wrong", "music-checksum-wrong"},
    ),
    "a last frame that is cut": (
        lambda: cut_sound(len(GOOD.music) - 100, len(GOOD.music)),
        {"last-frame-cut", "info-frames-wrong", "info-bytes-wrong"}
        | {"music-checksum-wrong"},
    ),
    "half of the file": (
        lambda: cut_sound(FRAMES // 2 * FRAME_BYTES, len(GOOD.music)),
        {"info-frames-wrong", "info-bytes-wrong", "music-checksum-wrong"}
        | {"chapter-beyond-end", "length-told-wrong"},
    ),
    "a reservoir that is gone": (
        lambda: altered(0, GOOD.music[:4] + b"\xff" + GOOD.music[5:6]),
        {"reservoir-broken"},
    ),
    "a frame that says it holds too much": (
        lambda: altered(MIDDLE + 4, b"\0\0\x3f\xff\xff", info=None),
        {"frame-overfull", "decoding-fails"},
    ),
    "two files joined": (
        lambda: replace(GOOD, music=GOOD.music + right_info(GOOD.music) + GOOD.music),
        {"files-joined", *LONGER},
    ),
    "another rate in the midst": (
        lambda: replace(
            GOOD, music=GOOD.music + music(made=FORMATS[Quality.FAST]), info=b""
        ),
        {"format-changes", "info-missing", *LONGER},
    ),
    "an ID3v1 tag at the end": (
        lambda: replace(GOOD, tail=ID3V1),
        {"tags-at-end"},
    ),
    "an APE tag at the end": (lambda: replace(GOOD, tail=APE), {"tags-at-end"}),
    "a tag at the end that is counted": (
        lambda: replace(
            told(BYTES_TOLD, (len(GOOD.music) + 288 + 128).to_bytes(4)), tail=ID3V1
        ),
        {"tags-at-end", "tail-counted", "info-checksum-wrong"},
    ),
    "a varying bit rate": (
        varying,
        {"bit-rate-varies", "info-checksum-wrong", *LONGER},
    ),
    "a varying bit rate that is not told": (
        lambda: replace(varying(), info=b""),
        {"bit-rate-varies-untold", *LONGER},
    ),
    "a table that runs backwards": (
        lambda: backwards(varying()),
        {"info-table-wrong", "bit-rate-varies", "info-checksum-wrong", *LONGER},
    ),
    "ends longer than the sound": (
        lambda: replace(
            GOOD,
            frames=(GOOD.frames[TITLE], GOOD.frames[COVER]),
            music=GOOD.music[: 5 * FRAME_BYTES],
            info=endless(right_info(GOOD.music[: 5 * FRAME_BYTES])),
        ),
        {"ends-wrong", "info-checksum-wrong", "no-chapters"},
    ),
    "ends told by an encoder that decoders do not believe": (
        lambda: told(ENCODER, b"GOGO"),
        {"length-decoded", "info-checksum-wrong"},
    ),
    "a rate of 16 kHz": (
        lambda: replace(GOOD, music=dull(), info=b""),
        {"sample-rate-low", "info-missing", *LONGER},
    ),
    "no Info frame": (
        lambda: replace(GOOD, info=b""),
        {"info-missing"},
    ),
    "a wrong number of frames": (
        lambda: told(FRAMES_TOLD, (FRAMES + 5).to_bytes(4)),
        {"info-frames-wrong", "info-checksum-wrong"},
    ),
    "a wrong number of bytes": (
        lambda: told(BYTES_TOLD, (5_000).to_bytes(4)),
        {"info-bytes-wrong", "info-checksum-wrong"},
    ),
    "a wrong checksum of the Info frame": (
        lambda: told(OWN_CHECK, b"\xaa\xaa"),
        {"info-checksum-wrong"},
    ),
    "ends that are not told": (
        lambda: told(ENDS, bytes(3)),
        {"ends-untold", "info-checksum-wrong"},
    ),
    "free format": (
        lambda: replace(GOOD, music=FREE * 20, info=b""),
        {"free-format"},
    ),
    "a tag and no sound": (
        lambda: replace(GOOD, music=b"", info=b""),
        {"no-sound"},
    ),
    "too soft": (lambda: louder(-26), {"loudness"}),
    "a part that is softer": (
        lambda: louder(-19).but(TITLE, GOOD.frames[TITLE], text("TRCK", "2/9")),
        {"loudness-of-part"},
    ),
    "a part that is far too soft": (
        lambda: louder(-26).but(TITLE, GOOD.frames[TITLE], text("TRCK", "2/9")),
        {"loudness"},
    ),
    "the only part, too soft": (
        lambda: louder(-19).but(TITLE, GOOD.frames[TITLE], text("TRCK", "1/1")),
        {"loudness"},
    ),
    "too loud, with peaks": (lambda: louder(-0.3), {"loudness", "true-peak"}),
    "silence": (lambda: louder(-200), {"silent"}),
}
DEFECTS = TAG_DEFECTS | CHAPTER_DEFECTS | COVER_DEFECTS | SOUND_DEFECTS


def found(data: bytes, folder: Path) -> set[str]:
    path = folder / "a.mp3"
    path.write_bytes(data)
    return {finding.rule for finding in check_mp3(path).findings}


def test_the_good_file_has_nothing_to_tell(tmp_path: Path) -> None:
    assert found(bytes(GOOD), tmp_path) == set()


@pytest.mark.parametrize(("make", "rules"), DEFECTS.values(), ids=DEFECTS)
def test_each_defect_is_told_and_nothing_else(
    make: Callable[[], Mp3 | bytes], rules: set[str], tmp_path: Path
) -> None:
    broken = bytes(make())
    assert broken != bytes(GOOD)
    assert found(broken, tmp_path) == rules


def test_every_rule_has_a_defect_that_it_tells() -> None:
    tables = (
        *(tag_rules, frame_rules, contents_rules, chapter_rules, time_rules),
        *(cover_rules, stream_rules, info_rules, sound_rules),
    )
    names = [rule.name for table in tables for rule in table.RULES]
    assert len(names) == len(set(names))
    assert (
        set(names) - {rule for _, rules in DEFECTS.values() for rule in rules} == set()
    )
