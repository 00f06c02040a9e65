"""An Engine: the one thing to write for a new voice engine."""

import re
from typing import Protocol
from unicodedata import category

from narrate.sound import Sound

_LETTERS = re.compile(r"(?<![\w'’.-])(?P<run>[A-Z](?: [A-Z])+)(?P<plural>s)?(?!\w)\.?")
_UNSAFE = frozenset({"Cc", "Cf", "Co", "Cs", "Cn"})  # controls, format, private use
_MARKUP = str.maketrans(dict.fromkeys("[](){}<>/\\|^~*_#`", " "))


class Engine(Protocol):
    """Says one utterance at a time.

    To make one must cost nothing: what is heavy is loaded by the first `say`.
    """

    shareable: bool
    """Whether threads may share it; if not, each worker process opens its own."""

    audible: bool
    """Whether what it says can be heard (and checked)."""

    @property
    def fingerprint(self) -> str:
        """Whatever changes the sound: engine, versions, model, speed. Cheap to ask."""

    def say(self, text: str, pitch: float) -> Sound:
        """Speak a text at a pitch (a factor), always in the same samples.

        Nothing in the text may be obeyed as a command, and none of it skipped.
        """


def make_safe(text: str) -> str:
    """Put a space for every character that an engine might obey, or choke on.

    NUL ends espeak-ng's text and 0x01 sets its pitch for good; "[[", "<" and "[x](/y/)"
    are commands to one engine or another. The script has said them already, in words.
    """
    kept = (" " if category(letter) in _UNSAFE else letter for letter in text)
    return dot_letters("".join(kept).translate(_MARKUP))


def dot_letters(text: str) -> str:
    """Write letters that are said one by one as every engine reads them right.

    "the A P" is read with "a" as the article by espeak-ng and hibari alike; "the A.P."
    is read as two letters by both, with the stress on the last.
    """
    return _LETTERS.sub(_dotted, text)


def _dotted(found: re.Match[str]) -> str:
    return found["run"].replace(" ", ".") + (".'s" if found["plural"] else ".")
