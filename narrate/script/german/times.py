"""Times of day, and how long something took."""

import re

from narrate.script.base import DIGITS, Rule
from narrate.script.german.numbers import TO, cardinal

_HOUR = r"(?:[01]?\d|2[0-4])(?:[:.][0-5]\d)?"
_LEFT = r"(?<![\w.,:/-])"
_CLOCKED = re.compile(
    r"(?i)\b(?:um|gegen|ab|bis|seit|von|vor|nach|zwischen|kurz|uhrzeit|beginn|einlass)"
    r"(?: \d\d?:\d\d (?:bis|und))? $"
)
_ROUND = frozenset("00 05 10 15 20 25 30 35 40 45 50 55".split())
_PLAYED = re.compile(
    r"(?i)(?:sieg|gew[ao]nn|verl[oi]e?r|unterl[ai]|niederlage|führ|schlug|besieg|halbzeit"
    r"|endstand|ergebnis|treffer|pause|punkte|spiel|\d:\d)"
)


def _hour(written: str) -> str:
    hour, _, minute = written.replace(".", ":").partition(":")
    said = f"{cardinal(int(hour), 'ein')} Uhr"
    return f"{said} {cardinal(int(minute))}" if minute and int(minute) else said


def _clock(found: re.Match[str]) -> str:
    if not found["from"]:
        return _hour(found["at"])
    first = _hour(found["from"]).removesuffix(" Uhr")
    return f"{first} {_join(found)} {_hour(found['at'])}"


def _join(found: re.Match[str]) -> str:
    return "und" if "und" in found["join"] else "bis"


def _bare(found: re.Match[str]) -> str | None:
    """Say "20:45" as a time, unless it may be a score."""
    text, at = found.string, found.start()
    if not _CLOCKED.search(text, max(0, at - 30), at):
        played = _PLAYED.search(text, max(0, at - 60), min(len(text), found.end() + 20))
        if played or found["minute"] not in _ROUND:
            return None
    said = _hour(found["at"])
    return f"{_hour(found['from'])} bis {said}" if found["from"] else said


def _count(n: str, one: str, many: str) -> str:
    return f"eine {one}" if int(n) == 1 else f"{cardinal(int(n))} {many}"


def _duration(found: re.Match[str]) -> str:
    return " ".join(
        (
            _count(found["h"], "Stunde", "Stunden"),
            _count(found["m"], "Minute", "Minuten"),
            _count(found["s"], "Sekunde", "Sekunden"),
        )
    )


def _lap(found: re.Match[str]) -> str:
    said = f"{_count(found['m'], 'Minute', 'Minuten')} {cardinal(int(found['s']))}"
    if not found["part"]:
        return said
    return f"{said} Komma {' '.join(cardinal(int(n)) for n in found['part'])}"


RULES = (
    Rule(
        name="time",
        starts=DIGITS,
        pattern=(
            rf"{_LEFT}(?:(?P<from>{_HOUR})(?: Uhr)?(?P<join>{TO}|\sund\s))?"
            rf"(?P<at>{_HOUR})\s?(?:Uhr|h)\b"
        ),
        say=_clock,
        examples=(
            ("um 19.30 Uhr", "um neunzehn Uhr dreißig"),
            ("um 7:05 Uhr", "um sieben Uhr fünf"),
            ("von 9 bis 18 Uhr", "von neun bis achtzehn Uhr"),
            ("um 1 Uhr", "um ein Uhr"),
        ),
    ),
    Rule(
        name="time",
        starts=DIGITS,
        pattern=(
            rf"{_LEFT}(?:(?P<from>(?:[01]?\d|2[0-4]):[0-5]\d){TO})?"
            r"(?P<at>(?:[01]?\d|2[0-4]):(?P<minute>[0-5]\d))(?![\w:]|[.,]\d|-\w)"
        ),
        say=_bare,
        examples=(
            ("ab 20:45.", "ab zwanzig Uhr fünfundvierzig."),
            ("siegte 30:28 und", "siegte 30:28 und"),
            ("ein 15:10 zur Pause", "ein 15:10 zur Pause"),
        ),
    ),
    Rule(
        name="time",
        starts=DIGITS,
        pattern=(
            r"(?:(?<=\bum )|(?<=\bgegen ))(?P<at>(?:[01]?\d|2[0-4])\.[0-5]\d)"
            r"(?![\w.:]|,\d)"
        ),
        say=lambda found: _hour(found["at"]),
        examples=(("um 21.45 im", "um einundzwanzig Uhr fünfundvierzig im"),),
    ),
    Rule(
        name="duration",
        starts=DIGITS,
        pattern=rf"{_LEFT}(?P<h>\d{{1,2}}):(?P<m>[0-5]\d) (?:Stunden|Std\.)",
        say=lambda found: (
            f"{_count(found['h'], 'Stunde', 'Stunden')} "
            f"{_count(found['m'], 'Minute', 'Minuten')}"
        ),
        examples=(("in 3:55 Stunden", "in drei Stunden fünfundfünfzig Minuten"),),
    ),
    Rule(
        name="duration",
        starts=DIGITS,
        pattern=(
            rf"{_LEFT}(?P<h>\d{{1,2}}):(?P<m>[0-5]\d):(?P<s>[0-5]\d)(?![\w:])"
            r"(?: (?:Stunden|Std\.))?"
        ),
        say=_duration,
        examples=(
            (
                "in 2:19:52 Stunden",
                "in zwei Stunden neunzehn Minuten zweiundfünfzig Sekunden",
            ),
        ),
    ),
    Rule(
        name="duration",
        starts=DIGITS,
        pattern=(
            rf"{_LEFT}(?P<m>\d{{1,2}}):(?P<s>[0-5]\d)(?:,(?P<part>\d{{1,3}}))?"
            r" (?:Minuten|Min\.)"
        ),
        say=_lap,
        examples=(("in 1:47 Minuten", "in eine Minute siebenundvierzig"),),
    ),
)
