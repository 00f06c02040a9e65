"""Numbers as words: the arithmetic under every rule that says one."""

import re

_ONES = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen "
    "fourteen fifteen sixteen seventeen eighteen nineteen"
).split()
_TENS = "_ _ twenty thirty forty fifty sixty seventy eighty ninety".split()
_SCALES = (
    "_ thousand million billion trillion quadrillion quintillion sextillion septillion"
).split()
_ORDINALS = {
    "one": "first",
    "two": "second",
    "three": "third",
    "five": "fifth",
    "eight": "eighth",
    "nine": "ninth",
    "twelve": "twelfth",
}
_PARTS = {2: ("half", "halves"), 4: ("quarter", "quarters")}
_MOST_DIGITS = 3 * len(_SCALES)


def cardinal(n: int) -> str:
    """Say a whole number: 275 is "two hundred seventy-five"."""
    if n < 0:
        return f"minus {cardinal(-n)}"
    if n < 20:
        return _ONES[n]
    if n < 100:
        tens, ones = divmod(n, 10)
        return _TENS[tens] + (f"-{_ONES[ones]}" if ones else "")
    if n < 1000:
        hundreds, rest = divmod(n, 100)
        return f"{_ONES[hundreds]} hundred" + (f" {cardinal(rest)}" if rest else "")
    return _thousands(n)


def _thousands(n: int) -> str:
    parts: list[str] = []
    for scale in _SCALES:
        n, rest = divmod(n, 1000)
        if rest:
            parts.append(cardinal(rest) + (f" {scale}" if scale != "_" else ""))
    return " ".join(reversed(parts))


def ordinal(n: int) -> str:
    """Say a place in a row: 20 is "twentieth"."""
    words = cardinal(n)
    cut = max(words.rfind(" "), words.rfind("-")) + 1
    head, last = words[:cut], words[cut:]
    if last in _ORDINALS:
        return head + _ORDINALS[last]
    return head + (f"{last[:-1]}ieth" if last.endswith("y") else f"{last}th")


def digits(text: str) -> str:
    """Say digit by digit, leaving out what is none: "55-0" is "five five zero"."""
    return " ".join(_ONES[int(digit)] for digit in text if digit.isdecimal())


def year(n: int) -> str:
    """Say a year: 1984 "nineteen eighty-four", 2005 "two thousand five"."""
    century, rest = divmod(n, 100)
    if n < 1000 or n > 9999 or (century % 10 == 0 and rest < 10):
        return cardinal(n)
    if rest == 0:
        return f"{cardinal(century)} hundred"
    return f"{cardinal(century)} " + (
        f"oh {_ONES[rest]}" if rest < 10 else cardinal(rest)
    )


def plural(words: str) -> str:
    """Give the plural of a number's last word: "ninety" is "nineties"."""
    if words.endswith("y"):
        return f"{words[:-1]}ies"
    return f"{words}es" if words.endswith(("x", "s")) else f"{words}s"


def number(text: str) -> str:
    """Say digits with commas and a decimal point: "1,250.5"."""
    whole, dot, part = re.sub(r"[,\s]", "", text).partition(".")
    said = integer(whole) if whole else "zero"
    return f"{said} point {digits(part)}" if dot and part else said


def integer(text: str) -> str:
    """Say a run of digits: as a number, or one by one if it is no quantity."""
    if len(text) > _MOST_DIGITS or (len(text) > 1 and text[0] == "0"):
        return digits(text)
    return cardinal(int(text))


def fraction(top: int, bottom: int) -> str:
    """Say a part: "one half", "three quarters", "two thirds"."""
    one, many = _PARTS.get(bottom, (ordinal(bottom), f"{ordinal(bottom)}s"))
    return f"{cardinal(top)} {one if top == 1 else many}"


def mixed(whole: str, top: int, bottom: int) -> str:
    """Say a number and a part: "two and a half"; `whole` may be empty."""
    if not whole:
        return fraction(top, bottom)
    part = "a half" if (top, bottom) == (1, 2) else fraction(top, bottom)
    return f"{number(whole)} and {part}"


def designator(text: str) -> str:
    """Say the number in a name: 16 "sixteen", 140 "one forty", 105 "one oh five"."""
    if text[0] == "0" or len(text) > 4:
        return digits(text)
    n = int(text)
    if n < 100:
        return cardinal(n)
    if n % 1000 == 0:
        return cardinal(n)
    head, rest = divmod(n, 100)
    if rest == 0:
        return f"{cardinal(head)} hundred"
    return f"{cardinal(head)} " + (f"oh {_ONES[rest]}" if rest < 10 else cardinal(rest))
