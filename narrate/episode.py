"""The noun of what a build made, and from what."""

from collections.abc import Mapping
from dataclasses import dataclass, field
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

    key: str = ""
    """Names all that it was made from: the same key, the same episode."""

    vocabulary: str = ""
    """The different words that are read, in small letters, parted by spaces."""

    unknown: Mapping[str, int] = field(default_factory=dict)
    """Words that no lexicon or dictionary knew, if it was asked, and how often."""

    @property
    def name(self) -> str:
        """What all its files are called, without their endings."""
        return self.audio.stem
