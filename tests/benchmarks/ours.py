"""What narrate does, as the plain functions that a scorer calls."""

import re
from dataclasses import replace

from narrate.model import Passage, Span, Utterance
from narrate.options import Acronyms
from narrate.roles import Role
from narrate.script.english.acronyms import Memory
from narrate.script.english.definitions import find_definitions
from narrate.script.english.heteronyms import HETERONYM
from narrate.script.english.sentences import sentences
from narrate.script.english.tongue import English
from narrate.script.lexicon import Lexicon, open_lexicon
from narrate.script.speakable import render
from narrate.script.utterances import utterances

_APART = re.compile(r"\b\w\b| ")
_WORD = re.compile(r"[\w&-]+")


def say(text: str) -> str:
    """Give the words that are said for a line; short forms are not explained.

    Where only a sound is respelled ("nassa", "red" for read) the word itself is given:
    sounds are held to a voice's phonemes, not to words.
    """
    lexicon = open_lexicon()
    tongue = English(Memory(lexicon, Acronyms.NEVER))
    said = utterances(Passage(Role.PARAGRAPH, text, ()), tongue)
    return " ".join(_in_words(utterance, lexicon) for utterance in said) or text


def sbd(text: str) -> list[str]:
    """Part a paragraph into sentences."""
    return [text[start:end] for start, end in sentences(text)]


def abbr(text: str) -> list[tuple[str, str]]:
    """Find each short form that a text explains, with its long form."""
    return [(found.short, found.long) for found in find_definitions(text)]


def _in_words(utterance: Utterance, lexicon: Lexicon) -> str:
    spans = [
        _spelled(utterance.written, span, lexicon)
        for span in utterance.spans
        if span.rule != HETERONYM
    ]
    same = tuple(spans) == utterance.spans
    return utterance.spoken if same else render(utterance.written, spans)


def _spelled(written: str, span: Span, lexicon: Lexicon) -> Span:
    """Put the word back for its respelling: how it sounds is no matter here."""
    found = _WORD.match(written, span.start, span.end)
    for word in (found[0], found[0][:-1]) if found else ():
        said = lexicon.say.get(word, "")
        if said and span.spoken.startswith(said) and not _APART.search(said):
            return replace(span, spoken=word + span.spoken[len(said) :])
    return span
