"""How an adjective ends, by the word before and the noun behind: "der 3. Oktober"."""

import re

_TE = frozenset("die das diese dieses jene jenes jede jedes eine keine jeder".split())
_TEN = frozenset(
    "den dem des im am vom zum zur beim einem einen einer eines keinem keinen keiner "
    "keines diesem diesen jedem jeden ins ans bis allen vielen beiden überm unterm "
    "ersten letzten".split()
)
_DER = frozenset({"der", "dieser", "jener"})
_DIE = frozenset({"die", "diese", "jene"})
_DATIVE = frozenset(
    "in aus mit von bei nach seit zu ab vor auf unter laut außer gegenüber".split()
)
_POSSESSIVE = re.compile(
    r"(?:mein|dein|sein|ihr|unser|eur|euer|kein|ein)(?P<ending>e[mnrs]?)?"
)
_NEUTER = frozenset(
    "Mal Tor Jahr Spiel Kind Album Buch Haus Viertel Quartal Drittel Semester Rennen "
    "Finale Treffen Lebensjahr Werk Gleis Amt Bataillon Konzert Konzil Gebot "
    "Geschlecht Wort Opfer Reich Stück Mitglied Bild Leben Land Blatt Lager Heft "
    "Opus Gold Silber Tier Auto Schiff Boot Flugzeug Stockwerk Obergeschoss Regiment "
    "Korps Corps Geschoss Programm Kapitel Haus Studio".split()
)
_FEMININE = re.compile(
    r"\w*(?:ung|heit|keit|schaft|ion|tät|ik|ei|ur|enz|anz|[a-zäöü]e|zeit|liga|mannschaft"
    r"|Liga|Zeit|Nacht|Wahl|Zahl|Hand|Hilfe|Saison|Etappe|Form|Frau|Tür|Bank|Stadt"
    r"|Universität|Kraft|Tat|Frist|Million|Armee|Sinfonie|Schicht|Fahrt|Division)"
)
_MASCULINE = frozenset(
    "Name Gedanke Junge Kunde Zeuge See Kollege Erbe Weltkrieg Monteur Ingenieur "
    "Redakteur Akteur Spion Champion Schritte".split()
)
_NEUTER_END = re.compile(
    r"\w*(?:chen|lein|ment|um|jahr|spiel|tor|kind|buch|haus|rennen|viertel|quartal"
    r"|album|stück|ende|gebäude|finale|treffen|regal|werk|land|amt|gericht)"
)
_PLURAL = re.compile(r"(?:\s\w+en)?\s(?:Spiele|Tage|Jahre|Wochen|Meisterschaften)\b")


def gender(noun: str) -> str:
    """Guess whether a noun is m, f or n, by its end; most that show nothing are m."""
    if noun in _MASCULINE:
        return "m"
    if noun in _NEUTER or _NEUTER_END.fullmatch(noun):
        return "n"
    return "f" if _FEMININE.fullmatch(noun) else "m"


def adjective_ending(before: str, noun: str, after: str = "") -> str:
    """Give an adjective's ending: e, en, er, es or em.

    `before` is the word before it in small letters, "" at a sentence's start;
    `after` is what follows, where a plural can be seen.
    """
    kind = gender(noun)
    owner = _POSSESSIVE.fullmatch(before)
    if before in _DER:
        return "en" if kind == "f" else "e"
    if before in _TEN or (owner and owner["ending"]):
        return "e" if owner and owner["ending"] == "e" and kind == "f" else "en"
    if before in _TE:
        return "en" if before in _DIE and _PLURAL.match(after) else "e"
    if before in _DATIVE:
        return "er" if kind == "f" else "em"
    return _strong(kind)


def _strong(kind: str) -> str:
    return {"m": "er", "f": "e", "n": "es"}[kind]


_BEFORE = re.compile(r"(?:(?P<word>\w+)[ \u00a0\n])?[„“\"»(]?$")


def word_before(text: str, at: int) -> str:
    """Give the word before a place, in small letters; "" behind a stop or a comma."""
    found = _BEFORE.search(text, max(0, at - 40), at)
    return (found["word"] or "").lower() if found else ""
