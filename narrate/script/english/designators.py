"""Designators: the names of weapons, aircraft and vehicles, letters with a number."""

import re

from narrate.script.base import Rule
from narrate.script.english.numbers import (
    designator,
    integer,
    ordinal,
    plural,
    roman,
)

_WORDS = {"COVID", "MiG", "Su", "Javelin", "Stinger"}
_SAID = {"MiG": "mig", "Su": "S U", "Tu": "T U", "Mi": "M I", "Kh": "K H"}
_KINDS = (
    "Chapter Part Book Volume Section Act Scene War Class Type Phase Title Article "
    "Appendix Bowl Stage Level Division Group Mark Figure Table Apollo Psalm"
).split()
_AFTER_KIND = "|".join(rf"(?<=\b{kind} )" for kind in _KINDS)
_NUMERAL = r"(?P<roman>(?=[IVXL])(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3}))"


def spell(letters: str) -> str:
    """Say letters one by one: "MGM" is "M G M"."""
    return " ".join(letters.upper())


def _prefix(text: str) -> str:
    if text in _SAID:
        return _SAID[text]
    return text if text in _WORDS or len(text) > 4 else spell(text)


def _hyphened(found: re.Match[str]) -> str:
    said = f"{_prefix(found['letters'])} {designator(found['number'])}"
    more = found["more"] or ""
    if more == "s":
        return plural(said)
    return said + ("'s" if more[:1] in {"'", "’"} else f" {_in_parts(more)}".rstrip())


def _mixed(found: re.Match[str]) -> str:
    said = _in_parts(found["name"])
    return plural(said) if found["plural"] else said


def _in_parts(text: str) -> str:
    parts = re.findall(r"\d+|[A-Za-z]+", text)
    return " ".join(designator(p) if p.isdigit() else spell(p) for p in parts)


def _numbered(found: re.Match[str]) -> str | None:
    value = roman(found["roman"]) if found["roman"] else 0
    return integer(str(value)) if value else None


def _ruler(found: re.Match[str]) -> str | None:
    value = roman(found["roman"]) if len(found["roman"]) > 1 else 0
    return f"the {ordinal(value)}" if value else None


RULES = (
    Rule(
        name="designator",
        pattern=re.compile(
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
        pattern=re.compile(
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
        name="number sign",
        pattern=re.compile(r"(?:\b(?:No|Nos|no)\.\s?|№\s?|#)(?P<n>\d{1,6})(?!\w)"),
        say=lambda found: f"number {integer(found['n'])}",
        examples=(("No. 5", "number five"), ("#1", "number one")),
    ),
    Rule(
        name="Roman numeral",
        pattern=re.compile(rf"(?:{_AFTER_KIND}){_NUMERAL}\b"),
        say=_numbered,
        examples=(("World War II ended", "World War two ended"),),
    ),
    Rule(
        name="Roman numeral",
        pattern=re.compile(rf"(?<=[a-z] ){_NUMERAL}(?=['’]s|[\s,.;:)]|$)"),
        say=_ruler,
        examples=(
            ("Queen Elizabeth II of", "Queen Elizabeth the second of"),
            ("than I was", "than I was"),
        ),
    ),
)
