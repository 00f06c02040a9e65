"""Codes: figures that name something and are said one by one or in groups."""

import re

from narrate.script.base import FIGURE, Rule
from narrate.script.english.designators import spell
from narrate.script.english.numbers import digits

_SET = {
    "24/7": "twenty-four seven",
    "9/11": "nine eleven",
    "7/7": "seven seven",
    "50/50": "fifty-fifty",
    "50-50": "fifty-fifty",
    "20/20": "twenty twenty",
    "911": "nine one one",
    "401(k)": "four oh one K",
    "501(c)(3)": "five oh one C three",
}


def _groups(found: re.Match[str]) -> str:
    """Say a telephone's number, and whatever is read like one."""
    return ", ".join(digits(group) for group in re.findall(r"\d+", found[0]))


def _telephone(found: re.Match[str]) -> str:
    said = [_group(group) for group in re.findall(r"\d+", found["number"])]
    plus = "plus " if found["number"].startswith("+") else ""
    extension = f", extension {digits(found['ext'])}" if found["ext"] else ""
    return plus + ", ".join(said) + extension


def _group(group: str) -> str:
    """Say "800" in 1-800 as people do."""
    return "eight hundred" if group == "800" else digits(group)


def _serial(found: re.Match[str]) -> str:
    name = {"ISBN": "I S B N", "ISSN": "I S S N"}.get(found["kind"], found["kind"])
    parts = re.findall(r"[A-Za-z]+|\d+", found["code"])
    said = (digits(p) if p[0].isdigit() else spell(p) for p in parts)
    return f"{name}{found['link']}{' '.join(said)}"


RULES = (
    Rule(
        name="set phrase",
        starts=r"\d{1,2}(?=/\d|-50)|[45]01(?=\()|911",
        marks=FIGURE,
        pattern=(
            r"(?<![\w.,$£€/+-])(?:24/7|9/11|7/7|50[/-]50|20/20(?= v)|401\(k\)"
            r"|501\(c\)\(3\)|911(?! (?:Carrera|Turbo|GT)| [a-z]+s\b)"
            r"(?=[\s.,;:!?)”\"’-]|$))(?! people)(?![\w/]|-\d)"
        ),
        say=lambda found: _SET[found[0]],
        examples=(
            ("after 9/11 and", "after nine eleven and"),
            ("called 911.", "called nine one one."),
            ("her 401(k) plan", "her four oh one K plan"),
        ),
    ),
    Rule(
        name="phone number",
        starts=(r"\+\s?(?=\d)|\((?=\d{3}\))|1[ .-](?=[\d(])|\d{3}(?=[ .-]\d{3})"),
        marks=FIGURE,
        pattern=(
            r"(?<![\w.,$£€-])(?P<number>"
            r"(?:\+?1[ .-])?(?:\(\d{3}\)[ -]?|\d{3}[ .-])\d{3}[ .-]\d{4}"
            r"|\+(?=(?:\D{0,2}\d){8})\s?\d{1,3}(?:[ .-]?\(?\d{1,5}\)?){2,5}"
            r"|\d{3}-\d{4}|1-\d{3}-\d{3}-\d{4})"
            r"(?:,? (?:ext\.?|x|extension) ?(?P<ext>\d{1,5}))?(?![\w-]|[.,]\d)"
        ),
        say=_telephone,
        examples=(
            (
                "call 202-555-0143",
                "call two zero two, five five five, zero one four three",
            ),
            ("call 555-1234", "call five five five, one two three four"),
            (
                "+44 20 7946 0958",
                "plus four four, two zero, seven nine four six, zero nine five eight",
            ),
        ),
    ),
    Rule(
        name="digits",
        starts=r"\d{1,15}+(?=[- ]\d)",
        marks=FIGURE,
        pattern=(
            r"(?<![\w.,$£€-])"
            r"(?:\d+(?:-\d+){2,}|0\d{2,4}(?: \d{3,6}){1,3})(?![\w-])"
        ),
        say=_groups,
        examples=(("dial 9-1-1", "dial nine, one, one"),),
    ),
    Rule(
        name="number to call",
        starts=(
            r"(?=\d)(?:(?<=all )|(?<=ial )|(?<=ext )|(?<=led )|(?<=ing )|(?<=ode )"
            r"|(?<= to )|\d{3} area)"
        ),
        marks=FIGURE,
        pattern=(
            r"(?:(?<=\b[Cc]all )|(?<=\b[Dd]ial )|(?<=\b[Tt]ext )|(?<=\b[Cc]alled )"
            r"|(?<=\b[Dd]ialed )|(?<=\b[Cc]alling )|(?<=\b[Dd]ialing )|(?<=\bcode )"
            r")\d{3,6}(?![\w/-]|[.,]\d| [a-z]+s\b)"
            r"|(?<![\w.,$£€-])\d{3}(?= area code)|(?<=[A-Z]{3} to )\d{4,6}(?!\w)"
        ),
        say=lambda found: digits(found[0]),
        examples=(
            ("call or text 988.", "call or text nine eight eight."),
            ("they call 500 homes", "they call 500 homes"),
        ),
    ),
    Rule(
        name="postcode",
        starts=r"[A-Z]{1,2}\d[A-Z\d]? (?=\d[A-Z])",
        marks=FIGURE,
        pattern=r"\b[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}\b",
        say=lambda found: ", ".join(spell(part) for part in found[0].split()),
        examples=(("at SW1A 1AA", "at S W one A, one A A"),),
    ),
    Rule(
        name="address of a machine",
        starts=r"\d{1,15}+(?=\.\d{1,15}\.\d)",
        marks=".",
        pattern=r"(?<![\w.,])\d{1,3}(?:\.\d{1,3}){3}(?![\w.]\d|\w)",
        say=lambda found: " dot ".join(digits(part) for part in found[0].split(".")),
        examples=(("at 10.0.0.1", "at one zero dot zero dot zero dot one"),),
    ),
    Rule(
        name="serial number",
        starts="ISBN|ISSN|[Ss]erial|PIN|ZIP|[Pp]asscode|[Pp]ostcode",
        marks=FIGURE,
        pattern=(
            r"\b(?P<kind>ISBN(?:-1[03])?|ISSN|[Ss]erial number|PIN|ZIP(?: code)?"
            r"|ZIP Code|[Pp]asscode|[Pp]ostcode)(?P<link>:? | is )"
            r"(?P<code>(?:\d|[A-Z]{1,3}(?=[\d-]))[\dA-Z]*"
            r"(?:[- ](?=[\dX]{1,7}\b)[\dX]+)*)(?![\w-])"
        ),
        say=_serial,
        examples=(
            (
                "ISBN 978-0-14",
                "I S B N nine seven eight zero one four",
            ),
            ("serial number V75S", "serial number V seven five S"),
        ),
    ),
)
