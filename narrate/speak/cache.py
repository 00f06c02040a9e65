"""Spoken clips, kept by what they say and how: an edit costs only itself."""

import hashlib
import struct
from pathlib import Path

from narrate.folders import CLIPS, cache_home
from narrate.sound import Sound
from narrate.store import Store

LIMIT_BYTES = 1_000_000_000
"""About six hours of speech at 24 kHz."""

_RATE = struct.Struct("<I")  # Hz; the samples follow


class ClipCache:
    """The clips of all builds, in a store."""

    def __init__(self, folder: Path | None = None) -> None:
        self.store = Store(folder or cache_home() / CLIPS, LIMIT_BYTES)

    def key(self, fingerprint: str, pitch: float, text: str) -> str:
        """Name a clip by everything that changes its sound."""
        whole = "\0".join((fingerprint, f"{pitch:.4f}", text))
        return hashlib.sha256(whole.encode()).hexdigest()

    def get(self, key: str) -> Sound | None:
        """Give a clip that was spoken before, if it is there and whole."""
        data = self.store.get(key)
        if data is None or len(data) < _RATE.size or len(data) % 2:
            return None
        return Sound(data[_RATE.size :], *_RATE.unpack_from(data))

    def put(self, key: str, sound: Sound) -> None:
        """Keep a clip."""
        self.store.put(key, _RATE.pack(sound.rate_hz) + sound.samples)
