"""Dates and years."""

import re

from narrate.script.base import CAPITAL, DIGITS, Rule
from narrate.script.english.money import TO
from narrate.script.english.numbers import cardinal, designator, ordinal, plural, year

_NAMES = (
    "January February March April May June July August September October November "
    "December"
).split()
_MONTH = (
    r"(?P<month>Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May"
    r"|June?|July?|Aug(?:ust|\.)?|Sept?(?:ember|\.)?|Oct(?:ober|\.)?"
    r"|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
)
_DAY = r"(?P<day>3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>1[1-9]\d\d|20\d\d)"
_EDGE = r"(?![\w/:-]|[.,]\d)"
_WEEKDAYS = {
    "Mon": "Monday",
    "Tue": "Tuesday",
    "Wed": "Wednesday",
    "Thu": "Thursday",
    "Fri": "Friday",
    "Sat": "Saturday",
    "Sun": "Sunday",
}


def _month(text: str) -> str:
    return next(name for name in _NAMES if name.startswith(text[:3]))


def _year_after(found: re.Match[str], comma: str = ", ") -> str:
    written = found.groupdict().get("year")
    return comma + year(int(written)) if written else ""


def _month_day(found: re.Match[str]) -> str:
    said = f"{_month(found['month'])} {ordinal(int(found['day']))}"
    if found["last"]:
        said += f" to {ordinal(int(found['last']))}"
    return said + _year_after(found)


def _day_month(found: re.Match[str]) -> str:
    day = ordinal(int(found["day"]))
    return f"the {day} of {_month(found['month'])}{_year_after(found, ' ')}"


def _month_year(found: re.Match[str]) -> str:
    return f"{_month(found['month'])} {year(int(found['year']))}"


def _numeric(found: re.Match[str]) -> str | None:
    """Say a date of figures; the year may be missing."""
    month, day = int(found["month"]), int(found["day"])
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return None
    return f"{_NAMES[month - 1]} {ordinal(day)}" + _year_after(found)


def _decade(found: re.Match[str]) -> str:
    if found["short"]:
        return plural(cardinal(int(found["short"])))
    return plural(year(int(found["full"])))


def _years(found: re.Match[str]) -> str:
    first, last = int(found["first"]), found["last"]
    if len(last) == 2:
        return f"{year(first)} to {cardinal(int(last))}"
    return f"{year(first)} to {year(int(last))}"


_COUNTED = re.compile(
    r"\s?(?:people|men|women|children|troops|soldiers|miles|feet|met(?:er|re)s|yards"
    r"|acres|tons|tonnes|pounds|dollars|euros|students|members|workers|votes|seats"
    r"|homes|houses|copies|square|cubic|kilomet(?:er|re)s|points|times|hours|days"
    r"|years|employees|residents|different|species|pages|words|guns|prisoners|ships"
    r"|aircraft|units|jobs|cases|deaths|drones|missiles|rounds|shells|mines)\b"
)


def _single_year(found: re.Match[str]) -> str | None:
    after = found.string[found.end() : found.end() + 20]
    return None if _COUNTED.match(after) else year(int(found["year"]))


RULES = (
    Rule(
        name="date",
        starts=CAPITAL,
        pattern=(
            rf"\b{_MONTH} {_DAY}(?:\s?[-–]\s?(?P<last>[123]?\d))?"
            rf"(?:,? {_YEAR}(?:\b|(?=\d\d?:\d\d)))?(?:{_EDGE}|(?=\d\d?:\d\d))"
        ),
        say=_month_day,
        examples=(
            ("on Nov. 20 and", "on November twentieth and"),
            ("June 7, 2024.", "June seventh, twenty twenty-four."),
            ("Jan. 6", "January sixth"),
            ("Oct. 3-5", "October third to fifth"),
            ("We may 12 times.", "We may 12 times."),
        ),
    ),
    Rule(
        name="date",
        starts=DIGITS,
        pattern=rf"\b{_DAY} {_MONTH}(?:,? {_YEAR}\b)?{_EDGE}",
        say=_day_month,
        examples=(
            ("20 November 2024", "the twentieth of November twenty twenty-four"),
        ),
    ),
    Rule(
        name="month and year",
        starts=CAPITAL,
        pattern=rf"\b{_MONTH},? {_YEAR}{_EDGE}",
        say=_month_year,
        examples=(("In a June 2022 speech", "In a June twenty twenty-two speech"),),
    ),
    Rule(
        name="date",
        starts=DIGITS,
        pattern=rf"\b{_YEAR}-(?P<month>\d\d)-(?P<day>\d\d)\b",
        say=_numeric,
        examples=(("2024-11-20", "November twentieth, twenty twenty-four"),),
    ),
    Rule(
        name="date",
        starts=DIGITS,
        pattern=rf"\b(?P<month>\d\d?)/(?P<day>\d\d?)/{_YEAR}\b",
        say=_numeric,
        examples=(("11/20/2024", "November twentieth, twenty twenty-four"),),
    ),
    Rule(
        name="date",
        starts=DIGITS,
        pattern=(
            r"(?:(?<=\bon )|(?<=until )|(?<=dated ))"
            r"(?P<month>\d\d?)/(?P<day>\d\d?)(?![\w/]|[.,]\d| of\b)"
        ),
        say=_numeric,
        examples=(("a vote on 9/15 at", "a vote on September fifteenth at"),),
    ),
    Rule(
        name="month",
        starts=CAPITAL,
        pattern=r"\b(?P<month>Jan|Feb|Aug|Sept?|Oct|Nov|Dec)\.(?=\s|,|$)",
        say=lambda found: _month(found["month"]),
        examples=(("late Nov. and", "late November and"),),
    ),
    Rule(
        name="weekday",
        starts=CAPITAL,
        pattern=(
            r"\b(?P<day>Mon|Tue|Wed|Thu|Fri|Sat|Sun)(?:s|rs|urs|nes)?\."
            r"(?=,? (?:\d|night|morning|evening|afternoon|[JFMASOND][a-z]{2,8}\.? \d))"
        ),
        say=lambda found: _WEEKDAYS[found["day"]],
        examples=(("Tues. night", "Tuesday night"),),
    ),
    Rule(
        name="decade",
        starts=r"[’'‘]|\d+",
        pattern=(
            r"(?<![\w.,$£€])(?:(?P<full>1[1-9]\d0|20\d0)|[’'‘](?P<short>[2-9]0))[’']?s\b"
        ),
        say=_decade,
        examples=(
            ("the 1990s", "the nineteen nineties"),
            ("the ’80s", "the eighties"),
        ),
    ),
    Rule(
        name="era",
        starts=DIGITS,
        pattern=(
            r"(?<![\w.,])(?P<year>\d{3,4})\s(?P<era>B\.?C\.?(?:E\.?)?|A\.?D\.?|C\.?E\.?)(?!\w)"
        ),
        say=lambda found: (
            f"{designator(found['year'])} {' '.join(found['era'].replace('.', ''))}"
        ),
        examples=(("In 740 B.C. he", "In seven forty B C he"),),
    ),
    Rule(
        name="years",
        starts=DIGITS,
        pattern=(
            rf"(?<![\w.,$£€/-])(?P<first>1[1-9]\d\d|20\d\d){TO}"
            r"(?P<last>1[1-9]\d\d|20\d\d|\d\d)(?![\w-]|[.,]\d)"
        ),
        say=_years,
        examples=(("the 1939-45 war", "the nineteen thirty-nine to forty-five war"),),
    ),
    Rule(
        name="year",
        starts=DIGITS,
        pattern=rf"(?<![\w.,$£€/:-]){_YEAR}(?![\w/]|[.,:]\d|-\d)",
        say=_single_year,
        examples=(
            ("In 1984, he", "In nineteen eighty-four, he"),
            ("by 2005", "by two thousand five"),
            ("in 1900", "in nineteen hundred"),
            ("1500 people", "1500 people"),
        ),
    ),
)
