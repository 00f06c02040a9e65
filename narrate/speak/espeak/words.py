"""What espeak-ng is given to say a phrase, and when each of its words is heard.

A stretch whose sound is known is given in espeak-ng's own alphabet, in `[[…]]`. Three
things were found by trying: it leaves out a `[[` that follows a quotation mark or a
bracket without a space; it spells the s of `]]'s`; and its alphabet is another one for
each language, so that a voice of none but English is given it.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from narrate.compiled import compiled
from narrate.heard import Phrase, Pronunciation
from narrate.ipa import parse
from narrate.speak.alphabets import to_espeak
from narrate.speak.base import Spelling, Times, make_safe, share_out
from narrate.speak.espeak.events import Heard
from narrate.words import words_of

_OPEN, _CLOSE = "[[", "]]"
_ENDING = r"['’]?s(?!\w)|['’](?:ll|ve|re|d)(?!\w)"
_SAID = {"ll": "əl", "ve": "v", "re": "əɹ", "d": "d"}
_HISSING = frozenset({"s", "z", "ʃ", "ʒ", "tʃ", "dʒ", "ɕ", "ʑ", "tɕ", "dʑ", "ʂ", "ʐ"})
_VOICELESS = frozenset("ptkfθxχçqcʈɸ")


@dataclass(frozen=True, slots=True)
class Given:
    """What the library is given for a phrase."""

    text: str
    """Nothing in it is obeyed but `[[…]]`, and that only where it is `phonemic`."""

    places: Sequence[int]
    """For each of its characters, one of the phrase's text that it is said for."""

    phonemic: bool = False
    """Whether there is any `[[…]]`: all are ours."""


def give(phrase: Phrase, spelling: Spelling, voice: str) -> Given:
    """Write a phrase as a voice of espeak-ng reads it right.

    Raises ValueError for a pronunciation that is no IPA.
    """
    known = phrase.pronunciations if is_english(voice) else ()
    masked = phrase.text
    for stretch in known:  # a word of no meaning, for what is written around it
        mask = "x" * (stretch.end - stretch.start)
        masked = masked[: stretch.start] + mask + masked[stretch.end :]
    safe = make_safe(masked, spelling)
    places = _places(masked, safe, len(spelling.lone_a))
    if not known:
        return Given(safe, places)
    british = not voice.lower().startswith("en-us")
    return _pronounced(phrase, known, Given(safe, places), british=british)


def is_english(voice: str) -> bool:
    """Tell whether a voice of espeak-ng has the sounds of English."""
    return voice.partition("+")[0].partition("-")[0].lower() == "en"


def word_times(text: str, heard: Sequence[Heard], given: Given, length: int) -> Times:
    """Tell when each word of a phrase's text is heard, in samples."""
    words = words_of(text)
    if not words or not heard:
        return share_out(text, 0, length)
    ends = [end for _, end in words]
    firsts: list[int] = []
    spans: list[tuple[int, int]] = []
    for one in heard:
        place = given.places[min(one.place, len(given.places) - 1)]
        at = min(bisect_right(ends, place), len(ends) - 1)
        if firsts and at <= firsts[-1]:  # one more of it: "3,141"
            spans[-1] = spans[-1][0], one.end
        else:
            firsts.append(at)
            spans.append((one.start, one.end))
    firsts[0] = 0
    times: list[tuple[int, int]] = []
    for first, after, span in zip(firsts, (*firsts[1:], len(ends)), spans, strict=True):
        if after == first + 1:
            times.append(span)
        else:  # joined: "of the"
            times += share_out(text[words[first][0] : ends[after - 1]], *span)
    return tuple(times)


def _places(text: str, safe: str, longest: int) -> Sequence[int]:
    """Lead what is given back to what it is given for.

    Letters correspond one by one, in their order, but for a lone "A", given as "eh".
    """
    if len(text) == len(safe):  # letters are only ever written longer
        return range(len(safe))
    places: list[int] = []
    letters = (at for at, letter in enumerate(text) if letter.isalnum())
    at, more = 0, 0
    for letter in safe:
        if letter.isalnum() and more:
            more -= 1
        elif letter.isalnum():
            at = next(letters, at)
            more = longest - 1 if text[at] != letter else 0
        places.append(at)
    return places


def _pronounced(
    phrase: Phrase, known: Sequence[Pronunciation], given: Given, *, british: bool
) -> Given:
    """Put each pronunciation in the place of what is written."""
    text: list[str] = []
    places: list[int] = []
    done = 0

    def put(said: str, at: Sequence[int]) -> None:
        text.append(said)
        places.extend(at)

    for stretch in known:
        first = bisect_left(given.places, stretch.start)
        after = first + stretch.end - stretch.start
        put(given.text[done:first], given.places[done:first])
        ending = compiled(_ENDING).match(given.text, after)
        ipa = stretch.ipa + (_ending(ending, stretch.ipa) if ending else "")
        said = f" {_OPEN}{to_espeak(ipa, british=british)}{_CLOSE}"
        put(said, _word_places(said, phrase.text, stretch))
        done = ending.end() if ending else after
        if given.text[done : done + 1].isalnum():
            put(" ", [stretch.end - 1])
    put(given.text[done:], given.places[done:])
    return Given("".join(text), places, phonemic=True)


def _word_places(said: str, text: str, stretch: Pronunciation) -> list[int]:
    """Lead the words of a pronunciation back to those of its stretch, one by one."""
    words = words_of(text[stretch.start : stretch.end]) or [(0, 0)]
    places: list[int] = []
    at = -1  # a space is before the first
    for letter in said:
        at += letter == " "
        places.append(stretch.start + words[min(at, len(words) - 1)][0])
    return places


def _ending(found: re.Match[str], ipa: str) -> str:
    """Say what is written behind a stretch as it sounds there: the s of "Kyiv’s"."""
    letters = found[0].strip("'’")
    if letters != "s":
        return _SAID[letters]
    last = parse(ipa)[-1].sound
    if last in _HISSING:
        return "ᵻz"
    return "s" if last in _VOICELESS else "z"
