"""The engine `heart`: a small neural voice, hibari, 100 times faster than speech.

Its text front end obeys "[word](/phonemes/)", so it is never given brackets; and it
splits sentences by its own rules ("U.S. | President"), so it is given one at a time.
"""

import threading
from concurrent.futures import ThreadPoolExecutor
from typing import Any

from narrate.errors import SpeechError, VoiceError
from narrate.options import Voice
from narrate.sound import Sound
from narrate.speak.base import Spelling, make_safe

_SEED = 0  # of the noise in breath and s: the same text gives the same samples
_MOST_FRAMES = 1_760  # of 12.5 ms, 22 s: more than an utterance of 300 characters has
_MOST_PHONEMES = 480  # the model is trained on 510; our utterances have about 250
_SPELLING = Spelling(dots_plurals=False, lone_a="A.")
_BINS = 601  # of hibari's spectrum
_FULL_SCALE = 32767.0


class HeartEngine:
    """One session that threads share: two run 1.97 times as fast as one."""

    shareable = True
    audible = True

    def __init__(self, voice: Voice) -> None:
        self._name = voice.variant or "heart"
        self._speed = voice.words_per_minute / voice.usual_words_per_minute
        self._lock = threading.Lock()
        self._model: Any = None
        self._noise: Any = None

    @property
    def fingerprint(self) -> str:
        """Name the versions of all that computes, and the FFT that hibari will pick."""
        from importlib.metadata import version  # noqa: PLC0415 - 20 ms of e-mail parsing
        from importlib.util import find_spec  # noqa: PLC0415

        packages = ("hibari-tts", "onnxruntime", "numpy")
        versions = "/".join(f"{name} {version(name)}" for name in packages)
        fft = "scipy" if find_spec("scipy") else "numpy"
        return f"heart/2/{versions}/{fft}/{self._name}/{self._speed:.4f}"

    def load(self) -> None:
        """Load graph, lexicon and tagger."""
        self._load()

    def say(self, text: str, pitch: float) -> Sound:
        """Speak one utterance; the pitch scales the fundamental frequency alone."""
        import numpy as np  # noqa: PLC0415 - an engine costs nothing until it speaks

        model = self._load()
        with self._lock:  # the tagger and lexicon keep state; 2 % of the time
            phonemes = model.g2p(make_safe(text, _SPELLING))
        parts = [self._synthesize(model, part, pitch) for part in _parts(phonemes)]
        if not parts:
            raise SpeechError("heart", text, "it knows no sound for any letter of it")
        samples = np.clip(np.concatenate(parts), -1.0, 1.0) * _FULL_SCALE
        return Sound(samples.astype("<i2").tobytes(), model.sample_rate)

    def _synthesize(self, model: Any, phonemes: str, pitch: float) -> Any:  # noqa: ANN401
        """Run the graph, scale f0 (Hz, one value for each 12.5 ms), make the wave."""
        import numpy as np  # noqa: PLC0415
        from hibari import dsp  # noqa: PLC0415

        feed = {
            "ids": np.asarray([model.ids(phonemes)], np.int64),
            "speed": np.asarray([self._speed], np.float32),
        }
        *spectra, f0 = (out[0] for out in model.sess.run(None, feed))
        return dsp.synth(*spectra, f0 * np.float32(pitch), self._noise)

    def _load(self) -> Any:  # noqa: ANN401 - hibari has no types
        with self._lock:
            if self._model is None:
                self._model = _open_model(self._name)
                self._noise = _Noise()
            return self._model


def _open_model(name: str) -> Any:  # noqa: ANN401
    """Load graph and lexicon side by side: 0.35 s instead of 0.6."""
    from hibari import Hibari  # noqa: PLC0415
    from hibari.g2p import G2P  # noqa: PLC0415
    from hibari.voices import VOICES, voice_path  # noqa: PLC0415

    if name not in VOICES:
        raise VoiceError(name, "is none of hibari's")
    try:
        voice_path(name, download_missing=False)
    except FileNotFoundError as error:
        trouble = f"is not on this machine ({error}), and a build downloads nothing"
        raise VoiceError(name, trouble) from error
    with ThreadPoolExecutor(1) as pool:
        reader = pool.submit(G2P, british=VOICES[name]["british"])
        model = Hibari(voice=name)
        model._g2p = reader.result()  # noqa: SLF001 - its place; the pin holds it
    return model


class _Noise:
    """Noise that is drawn once: a third of the signal processing was drawing it.

    Stands where hibari takes a numpy Generator. Every utterance gets the beginning of
    the same noise, as it did from a generator with the same seed.
    """

    def __init__(self) -> None:
        import numpy as np  # noqa: PLC0415

        self._generator = np.random.default_rng
        shape = (_BINS, 2 * _MOST_FRAMES)
        self._drawn = self._generator(_SEED).standard_normal(shape, np.float32)

    def standard_normal(self, size: tuple[int, int], dtype: Any) -> Any:  # noqa: ANN401
        """Give noise of a size; the caller may write into it."""
        rows, columns = size
        if rows == _BINS and columns <= 2 * _MOST_FRAMES and dtype == self._drawn.dtype:
            return self._drawn[:, :columns].copy()
        return self._generator(_SEED).standard_normal(size, dtype)


def _parts(phonemes: str) -> list[str]:
    """Cut phonemes at spaces where one utterance has more than the model knows."""
    parts: list[str] = []
    rest = phonemes.strip()
    while len(rest) > _MOST_PHONEMES:
        cut = rest.rfind(" ", 0, _MOST_PHONEMES)
        cut = cut if cut > 0 else _MOST_PHONEMES
        parts.append(rest[:cut])
        rest = rest[cut:].strip()
    return [part for part in (*parts, rest) if part]
