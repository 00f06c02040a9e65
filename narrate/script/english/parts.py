"""Parts of a whole: percentages, fractions, and what else has a stroke."""

import re
import unicodedata

from narrate.script.base import FIGURE, SIGNED, Rule, compiled
from narrate.script.english.figures import LEFT, NUMBER, TO
from narrate.script.english.numbers import cardinal, designator, fraction, mixed, number

_SIGNED = {"-": "minus ", "−": "minus ", "+": "plus ", None: "", "": ""}
_ODDS = r" (?:odds|favou?rite|shot|outsider|chance)"
# What is parted so: "1/64", not "60/40" or "138/3".
_MOST_PARTS = 100
_MIXED = r"(?:\d{1,2} )?\d/\d{1,2}"
_WHOLE = 100  # "60/40" shares it
_SYSTOLIC, _DIASTOLIC = range(90, 220), range(40, 131)  # mmHg


def _slashed(found: re.Match[str]) -> str:
    top, bottom = int(found["top"]), int(found["bottom"].replace(",", ""))
    if found["whole"]:
        return mixed(found["whole"], top, bottom)
    awaited = re.match(r" (?:of|the)\b", found.string[found.end() :])
    after = found.string[found.end() :]
    if re.match(r" (?:time\b|signature)", after) and bottom in {2, 4, 8}:
        return f"{cardinal(top)} {cardinal(bottom)}"
    if compiled(_ODDS).match(after):
        return f"{cardinal(top)} to {cardinal(bottom)}"
    if re.match(r" (?:stars|points)\b", after):
        return f"{cardinal(top)} out of {cardinal(bottom)}"
    parted = (
        bottom <= _MOST_PARTS
        or (top == 1 and bottom % 100 == 0)
        or "," in found["bottom"]
        or awaited
    )
    if bottom > 1 and parted and (top < bottom or bottom in {2, 3, 4, 8}):
        return fraction(top, bottom)
    return _stroke(top, bottom)


def _stroke(top: int, bottom: int) -> str:
    """Say a stroke that makes no part: odds, shares, a blood pressure."""
    if bottom == 1:
        return f"{cardinal(top)} to {cardinal(bottom)}"
    if top + bottom == _WHOLE:
        return f"{cardinal(top)} {cardinal(bottom)}"
    if top in _SYSTOLIC and bottom in _DIASTOLIC:
        return f"{designator(str(top))} over {designator(str(bottom))}"
    if 2 < bottom < 10 < top:
        return fraction(top, bottom)
    return f"{cardinal(top)} slash {cardinal(bottom)}"


def _vulgar(found: re.Match[str]) -> str:
    top, _, bottom = unicodedata.normalize("NFKC", found["part"]).partition("⁄")
    return mixed(found["whole"] or "", int(top), int(bottom or 1))


def _percent(found: re.Match[str]) -> str:
    low = f"{number(found['low'])} to " if found["low"] else ""
    unit = "percentage points" if found["unit"] == "pp" else "percent"
    return f"{low}{_SIGNED[found['sign']]}{number(found['amount'])} {unit}"


def _mixed(written: str) -> str:
    """Say "1 1/2", "3/4" or "2"."""
    if "/" not in written:
        return number(written)
    whole, _, part = written.rpartition(" ")
    top, bottom = part.split("/")
    return mixed(whole, int(top), int(bottom))


RULES = (
    Rule(
        name="percent",
        starts=SIGNED,
        marks=FIGURE,
        words=frozenset({"%", "percent", "per", "pct", "pc", "pp"}),
        pattern=(
            rf"(?<![\w.,$£€/])(?:(?P<low>{NUMBER})\s?%?{TO})?(?P<sign>(?<![\d%])[-−+])?"
            rf"(?P<amount>{NUMBER})[\s-]?(?P<unit>%|per ?cent\b|pct\b|pc\b|pp\b)"
        ),
        say=_percent,
        examples=(
            ("up 3.5% in", "up three point five percent in"),
            ("5-10 percent", "five to ten percent"),
            ("fell 2pp", "fell two percentage points"),
        ),
    ),
    Rule(
        name="range of fractions",
        starts=r"\d{1,15}+(?=[ /–-])",
        marks="/",
        pattern=(
            rf"{LEFT}(?:(?P<a>{_MIXED}){TO}(?P<b>{_MIXED}|\d{{1,2}})"
            rf"|(?P<c>\d{{1,2}}){TO}(?P<d>\d{{1,2}} \d/\d{{1,2}}))(?![\w/-]|[.,]\d)"
        ),
        say=lambda found: " to ".join(
            _mixed(part) for part in found.group("a", "b", "c", "d") if part
        ),
        examples=(
            ("1 1/2-2 spoons", "one and a half to two spoons"),
            ("2-2 1/2 hours", "two to two and a half hours"),
        ),
    ),
    Rule(
        name="fraction",
        starts=(
            r"[-−](?=\d{1,15}(?:[ -]\d{1,15})?[/⁄])"
            r"|\d{1,15}+(?=[/⁄]|[ -]\d{1,15}[/⁄])"
        ),
        marks=FIGURE,
        pattern=(
            rf"{LEFT}(?P<minus>[-−])?(?:(?P<whole>\d{{1,3}})[ -])?"
            r"(?P<top>\d{1,4})[/⁄]"
            r"(?P<bottom>\d{1,3}(?:,000)+|\d{1,4})(?:st|nd|rds?|ths?|s)?(?![\w/]|[.,]\d)"
        ),
        say=lambda found: ("minus " if found["minus"] else "") + _slashed(found),
        examples=(
            ("1/2 of them", "one half of them"),
            ("2 1/2 years", "two and a half years"),
            ("3/4", "three quarters"),
            ("2/3rds of", "two thirds of"),
            ("1/28,000 of", "one twenty-eight thousandth of"),
        ),
    ),
    Rule(
        name="fraction",
        pattern=rf"(?:(?<![\w.,])(?P<whole>{NUMBER})\s?)?(?P<part>[¼½¾⅐-⅞])",
        say=_vulgar,
        examples=(("2½ miles", "two and a half miles"),),
        starts=r"[¼½¾⅐-⅞]|\d+",
        marks="¼½¾⅐⅑⅒⅓⅔⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞",
    ),
)
