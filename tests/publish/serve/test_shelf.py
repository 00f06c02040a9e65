import json
import os
from pathlib import Path

from narrate.publish.feed.channel import Channel
from narrate.publish.serve.shelf import Shelf
from tests.served import put_episode

BASE = "http://localhost:1"


def shelf_of(folder: Path) -> tuple[Shelf, list[str]]:
    told: list[str] = []
    return Shelf(folder, Channel("Show", ""), told.append), told


def feed(shelf: Shelf) -> str:
    return shelf.feed(BASE).body.decode()


def test_an_episode_that_comes_or_goes_is_noticed(tmp_path: Path) -> None:
    shelf, told = shelf_of(tmp_path)
    assert "<item>" not in feed(shelf)
    folder = put_episode(tmp_path, "mines")
    assert feed(shelf).count("<item>") == 1
    assert "Mines" in shelf.page(BASE).body.decode()
    put_episode(tmp_path / "more", "ships")
    assert feed(shelf).count("<item>") == 2
    (folder / "mines.mp3").unlink()
    assert feed(shelf).count("<item>") == 1
    assert told == [f"{folder} is left out: its MP3 is not there any more."]


def test_a_record_that_is_edited_is_noticed(tmp_path: Path) -> None:
    shelf, _ = shelf_of(tmp_path)
    record = put_episode(tmp_path, "mines") / "episode.json"
    before = shelf.feed(BASE)
    whole = json.loads(record.read_text()) | {"title": "Ships"}
    record.write_text(json.dumps(whole))
    after = shelf.feed(BASE)
    assert b"Ships" in after.body
    assert after.tag != before.tag
    assert after.changed_s >= before.changed_s


def test_a_file_that_is_replaced_is_noticed(tmp_path: Path) -> None:
    shelf, _ = shelf_of(tmp_path)
    folder = put_episode(tmp_path, "mines", sound=b"1")
    assert 'length="1"' in feed(shelf)
    (folder / "new").write_bytes(b"12")
    (folder / "new").replace(folder / "mines.mp3")
    assert 'length="2"' in feed(shelf)


def test_what_did_not_change_is_the_same_thing(tmp_path: Path) -> None:
    shelf, _ = shelf_of(tmp_path)
    put_episode(tmp_path, "mines")
    assert shelf.feed(BASE) is shelf.feed(BASE)
    assert shelf.page(BASE) is shelf.page(BASE)
    assert shelf.feed(BASE) is not shelf.feed("http://other")


def test_the_same_episodes_have_the_same_tag_after_a_restart(tmp_path: Path) -> None:
    put_episode(tmp_path, "mines")
    first, second = shelf_of(tmp_path)[0], shelf_of(tmp_path)[0]
    assert first.feed(BASE) == second.feed(BASE)


def test_however_many_names_it_is_called_by_few_feeds_are_kept(tmp_path: Path) -> None:
    shelf, _ = shelf_of(tmp_path)
    kept = [shelf.feed(f"http://localhost:{port}") for port in range(40)]
    assert shelf.feed("http://localhost:39") is kept[39]
    assert shelf.feed("http://localhost:0") is not kept[0]
    assert shelf.feed("http://localhost:0") == kept[0]


def test_a_damaged_record_is_told_once_and_the_others_are_served(
    tmp_path: Path,
) -> None:
    shelf, told = shelf_of(tmp_path)
    put_episode(tmp_path, "mines")
    damaged = put_episode(tmp_path, "ships") / "episode.json"
    newer = put_episode(tmp_path, "planes") / "episode.json"
    damaged.write_text("{")
    newer.write_text('{"schema": 99}')
    for _ in range(3):
        assert feed(shelf).count("<item>") == 1
        assert b"Mines" in shelf.page(BASE).body
    assert len(told) == 2
    assert any(str(damaged) in line and "is damaged" in line for line in told)
    assert any(str(newer) in line and "Update narrate" in line for line in told)
    damaged.write_text("[]")
    feed(shelf)
    assert len(told) == 4  # something changed: what is wrong is told again


def test_hidden_folders_and_links_are_not_looked_into(tmp_path: Path) -> None:
    out = tmp_path / "out"
    out.mkdir()
    put_episode(tmp_path, "elsewhere")
    put_episode(out, ".part")
    (out / "link").symlink_to(tmp_path / "elsewhere", target_is_directory=True)
    (out / "circle").symlink_to(out, target_is_directory=True)
    shelf, told = shelf_of(out)
    assert "<item>" not in feed(shelf)
    assert told == []


def test_a_folder_that_is_gone_is_an_empty_one_and_told(tmp_path: Path) -> None:
    out = tmp_path / "out"
    put_episode(out, "mines")
    shelf, told = shelf_of(out)
    assert feed(shelf).count("<item>") == 1
    os.rename(out, tmp_path / "moved")  # noqa: PTH104 - as a listener would
    assert "<item>" not in feed(shelf)
    assert [line.startswith(str(out)) for line in told] == [True]
    os.rename(tmp_path / "moved", out)  # noqa: PTH104
    assert feed(shelf).count("<item>") == 1
