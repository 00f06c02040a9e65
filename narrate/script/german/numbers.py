"""German numbers as words: the arithmetic under every rule that says one."""

import re
import unicodedata

_ONES = (
    "null ein zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn "
    "vierzehn fünfzehn sechzehn siebzehn achtzehn neunzehn"
).split()
_TENS = "_ _ zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig".split()
_SCALES = (
    "Million Milliarde Billion Billiarde Trillion Trilliarde Quadrillion Quadrilliarde"
).split()
_IRREGULAR = {"eins": "erst", "drei": "dritt", "sieben": "siebt", "acht": "acht"}
_MOST_DIGITS = 6 + 3 * len(_SCALES)
_MILLION = 1_000_000

GROUP = "[.'’\u00a0\u2009\u202f ]"
"""What parts a thousand: a stop, the Swiss apostrophe, a space of any width."""

NUMBER = (
    rf"(?:\d{{1,3}}(?:{GROUP}\d{{3}}){{1,9}}(?!\d)|\d{{1,30}}(?!\d))"
    r"(?:,\d{1,30}(?!\d))?"
)
"""A number with its decimal comma; bounded, so that a line of figures costs no more."""

SCALE = (
    r"(?:Tausend|Tsd\.|Millionen|Million|Mio\.?|Milliarden|Milliarde|Mrd\.?"
    r"|Billionen|Billion|Bio\.)"
)
NUMERAL = (
    "[\\d\u00b2\u00b3\u00b9\u1369-\u1371\u19da\u2070\u2074-\u2079\u2080-\u2089"
    "\u2460-\u2468\u2474-\u247c\u2488-\u2490\u24ea\u24f5-\u24fd\u24ff\u2776-\u277e"
    "\u2780-\u2788\u278a-\u2792\U00010a40-\U00010a43\U00010e60-\U00010e68"
    "\U00011052-\U0001105a\U0001f100-\U0001f10a]"
)
"""A digit of any script, raised, lowered or in a circle."""

TO = r"(?:\s?[-–—]\s?|\sbis\s)"
"""Between the two ends of a range."""

SIGNS = {"-": "minus ", "−": "minus ", "+": "plus ", None: "", "": ""}
"""A sign before a number; `None` where there is none."""

_SCALE_WORDS = {
    "Tsd": ("Tausend", "Tausend"),
    "Mio": ("Million", "Millionen"),
    "Mrd": ("Milliarde", "Milliarden"),
    "Bio": ("Billion", "Billionen"),
}


def cardinal(n: int, one: str = "eins") -> str:
    """Say a whole number; `one` is how it ends in one: "eins", "ein", "eine"."""
    if n < _MILLION:
        return _below_million(n, one)
    parts: list[str] = []
    high, rest = divmod(n, _MILLION)
    for scale in _SCALES:
        high, here = divmod(high, 1000)
        if here:
            many = "n" if scale.endswith("e") else "en"
            said = _below_million(here, "eine")
            parts.append(f"{said} {scale}{many if here > 1 else ''}")
    parts.reverse()
    return " ".join([*parts, _below_million(rest, one)] if rest else parts)


def _below_million(n: int, one: str) -> str:
    """Say it as one word, as German writes it."""
    thousands, rest = divmod(n, 1000)
    if not thousands:
        return _below_thousand(n, one)
    head = f"{_below_thousand(thousands, 'ein')}tausend"
    return head + (_below_thousand(rest, one) if rest else "")


def _below_thousand(n: int, one: str) -> str:
    if n == 1:
        return one
    if n < 20:
        return _ONES[n]
    if n < 100:
        tens, ones = divmod(n, 10)
        return (f"{_ONES[ones]}und" if ones else "") + _TENS[tens]
    hundreds, rest = divmod(n, 100)
    return f"{_ONES[hundreds]}hundert" + (_below_thousand(rest, one) if rest else "")


def ordinal(n: int, ending: str = "e") -> str:
    """Say a place in a row: 3 is "dritte", with another ending "dritten"."""
    rest = n % _MILLION
    if n and not rest:
        head, _, scale = cardinal(n).rpartition(" ")
        stem = re.sub("(?:en|n)$", "", scale) if n > _MILLION else scale
        head = "" if n in {10**6, 10**9, 10**12} else head
        return f"{head}{stem.lower().removesuffix('e')}st{ending}"
    high = cardinal(n - rest) + " " if n > rest else ""
    last = rest % 100
    words = _below_million(rest, "eins")
    if 0 < last < 20:
        word = _below_thousand(last, "eins")
        stem = _IRREGULAR.get(word, f"{word}t")
        return f"{high}{words.removesuffix(word)}{stem}{ending}"
    return f"{high}{words}{'st' if rest else 't'}{ending}"


def digits(text: str) -> str:
    """Say figure by figure, leaving out what is none: "55-0" is "fünf fünf null"."""
    figures = (unicodedata.digit(digit) for digit in text if digit.isdigit())
    return " ".join(cardinal(figure) for figure in figures)


def year(n: int) -> str:
    """Say a year: 1984 is "neunzehnhundertvierundachtzig", 2024 like any number."""
    century, rest = divmod(n, 100)
    if not 11 <= century <= 19:
        return cardinal(n)
    return f"{_ONES[century]}hundert" + (_below_thousand(rest, "eins") if rest else "")


def number(text: str, one: str = "eins") -> str:
    """Say figures with parted thousands and a decimal comma: "1.250,5"."""
    whole, comma, fraction = text.partition(",")
    whole = re.sub(GROUP, "", whole)
    if not comma:
        return integer(whole, one)
    return f"{integer(whole)} Komma {digits(fraction)}"


def integer(text: str, one: str = "eins") -> str:
    """Say a run of digits: as a number, or one by one if it is no quantity."""
    if len(text) > _MOST_DIGITS or (len(text) > 1 and unicodedata.digit(text[0]) == 0):
        return digits(text)
    return cardinal(int(text), one)


def figures(text: str) -> str:
    """Say each run of digits in a name, with spaces around."""
    return re.sub(f"{NUMERAL}+", lambda n: f" {integer(plain(n[0]))} ", text)


def plain(text: str) -> str:
    """Write digits of any kind as our own: "²" is "2"."""
    return "".join(str(unicodedata.digit(digit)) for digit in text)


def is_one(text: str) -> bool:
    """Tell whether a number is one, so that what is counted is singular."""
    return text == "1"


def scaled(amount: str, scale: str | None, one: str = "eins") -> str:
    """Say a number with its scale: "1 Mrd." is "eine Milliarde"."""
    if not scale:
        return number(amount, one)
    single, many = scale_words(scale)
    if is_one(amount):
        return single if single == "Tausend" else f"eine {single}"
    return f"{number(amount)} {many}"


def scale_words(scale: str) -> tuple[str, str]:
    """Give a scale's singular and plural, however short it is written."""
    known = {"Tausend": "Tsd", "Milliarde": "Mrd", "Billion": "Bio"}
    key = next((s for w, s in known.items() if scale.startswith(w)), scale[:3])
    return _SCALE_WORDS[key.replace("Mil", "Mio")]
