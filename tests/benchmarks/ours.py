"""What narrate does, as the plain functions that a scorer calls."""

from narrate.model import Passage
from narrate.roles import Role
from narrate.script.english.acronyms import Memory
from narrate.script.english.definitions import find_definitions
from narrate.script.english.sentences import sentences
from narrate.script.english.tongue import English
from narrate.script.lexicon import open_lexicon
from narrate.script.utterances import utterances


def say(text: str) -> str:
    """Give what is said for a line; short forms without what they stand for."""
    lexicon = open_lexicon()
    tongue = English(Memory(lexicon, told=set(lexicon.long)))
    passage = Passage(Role.PARAGRAPH, text, ())
    return " ".join(u.spoken for u in utterances(passage, tongue)) or text


def sbd(text: str) -> list[str]:
    """Part a paragraph into sentences."""
    return [text[start:end] for start, end in sentences(text)]


def abbr(text: str) -> list[tuple[str, str]]:
    """Find each short form that a text explains, with its long form."""
    return [(found.short, found.long) for found in find_definitions(text)]
