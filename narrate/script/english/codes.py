"""Codes: figures that name something and are said one by one or in groups."""

import re

from narrate.script.base import DIGITS, FIGURE, Rule
from narrate.script.english.designators import spell
from narrate.script.english.numbers import designator, digits, integer

_SECTIONS = {"§": "section", "§§": "sections", "¶": "paragraph", "¶¶": "paragraphs"}
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
_PLACES = (
    "Route|Highway|Interstate|Room|Suite|Apartment|Unit|Flight|Gate|Form|Channel|Bus"
    "|Pier|Train|Terminal|Area|Studio|Engine|Ladder|County Road|State Road|Exit|Xbox"
    "|Fahrenheit|RTX|GTX|RX|GeForce|Radeon"
)
_BOOKS = (
    "Genesis|Exodus|Leviticus|Numbers|Deuteronomy|Joshua|Judges|Ruth|Samuel|Kings"
    "|Chronicles|Ezra|Nehemiah|Esther|Job|Psalms?|Proverbs|Ecclesiastes|Isaiah|Jeremiah"
    "|Lamentations|Ezekiel|Daniel|Hosea|Joel|Amos|Obadiah|Jonah|Micah|Nahum|Habakkuk"
    "|Zephaniah|Haggai|Zechariah|Malachi|Matthew|Mark|Luke|John|Acts|Romans|Corinthians"
    "|Galatians|Ephesians|Philippians|Colossians|Thessalonians|Timothy|Titus|Philemon"
    "|Hebrews|James|Peter|Jude|Revelation|Quran|Qur’an|Surah"
)


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


def _verse(found: re.Match[str]) -> str:
    said = f"{found['book']} {integer(found['chapter'])} {integer(found['verse'])}"
    return said + (f" to {integer(found['last'])}" if found["last"] else "")


def _section(found: re.Match[str]) -> str:
    code = found["n"]
    said = " ".join(
        designator(part) if part.isdigit() else part
        for part in re.findall(r"\d+|[A-Za-z]+", code.replace(".", " point "))
    )
    return f"{_SECTIONS[found['sign']]} {said}"


def _version(found: re.Match[str]) -> str:
    parts = re.findall(r"\d+", found["n"])
    name = "version" if found["v"] in {"v", "V", "v."} else found["v"]
    return f"{name.strip()} {' point '.join(map(integer, parts))}"


_CAPITAL_BEFORE = re.compile(r"\b[A-Z][a-z]+ $")
_PLACED = ("n", "block", "error", "course", "max")


def _place(found: re.Match[str]) -> str | None:
    if found["course"] and not _CAPITAL_BEFORE.search(found.string[: found.start()]):
        return None
    number = designator(next(n for n in found.group(*_PLACED) if n))
    if not found["n"]:
        return number
    letter = f" {found['letter']}" if found["letter"] else ""
    kind = found["kind"]
    return f"{spell(kind) if kind.isupper() else kind} {number}{letter}"


RULES = (
    Rule(
        name="set phrase",
        starts=DIGITS,
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
        starts=r"\+?\d+|\(\d",
        marks=FIGURE,
        pattern=(
            r"(?<![\w.,$£€-])(?P<number>"
            r"(?:\+?1[ .-])?(?:\(\d{3}\)[ -]?|\d{3}[ .-])\d{3}[ .-]\d{4}"
            r"|\+\d{1,3}(?:[ .-]?\(?\d{1,5}\)?){2,5}|\d{3}-\d{4}|1-\d{3}-\d{3}-\d{4})"
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
            r"(?:\d+(?:-\d+){2,}|0\d{2,4}(?: \d{3,4}){1,3})(?![\w-])"
        ),
        say=_groups,
        examples=(("dial 9-1-1", "dial nine, one, one"),),
    ),
    Rule(
        name="number to call",
        starts=DIGITS,
        marks=FIGURE,
        pattern=(
            r"(?:(?<=\b[Cc]all )|(?<=\b[Dd]ial )|(?<=\b[Tt]ext )|(?<=\b[Cc]alled )"
            r"|(?<=\b[Dd]ialed )|(?<=\b[Cc]alling )|(?<=\b[Dd]ialing )|(?<=\bcode )"
            r"|(?<=\bP\.O\. Box )|(?<=\bPO Box ))\d{3,6}(?![\w/-]|[.,]\d| [a-z]+s\b)"
            r"|(?<![\w.,$£€-])\d{3}(?= area code)|(?<=[A-Z]{3} to )\d{4,6}(?!\w)"
        ),
        say=lambda found: digits(found[0]),
        examples=(
            ("call or text 988.", "call or text nine eight eight."),
            ("they call 500 homes", "they call 500 homes"),
        ),
    ),
    Rule(
        name="number of a place",
        starts=r"[RHISAUFGCBPTr4]|\d+",
        marks=FIGURE,
        pattern=(
            rf"\b(?P<kind>{_PLACES}) (?P<n>\d{{3,4}})(?P<letter>[A-Z])?"
            r"(?![\w/-]|[.,]\d)"
            r"|(?<![\w.,$£€-])(?P<block>\d{1,2}00)(?= block)"
            r"|(?<![\w.,$£€-])(?P<error>404|500)(?= errors?\b)"
            r"|(?<=[a-z] )(?P<course>101)(?![\w,.-]*\d| of\b| [a-z]+s\b)"
            r"|\b(?P<max>7\d7)(?= MAX\b)"
        ),
        say=_place,
        examples=(
            ("on Highway 101", "on Highway one oh one"),
            ("the 4800 block of", "the forty-eight hundred block of"),
        ),
    ),
    Rule(
        name="postcode",
        starts="[A-Z]",
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
        starts=r"[IiSsPpZzCc]",
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
    Rule(
        name="chapter and verse",
        starts=r"[A-Z]\w*",
        marks=FIGURE,
        pattern=(
            rf"\b(?P<book>{_BOOKS}) (?P<chapter>\d{{1,3}}):(?P<verse>\d{{1,3}})"
            r"(?:[-–](?P<last>\d{1,3}))?(?![\w:])"
        ),
        say=_verse,
        examples=(("John 3:16", "John three sixteen"),),
    ),
    Rule(
        name="section",
        starts="[§¶]",
        marks="§¶",
        pattern=r"(?P<sign>§§?|¶¶?)\s?(?P<n>\d[\d.]*\d[a-z]?|\d[a-z]?)(?!\w)",
        say=_section,
        examples=(("under § 230", "under section two thirty"),),
    ),
    Rule(
        name="version",
        starts=r"[vV]",
        marks=FIGURE,
        pattern=r"\b(?P<v>[vV]\.?|[Vv]ersion ) ?(?P<n>\d+(?:\.\d+){1,4})(?![\w]|\.\d)",
        say=_version,
        examples=(
            ("in v2.0.1", "in version two point zero point one"),
            ("version 3.11", "version three point eleven"),
        ),
    ),
)
