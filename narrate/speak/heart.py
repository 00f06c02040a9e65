"""The engine `heart`: a small neural voice, hibari, 200 times faster than speech.

Its words and its network are hibari's; how they are loaded (pronounce.py, graph.py) and
how spectra become sound (wave.py) is ours, and sounds the same within -60 dB.

Its text front end obeys "[word](/phonemes/)", so it is never given brackets; and it
splits sentences by its own rules ("U.S. | President"), so it is given one at a time.
"""

import json
import threading
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from narrate.errors import SpeechError, VoiceError
from narrate.heard import Phrase
from narrate.sound import Sound
from narrate.speak.base import Speech, Spelling, make_safe, share_out
from narrate.stamps import file_stamp
from narrate.voice import Manner, Voice

_VERSION = 4  # changes with wave.py, and with whatever else changes the samples
_RATE_HZ = 24_000
_MOST_PHONEMES = 480  # the model is trained on 510; our utterances have about 250
_SPELLING = Spelling(dots_plurals=False, lone_a="A.")
_PACKAGES = {"hibari": "hibari_tts", "onnxruntime": "onnxruntime", "numpy": "numpy"}


class HeartEngine:
    """One session that threads share: two run 1.97 times as fast as one."""

    shareable = True
    audible = True

    def __init__(self, voice: Voice) -> None:
        self._name = voice.variant or "heart"
        self._speed = voice.words_per_minute / voice.usual_words_per_minute
        self._pitch = voice.pitch
        self._lock = threading.Lock()
        self._model: _Model | None = None

    @property
    def fingerprint(self) -> str:
        """Name the versions of all that computes."""
        versions = "/".join(_version(*names) for names in _PACKAGES.items())
        return (
            f"heart/{_VERSION}/{versions}/{self._name}/{self._speed:.4f}/{self._pitch}"
        )

    def load(self) -> None:
        """Load graph, lexicon and tagger."""
        make_safe("", _SPELLING)  # compiles its patterns
        self._load()

    def say(self, phrase: Phrase, manner: Manner) -> Speech:
        """Speak one utterance; the pitch scales the fundamental frequency alone."""
        text = phrase.text
        model = self._load()
        with self._lock:  # the tagger and lexicon keep state; 3 % of the time
            phonemes = model.phonemize(make_safe(text, _SPELLING))
        parts = [self._synthesize(model, part, manner) for part in _parts(phonemes)]
        if not parts:
            raise SpeechError("heart", text, "it knows no sound for any letter of it")
        sound = Sound(b"".join(parts), _RATE_HZ)
        return Speech(sound, share_out(text, 0, sound.length))

    def _synthesize(self, model: "_Model", phonemes: str, manner: Manner) -> bytes:
        """Run the graph, scale f0 (Hz, one value for each 12.5 ms), make the wave."""
        import numpy as np  # noqa: PLC0415 - an engine costs nothing until it speaks

        from narrate.speak import graph, wave  # noqa: PLC0415

        known = (model.ids[letter] for letter in phonemes if letter in model.ids)
        feed = {
            "ids": np.asarray([[0, *known, 0]], np.int64),
            "speed": np.asarray([self._speed * manner.speed], np.float32),
        }
        rows, f0_hz = model.session.run([graph.ROWS, graph.F0], feed)
        f0_hz = f0_hz[0] * np.float32(self._pitch * manner.pitch)
        return wave.synthesize(rows[0], f0_hz, model.noise)

    def _load(self) -> "_Model":
        with self._lock:
            if self._model is None:
                self._model = _open_model(self._name)
            return self._model


@dataclass(frozen=True, slots=True)
class _Model:
    """What all threads share."""

    phonemize: Any
    """Takes a text, gives phonemes; one thread at a time."""

    ids: dict[str, int]
    """The number of each phoneme."""

    session: Any
    """The network."""

    noise: Any
    """The beginning of every utterance's noise."""


def _open_model(name: str) -> _Model:
    """Load words and network side by side."""
    home = Path(_origin("hibari")).parent
    voices = _read_json(home / "assets" / "voices.json")
    if name not in voices:
        raise VoiceError(name, "is none of hibari's")
    from concurrent.futures import ThreadPoolExecutor  # noqa: PLC0415 - 10 ms

    with ThreadPoolExecutor(1) as pool:
        words = pool.submit(_open_words, home, british=voices[name]["british"])
        from narrate.speak import graph, wave  # noqa: PLC0415

        session = graph.open_session(_find_network(home, name, voices[name]))
        noise = wave.draw_noise()
        ids = _read_json(home / "assets" / "vocab.json")
        return _Model(words.result(), ids, session, noise)


def _open_words(home: Path, *, british: bool) -> Any:  # noqa: ANN401
    from narrate.speak.pronounce import open_phonemizer  # noqa: PLC0415

    return open_phonemizer(home, british=british)


def _find_network(home: Path, name: str, row: dict[str, Any]) -> Path:
    """Find a voice's file: in the package, or where hibari keeps what it fetched."""
    if row.get("bundled"):
        return home / "assets" / str(row["file"])
    from hibari.voices import voice_path  # noqa: PLC0415

    try:
        return Path(voice_path(name, download_missing=False))
    except FileNotFoundError as error:
        trouble = f"is not on this machine ({error}), and a build downloads nothing"
        raise VoiceError(name, trouble) from error


def _read_json(path: Path) -> Any:  # noqa: ANN401
    return json.loads(path.read_text(encoding="utf-8"))


def _origin(package: str) -> str:
    """Find a package without importing it."""
    spec = find_spec(package)
    if spec is None or spec.origin is None:
        raise ModuleNotFoundError(f"No module named {package!r}", name=package)
    return spec.origin


def _version(package: str, distribution: str) -> str:
    """Tell one version of a package from another, by a folder's name.

    importlib.metadata takes 20 ms for it. Where no such folder is, by the file.
    """
    file = Path(_origin(package))
    names = [path.name for path in file.parents[1].glob(f"{distribution}-*.dist-info")]
    if len(names) == 1:
        return names[0].removesuffix(".dist-info")
    return f"{package} {file_stamp(file)}"


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
