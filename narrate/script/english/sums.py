"""Sums: the signs of arithmetic, powers, and very large or small figures."""

import re
import unicodedata

from narrate.script.base import FIGURE, Rule, compiled
from narrate.script.english.figures import NUMBER
from narrate.script.english.numbers import cardinal, number, ordinal

_SIGNS = {
    "+": "plus",
    "-": "minus",
    "−": "minus",
    "–": "minus",
    "*": "times",
    "×": "times",
    "x": "times",
    "·": "times",
    "/": "divided by",
    "÷": "divided by",
    "=": "equals",
    "≈": "is about",
    "≠": "is not equal to",
    "<": "is less than",
    ">": "is greater than",
    "≤": "is less than or equal to",
    "≥": "is greater than or equal to",
}
_BOUNDS = {
    "<": "less than ",
    ">": "more than ",
    "≤": "at most ",
    "≥": "at least ",
    "~": "about ",
    "≈": "about ",
}
_LETTERS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
_COMPARED = "=≈≠<>≤≥"
_POWERS = {2: "squared", 3: "cubed"}
_SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹"
_TERM = rf"(?:[-−]?(?:{NUMBER})[a-z]?\b|\b[a-zA-Z]\b)"
_ASKED = (
    r"(?i)(?:what(?:['’]s| is|)|solve|calculate|compute|evaluate|equation|sum)"
    r"\W*(?:is )?$"
)


def _raised(base: str, power: int) -> str:
    if power in _POWERS:
        return f"{base} {_POWERS[power]}"
    minus = "minus " if power < 0 else ""
    word = cardinal(-power) if power < 0 else ordinal(power)
    return f"{base} to the {minus}{word}"


def _figures(text: str) -> int:
    plain = "".join("-" if c in "⁻−" else str(unicodedata.digit(c, c)) for c in text)
    return int(plain)


def _power(found: re.Match[str]) -> str:
    base = found["base"]
    power = _figures(found["up"] or found["caret"])
    said = _raised(number(base) if base[0].isdigit() else base, power)
    return f"{number(found['times'])} times {said}" if found["times"] else said


def _scientific(found: re.Match[str]) -> str:
    return f"{number(found['n'])} times {_raised('ten', int(found['power']))}"


def _sum(found: re.Match[str]) -> str | None:
    """Say a sum; two figures with a dash or a stroke are one only if asked for."""
    written = found[0]
    known = any(sign in written for sign in _COMPARED + "+*×·÷")
    before = found.string[max(0, found.start() - 30) : found.start()]
    noun = re.match(r" [a-z]", found.string[found.end() :])
    if not known and (noun or not compiled(_ASKED).search(before)):
        return None
    terms = compiled(_TERM)
    at = terms.match(written)
    said = []
    while at:
        said.append(_term(at[0]))
        sign = compiled(rf"\s?([{re.escape(''.join(_SIGNS))}])\s?").match(
            written, at.end()
        )
        said.append(_SIGNS[sign[1]] if sign else "")
        at = terms.match(written, sign.end()) if sign else None
    return " ".join(said).rstrip()


def _term(written: str) -> str:
    """Say a number, a letter, or a number of them: "3x"."""
    minus = "minus " if written[0] in "-−" else ""
    bare = written.lstrip("-−")
    figures = bare.rstrip(_LETTERS)
    return f"{minus}{number(figures) if figures else ''} {bare[len(figures) :]}".strip()


RULES = (
    Rule(
        name="sum",
        starts=(
            r"(?:[-−]?(?<!\d)\d++|\b[a-zA-Z]\b)"
            r"(?=[\d., \u2009\u202f]{0,40}+[a-z]?\s?[-−–+*×·÷/=≈≠<>≤≥x]"
            r"\s?[-−]?(?:\d|[a-zA-Z]\b))"
        ),
        marks="+*×·÷=≈≠<>≤≥-−–/x",
        pattern=(
            rf"(?<![\w.,$£€/:-]){_TERM}(?:(?:\s?[-−–+*×·÷/={'≈≠<>≤≥'}]\s?|\sx\s(?=\d)){_TERM}){{1,12}}"
            r"(?![\w%]|[.,/:]\d|\s?[-–+*×/]\s?\w)"
        ),
        say=_sum,
        examples=(
            ("35-20=15", "thirty-five minus twenty equals fifteen"),
            ("2 + 2 = 4", "two plus two equals four"),
            ("answer 8*7", "answer eight times seven"),
            ("solve 3 - 2?", "solve three minus two?"),
            ("won 3 - 2.", "won 3 - 2."),
            ("what is 0/0?", "what is zero divided by zero?"),
        ),
    ),
    Rule(
        name="power",
        starts="[Em]",
        marks="2²",
        pattern=r"\b(?:(?P<e>E) ?= ?)?mc[2²]",
        say=lambda found: f"{'E equals ' if found['e'] else ''}m c squared",
        examples=(("E=mc2", "E equals m c squared"),),
    ),
    Rule(
        name="root",
        starts="[√∛]",
        marks="√∛",
        pattern=rf"(?P<root>[√∛])\s?\(?(?P<n>{NUMBER}|[a-z]\b)\)?",
        say=lambda found: (
            f"the {'square' if found['root'] == '√' else 'cube'} root of "
            + (number(found["n"]) if found["n"][0].isdigit() else found["n"])
        ),
        examples=(("is √2 times", "is the square root of two times"),),
    ),
    Rule(
        name="comparison",
        starts="[<>≤≥~≈]",
        marks="<>≤≥~≈",
        pattern=r"(?<![\w<>=~-])(?P<sign>[<>≤≥~≈])\s?(?=[\d$£€.])",
        say=lambda found: _BOUNDS[found["sign"]],
        examples=(("in <1% of", "in less than 1% of"), ("~50 men", "about 50 men")),
    ),
    Rule(
        name="power",
        starts=r"(?<!\w)[A-Za-z]{1,2}(?=[\^²³⁰¹⁴-⁹⁻])|\d+",
        marks="^" + _SUPERSCRIPTS,
        pattern=(
            rf"(?<![\w.,^])(?:(?P<times>{NUMBER})\s?[×x*·]\s?)?(?P<base>{NUMBER}|[a-zA-Z]{{1,2}})"
            rf"(?:\^\{{?(?P<caret>[-−]?\d{{1,3}})\}}?|(?P<up>⁻?[{_SUPERSCRIPTS}]+))(?!\w)"
        ),
        say=_power,
        examples=(
            ("10^6", "ten to the sixth"),
            ("x² is", "x squared is"),
            ("3 × 10⁸", "three times ten to the eighth"),
            ("10⁻³", "ten to the minus three"),
        ),
    ),
    Rule(
        name="power",
        starts=r"\d{1,15}+(?=[\d.]{0,20}+[eE])",
        marks=FIGURE,
        pattern=r"(?<![\w.,$£€-])(?P<n>\d+(?:\.\d+)?)[eE](?P<power>[-+]?\d{1,3})(?![\w.]\d|\w)",
        say=_scientific,
        examples=(("1e-5", "one times ten to the minus five"),),
    ),
)
