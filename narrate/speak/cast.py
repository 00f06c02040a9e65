"""The cast: which voice says an utterance, and in which manner."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from narrate.errors import VoiceError
from narrate.model import Utterance
from narrate.options import primary
from narrate.speak.languages import best_voice, speaks
from narrate.speak.voices import at_pace_of, find_voice
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
    """Find all the voices that an article needs beside its own, at its pace.

    Raises VoiceError for one that is not there, or can't say what it is given.
    """
    codes = {primary(language) for language in languages}
    return Cast(
        voice,
        {m.voice: _other(voice, r, m) for r, m in voice.roles.items() if m.voice},
        {code: at_pace_of(best_voice(code, None), voice) for code in sorted(codes)},
    )


def _other(voice: Voice, role: str, manner: Manner) -> Voice:
    """Find the voice that says a role instead of another one."""
    where = f"gives [roles.{role.replace(' ', '-')}] to the voice {manner.voice}"
    if manner.voice == voice.name:
        raise VoiceError(voice.name, f"{where}, which is itself")
    try:
        other = find_voice(manner.voice)
    except VoiceError as error:
        raise VoiceError(voice.name, f"{where}, which {error.trouble}") from error
    if not (speaks(other, voice.language) or speaks(voice, other.language)):
        trouble = f"{where}, which speaks {other.language}, not {voice.language}"
        raise VoiceError(voice.name, trouble)
    return at_pace_of(other, voice)
