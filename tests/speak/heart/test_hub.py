"""A stand-in for hibari's hub: nothing here reaches the network."""

import hashlib
import http.server
import socket
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from hibari import voices as theirs

from narrate.errors import VoiceError
from narrate.folders import models_home
from narrate.speak.heart import hub
from narrate.speak.models import find_model
from narrate.speak.needs import is_installed, missing
from narrate.speak.voices import find_voice

NETWORK = b"a network" * 1000
FILE = "am_fenrir_v2.int8.onnx"


@pytest.fixture(autouse=True)
def _offered(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    _offer(monkeypatch, NETWORK)
    (tmp_path / FILE).write_bytes(NETWORK)
    monkeypatch.setattr(theirs, "BASE_URL", f"{tmp_path.as_uri()}/")


def _offer(monkeypatch: pytest.MonkeyPatch, promised: bytes) -> None:
    sha256 = hashlib.sha256(promised).hexdigest()
    row = {"file": FILE, "sha256": sha256, "bytes": len(promised), "bundled": False}
    monkeypatch.setattr(hub, "_row", lambda voice: row)


@pytest.fixture
def broken_off(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Serve half a file, then hang up."""

    class Half(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(200)
            self.send_header("Content-Length", str(len(NETWORK)))
            self.end_headers()
            self.wfile.write(NETWORK[: len(NETWORK) // 2])

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002
            pass

    with http.server.HTTPServer(("127.0.0.1", 0), Half) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        address = f"http://127.0.0.1:{server.server_port}/"
        monkeypatch.setattr(theirs, "BASE_URL", address)
        yield
        server.shutdown()


def _kept() -> list[str]:
    folder = models_home()
    return [path.name for path in folder.iterdir()] if folder.exists() else []


def test_a_voice_of_the_hub_is_fetched_once() -> None:
    voice = find_voice("fenrir")
    assert missing(voice) == "narrate voices install fenrir"
    assert hub.fetch(voice) == models_home() / FILE
    assert _kept() == [FILE]
    assert is_installed(voice)
    assert find_model(voice).read_bytes() == NETWORK
    assert missing(voice) == ""
    assert hub.fetch(voice) is None


def test_a_damaged_model_is_fetched_again() -> None:
    models_home().mkdir(parents=True)
    (models_home() / FILE).write_bytes(b"damaged")
    assert hub.fetch(find_voice("fenrir")) == models_home() / FILE
    assert (models_home() / FILE).read_bytes() == NETWORK


def test_what_has_another_hash_is_not_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    _offer(monkeypatch, b"something else")
    with pytest.raises(VoiceError, match="not what its sha256 promises"):
        hub.fetch(find_voice("fenrir"))
    assert _kept() == []


@pytest.mark.usefixtures("broken_off")
def test_half_a_download_is_not_kept() -> None:
    with pytest.raises(VoiceError, match="The voice fenrir can't be"):
        hub.fetch(find_voice("fenrir"))
    assert _kept() == []


def test_a_hub_that_can_t_be_reached_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    with socket.socket() as unused:
        unused.bind(("127.0.0.1", 0))
        address = f"http://127.0.0.1:{unused.getsockname()[1]}/"
        monkeypatch.setattr(theirs, "BASE_URL", address)
        with pytest.raises(VoiceError, match=r"from 127\.0\.0\.1 .*refused") as caught:
            hub.fetch(find_voice("fenrir"))
    assert "look at the connection" in str(caught.value)
    assert caught.value.exit_code == 4
    assert _kept() == []


def test_each_voice_of_hibari_s_hub_has_a_file_of_ours(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.undo()
    offered = {name: row for name, row in theirs.VOICES.items() if name != "heart"}
    for name, row in offered.items():
        voice = find_voice(name)
        assert Path(voice.model).name == row["file"]
        assert voice.variant == name
        assert voice.language == row["language"]
        assert hub.on_hub(voice)
        assert hub.size_bytes(voice) == row["bytes"]
    for name in ("heart", "espeak", "silent"):
        assert not hub.on_hub(find_voice(name))
