"""Credits: who took a picture, as pages write it, alone or at a caption's end.

A credit is what follows a label ("Photo: …"), or names with a mark that running prose
does not have ("Ann Lee/AFP"). Every word of it is a name or joins two.
"""

import re
from collections import deque
from collections.abc import Iterator

from narrate.patterns import lazy
from narrate.read.labels.agencies import (
    AGENCY,
    AGENCY_HEADS,
    HOST,
    NOBODY,
    OUTLET,
    WIRE,
)
from narrate.read.labels.people import is_name

_REACH = 200  # characters: no credit is longer
_LONGEST_NAMES = 16  # words
_SURE_WORDS = 8  # whatever they are, after a label that is sure
_FEW_CUTS = 12  # a tail of more stops than that is no credit's
_SPELT_OUT = 4  # letters: shorter ones in capitals may be a source's short form

_MAKER = (
    r"(?:photo(?:graph(?:y|er)?|s? illustration)?|image|picture|pic|illustration"
    r"|(?:info)?graphic|artwork|screen ?(?:shot|grab)|animation|drawing|cartoon"
    r"|composite|rendering)s?"
)
_WHOSE = r"(?i:(?:staff|file|courtesy|top|cover|main|lead|header|featured|AP|press) )"
_ABOUT = r"(?:credits?|source|copyright|courtesy(?: of)?|by|via|provided by)"
_DOTS = r"(?::|\.\.\.|…)"

# What stands before names. The words after it are a credit if they can be names.
_LABEL = lazy(
    rf"{_WHOSE}?(?i:{_MAKER}(?: {_ABOUT})?\s?[:©]\s?(?:by |via )?(?:©\s?)?"
    rf"|{_MAKER} {_ABOUT}(?:[,\s]+|(?=[A-Z©]))(?:©\s?)?|video (?:credit|courtesy|by)"
    r"\s?:?\s|(?:credits?|sources?|courtesy)\s?:\s?)"
    rf"|(?:Credit){{1,2}}s?(?:\s?(?:{_DOTS}|/)\s?(?i:courtesy(?: of)?\s)?|(?=[A-Z]))"
    r"|(?:[Cc]ourtesy|COURTESY)(?: (?i:of))?\s|Photo/(?=[A-Z]\w+ [A-Z])|©\s?",
    heads="ani|ap_|art|car|com|cou|cov|cre|dra|fea|fil|gra|hea|ill|ima|inf|lea|mai|pho"
    "|pic|pre|ren|scr|sou|sta|top|vid|©",
)
_SURE_LABEL = lazy(
    rf"(?i:{_MAKER}\s(?:credits?|source|courtesy|copyright)|credits?)\s?{_DOTS}",
    *(":", "...", "…"),
)
_SURE_INSIDE = lazy(
    rf"(?i:{_MAKER}\s?:|courtesy\s|photo credit should read\s).*",
    *(":", "courtesy", "should read"),
    small=True,
)
_TEASER = lazy(r"(?i:photo|picture|image|graphic|source)s\s?:")
_NO_CREDIT = lazy(
    r"(?i)(?:©|copyright|©\s?copyright)\s?(?:©\s?)?\d{4}|©\s?copyright"
    r"|all rights reserved|\bhere$|^(?:By|Reporting|Edit(?:ed|ing)|Written|Story|View"
    r"|Compiled|Print|Download|Click|Share|Send|Watch|Listen|Follow|Read|See)\b"
)
_BUTTON = lazy(r"\s*(?:hide|toggle) caption$", " caption")
_VIA = lazy(r"Via\s(?=\S)", "Via")

_JOINING = frozenset(
    "of the for via and by from at in on a de del der di da du la le van von al bin y "
    "file files handout pool photo photos image images picture courtesy sources source "
    "contributor screenshot with family author artist user police estate collection "
    "archive archives gallery staff chief photographer photojournalist".split()
)
_AROUND = ".'’\""
_LAST = 40  # characters: a word of more is none
_LAST_WORDS = _JOINING | frozenset(
    "photograph photographs pictures graphic graphics shot grab screengrab supplied "
    "contributed".split()
)
_LABELS_MARKS = ("/", ":", "...", "…")
_LONGEST_WIRE = 20  # characters
_CLOSING = 3  # a bracket, a stop and the line's end
_BETWEEN = lazy(r"[\s/|,;:©()\[\]&+–—-]+")
_SENTENCES = lazy(r"[a-z\d]{3}[.!?]['\"”’)]?(?:\s|(?=[A-Z]))")
_PICTURE = lazy(rf"\b(?i:{_MAKER})\b")

_WIRES = lazy(WIRE)
_AGENCIES = lazy(
    rf"{AGENCY}(?:[\s/,|–-]+{AGENCY})*(?i: files?| handout| pool)?", heads=AGENCY_HEADS
)
_WHOLE = lazy(
    rf"{NOBODY}|{AGENCY}\s?/\s?\S+(?: \S+)?|{HOST}\s?/\s?\S+"
    rf"|@\w+(?: via |\s?/\s?){HOST}",
    *("/", "@", "photo", "image", "picture", "graphic", "shot", "grab", "handout"),
    *("supplied", "contributed"),
    small=True,
)
# Names, and what stands after or before them that only credits have.
_MARKED = (
    lazy(
        rf"(?:.+?\s?[/|©]\s?|.+? via |(?P<name>.+?)(?:\s?[,–—-]\s?| for | by )){AGENCY}"
        r"(?:\s?[/,|(].{0,30}| (?:via|for) .{0,30}"
        r"|(?i: files?| handout| pool| photo))?",
        *("/", "|", "©", " via ", ",", "–", "—", "-", " for ", " by "),
    ),
    lazy(rf"(?P<name>.+?) for (?:The )?{OUTLET}", " for "),
    lazy(
        r"(?P<name>[^,|/]+?)(?:\s?[,|/–—-]\s?(?:(?i:staff|staff photo|handout|pool|file"
        r"|(?:staff |chief )photographer|photojournalist))|\s?/\s?for .+)",
        *(",", "|", "/", "–", "—", "-"),
    ),
)
_AT_OUTLET = lazy(rf"(?P<name>.+?), (?:The )?{OUTLET}", ", ")
_SHORT_FORMS = lazy(r"[A-Z]{2,8}(?:/[A-Z]{2,8})+", "/")
_SLASHED = lazy(r"(?P<left>[^/]+?)\s?/\s?\S.*", "/")

_IN_BRACKETS = lazy(
    r"\s*(?P<open>[(\[])\s?(?P<inside>(?:[^()\[\]]|\([^()]{0,40}\)){2,160})[)\]]\.?$"
)
# Where a credit may begin: after a sentence, after a dash or bar, at a label that is
# glued to the last word or stands out from it by its capital, at a name with agency.
_CUTS = lazy(
    r"(?<=[.!?…])\s*(?=[A-Z©\d@])|(?<=[.!?…][\"'”’)\]])\s*(?=[A-Z©\d@])"
    r"|(?<=[.!?…])\s+(?=[a-z]{4,12}\s)|\s+[|–—-]+\s*(?=\S)"
    r"|,\s(?=(?:photo|image|picture)\s(?:by|courtesy)\s)"
    r"|(?<=\w)\s*(?=(?:Photo(?:graph)?s?|Image|Picture|Illustration)\s?"
    r"(?:[Cc]redit|[Ss]ource|[Cc]ourtesy)?\s?(?::|by\s|[Cc]ourtesy\s|via\s)"
    rf"|PHOTO|Credit(?:[A-Z]|\s?{_DOTS}|\s?/)|CREDIT|©|Source:|Courtesy\s)"
    r"|\s(?=(?:[A-Z][\w.'’-]+\s){2}/\s?(?P<agency>\S)"
    r"|[A-Z][\w.'’-]+\s[A-Z][\w.'’-]+/(?P<firm>\S)"
    r"|(?:AFP/)?Getty Images$|Shutterstock$)"
)


def split_credit(text: str) -> tuple[str, str]:
    """Part a caption from the credit at its end; either may be empty."""
    if len(text) <= _REACH and is_credit(text):
        return "", text
    start = max(0, len(text) - _REACH)
    at = start + _credit_at(text[start:])
    caption = text[:at].rstrip()
    if not caption:
        return text, ""
    return caption, text[len(caption) :].strip()


def is_credit(text: str) -> bool:
    """Tell whether all of a short text is a credit, bare or in brackets."""
    text = _unbuttoned(text)
    if text[:1] in "([" and (found := _IN_BRACKETS.fullmatch(text)):
        inside = found["inside"].rstrip()
        return _is_inside(inside) or is_name(inside)
    if _ends_as_prose(text):
        return False
    via = _VIA.match(text)
    if via and are_names(text[via.end() :]):
        return True
    first, stop, second = text.partition(". ")
    return _is_phrase(text) or bool(
        stop and _LABEL.match(second) and _is_phrase(first) and _is_phrase(second)
    )


def is_news_agency(text: str) -> bool:
    """Tell a name that is a credit beside a picture and a source elsewhere."""
    return len(text) <= _LONGEST_WIRE and bool(_WIRES.fullmatch(text))


def is_empty_label(text: str) -> bool:
    """Tell a label whose names stand on the next line: "Image copyright"."""
    found = _LABEL.match(f"{text} ")
    return found is not None and found.end() >= len(text)


def are_names(text: str) -> bool:
    """Tell whether every word is written as a name, or joins two names."""
    named = 0
    for word in _BETWEEN.split(text):
        bare = word.strip(_AROUND)
        if not bare.islower():
            named += bool(bare)
        elif bare not in _JOINING and not bare[0].isdigit():
            return False
    return 0 < named <= _LONGEST_NAMES and not _SENTENCES.search(text)


def _ends_as_prose(text: str) -> bool:
    """Tell most texts that no credit ends: none of its words stands last."""
    words = _BETWEEN.split(text[-_LAST:])
    last = words[-1].strip(_AROUND)
    if len(words) == 1 or not last.islower() or last in _LAST_WORDS:
        return False
    return not any(mark in text for mark in _LABELS_MARKS)


def makers(credit: str) -> Iterator[str]:
    """Name the people and firms of a credit, without its labels and brackets."""
    bare = _unbuttoned(credit).strip("()[]| ")
    if label := _LABEL.match(bare):
        bare = bare[label.end() :]
    yield bare
    yield from re.split(r"\s?[/|,;]\s?|\s(?:via|for|at|courtesy of)\s", bare)


def in_round(text: str) -> str:
    """Give the name in round brackets at the end, which may be a credit's."""
    found = _brackets_at_end(text[-_REACH:])
    if found and found["open"] == "(" and is_name(found["inside"]):
        return found["inside"]
    return ""


def _unbuttoned(text: str) -> str:
    """Leave out the button that a page sets behind a caption."""
    button = _BUTTON.search(text)
    return text[: button.start()] if button else text


def _brackets_at_end(text: str) -> re.Match[str] | None:
    """Find brackets that end a text, with a stop behind them or none."""
    end = text[-_CLOSING:]
    return _IN_BRACKETS.search(text) if ")" in end or "]" in end else None


def _credit_at(tail: str) -> int:
    """Find where the credit at the end begins; its end, if there is none."""
    bare = _unbuttoned(tail)
    found = _brackets_at_end(bare)
    if found and _in_brackets(bare, found):
        return found.start()
    if _ends_as_prose(bare):
        return len(tail)
    for cut in deque(_cuts(bare), maxlen=_FEW_CUTS):
        rest = bare[cut.end() :].strip()
        if _is_end(rest) or _SHORT_FORMS.fullmatch(rest):
            return cut.start()
    return len(tail)


def _cuts(text: str) -> Iterator[re.Match[str]]:
    """Find where a credit may begin; at names with a slash, only before an agency."""
    for cut in _CUTS.finditer(text):
        at = max(cut.start("agency"), cut.start("firm"))
        if at < 0 or _AGENCIES.match(text[at:]):
            yield cut


def _in_brackets(tail: str, found: re.Match[str]) -> bool:
    """Tell a credit in brackets; a short form that they explain is none."""
    inside = found["inside"].rstrip()
    if _AGENCIES.fullmatch(inside) and found["open"] == "(":
        after_stop = re.search(r"[.!?…\"”'’]\s*$", tail[: found.start()])
        return bool(after_stop) and not tail.endswith(".")
    return _is_inside(inside)


def _is_inside(text: str) -> bool:
    """Tell a credit that has brackets to itself, and so needs less to be sure."""
    if _is_end(text):
        return True
    if _NO_CREDIT.search(text):
        return False
    words = len(text.split())
    owned = words > 1 and _PICTURE.search(text) and are_names(text)
    return bool(owned or (words <= _SURE_WORDS and _SURE_INSIDE.fullmatch(text)))


def _is_end(text: str) -> bool:
    """Tell a credit that follows a caption; alone, "Ann Lee, The Post" signs a text."""
    at_outlet = _AT_OUTLET.fullmatch(text)
    signed = at_outlet is not None and is_name(at_outlet["name"])
    return signed or _is_phrase(text)


def _is_phrase(text: str) -> bool:
    """Tell a credit by its label or by the mark between its names."""
    if not _WHOLE.fullmatch(text):
        label = _LABEL.match(text)
        if label and not _is_labelled(text, text[label.end() :]):
            return False
        if not label and not (are_names(text) and _is_marked(text)):
            return False
    return not _NO_CREDIT.search(text)


def _is_labelled(text: str, rest: str) -> bool:
    """Tell what can be a credit after its label; "Photos: …" may be a link."""
    if _SURE_LABEL.match(text):
        return 0 < len(rest.split()) <= _SURE_WORDS and not _SENTENCES.search(rest)
    return are_names(rest) and (not _TEASER.match(text) or _is_marked(rest))


def _is_marked(text: str) -> bool:
    """Tell names that stand as only credits put them: by agency, outlet or slash."""
    bare = text.rstrip(".")
    if _AGENCIES.fullmatch(bare):
        return bare == text
    for form in _MARKED:
        if found := form.fullmatch(bare):
            return not found["name"] or is_name(found["name"])
    slashed = _SLASHED.fullmatch(bare)
    return slashed is not None and _is_left_of_slash(slashed["left"])


def _is_left_of_slash(left: str) -> bool:
    if left.isupper() and max(map(len, left.split())) >= _SPELT_OUT:
        left = left.title()
    named = not left.isupper() and is_name(left)
    return named or bool(_AGENCIES.fullmatch(left))
