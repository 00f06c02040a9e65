"""The engine `piper`: any Piper voice, thousands in dozens of languages, as an extra.

Piper obeys "[[phonemes]]" in a text, so it is never given brackets; what a lexicon
knows of a word's sound is put among its phonemes, behind its phonemizer.

It has no pitch. Said faster and played slower, a voice is lower: its samples carry a
lower rate, and whoever mixes them resamples anyway. So its timbre goes with it, as
that of a bigger person.
"""

import threading
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from narrate.errors import SpeechError
from narrate.heard import Phrase
from narrate.sound import SAMPLE_BYTES, Sound
from narrate.speak.base import Speech, Times
from narrate.speak.piper.files import locate_both
from narrate.stamps import file_stamp, stamp
from narrate.voice import Manner, Voice
from narrate.words import words_of

if TYPE_CHECKING:
    from narrate.speak.piper.model import Model
    from narrate.speak.piper.sounds import Phonemizer, Sounded

_VERSION = 1  # changes with whatever else changes the samples
_MOST_PHONEMES = 300  # 14 s of sound and 0.5 GB of memory
_SPACE = 1_300  # samples: 60 ms at 22,050 Hz, which is longer than most


class PiperEngine:
    """A process for each: a crash of its libraries costs one utterance's retry."""

    shareable = False
    audible = True

    def __init__(self, voice: Voice) -> None:
        self._voice = voice
        self._speed = voice.words_per_minute / voice.usual_words_per_minute
        self._lock = threading.Lock()
        self._opened: tuple[Model, Phonemizer] | None = None

    @property
    def fingerprint(self) -> str:
        """Name the libraries and the voice's files, and all that is set.

        Raises VoiceError where one of them is not there.
        """
        path, about = locate_both(self._voice)
        theirs = stamp("piper", "onnxruntime", "numpy")
        files = f"{path.name} {file_stamp(path)} {file_stamp(about)}"
        set_so = f"{self._voice.variant}/{self._speed:.4f}/{self._voice.pitch}"
        return f"piper/{_VERSION}/{theirs}/{files}/{set_so}"

    def load(self) -> None:
        """Open the network and the phonemizer."""
        self._open()

    def say(self, phrase: Phrase, manner: Manner) -> Speech:
        """Speak one utterance, in parts where it is long."""
        from narrate.speak.piper.ipa import replace  # noqa: PLC0415 - numpy
        from narrate.speak.piper.sounds import parts  # noqa: PLC0415 - numpy

        model, phonemizer = self._open()
        pitch = self._voice.pitch * manner.pitch
        length = pitch / (self._speed * manner.speed)
        said = phonemizer.said(phrase)
        if model.alphabet:
            said = replace(said, phrase, phonemizer.sounds, model.alphabet)
        made: list[bytes] = []
        times: dict[int, tuple[int, int]] = {}
        spoken = 0
        for part in parts(said, _MOST_PHONEMES):
            samples, edges = _synthesize(model, part, length, phrase)
            for word, first, last in _stretches(part, edges):
                begin = times[word][0] if word in times else spoken + first
                times[word] = begin, spoken + last
            made.append(samples)
            spoken += len(samples) // SAMPLE_BYTES
        if not spoken:
            reason = "it knows no sound for any letter of it"
            raise SpeechError("piper", phrase.text, reason)
        sound = Sound(b"".join(made), round(model.config.sample_rate * pitch))
        return Speech(sound, _complete(times, len(words_of(phrase.text))))

    def _open(self) -> "tuple[Model, Phonemizer]":
        with self._lock:
            if self._opened is None:
                from narrate.speak.piper.model import open_model  # noqa: PLC0415
                from narrate.speak.piper.sounds import Phonemizer  # noqa: PLC0415

                model = open_model(self._voice)
                self._opened = model, Phonemizer(model.sentences)
            return self._opened


def _synthesize(
    model: "Model", part: Sequence["Sounded"], length: float, phrase: Phrase
) -> tuple[bytes, list[int]]:
    """Say some phonemes; a phoneme that the voice doesn't have is an error."""
    try:
        samples, edges = model.say([sound.phoneme for sound in part], length)
    except KeyError as error:
        (missing,) = error.args
        word = next(sound.word for sound in part if missing in sound.phoneme)
        name = phrase.text[slice(*words_of(phrase.text)[word or 0])]
        reason = f"this voice has no sound for the {missing!r} in {name!r}"
        raise SpeechError("piper", phrase.text, reason) from error
    return samples, edges.tolist()


def _stretches(
    part: Sequence["Sounded"], edges: Sequence[int]
) -> Iterator[tuple[int, int, int]]:
    """Give for each phoneme of a word its number, and between which samples it is.

    In the space before a word its first sound begins: with it, a word starts 14 ms from
    where a recogniser hears it, without it 49. The pause behind a stop is no word's.
    """
    before = edges[0]
    for (phoneme, word), first, last in zip(part, edges, edges[1:], strict=False):
        if word is not None:
            yield word, before, last
        before = max(first, last - _SPACE) if phoneme == " " else last


def _complete(times: Mapping[int, tuple[int, int]], words: int) -> Times:
    """Give a time to every word: no more than a moment to one that makes no sound."""
    complete: list[tuple[int, int]] = []
    now = 0
    for word in range(words):
        begin, end = times.get(word, (now, now))
        complete.append((begin, end))
        now = end
    return tuple(complete)
