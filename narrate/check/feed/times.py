"""Dates and lengths as feeds write them."""

import re
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

_DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
_DATE = re.compile(
    r"(?:(?P<day>Mon|Tue|Wed|Thu|Fri|Sat|Sun), )?\d{1,2} "
    r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) \d{4} "
    r"\d{2}:\d{2}(?::\d{2})? (?:[+-]\d{4}|GMT|UTC|UT|Z|[ECMP][SD]T)"
)
_CLOCK = re.compile(r"(?:(\d{1,3}):)?([0-5]?\d):([0-5]\d(?:\.\d{1,6})?)")
_SECONDS = re.compile(r"\d{1,7}(?:\.\d{1,6})?")


def date_of(text: str) -> datetime | None:
    """Read a date, as forgivingly as most players do."""
    try:
        found = parsedate_to_datetime(text[:100])
    except (ValueError, TypeError, OverflowError, IndexError):
        return None
    return found if found.tzinfo else found.replace(tzinfo=UTC)


def is_strict_date(text: str) -> bool:
    """Tell whether a date is written as RFC 2822 asks, zones by name included."""
    return _DATE.fullmatch(text) is not None and date_of(text) is not None


def wrong_weekday(text: str) -> str:
    """Give the weekday that a date falls on if it names another; "" if all is well."""
    found = _DATE.fullmatch(text)
    date = date_of(text)
    if found is None or date is None or not found["day"]:
        return ""
    right = _DAYS[date.weekday()]
    return "" if right.startswith(found["day"]) else right


def seconds_of(text: str) -> float | None:
    """Read a length: seconds, minutes:seconds or hours:minutes:seconds."""
    if _SECONDS.fullmatch(text):
        return float(text)
    found = _CLOCK.fullmatch(text)
    if found is None:
        return None
    return int(found[1] or 0) * 3600 + int(found[2]) * 60 + float(found[3])
