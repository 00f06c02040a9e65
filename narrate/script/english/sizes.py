"""Sizes: feet and inches, stones, degrees, and how long by how wide."""

import re

from narrate.script.base import FIGURE, Rule, compiled
from narrate.script.english.figures import NUMBER, is_adjective
from narrate.script.english.numbers import cardinal, number
from narrate.script.english.units import plural_unit, unit_name

_WEATHER = (
    r"(?i)temperature|degree|warm|heat|cool|cold|climate|weather|fever|oven"
    r"|celsius|frost"
)
_COMPASS = {"N": "north", "S": "south", "E": "east", "W": "west"}


def _feet_inches(found: re.Match[str]) -> str:
    feet, inches = int(found["feet"]), int(found["inches"] or found["ins"])
    return (
        f"{cardinal(feet)} {'foot' if feet == 1 else 'feet'} "
        f"{cardinal(inches)} {'inch' if inches == 1 else 'inches'}"
    )


def _inches(found: re.Match[str]) -> str | None:
    """Take a mark for inches where no quotation is open before it."""
    before = found.string[: found.start()]
    if before.count('"') % 2 or before.count("“") > before.count("”"):
        return None
    one = found["n"] == "1" or is_adjective(found.string, found.end())
    return f"{number(found['n'])} inch{'' if one else 'es'}"


def _temperature(found: re.Match[str]) -> str | None:
    """Take "1.5C" for degrees, and "12C" where the weather is spoken of."""
    if "." not in found["n"] and not compiled(_WEATHER).search(found.string):
        return None
    minus = "minus " if found["minus"] else ""
    low = f"{number(found['low'])} to " if found["low"] else ""
    one = found["n"] == "1" and not low
    name = {"C": "Celsius", "F": "Fahrenheit"}[found["unit"]]
    return f"{minus}{low}{number(found['n'])} degree{'' if one else 's'} {name}"


def _position(found: re.Match[str]) -> str:
    parts = [f"{number(found['degrees'])} degrees"]
    parts += [f"{number(found['minutes'])} minutes"] if found["minutes"] else []
    parts += [f"{number(found['seconds'])} seconds"] if found["seconds"] else []
    return f"{' '.join(parts)} {_COMPASS[found['way']]}"


def _by(found: re.Match[str]) -> str:
    sides = re.findall(rf"({NUMBER})\s?(m|cm|mm|km|ft|in)?(?=[\sx×s]|$)", found[0])
    named = (
        f"{number(n)} {plural_unit(unit_name(unit)) if unit else ''}".rstrip()
        for n, unit in sides
    )
    said = " by ".join(named)
    if sides[-1][1] and is_adjective(found.string, found.end()):
        said = said.removesuffix(plural_unit(unit_name(sides[-1][1])))
        return said + unit_name(sides[-1][1])
    return said + ("s" if found[0].endswith("s") else "")


RULES = (
    Rule(
        name="measure",
        starts=r"\d(?:['’′]| ?ft)",
        marks=FIGURE,
        pattern=(
            r"(?<!\w)(?P<feet>\d)(?:['’′] ?(?P<inches>\d{1,2})(?:[\"”″]|'')?"
            r"| ?ft\.? ?(?P<ins>\d{1,2}) ?ins?\b\.?)(?!\w)"
        ),
        say=_feet_inches,
        examples=(("6'2\"", "six feet two inches"),),
    ),
    Rule(
        name="measure",
        starts=r"(?<!\d)\d++(?=[\d., \u2009\u202f]{0,40}+[\"″”])",
        marks='"″”',
        pattern=rf"(?<![\w.,$£€/:“\"])(?P<n>{NUMBER})[\"″”](?=\s[a-z(]|\sx\b|[,.;)]?$)",
        say=_inches,
        examples=(
            ('a 12" vinyl record', "a twelve inch vinyl record"),
            ('he said "by 10" to us', 'he said "by 10" to us'),
        ),
    ),
    Rule(
        name="measure",
        starts=r"\d{1,15}+(?= ?st ?\d)",
        marks=FIGURE,
        pattern=r"(?<![\w.,])(?P<stone>\d{1,2}) ?st(?: ?(?P<lb>\d{1,2}) ?lbs?)\b",
        say=lambda found: (
            f"{number(found['stone'])} stone {number(found['lb'])} pounds"
        ),
        examples=(("he was 13st 4lb", "he was thirteen stone four pounds"),),
    ),
    Rule(
        name="temperature",
        starts=r"[-−]?\d{1,15}+(?=[\d.–-]{0,20}+[CF]\b)",
        marks="CF",
        pattern=(
            r"(?<![\w.,$£€/])(?P<minus>(?<!\d)[-−])?"
            r"(?:(?P<low>\d{1,3}(?:\.\d)?)[-–])?(?P<n>\d{1,3}(?:\.\d)?)(?P<unit>[CF])\b"
        ),
        say=_temperature,
        examples=(
            ("warming of 1.5C", "warming of one point five degrees Celsius"),
            ("in seat 12F", "in seat 12F"),
        ),
    ),
    Rule(
        name="position",
        starts=r"\d{1,15}+(?=[\d.]{0,20}+[°º])",
        marks="°º",
        pattern=(
            r"(?<![\w.,])(?P<degrees>\d{1,3}(?:\.\d+)?)[°º] ?"
            r"(?:(?P<minutes>\d{1,2})['′’] ?"
            r"(?:(?P<seconds>\d{1,2}(?:\.\d+)?)[\"″”] ?)?)?(?P<way>[NSEW])\b"
        ),
        say=_position,
        examples=(("45° N", "forty-five degrees north"),),
    ),
    Rule(
        name="dimensions",
        starts=r"\d{1,15}+(?=[\d.,]{0,20}+\s?(?:[cmk]?m|ft|in)?\s?[x×])",
        marks="x×",
        pattern=(
            rf"(?<![\w.,$£€/])(?:{NUMBER})(?:\s?(?:m|cm|mm|km|ft|in))?(?:\s?[x×]\s?"
            rf"(?:{NUMBER})(?:\s?(?:m|cm|mm|km|ft|in)\b)?)+s?(?![\w=]|\s?=|[.,]\d)"
        ),
        say=_by,
        examples=(
            ("a 4x4", "a four by four"),
            ("8 × 10", "eight by ten"),
            ("60 m × 30 m", "sixty meters by thirty meters"),
        ),
    ),
)
