"""What ties one English paragraph to the last: its words, and how it opens."""

import re
from functools import lru_cache

from narrate.script.base import compiled

_WORD = r"[^\W\d_]{2,}"
# Words that stand in any text tell nothing of what this one is about.
_STOP = frozenset(
    """
    a about above after again against ago all almost along already also although am
    among an and another any are around as at away back be became because become been
    before being below between both but by came can come could day days did do does
    doing down during each even ever every few first for from further get gets give go
    goes going got had has have having he her here hers herself him himself his how
    however if in into is it its itself just last later less let like likely long look
    made make makes making many may me might more most much must my myself near never
    new next no nor not nothing now of off often on once one only onto or other others
    our ours out over own part per put quite rather really right said same say saying
    says see seen she should since so some something still such take taken than that
    the their theirs them themselves then there these they thing things this those
    though three through thus time times to too told took toward two under until up
    upon us use used using very want was way we well went were what when where whether
    which while who whom whose why will with within without would year years yet you
    your yours yourself mr mrs ms dr don didn doesn isn wasn won ll re ve
    """.split()
)
_ENDINGS = (
    *("ational", "ization", "fulness", "iveness", "ements", "ations", "ation"),
    *("ement", "ments", "ities", "ingly", "edly", "ness", "ment", "ings", "ing"),
    *("ies", "ed", "ly", "es", "s"),
)
_SHORTEST_STEM = 3

_FIRST = r".*?[.!?](?=[\"”’')\]]*(?:\s|$))"
_FIRST_CHARACTERS = 400
_ENDED = r"[.!?:][\"”’')\]]*$"
_QUOTES = "\"“‘'«"
_SAID = r"\b(?:said|says|told|added|adds|wrote|writes|noted|notes|explained|explains)\b"
_GOES_ON = (
    r"(?:But|And|Or|So|Yet|Still|Also|Then|That|Those|Such|He|She|They|It|His|Her|Their"
    r"|Its|However|Instead|Moreover|Furthermore|Nevertheless|Nonetheless|Indeed"
    r"|Therefore|Thus|Otherwise|For (?:example|instance)|In (?:addition|fact|contrast)"
    r"|Additionally|Of course|As a result|By contrast|On the other hand|Similarly"
    r"|Likewise|After that)\b"
)
_BEGINS = (
    r"(?:In|On|At|As|While|After|Since|During|Before|When|With|One|Some|Many|Most"
    r"|Another|Both|Meanwhile|Elsewhere|Separately|Finally|First|Second|Third|Lastly"
    r"|Step \d+)\b"
)
_LEADS_AWAY = r"(?i)(?:main articles?|see also|further information)\b"
_PICTURED = r"(?i)(?:figure|fig\.|image|photo|table|credit|source)\b"
_THE = r"The (?:new |same |latest )?([a-z][\w-]{2,})"
_NEWLY = r"(?:\b[Aa]n?|\b[Aa]nother|\bnew)\s(?:[\w-]+\s){0,3}"
_SHORT_WORDS = 8


def stems(text: str) -> list[str]:
    """Give the words that tell what a text is about, without their endings."""
    words = compiled(_WORD).findall(text.lower())
    return [_stem(word) for word in words if word not in _STOP]


@lru_cache(maxsize=4_096)
def _stem(word: str) -> str:
    if not word.endswith(_ENDINGS):
        return word
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST_STEM:
            return word[: -len(ending)]
    return word


def opening(text: str, above: str) -> float:
    """Weigh whether a paragraph opens a topic: above 0 it does, below it goes on.

    In units of log odds, as counted where articles' headings stand: a paragraph that
    begins with a quotation, for one, opens a section eight times less often.
    """
    first = _first_sentence(text)
    weight = 0.0
    if text[0] in _QUOTES:
        weight -= 2.0
    elif compiled(_SAID).search(first):
        weight -= 1.2
    if text[0].islower() or compiled(_PICTURED).match(text):
        weight -= 2.0
    if compiled(_GOES_ON).match(text):
        weight -= 1.0
    if compiled(_BEGINS).match(text):
        weight += 0.5
    if first.endswith("?"):
        weight += 0.5
    if compiled(_LEADS_AWAY).match(text):
        weight += 3.0
    if len(text[:_FIRST_CHARACTERS].split()) < _SHORT_WORDS:
        weight -= 0.5
    if (known := compiled(_THE).match(text)) and re.search(
        f"{_NEWLY}{known[1]}\\b", above
    ):
        weight -= 2.0  # "another arms package" stands above "The package"
    return weight + _after(above)


def _first_sentence(text: str) -> str:
    text = text[:_FIRST_CHARACTERS]
    found = compiled(_FIRST).match(text)
    return found[0] if found else text


def _after(above: str) -> float:
    """Weigh how the paragraph above ends: "as follows:" wants what follows."""
    end = above[-20:].rstrip()
    if end.endswith(":"):
        return -2.0
    return 0.0 if compiled(_ENDED).search(end) else -0.5
