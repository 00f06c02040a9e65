"""Counting: percentages, places, parts, scores and plain numbers."""

import re
import unicodedata

from narrate.script.base import DIGITS, FIGURE, SIGNED, Rule
from narrate.script.english.figures import (
    LEFT,
    NUMBER,
    SCALE,
    TO,
    scale_word,
)
from narrate.script.english.numbers import (
    cardinal,
    designator,
    digits,
    integer,
    number,
    ordinal,
    plural,
)

_SIGNED = {"-": "minus ", "−": "minus ", "+": "plus ", None: "", "": ""}
_DIGIT = r"[\d\u00b2\u00b3\u00b9\u2070-\u2079\u2080-\u2089]"
_PAIR = re.compile(r" (?:count|split|combination|punch|rule|partnership)\b")
_LEADS = re.compile(
    r"\b(?:improved|fell|dropped|moved|went|slipped) to $|record (?:of|is) $"
)
_RECORD = re.compile(r" (?:record|start|mark|season)\b")


def _range(found: re.Match[str]) -> str:
    """Say "five to ten"; a count in baseball and a boxer's punches are pairs."""
    leads = _LEADS.search(found.string, max(0, found.start() - 16), found.start())
    if leads or _RECORD.match(found.string, found.end()):
        return f"{number(found['low'])} and {number(found['high'])}"
    to = "" if _PAIR.match(found.string, found.end()) else "to "
    scale = scale_word(found["scale"])
    return f"{number(found['low'])} {to}{number(found['high'])} {scale}".rstrip()


def _number(found: re.Match[str]) -> str:
    scale = scale_word(found["scale"])
    if found["scale"] in {"m", "M", "b", "B", "K"} and not _is_money_scale(found):
        return f"{number(found['amount'])} {found['scale'].upper()}"
    return f"{_SIGNED[found['sign']]}{number(found['amount'])} {scale}".rstrip()


def _is_money_scale(found: re.Match[str]) -> bool:
    """Tell whether "7M" counts something: it does before a noun in the plural."""
    after = found.string[found.end() :]
    if found["scale"] == "K":
        return bool(re.match(r" (?:people|men|women|[a-z]{3,}s)\b", after))
    return bool(re.match(r" [a-z]{2,}", after))


def _any_numeral(found: re.Match[str]) -> str:
    """Say what no other rule knew: no digit may be left for a voice to guess at."""
    parts = re.split(r"[.,]", found[0])
    figures = ["".join(str(unicodedata.digit(c, 0)) for c in part) for part in parts]
    if len(figures) == 2 and "." in found[0]:
        return f" {number('.'.join(figures))} "
    return f" {' point '.join(map(integer, figures))} "


def _counted_s(found: re.Match[str]) -> str:
    n = int(found["n"])
    hundreds = n % 100 == 0 and n < 10_000 and n
    return plural(cardinal(n) if hundreds and n < 1000 else designator(found["n"]))


RULES = (
    Rule(
        name="ordinal",
        starts=r"\d{1,15}+(?=[\d,]{0,20}+\s?[snrtSNRTˢⁿʳᵗ])",
        marks=FIGURE,
        pattern=(
            r"(?<![\w.,/])(?P<n>\d{1,3}(?:,\d{3})*|\d{1,15})\s?"
            r"(?:(?:st|nd|rd|th|ST|ND|RD|TH)\b|ˢᵗ|ⁿᵈ|ʳᵈ|ᵗʰ)"
        ),
        say=lambda found: ordinal(int(found["n"].replace(",", ""))),
        examples=(("the 24th Brigade", "the twenty-fourth Brigade"),),
    ),
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
        name="record",
        starts=r"\d{1,15}+(?=[-–]\d{1,15}[-–]\d)",
        marks="-–",
        pattern=r"(?<![\w.,$£€/-])\d{1,3}[-–]\d{1,3}[-–]\d{1,2}(?![\w-]|[.,]\d)",
        say=lambda found: ", ".join(map(integer, re.findall(r"\d+", found[0]))),
        examples=(("went 5-0-1", "went five, zero, one"),),
    ),
    Rule(
        name="lakhs",
        starts=r"\d{1,15}+(?=,\d\d,)",
        marks=",",
        pattern=rf"{LEFT}(?P<lakh>\d{{1,2}}),(?P<rest>[1-9]\d,\d{{3}})(?![\w]|[.,]\d)",
        say=lambda found: f"{number(found['lakh'])} lakh {number(found['rest'])}",
        examples=(("1,50,000 men", "one lakh fifty thousand men"),),
    ),
    Rule(
        name="number",
        starts=SIGNED,
        marks=FIGURE,
        pattern=(
            rf"{LEFT}(?P<sign>[-−+])?(?P<amount>{NUMBER})"
            rf"(?P<scale>[ -](?:{SCALE})\b|\s?(?:[mbt]n|k|K)\b|[mMbB]\b)?"
            r"(?!\w|[.,]\d)"
        ),
        say=_number,
        examples=(
            ("at least 6 men", "at least six men"),
            ("1,500 men", "one thousand five hundred men"),
            ("it was -5 then", "it was minus five then"),
            ("3.14", "three point one four"),
            ("2 million men", "two million men"),
            ("1.2bn euros", "one point two billion euros"),
            ("a 50k run", "a fifty thousand run"),
            ("2M views", "two million views"),
        ),
    ),
    Rule(
        name="average or caliber",
        starts=r"\.\d",
        marks=FIGURE,
        pattern=(
            r"(?<![\w.,])\.(?P<part>\d\d\d?)(?=[ -](?:caliber|rifle|pistol|handgun"
            r"|revolver|gun|rounds?|bullets?|Magnum|hitter|average|batting|on-base))"
            r"|(?:(?<=hitting )|(?<=batting )|(?<=hit )|(?<=averaged )|(?<=slugging ))"
            r"\.(?P<average>\d\d\d)(?!\w)"
        ),
        say=lambda found: designator(found["part"] or found["average"]),
        examples=(
            ("is hitting .312 now", "is hitting three twelve now"),
            ("a .45-caliber gun", "a forty-five-caliber gun"),
        ),
    ),
    Rule(
        name="number",
        starts=r"\.\d",
        marks=FIGURE,
        pattern=r"(?<![\w.,])\.(?P<part>\d+)(?!\w)",
        say=lambda found: f"point {digits(found['part'])}",
        examples=(("hit .5 today", "hit point five today"),),
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
    Rule(
        name="number",
        starts=DIGITS,
        marks=FIGURE,
        pattern=rf"(?<=[a-z]-)(?P<n>{NUMBER})(?!\w|[.,]\d)",
        say=lambda found: number(found["n"]),
        examples=(("8-by-11 paper", "8-by-eleven paper"),),
    ),
    Rule(
        name="plural number",
        starts=r"10[\d,]{0,20}+s of",
        marks=FIGURE,
        pattern=r"(?<![\w.,$£€-])(?P<n>10|100|1,?000)s(?= of\b)",
        say=lambda found: {"10": "tens", "100": "hundreds"}.get(
            found["n"], "thousands"
        ),
        examples=(("100s of birds", "hundreds of birds"),),
    ),
    Rule(
        name="plural number",
        starts=r"\d{1,4}(?=[’']?s)",
        marks=FIGURE,
        pattern=r"(?:(?<![\w.,$£€’'‘-])|(?<=[a-z]-))(?<!iPhone )(?P<n>\d{1,4})[’']?s\b",
        say=_counted_s,
        examples=(
            ("in her 30s", "in her thirties"),
            ("two 747s", "two seven forty-sevens"),
        ),
    ),
    Rule(
        name="number",
        starts=r"\d{1,15}+(?=[\d,]{0,20}+-[a-zA-Z])",
        marks="-",
        pattern=r"\b(?P<n>\d{1,3}(?:,\d{3})*)(?=-[a-zA-Z])",
        say=lambda found: number(found["n"]),
        examples=(("a 70-year-old", "a seventy-year-old"),),
    ),
    Rule(
        name="hyphen before a figure",
        starts="[-–]",
        marks=FIGURE,
        pattern=r"(?<=\w)[-–](?=\d)",
        say=lambda _: " ",
        examples=(("the K-4-x", "the K 4-x"),),
    ),
    Rule(
        name="numeral",
        pattern=rf"{_DIGIT}+(?:[.,]{_DIGIT}+)*",
        say=_any_numeral,
        examples=(
            ("2.3Ghz", " two point three Ghz"),
            ("v2.0.1", "v two point zero point one "),
            ("x٣y", "x three y"),
            ("CO₂", "CO two "),
        ),
    ),
    Rule(
        name="numeral",
        starts=DIGITS,
        marks=FIGURE,
        pattern=r"\d+",
        say=_any_numeral,
        examples=(("5b", " five b"),),
    ),
)
