import errno
import io
import os
from pathlib import Path

import pytest

from narrate import output
from narrate.errors import OutputError
from narrate.output import explained, publish, spool


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
