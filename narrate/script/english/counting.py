"""Counting: percentages, places, parts, scores and plain numbers."""

import re
import unicodedata

from narrate.script.base import FIGURE, FOREIGN, SIGNED, Rule
from narrate.script.english.figures import (
    LEFT,
    NUMBER,
    SCALE,
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
            rf"(?P<scale>[ -](?:{SCALE})\b|\s?(?:[mbt]n|(?<!\d{4})[kK])\b|[mMbB]\b)?"
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
        name="number",
        starts=r"\.\d",
        marks=FIGURE,
        pattern=r"(?<![\w.,”\"’)])\.(?P<part>\d+)(?!\w)",
        say=lambda found: f"point {digits(found['part'])}",
        examples=(("hit .5 today", "hit point five today"),),
    ),
    Rule(
        name="number",
        starts=r"(?=\d)(?<=[a-z]-)",
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
        marks=FIGURE + FOREIGN,
        pattern=rf"{_DIGIT}+(?:[.,]{_DIGIT}+)*",
        say=_any_numeral,
        examples=(
            ("2.3Ghz", " two point three Ghz"),
            ("v2.0.1", "v two point zero point one "),
            ("x٣y", "x three y"),
            ("CO₂", "CO two "),
        ),
    ),
)
