"""Initials and degrees: U.S., J. K. Rowling, Ph.D.; and "E. coli"."""

import re

from narrate.script.base import CAPITAL, Rule, compiled
from narrate.script.english.names import GIVEN_NAMES

# Letters with a stop inside a degree, and the same without.
_DEGREES = {
    "Ph.D": "P H D",
    "PhD": "P H D",
    "Ph.Ds": "P H Ds",
    "PhDs": "P H Ds",
    "Ed.D": "E D D",
    "Psy.D": "Sigh D",
    "Pharm.D": "Farm D",
    "D.Phil": "D Fill",
    "DPhil": "D Fill",
    "M.Phil": "M Fill",
    "MPhil": "M Fill",
    "B.Sc": "B S C",
    "BSc": "B S C",
    "M.Sc": "M S C",
    "MSc": "M S C",
    "B.Ed": "B Ed",
    "M.Ed": "M Ed",
    "LL.B": "L L B",
    "LL.M": "L L M",
    "LL.D": "L L D",
    "D.Sc": "D S C",
    "M.Div": "M Div",
    "B.Tech": "B Tech",
}
_DEGREE = "|".join(re.escape(word) for word in sorted(_DEGREES, key=len, reverse=True))
_SPECIES = (
    "coli|aureus|rex|sapiens|elegans|falciparum|melanogaster|cerevisiae|pylori"
    "|tuberculosis|pneumoniae|difficile|diff|albicans|neanderthalensis|erectus|habilis"
    "|vivax|aegypti|albopictus|anthracis|botulinum|subtilis|musculus|thaliana|faecalis"
    "|auris|gondii|burgdorferi|pestis|typhi|cholerae|sativa|indica|crassidens"
)
_BEFORE_NAME = r"(?:^|[\"“‘(—–,;:]\s?|[.!?]\s|\b(?:by|and|of|to|with) )$"

_GIVEN = (
    r"(?P<of>\b(?:(?i:of|under|from|until|since|after|before|king|queen|emperor|tsar|pope"
    r"|czar|kaiser) ))?\b(?P<name>[A-Z][a-z]+) $"
)
_STARTER = (
    r"\s(?:The|An?|He|She|It|They|We|You|I|In|On|At|But|And|This|That|These|There|His"
    r"|Her|Its|As|When|While|After|Before|Then|No|For|By|With|From|Between|During|If|So"
    r"|What|Who|How|Why|Where|Not|Both|Some|Many|Most|Under|Since|Until|Now|Here|Later"
    r"|However|Although|Though|One|Two|Our|Their|My)\b"
)
_KINGS = frozenset(
    "Albert Alexander Charles Edward Francis Frederick George Henry James Joseph Juan"
    " Louis Nicholas Oscar Paul Peter Philip Richard William".split()
)
# Apart, as papers once wrote them: the letters of a country, a town, a time.
_APART = (
    r"U\. S\.(?: [AN]\.| S\. R\.)?|U\. [KN]\.|S\. F\.|L\. A\.|D\. C\.|[AP]\. M\."
    r"|[BA]\. [CD]\.|P\. O\.|N\. [YJ]\.|R\. I\.|H\. M\. S\."
)


def _letters(found: re.Match[str]) -> str:
    said = " ".join(found["letters"].upper().replace(".", "").replace(" ", ""))
    return said + ("s" if found["plural"] else "")


def _is_middle(before: str, found: re.Match[str]) -> bool:
    """Tell "Alvin I. Chen" from a king, a war, or "do I and Max": "Charles I. He"."""
    name = compiled(_GIVEN).search(before)
    if not name or name["name"] not in GIVEN_NAMES:
        return False
    if compiled(_STARTER).match(found.string, found.end()):
        return False
    return not (name["name"] in _KINGS and name["of"])


def _initial(found: re.Match[str]) -> str | None:
    """Take the stop from a name's initial, never from the end of a sentence."""
    before = found.string[max(0, found.start() - 30) : found.start()]
    letter = found["letter"]
    if re.search(r"[A-Z][\w’'.-]*,? $", before):
        return letter if letter != "I" or _is_middle(before, found) else None
    return letter if compiled(_BEFORE_NAME).search(before) else None


RULES = (
    Rule(
        name="degree",
        words=frozenset(word.partition(".")[0] for word in _DEGREES),
        pattern=rf"(?<![\w.])(?P<word>{_DEGREE})(?:\.s|\.|\b)(?!\w)",
        say=lambda found: (
            _DEGREES[found["word"]] + ("s" if found[0].endswith(".s") else "")
        ),
        examples=(
            ("a Ph.D. from", "a P H D from"),
            ("three PhDs", "three P H Ds"),
            ("his B.Sc. in", "his B S C in"),
        ),
    ),
    Rule(
        name="initials",
        starts=CAPITAL,
        marks=".",
        pattern=(
            r"(?<![\w.])(?P<letters>(?:[A-Z]\.){2,}(?:[A-Z](?![\w.]))?)(?P<plural>s\b)?"
        ),
        say=_letters,
        examples=(
            ("six U.S.-made missiles", "six U S-made missiles"),
            ("J.K. Rowling", "J K Rowling"),
            ("in the U.S.", "in the U S"),
            ("the W.H.O.’s view", "the W H O’s view"),
            ("two M.D.s", "two M Ds"),
        ),
    ),
    Rule(
        name="initials",
        starts=r"(?<![\w.])[A-Z]\. (?=[A-Z]\.)",
        marks=".",
        pattern=(
            rf"(?<![\w.])(?<![A-Z]\. )(?P<letters>{_APART})(?! [A-Z]\.)(?P<plural>)"
        ),
        say=_letters,
        examples=(
            ("in the U. S. today", "in the U S today"),
            ("of S. F. and L. A.", "of S F and L A"),
        ),
    ),
    Rule(
        name="initials",
        starts=r"(?<![\w.@/])[a-z]\.(?=[a-z]\.)",
        marks=".",
        pattern=r"(?<![\w.@/])(?P<letters>(?:[a-z]\.){2,}(?:[a-z](?![\w.]))?)(?P<plural>s\b)?(?![\w@])",
        say=_letters,
        examples=(("at 300 r.p.m. or", "at 300 R P M or"),),
    ),
    Rule(
        name="initial",
        starts=r"(?<![\w.’'-])[A-Z]\.(?=\s)",
        marks=".",
        pattern=(
            r"(?<![\w.’'-])(?P<letter>[A-Z])\."
            r"(?=\s(?:[A-Z]\.|[A-Z][a-z’']|[A-Z]{2}|[dvl][aeo]n? [A-Z]))"
        ),
        say=_initial,
        examples=(
            ("George W. Bush", "George W Bush"),
            ("J. K. Rowling", "J K Rowling"),
            ("vitamin C. She", "vitamin C. She"),
            ("Alvin I. Chen", "Alvin I Chen"),
            ("under James I. Scots", "under James I. Scots"),
        ),
    ),
    Rule(
        name="species",
        starts=r"(?<![\w.])[A-Z]\. (?=[a-z])",
        marks=".",
        pattern=rf"(?<![\w.])(?P<letter>[A-Z])\. (?=(?:{_SPECIES})\b)",
        say=lambda found: f"{found['letter']} ",
        examples=(("E. coli and T. rex", "E coli and T rex"),),
    ),
)
