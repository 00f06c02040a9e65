"""A phrase in Piper's phonemes, and of which word each is: nothing left out."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from narrate.compiled import compiled
from narrate.heard import Phrase
from narrate.speak.base import Spelling, make_safe
from narrate.speak.piper.matching import is_letter, owners, parts_words
from narrate.words import words_of

SPELLING = Spelling(dots_plurals=True, lone_a="eh")  # it reads with espeak-ng

_LONGEST_PIECE = 300  # characters of a text
_LONGEST_LINE = 400  # characters for espeak-ng
_SURE = 20  # characters: no word so short is cut, even one that is spelled
_LONGEST_WORD = 60  # sounds, which no real word has; espeak-ng cuts some at 110
_WORDS = 5_000
_BREAK = "\n"
_CLAUSE = frozenset(",;:.?!")


class Sounded(NamedTuple):
    """One phoneme."""

    phoneme: str
    """As the voice's own table has it."""

    word: int | None
    """The number of the word that it is of; None for a space or a stop."""


class Phonemizer:
    """Says what a voice says for a text, and forgets nothing of it."""

    def __init__(self, phonemize: Callable[[str], list[list[str]]]) -> None:
        """Take what gives the phonemes of each sentence of a text."""
        self._phonemize = phonemize
        self._alone = lru_cache(_WORDS)(self.sounds)

    def said(self, phrase: Phrase) -> list[Sounded]:
        """Give all phonemes of a phrase, a break behind each sentence."""
        words = words_of(phrase.text)
        numbers = {start: at for at, (start, _) in enumerate(words)}
        said: list[Sounded] = []
        for tokens in _pieces(phrase.text):
            here = [numbers[start] for start, _ in tokens if start in numbers]
            text = phrase.text[tokens[0][0] : tokens[-1][1]]
            said += self._piece(
                text, [phrase.text[slice(*words[k])] for k in here], here
            )
        return said

    def sounds(self, text: str) -> tuple[str, ...]:
        """Give the phonemes of a text, a break behind each of its sentences."""
        safe = make_safe(text, SPELLING)
        safe = compiled(r"\.{2,}|…").sub(",", safe)  # it would make no pause at all
        tokens = " ".join(map(self._unbroken, safe.split())).split()
        return tuple(sound for line in _lines(tokens) for sound in self._plain(line))

    def _piece(
        self, text: str, words: Sequence[str], numbers: Sequence[int]
    ) -> list[Sounded]:
        sounds = self.sounds(text)
        if not words:
            return [Sounded(sound, None) for sound in sounds]
        alone = [self._alone(word) for word in words] if len(words) > 1 else [()]
        whose = owners(sounds, alone)
        return [
            Sounded(sound, None if at is None else numbers[at])
            for sound, at in zip(sounds, whose, strict=True)
        ]

    def _plain(self, text: str) -> Iterator[str]:
        for sentence in self._phonemize(text):
            yield from sentence
            yield _BREAK

    def _unbroken(self, word: str) -> str:
        """Part a word that is too long for espeak-ng to say to its end."""
        if len(word) <= _SURE:
            return word
        if sum(map(is_letter, self._plain(word))) < _LONGEST_WORD:
            return word
        middle = len(word) // 2
        cut = word.rfind("-", 1, middle + 1) + 1 or middle
        return f"{self._unbroken(word[:cut])} {self._unbroken(word[cut:])}"


def _lines(tokens: Iterable[str]) -> Iterator[str]:
    """Fill lines: in a longer one espeak-ng leaves words out, without a word."""
    line = ""
    for token in tokens:
        if line and len(line) + len(token) >= _LONGEST_LINE:
            yield line
            line = ""
        line = f"{line} {token}" if line else token
    yield line


def _pieces(text: str) -> Iterator[list[tuple[int, int]]]:
    """Cut a text between its tokens, where it is long: rather behind a stop."""
    piece: list[tuple[int, int]] = []
    for token in compiled(r"\S+").finditer(text):
        if piece and token.end() - piece[0][0] > _LONGEST_PIECE:
            stops = [
                at for at, (_, end) in enumerate(piece) if text[end - 1] in _CLAUSE
            ]
            cut = stops[-1] + 1 if stops and 2 * stops[-1] >= len(piece) else len(piece)
            yield piece[:cut]
            piece = piece[cut:]
        piece.append(token.span())
    if piece:
        yield piece


def parts(said: Sequence[Sounded], most: int) -> Iterator[list[Sounded]]:
    """Give what is said at one time: a sentence, or so many phonemes of it at most."""
    sentence: list[Sounded] = []
    for sound in (*said, Sounded(_BREAK, None)):
        if sound.phoneme != _BREAK:
            sentence.append(sound)
            continue
        for part in _cut(sentence, most):
            if any(is_letter(each.phoneme) for each in part):
                yield part
        sentence = []


def _cut(sentence: list[Sounded], most: int) -> Iterator[list[Sounded]]:
    """Cut a sentence behind a stop of its, else at a space, else anywhere."""
    rest = _stripped(sentence)
    while len(rest) > most:
        near = [at for at in range(most // 2, most) if parts_words(rest[at].phoneme)]
        stops = [at for at in near if rest[at].phoneme in _CLAUSE]
        cut = (stops or near or [most - 1])[-1] + 1
        yield _stripped(rest[:cut])
        rest = _stripped(rest[cut:])
    if rest:
        yield rest


def _stripped(part: list[Sounded]) -> list[Sounded]:
    ends = [at for at, sound in enumerate(part) if sound.phoneme != " "]
    return part[ends[0] : ends[-1] + 1] if ends else []
