"""English as a Tongue: its rules, sentences, lead-ins and summaries together."""

from collections.abc import Iterator, Sequence

from narrate.model import Span
from narrate.roles import Role
from narrate.script.english.acronyms import Memory
from narrate.script.english.numbers import cardinal
from narrate.script.english.sentences import sentences
from narrate.script.english.speech import english_spans

_LEAD_INS = {
    Role.CAPTION: "Photo: ",
    Role.CREDIT: "Credit: ",
    Role.PULL_QUOTE: "Pull quote: ",
    Role.EMBED: "Post: ",
    Role.FOOTNOTE: "Footnote: ",
}
_OWN_LEAD_INS = (
    "photo",
    "image",
    "credit",
    "picture",
    "illustration",
    "file photo",
    "figure",
    "table",
    "post",
    "footnote",
    "note",
)
_SUMMARIES = {
    Role.TABLE: ("A table of {} row.", "A table of {} rows."),
    Role.CODE: ("Code, {} line.", "Code, {} lines."),
    Role.REFERENCE: ("A list of {} reference.", "A list of {} references."),
}
_OTHER_SUMMARY = ("{kind}, {} line.", "{kind}, {} lines.")


class English:
    """Remembers what a listener of this article has been told."""

    def __init__(self, memory: Memory) -> None:
        self._memory = memory

    def learn(self, text: str) -> None:
        """Take in the short forms that a passage explains."""
        self._memory.learn(text)

    def spans(self, text: str, role: Role, hidden: Sequence[Span]) -> tuple[Span, ...]:
        """Claim by every rule; see speech.py."""
        return english_spans(text, self._memory, role, hidden)

    def sentences(self, text: str, spans: Sequence[Span]) -> Iterator[tuple[int, int]]:
        """Part sentences as English does."""
        return sentences(text, spans)

    def lead_in(self, role: Role, written: str) -> str:
        """Introduce a picture, a post or a footnote."""
        own = written.lower().lstrip("([ ").startswith(_OWN_LEAD_INS)
        return "" if own else _LEAD_INS.get(role, "")

    def summary(self, role: Role, rows: int) -> str:
        """Say "A table of five rows."."""
        form = _SUMMARIES.get(role, _OTHER_SUMMARY)[rows > 1]
        return form.format(cardinal(rows), kind=role.capitalize())
