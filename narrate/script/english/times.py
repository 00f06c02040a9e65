"""Times of day, time zones and durations."""

import re

from narrate.compiled import compiled
from narrate.script.base import FIGURE, Rule
from narrate.script.english.figures import TO
from narrate.script.english.numbers import cardinal, digits

_ZONES = {
    "ET": "Eastern Time",
    "EST": "Eastern Standard Time",
    "EDT": "Eastern Daylight Time",
    "CT": "Central Time",
    "CST": "Central Standard Time",
    "CDT": "Central Daylight Time",
    "MT": "Mountain Time",
    "MST": "Mountain Standard Time",
    "MDT": "Mountain Daylight Time",
    "PT": "Pacific Time",
    "PST": "Pacific Standard Time",
    "PDT": "Pacific Daylight Time",
    "AKST": "Alaska Standard Time",
    "GMT": "G M T",
    "UTC": "U T C",
    "CET": "Central European Time",
    "CEST": "Central European Summer Time",
    "EET": "Eastern European Time",
    "BST": "British Summer Time",
    "IST": "India Standard Time",
    "JST": "Japan Standard Time",
    "AEST": "Australian Eastern Standard Time",
    "AEDT": "Australian Eastern Daylight Time",
    "Z": "Zulu",
}
_ZONE = rf"(?:{'|'.join(_ZONES)})\b"
_OFFSET = r"(?P<offset>[-+−]\d{1,2}(?::?[0-5]\d)?)"

_HALF = r"[ap]\. ?m\.|[ap]\.m(?=,)|[ap]m\b|[AP]\. ?M\.|[AP]M\b"
_HALF_OPEN = rf"(?:\s?(?P<first_half>{_HALF}))"
_HOUR = r"(?:[01]?\d|2[0-4])(?:[:.][0-5]\d)?"
_DATED = r"\b(?:19|20)\d\d(?:,? |)$"
_UNITS = {"h": "hour", "m": "minute", "s": "second"}


def _clock(found: re.Match[str]) -> str | None:
    half = _half(found["half"])
    at = found["at"]
    bare = not half and (":" not in at or (found["from"] and ":" not in found["from"]))
    if bare and not (found["zone"] and "." in at):
        return None
    said = _hour(at, bare=not half) + half
    if found["from"]:
        first = _half(found["first_half"])
        said = f"{_hour(found['from'], bare=not (half or first))}{first} to {said}"
    glued = found.string[found.end() : found.end() + 1].isalpha()
    after_date = ", " if compiled(_DATED).search(found.string[: found.start()]) else ""
    # "A M U T C" would be five letters in a row to every voice: a breath between.
    apart = "," * bool(half and _ZONES.get(found["zone"], "")[1:2] == " ")
    return after_date + said + apart + _zone(found) + " " * glued


def _half(written: str | None) -> str:
    return f" {written[0].upper()} M" if written else ""


def _zone(found: re.Match[str]) -> str:
    if not found["zone"]:
        return ""
    said = f" {_ZONES[found['zone']]}"
    if found["offset"]:
        sign = "plus" if found["offset"][0] == "+" else "minus"
        hours, _, minutes = found["offset"][1:].partition(":")
        said += f" {sign} {cardinal(int(hours))}"
        said += f" {cardinal(int(minutes))}" if minutes else ""
    if other := found.groupdict().get("other"):
        said = f"{said.removesuffix(' Time')}, {_ZONES[other]}"
    return said


def _hour(written: str, *, bare: bool) -> str:
    """Say an hour; `bare` where neither A M nor P M follows."""
    hour, _, minute = written.replace(".", ":").partition(":")
    said = cardinal(int(hour))
    if minute and int(minute):
        return f"{said} {'oh ' if minute[0] == '0' else ''}{cardinal(int(minute))}"
    if not minute or not bare:
        return said
    return said + (" hundred" if int(hour) > 12 or hour == "00" else " o'clock")


def _counted(n: str, unit: str) -> str:
    whole, dot, part = n.partition(".")
    said = cardinal(int(whole)) + (f" point {digits(part)}" if dot else "")
    return f"{said} {_UNITS[unit]}{'' if float(n) == 1 else 's'}"


def _duration(found: re.Match[str]) -> str:
    """Say what a stopwatch shows, without the parts that are nothing."""
    parts = [(found["h"] or "0", "h"), (found["m"] or found["m2"], "m")]
    parts.append((found["s"] or found["s2"], "s"))
    if found["half"]:
        at, half = f"{found['h']}:{found['m']}", _half(found["half"])
        return f"{_hour(at, bare=False)} and {_counted(found['s'], 's')}{half}"
    kept = [(n, unit) for n, unit in parts if float(n)] or [parts[-1]]
    return ", ".join(_counted(n, unit) for n, unit in kept)


def _military(found: re.Match[str]) -> str:
    hour, minute = found["h"], int(found["m"])
    said = f"oh {cardinal(int(hour))}" if hour[0] == "0" else cardinal(int(hour))
    if hour == "00":
        said = "zero"
    minutes = (
        f"{'oh ' if minute < 10 else ''}{cardinal(minute)}" if minute else "hundred"
    )
    zone = f" {_ZONES[found['zone']]}" if found["zone"] else " hours"
    return f"{said} {minutes}{zone}"


RULES = (
    Rule(
        name="time",
        starts=(
            r"(?<!\d)(?!20\d\d\d\d?:)\d{1,15}+"
            r"(?=[:.]\d\d| ?[-–—] ?\d|\s?[aApP]\.? ?[mM])"
            r"|(?<=\b20\d\d)\d"  # "20247:05" is two lines of a page
        ),
        marks=FIGURE,
        pattern=(
            rf"(?:(?<![\w.,:/$£€-])|(?<=\b20\d\d)|(?<=:\d\d/))(?:(?P<from>{_HOUR}){_HALF_OPEN}?{TO})?"
            rf"(?P<at>{_HOUR})(?:\s?(?P<half>{_HALF}))?"
            rf"(?:\s?\(?(?P<zone>{_ZONE}){_OFFSET}?(?:/(?P<other>{_ZONE}))?\)?)?"
            r"(?!(?![A-Z][a-z])\w|:|\.\d)"  # "13:11Gavin" is two lines of a page
        ),
        say=_clock,
        examples=(
            ("at 7:05 p.m. on", "at seven oh five P M on"),
            ("at 7:00 P. M., he", "at seven P M, he"),
            ("at 10 a.m. ET,", "at ten A M Eastern Time,"),
            ("by 19:30 GMT", "by nineteen thirty G M T"),
            ("at 14:00 UTC+2", "at fourteen hundred U T C plus two"),
            ("at 11:15 am UTC", "at eleven fifteen A M, U T C"),
            ("at 6:00", "at six o'clock"),
            ("by 11.30pm", "by eleven thirty P M"),
            ("9am-5pm", "nine A M to five P M"),
            ("in 20247:05 PM", "in 2024, seven oh five P M"),
            ("6:00-8:00 p.m.", "six to eight P M"),
        ),
    ),
    Rule(
        name="duration",
        starts=r"\d{1,15}+(?=:\d\d[:.]\d)",
        marks=":",
        pattern=(
            r"(?<![\w:.,])(?:(?P<h>\d{1,3}):(?P<m>[0-5]\d):(?P<s>[0-5]\d(?:\.\d{1,3})?)"
            rf"(?:\s?(?P<half>{_HALF}))?"
            r"|(?P<m2>\d{1,3}):(?P<s2>[0-5]\d\.\d{1,3}))(?![\w:])"
        ),
        say=_duration,
        examples=(
            ("in 2:04:35", "in two hours, four minutes, thirty-five seconds"),
            ("at 10:05:01 a.m.", "at ten oh five and one second A M"),
            ("in 4:33.12", "in four minutes, thirty-three point one two seconds"),
        ),
    ),
    Rule(
        name="duration",
        starts=r"\d{1,3}(?= ?(?:h|hr|hrs|m|min|mins) ?\d)",
        marks=FIGURE,
        pattern=(
            r"(?<![\w.,$£€-])(?=\d{1,3} ?(?:h|hr|hrs|m|min|mins) ?\d)"
            r"(?:(?P<h>\d{1,3}) ?(?:h|hr|hrs))?(?: ?(?P<m>\d{1,2}) ?(?:m|min|mins))?"
            r"(?: ?(?P<s>\d{1,2}) ?(?:s|sec|secs))?(?![\w.]\w|\w)"
        ),
        say=lambda found: (
            ", ".join(_counted(n, unit) for unit, n in found.groupdict().items() if n)
            if found[0].strip()
            else None
        ),
        examples=(("a 2h 15m flight", "a two hours, fifteen minutes flight"),),
    ),
    Rule(
        name="time zone",
        words=frozenset({"UTC", "GMT", "noon", "midnight"}),
        pattern=(
            rf"(?:\b(?P<zone>UTC|GMT){_OFFSET}(?!\w)|\b(?P<noon>noon|midnight) "
            rf"(?P<after>{_ZONE}))"
        ),
        say=lambda found: (
            f"{found['noon']} {_ZONES[found['after']]}"
            if found["noon"]
            else _zone(found).strip()
        ),
        examples=(
            ("on UTC-3 in", "on U T C minus three in"),
            ("at noon ET", "at noon Eastern Time"),
        ),
    ),
    Rule(
        name="time",
        starts=r"\d{4}(?: ?[hGU]|Z)",
        marks=FIGURE,
        pattern=(
            r"(?<![\w.,:/$£€-])(?P<h>[01]\d|2[0-4])(?P<m>[0-5]\d)"
            r"(?: ?hrs\b| hours\b|h\b| ?(?P<zone>GMT|UTC|Z)\b)"
        ),
        say=_military,
        examples=(("at 0600 hours", "at oh six hundred hours"),),
    ),
)
