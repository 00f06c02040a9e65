"""The noun of what a build made, and from what."""

from dataclasses import dataclass
from pathlib import Path

from narrate.heard import Timeline
from narrate.model import Article, Script
from narrate.options import Options
from narrate.voice import Voice

STREAM = Path("-")
"""Stands for a stream as an Episode's audio."""


@dataclass(frozen=True, slots=True)
class Episode:
    """What a build made, and from what."""

    article: Article
    """What was read."""

    script: Script
    """What is said."""

    timeline: Timeline
    """When."""

    audio: Path
    """Where the MP3 is, or was to be; what lies beside it has its name."""

    voice: Voice
    """Who says it."""

    options: Options
    """What the listener chose."""

    cover: bytes = b""
    """Its picture, JPEG or PNG, or nothing."""

    notices: tuple[str, ...] = ()
    """What the listener should know, a sentence each."""

    files: tuple[Path, ...] = ()
    """Everything that the build left."""

    @property
    def name(self) -> str:
        """What all its files are called, without their endings."""
        return self.audio.stem
