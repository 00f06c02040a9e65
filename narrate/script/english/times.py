"""Times of day, time zones and durations."""

import re

from narrate.script.base import DIGITS, Rule
from narrate.script.english.money import TO
from narrate.script.english.numbers import cardinal

_ZONES = {
    "ET": "Eastern Time",
    "EST": "Eastern Standard Time",
    "EDT": "Eastern Daylight Time",
    "CT": "Central Time",
    "CST": "Central Standard Time",
    "PT": "Pacific Time",
    "PST": "Pacific Standard Time",
    "PDT": "Pacific Daylight Time",
    "GMT": "G M T",
    "UTC": "U T C",
    "CET": "Central European Time",
    "BST": "British Summer Time",
}

_HALF = r"[ap]\.m\.|[ap]m\b|[AP]\.M\.|[AP]M\b"
_HALF_OPEN = rf"(?:\s?(?P<first_half>{_HALF}))"
_HOUR = r"(?:[01]?\d|2[0-4])(?:[:.][0-5]\d)?"


def _clock(found: re.Match[str]) -> str | None:
    half = _half(found["half"])
    at = found["at"]
    if not half and (":" not in at or (found["from"] and ":" not in found["from"])):
        return None
    said = _hour(at, bare=not half) + half
    if found["from"]:
        first = _half(found["first_half"])
        said = f"{_hour(found['from'], bare=not (half or first))}{first} to {said}"
    return said + (f" {_ZONES[found['zone']]}" if found["zone"] else "")


def _half(written: str | None) -> str:
    return f" {written[0].upper()} M" if written else ""


def _hour(written: str, *, bare: bool) -> str:
    """Say an hour; `bare` where neither A M nor P M follows."""
    hour, _, minute = written.replace(".", ":").partition(":")
    said = cardinal(int(hour))
    if minute and int(minute):
        return f"{said} {'oh ' if minute[0] == '0' else ''}{cardinal(int(minute))}"
    if not minute or not bare:
        return said
    return said + (" hundred" if int(hour) > 12 else " o'clock")


def _duration(found: re.Match[str]) -> str:
    units = {"hour": found["h"], "minute": found["m"], "second": found["s"]}
    return ", ".join(
        f"{cardinal(int(n))} {unit}{'' if int(n) == 1 else 's'}"
        for unit, n in units.items()
    )


RULES = (
    Rule(
        name="time",
        starts=DIGITS,
        pattern=(
            rf"(?:(?<![\w.,:/-])|(?<=\b20\d\d))(?:(?P<from>{_HOUR}){_HALF_OPEN}?{TO})?(?P<at>{_HOUR})"
            rf"(?:\s?(?P<half>{_HALF}))?"
            rf"(?: (?P<zone>{'|'.join(_ZONES)})\b)?(?![\w:]|\.\d)"
        ),
        say=_clock,
        examples=(
            ("at 7:05 p.m. on", "at seven oh five P M on"),
            ("at 10 a.m. ET,", "at ten A M Eastern Time,"),
            ("by 19:30 GMT", "by nineteen thirty G M T"),
            ("at 6:00", "at six o'clock"),
            ("by 11.30pm", "by eleven thirty P M"),
            ("9am-5pm", "nine A M to five P M"),
            ("6:00-8:00 p.m.", "six to eight P M"),
        ),
    ),
    Rule(
        name="duration",
        starts=DIGITS,
        pattern=r"(?<![\w:.,])(?P<h>\d{1,2}):(?P<m>[0-5]\d):(?P<s>[0-5]\d)(?![\w:])",
        say=_duration,
        examples=(("in 2:04:35", "in two hours, four minutes, thirty-five seconds"),),
    ),
)
