"""Years, decades and eras: four figures that are no quantity."""

import re

from narrate.script.base import DIGITS, FIGURE, Rule, compiled
from narrate.script.english.figures import TO, word_before
from narrate.script.english.numbers import cardinal, designator, plural, year

_LEFT = r"(?<![\w.,$£€/-])"
_ERA = r"(?P<era>B\.?\s?C\.?(?:\s?E\.?)?|A\.?\s?D\.?|C\.?\s?E\.)(?!\w)"
# Four figures before these are a quantity, whatever stands before.
_COUNTED = (
    r"\s?(?:people|men|women|children|troops|soldiers|miles|feet|met(?:er|re)s|yards"
    r"|acres|tons|tonnes|pounds|dollars|euros|students|members|workers|votes|seats"
    r"|homes|houses|copies|square|cubic|kilomet(?:er|re)s|points|times|hours|days"
    r"|years|employees|residents|different|species|pages|words|guns|prisoners|ships"
    r"|aircraft|units|jobs|cases|deaths|drones|missiles|rounds|shells|mines|calories"
    r"|of them|or so)\b"
)
_THINGS = r" (?!(?:was|is|has|does|as|this|its|his|across|plus)\b)[a-z]{3,}s\b"
_IN_YEAR = frozenset("in since by until till year before after from of to".split())
_QUANTITIES = frozenset(
    "about some nearly than approximately roughly almost exactly only another least "
    "most every all these those killed sold bought employs has have had are were "
    "hired built cut lost gained added made sent".split()
)


def _decade(found: re.Match[str]) -> str:
    if found["short"]:
        n = int(found["short"])
        return plural(cardinal(n) if n else "two thousand")
    to = f" to {plural(year(int(found['to'])))}" if found["to"] else ""
    return plural(year(int(found["full"]))) + to


def _years(found: re.Match[str]) -> str:
    first, last = int(found["first"]), found["last"]
    if len(last) == 2:
        oh = "oh " if last[0] == "0" else ""
        return f"{year(first)} to {oh}{cardinal(int(last))}"
    return f"{year(first)} to {year(int(last))}"


def _fiscal(found: re.Match[str]) -> str:
    first = found["first"]
    said = year(int(first) if len(first) > 2 else 2000 + int(first))
    return f"fiscal year {said}" + (
        f" to {cardinal(int(found['last']))}" if found["last"] else ""
    )


def _long_ago(written: str) -> str:
    """Say a year of any length: 79, 740, 1070, 10,000."""
    if "," in written:
        return cardinal(int(written.replace(",", "")))
    return designator(written)


def _era(found: re.Match[str]) -> str:
    letters = " ".join(re.sub(r"[.\s]", "", found["era"]))
    said = _long_ago(found["at"])
    if found["first"]:
        said = f"{_long_ago(found['first'])} to {said}"
    return f"{said} {letters}"


def _era_first(found: re.Match[str]) -> str:
    last = f" to {_long_ago(found['last'])}" if found["last"] else ""
    return f"A D {_long_ago(found['at'])}{last}"


def _single_year(found: re.Match[str]) -> str | None:
    after = found.string[found.end() : found.end() + 20]
    before = word_before(found.string, found.start())
    counted = compiled(_COUNTED).match(after) or (
        before in _QUANTITIES and compiled(_THINGS).match(after)
    )
    early_or_late = found["year"][:2] in {"10", "21"}
    if counted or (early_or_late and before not in _IN_YEAR):
        return None
    return year(int(found["year"]))


RULES = (
    Rule(
        name="decade",
        starts=r"[’'‘]\d0|\d{3}0[’']?s",
        marks=FIGURE,
        pattern=(
            r"(?<![\w.,$£€])(?:(?P<full>1[1-9]\d0|20\d0)|[’'‘](?P<short>[02-9]0))[’']?s"
            r"(?:[-–](?P<to>1[1-9]\d0|20\d0)s)?\b"
        ),
        say=_decade,
        examples=(
            ("the 1990s", "the nineteen nineties"),
            ("the ’80s", "the eighties"),
        ),
    ),
    Rule(
        name="year",
        starts=r"\d{4}[’']s",
        marks=FIGURE,
        pattern=r"(?<![\w.,$£€/:-])(?P<year>1[5-9]\d\d|20\d\d)[’']s\b",
        say=lambda found: f"{year(int(found['year']))}'s",
        examples=(("2008’s hit", "two thousand eight's hit"),),
    ),
    Rule(
        name="era",
        starts=r"\d{1,15}+(?=[\d,–-]{0,20}+\s?(?:B\.?\s?C|A\.?\s?D|C\.?\s?E))",
        marks="BAC",
        pattern=(
            rf"(?<![\w.,])(?:(?P<first>\d{{1,4}}){TO})?"
            rf"(?P<at>\d{{1,3}}(?:,\d{{3}})+|\d{{1,4}})\s?{_ERA}"
        ),
        say=_era,
        examples=(
            ("In 740 B.C. he", "In seven forty B C he"),
            ("300-200 BC", "three hundred to two hundred B C"),
        ),
    ),
    Rule(
        name="era",
        starts=r"\bA\.?\s?D\.? (?=\d)",
        marks=FIGURE,
        pattern=(
            rf"\bA\.?\s?D\.? (?P<at>\d{{1,4}})(?:{TO}(?P<last>\d{{1,4}}))?"
            r"(?![\w-]|[.,]\d)"
        ),
        say=_era_first,
        examples=(
            ("in A.D. 79", "in A D seventy-nine"),
            ("(A.D. 1070-1280)", "(A D ten seventy to twelve eighty)"),
        ),
    ),
    Rule(
        name="fiscal year",
        words=frozenset({"FY"}),
        pattern=(
            r"\bFY ?[’']?(?P<first>20\d\d|\d\d)"
            r"(?:[-–/](?:20)?(?P<last>\d\d))?(?![\w/-])"
        ),
        say=_fiscal,
        examples=(
            ("in FY2023/24", "in fiscal year twenty twenty-three to twenty-four"),
            ("by FY25", "by fiscal year twenty twenty-five"),
        ),
    ),
    Rule(
        name="years",
        starts=r"\d{4}(?=[-‐‑–—/]|\s[-–—])",
        marks=FIGURE,
        pattern=(
            rf"{_LEFT}(?P<first>1[1-9]\d\d|20\d\d)(?:{TO}|/(?=\d\d\b))"
            r"(?P<last>1[1-9]\d\d|20\d\d|\d\d)(?![\w/-]|[.,]\d)"
        ),
        say=_years,
        examples=(
            ("the 1939-45 war", "the nineteen thirty-nine to forty-five war"),
            ("in 2010/11", "in twenty ten to eleven"),
        ),
    ),
    Rule(
        name="year",
        starts=r"[’'‘](?=\d\d)",
        marks=FIGURE,
        pattern=(
            r"(?<!\w)[’'‘](?P<short>\d\d)(?=[-–\s.,;:)]|$)(?! (?:cents|percent))"
            r"(?:[-–][’'‘]?(?P<last>\d\d))?(?![\w’'”])"
        ),
        say=lambda found: " to ".join(
            f"{'oh ' if part[0] == '0' else ''}{cardinal(int(part))}"
            for part in (found["short"], found["last"])
            if part
        ),
        examples=(("the class of ’68 met", "the class of sixty-eight met"),),
    ),
    Rule(
        name="year",
        starts=DIGITS,
        marks=FIGURE,
        pattern=(
            r"(?:(?<![\w.,$£€/:-])|(?<=[a-z]-))(?P<year>1\d\d\d|2[01]\d\d)"
            r"(?![\w/]|[.,:]\d|-\d)"
        ),
        say=_single_year,
        examples=(
            ("In 1984, he", "In nineteen eighty-four, he"),
            ("by 2005", "by two thousand five"),
            ("in 1900", "in nineteen hundred"),
            ("1500 people", "1500 people"),
            ("sold 1800 trucks", "sold 1800 trucks"),
        ),
    ),
)
