"""A phrase into phonemes, each with the word that it belongs to.

hibari cuts a text into tokens, by white space and at stops, and gives each its
phonemes. A token may be a part of a word ("well-known") or two of them (its "A.P." is
our "A P"): letters tell which.
"""

import unicodedata
from bisect import bisect_right
from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate, groupby, pairwise
from typing import Any

from narrate.compiled import compiled
from narrate.heard import Phrase
from narrate.speak.base import make_safe
from narrate.speak.heart.clock import REST, SPACE
from narrate.speak.heart.guesser import NoSoundError
from narrate.speak.heart.letters import SPELLING, follow, homes_of, letters_of
from narrate.speak.heart.pronounce import Phonemizer
from narrate.speak.heart.stretches import GIVEN, give

_NOBODY = {" ": SPACE} | dict.fromkeys(';:,.!?—…"“”()', REST)
_LONGEST = 80
_ENDLESS = rf"\S{{{_LONGEST}}}(?=\S)"
_ITS_OWN = "²³½¼¾"  # it has words for these
_LETTER_APOSTROPHE = "\N{MODIFIER LETTER APOSTROPHE}"
_STRESSES = "ˈˌ"
_OPENS, _CLOSES = "``", "''"
_QUOTES = {'"': ""} | dict.fromkeys("“„«", _OPENS) | dict.fromkeys("”»", _CLOSES)


@dataclass(frozen=True, slots=True)
class Reading:
    """How a phrase sounds."""

    phonemes: str
    """In hibari's alphabet, with stops, which are rests."""

    owners: list[int]
    """The number of the word that each is of, or what it is else: SPACE, REST."""


def read(phonemizer: Phonemizer, phrase: Phrase, known: Container[str]) -> Reading:
    """Give a phrase's phonemes; raises NoSoundError for a word that has none known."""
    safe = make_safe(phrase.text, SPELLING)
    text = phonemizer.normalize(_tame(safe))
    places = follow(letters_of(phrase.text), letters_of(text))
    homes = homes_of(phrase.text)
    if not isinstance(places, range):
        homes = [homes[place] for place in places] if homes else []
    tokens = phonemizer.g2p.tokenize(text)
    first = True
    for token in tokens:
        _mend(token, phonemizer, first=first)
        first = bool(token.whitespace)
    if phrase.pronunciations:
        tokens = give(phrase, tokens, places, phonemizer)
    tokens = phonemizer.g2p.phonemize_tokens(tokens)
    return _reading(tokens, homes, known, phonemizer)


def _tame(text: str) -> str:
    """Take from a text what hibari chokes on, or would skip."""
    if len(text) > _LONGEST:  # its time grows with the square of what has no space
        text = compiled(_ENDLESS).sub(r"\g<0> ", text)
    if text.isascii():
        return text
    return "".join(_figure(each) if _is_odd(each) else each for each in text).replace(
        _LETTER_APOSTROPHE, "'"
    )


def _is_odd(each: str) -> bool:
    """Tell whether it is a figure that int() can't read, and hibari has no word for."""
    odd = each.isnumeric() and not each.isdecimal() and not each.isalpha()
    return odd and each not in _ITS_OWN


def _figure(odd: str) -> str:
    plain = unicodedata.normalize("NFKC", odd).replace("\N{FRACTION SLASH}", "/")
    return f" {plain}" if "/" in plain else plain


def _mend(token: Any, phonemizer: Phonemizer, *, first: bool) -> None:  # noqa: ANN401
    """Take a stop's tag from a word, and give quotation marks theirs.

    hibari would not say the "don't" in "…don't"; and a mark that it takes for a noun
    joins the word behind it, which is then in no dictionary: "Colonel" by its letters.
    """
    if token.text in _QUOTES:
        token.tag = _QUOTES[token.text] or (_OPENS if first else _CLOSES)
        return
    if token.tag in phonemizer.stops:
        plain = token.text.replace(".", "").replace("-", "")
        letters = letters_of(plain)
        if letters and not (plain.isascii() and plain.isalpha()):
            token.tag = "CD" if letters.isdigit() else "NN"


def _reading(
    tokens: Iterable[Any],
    homes: Sequence[int],
    known: Container[str],
    phonemizer: Phonemizer,
) -> Reading:
    """Join the phonemes of all tokens, and tell whose they are."""
    said: list[str] = []
    owners: list[int] = []
    at = 0
    before = REST
    for token in tokens:
        sounds = token.phonemes or ""
        letters = letters_of(token.text)
        mine = homes[at : at + len(letters)]
        at += len(letters)
        if mine:
            if not any(each in known and each not in _NOBODY for each in sounds):
                raise NoSoundError(token.text)
            owners += _share(token, letters, mine, phonemizer)
            before = mine[-1]
        else:  # "%": of the word that it is joined to
            joined = not token.whitespace and at < len(homes)
            after = homes[at] if joined else REST
            owners += [after if before == REST else before] * len(sounds)
        said.append(sounds)
        if token.whitespace:
            said.append(" ")
            owners.append(SPACE)
            before = REST
    whole = "".join(said)
    phonemes = whole.strip()
    start = len(whole) - len(whole.lstrip())
    pairs = zip(phonemes, owners[start:], strict=False)
    return Reading(phonemes, [_NOBODY.get(each, owner) for each, owner in pairs])


def _share(
    token: Any,  # noqa: ANN401
    letters: str,
    homes: Sequence[int],
    phonemizer: Phonemizer,
) -> list[int]:
    """Share a token's phonemes out to the words whose letters it has."""
    sounds = token.phonemes
    if homes[0] == homes[-1]:
        return [homes[0]] * len(sounds)
    groups = [(word, list(each)) for word, each in groupby(homes)]
    words = [word for word, _ in groups]
    parts = sounds.split(" ")
    if token.rating == GIVEN and len(parts) == len(words):
        pairs = zip(words, parts, strict=True)
        return [n for n, part in pairs for _ in range(len(part) + 1)][:-1]
    ends = list(accumulate(len(each) for _, each in groups))
    sizes = [
        _size(letters[start:end], phonemizer) for start, end in pairwise([0, *ends])
    ]
    voiced, whole = sum(each not in _STRESSES for each in sounds), sum(sizes)
    edges = [round(voiced * edge / whole) for edge in accumulate(sizes)]
    owners: list[int] = []
    passed = 0
    for each in sounds:
        owners.append(words[min(bisect_right(edges, passed), len(words) - 1)])
        passed += each not in _STRESSES
    return owners


def _size(letters: str, phonemizer: Phonemizer) -> int:
    """Tell how long a word is within a token: a lone letter as long as its name."""
    if len(letters) > 1:
        return len(letters)
    name = phonemizer.g2p.lexicon.golds.get(letters.upper())
    return sum(each not in _STRESSES for each in name) if isinstance(name, str) else 1
