"""Two figures side by side: ranges, scores, records, ratios and averages."""

import re

from narrate.compiled import compiled
from narrate.script.base import FIGURE, Rule
from narrate.script.english.figures import LEFT, NUMBER, SCALE, TO, scale_word
from narrate.script.english.numbers import designator, integer, number, plural

_PAIR = r" (?:count|split|combination|punch|rule|partnership)\b"
_RECORD = r" (?:record|start|mark|season)\b"
_LEADS = r"\b(?:improved|fell|dropped|moved|went|slipped) to $|record (?:of|is) $"
_BATTED = r"(?i)\b(?:bat(?:s|ted|ting)?|hit(?:s|ting)?|average[ds]?|slugg|OPS)\b"


def _range(found: re.Match[str]) -> str:
    """Say "five to ten"; a count in baseball and a boxer's punches are pairs."""
    leads = compiled(_LEADS).search(
        found.string, max(0, found.start() - 16), found.start()
    )
    if leads or compiled(_RECORD).match(found.string, found.end()):
        return f"{number(found['low'])} and {number(found['high'])}"
    to = "" if compiled(_PAIR).match(found.string, found.end()) else "to "
    scale = scale_word(found["scale"])
    return f"{number(found['low'])} {to}{number(found['high'])} {scale}".rstrip()


def _average(found: re.Match[str]) -> str | None:
    """Say a caliber, or three figures where bats and averages are spoken of."""
    near = found.string[max(0, found.start() - 60) : found.end() + 20]
    if found["average"] and not compiled(_BATTED).search(near):
        return None
    return designator(found["part"] or found["average"])


RULES = (
    Rule(
        name="range",
        starts=r"\d{1,15}+(?=[\d., \u2009\u202f]{0,20}(?:[-‐‑–—]|\s[-–—]\s)\d)",
        marks=FIGURE,
        pattern=(
            rf"{LEFT}(?P<low>{NUMBER}){TO}(?P<high>{NUMBER})"
            rf"(?P<scale> (?:{SCALE})\b|[kKmMbB]n?\b)?(?![\w/-]|[.,]\d)"
        ),
        say=_range,
        examples=(
            ("aged 5-10", "aged five to ten"),
            ("won 2-1.", "won two to one."),
            ("20-30,000 men", "twenty to thirty thousand men"),
        ),
    ),
    Rule(
        name="range",
        starts=r"\d{1,15}+(?=[-–]\d)",
        marks=FIGURE,
        pattern=rf"{LEFT}(?P<low>\d{{1,3}})[-–](?P<high>\d{{1,3}})(?:(?=-[a-z]{{3,}})|(?P<s>s)\b)",
        say=lambda found: (
            f"{number(found['low'])} to "
            + (plural(number(found["high"])) if found["s"] else number(found["high"]))
            if int(found["low"]) < int(found["high"])
            else None
        ),
        examples=(
            ("15-24-year-olds", "fifteen to twenty-four-year-olds"),
            ("25-34s", "twenty-five to thirty-fours"),
        ),
    ),
    Rule(
        name="record",
        starts=r"\d{1,15}+(?=[-–]\d{1,15}[-–]\d)",
        marks="-–",
        pattern=r"(?<![\w.,$£€/-])\d{1,3}[-–]\d{1,3}[-–]\d{1,2}(?![\w-]|[.,]\d)",
        say=lambda found: ", ".join(map(integer, re.findall(r"\d+", found[0]))),
        examples=(("went 5-0-1", "went five, zero, one"),),
    ),
    Rule(
        name="average or caliber",
        starts=r"\.\d",
        marks=FIGURE,
        pattern=(
            r"(?<![\w.,])\.(?P<part>\d\d\d?)(?=[ -](?:caliber|rifle|pistol|handgun"
            r"|revolver|gun|rounds?|bullets?|Magnum|hitter|average|batting|on-base))"
            r"|(?<![\w.,])\.(?P<average>\d\d\d)(?![\w%]|\.\d)"
        ),
        say=_average,
        examples=(
            ("is hitting .312 now", "is hitting three twelve now"),
            ("a .45-caliber gun", "a forty-five-caliber gun"),
        ),
    ),
    Rule(
        name="ratio",
        starts=r"\d{1,15}+(?=:\s?\d)",
        marks=":",
        pattern=(
            r"(?<![\w:.,])(?P<a>\d{1,4}):\s?"
            r"(?P<b>\d{1,3}(?:,\d{3})+|\d+000|\d{1,4})(?![\w:]|,\d)"
        ),
        say=lambda found: (
            f"{integer(found['a'])} to {number(found['b'])}"
            if found[0][len(found["a"]) + 1] != " " or len(found["b"]) > 3
            else None
        ),
        examples=(
            ("odds of 3:1", "odds of three to one"),
            ("a 1:250,000 map", "a one to two hundred fifty thousand map"),
        ),
    ),
    Rule(
        name="multiple",
        starts=r"\d{1,15}+(?=[\d.,]{0,20}+[x×])",
        marks="x×",
        pattern=rf"(?<![\w.,$£€/-])(?P<n>{NUMBER})[x×](?!\w)",
        say=lambda found: f"{number(found['n'])} times",
        examples=(("10x faster", "ten times faster"),),
    ),
)
