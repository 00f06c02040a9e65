"""A Piper voice, opened: numbers of phonemes in, samples out."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from piper import PiperConfig, PiperVoice

from narrate.errors import VoiceError
from narrate.speak.models import find_model
from narrate.speak.piper.files import locate_both
from narrate.speak.piper.matching import is_letter
from narrate.speak.piper.network import Network, open_network
from narrate.voice import Voice

_KINDS = ("espeak", "text")  # others need what Piper fetches, or more libraries
_SHORTEST, _LONGEST = 0.02, 20.0
_HALVINGS = 24
_NEAREST = {
    "ɡ": "g",
    "g": "ɡ",
    "ɚ": "əɹ",
    "ɝ": "ɜɹ",
    "ɹ": "r",
    "r": "ɹ",
    "ɾ": "t",
    "ᵻ": "ɪ",
    "ɐ": "ə",
    "ɫ": "l",
    "ʔ": "t",
}
"""What old voices, with fewer phonemes, say instead."""

Frames = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Model:
    """What says phonemes."""

    config: PiperConfig
    """What Piper knows of the voice."""

    piper: PiperVoice
    """Its phonemizer."""

    network: Network
    """What makes sound."""

    speaker: int | None
    """Who of several."""

    @property
    def alphabet(self) -> str:
        """Whose IPA it takes: a voice of espeak-ng's; "" if it takes letters."""
        kind = self.config.phoneme_type.value
        return self.config.espeak_voice if kind == _KINDS[0] else ""

    def sentences(self, text: str) -> list[list[str]]:
        """Give the phonemes of each sentence; Piper locks its phonemizer itself."""
        return self.piper.phonemize(text)

    def say(
        self, phonemes: Sequence[str], length: float
    ) -> tuple[bytes, NDArray[np.int64]]:
        """Give samples, and how many there are before each phoneme and behind the last.

        A `length` of 2 takes twice as long. No chance is in it. Raises KeyError for a
        phoneme that the voice doesn't know, nor one like it.
        """
        numbers, edges = self._numbered(phonemes)
        scale = self._scale(numbers, length)
        wave, *told = self.network.speaking.run(None, self._feed(numbers, scale))
        wave = np.clip(wave.reshape(-1), -1, 1)
        frames = told[0].reshape(-1) if told else np.ones(len(numbers))
        ends = np.cumsum(frames, dtype=np.float64)
        samples = np.rint(wave * np.float32(32_767)).astype("<i2")
        places = np.rint(ends * (len(samples) / ends[-1])).astype(np.int64)
        return samples.tobytes(), places[edges]

    def _numbered(self, phonemes: Sequence[str]) -> tuple[list[int], list[int]]:
        """Give the numbers of phonemes, and where each begins and the last ends."""
        table = self.config.phoneme_id_map
        numbers = [*table["^"], *table["_"]]
        edges = [len(numbers) - 1]
        for phoneme in phonemes:
            for known in _known(phoneme, table):
                numbers += [*table[known], *table["_"]]
            edges.append(len(numbers) - 1)
        return [*numbers, *table["$"]], edges

    def _scale(self, numbers: Sequence[int], length: float) -> float:
        """Tell what to ask of the network for a length, as it rounds all lengths up."""
        if length == 1 or self.network.foreseeing is None:
            return length
        (frames,) = self.network.foreseeing.run(None, self._feed(numbers, 1.0))
        wanted = length * float(np.ceil(frames).sum())
        low, high = _SHORTEST, _LONGEST
        for _ in range(_HALVINGS):
            middle = (low + high) / 2
            if np.ceil(frames * np.float32(middle)).sum() < wanted:
                low = middle
            else:
                high = middle
        return high

    def _feed(self, numbers: Sequence[int], scale: float) -> dict[str, Any]:
        length = scale * self.config.length_scale
        feed: dict[str, Any] = {
            "input": np.array([numbers], np.int64),
            "input_lengths": np.array([len(numbers)], np.int64),
            "scales": np.array([0.0, length, 0.0], np.float32),  # without noise
        }
        if self.speaker is not None:
            feed["sid"] = np.array([self.speaker], np.int64)
        return feed


def _known(phoneme: str, table: Mapping[str, Sequence[int]]) -> Sequence[str]:
    """Give a phoneme, or what is nearest to it in a voice's table."""
    if phoneme in table:
        return (phoneme,)
    near = _NEAREST.get(phoneme, ())
    if near and all(sound in table for sound in near):
        return near
    if not is_letter(phoneme):
        return ()  # a mark upon a sound, which is said without it
    if len(phoneme) > 1:
        return [known for sound in phoneme for known in _known(sound, table)]
    raise KeyError(phoneme)


def open_model(voice: Voice) -> Model:
    """Open a voice; raises VoiceError where its files are not what they should be."""
    path, about = locate_both(voice)
    try:
        config = PiperConfig.from_dict(json.loads(about.read_text(encoding="utf-8")))
        _ = [config.phoneme_id_map[mark] for mark in "^_$"]
    except (OSError, ValueError, LookupError, TypeError, AttributeError) as error:
        trouble = f"has a file {about} that describes no voice: {error!r}; fetch it"
        raise VoiceError(voice.name, f"{trouble} again") from error
    if config.phoneme_type.value not in _KINDS:
        trouble = f"has phonemes of the kind {config.phoneme_type.value!r}"
        known = " and ".join(_KINDS)
        raise VoiceError(voice.name, f"{trouble}; this engine knows {known}")
    data = find_model(voice).read_bytes()
    try:
        network = open_network(data)
    except Exception as error:  # onnxruntime's have no common parent
        trouble = f"has a damaged file {path}; fetch it again"
        raise VoiceError(voice.name, trouble) from error
    piper = PiperVoice(network.speaking, config)
    model = Model(config, piper, network, _speaker(voice, config))
    _try_phonemizer(voice, model)
    return model


def _speaker(voice: Voice, config: PiperConfig) -> int | None:
    if config.num_speakers <= 1:
        return None
    if not voice.variant:
        return config.default_speaker_id
    known: Mapping[str, int] = config.speaker_id_map
    if voice.variant not in known:
        names = ", ".join(sorted(known)[:20])
        trouble = f"has no speaker {voice.variant!r}; there are {names}"
        raise VoiceError(voice.name, trouble)
    return known[voice.variant]


def _try_phonemizer(voice: Voice, model: Model) -> None:
    try:
        model.sentences("a")
    except (RuntimeError, ValueError) as error:
        trouble = f"asks for espeak-ng's voice {model.config.espeak_voice!r}"
        raise VoiceError(voice.name, f"{trouble}, which Piper has not") from error
