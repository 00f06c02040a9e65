"""German as a Tongue: its rules, sentences, lead-ins and summaries together."""

from collections.abc import Iterator, Sequence

from narrate.model import Span
from narrate.roles import Role
from narrate.script.german.numbers import cardinal
from narrate.script.german.sentences import sentences
from narrate.script.german.speech import german_spans
from narrate.script.german.words import Words

_LEAD_INS = {
    Role.CAPTION: "Bild: ",
    Role.CREDIT: "Bildnachweis: ",
    Role.PULL_QUOTE: "Zitat: ",
    Role.EMBED: "Beitrag: ",
    Role.FOOTNOTE: "Fußnote: ",
}
_OWN_LEAD_INS = (
    "foto",
    "bild",
    "photo",
    "grafik",
    "abbildung",
    "abb.",
    "illustration",
    "quelle",
    "tabelle",
    "beitrag",
    "fußnote",
    "anmerkung",
)
_SUMMARIES = {
    Role.TABLE: ("Eine Tabelle mit {} Zeile.", "Eine Tabelle mit {} Zeilen."),
    Role.CODE: ("Programmcode, {} Zeile.", "Programmcode, {} Zeilen."),
    Role.REFERENCE: ("Eine Liste mit {} Quelle.", "Eine Liste mit {} Quellen."),
}
_OTHER_SUMMARY = ("Ein Abschnitt mit {} Zeile.", "Ein Abschnitt mit {} Zeilen.")


class German:
    """Says short forms as they are said, and never explains them twice."""

    def __init__(self, words: Words) -> None:
        self._words = words

    def learn(self, text: str) -> None:
        """Learn nothing: a German newsreader says "CDU", not what it is short for."""

    def spans(
        self,
        text: str,
        role: Role,  # noqa: ARG002 - a Tongue is asked for every role alike
        hidden: Sequence[Span],
    ) -> tuple[Span, ...]:
        """Claim by every rule; see speech.py."""
        return german_spans(text, self._words, hidden)

    def sentences(self, text: str, spans: Sequence[Span]) -> Iterator[tuple[int, int]]:
        """Part sentences as German does."""
        return sentences(text, spans)

    def lead_in(self, role: Role, written: str) -> str:
        """Introduce a picture, a post or a footnote."""
        own = written.lower().lstrip("([ ").startswith(_OWN_LEAD_INS)
        return "" if own else _LEAD_INS.get(role, "")

    def summary(self, role: Role, rows: int) -> str:
        """Say "Eine Tabelle mit fünf Zeilen."."""
        form = _SUMMARIES.get(role, _OTHER_SUMMARY)[rows > 1]
        one = "eine" if role is Role.CODE else "einer"
        return form.format(one if rows == 1 else cardinal(rows))
