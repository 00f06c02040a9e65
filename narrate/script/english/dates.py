"""Dates: a month and a day in every order that people write them."""

import re

from narrate.script.base import FIGURE, Rule
from narrate.script.english.figures import TO, word_before
from narrate.script.english.numbers import cardinal, ordinal, year

MONTHS = (
    "January February March April May June July August September October November "
    "December"
).split()
# "may" and "march" in small letters are verbs more often than months.
_SMALL = [name.lower() for name in MONTHS if name not in {"March", "May"}]
_EVERY = [*MONTHS, *(name.upper() for name in MONTHS), *_SMALL]

_WORDS = frozenset(
    form for name in _EVERY for form in (name, name[:3], name[: 3 + (name[0] in "Ss")])
)


def _forms(name: str) -> str:
    """Match a month in full or cut short: "Sept." is the only one of four letters."""
    rest = f"{name[3]}(?:{name[4:]})?" if name[:4].lower() == "sept" else name[3:]
    return f"{name[:3]}(?:{rest})?" if rest else name


_ANY_MONTH = rf"(?:{'|'.join(_forms(name) for name in _EVERY)})\b\.?"
MONTH = rf"(?P<month>{_ANY_MONTH})"
MONTH_PLACES = (
    r"(?<![\w-])(?:[JFMASOND][aepuco]|[JFMASOND][AEPUCO]"
    r"|j[au]|fe|ap|au|se|oc|no|de)(?=\w)"
)
_DAY = r"(?:3[01]|[12]\d|0?[1-9])"
_TH = r"(?:st|nd|rd|th|ST|ND|RD|TH)?"
YEAR = r"(?P<year>1[1-9]\d\d|20\d\d)"
_YEAR_TOO = rf"(?:,? {YEAR}|-{YEAR.replace('year', 'year2')}|,? ['’‘](?P<short>\d\d))"
_EDGE = r"(?![\w/:-]|[.,]\d)"
# "a 20 November deadline", "the 20th November": no second article.
_ARTICLES = frozenset(
    "the a an his her its their our my your this that next last".split()
)
_LAST_MONTH, _LAST_DAY = 12, 31


def month_name(written: str) -> str:
    """Give the month that a name or its short form stands for."""
    short = written[:3].capitalize()
    return next(name for name in MONTHS if name.startswith(short))


def _year_after(found: re.Match[str], comma: str = ", ") -> str:
    groups = found.groupdict()
    if written := groups.get("year") or groups.get("year2"):
        return comma + year(int(written))
    if short := groups.get("short"):
        n = int(short)
        return comma + year((1900 if n > 50 else 2000) + n)
    return ""


def _month_day(found: re.Match[str]) -> str:
    said = f"{month_name(found['month'])} {ordinal(int(found['day']))}"
    if found["last"]:
        other = f"{month_name(found['month2'])} " if found["month2"] else ""
        said += f" to {other}{ordinal(int(found['last']))}"
    return said + _year_after(found)


def _day_month(found: re.Match[str]) -> str:
    before = word_before(found.string, found.start())
    the = "" if before in _ARTICLES else "the "
    first = f"{the}{ordinal(int(found['first']))} to " if found["first"] else ""
    the = "the " if found["first"] else the
    day = ordinal(int(found["day"]))
    return f"{first}{the}{day} of {month_name(found['month'])}{_year_after(found, ' ')}"


def _month_year(found: re.Match[str]) -> str:
    return f"{month_name(found['month'])}{_year_after(found, ' ')}"


def _spoken(month: int, day: int, after: str) -> str | None:
    if not (1 <= month <= _LAST_MONTH and 1 <= day <= _LAST_DAY):
        return None
    return f"{MONTHS[month - 1]} {ordinal(day)}{after}"


def _iso(found: re.Match[str]) -> str | None:
    said = _spoken(int(found["month"]), int(found["day"]), _year_after(found))
    if not said or not found["hour"]:
        return said
    hour, minute = int(found["hour"]), int(found["minute"])
    minutes = f"{'oh ' if minute < 10 else ''}{cardinal(minute)}"
    zone = " U T C" if found["zone"] else ""
    return f"{said}, {cardinal(hour)} {minutes if minute else 'hundred'}{zone}"


def _figures(found: re.Match[str]) -> str | None:
    """Say 11/20/2024; the day is first where there is no such month, or after dots."""
    first, second = int(found["a"]), int(found["b"])
    if found["mark"] == "." and found["short"] and second <= _LAST_MONTH:
        return None  # "2.0.10" is a version
    day_first = first > _LAST_MONTH or (found["mark"] == "." and second <= _LAST_MONTH)
    month, day = (second, first) if day_first else (first, second)
    return _spoken(month, day, _year_after(found))


def _month_slash_day(found: re.Match[str]) -> str | None:
    """Take 9/20 for a date where a date is awaited, or no one parts a thing so."""
    month, day = int(found["a"]), int(found["b"])
    awaited = word_before(found.string, found.start()) in _BEFORE_DATES
    part = month == 1 or day <= _LAST_MONTH or day in {16, 24}
    return _spoken(month, day, "") if awaited or not part else None


_BEFORE_DATES = frozenset("on until dated since till".split())


RULES = (
    Rule(
        name="date",
        starts=MONTH_PLACES,
        marks=FIGURE,
        words=_WORDS,
        pattern=(
            rf"{MONTH}[ -](?P<day>{_DAY}){_TH}"
            rf"(?:{TO}(?:(?P<month2>{_ANY_MONTH}) )?(?P<last>{_DAY}){_TH}(?!\d))?"
            rf"(?:{_YEAR_TOO}(?:\b|(?=\d\d?:\d\d)))?"
            rf"(?:{_EDGE}|(?<=\b20\d\d)(?=\d\d?:\d\d))"
        ),
        say=_month_day,
        examples=(
            ("on Nov. 20 and", "on November twentieth and"),
            ("June 7, 2024.", "June seventh, twenty twenty-four."),
            ("Jan. 6", "January sixth"),
            ("Oct. 3-5", "October third to fifth"),
            ("May 28-June 3", "May twenty-eighth to June third"),
            ("NOVEMBER 14.", "November fourteenth."),
            ("We may 12 times.", "We may 12 times."),
        ),
    ),
    Rule(
        name="date",
        starts=(
            r"\d{1,15}+(?=[a-zA-Z]{0,2}(?:(?: of)?[ -](?:[JFMASOND][aepucoAEPUCO]|j[au]"
            r"|fe|ap|au|se|oc|no|de)|(?:[-‐‑–—]|\s[-–—]\s)\d))"
        ),
        marks=FIGURE,
        words=_WORDS,
        pattern=(
            rf"\b(?:(?P<first>{_DAY}){_TH}{TO})?(?P<day>{_DAY}){_TH}(?: of)?[ -]{MONTH}"
            rf"(?:[, -]+{YEAR}\b|,? ['’‘](?P<short>\d\d))?{_EDGE}"
        ),
        say=_day_month,
        examples=(
            ("20 November 2024", "the twentieth of November twenty twenty-four"),
            ("on the 9th feb", "on the ninth of February"),
            ("20-23 May", "the twentieth to the twenty-third of May"),
        ),
    ),
    Rule(
        name="month and year",
        starts=MONTH_PLACES,
        marks=FIGURE,
        words=_WORDS,
        pattern=rf"{MONTH}{_YEAR_TOO}{_EDGE}",
        say=_month_year,
        examples=(
            ("In a June 2022 speech", "In a June twenty twenty-two speech"),
            ("since Sept ’21", "since September twenty twenty-one"),
        ),
    ),
    Rule(
        name="date",
        starts=r"\d{4}(?=[-/]\d\d[-/]\d)",
        marks="-/",
        pattern=(
            rf"\b{YEAR}[-/](?P<month>\d\d)[-/](?P<day>\d\d)"
            r"(?:[T ](?P<hour>[012]\d):(?P<minute>[0-5]\d)(?::\d\d(?:\.\d+)?)?"
            r"(?P<zone>Z|\+00:00)?)?(?![\w-])"
        ),
        say=_iso,
        examples=(
            ("2024-11-20", "November twentieth, twenty twenty-four"),
            (
                "2024-11-20T14:05:00Z",
                "November twentieth, twenty twenty-four, fourteen oh five U T C",
            ),
        ),
    ),
    Rule(
        name="date",
        starts=r"\d{1,15}+(?=[-./]\d\d?[-./]\d)",
        marks=FIGURE,
        pattern=(
            r"(?<![\w.,/$£€-])(?P<a>\d\d?)(?P<mark>[-./])(?P<b>\d\d?)(?P=mark)"
            rf"(?:{YEAR}|(?P<short>\d\d(?=[\s,;:)]|$|\.\s)))(?![\w/-]|[.,]\d)"
        ),
        say=_figures,
        examples=(
            ("11/20/2024", "November twentieth, twenty twenty-four"),
            ("20.11.2024", "November twentieth, twenty twenty-four"),
            ("on 5/6/24,", "on May sixth, twenty twenty-four,"),
        ),
    ),
    Rule(
        name="date",
        starts=r"\d{1,15}+(?=/\d)",
        marks="/",
        pattern=(
            r"(?<![\w.,/$£€-])(?!9/11\b|7/7\b)(?P<a>1[0-2]|0?[1-9])/(?P<b>3[01]|[12]\d|0?[1-9])"
            r"(?![\w/\"”″-]|[.,]\d| (?:of|inch|cup)\b)"
        ),
        say=_month_slash_day,
        examples=(
            ("a vote on 9/15 at", "a vote on September fifteenth at"),
            ("the 9/20 report", "the September twentieth report"),
            ("cut 3/4 off", "cut 3/4 off"),
        ),
    ),
)
