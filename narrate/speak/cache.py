"""Spoken clips, kept by what they say and how: an edit costs only itself."""

import hashlib
import struct
from pathlib import Path

from narrate.folders import CLIPS, cache_home
from narrate.heard import Phrase
from narrate.sound import Sound
from narrate.speak.base import Speech
from narrate.store import Store
from narrate.voice import Manner
from narrate.words import pack, unpack

LIMIT_BYTES = 1_000_000_000
"""About six hours of speech at 24 kHz."""

_HEAD = struct.Struct(
    "<II"
)  # Hz, bytes of the word times; these and the samples follow


def clip_key(fingerprint: str, phrase: Phrase, manner: Manner) -> str:
    """Name a clip by everything that changes its sound."""
    how = f"{manner.pitch:.4f} {manner.speed:.4f}"
    sounds = (f"{said.start} {said.end} {said.ipa}" for said in phrase.pronunciations)
    whole = "\0".join((fingerprint, how, phrase.text, *sounds))
    return hashlib.sha256(whole.encode()).hexdigest()


class ClipCache:
    """The clips of all builds, in a store."""

    def __init__(self, folder: Path | None = None) -> None:
        self.store = Store(folder or cache_home() / CLIPS, LIMIT_BYTES)

    def get(self, key: str) -> Speech | None:
        """Give a clip that was spoken before, if it is there and whole."""
        data = self.store.get(key)
        if data is None:
            return None
        try:
            rate_hz, size = _HEAD.unpack_from(data)
            start = _HEAD.size + size
            words = tuple(unpack(data[_HEAD.size : start]))
            return Speech(Sound(data[start:], rate_hz), words)
        except (struct.error, ValueError):
            return None

    def put(self, key: str, speech: Speech) -> None:
        """Keep a clip."""
        times = pack(speech.words)
        head = _HEAD.pack(speech.sound.rate_hz, len(times))
        self.store.put(key, head + times + speech.sound.samples)
