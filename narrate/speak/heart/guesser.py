"""How a word sounds that no lexicon has: by hibari's network for such words.

That hears no more than 24 letters of a word, and leaves out those that it doesn't know.
So a longer word is given to it in pieces, and a letter without its accent; where
nothing is left, the word is named, and not skipped.
"""

from collections.abc import Callable
from typing import Any
from unicodedata import category, normalize


class NoSoundError(Exception):
    """A word has letters that there is no sound for."""

    def __init__(self, word: str) -> None:
        super().__init__(word)
        self.word = word


class Guesser:
    """Guesses by a network that is opened for the first word."""

    def __init__(self, open_network: Callable[[], Any]) -> None:
        self._open = open_network
        self._network: Any = None

    def __call__(self, word: str) -> str:
        """Give the phonemes of a word."""
        if self._network is None:
            self._network = self._open()
        letters = "".join(self._known(letter, word) for letter in word)
        if not letters:
            return ""
        pieces = -(-len(letters) // self._network.maxlen)
        size = -(-len(letters) // pieces)
        said = [
            self._network(letters[at : at + size])
            for at in range(0, len(letters), size)
        ]
        return "".join(said)

    def _known(self, letter: str, word: str) -> str:
        known = self._network.cin
        if letter in known:
            return letter
        bare = [part for part in normalize("NFKD", letter) if part in known]
        if bare or not letter.isalnum() or category(letter) == "Lm":  # an apostrophe
            return "".join(bare)
        raise NoSoundError(word)
