"""From an article to an ear: a real podcast client and a real player, end to end.

Both are Debian's: `apt-get install gpodder mpv`. Without them this is skipped, but not
in CI.
"""

import json
import os
import socket
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

import pytest

from narrate.heard import Chapter
from narrate.publish.record import Record, read_record
from tests.needs import need_programs
from tests.served import serving

PATIENCE_S = 20
EARLY_S = 0.07
"""mpv takes the encoder's delay off every time: 0.035 to 0.06 s, as measured."""

pytestmark = pytest.mark.client


@pytest.fixture(autouse=True)
def _both_are_there() -> None:
    need_programs("gpo", "mpv", packages="gpodder mpv")


def run(*command: str, home: Path) -> str:
    """Run a program in an empty home, and give what it said."""
    kept = {"PATH", "LANG", "LC_ALL", "PYTHONPATH", "NARRATE_CACHE"}
    theirs = {name: value for name, value in os.environ.items() if name in kept}
    theirs |= {"HOME": str(home), "GPODDER_HOME": str(home / "gpodder")}
    if command[0] == "gpo":  # Debian's Python, with its own libraries
        theirs.pop("PYTHONPATH", None)
    done = subprocess.run(
        command,
        check=False,
        cwd=home,
        env=theirs,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        timeout=60,
    )
    assert done.returncode == 0, done.stdout
    return done.stdout


def test_a_podcast_client_fetches_an_episode_and_a_player_skips_through_it(
    minefields: Path, tmp_path: Path
) -> None:
    out = tmp_path / "out"
    build = (sys.executable, "-m", "narrate", "build", str(minefields), "--plain")
    run(*build, "--voice", "espeak", "-o", f"{out}/", home=tmp_path)
    folder = out / minefields.stem
    record = read_record(folder / "episode.json")
    assert len(record.chapters) > 4

    with serving(out, trouble=tmp_path / "trouble") as served:
        run("gpo", "subscribe", served.feed, home=tmp_path)
        run("gpo", "update", home=tmp_path)
        assert record.title in run("gpo", "episodes", home=tmp_path)
        run("gpo", "download", home=tmp_path)
        assert served.errors() == ""

    (fetched,) = (tmp_path / "gpodder" / "Downloads").rglob("*.mp3")
    made = folder / f"{minefields.stem}.mp3"
    assert fetched.read_bytes() == made.read_bytes()
    _client_knows(tmp_path / "gpodder" / "Database", record, made.stat().st_size)
    _player_skips(fetched, record.chapters)


def _client_knows(database: Path, record: Record, size: int) -> None:
    """Hold what gPodder wrote down against the record; it counts in whole seconds."""
    with sqlite3.connect(database) as opened:
        rows = opened.execute(
            "select title, guid, file_size, mime_type, total_time, chapters "
            "from episode"
        ).fetchall()
    opened.close()
    ((*told, chapters),) = rows
    length_s = round(record.length_ms / 1000)
    assert told == [record.title, record.guid, size, "audio/mpeg", length_s]
    assert json.loads(chapters) == [
        {"start": chapter.start_ms // 1000, "title": chapter.title}
        for chapter in record.chapters
    ]


def _player_skips(audio: Path, chapters: tuple[Chapter, ...]) -> None:
    """Hold mpv's chapters against the timeline, and skip to each, there and back."""
    with Player.opened(audio) as player:
        listed = player.get("chapter-list")
        assert [each["title"] for each in listed] == [each.title for each in chapters]
        assert [each["time"] for each in listed] == pytest.approx(
            [chapter.start_ms / 1000 for chapter in chapters], abs=EARLY_S
        )
        assert player.get("duration") == pytest.approx(
            chapters[-1].end_ms / 1000, abs=EARLY_S
        )
        # never past the last one: there mpv ends
        there = list(range(1, len(chapters)))
        for at in there:
            player.skip(1, at, chapters[at])
        for at in reversed(range(len(chapters) - 1)):
            player.skip(-1, at, chapters[at])


class Player:
    """An mpv without a screen or a sound card, told what to do through its socket."""

    def __init__(self, line: socket.socket) -> None:
        self._lines = line.makefile("r", encoding="utf-8")
        self._line = line
        self._asked = 0

    @classmethod
    @contextmanager
    def opened(cls, audio: Path) -> Iterator["Player"]:
        """Open a file, and stay at its start."""
        with tempfile.TemporaryDirectory(prefix="mpv") as folder:
            address = f"{folder}/line"  # a socket's path has 107 characters at most
            command = ["mpv", "--no-config", "--no-video", "--ao=null", "--pause"]
            command += ["--really-quiet", f"--input-ipc-server={address}", str(audio)]
            process = subprocess.Popen(command, stdin=subprocess.DEVNULL)
            try:
                with _connected(address) as line:
                    player = cls(line)
                    player.wait_for("duration", lambda length: length is not None)
                    yield player
            finally:
                process.kill()
                process.wait()

    def get(self, name: str) -> Any:  # noqa: ANN401 - JSON
        return self._ask("get_property", name).get("data")

    def skip(self, by: int, at: int, chapter: Chapter) -> None:
        """Skip one chapter, and wait until the place is right."""
        assert self._ask("add", "chapter", by)["error"] == "success"
        start_s = chapter.start_ms / 1000
        self.wait_for("chapter", lambda now: now == at)
        self.wait_for("time-pos", lambda now: _is_near(now, start_s))

    def wait_for(self, name: str, right: Any) -> None:  # noqa: ANN401 - any test
        end_s = time.monotonic() + PATIENCE_S
        while not right(now := self.get(name)):
            assert time.monotonic() < end_s, f"{name} is still {now}"
            time.sleep(0.02)

    def _ask(self, *words: object) -> dict[str, Any]:
        self._asked += 1
        asked = {"command": words, "request_id": self._asked}
        self._line.sendall(json.dumps(asked).encode() + b"\n")
        for line in self._lines:  # events come in between
            answer: dict[str, Any] = json.loads(line)
            if answer.get("request_id") == self._asked and "error" in answer:
                return answer
        pytest.fail("mpv has gone")


def _is_near(now: float | None, start_s: float) -> bool:
    """Tell whether mpv stands where a chapter starts."""
    return now is not None and -EARLY_S <= now - start_s <= EARLY_S


@contextmanager
def _connected(address: str) -> Iterator[socket.socket]:
    end_s = time.monotonic() + PATIENCE_S
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as line:
        line.settimeout(PATIENCE_S)
        while True:
            with suppress(FileNotFoundError, ConnectionRefusedError):
                line.connect(address)
                break
            assert time.monotonic() < end_s, "mpv does not listen"
            time.sleep(0.02)
        yield line
