"""The engine `heart`: a small neural voice, hibari, 200 times faster than speech.

Its words and its network are hibari's; how they are loaded (pronounce.py, graph.py) and
how spectra become sound (wave.py) is ours, and sounds the same within -60 dB.

Its text front end obeys "[word](/phonemes/)", so it is never given brackets, and what
has a pronunciation goes another way (stretches.py). It splits sentences by its own
rules ("U.S. | President"), so it is given one at a time.
"""

import threading
from collections.abc import Iterator, Sequence

from narrate.errors import SpeechError
from narrate.heard import Phrase
from narrate.sound import Sound
from narrate.speak.base import Speech, make_safe
from narrate.speak.heart.clock import Clock
from narrate.speak.heart.guesser import NoSoundError
from narrate.speak.heart.letters import SPELLING
from narrate.speak.heart.model import Model, open_model, print_of
from narrate.voice import Manner, Voice
from narrate.words import words_of

_VERSION = 6  # changes with wave.py, and with whatever else changes what is kept
_RATE_HZ = 24_000
_MOST_PHONEMES = 480  # the model is trained on 510; our utterances have about 250


class HeartEngine:
    """One session that threads share: two run 1.97 times as fast as one."""

    shareable = True
    audible = True

    def __init__(self, voice: Voice) -> None:
        usual = voice.usual_words_per_minute
        self._voice = voice
        self._speed = voice.words_per_minute / usual
        self._slowest = voice.slowest_words_per_minute / usual
        self._fastest = voice.fastest_words_per_minute / usual
        self._lock = threading.Lock()
        self._model: Model | None = None

    @property
    def fingerprint(self) -> str:
        """Name the versions of all that computes."""
        versions, voice = print_of(self._voice), self._voice
        return f"heart/{_VERSION}/{versions}/{self._speed:.4f}/{voice.pitch}"

    def load(self) -> None:
        """Load graph, lexicon and tagger."""
        make_safe("", SPELLING)  # compiles its patterns
        self._load()

    def say(self, phrase: Phrase, manner: Manner) -> Speech:
        """Speak one utterance; the pitch scales the fundamental frequency alone."""
        text = phrase.text
        model = self._load()
        try:
            with self._lock:  # the tagger and lexicon keep state; 3 % of the time
                reading = model.read(phrase)
        except NoSoundError as error:
            raise SpeechError("heart", text, _unknown(error.word, text)) from error
        parts = list(_parts(reading.phonemes))
        if not parts:
            raise SpeechError("heart", text, _unknown(text, text))
        sounds: list[bytes] = []
        clock = Clock(len(words_of(text)))
        for start, end in parts:
            phonemes, owners = reading.phonemes[start:end], reading.owners[start:end]
            sounds.append(self._synthesize(model, phonemes, owners, manner, clock))
        return Speech(Sound(b"".join(sounds), _RATE_HZ), clock.times())

    def _synthesize(
        self,
        model: Model,
        phonemes: str,
        owners: Sequence[int],
        manner: Manner,
        clock: Clock,
    ) -> bytes:
        """Run the graph, scale f0 (Hz, one value for each 12.5 ms), make the wave."""
        import numpy as np  # noqa: PLC0415 - an engine costs nothing until it speaks

        from narrate.speak.heart import wave  # noqa: PLC0415

        pairs = zip(phonemes, owners, strict=True)
        known = [(model.ids[each], word) for each, word in pairs if each in model.ids]
        feed = {
            "ids": np.asarray([[0, *(number for number, _ in known), 0]], np.int64),
            "speed": np.asarray([self._factor(manner)], np.float32),
        }
        f0_hz, rows, lengths = model.session.run(None, feed)
        f0_hz = f0_hz[0] * np.float32(self._voice.pitch * manner.pitch)
        sound = wave.synthesize(rows[0], f0_hz, model.noise)
        clock.count(lengths.tolist(), [word for _, word in known], len(sound) // 2)
        return sound

    def _factor(self, manner: Manner) -> float:
        """Tell how fast to speak: never beyond what the voice can."""
        return min(max(self._speed * manner.speed, self._slowest), self._fastest)

    def _load(self) -> Model:
        with self._lock:
            if self._model is None:
                self._model = open_model(self._voice)
            return self._model


def _unknown(part: str, text: str) -> str:
    words = (text[start:end] for start, end in words_of(text))
    word = next((word for word in words if part in word), part)
    return f"it knows no sound for {word!r}"


def _parts(phonemes: str) -> Iterator[tuple[int, int]]:
    """Cut phonemes at spaces where one utterance has more than the model knows."""
    at, end = 0, len(phonemes)
    while end - at > _MOST_PHONEMES:
        cut = phonemes.rfind(" ", at + 1, at + _MOST_PHONEMES)
        cut = cut if cut > 0 else at + _MOST_PHONEMES
        yield at, cut
        at = cut
        while at < end and phonemes[at] == " ":
            at += 1
    if at < end:
        yield at, end
