"""Counting: percentages, parts, scores, ranges, numbers in words and plain ones."""

import re
import unicodedata

from narrate.script.base import DIGITS, SIGNED, Rule
from narrate.script.german.endings import gender
from narrate.script.german.numbers import (
    NUMBER,
    NUMERAL,
    SCALE,
    SIGNS,
    TO,
    cardinal,
    digits,
    integer,
    number,
    ordinal,
    plain,
    scaled,
    year,
)

_LEFT = r"(?<![\w.,€$£/-])"
_LETTERS = "[a-zäöüß]{0,40}(?!\\w)"
_MOST_PARTS = 100


def _percent(found: re.Match[str]) -> str:
    low = f"{number(found['low'])} bis " if found["low"] else ""
    unit = "Promille" if found["unit"] in {"‰", "Promille"} else "Prozent"
    return f"{SIGNS[found['sign']]}{low}{number(found['amount'], 'ein')} {unit}"


def _fraction(top: int, bottom: int) -> str:
    if bottom == 2:
        return "ein halb" if top == 1 else f"{cardinal(top)} halbe"
    return f"{cardinal(top, 'ein')} {ordinal(bottom, 'el').capitalize()}"


def _slashed(found: re.Match[str]) -> str:
    top, bottom = int(found["top"]), int(found["bottom"])
    if 1900 <= bottom < 2100:  # "Nr. 12/2024", and a file's year
        return f"{cardinal(top)} {year(bottom)}"
    if not 1 < bottom <= _MOST_PARTS or top >= bottom:
        return f"{cardinal(top)} Schrägstrich {cardinal(bottom)}"
    return _mixed(found["whole"], top, bottom)


def _vulgar(found: re.Match[str]) -> str:
    top, _, bottom = unicodedata.normalize("NFKC", found["part"]).partition("⁄")
    return _mixed(found["whole"], int(top), int(bottom or 1))


def _mixed(whole: str | None, top: int, bottom: int) -> str:
    if not whole:
        return _fraction(top, bottom)
    if (top, bottom) == (1, 2):
        return f"{number(whole, 'ein')}einhalb"
    return f"{number(whole)} {_fraction(top, bottom)}"


_COUNTED = re.compile(r"\s(?P<noun>[A-ZÄÖÜ][a-zäöüß]+)(?!\w)")
_LABEL = re.compile(r"(?:(?P<word>[\w.]+)\s)?$")
_DATIVE = frozenset({"mit", "von", "aus", "nach", "bei", "seit", "vor", "in"})
_NO_LABEL = _DATIVE | {"nur", "noch", "es"}


def _one(found: re.Match[str]) -> str:
    """Give how one is said here: "Platz eins", but "ein Tor" and "eine Stunde"."""
    text, end = found.string, found.end()
    noun = _COUNTED.match(text, end)
    before = _LABEL.search(text, max(0, found.start() - 30), found.start())
    word = (before and before["word"]) or ""
    if not noun or (word[:1].isupper() and word.lower() not in _NO_LABEL):
        return "eins"
    kind = gender(noun["noun"])
    if word.lower() in _DATIVE:
        return "einer" if kind == "f" else "einem"
    return "eine" if kind == "f" else "ein"


def _counted(found: re.Match[str]) -> str:
    amount = found["amount"]
    one = _one(found) if amount == "1" else "eins"
    return SIGNS[found["sign"]] + scaled(amount, found["scale"], one)


def _any_numeral(found: re.Match[str]) -> str:
    """Say what no other rule knew: no digit may be left for a voice to guess at."""
    parts = re.split(r"[.,]", found[0])
    runs = [plain(part) for part in parts]
    if len(runs) == 2 and "," in found[0]:
        return f" {number(','.join(runs))} "
    return f" {' Punkt '.join(map(integer, runs))} "


def _compound(found: re.Match[str]) -> str:
    word = found["word"]
    return number(found["n"], "ein") + word[0].lower() + word[1:]


RULES = (
    Rule(
        name="percent",
        starts=SIGNED,
        pattern=(
            rf"{_LEFT}(?P<sign>[-−+])?(?:(?P<low>{NUMBER})\s?%?{TO})?"
            rf"(?P<amount>{NUMBER})(?:\s?(?P<unit>[%‰])|\s(?:Prozent|Promille)\b)"
            r"(?!-?ig|-[A-ZÄÖÜ])"
        ),
        say=lambda found: (
            _percent(found)
            if found["unit"]
            else _percent(found).replace("Prozent", found[0].split()[-1])
        ),
        examples=(
            ("um 3,5 % auf", "um drei Komma fünf Prozent auf"),
            ("5-10 Prozent", "fünf bis zehn Prozent"),
            ("1 %", "ein Prozent"),
        ),
    ),
    Rule(
        name="percent",
        starts=DIGITS,
        pattern=rf"{_LEFT}(?P<n>{NUMBER})\s?%-?(?P<word>ig{_LETTERS})",
        say=lambda found: f"{number(found['n'], 'ein')}prozent{found['word']}",
        examples=(("20%ige", "zwanzigprozentige"),),
    ),
    Rule(
        name="percent",
        starts=DIGITS,
        pattern=rf"{_LEFT}(?P<n>{NUMBER})-?\s?%(?=-[A-ZÄÖÜ])",
        say=lambda found: f"{number(found['n'], 'ein')}-Prozent",
        examples=(("die 5%-Hürde", "die fünf-Prozent-Hürde"),),
    ),
    Rule(
        name="fraction",
        starts=DIGITS,
        pattern=(
            rf"{_LEFT}(?:(?P<whole>\d{{1,3}})[ -])?"
            r"(?P<top>\d{1,4})/(?P<bottom>\d{1,4})(?![\w/]|[.,]\d)"
        ),
        say=_slashed,
        examples=(("2/3 aller", "zwei Drittel aller"), ("1 1/2", "eineinhalb")),
    ),
    Rule(
        name="fraction",
        pattern=rf"(?:(?P<whole>{NUMBER})\s?)?(?P<part>[¼½¾⅐-⅞])",
        say=_vulgar,
        examples=(("2½ Jahre", "zweieinhalb Jahre"), ("¾", "drei Viertel")),
    ),
    Rule(
        name="score",
        starts=DIGITS,
        pattern=r"(?<![\w:.,])(?P<a>\d{1,4}(?:,\d+)?):(?P<b>\d{1,4}(?:,\d+)?)(?![\w:])",
        say=lambda found: f"{number(found['a'])} zu {number(found['b'])}",
        examples=(("gewann 2:1.", "gewann zwei zu eins."),),
    ),
    Rule(
        name="range",
        starts=DIGITS,
        pattern=(
            rf"{_LEFT}(?P<low>{NUMBER}){TO}(?P<high>{NUMBER})"
            rf"(?:\s(?P<scale>{SCALE}))?(?![\w/-]|[.,]\d)"
        ),
        say=lambda found: (
            f"{number(found['low'])} bis {scaled(found['high'], found['scale'])}"
        ),
        examples=(("von 5-10 Jahren", "von fünf bis zehn Jahren"),),
    ),
    Rule(
        name="times",
        starts=DIGITS,
        pattern=rf"{_LEFT}(?P<n>\d+)\s?[x×]\s?(?=\d)",
        say=lambda found: f"{number(found['n'], 'ein')} mal ",
        examples=(("4x100", "vier mal 100"),),
    ),
    Rule(
        name="times",
        starts=DIGITS,
        pattern=rf"{_LEFT}(?P<n>\d{{1,4}})x(?!\w)",
        say=lambda found: f"{number(found['n'], 'ein')}mal",
        examples=(("3x täglich", "dreimal täglich"),),
    ),
    Rule(
        name="compound",
        starts=DIGITS,
        pattern=(
            rf"{_LEFT}(?P<n>{NUMBER})-?(?P<word>(?<=-)(?:[a-zäöü]|Jährig){_LETTERS}"
            rf"|fach{_LETTERS}|mal\b)"
        ),
        say=_compound,
        examples=(
            ("eine 70-jährige Frau", "eine siebzigjährige Frau"),
            ("der 1-Jährige", "der einjährige"),
            ("3fach", "dreifach"),
        ),
    ),
    Rule(
        name="number",
        starts=SIGNED,
        pattern=(
            rf"{_LEFT}(?P<sign>[-−+])?(?P<amount>{NUMBER})"
            rf"(?:\s(?P<scale>{SCALE})(?!\w))?(?!\w|[.,]\d)"
        ),
        say=_counted,
        examples=(
            ("etwa 12.500 Leute", "etwa zwölftausendfünfhundert Leute"),
            ("bei -5 und", "bei minus fünf und"),
            ("3 Mio. Menschen", "drei Millionen Menschen"),
            ("auf Platz 1 der", "auf Platz eins der"),
            ("nach 1 Stunde", "nach einer Stunde"),
        ),
    ),
    Rule(
        name="numeral",
        pattern=rf"{NUMERAL}+(?:[.,]{NUMERAL}+)*",
        say=_any_numeral,
        examples=(("v2.0", "v zwei Punkt null "), ("CO₂", "CO zwei ")),
    ),
    Rule(
        name="numeral",
        pattern=NUMERAL,
        say=lambda found: f" {digits(found[0])} ",
        examples=(("①", " eins "),),
    ),
)
