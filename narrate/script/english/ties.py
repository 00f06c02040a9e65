"""What ties two words so that a breath between them is dear, or never comes."""

import re

from narrate.script.base import compiled
from narrate.script.english.places import POSTAL, STATES

_WINDOW = 40  # characters on either side: a word is shorter
_OPENING = frozenset("([")
_MARKS = ",;:.!?—–"
# A bracket of a few words belongs to the word before it: "(1905)", "(Acting)".
_SHORT_BRACKET = r"\([^()]{1,40}\)|\[[^\[\]]{1,40}\]"
_NUMBERED = r"\((?:\d{1,3}|[a-z]|[ivx]{1,5})\)$"
_TITLE_BEHIND = (
    r"(?:Inc|Ltd|LLC|LLP|LP|Corp|Co|PLC|plc|Jr|Sr|Esq|GmbH|AG|S\.A|N\.V|Ph\.?D|M\.?D"
    r"|D\.D\.S|R\.N|C\.P\.A|II|III|IV)\b"
)
_STATES = "|".join(sorted({*POSTAL.values()} - {"D C"}, key=len, reverse=True))
_SHORT_STATES = "|".join(map(re.escape, sorted(STATES, key=len, reverse=True)))
_STATE_BEHIND = rf"(?:{_STATES})(?=[,;.)]|\s[a-z]|$)|(?:{_SHORT_STATES})\."
_STATES_FIRST = frozenset(
    name.partition(" ")[0].partition(".")[0] for name in (*STATES, *POSTAL.values())
)
_TOWN_BEFORE = r"\b[A-Z][\w.’'-]*,$"

_JOINT = r"(?:and|or|nor)\s+"
# Behind an "and" that joins clauses, or two things with a word of their own each:
_ON_ITS_OWN = frozenset(
    "the a an this that these those his her its their our my your all any some many "
    "no each every both another other others more even also then so not yet thus "
    "only he she it they we I you there to in on at of for with by from as about "
    "into over under through between against during without within toward towards "
    "is are was were be been has have had will would can could may might must "
    "should do does did if when where while which who whose whom because after "
    "before until how why what whether said says made took gave went came got put "
    "set let kept held led left met saw told became began found".split()
)
_ITS_OWN = frozenset("the a an his her its their our my your him them us me it".split())
_CLAUSE = (
    r"(?:because|although|though|while|whereas|unless|until|which|who|whose|whom|where"
    r"|when|after|before|since|if|that)\b"
)
_TAKES_THAT = frozenset(
    "say says said tell tells told know knows knew known think thinks thought find "
    "finds found show shows shown mean means meant see sees saw seen hold holds "
    "held prove proves proven feel feels felt hear hears heard write writes wrote "
    "hope hopes argue argues believe believes suggest suggests ensure ensures learn "
    "note notes sure clear true likely aware certain so such convinced "
    "confident".split()
)
_TAKES_IF = (
    r"\b(?:determine|know|see|ask|asked|wonder|wondered|decide|tell|learn|find|out)$"
)
_NAME_BEFORE = r"(?:\b[A-Z][\w.’'-]*|\d)(?::|\s-)?\s*$"
_NAME_BEHIND = r"(?:(?:An?|The)\s)?[A-Z][\w’'-]*\s[A-Z]"

_PAIRED = 7.0  # an "and" that seems to join two nouns under one head
_IN_A_NAME = 9.0  # more: "Customs and Border Protection", "2001: A Space Odyssey"
_COMPLEMENT = 6.0  # "announced | that": one breath, unless it would be very long
_BEHIND_A_BRACKET = 6.0  # "(SAM) | systems": the bracket stands inside a phrase
_BEFORE_A_BRACKET = 2.0
_GOING_ON = 1.0  # "(1905) | is", "(SAM) | and"


def is_tied(text: str, stop: int, begin: int) -> bool:
    """Tell whether no reader would take breath between these two words."""
    last, first = text[stop - 1 : stop], text[begin : begin + 1]
    if first in _OPENING and compiled(_SHORT_BRACKET).match(text, begin):
        return last not in _MARKS
    if last == ")" and compiled(_NUMBERED).search(text, max(0, stop - 8), stop):
        return True
    if first.isupper() and compiled(_TITLE_BEHIND).match(text, begin):
        return True
    return "&" in (last, first) or (last == "," and _is_town(text, stop, begin))


def _is_town(text: str, stop: int, begin: int) -> bool:
    first = compiled(r"[A-Za-z]+").match(text, begin)
    return bool(
        first
        and first[0] in _STATES_FIRST
        and compiled(_STATE_BEHIND).match(text, begin)
        and compiled(_TOWN_BEFORE).search(text, max(0, stop - _WINDOW), stop)
    )


def tie(text: str, kind: str, stop: int, begin: int) -> float:
    """Say how much dearer than others of its kind a breath is here."""
    if kind == "joined":
        return _between_two(text, stop, begin)
    if kind == "clause":
        return _COMPLEMENT if _is_complement(text, stop, begin) else 0.0
    if kind == "bracket" and text[begin] == "(":
        return _BEFORE_A_BRACKET
    if kind == "bracket":
        return _GOING_ON if _goes_on(text, begin) else _BEHIND_A_BRACKET
    if kind in {"colon", "dash"} and _is_named(text, stop, begin):
        return _IN_A_NAME
    return 0.0


def kind_of(text: str, begin: int) -> str:
    """Tell what seems to begin here, as far as the first word tells."""
    if compiled(_JOINT).match(text, begin):
        return "joined"
    return "clause" if compiled(_CLAUSE).match(text, begin) else ""


def _between_two(text: str, stop: int, begin: int) -> float:
    joint = compiled(_JOINT).match(text, begin)
    if not joint:
        return 0.0
    own = _on_its_own(text, joint.end())
    if own and not _is_alike(text[max(0, stop - 3) : stop], own):
        return 0.0
    named = text[joint.end() : joint.end() + 1].isupper() and _is_named_before(
        text, stop
    )
    return _PAIRED + _IN_A_NAME * named


def _on_its_own(text: str, at: int) -> str:
    """Give the word that stands here, if it is no noun of a pair; "" if it may be."""
    found = compiled(r"(?P<first>\w+)(?:\s(?P<second>\w+))?").match(text, at)
    if not found:
        return ""
    word = found["first"]
    if word in _ON_ITS_OWN or _ends(word, "ed", "ing", "ly"):
        return word
    small = word.isalpha() and word.isascii() and word.islower()
    return word if small and found["second"] in _ITS_OWN else ""


def _ends(word: str, *endings: str) -> bool:
    return any(word.endswith(end) and len(word) > len(end) + 1 for end in endings)


def _is_alike(before: str, behind: str) -> bool:
    """Tell "inspired or directed", "hunting and fishing"."""
    return any(before.endswith(e) and behind.endswith(e) for e in ("ed", "ing"))


def _is_complement(text: str, stop: int, begin: int) -> bool:
    since = max(0, stop - _WINDOW)
    if text.startswith("that", begin):
        last = compiled(r"\w+$").search(text, since, stop)
        return bool(last and (last[0] in _TAKES_THAT or _ends(last[0], "ed", "ing")))
    return text.startswith("if", begin) and bool(
        compiled(_TAKES_IF).search(text, since, stop)
    )


def _goes_on(text: str, begin: int) -> bool:
    return bool(compiled(_JOINT).match(text, begin) or _on_its_own(text, begin))


def _is_named(text: str, stop: int, begin: int) -> bool:
    hyphen = text[stop - 1] in ":-"
    return (
        hyphen
        and _is_named_before(text, stop)
        and bool(compiled(_NAME_BEHIND).match(text, begin))
    )


def _is_named_before(text: str, stop: int) -> bool:
    return bool(compiled(_NAME_BEFORE).search(text, max(0, stop - _WINDOW), stop))
