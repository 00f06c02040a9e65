"""Addresses: a house and its street, a road, a box and a room by their numbers."""

import re

from narrate.script.base import DIGITS, FIGURE, Rule
from narrate.script.english.numbers import designator, ordinal
from narrate.script.english.streets import (
    AFTER,
    KIND,
    KINDS,
    NAME,
    SAINTS,
    WHOLE,
    WORDS,
    say_point,
)

_POINT = r"(?:[NSEW]\.?|[NS]\.?[EW]\.?) "


def _street_words(name: str) -> str:
    """Say a street's own words: "1st" as a place in a row, a lone letter as it is."""
    return " ".join(
        ordinal(int(word[:-2])) if word[0].isdigit() else word.rstrip(".")
        for word in name.split()
    )


def _address(found: re.Match[str]) -> str | None:
    kind = KINDS.get(found["kind"].rstrip(".").capitalize(), found["kind"])
    point = f" {say_point(found['point'])}" if found["point"] else ""
    after = f" {say_point(found['after'])}" if found["after"] else ""
    house = designator(found["house"]) + (f" {found['flat']}" if found["flat"] else "")
    name = f" {_street_words(found['name'])}" if found["name"].strip() else ""
    return f"{house}{point}{name} {kind}{after}"


def _pointed(found: re.Match[str]) -> str | None:
    """Say "201 E. Nine Mile"; a year before somebody's initial is no house."""
    before = found.string[max(0, found.start() - 12) : found.start()]
    at = re.search(
        r"(?:^|[(:;—–]\s?|[a-z], |\b(?:[Aa]t|[Tt]o|[Nn]ear|is|and) )$", before
    )
    year = re.fullmatch(r"1[5-9]\d\d|20\d\d", found["house"])
    if not at or (year and not before.lower().endswith("at ")):
        return None
    return f"{designator(found['house'])} {say_point(found['point'])} "


def _number_of(found: re.Match[str]) -> str:
    kind = {"h": "Highway", "r": "Route", "b": "Box"}[found["road"][0].lower()]
    return f"{kind} {designator(found['n'])}"


def _room(found: re.Match[str]) -> str:
    names = {"A": "Apartment", "S": "Suite", "R": "Room", "B": "Building"}
    number = f" {designator(found['n'])}" if found["n"] else ""
    letter = f" {found['letter']}" if found["letter"] else ""
    return f"{names[found['kind'][0]]}{number}{letter}"


RULES = (
    Rule(
        name="address",
        starts=DIGITS,
        marks=FIGURE,
        words=WORDS | {"st"},
        pattern=(
            r"(?<![\w.,$£€#/-])(?P<house>[1-9]\d{0,4})(?P<flat>[A-D](?=\s))? "
            rf"(?P<point>{_POINT})?(?P<name>(?:{NAME} ){{1,3}}?|(?=Broadway))"
            rf"(?P<kind>(?:{KIND})(?:\.|\b)|st\b\.?|(?:{WHOLE})\b)"
            rf"(?!\.?\s(?:{SAINTS})\b|\.\w| [a-z]{{3,}}s\b){AFTER}"
        ),
        say=_address,
        examples=(
            ("at 1600 Elm Ave. NW", "at sixteen hundred Elm Avenue Northwest"),
            ("123 Circle Dr., Linz", "one twenty-three Circle Drive, Linz"),
            ("at 317 S. 3rd St.", "at three seventeen South third Street"),
            ("of 10 Downing Street", "of ten Downing Street"),
            ("on 5 Main roads", "on 5 Main roads"),
            ("350 Wall Street bankers", "350 Wall Street bankers"),
        ),
    ),
    Rule(
        name="address",
        starts=r"\d{3,5}(?= [NSEW][. ])",
        marks=FIGURE,
        pattern=(
            r"(?<![\w.,$£€#/-])(?P<house>[1-9]\d{2,4}) (?P<point>[NSEW]\.?) "
            r"(?=[A-Z][a-z]{2})"
        ),
        say=_pointed,
        examples=(
            ("is at 319 S. Denver.", "is at three nineteen South Denver."),
            ("In 1984 E. Howard left", "In 1984 E. Howard left"),
        ),
    ),
    Rule(
        name="block",
        starts=DIGITS,
        words=frozenset({"block"}),
        pattern=r"(?<![\w.,$£€#/-])(?P<n>[1-9]\d{2,4})(?= block\b)",
        say=lambda found: designator(found["n"]),
        examples=(("the 4800 block of", "the forty-eight hundred block of"),),
    ),
    Rule(
        name="road",
        words=frozenset({"Hwy", "hwy", "Rte", "rte"}),
        pattern=r"\b(?P<road>[Hh]wy|[Rr]te)\.? (?=\d)(?P<n>\d{1,4})(?!\w)",
        say=_number_of,
        examples=(("on Hwy. 61", "on Highway sixty-one"),),
    ),
    Rule(
        name="post box",
        starts="P",
        words=frozenset({"box"}),
        pattern=r"\bP\.?\s?O\.? [Bb]ox (?P<n>\d{1,6})(?!\w)",
        say=lambda found: f"P O Box {designator(found['n'])}",
        examples=(("P.O. Box 12", "P O Box twelve"),),
    ),
    Rule(
        name="room",
        words=frozenset({"Apt", "Ste", "Rm", "Bldg"}),
        pattern=(
            r"\b(?P<kind>Apt|Ste|Rm|Bldg)\.? #?(?=\d|[A-Z]\b)"
            r"(?P<n>\d{1,4})?(?P<letter>[A-Z])?(?!\w)"
        ),
        say=_room,
        examples=(("Apt. 4B", "Apartment four B"), ("Ste. 200", "Suite two hundred")),
    ),
)
