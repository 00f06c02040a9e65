"""The nouns of what is heard: frozen, with units in their names."""

from dataclasses import dataclass

from narrate.model import Utterance
from narrate.sound import Sound


@dataclass(frozen=True, slots=True)
class Pronunciation:
    """How a stretch of what the voice is given sounds, whatever its letters say."""

    start: int
    """First character, counted in the phrase's text: a word's first."""

    end: int
    """One past the last: a word's last."""

    ipa: str
    """IPA; a space between words."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """What a voice is given to say."""

    text: str
    """An utterance's `spoken`."""

    pronunciations: tuple[Pronunciation, ...] = ()
    """In order, never overlapping."""


@dataclass(frozen=True, slots=True)
class Clip:
    """One spoken utterance, before it is shaped."""

    utterance: Utterance
    """What it says."""

    sound: Sound
    """How the engine said it."""

    words: tuple[tuple[int, int], ...] = ()
    """First sample and one past the last of each word of the utterance's `spoken`
    (words.py tells what a word is): rising, inside the sound."""


@dataclass(frozen=True, slots=True)
class Word:
    """A word as it is written, and when it is heard."""

    start: int
    """First character, counted in the utterance's `written`."""

    end: int
    """One past the last."""

    start_ms: int
    """From the beginning of the audio."""

    end_ms: int
    """Not after the next one's start."""


@dataclass(frozen=True, slots=True)
class Cue:
    """When an utterance is heard, without the silence around it."""

    start_ms: int
    """From the beginning of the audio."""

    end_ms: int
    """Where its last sound ends."""

    utterance: Utterance
    """What is heard."""

    times_ms: bytes = b""
    """When each word of its `spoken` starts and ends, packed, as a book has a million;
    `words.timed` reads them."""


@dataclass(frozen=True, slots=True)
class Chapter:
    """A place to jump to."""

    title: str
    """Shown by the player."""

    start_ms: int
    """Where its first frame starts: exact, a frame is 36 ms."""

    end_ms: int
    """Where the next one starts, or the audio ends."""

    aside: bool
    """A listener may want to skip it."""


@dataclass(frozen=True, slots=True)
class Timeline:
    """The one clock: every document about the audio reads its times here."""

    cues: tuple[Cue, ...]
    """One for each utterance, in order."""

    chapters: tuple[Chapter, ...]
    """One for each section, without a gap, from 0 to the end."""

    length_ms: int
    """Of the whole audio."""
