"""An Engine: the one thing to write for a new voice engine."""

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import Protocol
from unicodedata import category

from narrate.compiled import compiled
from narrate.heard import Phrase
from narrate.sound import Sound
from narrate.voice import Manner
from narrate.words import words_of

_LETTERS = r"(?<![\w'’.-])(?P<run>[A-Z](?: [A-Z])+)(?P<plural>s)?(?!\w)\.?"
_FIGURES = (
    "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen"
    "|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty"
)
_BEFORE_A = "|".join(
    rf"(?<=\b[{noun[0].upper()}{noun[0]}]{noun[1:]} )"
    for noun in (
        "appendix block category class exhibit figure gate grade group level list model"
        " option panel part phase plan point protein schedule section series side step"
        " team tier type unit ward wing zone"
    ).split()
)
_LONE_A = (
    # vitamin A, Plan A; but "How to Plan A Wedding"
    rf"(?:{_BEFORE_A})A(?![\w.'’-])(?! [A-Z][a-z])"
    r"|(?:(?<=\b[Aa]n )|(?<=itamin )|(?<=epatitis ))A(?![\w.'’-])"
    r"|\bA(?= to [B-Z]\b)"  # from A to B
    rf"|(?<=[a-z,] )A(?= (?:{_FIGURES})\b(?!-[a-z]+-))"  # an A ten, M one A two
    r"|(?:(?<=[A-Z] and )|(?<=double )|(?<=triple ))A(?![\w.])"  # Q and A, double A
    r"|\bA(?= and [B-HJ-Z]\b)"  # A and E
    rf"|(?:(?<=one )|(?<=two )|(?<=three )|(?<=five )|(?<=teen )|(?<=ty )|(?<=-five ))"
    r"A(?![\w'’])"  # F thirty-five A
)
_UNSAFE = frozenset({"Cc", "Cf", "Co", "Cs", "Cn"})  # controls, format, private use
_MARKUP = str.maketrans(dict.fromkeys("[](){}<>/\\|^~*_#`", " "))


Times = tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Speech:
    """What an engine made of a phrase."""

    sound: Sound
    """All of it."""

    words: Times
    """First sample and one past the last of each word of the text, in order (what a
    word is, narrate/words.py says): rising, not overlapping, inside the sound."""


class Engine(Protocol):
    """Says one utterance at a time.

    To make one must cost nothing: what is heavy is loaded by `load`, or else by the
    first `say`.
    """

    shareable: bool
    """Whether threads may share it; if not, each worker process opens its own."""

    audible: bool
    """Whether what it says can be heard (and checked)."""

    @property
    def fingerprint(self) -> str:
        """Whatever changes the sound: engine, versions, model, speed. Cheap to ask."""

    def load(self) -> None:
        """Get ready to speak; a second time does nothing."""

    def say(self, phrase: Phrase, manner: Manner) -> Speech:
        """Speak a text at a manner's pitch and speed, always in the same samples.

        Nothing in the text may be obeyed as a command, and none of it skipped. A
        stretch that has a pronunciation sounds as its IPA says. Raises SpeechError.
        """


@dataclass(frozen=True, slots=True)
class Spelling:
    """How an engine wants letters that are said one by one.

    "the A P" is read with "a" as the article by espeak-ng and hibari alike; "the A.P."
    is read as two letters by both, with the stress on the last.
    """

    dots_plurals: bool
    """Whether "I.E.D.'s" ends in a voiced s; if not, it is given "I E D's".

    Joined, "COs" and "MRs" are words to both.
    """

    lone_a: str
    """What it reads as the letter A where no other letter stands beside it."""


def make_safe(text: str, spelling: Spelling) -> str:
    """Put a space for every character that an engine might obey, or choke on.

    NUL ends espeak-ng's text and 0x01 sets its pitch for good; "[[", "<" and "[x](/y/)"
    are commands to one engine or another. The script has said them already, in words.
    """
    if not text.isprintable():  # most are, and none of the unsafe is
        kept = (" " if category(letter) in _UNSAFE else letter for letter in text)
        text = "".join(kept)
    return write_letters(text.translate(_MARKUP), spelling)


def write_letters(text: str, spelling: Spelling) -> str:
    """Write letters that are said one by one as an engine reads them right."""

    def run(found: re.Match[str]) -> str:
        letters = found["run"]
        if not found["plural"]:
            return letters.replace(" ", ".") + "."
        return (
            letters.replace(" ", ".") + ".'s"
            if spelling.dots_plurals
            else f"{letters}'s"
        )

    letters = compiled(_LETTERS).sub(run, text)
    return compiled(_LONE_A).sub(spelling.lone_a, letters)


def share_out(text: str, first: int, last: int) -> Times:
    """Time the words of a text that nothing is known of, by their letters.

    From a first sample to a last, both of the whole text.
    """
    sizes = [end - start + 1 for start, end in words_of(text)]
    edges = [first]
    for size in sizes:
        edges.append(edges[-1] + size)
    whole = max(1, sum(sizes))
    places = [first + (edge - first) * (last - first) // whole for edge in edges]
    return tuple(pairwise(places))
