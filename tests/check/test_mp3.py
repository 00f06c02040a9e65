import io
import sys
from pathlib import Path

import mutagen.mp3
import pytest
import soundfile
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from narrate.build import build
from narrate.check import mp3
from narrate.check.base import Report, Severity
from narrate.check.mp3 import check_mp3
from narrate.errors import CheckError
from narrate.options import Options, Quality
from tests.mp3s import GOOD, LENGTH_MS

WHOLE = bytes(GOOD)
ANY_FOLDER = settings(
    deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


def facts(report: Report) -> dict[str, object]:
    return {fact.name: fact.value for fact in report.facts}


def checked(data: bytes, folder: Path) -> Report | None:
    """A report, or None where one sentence says that it is no MP3."""
    path = folder / "any.mp3"
    path.write_bytes(data)
    try:
        return check_mp3(path)
    except CheckError as error:
        refused(error, path)
        return None


def refused(error: CheckError, path: Path) -> None:
    assert str(error).startswith(f"{path} ")
    assert str(error).count(". ") == 1


@ANY_FOLDER
@given(data=st.binary(max_size=2_000))
def test_any_bytes_are_judged_or_refused(data: bytes, tmp_path: Path) -> None:
    checked(data, tmp_path)


@ANY_FOLDER
@given(
    cut=st.integers(0, len(WHOLE)),
    at=st.integers(0, len(WHOLE) - 1) | st.integers(0, 6_000),
    bit=st.integers(0, 7),
)
def test_a_flipped_bit_and_a_cut_are_judged(
    cut: int, at: int, bit: int, tmp_path: Path
) -> None:
    flipped = bytearray(WHOLE)
    flipped[at] ^= 1 << bit
    for data in (bytes(flipped), bytes(flipped[:cut])):
        report = checked(data, tmp_path)
        if report:
            rules = [finding.rule for finding in report.findings]
            assert len(rules) == len(set(rules))


@pytest.mark.parametrize(
    "bit", [b"\xff", b"\xff\xfb", b"\xff\xfb\x58\xc4", b"\0", b"ID3", b"TAG", b"<"]
)
def test_a_hundred_thousand_hostile_bytes_are_judged(
    bit: bytes, tmp_path: Path
) -> None:
    hostile = bit * (100_000 // len(bit))
    checked(hostile, tmp_path)
    checked(WHOLE + hostile, tmp_path)
    checked(b"ID3\3\0\0" + b"\0\x03\x0d\x20" + hostile, tmp_path)


def test_what_it_sees_is_what_others_see(tmp_path: Path) -> None:
    report = checked(WHOLE, tmp_path)
    assert report
    seen, theirs = facts(report), mutagen.mp3.MP3(io.BytesIO(WHOLE))
    assert seen["title"] == str(theirs.tags["TIT2"])
    assert seen["length_ms"] == round(theirs.info.length * 1000) == LENGTH_MS
    assert seen["samples"] == seen["decoded_samples"]
    assert seen["samples"] == soundfile.info(io.BytesIO(WHOLE)).frames
    chapters = [
        {"start_ms": each.start_time, "end_ms": each.end_time}
        | {"title": str(each.sub_frames["TIT2"])}
        for each in theirs.tags.getall("CHAP")
    ]
    assert seen["chapters"] == chapters


@pytest.mark.parametrize("quality", Quality)
def test_what_we_build_is_clean(quality: Quality, tmp_path: Path) -> None:
    source = Path(__file__).parents[1] / "articles" / "lighthouse.txt"
    path = tmp_path / "a.mp3"
    build(Options(str(source), path, "espeak", quality=quality), lambda _: None)
    report = check_mp3(path)
    assert report.clean, report.findings
    assert facts(report)["decoded_samples"] == soundfile.info(path).frames


def test_without_the_meter_all_else_is_told_and_how_to_get_it(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setitem(sys.modules, "av", None)
    monkeypatch.setattr(mp3, "can_measure", lambda: False)
    report = checked(WHOLE, tmp_path)
    assert report
    (note,) = report.findings
    assert (note.rule, note.severity) == ("not-measured", Severity.NOTE)
    assert "narrate-audio[verify]" in note.fix
    assert report.clean


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"", "is empty. Give an MP3, a feed.xml or a link to one."),
        (b"RIFF" + bytes(9_000), "is neither an MP3 nor a feed. Give an MP3, "),
        (b"no sound " * 500, "is neither an MP3 nor a feed."),
        (bytes(70_000) + GOOD.music, "is neither an MP3 nor a feed."),
    ],
    ids=["empty", "another sound file", "words", "sound far inside"],
)
def test_what_is_no_mp3_is_said_in_one_sentence(
    data: bytes, sentence: str, tmp_path: Path
) -> None:
    path = tmp_path / "a.mp3"
    path.write_bytes(data)
    with pytest.raises(CheckError) as raised:
        check_mp3(path, "the file")
    assert str(raised.value).startswith(f"the file {sentence}")


@pytest.mark.parametrize("name", ["missing.mp3", "."])
def test_what_cannot_be_read_is_said_in_one_sentence(name: str, tmp_path: Path) -> None:
    with pytest.raises(CheckError, match=r"can't be read: .+\. Check the name"):
        check_mp3(tmp_path / name)
