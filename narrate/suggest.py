"""Which words of an article may be said wrong: the least sure of them first."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import cache

from narrate.errors import VoiceError
from narrate.model import Article, Script, Span, Utterance
from narrate.options import Options, primary
from narrate.prepare import prepare
from narrate.speak.espeak.second_ear import agree, second_opinions
from narrate.speak.heart.known import Known, Reading, open_known
from narrate.voice import Voice

_READER = "heart"  # the engine whose dictionaries we have
_TOKEN = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_OWNED = re.compile(r"(?:['’]s|(?<=s)['’])$")
_INNER = re.compile(r"[a-z][A-Z]")
_GUESS = "acronym, a guess"
_SHOUTED = "word in capitals"
_SHORT = 6  # longer rows of capitals are words of stress

# How unsure each kind is, and why; the greatest is shown first.
_GUESSED_WORD = (7, "a short form, and whether it is a word is a guess")
_GUESSED_LETTERS = (6, "a short form in no lexicon")
_FOREIGN = (6, "letters that English has not, in no dictionary")
_MIXED = (4, "capitals inside, in no dictionary")
_NAME = (4, "a name in no dictionary")
_ODD = (3, "in no dictionary")
_LISTED = (2, "in a list that nobody has checked")
_DIFFER = ", and two readers differ"
_AGREE = ", though two readers agree"
_LESS = 2  # what they agree on is so much surer


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A word that is worth hearing before an article is published."""

    word: str
    """As it is written."""

    why: str
    """What makes it unsure, in words."""

    unsure: int
    """From 1 to 7."""

    said: str = ""
    """What the voice is given for it, where that is another word."""

    ipa: str = ""
    """How the voice will say it, where that is known."""

    times: int = 1
    """How often it is said."""

    line: int = 0
    """Where it stands first."""


_Judge = Callable[[str, Span | None], Suggestion | None]


def suggest(options: Options) -> tuple[Suggestion, ...]:
    """Give the words of an article that may be said wrong, the least sure first."""
    article, script, voice = prepare(options)
    english = primary(article.language) == "en"
    judge = _judge_by(voice) if english else _judge_foreign
    found: dict[str, Suggestion] = {}
    for word, span, line in _all_words(script, judge):
        if word in found:
            found[word] = replace(found[word], times=found[word].times + 1)
        elif one := judge(word, span):
            found[word] = replace(one, line=line)
    heard = _heard_twice(found.values(), voice) if english else found.values()
    return tuple(sorted(heard, key=lambda one: (-one.unsure, -one.times)))


def unknown_words(article: Article, script: Script, voice: Voice) -> dict[str, int]:
    """Count the words that no lexicon or dictionary has; a list is a dictionary here.

    Of another language than English only short forms are known to be guessed.
    """
    english = primary(article.language) == "en"
    judge = _judge_by(voice) if english else _judge_foreign
    counted: Counter[str] = Counter()
    for word, span, _ in _all_words(script, judge):
        one = judge(word, span)
        if one and one.unsure > _LISTED[0]:
            counted[word] += 1
    return dict(sorted(counted.items()))


def _all_words(script: Script, judge: _Judge) -> Iterator[tuple[str, Span | None, int]]:
    """Yield each word, and where it stands; of "Chasiv-based" both, if need be."""
    for utterance in script.utterances():
        line = utterance.lines[0] if utterance.lines else 0
        for word, span in _words(utterance):
            whole = span or "-" not in word or judge(word, span) is None
            for part in [word] if whole else word.split("-"):
                yield part, span, line


def _words(utterance: Utterance) -> Iterator[tuple[str, Span | None]]:
    """Yield each word that nobody told us how to say, and the guess that claims it."""
    at = 0
    end = len(utterance.written)
    for span in (*utterance.spans, Span(end, end, "", "")):
        for token in _TOKEN.finditer(utterance.written, at, span.start):
            yield _OWNED.sub("", token[0]), None
        written = utterance.written[span.start : span.end].strip("() ")
        if span.rule == _SHOUTED:
            yield from ((token[0], None) for token in _TOKEN.finditer(span.spoken))
        elif span.rule.startswith(_GUESS) and len(written) <= _SHORT:
            yield _OWNED.sub("", written), span
        at = span.end


def _judge_by(voice: Voice) -> _Judge:
    """Give what judges an English word by the dictionaries of the voice."""
    read = _reader(british=_is_british(voice))

    def judge(word: str, span: Span | None) -> Suggestion | None:
        if span:
            return _guessed(word, span)
        reading = read(word)
        kind = _kind(word, reading)
        return Suggestion(word, kind[1], kind[0], ipa=reading.ipa) if kind else None

    return judge


@cache
def _reader(*, british: bool) -> Callable[[str], Reading]:
    """Open the dictionaries once: a batch asks them for every article."""
    return cache(open_known(british=british))


def _is_british(voice: Voice) -> bool:
    return voice.language == "en-GB"


def _judge_foreign(word: str, span: Span | None) -> Suggestion | None:
    """Judge a word of another language: only short forms are known to be guessed."""
    return _guessed(word, span) if span else None


def _guessed(word: str, span: Span) -> Suggestion:
    letters = span.rule.endswith("letters")
    unsure, why = _GUESSED_LETTERS if letters else _GUESSED_WORD
    return Suggestion(word, why, unsure, span.spoken.strip(", "))


def _kind(word: str, reading: Reading) -> tuple[int, str] | None:
    """Tell of which kind an unsure word is; None where a dictionary has it."""
    if len(word) == 1 or reading.known is Known.CHECKED:
        return None
    if reading.known is Known.LISTED:
        return _LISTED if word[0].isupper() and not word.isupper() else None
    if not word.replace("’", "").isascii():
        return _FOREIGN
    if _INNER.search(word):
        return _MIXED
    return _NAME if word[0].isupper() else _ODD


def _heard_twice(found: Iterable[Suggestion], voice: Voice) -> Iterator[Suggestion]:
    """Ask a second reader of each: what two agree on is surer, if it is listed or not.

    How it is said is told only of a voice that reads as the first of them does.
    """
    suggestions = tuple(found)
    words = [one.word for one in suggestions if one.ipa]
    others: dict[str, str] = {}
    with suppress(ImportError, OSError, VoiceError):  # one opinion has to do
        others = second_opinions(words, british=_is_british(voice))
    for one in suggestions:
        shown = one if voice.engine == _READER else replace(one, ipa="")
        if one.word not in others:
            yield shown
        elif not agree(one.ipa, others[one.word]):
            yield replace(shown, why=one.why + _DIFFER)
        elif one.unsure > _LISTED[0]:
            less = one.unsure - _LESS
            yield replace(shown, why=one.why + _AGREE, unsure=less)
