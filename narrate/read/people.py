"""Names, bylines and dates as pages write them."""

import re
from datetime import date

_WORD = r"[^\W\d_a-z][\w'’.-]*"
_PARTICLE = r"(?:de|del|der|di|da|du|la|le|van|von|al|el|bin|ben|ter|ten|y)"
_NAME = rf"{_WORD}(?: (?:{_WORD}|{_PARTICLE})){{1,4}}"
_NO_NAME = re.compile(
    r"\b(?:The|A|An|And|Of|In|On|For|To|With|From|How|Why|What|When|Where|Who|New|News"
    r"|World|Politics|Business|Opinion|Our|Your|Their|This|That|About|More|Related|Read"
    r"|Later|Join|Today|Sponsored|Links?|Paper|EMAIL|E-?[Mm]ail|Media|Industry|Share"
    r"|Follow|Sign|Subscribe|Latest|Most|Top|Popular|Editors?|Staff|Breaking|Live|Watch"
    r"|Videos?|Photos?|Gallery|Contact|Privacy|Terms|Home|Sports?|Health|Science|Tech"
    r"|Technology|Entertainment|Lifestyle|Travel|Food|Weather|Markets?|COVID|Continue"
    r"|Reading|Skip|January|February|March|April|May|June|July|August|September|October"
    r"|November|December|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|Night"
    r"|Day|Eve|Year|Standards?|Minutes?|Ago)\b"
)

_BARE = re.compile(_NAME)
_BYLINE = re.compile(
    rf"(?:By|BY|by|Written by|Story by|Words by|Reported by):?\s+"
    rf"(?P<names>{_NAME}(?:(?:, | and | & |, and ){_NAME})*)"
    r"(?P<rest>(?:\s*[,|•·–—-]\s*|\s+(?:for|at|on|of|in)\s+)[^.]{0,60})?"
)

_MONTHS = (
    "january february march april may june july august september october november "
    "december"
).split()
_MONTH = r"(?P<month>[A-Z][a-z]{2,8})\.?"
_WEEKDAY = (
    r"(?:(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?\.?,?\s+)?"
)
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_CLOCK = r"(?:[,|·–—-]?\s*(?:at\s+)?\d{1,2}[:.]\d\d.{0,24})?"
_LEAD = (
    r"(?:(?:First |Last )?(?:Published|Updated|Posted|Modified|PUBLISHED|UPDATED)"
    r"(?: on| at)?:?\s*)?"
)
_DATES = (
    re.compile(rf"{_LEAD}{_WEEKDAY}{_MONTH} {_DAY},? (?P<year>\d{{4}}){_CLOCK}"),
    re.compile(rf"{_LEAD}{_WEEKDAY}{_DAY} {_MONTH},? (?P<year>\d{{4}}){_CLOCK}"),
    re.compile(
        rf"{_LEAD}(?P<year>\d{{4}})-(?P<month>\d\d)-(?P<day>\d\d)(?:[T ]\S{{0,20}})?"
    ),
)
_DECEMBER = 12


def is_name(text: str) -> bool:
    """Tell whether a line is a person's name and nothing else."""
    return bool(_BARE.fullmatch(text)) and not _NO_NAME.search(text)


def byline_names(text: str) -> str:
    """Give the names in a line such as "By Ann Lee and Bo Chen"; "" if it is none."""
    found = _BYLINE.fullmatch(text)
    if not found:
        return ""
    names = _NO_NAME.split(found["names"])[0].rstrip(" ,&")
    return names if " " in names else ""


def iso_date(text: str) -> str:
    """Give the YYYY-MM-DD of a line that is only a date; "" if it is none."""
    for pattern in _DATES:
        if found := pattern.fullmatch(text):
            month = _month(found["month"])
            if month:
                return f"{found['year']}-{month:02}-{int(found['day']):02}"
    return ""


def is_iso_date(text: str) -> bool:
    """Tell YYYY, YYYY-MM and YYYY-MM-DD of the calendar."""
    full = text + "2000-01-01"[len(text) :]
    try:
        date.fromisoformat(full)
    except ValueError:
        return False
    return len(text) in {4, 7, 10}


def _month(text: str) -> int:
    if text.isdigit():
        return int(text) if 1 <= int(text) <= _DECEMBER else 0
    short = text[:3].lower()
    return next(
        (at for at, name in enumerate(_MONTHS, 1) if name.startswith(short)),
        0,
    )
