"""Money: the sign is written first and said last."""

import re

from narrate.script.base import FIGURE, Rule
from narrate.script.english.figures import (
    NUMBER,
    SCALE,
    TO,
    has_article,
    is_adjective,
    scale_word,
)
from narrate.script.english.numbers import cardinal, number

# One, many, and a hundredth of it, one and many. ISO 4217 codes beside the signs.
_COINS = {
    "$": "dollar dollars cent cents",
    "£": "pound pounds penny pence",
    "€": "euro euros cent cents",
    "¥": "yen yen",
    "₩": "won won",
    "₹": "rupee rupees paisa paise",
    "₽": "ruble rubles kopeck kopecks",
    "₴": "hryvnia hryvnias kopiyka kopiykas",
    "₺": "lira lira",
    "₪": "shekel shekels",
    "₦": "naira naira",
    "₱": "peso pesos",
    "₫": "dong dong",
    "฿": "baht baht",
    "US$": "U_S_dollar U_S_dollars cent cents",
    "A$": "Australian_dollar Australian_dollars cent cents",
    "AU$": "Australian_dollar Australian_dollars cent cents",
    "C$": "Canadian_dollar Canadian_dollars cent cents",
    "CA$": "Canadian_dollar Canadian_dollars cent cents",
    "NZ$": "New_Zealand_dollar New_Zealand_dollars cent cents",
    "HK$": "Hong_Kong_dollar Hong_Kong_dollars cent cents",
    "S$": "Singapore_dollar Singapore_dollars cent cents",
    "NT$": "Taiwan_dollar Taiwan_dollars cent cents",
    "R$": "Brazilian_real Brazilian_reais centavo centavos",
    "USD": "U_S_dollar U_S_dollars cent cents",
    "EUR": "euro euros cent cents",
    "GBP": "British_pound British_pounds penny pence",
    "JPY": "Japanese_yen Japanese_yen",
    "CHF": "Swiss_franc Swiss_francs",
    "CNY": "Chinese_yuan Chinese_yuan",
    "RMB": "yuan yuan",
    "INR": "Indian_rupee Indian_rupees",
    "AUD": "Australian_dollar Australian_dollars cent cents",
    "CAD": "Canadian_dollar Canadian_dollars cent cents",
    "NZD": "New_Zealand_dollar New_Zealand_dollars cent cents",
    "HKD": "Hong_Kong_dollar Hong_Kong_dollars cent cents",
    "SGD": "Singapore_dollar Singapore_dollars cent cents",
    "SEK": "Swedish_krona Swedish_kronor",
    "NOK": "Norwegian_krone Norwegian_kroner",
    "DKK": "Danish_krone Danish_kroner",
    "PLN": "Polish_zloty Polish_zlotys",
    "RUB": "Russian_ruble Russian_rubles",
    "TRY": "Turkish_lira Turkish_lira",
    "BRL": "Brazilian_real Brazilian_reais",
    "ZAR": "South_African_rand South_African_rand",
    "KRW": "South_Korean_won South_Korean_won",
    "MXN": "Mexican_peso Mexican_pesos",
    "AED": "United_Arab_Emirates_dirham United_Arab_Emirates_dirhams",
    "UAH": "hryvnia hryvnias",
    "Rs": "rupee rupees",
    "Rs.": "rupee rupees",
    "kr": "krona kronor",
    "zł": "zloty zlotys",
}
_SIGN = "|".join(re.escape(sign) for sign in sorted(_COINS, key=len, reverse=True))
# Written behind the amount: "20 USD", "15€"; a lone letter there is none.
_BEHIND = "|".join(re.escape(s) for s in _COINS if s in "$€£¥₽₴₺₪zł" or s.isupper())
_SIGNS = frozenset(sign.rstrip(".") for sign in _COINS)
# What is followed by a figure, and that by a dash or by "to", "and", "or".
_RANGE_PLACE = (
    r"(?<!\w)[A-Zkz$£€¥₩₹₽₴₺₪₦₱₫฿](?=\D{0,4}\d[\d., \u2009\u202f]*+"
    r"(?:[ -]?[A-Za-z]{1,8}\s?)?\s?(?:[-‐‑–—]\s?|(?:to|and|or)\s)"
    r"[A-Zkrszł.$£€¥₩₹₽₴₺₪₦₱₫฿]{0,3}\d)"
)
_PLACE = rf"[-−](?=[A-Z$£€¥₹])|{_SIGN}"
# "a $5-a-month plan", but "$6.99-a-month": a row of units needs its plurals.
_HYPHENED = r"-(?!an?-|per-)[a-z]"
_SHORTS = r"[kKmMbBtT]|[mMbBtT]n|MM"


def _scaled(which: str) -> str:
    return (
        rf"(?:[ -]?(?P<scale{which}>{SCALE}|crore|lakh)\b"
        rf"|\s?(?P<short{which}>{_SHORTS})\b(?!\.\w))?"
    )


def _scale(found: re.Match[str], which: str) -> str:
    return scale_word(found[f"scale{which}"] or found[f"short{which}"])


def _amount(sign: str, amount: str, scale: str, *, adjective: bool = False) -> str:
    names = [name.replace("_", " ") for name in _COINS[sign].split()]
    one, many = names[:2]
    if scale:
        return f"{number(amount)} {scale} {one if adjective else many}"
    whole, _, part = amount.replace(",", "").partition(".")
    unit = one if whole == "1" or adjective else many
    if len(part) == 2 and len(names) > 2:
        if not int(part):
            return f"{number(whole)} {unit}"
        small = (
            f"{cardinal(int(part))} {names[2 if int(part) == 1 or adjective else 3]}"
        )
        return small if not int(whole or 0) else f"{number(whole)} {unit} and {small}"
    return f"{number(amount)} {many if part else unit}"


def _price(found: re.Match[str]) -> str:
    minus = "minus " if found["minus"] or found["inner"] else ""
    plus = " plus" if found["plus"] else ""
    written, end = found.string, found.end()
    adjective = not plus and (
        bool(
            re.match(_HYPHENED if "." in found["amount"] else r"-[a-z]", written[end:])
        )
        or (has_article(written, found.start()) and is_adjective(written, end))
    )
    said = _amount(
        found["sign"], found["amount"], _scale(found, ""), adjective=adjective
    )
    return f"{minus}{said}{plus}"


def _range(found: re.Match[str]) -> str | None:
    """Say the unit once, where the last has the scale of both."""
    last_scale = _scale(found, "2")
    if found["and"] and (_scale(found, "") or not last_scale):
        return None
    first = found["amount"]
    scale = _scale(found, "") or last_scale
    low = number(first) + (f" {scale}" if scale != last_scale else "")
    adjective = has_article(found.string, found.start()) and is_adjective(
        found.string, found.end()
    )
    high = _amount(found["sign"], found["amount2"], last_scale, adjective=adjective)
    return f"{low} {found['and'] or 'to'} {high}"


def _pence(found: re.Match[str]) -> str:
    unit = "penny" if found["amount"] == "1" else "pence"
    return f"{number(found['amount'])} {unit}"


RULES = (
    Rule(
        name="money",
        starts=_RANGE_PLACE,
        words=_SIGNS,
        marks=FIGURE,
        pattern=(
            rf"(?<![\w$£€])(?P<sign>{_SIGN})\s?(?P<amount>{NUMBER}){_scaled('')}"
            rf"(?:{TO}|\s(?P<and>to|and|or)\s(?=[$£€]))(?:{_SIGN})?(?P<amount2>{NUMBER}){_scaled('2')}(?!\d)"
        ),
        say=_range,
        examples=(
            ("for $20-$30 each", "for twenty to thirty dollars each"),
            ("$1-2 billion", "one to two billion dollars"),
            ("$5 to $7 million", "five to seven million dollars"),
            ("$5 and $7", "$5 and $7"),
        ),
    ),
    Rule(
        name="money",
        starts=_PLACE,
        words=_SIGNS,
        marks=FIGURE,
        pattern=(
            rf"(?<![\w$£€])(?P<minus>[-−])?(?P<sign>{_SIGN})\s?(?P<inner>[-−])?"
            rf"(?P<amount>{NUMBER}|\.\d+){_scaled('')}"
            r"(?P<plus>\+)?(?!\d)(?: dollars?\b)?"
        ),
        say=_price,
        examples=(
            ("about $275 million.", "about two hundred seventy-five million dollars."),
            ("a $1 coin", "a one dollar coin"),
            ("$1.2bn", "one point two billion dollars"),
            ("€3.2 billion", "three point two billion euros"),
            ("$2.00", "two dollars"),
            ("£9.99", "nine pounds and ninety-nine pence"),
            ("US$5m", "five million U S dollars"),
            ("a $5 billion-a-year", "a five billion dollar-a-year"),
            ("a $5-million-plus", "a five million dollar-plus"),
            ("$10 Million", "ten million dollars"),
            ("$.50", "fifty cents"),
            ("$100+", "one hundred dollars plus"),
            ("$5 million dollars", "five million dollars"),
            ("CHF 20", "twenty Swiss francs"),
            ("₹2 crore", "two crore rupees"),
        ),
    ),
    Rule(
        name="money",
        starts=(
            r"\d{1,15}+(?=[\d.,]{0,20}+\s?(?:[kmbtz]|[A-Z$€£¥₽₴₺₪]))"
            r"(?=[\d.,]{0,20}+\s?(?:[a-zA-Z]{1,8}\s?)?(?:[$€£¥₽₴₺₪]|[A-Z]{1,3}\$?(?!\w)|zł))"
        ),
        marks=FIGURE,
        words=_SIGNS,
        pattern=(
            rf"(?<![\w.,$£€-])(?P<amount>{NUMBER}){_scaled('')}\s?(?P<sign>{_BEHIND})(?!\w)"
        ),
        say=lambda found: _amount(found["sign"], found["amount"], _scale(found, "")),
        examples=(
            ("paid 15€ for", "paid fifteen euros for"),
            ("3.5 million USD", "three point five million U S dollars"),
        ),
    ),
    Rule(
        name="money",
        starts=r"\d{1,15}+(?=[\d.,]{0,20}+\s?¢)",
        marks="¢",
        pattern=rf"(?<![\w.,$£€])(?P<amount>{NUMBER})\s?¢",
        say=lambda found: (
            f"{number(found['amount'])} cent{'' if found['amount'] == '1' else 's'}"
        ),
        examples=(("50¢", "fifty cents"),),
    ),
    Rule(
        name="money",
        starts=r"\d{1,15}+(?=[\d.]{0,20}+p)",
        marks=FIGURE,
        pattern=r"(?<![\w.,$£€:])(?P<amount>\d{1,2}(?:\.5)?)p(?![\w.]\w|\w)",
        say=_pence,
        examples=(("up 2p at 50p", "up two pence at fifty pence"),),
    ),
)
