"""The languages on offer: a new one is a folder here and a row below."""

from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType

from narrate.options import Acronyms, primary
from narrate.script.base import Tongue
from narrate.script.english.acronyms import Memory
from narrate.script.english.tongue import English
from narrate.script.lexicon import open_lexicon
from narrate.script.plain import Plain

TONGUES: Mapping[str, Callable[[Path | None, Acronyms], Tongue]] = MappingProxyType(
    {
        "en": lambda own, acronyms: English(Memory(open_lexicon(own), acronyms)),
    }
)


def open_tongue(
    language: str, lexicon: Path | None, acronyms: Acronyms = Acronyms.FIRST
) -> Tongue:
    """Open what says an article's language; one without rules is read as written."""
    known = TONGUES.get(primary(language))
    return known(lexicon, acronyms) if known else Plain()
