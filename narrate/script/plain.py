"""Any other language: read as written, without what no voice can say."""

from collections.abc import Iterator, Sequence

from narrate.model import Span
from narrate.roles import Role
from narrate.script import marks
from narrate.script.base import compiled, scan
from narrate.script.speakable import choose

# The full stops of Latin, Greek, Arabic, Devanagari, and of Chinese and Japanese,
# which write no space behind theirs.
_END = (
    r"[.!?…؟।]+[\"'”’“»)\]]*(?:\[\d+\])*\s+(?=[^\W\d_a-zа-я]|[\"'“„‘«(¿¡\d])"
    r"|[。！？]+[」』”）]*\s*"
)


class Plain:
    """Knows no words, and remembers nothing."""

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
        return choose([*scan(text, rules), *hidden])

    def sentences(
        self,
        text: str,
        spans: Sequence[Span],  # noqa: ARG002 - none of them is longer than a mark
    ) -> Iterator[tuple[int, int]]:
        """Part sentences at their stops."""
        start = 0
        for found in compiled(_END).finditer(text):
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
