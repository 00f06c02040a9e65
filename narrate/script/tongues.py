"""The languages on offer: a new one is a folder here and a row below."""

from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType

from narrate.options import primary
from narrate.script.base import Tongue
from narrate.script.lexicon import open_lexicon
from narrate.script.plain import Plain


def _english(own: Path | None) -> Tongue:
    from narrate.script.english.acronyms import Memory
    from narrate.script.english.tongue import English

    return English(Memory(open_lexicon(own)))


def _german(own: Path | None) -> Tongue:
    from narrate.script.german.tongue import German
    from narrate.script.german.words import open_words

    return German(open_words(own))


TONGUES: Mapping[str, Callable[[Path | None], Tongue]] = MappingProxyType(
    {
        "de": _german,
        "en": _english,
    }
)


def is_known(language: str) -> bool:
    """Tell whether a language has rules of its own."""
    return primary(language) in TONGUES


def open_tongue(language: str, lexicon: Path | None) -> Tongue:
    """Open what says an article's language; one without rules is read as written."""
    known = TONGUES.get(primary(language))
    return known(lexicon) if known else Plain()
