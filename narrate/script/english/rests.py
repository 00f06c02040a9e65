"""The places in a sentence where a reader could take breath, and what each costs."""

from bisect import bisect_right
from collections.abc import Iterable
from typing import NamedTuple

from narrate.script.base import compiled
from narrate.script.english.ties import is_tied, kind_of, tie


class Rest(NamedTuple):
    """White space (or none, behind a dash) where a sentence could be parted."""

    end: int
    begin: int
    cost: float


_CLOSE = r"[\"”’)\]]*"
_LINKING = (
    "and|but|or|nor|so|yet|which|who|whose|whom|where|when|while|whereas|although|though"
    "|because|since|as|if|unless|until|after|before|then|with|without|including|not"
    # German's, which no English word is mistaken for.
    "|und|oder|aber|sondern|dass|weil|wenn|während|obwohl|damit|sodass|nachdem|bevor"
)
_SUBORDINATE = (
    "because|although|though|while|whereas|unless|until|which|who|whose|whom|where|when"
    "|after|before|since|if|that"
)
_MARKS = (
    rf"(?P<semicolon>[;；]){_CLOSE}\s+|(?P<colon>:){_CLOSE}\s+"
    rf"|(?P<dash>—\s*|\s(?:–|-{{1,3}})\s(?!\d))|(?P<dots>(?:\.\.\.|…){_CLOSE}\s+)"
    rf"|(?P<spoken>[!?.,][\"”’]\s+(?=[a-z]))"
    rf"|(?P<linked>,{_CLOSE}\s+(?=(?:{_LINKING})\b))|(?P<comma>[,،]{_CLOSE}\s+)"
    rf"|(?P<wide>[，、：])|(?P<bracket>(?<!\s)\s+(?=\()|(?<=\))\s+)"
    rf"|(?P<clause>(?<!\s)\s+(?=(?:{_SUBORDINATE})\b))|(?P<joined>(?<!\s)\s+(?=(?:and|or|but|nor)\b))"
)
_COSTS = {
    "semicolon": 0.5,
    "colon": 1.0,
    "dash": 1.5,
    "dots": 1.5,
    "spoken": 2.0,
    "linked": 1.0,
    "comma": 3.0,
    "wide": 2.0,
    "bracket": 3.0,
    "clause": 4.5,
    "joined": 6.0,
}
_COMMAS = frozenset({"comma", "linked", "dash"})
_IN_A_LIST = 4.0  # for a comma with another so near that the two hold one item
_NEAR = 22  # characters: three or four words
_DEAR = 10.0  # a place that is no better than one between any two words
_UNBEARABLE = 20.0
_SPACE = r"\s+"
_HELD = (
    r"“[^“”]{1,80}”|(?<!\S)\"(?=\S)[^\"]{1,80}(?<=\S)\""
    r"|\([^()]{1,80}\)|\[[^\[\]]{1,80}\]"
)
# After these a voice must go on.
_HANGING = frozenset(
    "the a an of in on at to for with by from as and or but nor than that which who "
    "whose its his her their our my your this these those is are was were be been has "
    "have had will would can could may might must should not no very so more most "
    "less such each every all some any if when while because just only even about "
    "over into between both either two three four five six seven eight nine ten "
    "eleven twelve hundred thousand million billion mr mrs ms dr long soon much what "
    "how why like".split()
)
_LEADING = (
    r"(?:in|on|at|to|for|with|by|from|about|over|into|under|through|between|against"
    r"|during|without|within|toward|towards|as|is|are|was|were|has|have|had)\b"
)
_WINDOW = 40  # characters: a word is shorter
_APART = 8  # characters between two places worth weighing


def clause_rests(text: str, start: int, end: int) -> list[Rest]:
    """Give the places at marks and before linking words."""
    marks = list(compiled(_MARKS).finditer(text, start, end))
    commas = [start, *(m.end() for m in marks if m.lastgroup in _COMMAS), end]
    held = [found.span() for found in compiled(_HELD).finditer(text, start, end)]
    rests: list[Rest] = []
    nth = 0
    for mark in marks:
        kind = mark.lastgroup or ""
        stop = mark.start() + len(mark[0].rstrip())
        cost = _COSTS[kind] + tie(text, kind, stop, mark.end())
        rest = Rest(stop, mark.end(), cost)
        if kind in _COMMAS:
            nth += 1
            room = min(commas[nth] - commas[nth - 1], commas[nth + 1] - commas[nth])
            rest = rest._replace(cost=rest.cost + _IN_A_LIST * (room < _NEAR))
        if (
            rest.cost < _DEAR
            and _may_part(text, rest, kind)
            and not _is_held(rest.end, held)
        ):
            rests.append(rest)
    return _thinned(rests)


def any_rests(text: str, start: int, end: int) -> list[Rest]:
    """Give every white space, with what speaks against it."""
    return _thinned(
        Rest(found.start(), found.end(), _between_words(text, *found.span()))
        for found in compiled(_SPACE).finditer(text, start, end)
    )


def _may_part(text: str, rest: Rest, kind: str) -> bool:
    """Leave "1,000, 2,000" together, and "so | that", and "in | which"."""
    stop, begin, _ = rest
    if is_tied(text, stop, begin):
        return False
    if kind in {"clause", "joined"}:
        return not _hangs(text, stop)
    return not (
        text[stop - 2 : stop - 1].isdigit() and text[begin : begin + 1].isdigit()
    )


def _between_words(text: str, stop: int, begin: int) -> float:
    last, first = text[stop - 1 : stop], text[begin : begin + 1]
    word = text[max(0, stop - _WINDOW) : stop].rpartition(" ")[2]
    if last.isdigit() or first.isdigit() or (word[:1].isupper() and first.isupper()):
        return _UNBEARABLE
    if _hangs(text, stop) or is_tied(text, stop, begin):
        return _UNBEARABLE - 2
    kind = kind_of(text, begin)
    if "-" in (word, first) or tie(text, kind, stop, begin):
        return _UNBEARABLE - 4
    if kind:
        return 8.0
    return 10.0 if compiled(_LEADING).match(text, begin) else 14.0


def _hangs(text: str, stop: int) -> bool:
    last = compiled(r"\w+$").search(text[max(0, stop - 12) : stop])
    return last is not None and last[0].lower() in _HANGING


def _is_held(at: int, held: list[tuple[int, int]]) -> bool:
    before = bisect_right(held, (at, 0)) - 1
    return before >= 0 and held[before][0] < at < held[before][1]


def _thinned(rests: Iterable[Rest]) -> list[Rest]:
    """Keep the better of two places side by side, so that choosing stays quick."""
    kept: list[Rest] = []
    for rest in rests:
        if kept and rest.begin - kept[-1].begin < _APART:
            if rest.cost < kept[-1].cost:
                kept[-1] = rest
        else:
            kept.append(rest)
    return kept
