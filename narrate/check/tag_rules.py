"""What is wrong with an ID3 tag: the block before the sound with all its words."""

from collections.abc import Callable, Iterator

from narrate.check.base import Severity
from narrate.check.figures import clock, size, span
from narrate.check.head import OLD, Head
from narrate.check.id3 import KNOWN
from narrate.check.rule import Hit, Rule

_NEW = 4
_LARGE_BYTES = 5_000_000
_OFF_MS = 1_000


def _no_tag(head: Head) -> Iterator[Hit]:
    if not head.tags:
        yield Hit("The file has no ID3 tag: the block for title, chapters and cover.")


def _version(*majors: int) -> Callable[[Head], Iterator[Hit]]:
    def look(head: Head) -> Iterator[Hit]:
        for tag in head.tags[:1]:
            if tag.major in majors or (tag.major not in KNOWN and not majors):
                yield Hit(f"The tag is of version ID3v2.{tag.major}, not ID3v2.3.")

    return look


def _second_tag(head: Head) -> Iterator[Hit]:
    for number, tag in enumerate(head.tags[1:], 2):
        what = f"One more tag, of {size(tag.size)}, stands behind the first."
        yield Hit(what, f"tag {number}")


def _past_end(head: Head) -> Iterator[Hit]:
    for tag in head.tags:
        if tag.there < tag.size:
            yield Hit(
                f"The tag says that it has {size(tag.size)}, but the file ends"
                f" after {size(tag.there)}."
            )


def _unsynchronised(head: Head) -> Iterator[Hit]:
    if any(tag.unsynchronised for tag in head.tags[:1]):
        yield Hit('The tag is "unsynchronised": a zero stands behind each byte FF.')


def _extended(head: Head) -> Iterator[Hit]:
    if any(tag.extended for tag in head.tags[:1]):
        yield Hit("The tag has an extended header before its first frame.")


def _footer(head: Head) -> Iterator[Hit]:
    if any(tag.footer for tag in head.tags[:1]):
        yield Hit("The tag has a footer: its header stands at its end once more.")


def _large(head: Head) -> Iterator[Hit]:
    for tag in head.tags[:1]:
        if tag.size > _LARGE_BYTES:
            yield Hit(f"The tag has {size(tag.size)}.")


def _untitled(head: Head) -> Iterator[Hit]:
    title = head.text("TIT2")
    if head.tags and (title is None or not title.value.strip()):
        yield Hit("The file has no title (TIT2).")


def _length_told(head: Head) -> Iterator[Hit]:
    told = head.text("TLEN")
    if told is None or not head.length_ms:
        return
    if not (told.value.isascii() and told.value.isdigit()):
        yield Hit(f"The length that the tag tells (TLEN) is {told.value[:20]!r}.")
    elif abs(off := int(told.value[:15]) - head.length_ms) > _OFF_MS:
        more = "longer" if off > 0 else "shorter"
        yield Hit(
            f"The tag tells a length (TLEN) of {clock(int(told.value[:15]))}, which"
            f" is {span(abs(off))} {more} than the sound, {clock(head.length_ms)}."
        )


_SAVE = "Save the tag as ID3v2.3: in Mp3tag, Kid3 or Puddletag it is a setting."

RULES: tuple[Rule[Head], ...] = (
    Rule(
        "no-tag",
        Severity.WARNING,
        _no_tag,
        "Every player shows the file's name for a title, and there are no chapters.",
        "Give the file an ID3v2.3 tag with at least a title.",
    ),
    Rule(
        "id3-unknown",
        Severity.ERROR,
        _version(),
        "No player can read it.",
        _SAVE,
    ),
    Rule(
        "id3-2.2",
        Severity.ERROR,
        _version(OLD),
        "This version has no chapters, and newer players may not read it at all.",
        _SAVE,
    ),
    Rule(
        "id3-2.4",
        Severity.WARNING,
        _version(_NEW),
        "FFmpeg, and all that is built on it, loses chapters that have a picture or a"
        " title of more than 127 bytes; in Apple Podcasts the same was seen.",
        _SAVE,
    ),
    Rule(
        "second-tag",
        Severity.WARNING,
        _second_tag,
        "Players read the first tag alone, or take the second for broken sound.",
        "Delete all tags and write one.",
    ),
    Rule(
        "tag-cut",
        Severity.ERROR,
        _past_end,
        "No player finds the sound.",
        "Get the file again; if it is whole, write its tag anew.",
    ),
    Rule(
        "unsynchronisation",
        Severity.ERROR,
        _unsynchronised,
        "AntennaPod does not undo it and may lose all chapters.",
        "Save the tag without unsynchronisation; no player of today needs it.",
    ),
    Rule(
        "extended-header",
        Severity.WARNING,
        _extended,
        "AntennaPod took it for a frame until 2021, and lost all chapters.",
        "Save the tag without it; nothing that players show is in it.",
    ),
    Rule(
        "tag-footer",
        Severity.WARNING,
        _footer,
        "Players that do not know it take it for broken sound.",
        "Save the tag as ID3v2.3, which has none.",
    ),
    Rule(
        "tag-large",
        Severity.WARNING,
        _large,
        "Every player loads all of it before the first sound.",
        "Make the pictures smaller, or the text shorter.",
    ),
    Rule(
        "no-title",
        Severity.WARNING,
        _untitled,
        "Players show the file's name.",
        "Give the file a title.",
    ),
    Rule(
        "length-told-wrong",
        Severity.WARNING,
        _length_told,
        "Android's media3 (Pocket Casts, AntennaPod) believes it: the slider and the"
        " time that is left are wrong.",
        "Delete TLEN, or give the length in milliseconds.",
    ),
)
