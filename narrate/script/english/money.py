"""Money: the sign is written first and said last."""

import re

from narrate.script.base import DIGITS, Rule
from narrate.script.english.numbers import cardinal, number

NUMBER = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
SCALE = r"(?i:thousand|million|billion|trillion|mln|bln)"
TO = r"(?:[-–—]|\s[-–—]\s)"
"""Between two numbers: "1,200 -3" is no range."""

_SHORT = {
    "k": "thousand",
    "m": "million",
    "mn": "million",
    "b": "billion",
    "bn": "billion",
    "t": "trillion",
    "tn": "trillion",
    "mln": "million",
    "bln": "billion",
}
_COINS = {
    "$": ("dollar", "dollars", "cent", "cents"),
    "US$": ("dollar", "dollars", "cent", "cents"),
    "A$": ("Australian dollar", "Australian dollars", "cent", "cents"),
    "C$": ("Canadian dollar", "Canadian dollars", "cent", "cents"),
    "£": ("pound", "pounds", "penny", "pence"),
    "€": ("euro", "euros", "cent", "cents"),
    "¥": ("yen", "yen", "", ""),
    "₩": ("won", "won", "", ""),
    "₹": ("rupee", "rupees", "", ""),
    "₽": ("ruble", "rubles", "", ""),
    "₴": ("hryvnia", "hryvnias", "", ""),
}
_SIGN = "|".join(re.escape(sign) for sign in sorted(_COINS, key=len, reverse=True))
_PLACE = rf"[-−]|{_SIGN}"
_SHORTS = "[kKmMbBtT]|[mMbBtT]n"


def scale_word(written: str | None) -> str:
    """Say a scale: "Million", "bn" and "mln" as million and billion; "" for none."""
    small = (written or "").strip(" -").lower()
    return _SHORT.get(small, small)


def _scale(found: re.Match[str], which: str) -> str:
    return scale_word(found[f"scale{which}"] or found[f"short{which}"])


def _amount(sign: str, amount: str, scale: str, *, adjective: bool = False) -> str:
    one, many, cent, cents = _COINS[sign]
    if scale:
        return f"{number(amount)} {scale} {one if adjective else many}"
    whole, _, part = amount.replace(",", "").partition(".")
    unit = one if whole == "1" or adjective else many
    if len(part) == 2 and cents:
        if not int(part):
            return f"{number(whole)} {unit}"
        small = f"{cardinal(int(part))} {cent if int(part) == 1 else cents}"
        return small if not int(whole) else f"{number(whole)} {unit} and {small}"
    return f"{number(amount)} {many if part else unit}"


def _price(found: re.Match[str]) -> str:
    minus = "minus " if found["minus"] else ""
    adjective = bool(re.match(r"-(?!an?-|per-)[a-z]", found.string[found.end() :]))
    return minus + _amount(
        found["sign"], found["amount"], _scale(found, ""), adjective=adjective
    )


def _range(found: re.Match[str]) -> str:
    last_scale = _scale(found, "2")
    first = found["amount"]
    scale = _scale(found, "") or last_scale
    low = number(first) + (f" {scale}" if scale != last_scale else "")
    return f"{low} to {_amount(found['sign'], found['amount2'], last_scale)}"


def _scaled(which: str) -> str:
    return (
        rf"(?:[ -]?(?P<scale{which}>{SCALE})\b|\s?(?P<short{which}>{_SHORTS})\b"
        rf"(?!\.\w))?"
    )


RULES = (
    Rule(
        name="money",
        starts=_PLACE,
        pattern=(
            rf"(?<![\w$£€])(?P<sign>{_SIGN})\s?(?P<amount>{NUMBER}){_scaled('')}"
            rf"{TO}(?:{_SIGN})?(?P<amount2>{NUMBER}){_scaled('2')}(?!\d)"
        ),
        say=_range,
        examples=(
            ("for $20-$30 each", "for twenty to thirty dollars each"),
            ("$1-2 billion", "one to two billion dollars"),
        ),
    ),
    Rule(
        name="money",
        starts=_PLACE,
        pattern=(
            rf"(?<![\w$£€])(?P<minus>[-−])?(?P<sign>{_SIGN})\s?(?P<amount>{NUMBER})"
            rf"{_scaled('')}(?!\d)"
        ),
        say=_price,
        examples=(
            ("about $275 million.", "about two hundred seventy-five million dollars."),
            ("a $1 coin", "a one dollar coin"),
            ("$1.2bn", "one point two billion dollars"),
            ("€3.2 billion", "three point two billion euros"),
            ("$2.00", "two dollars"),
            ("£9.99", "nine pounds and ninety-nine pence"),
            ("US$5m", "five million dollars"),
            ("a $5 billion-a-year", "a five billion dollars-a-year"),
            ("a $5-million-plus", "a five million dollar-plus"),
            ("$10 Million", "ten million dollars"),
        ),
    ),
    Rule(
        name="money",
        starts=DIGITS,
        pattern=rf"(?<![\w.,])(?P<amount>{NUMBER})\s?¢",
        say=lambda found: f"{number(found['amount'])} cents",
        examples=(("50¢", "fifty cents"),),
    ),
)
