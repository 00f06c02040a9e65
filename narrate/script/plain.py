"""Any other language: read as written, without what no voice can say."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from pathlib import Path

from narrate.compiled import compiled
from narrate.model import Span
from narrate.roles import Role
from narrate.script import marks
from narrate.script.base import scan
from narrate.script.entries import nearest
from narrate.script.entry_file import read_entries
from narrate.script.glossary import Glossary
from narrate.script.speakable import choose

# The full stops of Latin, Greek, Arabic, Devanagari, and of Chinese and Japanese,
# which write no space behind theirs.
_END = (
    r"[.!?…؟।]+[\"'”’“»)\]]*(?:\[\d+\])*\s+(?=[^\W\d_a-zа-я]|[\"'“„‘«(¿¡\d])"
    r"|[。！？]+[」』”）]*\s*"
)


def spell(name: str) -> str:
    """Say letters one by one; what is none, as it is."""
    return " ".join(name)


def open_plain(files: Sequence[Path] = ()) -> "Plain":
    """Read the listener's own words, the nearest first."""
    return Plain(Glossary(nearest(map(read_entries, files)), spell))


class Plain:
    """Knows no words but the listener's own, and remembers nothing."""

    def __init__(self, glossary: Glossary) -> None:
        self._glossary = glossary

    def learn(self, text: str) -> None:
        """Learn nothing."""

    def spans(
        self,
        text: str,
        role: Role,  # noqa: ARG002 - a Tongue is asked for every role alike
        hidden: Sequence[Span],
    ) -> tuple[Span, ...]:
        """Take out the invisible, marks of notes and markup, hyphens at line ends."""
        rules = (marks.INVISIBLE_RULE, *marks.RULES)
        own = self._glossary.claims(text) if self._glossary else ()
        return choose([*own, *scan(text, rules), *hidden])

    def sentences(
        self,
        text: str,
        spans: Sequence[Span],
    ) -> Iterator[tuple[int, int]]:
        """Part sentences at their stops, but not inside a word of the listener's."""
        start = 0
        for found in compiled(_END).finditer(text):
            inside = bisect_left(spans, found.end(), key=lambda span: span.start) - 1
            if inside >= 0 and spans[inside].end > found.end():
                continue
            if text[start : found.start()].strip():
                yield start, start + len(text[start : found.end()].rstrip())
                start = found.end()
        if text[start:].strip():
            yield start, len(text.rstrip())

    def lead_in(self, role: Role, written: str) -> str:  # noqa: ARG002
        """Introduce nothing: the words would be foreign."""
        return ""

    def summary(self, role: Role, rows: int) -> str:  # noqa: ARG002
        """Sum up nothing."""
        return ""
