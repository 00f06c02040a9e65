"""What is wrong with the frames of an ID3 tag: their sizes, their names, their text."""

from collections.abc import Callable, Iterator

from narrate.check.base import Severity
from narrate.check.figures import many, size
from narrate.check.head import Head
from narrate.check.id3 import Fault, Trouble
from narrate.check.rule import Hit, Rule
from narrate.check.text import Flaw, read_text

_TEXTS = "T"  # every text frame's name begins with it


def _sealed(head: Head) -> Iterator[Hit]:
    for place, frame in head.frames():
        if frame.sealed:
            yield Hit(f"The frame {frame.name} is {frame.sealed}.", place)


def _troubled(
    trouble: Trouble, words: Callable[[Fault], str]
) -> Callable[[Head], Iterator[Hit]]:
    def look(head: Head) -> Iterator[Hit]:
        for fault in head.faults():
            if fault.trouble is trouble:
                yield Hit(words(fault), fault.frame)

    return look


def _flawed(flaw: Flaw, words: str) -> Callable[[Head], Iterator[Hit]]:
    def look(head: Head) -> Iterator[Hit]:
        for place, frame in head.frames():
            if not frame.name.startswith(_TEXTS) or frame.sealed:
                continue
            if read_text(frame.body, head.major).flaw is flaw:
                yield Hit(f"The text of {frame.name} is {words}.", place)

    return look


_LOST = "What comes behind it is not found: in most players all chapters and the cover."
_AGAIN = "Write the tag anew with another program."
_GARBLED = "Players guess, and some show other letters or none."
_UTF16 = "Write text as Latin-1, or as UTF-16 with its byte order mark."


RULES: tuple[Rule[Head], ...] = (
    Rule(
        "frame-sealed",
        Severity.WARNING,
        _sealed,
        "Few players look inside.",
        "Save it as it is, neither compressed nor encrypted.",
    ),
    Rule(
        "frame-sizes",
        Severity.ERROR,
        _troubled(
            Trouble.OTHER_SIZES,
            lambda fault: (
                f"The size of {fault.frame}, {fault.size:,} bytes, is written in the"
                " way of another ID3 version than the tag's own."
            ),
        ),
        "Players that go by the version jump to a wrong place. " + _LOST,
        _AGAIN,
    ),
    Rule(
        "frame-too-long",
        Severity.ERROR,
        _troubled(
            Trouble.TOO_LONG,
            lambda fault: (
                f"{fault.frame} says that it has {many(fault.size, 'byte')}, but"
                f" only {fault.room:,} are left."
            ),
        ),
        _LOST,
        _AGAIN,
    ),
    Rule(
        "frame-empty",
        Severity.WARNING,
        _troubled(
            Trouble.EMPTY, lambda fault: f"{fault.frame} has nothing in it, no byte."
        ),
        "The standard forbids it, and some players stop reading there.",
        "Delete that frame, or fill it.",
    ),
    Rule(
        "frame-unnamed",
        Severity.ERROR,
        _troubled(
            Trouble.NO_NAME,
            lambda fault: (
                f"Behind {fault.frame} the next frame's name should stand, but there"
                f" is none; {many(fault.size, 'byte')} can't be read."
            ),
        ),
        _LOST,
        _AGAIN,
    ),
    Rule(
        "frames-too-many",
        Severity.WARNING,
        _troubled(
            Trouble.TOO_MANY,
            lambda fault: f"There are more frames than can be needed: {fault.frame}.",
        ),
        "Players may take very long, or give up.",
        _AGAIN,
    ),
    Rule(
        "padding-garbage",
        Severity.WARNING,
        _troubled(
            Trouble.PADDING,
            lambda fault: (
                f"The {size(fault.size)} of padding behind {fault.frame} are not all"
                " zero."
            ),
        ),
        "The standard wants zeros; players that read on may show what is left there.",
        _AGAIN,
    ),
    Rule(
        "text-too-new",
        Severity.WARNING,
        _flawed(Flaw.NEW, "UTF-8 or bare UTF-16, which only ID3v2.4 has"),
        "The standard does not know it in this version. " + _GARBLED,
        _UTF16,
    ),
    Rule(
        "text-without-mark",
        Severity.WARNING,
        _flawed(Flaw.NO_MARK, "UTF-16 without the mark that tells the bytes' order"),
        _GARBLED,
        _UTF16,
    ),
    Rule(
        "text-encoding-unknown",
        Severity.WARNING,
        _flawed(Flaw.UNKNOWN, "in an encoding that no ID3 version knows"),
        _GARBLED,
        _UTF16,
    ),
    Rule(
        "text-broken",
        Severity.WARNING,
        _flawed(Flaw.BROKEN, "cut in the midst of a character, or damaged"),
        _GARBLED,
        _UTF16,
    ),
    Rule(
        "text-misread",
        Severity.WARNING,
        _flawed(Flaw.MISREAD, "UTF-8, but says that it is Latin-1"),
        'Every player that keeps to the standard shows "Ã©" for "é".',
        _UTF16,
    ),
)
