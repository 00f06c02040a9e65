from pathlib import Path

import pytest

from narrate.heard import Phrase, Pronunciation
from narrate.sound import Sound
from narrate.speak.base import Speech
from narrate.speak.cache import ClipCache, clip_key
from narrate.voice import Manner

SPEECH = Speech(Sound(bytes(range(200)), 24_000), ((0, 40), (50, 99)))
EVENING = Phrase("Good evening.")


@pytest.fixture
def cache(tmp_path: Path) -> ClipCache:
    return ClipCache(tmp_path / "clips")


def test_a_clip_is_found_again(cache: ClipCache) -> None:
    key = clip_key("silent/1", EVENING, Manner())
    assert cache.get(key) is None
    cache.put(key, SPEECH)
    assert cache.get(key) == SPEECH


def test_whatever_changes_the_sound_changes_the_key() -> None:
    keys = {
        clip_key(fingerprint, Phrase(text, sounds), Manner(pitch, speed))
        for fingerprint in ("a", "b")
        for pitch in (1.0, 0.9)
        for speed in (1.0, 0.9)
        for text in ("x", "y")
        for sounds in ((), (Pronunciation(0, 1, "ɛks"),), (Pronunciation(0, 1, "waɪ"),))
    }
    assert len(keys) == 48


@pytest.mark.parametrize("data", [b"", b"NAR", bytes(7), bytes(9), b"\xff" * 12])
def test_an_entry_that_is_no_clip_is_a_missing_clip(
    cache: ClipCache, data: bytes
) -> None:
    cache.store.put("ab" * 32, data)
    assert cache.get("ab" * 32) is None
