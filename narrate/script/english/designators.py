"""Designators: the names of weapons, aircraft and vehicles, letters with a number."""

import re

from narrate.script.base import CAPITAL, Rule
from narrate.script.english.numbers import (
    designator,
    integer,
    ordinal,
    plural,
)
from narrate.script.roman import roman

_WORDS = {"COVID", "MiG", "Su", "Javelin", "Stinger"}
_SAID = {"MiG": "mig", "Su": "S U", "Tu": "T U", "Mi": "M I", "Kh": "K H"}
_KINDS = (
    "Chapter Part Book Volume Section Act Scene War Class Type Phase Title Article "
    "Appendix Bowl Stage Level Division Group Mark Figure Table Apollo Psalm"
).split()
_KIND = "|".join(f"{kind}|{kind.upper()}" for kind in _KINDS)
_RULERS = (
    "Elizabeth|Henry|George|Edward|Charles|James|William|Richard|Louis|John Paul|Paul"
    "|Pius|Benedict|Leo|Philip|Ferdinand|Frederick|Francis|Nicholas|Alexander|Catherine"
    "|Peter|Napoleon|Gregory|Clement|Innocent|Urban|Ramses|Ptolemy|Mary|Robert|Otto"
    "|Joseph|Leopold|Gustav|Christian|Carl|Abdullah|Mohammed|Hassan|Constantine"
)
_NUMERAL = r"(?P<roman>(?=[IVXL])(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3}))"


def spell(name: str) -> str:
    """Say letters one by one, and numbers as in a name: "M1A2" is "M one A two"."""
    parts = re.findall(r"\d+|[^\W_]|&", name.upper())
    said = {"&": "and"}
    return " ".join(designator(p) if p.isdecimal() else said.get(p, p) for p in parts)


def _prefix(text: str) -> str:
    if text in _SAID:
        return _SAID[text]
    return text if text in _WORDS or len(text) > 4 else spell(text)


def _hyphened(found: re.Match[str]) -> str:
    said = f"{_prefix(found['letters'])} {designator(found['number'])}"
    more = found["more"] or ""
    if more == "s":
        return plural(said)
    return said + ("'s" if more[:1] in {"'", "’"} else f" {spell(more)}".rstrip())


def _mixed(found: re.Match[str]) -> str:
    said = spell(found["name"])
    return plural(said) if found["plural"] else said


def _numbered(found: re.Match[str]) -> str | None:
    value = roman(found["roman"]) if found["roman"] else 0
    if not value:
        return None
    return f"{found['kind'].capitalize()} {integer(str(value))}{_possessive(found)}"


def _ruler(found: re.Match[str]) -> str | None:
    value = roman(found["roman"]) if found["roman"] else 0
    stopped = re.match(r"\.(?=,|\s[a-z])", found.string[found.end() :])
    if not value or (value == 1 and not (_possessive(found) or stopped)):
        return None
    return f"{found['name']} the {ordinal(value)}{_possessive(found)}"


def _possessive(found: re.Match[str]) -> str:
    return "'s" if found["end"] else ""


RULES = (
    Rule(
        name="designator",
        starts=CAPITAL,
        pattern=(
            r"\b(?P<letters>[A-Z][A-Za-z]{0,8})-(?P<number>\d{1,4})"
            r"(?P<more>[A-Z]{1,3}\d{0,2}|s|['’]s)?(?![\w-])"
        ),
        say=_hyphened,
        examples=(
            ("the MGM-140 missile", "the M G M one forty missile"),
            ("AT-4 systems", "A T four systems"),
            ("F-16s", "F sixteens"),
            ("a B-52H", "a B fifty-two H"),
            ("COVID-19", "COVID nineteen"),
            ("MiG-29", "mig twenty-nine"),
            ("Kh-101", "K H one oh one"),
        ),
    ),
    Rule(
        name="designator",
        starts=r"[A-Z]+|\d+",
        pattern=(
            r"\b(?P<name>(?:[A-Z]{1,3}\d{1,3}|\d{1,2}[A-Z]{1,2}\d{1,3})"
            r"(?:[A-Z]\d{0,2})?)(?P<plural>s)?(?![\w-])"
        ),
        say=_mixed,
        examples=(
            ("an M1A2 tank", "an M one A two tank"),
            ("the 9M133", "the nine M one thirty-three"),
            ("the G7", "the G seven"),
        ),
    ),
    Rule(
        name="designator",
        starts=CAPITAL,
        pattern=(
            r"\b(?P<maker>Boeing|Airbus|Flight) (?P<first>\d{3,4})"
            r"(?:-(?P<more>\d{1,4}))?(?!\w)"
        ),
        say=lambda found: " ".join(
            designator(part) if part.isdigit() else part
            for part in found.groups()
            if part
        ),
        examples=(("a Boeing 737-800", "a Boeing seven thirty-seven eight hundred"),),
    ),
    Rule(
        name="number sign",
        pattern=r"(?:\b(?:No|Nos|no)\.\s?|№\s?|#)(?P<n>\d{1,6})(?!\w)",
        say=lambda found: f"number {integer(found['n'])}",
        examples=(("No. 5", "number five"), ("#1", "number one")),
    ),
    Rule(
        name="Roman numeral",
        starts=CAPITAL,
        pattern=rf"\b(?P<kind>{_KIND}) {_NUMERAL}(?P<end>['’]s)?(?!\w)",
        say=_numbered,
        examples=(
            ("World War II ended", "World War two ended"),
            ("CHAPTER I", "Chapter one"),
        ),
    ),
    Rule(
        name="Roman numeral",
        starts=CAPITAL,
        pattern=rf"\b(?P<name>{_RULERS}) {_NUMERAL}(?P<end>['’]s)?(?!\w)",
        say=_ruler,
        examples=(
            ("Queen Elizabeth II of", "Queen Elizabeth the second of"),
            ("Henry VIII's wives", "Henry the eighth's wives"),
            ("King George V", "King George the fifth"),
            ("with Henry I was", "with Henry I was"),
        ),
    ),
)
