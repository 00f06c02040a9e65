"""Credits: who took a picture, as pages write it, alone or at a caption's end.

A credit is what follows a label ("Photo: …"), or names with a mark that running prose
does not have ("Ann Lee/AFP"). Every word of it is a name or joins two.
"""

import re
from collections.abc import Iterator

from narrate.read.agencies import AGENCY, STUDIO_WORD, WIRE
from narrate.read.people import is_name

_REACH = 200  # characters: no credit is longer
_LONGEST_NAMES = 16  # words

_MAKER = (
    r"(?:photo(?:graph(?:y|er)?|s? illustration)?|image|picture|pic|illustration"
    r"|(?:info)?graphic|art(?:work)?|screen ?(?:shot|grab)|video|animation|drawing"
    r"|cartoon|composite|rendering)s?"
)
_WHOSE = r"(?i:staff|file|courtesy|top|cover|main|lead|header|featured|stock|AP|press)"
_ABOUT = r"(?:credits?|source|copyright|courtesy(?: of)?|by|via|from|provided by)"

# What stands before names; what it makes sure of is that the words after it are a
# credit if they can be names at all.
_LABEL = re.compile(
    rf"""(?x)
    (?:{_WHOSE}\ )?(?i:{_MAKER})(?:\ (?i:{_ABOUT}))?\s?[:©/]\s?(?i:by\ |via\ )?(?:©\s?)?
    | (?:{_WHOSE}\ )?(?i:{_MAKER})\ (?i:{_ABOUT})[,\s]*(?:©\s?)?
    | (?:Credit){{1,2}}s?(?:\s?(?::|\.\.\.|…|/)\s?(?i:courtesy(?:\ of)?\s)?|(?=[A-Z]))
    | (?i:credits?|sources?|courtesy)\s?:\s?
    | (?:[Cc]ourtesy|COURTESY)(?:\ (?i:of))?\s | ©\s?
    """
)
# After these nothing but a credit follows, whatever its words.
_SURE_LABEL = re.compile(
    rf"""(?x)
    (?i:{_MAKER}\s(?:credits?|source|courtesy|copyright)|credits?)\s?
    (?::|\.\.\.|…|should\sread)\s?
    """
)
_SURE_WORDS = 8
_SURE_INSIDE = re.compile(rf"(?i:{_MAKER}\s?:|courtesy\s).*")
_PICTURE = re.compile(rf"\b(?i:{_MAKER})\b")
_NAMELESS = re.compile(rf"(?i:{STUDIO_WORD})")
_VIA = re.compile(r"Via\s(?=\S)")
_TEASER = re.compile(r"(?:Photos|Pictures|Images|Videos?|Graphics?|Sources)\s?:")
_NO_CREDIT = re.compile(
    r"(?i)©\s?(?:copyright\s)?\d{4}|©\s?copyright|copyright\s(?:©\s?)?\d{4}"
    r"|all rights reserved|^(?:By|Reporting|Edit(?:ed|ing)|Written|Story|Compiled|View"
    r"|Print|Download|Click|Share|Send)\b"
)
_BUTTON = re.compile(r"\s*(?:hide|toggle) caption$")
_JOINING = frozenset(
    "of the for via and by from at in on a de del der di da du la le van von al bin y "
    "file files handout pool photo photos image images picture courtesy sources source "
    "contributor screenshot with family author artist user police estate collection "
    "archive archives gallery".split()
)
_BETWEEN = re.compile(r"[\s/|,;:©()\[\]&+–—-]+")
_SENTENCES = re.compile(r"[a-z\d]{3}[.!?]['\"”’)]?(?:\s|(?=[A-Z]))")
_AGENCIES = re.compile(rf"{AGENCY}(?:[\s/,|–-]+{AGENCY})*(?i: files?| handout| pool)?")
_WIRES = re.compile(WIRE)
_BY_AGENCY = re.compile(
    rf"(?:.+?[^\w\s]\s?|.+? via |(?P<name>.+?) (?:for|by) ){AGENCY}\b.{{0,30}}"
)
_PHOTOGRAPHER = re.compile(
    r"(?P<name>[^,|/]+?)\s?[,|/–—-]\s?(?i:staff|special to .+|(?:staff |chief )?photo"
    r"(?:grapher|journalist)?|for .+|file|handout|pool|contributor)"
)
_OUTLET = re.compile(
    r"(?P<name>.+?) for (?:The )?[A-Z].*(?:Times|Post|News|Magazine|Herald|Tribune|Journal|Globe"
    r"|Chronicle|Guardian|Gazette|Observer|Press|Telegraph|Star|Sun|Mail|NPR|CNN"
    r"|NBC|BBC|POLITICO|TIME|Review|Reporter|Weekly)"
)
_AGENCY_USER = re.compile(rf"{AGENCY}\s?/\s?\S+(?: \S+)?")
_HOST = r"(?:Twitter|Instagram|Facebook|TikTok|YouTube|Flickr|Reddit)"
_HOSTED = re.compile(rf"{_HOST}\s?/\s?\S+|@\w+(?: via |\s?/\s?){_HOST}")
_SLASHED = re.compile(r"(?P<left>[^/]+?)\s?/\s?(?P<right>\S.*)")

_STOPS = tuple(".!?…\"”'’")
_IN_BRACKETS = re.compile(
    r"\s*(?P<open>[(\[])\s?(?P<inside>(?:[^()\[\]]|\([^()]{0,40}\)){2,160})[)\]]\.?$"
)
# Where a credit may begin: after a sentence, after a dash or bar, at a label that is
# glued to the last word or stands out from it by its capital.
_CUTS = re.compile(
    rf"""(?x)
    (?<=[.!?…])\s*(?=[A-Z©\d@]) | (?<=[.!?…]["'”’)\]])\s*(?=[A-Z©\d@])
    | (?<=[.!?…])\s+(?=[a-z]{{4,12}}\s) | \s+[|–—-]+\s*(?=\S)
    | ,\s(?=(?:photo|image|picture)\s(?:by|courtesy)\s)
    | (?<=\w)\s*(?=(?:Photo(?:graph)?s?|Image|Picture|Illustration)\s?
        (?:[Cc]redit|[Ss]ource|[Cc]ourtesy)?\s?(?::|by\s|[Cc]ourtesy\s|via\s)
        |PHOTO|Credit(?:[A-Z]|\s?:|\.\.\.|…|\s?/)|CREDIT|©|Source:|Courtesy\s)
    | \s(?=(?:[A-Z][\w.'’-]+\s){{2}}/\s?{AGENCY}|[A-Z][\w.'’-]+\s[A-Z][\w.'’-]+/{AGENCY}
        |(?:AFP/)?Getty\ Images$|Shutterstock$)
    """
)


def split_credit(text: str) -> tuple[str, str]:
    """Part a caption from the credit at its end; either may be empty."""
    if len(text) <= _REACH and is_credit(text):
        return "", text
    start = len(text) - len(text[-_REACH:])
    at = _credit_at(text[start:])
    if at is None or not start + at:
        return text, ""
    caption = text[: start + at].rstrip()
    return caption, text[len(caption) :].strip()


def is_credit(text: str) -> bool:
    """Tell whether all of a short text is a credit, bare or in brackets."""
    text = _BUTTON.sub("", text)
    found = _IN_BRACKETS.fullmatch(text)
    if not found:
        via = _VIA.match(text)
        return _is_phrase(text) or bool(via and are_names(text[via.end() :]))
    inside = found["inside"].rstrip()
    return _is_inside(inside) or is_name(inside)


def is_news_agency(text: str) -> bool:
    """Tell a name that is a credit beside a picture and a source elsewhere."""
    return bool(_WIRES.fullmatch(text))


def is_empty_label(text: str) -> bool:
    """Tell a label whose names stand on the next line: "Image copyright"."""
    found = _LABEL.match(f"{text} ")
    return bool(found) and found.end() >= len(text)


def are_names(text: str) -> bool:
    """Tell whether every word is written as a name, or joins two names."""
    if _SENTENCES.search(text):
        return False
    words = [word.strip(".'’\"") for word in _BETWEEN.split(text)]
    words = [word for word in words if word]
    return 0 < len(words) <= _LONGEST_NAMES and (
        any(not word.islower() for word in words)
        and all(not word.islower() or word in _JOINING for word in words)
    )


def makers(credit: str) -> Iterator[str]:
    """Name the people and firms of a credit, without its labels and brackets."""
    bare = _BUTTON.sub("", credit).strip("()[]| ")
    if label := _LABEL.match(bare):
        bare = bare[label.end() :]
    yield bare
    yield from re.split(r"\s?[/|,;]\s?|\s(?:via|for|at|courtesy of)\s", bare)


def _credit_at(tail: str) -> int | None:
    """Find where the credit at the end begins."""
    button = _BUTTON.search(tail)
    tail = tail[: button.start()] if button else tail
    if brackets := _IN_BRACKETS.search(tail):
        return brackets.start() if _in_brackets(tail, brackets) else None
    for cut in _CUTS.finditer(tail):
        if cut.end() and _is_phrase(tail[cut.end() :].strip()):
            return cut.start()
    return None


def _in_brackets(tail: str, found: re.Match[str]) -> bool:
    """Tell a credit in brackets; a short form that they explain is none."""
    inside = found["inside"].rstrip()
    before = tail[: found.start()].rstrip()
    after_stop = before[-1:] in _STOPS and not tail.endswith(".")
    if _AGENCIES.fullmatch(inside) and found["open"] == "(":
        return after_stop
    return _is_inside(inside)


def _is_inside(text: str) -> bool:
    """Tell a credit that has brackets to itself, and so needs less to be sure."""
    if _is_phrase(text):
        return True
    words = len(text.split())
    owned = words > 1 and _PICTURE.search(text) and are_names(text)
    return bool(owned or (words <= _SURE_WORDS and _SURE_INSIDE.fullmatch(text)))


def _is_phrase(text: str) -> bool:
    """Tell a credit by its label or by the mark between its names."""
    if _NO_CREDIT.search(text):
        return False
    if any(form.fullmatch(text) for form in (_NAMELESS, _AGENCY_USER, _HOSTED)):
        return True
    if found := _PHOTOGRAPHER.fullmatch(text):
        return is_name(found["name"])
    if label := _SURE_LABEL.match(text):
        rest = text[label.end() :]
        return 0 < len(rest.split()) <= _SURE_WORDS and not _SENTENCES.search(rest)
    if label := _LABEL.match(text):
        rest = text[label.end() :]
        if _TEASER.match(text) and not _is_marked(rest) and not is_name(rest):
            return False
        return are_names(rest)
    return are_names(text) and _is_marked(text)


def _is_marked(text: str) -> bool:
    """Tell names that stand as only credits put them: by agency, outlet or slash."""
    bare = text.rstrip(".")
    if _AGENCIES.fullmatch(bare):
        return bare == text
    for form in (_BY_AGENCY, _OUTLET):
        if found := form.fullmatch(bare):
            return not found["name"] or is_name(found["name"])
    slashed = _SLASHED.fullmatch(bare)
    if not slashed:
        return False
    left = slashed["left"].title() if bare.isupper() else slashed["left"]
    return is_name(left) or bool(_AGENCIES.fullmatch(left))


def in_round(text: str) -> str:
    """Give the name in round brackets at the end, which may be a credit's."""
    found = _IN_BRACKETS.search(text[-_REACH:])
    named = found and found["open"] == "(" and is_name(found["inside"])
    return found["inside"] if found and named else ""
