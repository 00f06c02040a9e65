"""What a recogniser wrote, with every usual way to say it.

Figures become words by a library, not by our own rules: a fault of theirs would be on
both sides, and nobody would hear it.
"""

import re
import unicodedata
from collections.abc import Iterator
from itertools import chain, product

Words = tuple[str, ...]

_ATOM = re.compile(
    r"(?P<ordinal>\d+)(?:st|nd|rd|th)\b"
    r"|(?P<plural>\d+)'?s\b"
    r"|(?P<time>\d{1,2}:\d{2})"
    r"|(?P<decimal>\d[\d,]*\.\d+)"
    r"|(?P<number>\d{1,3}(?:,\d{3})+|\d+)"
    r"|(?P<letters>(?:[A-Za-z]\.){2,}|\b[A-Z]{2,6}(?![a-z]))"
    r"|(?P<word>[^\W\d_]+(?:['’][^\W\d_]+)*)"
    r"|(?P<sign>[%&+°#@])"
)
_MONEY = re.compile(
    r"(?P<sign>[$£€])(?P<number>\d[\d,]*(?:\.\d+)?)"
    r"(?P<scale>[ -](?:hundred|thousand|million|billion|trillion)\b)?"
)
_CURRENCIES = {
    "$": ("dollars", "dollar"),
    "£": ("pounds", "pound"),
    "€": ("euros", "euro"),
}
_CENTS = re.compile(r"\.(\d\d)$")
_WRITTEN = {
    written: tuple(tuple(one.split()) for one in said.split("/"))
    for written, said in (
        line.split("=")
        for line in (
            "%=percent;&=and;+=plus;°=degrees/degree;#=number;@=at;mr=mister;mrs=missus;"
            "ms=miz/miss;dr=doctor/drive;st=saint/street;vs=versus;ok=okay;no=no/number;"
            "sr=senior;jr=junior;mm=millimeters/millimeter;cm=centimeters/centimeter;"
            "km=kilometers/kilometer;kg=kilograms/kilogram;mph=miles per hour/miles an "
            "hour;kmh=kilometers per hour/kilometers an hour;lbs=pounds;lb=pound;"
            "ft=feet/foot;gov=governor;sen=senator;rep=representative;gen=general;"
            "prof=professor;sgt=sergeant;lt=lieutenant;etc=et cetera;inc=incorporated;"
            "alright=all right"
        ).split(";")
    )
}
_FORMS_AT_MOST = 400


def plain(text: str) -> list[str]:
    """Give the words of a text: small letters, no accents, no punctuation."""
    bare = unicodedata.normalize("NFKD", text).casefold()
    bare = re.sub(r"(?<=\w)['’](?=\w)", "", bare)
    return re.findall(
        r"[^\W_]+", "".join(c for c in bare if not unicodedata.combining(c))
    )


def pieces(text: str) -> Iterator[tuple[Words, ...]]:
    """Give each piece of a recogniser's text, with every way to say it."""
    text = unicodedata.normalize("NFKC", text)
    at = 0
    for money in _MONEY.finditer(text):
        yield from map(_forms, _ATOM.finditer(text, at, money.start()))
        yield _money(money)
        at = money.end()
    yield from map(_forms, _ATOM.finditer(text, at))


def _money(found: re.Match[str]) -> tuple[Words, ...]:
    names = _CURRENCIES[found["sign"]]
    scale = tuple(plain(found["scale"] or ""))
    number = found["number"]
    forms = [(*amount, *scale, name) for amount in _number(number) for name in names]
    if (cents := _CENTS.search(number)) and not scale:
        whole = _number(number[: cents.start()])
        small = _number(str(int(cents[1])))
        for dollars, left, name in product(whole, small, names):
            forms.append((*dollars, name, *left, "cents"))
            forms.append((*dollars, name, "and", *left, "cents"))
            forms.append((*dollars, *left))
    return tuple(dict.fromkeys(forms))[:_FORMS_AT_MOST]


def _forms(found: re.Match[str]) -> tuple[Words, ...]:
    kind = found.lastgroup
    written = found[kind] if kind else ""
    match kind:
        case "ordinal":
            return _ordinal(int(written))
        case "plural":
            return tuple(_plurals(_number(written)))
        case "time":
            return _time(written)
        case "decimal" | "number":
            return _number(written)
        case "letters":
            letters = plain(written.replace(".", ""))
            return (tuple(letters), tuple("".join(letters)))
        case _:
            bare = tuple(plain(written)) or (written,)
            return (bare, *_WRITTEN.get(" ".join(bare), ()))


def _number(written: str) -> tuple[Words, ...]:
    """Give the readings of a number: as an amount, a year, a date, pairs, digits."""
    whole, _, fraction = written.replace(",", "").partition(".")
    amount = _cardinal(whole)
    if fraction:
        point = ("point", *chain(*(_cardinal(d) for d in fraction)))
        return tuple((*one, *point) for one in _with_and(amount))
    readings = [*_with_and(amount), tuple(chain(*map(_cardinal, whole)))]
    if len(whole) in {3, 4} and whole[0] != "0":
        pair = _two(whole[-2:])
        readings.append((*_cardinal(whole[:-2]), *pair))
        if whole.endswith("00"):
            readings.append((*_cardinal(whole[:-2]), "hundred"))
    if int(whole) <= 31:  # "November 20" is how a recogniser writes a date
        readings += _ordinal(int(whole))
    return tuple(dict.fromkeys(readings))


def _with_and(amount: Words) -> tuple[Words, ...]:
    ands = (amount, tuple(word for word in amount if word != "and"))
    ones = (("a", *one[1:]) for one in ands if one[0] == "one" and len(one) > 1)
    return (*ands, *ones)


def _two(pair: str) -> Words:
    """Say the last two figures of a pair: "oh five"."""
    return ("oh", *_cardinal(pair)) if pair[0] == "0" else _cardinal(pair)


def _ordinal(number: int) -> tuple[Words, ...]:
    return _with_and(_library(number, "ordinal"))


def _plurals(readings: tuple[Words, ...]) -> Iterator[Words]:
    for *before, last in readings:
        yield (*before, last[:-1] + "ies" if last.endswith("y") else last + "s")


def _time(written: str) -> tuple[Words, ...]:
    hour, minute = written.split(":")
    said = _cardinal(hour)
    if minute == "00":
        return (said, (*said, "oclock"), (*said, "hundred"))
    return ((*said, *_two(minute)),)


def _cardinal(figures: str) -> Words:
    return _library(int(figures), "cardinal")


def _library(number: int, kind: str) -> Words:
    from num2words import num2words  # noqa: PLC0415 - after `require_group` has spoken

    return tuple(plain(num2words(number, to=kind)))
