from pathlib import Path

import pytest

from narrate.sound import Sound
from narrate.speak.cache import ClipCache

SOUND = Sound(bytes(range(200)), 24_000)


@pytest.fixture
def cache(tmp_path: Path) -> ClipCache:
    return ClipCache(tmp_path / "clips")


def test_a_clip_is_found_again(cache: ClipCache) -> None:
    key = cache.key("silent/1", 1.0, "Good evening.")
    assert cache.get(key) is None
    cache.put(key, SOUND)
    assert cache.get(key) == SOUND


def test_whatever_changes_the_sound_changes_the_key(cache: ClipCache) -> None:
    keys = {
        cache.key(fingerprint, pitch, text)
        for fingerprint in ("a", "b")
        for pitch in (1.0, 0.9)
        for text in ("x", "y")
    }
    assert len(keys) == 8


@pytest.mark.parametrize("data", [b"", b"NAR", bytes(7)])
def test_an_entry_that_is_no_clip_is_a_missing_clip(
    cache: ClipCache, data: bytes
) -> None:
    cache.store.put("ab" * 32, data)
    assert cache.get("ab" * 32) is None
