"""Summaries: what a table, a listing or a bibliography is, instead of its cells."""

from narrate.model import Passage, Span, Utterance
from narrate.roles import Role
from narrate.script.english.numbers import cardinal

_FORMS = {
    Role.TABLE: ("A table of {} row.", "A table of {} rows."),
    Role.CODE: ("Code, {} line.", "Code, {} lines."),
    Role.REFERENCE: ("A list of {} reference.", "A list of {} references."),
}
_OTHER = ("A {role} of {} line.", "A {role} of {} lines.")
_PAUSE_MS = 700


def sum_up(passage: Passage) -> Utterance:
    """Say what stands there and how much of it; the words stay in the transcript."""
    rows = len(passage.lines)
    form = _FORMS.get(passage.role, _OTHER)[rows > 1]
    said = form.format(cardinal(rows), role=passage.role)
    span = Span(0, len(passage.text), said, "summed up")
    return Utterance(
        passage.role, passage.text, said, (span,), _PAUSE_MS, passage.lines
    )
