"""The languages on offer: a new one is a folder here and a row below."""

from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType

from narrate.options import Acronyms, Pacing, primary
from narrate.script.base import Tongue
from narrate.script.lexicon import open_lexicon


def _english(own: Path | None, acronyms: Acronyms) -> Tongue:
    from narrate.script.english.acronyms import Memory
    from narrate.script.english.tongue import English

    return English(Memory(open_lexicon(own), acronyms))


def _german(own: Path | None, _: Acronyms) -> Tongue:
    from narrate.script.german.tongue import German
    from narrate.script.german.words import open_words

    return German(open_words(own))


def _plain() -> Tongue:
    from narrate.script.plain import Plain

    return Plain()


TONGUES: Mapping[str, Callable[[Path | None, Acronyms], Tongue]] = MappingProxyType(
    {
        "de": _german,
        "en": _english,
    }
)


def is_known(language: str) -> bool:
    """Tell whether a language has rules of its own."""
    return primary(language) in TONGUES


def open_tongue(
    language: str, lexicon: Path | None, acronyms: Acronyms = Acronyms.FIRST
) -> Tongue:
    """Open what says an article's language; one without rules is read as written."""
    known = TONGUES.get(primary(language))
    return known(lexicon, acronyms) if known else _plain()


class Tongues:
    """An article's own language, and those of what it quotes."""

    def __init__(self, language: str, pacing: Pacing) -> None:
        self._pacing = pacing
        self.own = open_tongue(language, pacing.lexicon, pacing.saying.acronyms)
        """Remembers the article."""
        self._others: dict[str, Tongue] = {}

    def of(self, language: str) -> Tongue:
        """Give another language's, opened once; nothing quoted explains anything."""
        code = primary(language)
        if code not in self._others:
            self._others[code] = open_tongue(code, self._pacing.lexicon, Acronyms.NEVER)
        return self._others[code]
