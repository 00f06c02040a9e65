"""What documents say in their own words, in the article's language if we know it."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType

from narrate.options import primary
from narrate.roles import Role


@dataclass(frozen=True, slots=True)
class Wording:
    """The words of one language."""

    language: str
    """BCP 47; nothing where it is the one that was asked for."""

    roles: Mapping[Role, str]
    """What stands beside the article, or in its place, is marked with."""

    listen: str
    """The link to the audio."""

    chapters: str
    """Over the list of chapters."""

    source: str
    """Before the link to the article."""

    left_out: str
    """Over what is in the article and not in the audio."""


_ENGLISH = Wording(
    "en",
    MappingProxyType(
        {
            Role.CAPTION: "Caption",
            Role.CREDIT: "Credit",
            Role.NOTE: "Note",
            Role.CORRECTION: "Correction",
            Role.PULL_QUOTE: "Pull quote",
            Role.EMBED: "Embedded post",
            Role.FOOTNOTE: "Footnote",
            Role.TABLE: "Table",
            Role.CODE: "Code",
            Role.REFERENCE: "Reference",
        }
    ),
    listen="Listen",
    chapters="Chapters",
    source="Source:",
    left_out="Left out of the audio",
)
_GERMAN = Wording(
    "de",
    MappingProxyType(
        {
            Role.CAPTION: "Bildunterschrift",
            Role.CREDIT: "Bildnachweis",
            Role.NOTE: "Anmerkung",
            Role.CORRECTION: "Berichtigung",
            Role.PULL_QUOTE: "Hervorgehobenes Zitat",
            Role.EMBED: "Eingebetteter Beitrag",
            Role.FOOTNOTE: "Fußnote",
            Role.TABLE: "Tabelle",
            Role.CODE: "Programmtext",
            Role.REFERENCE: "Quellenangabe",
        }
    ),
    listen="Anhören",
    chapters="Kapitel",
    source="Quelle:",
    left_out="In der Hörfassung ausgelassen",
)
_KNOWN = {wording.language: wording for wording in (_ENGLISH, _GERMAN)}


def wording(language: str) -> Wording:
    """Give the words of a language, or the English ones."""
    known = _KNOWN.get(primary(language))
    return replace(known, language="") if known else _ENGLISH
