from pathlib import Path

import pytest

from narrate.options import Kind
from narrate.publish.base import FORMS, file_name
from narrate.publish.serve.allowed import is_published, is_readable, media_type
from tests.served import put_episode


@pytest.mark.parametrize("kind", FORMS)
def test_every_kind_of_file_of_an_episode_is_sent_as_what_it_is(kind: Kind) -> None:
    assert media_type(f"mines/{file_name(kind, 'mines')}") == FORMS[kind].media_type


def test_what_has_the_same_name_everywhere_is_sent_too() -> None:
    assert media_type("mines/episode.json") == "application/json"
    assert media_type("mines/index.html") == "text/html"
    assert media_type("mines/numbered/01 One.mp3") == "audio/mpeg"
    assert media_type("mines/mines.cover.png") == "image/png"
    assert media_type("cover.jpg") == "image/jpeg"


@pytest.mark.parametrize(
    "path",
    [
        "mines/notes.txt",
        "mines/mines.MP3.exe",
        "mines/package.json",
        "mines/other.html",
        "mines/holiday.jpg",
        "mines/cover.jpg",
        "mines/feed.xml",
        "mines",
        "",
    ],
)
def test_other_files_are_not_sent(path: str) -> None:
    assert media_type(path) == ""


@pytest.mark.parametrize(
    "path",
    [
        ".mines.mp3",
        ".part/mines.mp3",
        "mines/.part/mines.mp3",
        "../mines.mp3",
        "mines/../../mines.mp3",
        "./mines.mp3",
        "/mines.mp3",
        "mines//mines.mp3",
        "mines\\mines.mp3",
        "..\\mines.mp3",
        "mines\0.mp3",
        "mines\n.mp3",
    ],
)
def test_what_is_hidden_or_leads_elsewhere_is_not_sent(path: str) -> None:
    assert media_type(path) == ""


def test_only_what_lies_beside_a_record_is_published(tmp_path: Path) -> None:
    folder = put_episode(tmp_path, "mines")
    numbered = folder / "numbered" / "01 One.mp3"
    assert is_published(folder / "mines.mp3", tmp_path)
    assert is_published(numbered, tmp_path)
    assert is_published(tmp_path / "cover.jpg", tmp_path)
    assert not is_published(tmp_path / "music.mp3", tmp_path)
    assert not is_published(tmp_path / "music" / "song.mp3", tmp_path)
    assert not is_published(folder / "a" / "b" / "song.mp3", tmp_path)
    assert not is_published(Path("/etc/mines.mp3"), tmp_path)


def test_a_record_above_the_served_folder_publishes_nothing_in_it(
    tmp_path: Path,
) -> None:
    folder = put_episode(tmp_path, "mines")
    root = folder / "numbered"
    assert not is_published(root / "01 One.mp3", root)


def test_a_file_that_is_closed_to_us_is_told_from_one_that_is_open(
    tmp_path: Path,
) -> None:
    assert not is_readable(tmp_path / "gone.mp3")
    (tmp_path / "there.mp3").touch()
    assert is_readable(tmp_path / "there.mp3")
