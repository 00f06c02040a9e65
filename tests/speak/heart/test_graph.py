"""The network without its last steps, and the copy of it that is kept."""

import os
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import hibari
import numpy as np
import pytest

from narrate.errors import VoiceError
from narrate.folders import MODELS, cache_home
from narrate.speak.heart import graph
from narrate.store import Store

PHONEMES = "ðə ˌɛnʤənˈɪɹz kˈAm ˌɔn tˈuzdˌA, ænd ðA stˈAd."


@pytest.fixture(scope="module")
def model() -> Path:
    spec = find_spec("hibari")
    assert spec is not None
    assert spec.origin is not None
    return Path(spec.origin).parent / "assets" / "hibari.onnx"


@pytest.fixture(scope="module")
def feed() -> dict[str, Any]:
    ids = hibari.Hibari().ids(PHONEMES)
    return {"ids": np.asarray([ids], np.int64), "speed": np.ones(1, np.float32)}


def run(session: Any, feed: dict[str, Any]) -> list[Any]:  # noqa: ANN401
    """Give f0, rows and lengths."""
    return list(session.run(None, feed))


def kept() -> list[Path]:
    return [path for path in (cache_home() / MODELS).rglob("*") if path.is_file()]


def test_the_cut_network_gives_the_same_bits(model: Path, feed: dict[str, Any]) -> None:
    *parts, f0_hz = hibari.Hibari().sess.run(None, feed)
    our_f0_hz, rows, _ = run(graph.open_session(model, "heart"), feed)
    assert np.array_equal(rows[0], np.concatenate([part[0] for part in parts]).T)
    assert np.array_equal(our_f0_hz, f0_hz)


def test_the_kept_network_gives_the_same_bits_and_is_kept_once(
    model: Path, feed: dict[str, Any]
) -> None:
    first = run(graph.open_session(model, "heart"), feed)
    assert len(kept()) == 1
    again = run(graph.open_session(model, "heart"), feed)
    assert len(kept()) == 1
    assert all(np.array_equal(a, b) for a, b in zip(first, again, strict=True))


def truncate(path: Path) -> None:
    os.truncate(path, 1000)


def spoil(path: Path) -> None:
    """Keep what is whole, but no network."""
    store = Store(cache_home() / MODELS, 10**9)
    store.put(path.name, b"no network at all" * 100)


@pytest.mark.parametrize("damage", [truncate, spoil])
def test_a_broken_entry_is_a_missing_one(
    model: Path, feed: dict[str, Any], damage: Callable[[Path], None]
) -> None:
    first = run(graph.open_session(model, "heart"), feed)
    (entry,) = kept()
    whole = entry.read_bytes()
    damage(entry)
    again = run(graph.open_session(model, "heart"), feed)
    assert all(np.array_equal(a, b) for a, b in zip(first, again, strict=True))
    assert entry.read_bytes() == whole


def test_a_cache_that_cant_be_written_is_done_without(
    model: Path,
    feed: dict[str, Any],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    file = tmp_path / "file"
    file.write_text("in the way")
    monkeypatch.setenv("NARRATE_CACHE", str(file))
    _, rows, _ = run(graph.open_session(model, "heart"), feed)
    assert rows.shape[2] == 5 * 601
    assert file.read_text() == "in the way"


def test_the_lengths_of_all_phonemes_are_the_length_of_the_sound(
    model: Path, feed: dict[str, Any]
) -> None:
    f0_hz, _, lengths = run(graph.open_session(model, "heart"), feed)
    assert len(lengths) == feed["ids"].shape[1]
    assert 2 * sum(lengths) == f0_hz.shape[1]


def truncated(data: bytes) -> bytes:
    return data[: len(data) // 2]


def spoilt(data: bytes) -> bytes:
    return data.replace(b"MatMulInteger", b"MatMulNothing")


def words(data: bytes) -> bytes:
    return b"<html>Not found</html>" * (len(data) > 0)


def none(data: bytes) -> bytes:
    return data[:0]


@pytest.mark.parametrize("damage", [truncated, spoilt, words, none])
def test_a_damaged_network_is_named_with_its_voice(
    model: Path, tmp_path: Path, damage: Callable[[bytes], bytes]
) -> None:
    file = tmp_path / "emma.onnx"
    file.write_bytes(damage(model.read_bytes()))
    with pytest.raises(VoiceError, match=r"voice emma .*damaged.*emma\.onnx") as caught:
        graph.open_session(file, "emma")
    assert caught.value.exit_code == 4
    assert "\n" not in str(caught.value)


def test_a_network_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(VoiceError, match=r"can't be read: .*gone\.onnx"):
        graph.open_session(tmp_path / "gone.onnx", "emma")
