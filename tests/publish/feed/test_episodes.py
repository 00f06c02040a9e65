import errno
import os
from pathlib import Path

import pytest

from narrate.errors import EpisodeError
from narrate.options import Kind
from narrate.publish.base import RECORD
from narrate.publish.feed.episodes import find_episodes, read_episodes
from tests.episodes import CHANGED_S, KINDS, episode


def folders(top: Path) -> list[str]:
    return [entry.folder for entry in find_episodes(top)]


def test_the_newest_article_comes_first_however_deep_it_lies(tmp_path: Path) -> None:
    episode(tmp_path / "old", published="2024")
    episode(tmp_path / "year" / "new", published="2026-11-21")
    episode(tmp_path / "middle", published="2026-11")
    assert folders(tmp_path) == ["year/new", "middle", "old"]


def test_of_one_day_the_one_that_was_built_last_comes_first(tmp_path: Path) -> None:
    episode(tmp_path / "a", changed_s=CHANGED_S)
    episode(tmp_path / "b", changed_s=CHANGED_S + 1)
    episode(tmp_path / "c", changed_s=CHANGED_S)
    assert folders(tmp_path) == ["b", "a", "c"]


def test_a_date_counts_whatever_the_layout_of_its_record(tmp_path: Path) -> None:
    path = episode(tmp_path / "a", published="2020")
    episode(tmp_path / "b", published="2021")
    text = path.read_text(encoding="utf-8").replace("\n", "").replace("2020", "2022")
    path.write_text(text, encoding="utf-8")
    assert folders(tmp_path) == ["a", "b"]


def test_a_title_can_t_pretend_to_be_a_date(tmp_path: Path) -> None:
    episode(tmp_path / "a", title='\n "published": "2099-01-01"', published="2020")
    episode(tmp_path / "b", published="2021")
    assert folders(tmp_path) == ["b", "a"]


def test_the_folder_itself_may_be_an_episode(tmp_path: Path) -> None:
    episode(tmp_path)
    (entry,) = find_episodes(tmp_path)
    assert entry.folder == ""
    assert entry.path(entry.record.files[0]) == f"{tmp_path.name}.mp3"


def test_no_dot_folder_and_no_symbolic_link_is_looked_into(tmp_path: Path) -> None:
    elsewhere = episode(tmp_path / "elsewhere" / "a")
    out = tmp_path / "out"
    episode(out / ".part")
    (out / "link").symlink_to(elsewhere.parent, target_is_directory=True)
    (out / "b").mkdir()
    (out / "b" / RECORD).symlink_to(elsewhere)
    assert folders(out) == []


def test_only_files_that_are_there_are_listed_as_long_as_they_are(
    tmp_path: Path,
) -> None:
    episode(tmp_path / "a")
    (tmp_path / "a" / "a.vtt").unlink()
    (tmp_path / "a" / "a.srt").unlink()
    (tmp_path / "a" / "a.srt").symlink_to("/etc/passwd")
    (tmp_path / "a" / "a.mp3").write_bytes(b"x" * 500)
    (entry,) = find_episodes(tmp_path)
    sizes = {file.kind: file.size for file in entry.record.files}
    kept = {"json": 4, "html": 5, "chapters": 6, "cover": 7, "page": 8}
    assert sizes == {"mp3": 500, **kept}


def test_a_file_behind_a_linked_folder_is_not_listed(tmp_path: Path) -> None:
    (tmp_path / "secret").mkdir()
    (tmp_path / "secret" / "a.vtt").touch()
    path = episode(tmp_path / "out" / "a")
    text = path.read_text(encoding="utf-8").replace('"a.vtt"', '"in/a.vtt"')
    path.write_text(text, encoding="utf-8")
    (path.parent / "in").symlink_to(tmp_path / "secret", target_is_directory=True)
    (entry,) = find_episodes(tmp_path / "out")
    assert entry.record.file(Kind.VTT) is None


def test_what_has_no_sound_is_left_out_and_told(tmp_path: Path) -> None:
    told: list[str] = []
    episode(tmp_path / "read", kinds=[Kind.VTT])
    episode(tmp_path / "gone")
    (tmp_path / "gone" / "gone.mp3").unlink()
    assert find_episodes(tmp_path, told.append) == []
    assert sorted(told) == [
        f"{tmp_path}/gone is left out: its MP3 is not there any more.",
        f"{tmp_path}/read is left out: its MP3 was not built.",
    ]


def test_of_an_article_built_twice_the_newer_is_listed_and_the_other_told(
    tmp_path: Path,
) -> None:
    told: list[str] = []
    episode(tmp_path / "first", guid="urn:one", changed_s=CHANGED_S)
    episode(tmp_path / "second", guid="urn:one", changed_s=CHANGED_S + 5)
    assert [e.folder for e in find_episodes(tmp_path, told.append)] == ["second"]
    assert told == [
        f"{tmp_path}/first is left out: {tmp_path}/second is the same article, newer."
    ]


def test_a_twin_without_sound_leaves_the_place_to_the_other(tmp_path: Path) -> None:
    episode(tmp_path / "first", guid="urn:one")
    kinds = [Kind.HTML]
    episode(tmp_path / "second", kinds, CHANGED_S + 5, guid="urn:one")
    assert folders(tmp_path) == ["first"]


@pytest.mark.parametrize("text", ["", "{", "[]", '{"schema": 1}', '{"schema": 99}'])
def test_a_record_that_can_t_be_read_is_named(tmp_path: Path, text: str) -> None:
    episode(tmp_path / "a")
    path = episode(tmp_path / "b")
    path.write_text(text, encoding="utf-8")
    with pytest.raises(EpisodeError, match=f"b/{RECORD}"):
        find_episodes(tmp_path)


def test_the_patient_pass_over_a_damaged_record_and_tell_of_it(tmp_path: Path) -> None:
    episode(tmp_path / "a")
    path = episode(tmp_path / "b")
    for text in "{", path.read_text(encoding="utf-8").replace('"guid"', '"gone"'):
        told: list[str] = []
        path.write_text(text, encoding="utf-8")
        entries = list(read_episodes(tmp_path, told.append, patient=True))
        assert [entry.folder for entry in entries] == ["a"]
        assert len(told) == 1
        assert "b/episode.json is damaged" in told[0]


def test_a_folder_that_is_closed_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def closed(path: Path) -> None:  # nothing is closed to root, who may run this
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(path))

    monkeypatch.setattr(os, "scandir", closed)
    with pytest.raises(EpisodeError, match="Permission denied") as caught:
        find_episodes(tmp_path)
    assert str(tmp_path) in str(caught.value)


def test_an_episode_without_a_title_has_its_folder_s_name(tmp_path: Path) -> None:
    episode(tmp_path / "year" / "trams", KINDS, title=" ")
    (entry,) = find_episodes(tmp_path)
    assert entry.title == "trams"
