import os
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


@pytest.mark.parametrize("damage", ["cut", "flipped", "empty"])
def test_a_broken_entry_is_a_missing_entry(cache: ClipCache, damage: str) -> None:
    key = cache.key("silent/1", 1.0, "Good evening.")
    cache.put(key, SOUND)
    (path,) = cache.folder.glob("??/*")
    data = bytearray(path.read_bytes())
    data[-1] ^= 0xFF
    path.write_bytes({"cut": data[:-7], "flipped": data, "empty": b""}[damage])
    assert cache.get(key) is None
    cache.put(key, SOUND)
    assert cache.get(key) == SOUND


def test_the_least_recently_used_goes_first(cache: ClipCache) -> None:
    keys = [cache.key("silent/1", 1.0, text) for text in "abc"]
    for age, key in enumerate(keys):
        cache.put(key, SOUND)
        os.utime(cache.folder / key[:2] / key, (1000 + age, 1000 + age))
    cache.get(keys[0])  # used again, now
    cache.trim(2 * 212)
    assert [cache.get(key) is not None for key in keys] == [True, False, True]


def test_a_cache_that_cannot_be_written_is_no_cache(tmp_path: Path) -> None:
    (tmp_path / "clips").write_text("a file where a folder should be")
    cache = ClipCache(tmp_path / "clips")
    cache.put("ab" * 32, SOUND)
    assert not cache.writable
    assert cache.get("ab" * 32) is None


def test_clear_says_how_much_it_freed(cache: ClipCache) -> None:
    cache.put(cache.key("silent/1", 1.0, "a"), SOUND)
    assert cache.clear() == 212
    assert cache.size() == cache.clear() == 0
