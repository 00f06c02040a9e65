"""Calibrates a voice: how fast and how loud it is by itself, measured, not guessed."""

import re
import tempfile
import wave
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from narrate.heard import Phrase
from narrate.meter import measure
from narrate.mix.loudness import master_wave
from narrate.options import Encoding, Options, primary
from narrate.prepare import prepare
from narrate.sample import SENTENCES
from narrate.shipped import shipped
from narrate.sound import SAMPLE_BYTES, Sound
from narrate.speak.base import Engine
from narrate.speak.catalog import open_engine
from narrate.voice import USUAL, Manner, Points, Voice

PITCHES = (0.8, 0.9, 0.95, 1.05, 1.1, 1.2)
"""Where a voice's loudness is measured beside its own pitch."""

_MOST_TEXTS = 12  # a minute


@dataclass(frozen=True, slots=True)
class Calibration:
    """What was measured of a voice."""

    words_per_minute: int
    """At its engine's usual speed."""

    loudness_lufs: Points
    """By words a minute."""

    louder_lu: Points
    """By pitch."""

    def entries(self) -> Mapping[str, str]:
        """Give the entries of a voice's file, as TOML."""
        return {
            "words_per_minute": str(self.words_per_minute),
            "loudness_lufs": _as_toml(self.loudness_lufs),
            "louder_lu": _as_toml(self.louder_lu),
        }


def calibrate(
    voice: Voice,
    texts: Sequence[str],
    speeds: Iterable[int] = (),
    pitches: Iterable[float] = PITCHES,
) -> Calibration:
    """Let a voice say texts at speeds (words a minute) and pitches, and measure it.

    Raises MissingPartError without the meter (narrate[verify]), and VoiceError or
    SpeechError where the voice can't speak.
    """
    usual = voice.usual_words_per_minute
    first = _spoken(open_engine(replace(voice, words_per_minute=usual)), texts)
    at_usual = evened(first)
    words = sum(len(text.split()) for text in texts)
    pace = round(words * 60_000 / max(1, sum(sound.length_ms for sound in first)))
    lufs: dict[float, float] = {usual: at_usual}
    for speed in speeds:
        if speed != usual:
            engine = open_engine(replace(voice, words_per_minute=speed))
            lufs[speed] = evened(_spoken(engine, texts))
    engine = open_engine(replace(voice, words_per_minute=usual))
    louder = {1.0: 0.0} | {
        pitch: evened(_spoken(engine, texts, Manner(pitch))) - at_usual
        for pitch in pitches
    }
    return Calibration(pace, _points(lufs), _points(louder))


def running_text(language: str) -> Sequence[str]:
    """Give what a voice of a language is measured on, utterance by utterance.

    Long sentences are softer than short ones (a Piper voice by 1.5 LU): those of an
    article are the truest, where we have one.
    """
    if primary(language) != "en":
        return SENTENCES
    demo = shipped("demo/minefields.txt", "tests/articles/minefields.txt")
    _, script, _ = prepare(Options(str(demo), voice="silent"))
    spoken = [each.spoken for each in script.utterances() if not each.aside]
    return spoken[:_MOST_TEXTS]


def evened(sounds: Sequence[Sound]) -> float:
    """Measure sounds as mastering finds them, in LUFS.

    A voice of high peaks loses up to 0.7 LU to the limiter: it counts as so much
    softer.
    """
    bare, wanted = loudness(sounds), Encoding()
    gain_db = wanted.loudness_lufs - bare
    mastered = [
        Sound(master_wave(s, gain_db, wanted.ceiling_db, s.rate_hz), s.rate_hz)
        for s in sounds
    ]
    return loudness(mastered) - gain_db


def loudness(sounds: Sequence[Sound]) -> float:
    """Measure sounds of one rate behind one another, in LUFS."""
    with tempfile.TemporaryDirectory() as scratch:
        path = Path(scratch) / "spoken.wav"
        with wave.open(str(path), "wb") as file:
            file.setnchannels(1)
            file.setsampwidth(SAMPLE_BYTES)
            file.setframerate(sounds[0].rate_hz)
            for sound in sounds:
                file.writeframes(sound.samples)
        return measure(path).lufs


def with_entries(text: str, entries: Mapping[str, str]) -> str:
    """Put entries into the text of a voice's file, for those of their names or before.

    Comments and all else stay as they are.
    """
    for name, value in entries.items():
        line = f"{name} = {value}"
        old = re.search(rf"^{name}[ \t]*=.*$", text, re.MULTILINE)
        if old:
            text = text[: old.start()] + line + text[old.end() :]
        else:
            head, table, rest = text.partition("\n[")
            text = f"{head.rstrip()}\n{line}\n{table}{rest}"
    return text


def _spoken(
    engine: Engine, texts: Sequence[str], manner: Manner = USUAL
) -> list[Sound]:
    return [engine.say(Phrase(text), manner).sound for text in texts]


def _points(measured: Mapping[float, float]) -> Points:
    return tuple((place, round(lu, 2)) for place, lu in sorted(measured.items()))


def _as_toml(points: Points) -> str:
    return "[" + ", ".join(f"[{place:g}, {value:g}]" for place, value in points) + "]"
