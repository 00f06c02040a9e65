"""Measures: a number and its unit, which is singular before a noun."""

import re
import unicodedata

from narrate.compiled import compiled
from narrate.script.base import FIGURE, FOREIGN, SIGNED, Rule
from narrate.script.english.figures import (
    NUMBER,
    SCALE,
    TO,
    has_article,
    is_adjective,
    is_part_of_name,
    scale_word,
)
from narrate.script.english.numbers import mixed, number
from narrate.script.english.units import PER, plural_unit, unit_name

# A unit's sign; longer ones are looked up first, so "km/h" is no kilometer.
_SIGN = (
    r"(?:sq\.? ?|cu\.? ?)(?:mi|km|ft|cm|in|yd|m)\b|fl\.? oz|[°º] ?[CF]\b|o[CF]\b|[°º℃℉]"
    r"|[GM]?tCO2|bit/s|[kMG]bit/s|[A-Za-zµμΩ]{1,5}(?:[²³]|(?<=m)[23](?!\d))?"
)
# Next to a space these are words or names more often: "24 M Street", "5 in the".
_LONE = frozenset(
    "m g in L l W V mi min sec ha nm kt hp h s mo MP Mt Gt kt A Mb yd".split()
)
_NEVER_GLUED = frozenset("s mo MP Mt".split())

_MANY = (
    r"\s(?:people|votes|pounds|euros|dollars|users|homes|jobs|tonnes|tons|barrels|doses"
    r"|customers|viewers|subscribers|copies|shares|records|children|women|men|voters"
    r"|workers|tourists|visitors|passengers|tests|cases|followers|downloads|cars?)\b"
)
_ENDS = r"\s?[,.;:)?!”\"–—-]|\s[a-z(]|$"


def _is_word(found: re.Match[str], unit: str, after: str) -> bool:
    """Tell whether what looks like a unit is a word, a name or a million."""
    glue = found["glue"]
    if unit.isupper() and re.match(r"\. ?[A-Z\d]", after):
        return True
    if unit in _LONE and glue == " " and not compiled(_ENDS).match(after):
        return True
    if unit == "W" and not glue and re.match(r" [A-Z]", after):
        return True
    if unit in _NEVER_GLUED and not glue:
        return unit != "s" or "." not in (found["amount"] or "")
    if unit == "in":
        return glue == " " or bool(re.match(r"\s?[a-z]", after))
    return unit == "g" and bool(re.match(r" (?:net|phone|tower|mobile|wire)", after))


def _measure(found: re.Match[str]) -> str | None:
    unit, glue, after = found["unit"], found["glue"], found.string[found.end() :]
    full_stop = unit.endswith("in.")
    if _is_word(found, unit.removesuffix("."), after) and not full_stop:
        return None
    if unit == "m" and not glue and (compiled(_MANY).match(after) or after[:1] == "+"):
        return f"{_quantity(found)[0]} million"
    per = _denominator(found["per"] or "")
    name = unit_name(unit)
    if not name or (found["per"] and not per):
        return None
    said, one = _quantity(found)
    before_noun = unit in {"mm", "cm"} or has_article(found.string, found.start())
    adjective = (
        glue == "-"
        or (before_noun and is_adjective(found.string, found.end()))
        or is_part_of_name(found.string, found.end())
    )
    name = name if one or adjective else plural_unit(name)
    return f"{said} {name}{f' per {per}' if per else ''}"


def _denominator(sign: str) -> str:
    """Name what a unit is counted by: an hour, a second squared."""
    if sign[:-1] == "s" and sign[-1] in "²2":
        return "second squared"
    return PER.get(sign) or unit_name(sign)


def _quantity(found: re.Match[str]) -> tuple[str, bool]:
    """Say how much, and tell whether that is one of it or a part of one."""
    if found["bottom"]:
        whole = found["whole"] or ""
        return mixed(whole, int(found["top"]), int(found["bottom"])), not whole
    if found["vulgar"]:
        whole = found["vulgar"][:-1].strip()
        top, _, bottom = unicodedata.normalize("NFKC", found["vulgar"][-1]).partition(
            "⁄"
        )
        return mixed(whole, int(top), int(bottom)), not whole
    low = f"{number(found['low'])} to " if found["low"] else ""
    scale = f" {scale_word(found['scale'])}" if found["scale"] else ""
    minus = {"+": "plus "}.get(found["minus"] or "+", "minus ") * bool(found["minus"])
    one = found["amount"] == "1" and not scale and not low
    return f"{minus}{low}{number(found['amount'])}{scale}", one


def _per(found: re.Match[str]) -> str | None:
    """Say a stroke between a figure and a unit."""
    name = PER.get(found["unit"]) or unit_name(found["unit"])
    return f" per {name}" if name else None


RULES = (
    Rule(
        name="measure",
        starts=rf"{SIGNED}|[¼½¾⅐-⅞]",
        marks=FIGURE + FOREIGN,
        pattern=(
            rf"(?<![\w.,$£€])(?<!\d/)(?P<minus>(?<!\d )[-−+])?"
            rf"(?:(?:(?P<whole>\d{{1,3}})[ -])?(?P<top>\d\d?)/(?P<bottom>\d\d?)"
            rf"|(?P<vulgar>\d{{0,3}}\s?[¼½¾⅐-⅞])"
            rf"|(?:(?P<low>{NUMBER}){TO})?(?P<amount>{NUMBER}))"
            rf"(?: (?P<scale>{SCALE}))?(?P<glue>[ \xa0-]?)"
            rf"(?P<unit>(?:{_SIGN})(?:(?<=oz|in|ft|lb|hr|mi)\.(?= [a-z]|[,;)]|$)|"
            rf"(?<=lbs|hrs|min)\.(?= [a-z]|[,;)]))?)"
            rf"(?:/(?P<per>[A-Za-z]{{1,6}}[²³23]?))?(?![\w²³]|/(?!\d)|-\d)"
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
            ("a 5 kg bag", "a five kilogram bag"),
            ("190 mph winds", "one hundred ninety miles per hour winds"),
            ("1,200 sq. ft", "one thousand two hundred square feet"),
            ("-5°C", "minus five degrees Celsius"),
            ("5-10 kg", "five to ten kilograms"),
            ("at 40 km/h.", "at forty kilometers per hour."),
            ("0.5 g/cm3", "zero point five grams per cubic centimeter"),
            ("2.5 μm", "two point five micrometers"),
            ("1/2 oz. of", "one half ounce of"),
            ("on 24 M Street", "on 24 M Street"),
            ("at 5 in the", "at 5 in the"),
        ),
    ),
    Rule(
        name="measure",
        starts=r"/",
        marks="/",
        pattern=r"(?<=[\d%])/(?P<unit>[A-Za-z]{1,9}[²³23]?)(?![\w/])",
        say=_per,
        examples=(
            ("4,507.4/km²", "4,507.4 per square kilometer"),
            ("$20/month", "$20 per month"),
            ("he/she", "he/she"),
        ),
    ),
    Rule(
        name="measure",
        starts="[kmg]",
        marks="/",
        pattern=r"(?<![\w/])(?P<unit>km|m|mg|g)/(?P<per>h|s|L|dL|m[³3])(?![\w/²])",
        say=lambda found: (
            f"{plural_unit(unit_name(found['unit']))} per {unit_name(found['per'])}"
        ),
        examples=(("in km/h", "in kilometers per hour"),),
    ),
)
