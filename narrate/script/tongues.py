"""The languages on offer: a new one is a folder here and a row below."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType

from narrate.options import Acronyms, Pacing, primary
from narrate.script.base import Tongue
from narrate.script.lexicon import open_lexicon


def _english(own: Sequence[Path], acronyms: Acronyms) -> Tongue:
    from narrate.script.english.acronyms import Memory
    from narrate.script.english.tongue import English

    return English(Memory(open_lexicon(own), acronyms))


def _german(own: Sequence[Path], _: Acronyms) -> Tongue:
    from narrate.script.german.tongue import German
    from narrate.script.german.words import open_words

    return German(open_words(own))


def _plain(own: Sequence[Path]) -> Tongue:
    from narrate.script.plain import open_plain

    return open_plain(own)


TONGUES: Mapping[str, Callable[[Sequence[Path], Acronyms], Tongue]] = MappingProxyType(
    {
        "de": _german,
        "en": _english,
    }
)


def is_known(language: str) -> bool:
    """Tell whether a language has rules of its own."""
    return primary(language) in TONGUES


def open_tongue(
    language: str, lexicons: Sequence[Path] = (), acronyms: Acronyms = Acronyms.FIRST
) -> Tongue:
    """Open what says an article's language; one without rules is read as written.

    The first of the listener's lexicons wins.
    """
    known = TONGUES.get(primary(language))
    return known(lexicons, acronyms) if known else _plain(lexicons)


class Tongues:
    """An article's own language, and those of what it quotes."""

    def __init__(self, language: str, pacing: Pacing) -> None:
        self._pacing = pacing
        self.own = open_tongue(language, pacing.lexicons, pacing.saying.acronyms)
        """Remembers the article."""
        self._others: dict[str, Tongue] = {}

    def of(self, language: str) -> Tongue:
        """Give another language's, opened once; nothing quoted explains anything."""
        code = primary(language)
        if code not in self._others:
            self._others[code] = open_tongue(
                code, self._pacing.lexicons, Acronyms.NEVER
            )
        return self._others[code]
