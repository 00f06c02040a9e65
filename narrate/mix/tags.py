"""Tags: what an audio file says of itself, whatever its format."""

from dataclasses import dataclass
from types import MappingProxyType

MAKER = "narrate"

LONGEST_TEXT = 1_000_000
"""Characters in a tag: a player loads all of it before the first sound."""

ISO_639_2 = MappingProxyType({"en": "eng", "de": "deu", "es": "spa", "fr": "fra"})
"""What tags call a language; any other is "und"."""


def plain(text: str) -> str:
    """Leave out what a tag can't hold: control characters, halves of surrogates."""
    kept = "".join(c if c.isprintable() or c in "\n\t" else " " for c in text)
    return kept.encode("utf-16", "replace").decode("utf-16")


@dataclass(frozen=True, slots=True)
class Tags:
    """What the file says of itself."""

    title: str
    """The article's."""

    artist: str
    """Who wrote it, or else who made the audio."""

    album: str
    """What it belongs to."""

    published: str
    """YYYY, YYYY-MM or YYYY-MM-DD, or nothing."""

    language: str
    """BCP 47."""

    source: str
    """The article's file name, or its URL."""

    text: str
    """The whole article, as it was written; nothing where it is too long."""

    voice: str
    """A short notice that a machine reads, and which."""

    maker: str
    """narrate, its version and the encoder's."""

    cover: bytes = b""
    """A JPEG or PNG picture, or nothing."""
