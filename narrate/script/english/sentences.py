"""Where an English sentence ends, and where a long one may take breath."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from narrate.model import Span

_CANDIDATE = re.compile(
    r"(?P<stop>[.!?…]+)(?P<close>[\"'”’»)\]]*)(?P<notes>(?:\s?\[\d[\d ,–-]*\])*)\s+"
    r"(?P<open>[\"'“‘«(\[]*)(?P<next>\S)"
)
_LAST_WORD = re.compile(r"[\w.'’&/-]*$")
_NEXT_WORD = re.compile(r"[\w'’-]*")
_INITIALS = re.compile(r"(?:[A-Za-z]\.)+[A-Za-z]$|[A-Z]$")
_LIST_NUMBER = re.compile(r"\W{0,3}(?:\d{1,3}(?:\.\d{1,3})*|[A-Za-z]|[ivxIVX]{1,5})$")

_NEVER_LAST = frozenset(
    "mr mrs ms dr prof gen sen sens rep reps gov lt col capt cmdr adm maj sgt cpl "
    "pvt brig rev hon pres supt det insp amb messrs mt ft vs v e.g i.e cf viz "
    "approx al est fig figs eq vol pp p para ch ed eds no nos jan feb aug sept oct nov "
    "dec".split()
)
# A capital is not enough after these: "U.S. President", "Acme Inc. Chairman".
_SELDOM_LAST = frozenset(
    "inc corp ltd co llc st jr sr etc bros dept univ ave blvd rd ala ariz ark calif "
    "colo conn del fla ga ill ind kan ky la mass md mich minn miss mo mont neb nev "
    "okla ore pa tenn tex va vt wash wis wyo a.m p.m".split()
)
_STARTERS = frozenset(
    "the a an this that these those he she it they we i you his her its their our "
    "my there here who what when where why how which in on at by for from with "
    "without under over after before during since until while although though "
    "because as if unless whether and but or so yet nor however moreover meanwhile "
    "then now today yesterday also still even just only perhaps some many most all "
    "both each every several few one two three another other no not nobody nothing "
    "everyone despite among between according about instead later earlier finally "
    "first second last next such is are was were do does did can could will would "
    "should may might must".split()
)
_SAID = re.compile(
    r"(?:[A-Z][\w.'’-]+ ){0,3}(?:he |she |they |I )?(?:says?|said|asks?|asked|added"
    r"|told|wrote|replied|shouted|cried|yelled|answered|whispered|called|exclaimed)\b"
)
_CLAUSES = (
    re.compile(r"(?<=[;:—])\s+"),
    re.compile(r"(?<=,)\s+(?=(?:and|but|or|which|who|while|when|where|although)\b)"),
    re.compile(r"(?<=,)\s+"),
    re.compile(r"\s+(?=(?:and|but|or|which|that|because|while|when|after)\b)"),
    re.compile(r"\s+"),
)
LONGEST = 300
"""Characters in one breath: about 19 s, so that no utterance lasts a minute."""


def sentences(text: str, spans: Sequence[Span] = ()) -> Iterator[tuple[int, int]]:
    """Yield where each sentence starts and ends; never inside a span."""
    start = 0
    for found in _CANDIDATE.finditer(text):
        end = found.end("notes")
        if _ends(text, start, found) and not _inside(end, spans):
            yield start, end
            start = found.start("open")
    if text[start:].strip():
        yield start, len(text.rstrip())


def breaths(
    text: str, start: int, end: int, spans: Sequence[Span] = ()
) -> Iterator[tuple[int, int]]:
    """Part a long sentence where a reader would breathe, near its middle."""
    if said_length(start, end, spans) <= LONGEST:
        yield start, end
        return
    middle = (start + end) / 2
    for pattern in _CLAUSES:
        cuts = [
            found
            for found in pattern.finditer(text, start, end)
            if min(found.start() - start, end - found.end()) > LONGEST // 5
            and not _inside(found.start(), spans)
        ]
        if cuts:
            best = min(cuts, key=lambda found: abs(found.start() - middle))
            yield from breaths(text, start, best.start(), spans)
            yield from breaths(text, best.end(), end, spans)
            return
    yield from _by_force(start, end, spans)


def said_length(start: int, end: int, spans: Sequence[Span]) -> int:
    """Count the characters that are said for a stretch."""
    first = bisect_left(spans, start, key=lambda span: span.start)
    last = bisect_left(spans, end, key=lambda span: span.start)
    more = (len(s.spoken) - (s.end - s.start) for s in spans[first:last])
    return end - start + sum(more)


def _by_force(start: int, end: int, spans: Sequence[Span]) -> Iterator[tuple[int, int]]:
    """Cut what has no white space: a word of a thousand letters is still read."""
    at = start
    while end - at > LONGEST:
        cut = at + LONGEST
        while cut < end and _inside(cut, spans):
            cut += 1
        if cut >= end:
            break
        yield at, cut
        at = cut
    yield at, end


def _inside(at: int, spans: Sequence[Span]) -> bool:
    """Tell whether a place lies inside a span (they are in order)."""
    before = bisect_left(spans, at, key=lambda span: span.start)
    return before > 0 and at < spans[before - 1].end


def _ends(text: str, start: int, found: re.Match[str]) -> bool:
    """Decide whether this stop ends a sentence."""
    before = text[start : found.start()]
    if not any(letter.isalnum() for letter in before):
        return False
    stop, closed = found["stop"], bool(found["close"])
    if (
        text.count("(", start, found.end("close"))
        > text.count(")", start, found.end("close"))
        and found.end() - text.rfind("(", start, found.end()) < LONGEST
    ):
        return False
    if found["next"].islower():
        return False
    after = text[found.end("open") : found.end("open") + 60]
    if stop != ".":
        return not (closed and not found["open"] and _SAID.match(after))
    if found["next"] in ",;:–—)&%" or _LIST_NUMBER.fullmatch(before):
        return False
    return closed or _full_stop_ends(before, after, opens=bool(found["open"]))


def _full_stop_ends(before: str, after: str, *, opens: bool) -> bool:
    """Decide by the words on both sides of a full stop."""
    last = _LAST_WORD.search(before)
    word = (last[0] if last else "").lstrip("'’\"“(")
    following = _NEXT_WORD.match(after)
    starter = (following[0] if following else "").lower() in _STARTERS
    if word.lower() in _NEVER_LAST:
        return word.lower() == "no" and not after[:1].isdigit()
    if word.lower() in _SELDOM_LAST or _INITIALS.search(word):
        return starter or (opens and word.lower() not in _SELDOM_LAST)
    return True
