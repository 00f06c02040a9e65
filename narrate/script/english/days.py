"""Days and months by themselves, cut short or in a row."""

import re

from narrate.script.base import Rule
from narrate.script.english.dates import MONTH_PLACES, MONTHS, month_name

_WEEKDAYS = {
    "mon": "Monday",
    "tue": "Tuesday",
    "wed": "Wednesday",
    "thu": "Thursday",
    "fri": "Friday",
    "sat": "Saturday",
    "sun": "Sunday",
}
_FULL = (
    rf"(?:{'|'.join(MONTHS)}|(?:Jan|Feb|Aug|Sept|Oct|Nov|Dec)\."
    r"|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)"
)
_WEEKDAY = r"(?:Mon|Tues?|Wed(?:nes|s)?|Thu(?:rs?)?|Fri|Sat|Sun)"


def _full(name: str) -> str:
    """Write a month out; a day is written out already."""
    return month_name(name) if name.endswith(".") else name


def _weekday(found: re.Match[str]) -> str:
    days = [_WEEKDAYS[found["day"][:3].lower()]]
    if found["last"]:
        days.append(_WEEKDAYS[found["last"][:3].lower()])
    return " to ".join(days)


RULES = (
    Rule(
        name="month",
        starts=MONTH_PLACES,
        marks=".",
        pattern=r"(?P<month>Jan|Feb|Aug|Sept?|Oct|Nov|Dec|JAN|FEB|AUG|SEPT?|OCT|NOV|DEC)\.(?=\s|,|$)",
        say=lambda found: month_name(found["month"]),
        examples=(("last Oct. in", "last October in"),),
    ),
    Rule(
        name="days or months",
        starts="[JFMASONDTW]",
        marks="-–",
        pattern=rf"\b(?P<from>{_FULL})[-–](?P<to>{_FULL})(?!\w)",
        say=lambda found: " to ".join(_full(found[end]) for end in ("from", "to")),
        examples=(("open Monday-Friday", "open Monday to Friday"),),
    ),
    Rule(
        name="weekday",
        starts=r"[MTWFS][a-z]\w+",
        pattern=(
            rf"\b(?P<day>{_WEEKDAY})(?:\.?[-–](?P<last>{_WEEKDAY})\b\.?|\.?(?=,? "
            r"(?:[JFMASOND][a-z]{2,8}\.? \d|\d{1,2} [JFMASOND][a-z]{2,8}\b))"
            r"|\.(?=,? (?:\d|night|morning|evening|afternoon|and\b|at\b)))"
        ),
        say=_weekday,
        examples=(
            ("Tues. night", "Tuesday night"),
            ("open Mon-Fri", "open Monday to Friday"),
            ("Wed, Nov 4", "Wednesday, Nov 4"),
            ("the Sun said", "the Sun said"),
        ),
    ),
)
