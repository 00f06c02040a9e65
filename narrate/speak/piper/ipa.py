"""Pronunciations put among Piper's phonemes, in the place of what it says by itself."""

from collections.abc import Callable, Iterable, Sequence

from narrate.errors import SpeechError
from narrate.heard import Phrase, Pronunciation
from narrate.speak.alphabets import to_piper
from narrate.speak.piper.matching import is_letter, parts_words
from narrate.speak.piper.sounds import Sounded
from narrate.words import words_of

_HISSING, _VOICELESS = "szʃʒ", "ptkfθ"
_ENDINGS = {"d": "d", "ll": "əl", "re": "ɚ", "ve": "v"}

Sounds = Callable[[str], Iterable[str]]


def replace(
    said: Sequence[Sounded], phrase: Phrase, sounds: Sounds, alphabet: str
) -> list[Sounded]:
    """Give what is said of a phrase with its pronunciations.

    `alphabet` is the voice's name in espeak-ng. Raises SpeechError for what is no IPA.
    """
    words = words_of(phrase.text)
    made = list(said)
    for given in phrase.pronunciations:
        of = [k for k, (a, b) in enumerate(words) if a < given.end and given.start < b]
        if of:
            before = phrase.text[words[of[0]][0] : given.start]
            after = phrase.text[given.end : words[of[-1]][1]]
            ipa = _ipa(phrase, given, alphabet)
            new = [Sounded(sound, of[0]) for sound in _rest(before, sounds)]
            new += _shared(ipa, of)
            ending = _ending(after, ipa, sounds, english=alphabet.startswith("en"))
            new += [Sounded(sound, of[-1]) for sound in ending]
            _put(made, new, of)
    return made


def _ipa(phrase: Phrase, given: Pronunciation, alphabet: str) -> str:
    try:
        return to_piper(given.ipa, voice=alphabet)
    except ValueError as error:
        word = phrase.text[given.start : given.end]
        trouble = f"the pronunciation of {word!r} is no IPA: {error}"
        raise SpeechError("piper", phrase.text, trouble) from error


def _put(said: list[Sounded], new: list[Sounded], of: Sequence[int]) -> None:
    """Put phonemes where those of some words are, or would be."""
    places = [at for at, (_, word) in enumerate(said) if word in of]
    if places:
        said[places[0] : places[-1] + 1] = new
        return
    before = [
        at for at, (_, word) in enumerate(said) if word is not None and word < of[0]
    ]
    at = before[-1] + 1 if before else 0
    space = Sounded(" ", None)
    said[at:at] = [space, *new, space]


def _shared(ipa: str, of: Sequence[int]) -> list[Sounded]:
    """Tell for each sound the word: one after another, or by their share of it."""
    groups = ipa.split(" ")
    if len(groups) == len(of):
        shares = [k for k, group in zip(of, groups, strict=True) for _ in f"{group} "]
    else:
        shares = [of[at * len(of) // len(ipa)] for at in range(len(ipa))]
    return [
        Sounded(sound, None if sound == " " else word)
        for sound, word in zip(ipa, shares, strict=False)
    ]


def _rest(text: str, sounds: Sounds) -> str:
    """Say what a word has beside the stretch whose pronunciation is known."""
    if not any(letter.isalnum() for letter in text):
        return ""
    return "".join(sound for sound in sounds(text) if not parts_words(sound))


def _ending(text: str, ipa: str, sounds: Sounds, *, english: bool) -> str:
    """Say an ending as it sounds behind others: the s of "Kyiv’s"."""
    ending = text.lower().strip("'’\".,;:?!”)")
    if not english or ending not in {"s", "es", *_ENDINGS}:
        return _rest(text, sounds)
    if ending in _ENDINGS:
        return _ENDINGS[ending]
    last = next((sound for sound in reversed(ipa) if is_letter(sound)), "")
    if last in _HISSING:
        return "ᵻz"
    return "s" if last in _VOICELESS else "z"
