"""The languages on offer: a new one is a folder here and a row below."""

from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType

from narrate.options import primary
from narrate.script.base import Tongue
from narrate.script.english.acronyms import Memory
from narrate.script.english.tongue import English
from narrate.script.german.tongue import German
from narrate.script.lexicon import open_lexicon
from narrate.script.plain import Plain

TONGUES: Mapping[str, Callable[[Path | None], Tongue]] = MappingProxyType(
    {
        "de": lambda own: German(open_lexicon(own, "german")),
        "en": lambda own: English(Memory(open_lexicon(own))),
    }
)


def is_known(language: str) -> bool:
    """Tell whether a language has rules of its own."""
    return primary(language) in TONGUES


def open_tongue(language: str, lexicon: Path | None) -> Tongue:
    """Open what says an article's language; one without rules is read as written."""
    known = TONGUES.get(primary(language))
    return known(lexicon) if known else Plain()
