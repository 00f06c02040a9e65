"""How a word would be read, and how sure that is: by the dictionaries of the voice."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import IntEnum
from importlib.util import find_spec
from pathlib import Path

from narrate.speak.heart.pronounce import open_phonemizer

# hibari's letters for what IPA writes with two, and its own small ones.
_IPA = str.maketrans(
    {
        "A": "eɪ",
        "I": "aɪ",
        "O": "oʊ",
        "Q": "əʊ",
        "W": "aʊ",
        "Y": "ɔɪ",
        "ʤ": "dʒ",
        "ʧ": "tʃ",
        "ᵊ": "ə",
        "ᵻ": "ɪ",
        "T": "t",
        "ɜ": "ɜː",
    }
)


class Known(IntEnum):
    """Who says how a word sounds; the greater, the surer."""

    GUESSED = 2
    """Nobody: a network guesses by the letters."""

    LISTED = 3
    """A long list that nobody has checked, or the rule for letters."""

    CHECKED = 4
    """A dictionary."""


@dataclass(frozen=True, slots=True)
class Reading:
    """How one word would be read by itself."""

    ipa: str
    """Its sounds."""

    known: Known
    """Who says so."""


def open_known(*, british: bool = False) -> Callable[[str], Reading]:
    """Open the dictionaries; raises ImportError where they are not installed."""
    found = find_spec("hibari")
    if found is None or found.origin is None:
        raise ModuleNotFoundError("No module named 'hibari'", name="hibari")
    phonemizer = open_phonemizer(Path(found.origin).parent, british=british).g2p

    def read(word: str) -> Reading:
        tokens = phonemizer.phonemize_tokens(phonemizer.tokenize(word))
        said = " ".join(token.phonemes for token in tokens if token.phonemes)
        ratings = [token.rating or 0 for token in tokens]
        rating = min(ratings, default=Known.GUESSED)
        known = Known(min(max(rating, Known.GUESSED), Known.CHECKED))
        return Reading(said.translate(_IPA), known)

    return read
