"""Counting: percentages, places, parts, scores and plain numbers."""

import re
import unicodedata

from narrate.script.base import DIGITS, SIGNED, Rule
from narrate.script.english.money import NUMBER, SCALE, TO, scale_word
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
_PARTS = {2: ("half", "halves"), 4: ("quarter", "quarters")}
_LEFT = r"(?<![\w.,$£€/-])"
_MOST_PARTS = 100
_DIGIT = r"[\d\u00b2\u00b3\u00b9\u2070-\u2079\u2080-\u2089]"


def _fraction(top: int, bottom: int) -> str:
    one, many = _PARTS.get(bottom, (ordinal(bottom), f"{ordinal(bottom)}s"))
    return f"{cardinal(top)} {one if top == 1 else many}"


def _slashed(found: re.Match[str]) -> str:
    top, bottom = int(found["top"]), int(found["bottom"])
    if not 1 < bottom <= _MOST_PARTS or top >= bottom:
        return f"{cardinal(top)} slash {cardinal(bottom)}"
    if not found["whole"]:
        return _fraction(top, bottom)
    part = "a half" if (top, bottom) == (1, 2) else _fraction(top, bottom)
    return f"{cardinal(int(found['whole']))} and {part}"


def _vulgar(found: re.Match[str]) -> str:
    top, _, bottom = unicodedata.normalize("NFKC", found["part"]).partition("⁄")
    part = _fraction(int(top), int(bottom or 1))
    return f"{number(found['whole'])} and {part}" if found["whole"] else part


def _digit_groups(found: re.Match[str]) -> str:
    """Say a telephone's number, and whatever is read like one."""
    return ", ".join(digits(group) for group in re.findall(r"\d+", found[0]))


def _any_numeral(found: re.Match[str]) -> str:
    """Say what no other rule knew: no digit may be left for a voice to guess at."""
    parts = re.split(r"[.,]", found[0])
    figures = ["".join(str(unicodedata.digit(c, 0)) for c in part) for part in parts]
    if len(figures) == 2 and "." in found[0]:
        return f" {number('.'.join(figures))} "
    return f" {' point '.join(map(integer, figures))} "


RULES = (
    Rule(
        name="percent",
        starts=SIGNED,
        pattern=(
            rf"{_LEFT}(?:(?P<low>{NUMBER})%?{TO})?(?P<sign>[-−+])?"
            rf"(?P<amount>{NUMBER})\s?(?:%|percent\b|per cent\b)"
        ),
        say=lambda found: (
            (f"{number(found['low'])} to " if found["low"] else "")
            + f"{_SIGNED[found['sign']]}{number(found['amount'])} percent"
        ),
        examples=(
            ("up 3.5% in", "up three point five percent in"),
            ("5-10 percent", "five to ten percent"),
        ),
    ),
    Rule(
        name="ordinal",
        starts=DIGITS,
        pattern=r"(?<![\w.,])(?P<n>\d{1,3}(?:,\d{3})*|\d+)(?:st|nd|rd|th)\b",
        say=lambda found: ordinal(int(found["n"].replace(",", ""))),
        examples=(("the 24th Brigade", "the twenty-fourth Brigade"),),
    ),
    Rule(
        name="set phrase",
        starts=DIGITS,
        pattern=r"\b(?:24/7|9/11|50/50)(?![\w/])",
        say=lambda found: {
            "24/7": "twenty-four seven",
            "9/11": "nine eleven",
            "50/50": "fifty-fifty",
        }[found[0]],
        examples=(("after 9/11 and", "after nine eleven and"),),
    ),
    Rule(
        name="fraction",
        starts=DIGITS,
        pattern=(
            rf"{_LEFT}(?:(?P<whole>\d{{1,3}})[ -])?"
            r"(?P<top>\d{1,4})/(?P<bottom>\d{1,4})(?![\w/]|[.,]\d)"
        ),
        say=_slashed,
        examples=(
            ("1/2 of them", "one half of them"),
            ("2 1/2 years", "two and a half years"),
            ("3/4", "three quarters"),
        ),
    ),
    Rule(
        name="fraction",
        pattern=rf"(?:(?P<whole>{NUMBER})\s?)?(?P<part>[¼½¾⅐-⅞])",
        say=_vulgar,
        examples=(("2½ miles", "two and one half miles"),),
    ),
    Rule(
        name="digits",
        starts=DIGITS,
        pattern=(
            r"(?<![\w.,-])"
            r"(?:\d{3}-\d{4}|\d+(?:-\d+){2,}|0\d{2,4}(?: \d{3,4}){1,3})(?![\w-])"
        ),
        say=_digit_groups,
        examples=(
            ("call 555-1234", "call five five five, one two three four"),
            ("dial 9-1-1", "dial nine, one, one"),
        ),
    ),
    Rule(
        name="range",
        starts=DIGITS,
        pattern=(
            rf"{_LEFT}(?P<low>{NUMBER}){TO}(?P<high>{NUMBER})"
            rf"(?P<scale> (?:{SCALE})\b)?(?![\w/-]|[.,]\d)"
        ),
        say=lambda found: (
            f"{number(found['low'])} to {number(found['high'])} "
            f"{scale_word(found['scale'])}".rstrip()
        ),
        examples=(
            ("aged 5-10", "aged five to ten"),
            ("won 2-1.", "won two to one."),
        ),
    ),
    Rule(
        name="phone number",
        starts=r"\+?\d+|\(",
        pattern=(
            r"(?<![\w.,-])(?:\+?1[ .-])?(?:\(\d{3}\) ?|\d{3}[.-])"
            r"\d{3}[.-]\d{4}(?![\w-])"
        ),
        say=_digit_groups,
        examples=(
            (
                "call 202-555-0143",
                "call two zero two, five five five, zero one four three",
            ),
        ),
    ),
    Rule(
        name="number",
        starts=SIGNED,
        pattern=(
            rf"{_LEFT}(?P<sign>[-−+])?(?P<amount>{NUMBER})"
            rf"(?P<scale>[ -](?:{SCALE})\b|\s?(?:[mbt]n|k)\b)?(?![\w]|[.,]\d)"
        ),
        say=lambda found: (
            f"{_SIGNED[found['sign']]}{number(found['amount'])} "
            f"{scale_word(found['scale'])}".rstrip()
        ),
        examples=(
            ("at least 6 men", "at least six men"),
            ("1,500 men", "one thousand five hundred men"),
            ("it was -5 then", "it was minus five then"),
            ("3.14", "three point one four"),
            ("2 million men", "two million men"),
            ("1.2bn euros", "one point two billion euros"),
            ("a 50k run", "a fifty thousand run"),
        ),
    ),
    Rule(
        name="number",
        starts=r"\.",
        pattern=r"(?<![\w.,])\.(?P<part>\d+)(?!\w)",
        say=lambda found: f"point {digits(found['part'])}",
        examples=(("hit .5 today", "hit point five today"),),
    ),
    Rule(
        name="ratio",
        starts=DIGITS,
        pattern=r"(?<![\w:.,])(?P<a>\d{1,4}):(?P<b>\d{1,4})(?![\w:])",
        say=lambda found: f"{integer(found['a'])} to {integer(found['b'])}",
        examples=(("odds of 3:1", "odds of three to one"),),
    ),
    Rule(
        name="plural number",
        starts=DIGITS,
        pattern=r"(?<![\w.,$£€’'‘-])(?P<n>\d{1,4})s\b",
        say=lambda found: plural(designator(found["n"])),
        examples=(
            ("in her 30s", "in her thirties"),
            ("two 747s", "two seven forty-sevens"),
        ),
    ),
    Rule(
        name="number",
        starts=DIGITS,
        pattern=r"\b(?P<n>\d{1,3})(?=-[a-z])",
        say=lambda found: cardinal(int(found["n"])),
        examples=(("a 70-year-old", "a seventy-year-old"),),
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
)
