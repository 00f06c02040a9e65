"""Money: its sign may stand before or behind, the cents are said last."""

import re

from narrate.script.base import DIGITS, Rule
from narrate.script.german.numbers import (
    NUMBER,
    SCALE,
    TO,
    cardinal,
    number,
    scale_words,
    scaled,
)

_COINS = {
    "€": ("Euro", "Cent"),
    "Euro": ("Euro", "Cent"),
    "EUR": ("Euro", "Cent"),
    "US-$": ("U S Dollar", "Cent"),
    "US$": ("U S Dollar", "Cent"),
    "US-Dollar": ("U S Dollar", "Cent"),
    "USD": ("U S Dollar", "Cent"),
    "$": ("Dollar", "Cent"),
    "Dollar": ("Dollar", "Cent"),
    "£": ("Pfund", "Pence"),
    "GBP": ("Pfund", "Pence"),
    "Pfund": ("Pfund", ""),
    "CHF": ("Franken", "Rappen"),
    "Fr.": ("Franken", "Rappen"),
    "SFr.": ("Franken", "Rappen"),
    "Franken": ("Franken", "Rappen"),
    "DM": ("D Mark", "Pfennig"),
    "D-Mark": ("D Mark", "Pfennig"),
    "Mark": ("Mark", "Pfennig"),
    "¥": ("Yen", ""),
    "Yen": ("Yen", ""),
    "Rubel": ("Rubel", ""),
    "₽": ("Rubel", ""),
    "Kronen": ("Kronen", ""),
    "₴": ("Hrywnja", ""),
    "₹": ("Rupien", ""),
    "₩": ("Won", ""),
}
_FEMININE = frozenset({"D Mark", "Mark", "Hrywnja"})
_WORDS = {sign for sign in _COINS if sign[-1].isalpha()}
_SIGNS = sorted(_COINS, key=len, reverse=True)
_BEHIND = "|".join(
    re.escape(sign) + (r"(?!\w)" if sign in _WORDS else "") for sign in _SIGNS
)
_BEFORE = r"EUR|US-?\$|USD|CHF|S?Fr\.|GBP|DM|[€$£¥₽₴₹₩]"
_PLACE = r"[-−](?=[€$£¥₽₴₹₩EUCSFGD])|[€$£¥₽₴₹₩]|\b(?:EUR|US|CHF|S?Fr\.|GBP|DM)"
_PER = (
    r"(?:/(?P<per>m²|qm|kWh|MWh|Monat|Jahr|Stunde|Tag|Tonne|t|kg|l"
    r"|Liter|Std\.|Std|h)(?!\w))?"
)
_PER_WORDS = {
    "m²": "Quadratmeter",
    "qm": "Quadratmeter",
    "kWh": "Kilowattstunde",
    "MWh": "Megawattstunde",
    "t": "Tonne",
    "kg": "Kilogramm",
    "Std.": "Stunde",
    "Std": "Stunde",
    "h": "Stunde",
    "l": "Liter",
}


def _amount(amount: str, scale: str | None, sign: str) -> str:
    unit, cent = _COINS[sign]
    one = "eine" if unit in _FEMININE else "ein"
    if scale:
        return f"{scaled(amount, scale)} {unit}"
    whole, _, part = amount.partition(",")
    if len(part) != 2 or not cent:
        return f"{number(amount, one)} {unit}"
    if not int(part):
        return f"{number(whole, one)} {unit}"
    if whole == "0":
        return f"{cardinal(int(part), 'ein')} {cent}"
    return f"{number(whole, one)} {unit} {cardinal(int(part))}"


def _price(found: re.Match[str]) -> str:
    minus = "minus " if found["minus"] else ""
    said = _amount(found["amount"], found["scale"], found["sign"])
    if found["low"]:
        said = f"{_low(found)} bis {said}"
    per = found.groupdict().get("per")
    return minus + said + (f" pro {_PER_WORDS.get(per, per)}" if per else "")


def _low(found: re.Match[str]) -> str:
    own, scale = found["low_scale"], found["scale"]
    if own and not (scale and scale_words(own) == scale_words(scale)):
        return scaled(found["low"], own)
    return number(found["low"])


def _tied(found: re.Match[str]) -> str:
    """Say what a price makes a noun of: "49-Euro-Ticket"."""
    unit = _COINS[found["sign"]][0]
    scale = f"{scale_words(found['scale'])[1]}-" if found["scale"] else ""
    return f"{number(found['amount'], 'ein')}-{scale}{unit}"


_LOW = rf"(?:(?P<low>{NUMBER})(?: (?P<low_scale>{SCALE}))?{TO})?"
_DASH = r"(?:,[-–—]+)?"

RULES = (
    Rule(
        name="money",
        starts=r"[-−](?=\d)|\d+",
        pattern=(
            rf"(?<![\w.,])(?P<minus>[-−])?{_LOW}(?P<amount>{NUMBER}){_DASH}\s?"
            rf"(?:(?P<scale>{SCALE})\s?)?(?P<sign>{_BEHIND}){_PER}"
        ),
        say=_price,
        examples=(
            ("für 9,99 € im", "für neun Euro neunundneunzig im"),
            ("3,2 Mrd. Euro", "drei Komma zwei Milliarden Euro"),
            ("275 Mio. $", "zweihundertfünfundsiebzig Millionen Dollar"),
            ("20-30 Millionen Euro", "zwanzig bis dreißig Millionen Euro"),
            ("0,50 €", "fünfzig Cent"),
            ("9,- Euro", "neun Euro"),
            ("28 €/MWh", "achtundzwanzig Euro pro Megawattstunde"),
        ),
    ),
    Rule(
        name="money",
        starts=_PLACE,
        pattern=(
            rf"(?<![\w$£€])(?P<minus>[-−])?(?P<sign>{_BEFORE})\s?{_LOW}"
            rf"(?P<amount>{NUMBER}){_DASH}(?:\s?(?P<scale>{SCALE}))?"
        ),
        say=_price,
        examples=(
            ("CHF 120.-", "einhundertzwanzig Franken.-"),
            ("£450.000", "vierhundertfünfzigtausend Pfund"),
        ),
    ),
    Rule(
        name="money",
        starts=DIGITS,
        pattern=(
            rf"(?<![\w.,])(?P<amount>{NUMBER})-(?:(?P<scale>{SCALE})-)?"
            rf"(?P<sign>{_BEHIND})(?=-)"
        ),
        say=_tied,
        examples=(
            ("das 49-Euro-Ticket", "das neunundvierzig-Euro-Ticket"),
            ("ein 500-Mio.-Euro-Bau", "ein fünfhundert-Millionen-Euro-Bau"),
        ),
    ),
)
