"""Weekdays and months that stand alone: "by Mon.", "Mon-Fri", "last JAN."."""

import re

from narrate.script.base import Rule, compiled

_DAYS = {
    "Mon": "Monday",
    "Tue": "Tuesday",
    "Wed": "Wednesday",
    "Thu": "Thursday",
    "Fri": "Friday",
    "Sat": "Saturday",
    "Sun": "Sunday",
}
_MONTHS = {
    "Jan": "January",
    "Feb": "February",
    "Mar": "March",
    "Apr": "April",
    "Jun": "June",
    "Jul": "July",
    "Aug": "August",
    "Sep": "September",
    "Oct": "October",
    "Nov": "November",
    "Dec": "December",
    "May": "May",
}
_DAY = r"(?:Mon|Tues?|Weds?|Thu(?:rs?)?|Fri|Sat|Sun)"
_FULL_DAY = rf"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|{_DAY})"
_FULL_MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November"
    r"|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)"
)
_NAMES = {"Jan", "Mar", "Jun", "Apr", "Jul"}
_THE = r"\b[Tt]he $"
_WHEN = (
    r"\b(?:in|of|on|since|until|till|by|last|next|late|early|mid|this|through|from|to"
    r"|before|after|between|and|every|during|for)[ -]$"
)
_SHOUTED = r"(?:JAN|FEB|MAR|APR|AUG|SEPT|OCT|NOV|DEC)"
_SHORT_DAYS = frozenset("Mon Tue Tues Wed Weds Thu Thur Thurs Fri Sat Sun".split())
_SHORT_MONTHS = frozenset(name.lower() for name in _MONTHS) | {"sept"}
_MONTH = r"(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)"


def _name(short: str) -> str:
    key = short.strip(". ").capitalize()[:3]
    return _DAYS.get(key) or _MONTHS[key]


def _named(found: re.Match[str]) -> str:
    return _name(found["name"])


def _day(found: re.Match[str]) -> str | None:
    """Leave "in the Sun." as it stands."""
    return (
        None
        if compiled(_THE).search(found.string[: found.start()][-5:])
        else _named(found)
    )


def _month(found: re.Match[str]) -> str | None:
    """Leave people and places: "said Jan.", "Del Mar."."""
    name = found["name"] or found["shout"]
    before = found.string[: found.start()][-12:]
    if name in _NAMES and not (compiled(_WHEN).search(before) or found["shout"]):
        return None
    return _name(name)


RULES = (
    Rule(
        name="weekdays",
        starts=(
            r"[MTWFS][a-z]{2,8}\.?(?:\s?[-–—/&]|,? (?:and|&)|\sto)\s?"
            "(?=[MTWFS][a-z]{2})"
        ),
        words=_SHORT_DAYS | {*_DAYS.values()},
        pattern=(
            rf"\b(?P<first>{_FULL_DAY})\.?(?P<to>\s?[-–—]\s?|\sto\s|/|,? (?:and|&) )"
            rf"(?P<last>{_FULL_DAY})\b(?:\.(?=[\s,;:)]|$))?(?![\w-])"
        ),
        say=lambda found: (
            f"{_name(found['first'])}"
            f"{' and ' if found['to'].strip(', ') in {'and', '&', '/'} else ' to '}"
            f"{_name(found['last'])}"
        ),
        examples=(
            ("open Mon-Fri, 9", "open Monday to Friday, 9"),
            ("Monday-Friday", "Monday to Friday"),
            ("Sat. & Sun. only", "Saturday and Sunday only"),
        ),
    ),
    Rule(
        name="months",
        starts=r"[JFMASOND][a-z]{2,8}\.?[-–—](?=[JFMASOND][a-z]{2})",
        pattern=(
            rf"\b(?P<first>{_FULL_MONTH})\.?[-–—](?P<last>{_FULL_MONTH})\b"
            r"(?:\.(?=[\s,;:)]|$))?(?![\w-])"
        ),
        say=lambda found: f"{_name(found['first'])} to {_name(found['last'])}",
        examples=(
            ("the Jan-Mar quarter", "the January to March quarter"),
            ("Jan.-March", "January to March"),
        ),
    ),
    Rule(
        name="weekday",
        words=_SHORT_DAYS,
        pattern=rf"(?<![\w.])(?P<name>{_DAY})\.(?=[,;:)]|\s[a-z(]|\s?[-–]|$)",
        say=_day,
        examples=(
            ("on Tues. night", "on Tuesday night"),
            ("in the Sun.", "in the Sun."),
        ),
    ),
    Rule(
        name="weekday",
        words=_SHORT_DAYS,
        pattern=(
            rf"\b(?P<name>{_DAY})\b\.?"
            rf"(?=,? {_FULL_MONTH}\.? \d|,? \d{{1,2}} {_FULL_MONTH})"
        ),
        say=_named,
        examples=(("Thu, 20 Nov", "Thursday, 20 Nov"),),
    ),
    Rule(
        name="month",
        words=_SHORT_MONTHS,
        pattern=(
            rf"\b(?P<name>{_MONTH})\.(?=\s(?:[a-z\d(]|I\b)|,|$|['’]s\b)"
            rf"|\b(?P<shout>{_SHOUTED})\.(?=\s|,|$)"
        ),
        say=_month,
        examples=(
            ("in late Mar. or", "in late March or"),
            ("to Del Mar, said Jan.", "to Del Mar, said Jan."),
            ("by DEC. he", "by December he"),
        ),
    ),
    Rule(
        name="month",
        words=_SHORT_MONTHS,
        pattern=(
            r"(?<=\b[a-z]{2} )(?P<name>Jan|Feb|Aug|Sept?|Oct|Nov|Dec)"
            r"(?= (?:1[89]|20)\d\d\b)"
        ),
        say=_named,
        examples=(("in Feb 2017", "in February 2017"),),
    ),
)
