import hashlib
import os
from dataclasses import replace
from pathlib import Path

import pytest

from narrate.build import build
from narrate.episode import Episode
from narrate.errors import OutputError
from narrate.options import USUAL, Kind, Options
from narrate.publish.base import FORMS, RECORD, file_name
from narrate.publish.catalog import DOCUMENTS
from narrate.publish.record import File, Record, read_record
from narrate.publish.release import Released, release
from tests.publish.episodes import of_article, of_texts
from tests.publish.hostile import HOSTILE

WRITTEN = USUAL - {Kind.COVER}


def placed(episode: Episode, folder: Path, *kinds: Kind) -> Episode:
    """Give the episode a place, and the kinds that are asked for."""
    options = replace(episode.options, kinds=frozenset(kinds) or WRITTEN)
    audio = folder / "a" / "a.mp3"
    return replace(episode, audio=audio, options=options)


def released(
    episode: Episode, before: tuple[File, ...] = (), sound: bytes = b"sound"
) -> Released:
    episode.audio.parent.mkdir(exist_ok=True)
    episode.audio.write_bytes(sound)
    return release(episode, episode.audio.parent, before)


def record_in(folder: Path) -> Record:
    return read_record(folder / "a" / RECORD)


def test_every_document_has_a_name_and_a_type() -> None:
    assert set(DOCUMENTS) == WRITTEN - {Kind.MP3, Kind.EPISODE}
    assert set(DOCUMENTS) <= set(FORMS)


def test_the_record_tells_of_every_file_and_its_bytes(tmp_path: Path) -> None:
    made = released(placed(of_texts(["Said."]), tmp_path)).made
    record = record_in(tmp_path)
    assert record.files == made
    assert {file.kind for file in made} == WRITTEN - {Kind.EPISODE}
    for file in made:
        data = (tmp_path / "a" / file.name).read_bytes()
        assert file.size == len(data)
        assert file.sha256 == hashlib.sha256(data).hexdigest()
        assert file.media_type == FORMS[Kind(file.kind)].media_type
    names = {file.name for file in made} | {RECORD}
    assert {path.name for path in (tmp_path / "a").iterdir()} == names


def test_the_same_episode_gives_the_same_bytes(
    minefields: Path, tmp_path: Path
) -> None:
    hashes = []
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        released(placed(of_article(minefields), tmp_path / name))
        folder = tmp_path / name / "a"
        hashes.append({path.name: path.read_bytes() for path in folder.iterdir()})
    assert hashes[0] == hashes[1]


def test_only_what_is_asked_for_is_left(tmp_path: Path) -> None:
    kinds = (Kind.VTT, Kind.EPISODE)
    released(placed(of_texts(["Said."]), tmp_path, *kinds))
    assert {path.name for path in (tmp_path / "a").iterdir()} == {"a.vtt", RECORD}


def test_what_is_made_again_is_neither_replaced_nor_outdated(tmp_path: Path) -> None:
    episode = placed(of_texts(["Said."]), tmp_path)
    again = released(episode, released(episode).made)
    assert (again.replaced, again.outdated) == ((), ())


def test_what_an_earlier_build_left_of_these_kinds_is_replaced(tmp_path: Path) -> None:
    old = File(Kind.VTT, "old.vtt", "text/vtt", 1, "")
    assert released(placed(of_texts(["Said."]), tmp_path), (old,)).replaced == (old,)


@pytest.mark.parametrize("same", [True, False])
def test_what_it_left_of_other_kinds_stays_if_it_has_the_same_sound(
    tmp_path: Path, *, same: bool
) -> None:
    whole = placed(of_texts(["Said."]), tmp_path)
    before = released(whole).made
    (tmp_path / "a" / "a.srt").unlink()  # by the listener
    few = placed(of_texts(["Said."]), tmp_path, Kind.MP3, Kind.VTT, Kind.EPISODE)
    sound = b"sound" if same else b"other"
    again = released(few, before, sound)
    others = {"a.transcript.json", "a.transcript.html", "a.chapters.json", "index.html"}
    assert {file.name for file in again.outdated} == (set() if same else others)
    record = record_in(tmp_path)
    told = {file.name for file in record.files}
    assert told == {"a.mp3", "a.vtt"} | (others if same else set())
    assert record.outdated == again.outdated


def test_what_is_outdated_stays_so_until_it_is_made_again(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    usual = Options(str(path), f"{tmp_path}/out/", "silent", kinds=WRITTEN)
    few = replace(usual, kinds=frozenset({Kind.MP3, Kind.VTT}))
    path.write_text("One word.")
    folder = build(usual, lambda _: None).audio.parent
    path.write_text("Another word, and more of them.")
    for _ in range(2):
        notices = build(few, lambda _: None).notices
        assert any("a.srt is of an earlier build" in notice for notice in notices)
        record = read_record(folder / RECORD)
        assert {file.kind for file in record.files} == {"mp3", "vtt"}
        late = {"srt", "json", "html", "page", "chapters"}
        assert {file.kind for file in record.outdated} == late
    assert build(usual, lambda _: None).notices == ()
    assert read_record(folder / RECORD).outdated == ()


def test_a_chapters_own_file_is_known_as_one(tmp_path: Path) -> None:
    episode = placed(of_texts(["Said."]), tmp_path, *WRITTEN, Kind.NUMBERED)
    (tmp_path / "a" / "a").mkdir(parents=True)
    (tmp_path / "a" / "a" / "01 One.mp3").write_bytes(b"one")
    released(episode)
    assert record_in(tmp_path).file("numbered") == File(
        "numbered", "a/01 One.mp3", "audio/mpeg", 3, hashlib.sha256(b"one").hexdigest()
    )


def test_no_text_stops_a_release(tmp_path: Path) -> None:
    released(placed(of_texts(HOSTILE), tmp_path))
    for kind in DOCUMENTS:
        (tmp_path / "a" / file_name(kind, "a")).read_text(encoding="utf-8")
    assert record_in(tmp_path).title == "A title"


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
def test_a_folder_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    episode = placed(of_texts(["Said."]), tmp_path)
    released(episode)
    (tmp_path / "a" / "a.vtt").chmod(0o400)
    with pytest.raises(OutputError, match="can't be written: Permission denied"):
        released(episode)


def test_a_document_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    episode = placed(of_texts(["Said."]), tmp_path)
    (tmp_path / "a" / "a.vtt").mkdir(parents=True)
    with pytest.raises(OutputError, match="can't be written: Is a directory"):
        released(episode)


def test_an_unchanged_build_keeps_its_record_and_touches_nothing(
    minefields: Path, tmp_path: Path
) -> None:
    options = Options(str(minefields), f"{tmp_path}/", "silent")
    folder = build(options, lambda _: None).audio.parent
    times = {path.name: path.stat().st_mtime_ns for path in folder.iterdir()}
    assert RECORD in times
    assert build(options, lambda _: None).notices == ()
    assert {path.name: path.stat().st_mtime_ns for path in folder.iterdir()} == times


def test_a_name_that_is_no_utf_8_gets_files_that_are(
    minefields: Path, tmp_path: Path
) -> None:
    try:
        path = tmp_path / os.fsdecode(b"caf\xe9 #1%.txt")
        path.write_bytes(minefields.read_bytes())
    except OSError:  # macOS has no such names
        pytest.skip("this system takes only names in UTF-8")
    options = Options(str(path), f"{tmp_path}/out/", "silent")
    for _ in range(2):  # the second knows its own files
        folder = build(options, lambda _: None).audio.parent
    assert folder.name == "caf? #1%"
    assert read_record(folder / RECORD).file("vtt")


def test_an_article_called_index_has_a_page_and_a_transcript(tmp_path: Path) -> None:
    episode = placed(of_texts(["Said."]), tmp_path)
    episode = replace(episode, audio=tmp_path / "index" / "index.mp3")
    files = {file.kind: file.name for file in released(episode).made}
    assert files["page"] == "index.html"
    assert files["html"] == "index.transcript.html"
    assert "numbered" not in files
