import errno
import io
import os
from pathlib import Path

import pytest

from narrate import output
from narrate.errors import OutputError
from narrate.output import desk, explained, publish, spool


class FullDisk(io.BytesIO):
    """Gives its first bytes and then the error of a full disk."""

    def read(self, size: int | None = -1, /) -> bytes:
        data = super().read(10)
        if not data:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        return data


def test_a_file_is_head_and_body(tmp_path: Path) -> None:
    publish(tmp_path / "a.mp3", b"head", io.BytesIO(b"body"))
    assert (tmp_path / "a.mp3").read_bytes() == b"headbody"


def test_a_new_file_has_a_new_file_s_permissions(tmp_path: Path) -> None:
    publish(tmp_path / "a.mp3", b"head", io.BytesIO(b"body"))
    (tmp_path / "b.mp3").touch()
    modes = {(tmp_path / name).stat().st_mode for name in ("a.mp3", "b.mp3")}
    assert len(modes) == 1


def test_a_full_disk_leaves_what_was_there(tmp_path: Path) -> None:
    path = tmp_path / "a.mp3"
    path.write_bytes(b"before")
    with pytest.raises(OutputError, match="the disk is full") as caught:
        publish(path, b"head", FullDisk(b"x" * 50))
    assert "a.mp3" in str(caught.value)
    assert [p.name for p in tmp_path.iterdir()] == ["a.mp3"]
    assert path.read_bytes() == b"before"


def test_an_interruption_leaves_what_was_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stop(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(output.os, "fsync", stop)
    with pytest.raises(KeyboardInterrupt):
        publish(tmp_path / "a.mp3", b"head", io.BytesIO(b"body"))
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with (
        pytest.raises(OutputError, match="file/under"),
        spool(tmp_path / "file" / "under"),
    ):
        pass


def test_a_spool_has_no_name_and_goes_with_the_process(tmp_path: Path) -> None:
    with spool(tmp_path / "new") as file:
        file.write(b"x")
        assert list((tmp_path / "new").iterdir()) == []


def test_other_errors_say_what_the_system_said() -> None:
    with pytest.raises(OutputError, match="Permission denied"), explained(Path("a")):
        raise OSError(errno.EACCES, os.strerror(errno.EACCES))


def _tree(folder: Path) -> dict[str, bytes]:
    found = (path for path in folder.rglob("*") if path.is_file())
    return {str(path.relative_to(folder)): path.read_bytes() for path in found}


def test_a_desk_s_files_appear_together(tmp_path: Path) -> None:
    place = tmp_path / "new" / "place"
    with desk(place) as folder:
        (folder / "a").write_bytes(b"1")
        (folder / "under").mkdir()
        (folder / "under" / "b").write_bytes(b"2")
        assert _tree(place).keys() == {".part/a", ".part/under/b"}
    assert _tree(place) == {"a": b"1", "under/b": b"2"}
    assert sorted(path.name for path in place.iterdir()) == ["a", "under"]


def _fail_at(place: Path) -> None:
    with desk(place) as folder:
        (folder / "a").write_bytes(b"after")
        raise OutputError("a", "fails", "Give up")


def test_a_failure_leaves_all_that_was_there_and_no_new_folder(tmp_path: Path) -> None:
    old = tmp_path / "old"
    old.mkdir()
    (old / "a").write_bytes(b"before")
    for place in (old, tmp_path / "new" / "place"):
        with pytest.raises(OutputError, match="Give up"):
            _fail_at(place)
    assert _tree(tmp_path) == {"old/a": b"before"}
    assert [path.name for path in tmp_path.iterdir()] == ["old"]


def test_what_is_the_same_keeps_its_time(tmp_path: Path) -> None:
    for name in ("same", "other"):
        (tmp_path / name).write_bytes(b"1")
        os.utime(tmp_path / name, (7, 7))
    with desk(tmp_path) as folder:
        (folder / "same").write_bytes(b"1")
        (folder / "other").write_bytes(b"2")
    assert (tmp_path / "same").stat().st_mtime == 7
    assert (tmp_path / "other").stat().st_mtime > 7


def test_a_folder_has_one_desk_at_a_time(tmp_path: Path) -> None:
    with (
        desk(tmp_path) as folder,
        pytest.raises(OutputError, match="is being written by another build"),
        desk(tmp_path),
    ):
        pass
    assert not folder.exists()


def test_a_desk_that_a_killed_build_left_is_cleared(tmp_path: Path) -> None:
    (tmp_path / ".part").mkdir()
    (tmp_path / ".part" / "half").touch()
    with desk(tmp_path) as folder:
        assert list(folder.iterdir()) == []
    assert list(tmp_path.iterdir()) == []


def test_the_first_file_moves_first(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    moved: list[str] = []
    replace = Path.replace

    def watched(self: Path, target: Path) -> Path:
        moved.append(target.name)
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", watched)
    with desk(tmp_path, "m") as folder:
        for name in "amz":
            (folder / name).touch()
    assert moved == ["m", "a", "z"]
