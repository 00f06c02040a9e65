"""The cast: which voice says an utterance, and in which manner."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from narrate.model import Utterance
from narrate.options import primary
from narrate.speak.languages import voice_for
from narrate.speak.voices import find_voice
from narrate.voice import Manner, Voice


@dataclass(frozen=True, slots=True)
class Part:
    """Who says an utterance, and how."""

    voice: Voice
    """Who."""

    manner: Manner
    """How, against how this voice usually sounds."""


@dataclass(frozen=True, slots=True)
class Cast:
    """Everyone who is heard in one article."""

    voice: Voice
    """Who says the article."""

    roles: Mapping[str, Voice] = field(default_factory=dict)
    """Who says what the article's voice leaves to others, by the name that it gives."""

    languages: Mapping[str, Voice] = field(default_factory=dict)
    """Who says what is in another language, by its code; if nobody can, `voice`."""

    def part(self, utterance: Utterance) -> Part:
        """Tell who says an utterance, and how."""
        role, aside = utterance.role, utterance.aside
        if utterance.language:
            voice = self.languages.get(primary(utterance.language), self.voice)
            return Part(voice, voice.manner(role, aside=aside))
        manner = self.voice.manner(role, aside=aside)
        return Part(self.roles.get(manner.voice, self.voice), manner)


def find_cast(voice: Voice, languages: Iterable[str] = ()) -> Cast:
    """Find all the voices that an article needs beside its own.

    Raises VoiceError for one that is not there.
    """
    names = {manner.voice for manner in voice.roles.values()} - {""}
    codes = {primary(language) for language in languages}
    return Cast(
        voice,
        {name: find_voice(name) for name in sorted(names)},
        {code: voice_for(code, None) for code in sorted(codes)},
    )
