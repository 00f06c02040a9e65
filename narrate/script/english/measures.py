"""Measures: a number and its unit, which is singular before a noun."""

import re

from narrate.script.base import DIGITS, SIGNED, Rule
from narrate.script.english.money import NUMBER, SCALE, TO, scale_word
from narrate.script.english.numbers import cardinal, number

_UNITS = {
    "mm": "millimeter",
    "cm": "centimeter",
    "km": "kilometer",
    "m": "meter",
    "ft": "foot",
    "in": "inch",
    "yd": "yard",
    "mi": "mile",
    "nm": "nanometer",
    "kg": "kilogram",
    "g": "gram",
    "mg": "milligram",
    "lb": "pound",
    "lbs": "pound",
    "oz": "ounce",
    "L": "liter",
    "ml": "milliliter",
    "gal": "gallon",
    "ha": "hectare",
    "sq mi": "square mile",
    "sq. mi": "square mile",
    "sq km": "square kilometer",
    "sq. km": "square kilometer",
    "sq ft": "square foot",
    "sq. ft": "square foot",
    "km²": "square kilometer",
    "m²": "square meter",
    "m³": "cubic meter",
    "km/h": "kilometer per hour",
    "kph": "kilometer per hour",
    "mph": "mile per hour",
    "m/s": "meter per second",
    "Hz": "hertz",
    "kHz": "kilohertz",
    "MHz": "megahertz",
    "GHz": "gigahertz",
    "W": "watt",
    "kW": "kilowatt",
    "MW": "megawatt",
    "GW": "gigawatt",
    "kWh": "kilowatt-hour",
    "MWh": "megawatt-hour",
    "kV": "kilovolt",
    "KB": "kilobyte",
    "MB": "megabyte",
    "GB": "gigabyte",
    "TB": "terabyte",
    "Mbps": "megabit per second",
    "Gbps": "gigabit per second",
    "hp": "horsepower",
    "dB": "decibel",
    "kt": "kiloton",
    "hrs": "hour",
    "hr": "hour",
    "min": "minute",
    "mins": "minute",
    "sec": "second",
    "°C": "degree Celsius",
    "°F": "degree Fahrenheit",
    "°": "degree",
}
_SAME = {"hertz", "kilohertz", "megahertz", "gigahertz", "horsepower"}
_IRREGULAR = {"foot": "feet", "inch": "inches"}
_LONE = {"m", "g", "in", "L", "W", "mi", "min", "sec", "ha", "nm", "kt", "hp"}
_UNIT = "|".join(re.escape(unit) for unit in sorted(_UNITS, key=len, reverse=True))

_FUNCTION_WORDS = (
    "and|or|of|in|at|on|to|from|by|for|with|as|is|was|are|were|has|had|have|will|would"
    "|wide|long|high|deep|tall|thick|away|apart|north|south|east|west|off|per|a|an|the"
    "|above|below|over|under|than|but|that|which|when|while|after|before|into|out|it|he"
)
_MANY = re.compile(
    r"\s(?:people|votes|pounds|euros|dollars|users|homes|jobs|tonnes|tons|barrels|doses"
    r"|customers|viewers|subscribers|copies|shares|records|children|women|men|voters"
    r"|workers|tourists|visitors|passengers|tests|cases|followers|downloads|cars?)\b"
)
# "155mm and 105mm artillery shells": the noun may stand after the last of a row.
_BEFORE_NOUN = re.compile(
    rf"(?:(?:,|,? (?:and|or|to))\s\d[\d.,]*(?:mm|cm)\b)*"
    rf"\s(?!(?:{_FUNCTION_WORDS})\b)[a-z]{{3,}}"
)


def _plural(unit: str) -> str:
    first, per, rest = unit.partition(" per ")
    head, space, last = first.rpartition(" ")
    if last in {"Celsius", "Fahrenheit"}:
        head = f"{head}s"
    elif last not in _SAME:
        last = _IRREGULAR.get(last, f"{last}s")
    return f"{head}{space}{last}{per}{rest}"


def _measure(found: re.Match[str]) -> str | None:
    unit, glue, after = found["unit"], found["glue"], found.string[found.end() :]
    if unit in _LONE and glue == " " and not re.match(r"\s?[,.;:)]|\s[a-z]|$", after):
        return None
    if unit == "in" and (glue == " " or re.match(r"\s?[a-z]", after)):
        return None
    if unit == "m" and not glue and _MANY.match(after):
        return f"{number(found['amount'])} million"
    one = found["amount"] == "1" and not found["scale"]
    adjective = glue == "-" or (unit in {"mm", "cm"} and _BEFORE_NOUN.match(after))
    name = _UNITS[unit] if one or adjective else _plural(_UNITS[unit])
    low = f"{number(found['low'])} to " if found["low"] else ""
    scale = f" {scale_word(found['scale'])}" if found["scale"] else ""
    minus = "minus " if found["minus"] else ""
    return f"{minus}{low}{number(found['amount'])}{scale} {name}"


def _feet_inches(found: re.Match[str]) -> str:
    feet, inches = int(found["feet"]), int(found["inches"])
    return (
        f"{cardinal(feet)} {'foot' if feet == 1 else 'feet'} "
        f"{cardinal(inches)} {'inch' if inches == 1 else 'inches'}"
    )


RULES = (
    Rule(
        name="measure",
        starts=SIGNED,
        pattern=(
            rf"(?<![\w.,])(?P<minus>[-−])?(?:(?P<low>{NUMBER}){TO})?"
            rf"(?P<amount>{NUMBER})(?: (?P<scale>{SCALE}))?(?P<glue>[ \xa0-]?)"
            rf"(?P<unit>{_UNIT})(?![\w²³/]|-\d)"
        ),
        say=_measure,
        examples=(
            (
                "155mm and 105mm artillery shells; 81mm mortar rounds",
                (
                    "one hundred fifty-five millimeter and one hundred five "
                    "millimeter artillery shells; eighty-one millimeter mortar rounds"
                ),
            ),
            ("5km away", "five kilometers away"),
            ("1.4m people fled", "one point four million people fled"),
            ("a 40-km front", "a forty kilometer front"),
            ("190 mph winds", "one hundred ninety miles per hour winds"),
            ("1,200 sq. ft", "one thousand two hundred square feet"),
            ("-5°C", "minus five degrees Celsius"),
            ("5-10 kg", "five to ten kilograms"),
            ("on 24 M Street", "on 24 M Street"),
        ),
    ),
    Rule(
        name="measure",
        starts=DIGITS,
        pattern=r"(?<!\w)(?P<feet>\d)['’′] ?(?P<inches>\d{1,2})[\"”″](?!\w)",
        say=_feet_inches,
        examples=(("6'2\"", "six feet two inches"),),
    ),
)
