"""What a recogniser wrote against what was said, fairly: no word is dropped.

It writes "$275 million", "November 20", "AFP" and "land mines" where the script says
"two hundred seventy-five million dollars", "November twentieth", "A F P" and
"landmines". So case, accents and punctuation are left out of both; a figure, a sign, a
short form or a run of capitals counts as the one of its usual readings that is nearest to
what was said; where words begin and end does not count, nor how a sound is spelled
("tow" and "toe"): an ear hears neither.
"""

import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping
from itertools import chain, product

from num2words import num2words

Words = tuple[str, ...]

_ATOM = re.compile(
    r"(?P<ordinal>\d+)(?:st|nd|rd|th)\b"
    r"|(?P<decade>\d*\d0)'?s\b"
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
_BLOCK = 3
"""Words that may be one on the other side: "attack 'ems"."""


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
        case "decade":
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
    amount = _said(num2words(int(whole)))
    if fraction:
        point = ("point", *chain(*(_said(num2words(int(d))) for d in fraction)))
        return tuple((*one, *point) for one in _with_and(amount))
    readings = [*_with_and(amount), tuple(chain(*map(_digit, whole)))]
    if len(whole) in {3, 4} and whole[0] != "0":
        pair = _two(whole[-2:])
        readings.append((*_said(num2words(int(whole[:-2]))), *pair))
        if whole.endswith("00"):
            readings.append((*_said(num2words(int(whole[:-2]))), "hundred"))
    if int(whole) <= 31:  # "November 20" is how a recogniser writes a date
        readings += _ordinal(int(whole))
    return tuple(dict.fromkeys(readings))


def _with_and(amount: Words) -> tuple[Words, ...]:
    ands = (amount, tuple(word for word in amount if word != "and"))
    ones = (("a", *one[1:]) for one in ands if one[0] == "one" and len(one) > 1)
    return (*ands, *ones)


def _two(pair: str) -> Words:
    """Say the last two figures of a pair: "oh five"."""
    return (
        ("oh", *_said(num2words(int(pair))))
        if pair[0] == "0"
        else _said(num2words(int(pair)))
    )


def _digit(digit: str) -> Words:
    return _said(num2words(int(digit)))


def _ordinal(number: int) -> tuple[Words, ...]:
    said = _said(num2words(number, to="ordinal"))
    return _with_and(said)


def _plurals(readings: tuple[Words, ...]) -> Iterator[Words]:
    for *before, last in readings:
        yield (*before, last[:-1] + "ies" if last.endswith("y") else last + "s")


def _time(written: str) -> tuple[Words, ...]:
    hour, minute = written.split(":")
    said = _said(num2words(int(hour)))
    if minute == "00":
        return (said, (*said, "oclock"), (*said, "hundred"))
    return ((*said, *_two(minute)),)


def _said(text: str) -> Words:
    return tuple(plain(text))


_Row = list[tuple[int, tuple[object, ...]]]


def nearest(said: list[str], heard: Iterator[tuple[Words, ...]]) -> list[str]:
    """Choose for each piece the reading that is nearest to what was said.

    Edit distance over all ways at once: the last row for the pieces so far, each cell
    with its cost and the words that led there.
    """
    row: _Row = [(cost, ()) for cost in range(len(said) + 1)]
    for forms in heard:
        rows = [_read(row, form, said) for form in forms]
        row = [
            min(cells, key=lambda cell: cell[0]) for cells in zip(*rows, strict=True)
        ]
    words: list[str] = []
    path = row[-1][1]
    while path:
        path, word = path  # type: ignore[assignment]
        words.append(str(word))
    return words[::-1]


def _read(row: _Row, form: Words, said: list[str]) -> _Row:
    for word in form:
        cost, path = row[0]
        following: _Row = [(cost + 1, (path, word))]
        for at, other in enumerate(said):
            put = row[at][0] + (word != other), row[at][1], True
            added = row[at + 1][0] + 1, row[at + 1][1], True
            left = following[at][0] + 1, following[at][1], False
            cost, path, new = min(put, added, left, key=lambda cell: cell[0])
            following.append((cost, (path, word) if new else path))
        row = following
    return row


def as_said(said: list[str], heard: list[str], sounds: Mapping[str, str]) -> list[str]:
    """Give what was heard, in the script's own letters where it sounds the same."""
    same = _sameness(said, heard, sounds)
    best = {(len(said), len(heard)): (0, (0, 0))}
    for i in range(len(said), -1, -1):
        for j in range(len(heard), -1, -1):
            steps = [(1, 1, 1)] if i < len(said) and j < len(heard) else []
            steps += [(1, 1, 0)] if i < len(said) else []
            steps += [(1, 0, 1)] if j < len(heard) else []
            steps += [(0, a, b) for a, b in same(i, j)]
            if steps:
                best[i, j] = min(
                    (cost + best[i + a, j + b][0], (a, b)) for cost, a, b in steps
                )
    return list(_written(said, heard, best, same))


def _sameness(
    said: list[str], heard: list[str], sounds: Mapping[str, str]
) -> Callable[[int, int], list[tuple[int, int]]]:
    def same(i: int, j: int) -> list[tuple[int, int]]:
        if i < len(said) and j < len(heard) and said[i] == heard[j]:
            return [(1, 1)]
        sizes = product(range(1, _BLOCK + 1), repeat=2)
        return [
            (a, b)
            for a, b in sizes
            if i + a <= len(said)
            and j + b <= len(heard)
            and _alike(said[i : i + a], heard[j : j + b], sounds)
        ]

    return same


def _alike(ours: list[str], theirs: list[str], sounds: Mapping[str, str]) -> bool:
    if "".join(ours) == "".join(theirs):
        return True
    sound = "".join(sounds.get(word, word) for word in ours)
    return sound == "".join(sounds.get(word, word) for word in theirs)


def _written(
    said: list[str],
    heard: list[str],
    best: Mapping[tuple[int, int], tuple[int, tuple[int, int]]],
    same: Callable[[int, int], list[tuple[int, int]]],
) -> Iterator[str]:
    i = j = 0
    while i < len(said) or j < len(heard):
        cost, (a, b) = best[i, j]
        alike = cost == best[i + a, j + b][0]
        yield from said[i : i + a] if alike else heard[j : j + b]
        i, j = i + a, j + b
