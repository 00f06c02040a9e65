"""Episodes to serve, and a running `narrate serve`, for tests."""

import json
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path

LAST_WORDS = "Stop with Ctrl-C."
SOUND = bytes(range(256)) * 40


def put_episode(
    out: Path, name: str, title: str = "Mines", sound: bytes = SOUND, **more: object
) -> Path:
    """Lay an episode down as a build would, and give its folder."""
    folder = out / name
    folder.mkdir(parents=True)
    (folder / f"{name}.mp3").write_bytes(sound)
    (folder / f"{name}.vtt").write_text("WEBVTT\n")
    known = (("mp3", "mp3", "audio/mpeg"), ("vtt", "vtt", "text/vtt"))
    record = {
        "schema": 1,
        "guid": f"urn:uuid:{name}",
        "title": title,
        "byline": "Nora Whitfield",
        "published": "2026-11-03",
        "language": "en",
        "summary": "A summary.",
        "site": "",
        "source": {"url": ""},
        "voice": "",
        "length_ms": 61_000,
        "chapters": [
            {"title": "One", "start_ms": 0, "end_ms": 30_000, "aside": False},
            {"title": "Two", "start_ms": 30_000, "end_ms": 61_000, "aside": False},
        ],
        "files": [
            {
                "kind": kind,
                "name": f"{name}.{suffix}",
                "media_type": media_type,
                "size": (folder / f"{name}.{suffix}").stat().st_size,
                "sha256": "",
            }
            for kind, suffix, media_type in known
        ],
    } | more
    (folder / "episode.json").write_text(json.dumps(record))
    return folder


@dataclass
class Served:
    process: "subprocess.Popen[str]"
    said: list[str]
    trouble: Path

    @property
    def feed(self) -> str:
        return self.said[0].removeprefix("Feed: ")

    @property
    def port(self) -> int:
        return int(self.feed.rpartition(":")[2].partition("/")[0])

    def connect(self) -> HTTPConnection:
        return HTTPConnection("127.0.0.1", self.port, timeout=20)

    def ask(
        self, path: str, method: str = "GET", **headers: str
    ) -> tuple[HTTPResponse, bytes]:
        """Ask once; an underscore in a header's name stands for a hyphen."""
        connection = self.connect()
        names = {name.replace("_", "-"): value for name, value in headers.items()}
        connection.request(method, path, headers=names)
        answer = connection.getresponse()
        body = answer.read()
        connection.close()
        return answer, body

    def errors(self) -> str:
        return self.trouble.read_text()


def start(folder: Path, *words: str, trouble: Path) -> "subprocess.Popen[str]":
    def set_up() -> None:  # whoever runs the tests may ignore Ctrl-C
        signal.signal(signal.SIGINT, signal.SIG_DFL)

    command = [sys.executable, "-m", "narrate", "serve", str(folder), *words]
    with trouble.open("w") as file:
        return subprocess.Popen(
            command,
            stdout=subprocess.PIPE,
            stderr=file,
            text=True,
            env=os.environ.copy(),
            preexec_fn=set_up,  # noqa: PLW1509 - no threads of ours run yet
        )


@contextmanager
def serving(
    folder: Path, *words: str, trouble: Path, patience_s: float = 100
) -> Iterator[Served]:
    """Serve a folder at a free port, until the block ends or patience does."""
    process = start(folder, "--port", "0", *words, trouble=trouble)
    watch = threading.Timer(patience_s, process.kill)
    watch.start()
    try:
        assert process.stdout
        said = []
        for line in process.stdout:
            said.append(line.rstrip("\n"))
            if said[-1] == LAST_WORDS:
                break
        assert said[-1:] == [LAST_WORDS], trouble.read_text()
        yield Served(process, said, trouble)
    finally:
        watch.cancel()
        process.kill()
        process.communicate()
