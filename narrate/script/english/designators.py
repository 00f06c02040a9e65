"""Designators: the names of weapons, aircraft and vehicles, letters with a number."""

import re

from narrate.script.base import FIGURE, Rule
from narrate.script.english.numbers import (
    cardinal,
    designator,
    digits,
    integer,
    number,
    plural,
)

_WORDS = {"COVID", "MiG", "Su", "Javelin", "Stinger"}
_SAID = {"MiG": "mig"}
_SAID |= {two: " ".join(two.upper()) for two in "Su Tu Mi Kh An Il".split()}


def spell(name: str) -> str:
    """Say letters one by one, and numbers as in a name: "M1A2" is "M one A two"."""
    parts = re.findall(r"\d+|[^\W_]|&", name.upper())
    said = {"&": "and"}
    return " ".join(designator(p) if p.isdecimal() else said.get(p, p) for p in parts)


def _prefix(text: str) -> str:
    if text in _SAID:
        return _SAID[text]
    word = text in _WORDS or len(text) > 4 or not (text.isupper() or "/" in text)
    return text if word else spell(text)


def _hyphened(found: re.Match[str]) -> str:
    said = f"{_prefix(found['letters'])} {designator(found['number'])}"
    more = found["more"] or ""
    if more == "s":
        return plural(said)
    return said + ("'s" if more[:1] in {"'", "’"} else f" {spell(more)}".rstrip())


def _mixed(found: re.Match[str]) -> str:
    said = spell(found["name"])
    return plural(said) if found["plural"] else said


def _pointed(found: re.Match[str]) -> str:
    """Say what has a point: the first is no decimal, "BA.5" is "B A five"."""
    parts = found["n"].lstrip(".").split(".")
    return f"{' '.join(found['letters'])} {' point '.join(map(integer, parts))}"


def _number_sign(found: re.Match[str]) -> str:
    """Say "No. 3-5" as a row, and "No. 22-451" as a court does."""
    first, last = found["n"], found["to"]
    if not last:
        return f"number {number(first)}"
    if len(last) == len(first):
        return f"number {number(first)} to {integer(last)}"
    return f"number {number(first)} {designator(last)}"


def _team(said: str) -> str:
    """Name those of a year: forty-niners, seventy-sixers."""
    return f"{said}rs" if said.endswith("e") else f"{said}ers"


RULES = (
    Rule(
        name="designator",
        starts=r"\b[A-Z](?=[A-Za-z/]{0,8}-\d)",
        marks=FIGURE,
        pattern=(
            r"\b(?P<letters>[A-Z](?:/[A-Z]|[A-Za-z]{0,8}))-(?P<number>\d{1,4})"
            r"(?P<more>[A-Z]{1,3}\d{0,2}|s|o|['’]s)?(?![\w-])"
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
            ("the F/A-18", "the F A eighteen"),
        ),
    ),
    Rule(
        name="designator",
        starts=r"[A-Z]+(?=\d)|(?<!\d)\d+(?=[A-Z])",
        marks=FIGURE,
        pattern=(
            r"\b(?P<name>(?:[A-Z]{1,3}\d{1,4}|HTML\d|\d{1,2}[A-Z]{1,2}\d{1,3})"
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
        words=frozenset({"Boeing", "Airbus", "Flight"}),
        marks=FIGURE,
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
        name="designator",
        starts=r"\b[A-Z]{1,4}(?=\d{0,2}\.\d)",
        marks=FIGURE,
        pattern=r"\b(?P<letters>[A-Z]{1,4})(?P<n>\.?\d{1,2}(?:\.\d{1,2})+|\.\d{1,2})(?![\w.]\w|\w)",
        say=_pointed,
        examples=(
            ("of BA.5 in", "of B A five in"),
            ("of PM2.5 in", "of P M two point five in"),
        ),
    ),
    Rule(
        name="designator",
        starts=r"(?:7\d7|A3\d0)(?=-\d)",
        marks=FIGURE,
        pattern=r"(?<![\w.,$£€-])(?P<n>7\d7|A3\d0)-(?P<more>\d{1,3})(?P<kind>[A-Z]{1,2})?\b",
        say=lambda found: (
            f"{spell(found['n'])}, {designator(found['more'])}"
            + (f" {' '.join(found['kind'])}" if found["kind"] else "")
        ),
        examples=(
            ("the 747-400", "the seven forty-seven, four hundred"),
            ("an A320-200", "an A three twenty, two hundred"),
        ),
    ),
    Rule(
        name="lines of a screen",
        starts=r"\d{1,15}+(?=[\d,]{0,20}+p)",
        marks=FIGURE,
        pattern=r"(?<![\w.$£€-])(?P<n>\d,?\d{2,3})p(?P<rate>\d\d)?\b",
        say=lambda found: (
            f"{designator(found['n'].replace(',', ''))} P"
            + (f" {integer(found['rate'])}" if found["rate"] else "")
        ),
        examples=(("in 1080p", "in ten eighty P"),),
    ),
    Rule(
        name="ticker",
        starts=r"(?<=: )[A-Z]{1,5}(?!\w)",
        marks=":",
        pattern=(
            r"(?:(?<=NASDAQ: )|(?<=Nasdaq: )|(?<=NYSE: )|(?<=LSE: )|(?<=TSX: )"
            r"|(?<=ASX: )|(?<=AMEX: ))[A-Z]{1,5}(?!\w)"
        ),
        say=lambda found: " ".join(found[0]),
        examples=(("(NASDAQ: GOOG)", "(NASDAQ: G O O G)"),),
    ),
    Rule(
        name="mark",
        words=frozenset({"Mk"}),
        pattern=r"\bMk\.? ?(?P<n>\d{1,3})(?!\w)",
        say=lambda found: f"Mark {cardinal(int(found['n']))}",
        examples=(("a Mk 19", "a Mark nineteen"),),
    ),
    Rule(
        name="team",
        starts=r"\d\d(?=ers)",
        marks=FIGURE,
        pattern=r"(?<![\w.,$£€-])(?P<n>\d{2})ers\b",
        say=lambda found: _team(cardinal(int(found["n"]))),
        examples=(
            ("the 49ers", "the forty-niners"),
            ("the 76ers", "the seventy-sixers"),
        ),
    ),
    Rule(
        name="number sign",
        starts="#",
        marks=FIGURE,
        pattern=r"(?<!\w)#(?P<letters>[A-Z])(?P<n>\d{3,10})\b",
        say=lambda found: f"number {' '.join(found['letters'])} {digits(found['n'])}",
        examples=(("order #A123", "order number A one two three"),),
    ),
    Rule(
        name="number sign",
        words=frozenset({"Nos"}),
        pattern=(
            r"\bNos\.\s?(?P<a>\d{1,6})(?P<link>[-–]|, | and | or |, and )(?P<b>\d{1,6})"
            r"(?![\w/-]|[.,]\d)"
        ),
        say=lambda found: (
            f"numbers {integer(found['a'])}"
            f"{' to ' if found['link'] in '-–' else found['link']}{integer(found['b'])}"
        ),
        examples=(("Nos. 3-5 lost", "numbers three to five lost"),),
    ),
    Rule(
        name="number sign",
        starts=r"\b[Nn][Oo]s?(?:\.\s?|\s)(?=\d)|[№#]",
        marks=FIGURE,
        pattern=(
            r"(?:(?<![?!.] )\b(?:No|Nos|no|NO)\.\s?|№\s?|#"
            r"|\b(?<!\. )N[Oo] (?=\d{1,5}\b(?! [a-z]+s\b)))"
            r"(?P<n>\d{1,3}(?:,\d{3})+|\d{1,6})(?:[-–](?P<to>\d{1,6}))?(?!\w)"
        ),
        say=_number_sign,
        examples=(("No. 5", "number five"), ("#1", "number one")),
    ),
)
