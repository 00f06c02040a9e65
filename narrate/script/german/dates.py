"""Dates, years and decades."""

import re

from narrate.script.base import CAPITAL, DIGITS, Rule
from narrate.script.german.endings import adjective_ending, word_before
from narrate.script.german.numbers import TO, cardinal, ordinal, year
from narrate.script.german.ordinals import ROW, say_row

_NAMES = (
    "Januar Februar März April Mai Juni Juli August September Oktober November Dezember"
).split()
_SHORT = {"Mrz": "März", "Jän": "Jänner", "Feb": "Februar", "Sept": "September"}
_SHORT |= {name[:3]: name for name in _NAMES if name not in {"Mai", "März"}}
_MONTH = (
    rf"(?P<month>(?:{'|'.join(_NAMES)}|Jänner|Feber)s?\b|(?:{'|'.join(_SHORT)})\b\.?)"
)
_YEAR = r"(?P<year>1[1-9]\d\d|20\d\d)"
_EDGE = r"(?![\w/:-]|[.,]\d)"
_WEEKDAYS = {
    "Mo": "Montag",
    "Di": "Dienstag",
    "Mi": "Mittwoch",
    "Do": "Donnerstag",
    "Fr": "Freitag",
    "Sa": "Samstag",
    "So": "Sonntag",
}
_WEEKDAY = "|".join(_WEEKDAYS)
_AM_WEEKDAY = re.compile(
    r"(?i)\b(?:am|vom|zum|bis|den|dem|ab) (?:\w{2,7}tag|Mittwoch|Sonnabend|\w\w\.?), ?$"
)


def _month(text: str) -> str:
    return _SHORT.get(text.rstrip("."), text.rstrip("."))


def _ending(found: re.Match[str]) -> str:
    """Give the ending of a day, a masculine: by the word before, or "am Montag, "."""
    at = found.start()
    if _AM_WEEKDAY.search(found.string, max(0, at - 30), at):
        return "en"
    return adjective_ending(word_before(found.string, at), "Tag")


def _date(found: re.Match[str]) -> str:
    said = f"{say_row(found['days'], _ending(found))} {_month(found['month'])}"
    return f"{said} {year(int(found['year']))}" if found["year"] else said


def _numeric(found: re.Match[str]) -> str | None:
    """Say a date of figures; the year may be missing, but not at a line's start."""
    day, month, written = int(found["day"]), int(found["month"]), found["year"]
    if not (1 <= month <= 12 and 1 <= day <= 31) or not (written or found.start()):
        return None
    said = f"{ordinal(day, _ending(found))} {_NAMES[month - 1]}"
    if not written:
        return said
    return (
        f"{said} {cardinal(int(written)) if len(written) == 2 else year(int(written))}"
    )


def _tens(found: re.Match[str]) -> str:
    n = int(found["n"])
    return ("einser" if n == 1 else f"{year(n)}er") + (found["years"] or "")


def _years(found: re.Match[str]) -> str:
    first, last = int(found["first"]), int(found["last"])
    join = " " if found["join"] == "/" else " bis "
    short = len(found["last"]) == 2
    return year(first) + join + (cardinal(last) if short else year(last))


_STRONG = frozenset(
    "tsv sv fc vfl vfb sc tus bsg "
    "jahr jahre jahres anno sommer herbst winter frühjahr frühling ende anfang mitte "
    "baujahr jahrgang saison".split()
) | {name.lower() for name in _NAMES}
_WHEN = re.compile(
    r"(?i)(?:(?:seit|um|ab|bis|von|vor|nach|und|oder|schon|erst|wurde|war|ging)\s|[(]|^)$"
)
_SURE = 1500
"""From here on four figures without a stop are a year."""

_COUNTED = re.compile(r"\s[A-ZÄÖÜ]\w*(?:e|en|er|n|s|o|ar|el|er)\b")


def _single_year(found: re.Match[str]) -> str | None:
    if word_before(found.string, found.start()) in _STRONG:
        return year(int(found["year"]))
    after = found.string[found.end() : found.end() + 40]
    if int(found["year"]) < _SURE and not _WHEN.search(
        found.string, max(0, found.start() - 20), found.start()
    ):
        return None
    return None if _COUNTED.match(after) else year(int(found["year"]))


RULES = (
    Rule(
        name="date",
        starts=DIGITS,
        pattern=rf"(?P<days>{ROW})\s?{_MONTH}(?: {_YEAR}{_EDGE})?",
        say=_date,
        examples=(
            ("am 3. Oktober", "am dritten Oktober"),
            ("der 3. Oktober", "der dritte Oktober"),
            (
                "Stand: 4. Nov. 2022",
                "Stand: vierter November zweitausendzweiundzwanzig",
            ),
            ("am Montag, 6. Mai,", "am Montag, sechsten Mai,"),
            ("vom 3. bis 5. Mai", "vom dritten bis fünften Mai"),
        ),
    ),
    Rule(
        name="date",
        starts=DIGITS,
        pattern=(
            r"(?<![\w.,:/-])(?P<day>\d{1,2})\.\s?(?P<month>\d{1,2})\."
            r"(?:\s?(?P<year>(?:19|20)\d\d|\d\d)(?![\w:]|[.,]\d))?(?!\d)"
        ),
        say=_numeric,
        examples=(
            (
                "am 20.11.2024 in",
                "am zwanzigsten November zweitausendvierundzwanzig in",
            ),
            ("bis 2.5. im", "bis zweiten Mai im"),
            ("2.1. Titel", "2.1. Titel"),
        ),
    ),
    Rule(
        name="date",
        starts=DIGITS,
        pattern=rf"\b{_YEAR}-(?P<month>\d\d)-(?P<day>\d\d)\b",
        say=_numeric,
        examples=(
            ("am 2024-11-20", "am zwanzigsten November zweitausendvierundzwanzig"),
        ),
    ),
    Rule(
        name="month",
        starts=CAPITAL,
        pattern=rf"\b(?P<month>{'|'.join(_SHORT)})\.(?=\s\d{{4}}\b)",
        say=lambda found: _month(found["month"]),
        examples=(("im Nov. 2020", "im November 2020"),),
    ),
    Rule(
        name="weekday",
        starts=CAPITAL,
        pattern=rf"\b(?P<first>{_WEEKDAY})\.?\s?[-–]\s?(?P<last>{_WEEKDAY})\b\.?",
        say=lambda found: f"{_WEEKDAYS[found['first']]} bis {_WEEKDAYS[found['last']]}",
        examples=(("Mo.–Fr. von", "Montag bis Freitag von"),),
    ),
    Rule(
        name="weekday",
        starts=CAPITAL,
        pattern=rf"\b(?P<day>{_WEEKDAY})(?:\.(?=,? \d)|(?=,\s?\d))"
        rf"|(?:(?<=\bam )|(?<=\bvom )|(?<=\bbis ))(?P<lone>{_WEEKDAY})\.",
        say=lambda found: _WEEKDAYS[found["day"] or found["lone"]],
        examples=(("Fr., 3. Mai", "Freitag, 3. Mai"),),
    ),
    Rule(
        name="decade",
        starts=DIGITS,
        pattern=r"(?<![\w.,])(?P<n>\d{1,4})er(?P<years>-Jahren?)?\b",
        say=_tens,
        examples=(
            ("der 90er Jahre", "der neunziger Jahre"),
            ("den 1990er-Jahren", "den neunzehnhundertneunziger-Jahren"),
        ),
    ),
    Rule(
        name="years",
        starts=DIGITS,
        pattern=(
            rf"(?<![\w.,€$£/-])(?P<first>1[1-9]\d\d|20\d\d)(?P<join>/|{TO})"
            r"(?P<last>1[1-9]\d\d|20\d\d|\d\d)(?![\w/-]|[.,]\d)"
        ),
        say=_years,
        examples=(
            (
                "von 1939–45 war",
                "von neunzehnhundertneununddreißig bis fünfundvierzig war",
            ),
            ("2023/24", "zweitausenddreiundzwanzig vierundzwanzig"),
        ),
    ),
    Rule(
        name="year",
        starts=DIGITS,
        pattern=rf"(?<![\w.,€$£/:-]){_YEAR}(?![\w/%€$£]|[.,:]\d|-\d|\s?[%€$£])",
        say=_single_year,
        examples=(
            ("Im Jahr 1984, als", "Im Jahr neunzehnhundertvierundachtzig, als"),
            ("seit 1990 Mitglied", "seit neunzehnhundertneunzig Mitglied"),
            ("1500 Gäste", "1500 Gäste"),
        ),
    ),
)
