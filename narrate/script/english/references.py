"""Where something stands: chapter and verse, sections, versions, roads and rooms."""

import re

from narrate.script.base import FIGURE, Rule, compiled
from narrate.script.english.designators import spell
from narrate.script.english.numbers import designator, integer

_SECTIONS = {"§": "section", "§§": "sections", "¶": "paragraph", "¶¶": "paragraphs"}
_BOOKS = (
    "Genesis|Exodus|Leviticus|Numbers|Deuteronomy|Joshua|Judges|Ruth|Samuel|Kings"
    "|Chronicles|Ezra|Nehemiah|Esther|Job|Psalms?|Proverbs|Ecclesiastes|Isaiah|Jeremiah"
    "|Lamentations|Ezekiel|Daniel|Hosea|Joel|Amos|Obadiah|Jonah|Micah|Nahum|Habakkuk"
    "|Zephaniah|Haggai|Zechariah|Malachi|Matthew|Mark|Luke|John|Acts|Romans|Corinthians"
    "|Galatians|Ephesians|Philippians|Colossians|Thessalonians|Timothy|Titus|Philemon"
    "|Hebrews|James|Peter|Jude|Revelation|Quran|Qur’an|Surah"
)
_PLACES = (
    "Route|Highway|Interstate|Room|Suite|Apartment|Unit|Flight|Gate|Form|Channel|Bus"
    "|Pier|Train|Terminal|Area|Studio|Engine|Ladder|County Road|State Road|Exit|Xbox"
    "|Fahrenheit|RTX|GTX|RX|GeForce|Radeon"
)
_PLACED = ("n", "block", "error", "course", "max")
_CAPITAL_BEFORE = r"\b[A-Z][a-z]+ $"


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


def _place(found: re.Match[str]) -> str | None:
    if found["course"] and not compiled(_CAPITAL_BEFORE).search(
        found.string[: found.start()]
    ):
        return None
    number = designator(next(n for n in found.group(*_PLACED) if n))
    if not found["n"]:
        return number
    letter = f" {found['letter']}" if found["letter"] else ""
    kind = found["kind"]
    return f"{spell(kind) if kind.isupper() else kind} {number}{letter}"


RULES = (
    Rule(
        name="number with parts",
        starts=r"[CDIRLOSB][A-Za-z]{2,9} (?=\d{1,4}[-–]\d)",
        marks="-–",
        pattern=(
            r"\b(?P<kind>Case|Docket|Decree|ISO|Resolution|Order|Bill|Law|Section) "
            r"(?P<a>\d{1,4})[-–](?P<b>\d{1,4})(?!\w|-\d)"
        ),
        say=lambda found: (
            f"{spell('ISO') if found['kind'] == 'ISO' else found['kind']} "
            f"{designator(found['a'])} {designator(found['b'])}"
        ),
        examples=(("in Case 22-506", "in Case twenty-two five oh six"),),
    ),
    Rule(
        name="number of a place",
        starts=(
            r"\b[A-Z][A-Za-z]{1,10}(?: Road)? (?=\d{3})"
            r"|\d{3,4}(?= (?:block|error|MAX))|(?<=[a-z] )101"
        ),
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
        name="chapter and verse",
        starts=r"\b[A-Z][\w’]{2,13} (?=\d{1,3}:\d)",
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
        name="section",
        starts=r"(?<=[a-z] )ss?\.",
        marks=FIGURE,
        pattern=r"(?<=[a-z] )(?P<many>s)?s\.\s?(?=\d{1,3}\b)",
        say=lambda found: "sections " if found["many"] else "section ",
        examples=(("under s.47 of", "under section 47 of"),),
    ),
    Rule(
        name="version",
        starts=r"\b[vV](?:ersion )?\.? ?(?=\d{1,15}+\.\d)",
        marks=FIGURE,
        pattern=(
            r"(?<!\d )\b(?P<v>[vV]\.?|[Vv]ersion ) ?(?P<n>\d+(?:\.\d+){1,4})"
            r"(?!\w|\.\d)"
        ),
        say=_version,
        examples=(
            ("in v2.0.1", "in version two point zero point one"),
            ("version 3.11", "version three point eleven"),
        ),
    ),
)
