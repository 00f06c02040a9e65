"""A shelf at a URL: episodes come there whole, and are found again."""

import tempfile
import threading
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from pyftpdlib.authorizers import DummyAuthorizer
from pyftpdlib.handlers import FTPHandler
from pyftpdlib.servers import FTPServer

from narrate.batch.base import Item, Outcome
from narrate.batch.pool import run_here
from narrate.batch.shelf import open_shelf
from narrate.errors import OptionError, OutputError
from tests.batch.archives import contents, item, plan, write_articles


@pytest.fixture
def server(tmp_path: Path) -> Iterator[tuple[str, Path]]:
    """Serve a folder by FTP, on loopback: a real protocol, and no cloud to ask."""
    root = tmp_path / "served"
    root.mkdir()
    who = DummyAuthorizer()
    who.add_user("ada", "secret", str(root), perm="elradfmwMT")
    handler = type("Handler", (FTPHandler,), {"authorizer": who, "banner": "ready"})
    server = FTPServer(("127.0.0.1", 0), handler)
    thread = threading.Thread(target=server.serve_forever, kwargs={"timeout": 0.05})
    thread.start()
    try:
        yield f"ftp://ada:secret@127.0.0.1:{server.address[1]}/archive", root
    finally:
        server.close_all()
        thread.join(10)


def test_an_archive_on_a_server_is_the_one_that_a_folder_gets(
    server: tuple[str, Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    url, root = server
    desks = tmp_path / "desks"
    desks.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(desks))
    items = [item(path) for path in write_articles(tmp_path / "in", 3)]
    assert _outcomes(tmp_path / "out", items) == [Outcome.BUILT] * 3
    assert _outcomes(url, items) == [Outcome.BUILT] * 3
    assert contents(root / "archive") == contents(tmp_path / "out")
    assert _outcomes(url, items) == [Outcome.KEPT] * 3
    assert not list(desks.iterdir())


def test_an_upload_that_broke_off_is_done_again(
    server: tuple[str, Path], tmp_path: Path
) -> None:
    url, root = server
    items = [item(path) for path in write_articles(tmp_path / "in", 2)]
    _outcomes(url, items)
    (root / "archive" / items[0].name / "episode.json").unlink()
    sound = next((root / "archive" / items[1].name).glob("*.mp3"))
    sound.write_bytes(b"half")
    assert _outcomes(url, items) == [Outcome.BUILT] * 2
    assert sound.stat().st_size > 4


def test_a_list_lies_beside_the_episodes_and_goes_when_it_is_empty(
    server: tuple[str, Path],
) -> None:
    url, root = server
    shelf = open_shelf(url)
    with shelf.lists("failed.jsonl") as folder:
        (folder / "failed.jsonl").write_text("{}\n")
    assert (root / "archive" / "failed.jsonl").read_text() == "{}\n"
    with shelf.lists("failed.jsonl"):
        pass
    assert not (root / "archive" / "failed.jsonl").exists()


def test_a_server_that_is_away_is_an_output_error() -> None:
    with pytest.raises(OutputError, match="Connection refused"):
        open_shelf("ftp://127.0.0.1:1/archive")


def test_a_url_that_nobody_knows_is_refused() -> None:
    with pytest.raises(OptionError, match="a URL that fsspec knows"):
        open_shelf("nope://x/y")


def _outcomes(out: object, items: list[Item]) -> list[Outcome]:
    there = replace(plan(Path("x")), out=str(out))
    rows = [row for row in run_here(there, items, 1) if row]
    assert [row.why for row in rows] == [""] * len(items)
    return [row.outcome for row in rows]
