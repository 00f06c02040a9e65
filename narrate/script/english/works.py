"""Parts of works, bounds, years and left-over units: Vol. 24, p. 12, c. 1850, 5 yrs."""

import re

from narrate.script.base import FIGURE, Rule
from narrate.script.english.abbreviations import cased, one_of
from narrate.script.english.numbers import cardinal, digits

# A part of a work, and its number, which other rules say.
_PARTS = {
    "app": "appendix",
    "art": "article",
    "arts": "articles",
    "bk": "book",
    "ch": "chapter",
    "chap": "chapter",
    "chaps": "chapters",
    "chs": "chapters",
    "col": "column",
    "eq": "equation",
    "eqs": "equations",
    "fig": "figure",
    "figs": "figures",
    "no": "number",
    "nos": "numbers",
    "nr": "number",
    "p": "page",
    "pp": "pages",
    "para": "paragraph",
    "paras": "paragraphs",
    "pl": "plate",
    "pt": "part",
    "pts": "parts",
    "sec": "section",
    "secs": "sections",
    "sect": "section",
    "ser": "series",
    "supp": "supplement",
    "tab": "table",
    "tel": "telephone",
    "vol": "volume",
    "vols": "volumes",
}
_UNITS = {
    "doz": "dozen",
    "hr": "hour",
    "lb": "pound",
    "min": "minute",
    "mo": "month",
    "oz": "ounce",
    "qt": "quart",
    "sec": "second",
    "tbsp": "tablespoon",
    "tsp": "teaspoon",
    "wk": "week",
    "yr": "year",
}


_LIVED = {"b": "born", "d": "died", "r": "reigned"}


def _part(found: re.Match[str]) -> str | None:
    """Say "Vol. 24" and "NO 39"; "NO 2 WAYS" has no stop and is no part."""
    word = found["word"]
    before = found.string[max(0, found.start() - 20) : found.start()]
    small = word.lower()
    bare = "." not in found[0]
    if small == "no" and re.search(r"[?!][\"”]? $", before):
        return None  # "Was anyone hurt? No. 15 people were led out."
    if small == "no" and bare and word not in {"No", "NO"}:
        return None
    if bare and small in {"no", "art", "pl", "app", "tab", "col", "pt", "p", "bk"}:
        after = re.match(r"[\d–/-]+\s+[a-z]", found.string[found.end() :])
        if small != "no" or (after and not re.search(r"[A-Za-z] $", before)):
            return None
    return f"{cased(word, _PARTS[small])} "


def _line(number: str) -> str:
    return cardinal(int(number)) if len(number) < 3 else digits(number)


def _established(found: re.Match[str]) -> str:
    year = re.match(r"\s?(?:1[0-9]|20)\d\d(?!\d|,\d)", found.string[found.end() :])
    return cased(found[0], "established" if year else "estimated")


def _bounds(found: re.Match[str]) -> str:
    whole = {"min": "minimum", "max": "maximum"}[found["word"].lower()]
    return f"{cased(found['word'], whole)} "


def _unit(found: re.Match[str]) -> str:
    """Say a unit that no measure took in: "1/2 oz. of pepper" has one ounce."""
    before = found.string[max(0, found.start() - 12) : found.start()].rstrip()
    one = re.search(
        r"(?:^|[^\d\s]|[a-z])\s*(?:1|\d+/\d+|[¼½¾⅓⅔⅛])$|^(?:1|\d/\d)$", before
    )
    return _UNITS[found["unit"]] + ("" if one else "s")


RULES = (
    Rule(
        name="part",
        starts=r"(?<![A-Za-z])[A-Za-z]{1,6}\.? ?(?=\d)",
        marks=FIGURE,
        words=frozenset(_PARTS),
        pattern=(
            rf"(?<![\w.-])(?<!\w[’'])(?i:(?P<word>{one_of(_PARTS)}))"
            r"(?:\. ?|(?<=NO) |(?<=No) |(?<=(?i:vol)) |(?<=Nos) |(?<=Fig) |(?<=Figs) "
            r"|(?<=Ch) )(?=\d)"
        ),
        say=_part,
        examples=(
            ("see p. 12", "see page 12"),
            ("VOL 24 NO 39", "Volume 24 Number 39"),
            ("Sec. 5 of", "Section 5 of"),
            ("No 10 people agree", "No 10 people agree"),
        ),
    ),
    Rule(
        name="part",
        words=frozenset({"ext"}),
        pattern=r"\b[Ee]xt\.? (?P<n>\d{1,5})(?!\w)",
        say=lambda found: f"extension {_line(found['n'])}",
        examples=(("ext. 204", "extension two zero four"),),
    ),
    Rule(
        name="part",
        starts=r"(?<=[tdh] )ed\.",
        marks=FIGURE,
        pattern=r"(?<=\d(?:st|nd|rd|th) )ed\.(?!\w)",
        say=lambda _: "edition",
        examples=(("the 2nd ed. of", "the 2nd edition of"),),
    ),
    Rule(
        name="established or estimated",
        words=frozenset({"est"}),
        pattern=r"\b[Ee]st\.(?=\s?[$€£]?\d|\s[a-z])",
        say=_established,
        examples=(
            ("Acme (est. 1889)", "Acme (established 1889)"),
            ("an est. 1,500 men", "an estimated 1,500 men"),
        ),
    ),
    Rule(
        name="about a year",
        starts=r"(?<![\w.])ca?\.? ?(?=\d)",
        marks=FIGURE,
        pattern=r"(?<![\w.])ca?\.? ?(?=1?\d{3}\b|20[0-2]\d\b)",
        say=lambda _: "circa ",
        examples=(("born c. 1850", "born circa 1850"),),
    ),
    Rule(
        name="life",
        starts=r"\([bdr]|(?<=\d[;,] )[bdr]",
        words=frozenset("bdr"),
        pattern=(
            r"(?:\(|(?<=\d; )|(?<=\d, ))(?P<what>[bdr])\. ?"
            r"(?=\d{3,4}|[A-Z][a-z]+\.? \d)"
        ),
        say=lambda found: (
            f"{', ' if found[0][0] == '(' else ''}{_LIVED[found['what']]} "
        ),
        examples=(("Lee (b. 1950; d. 2001)", "Lee , born 1950; died 2001)"),),
    ),
    Rule(
        name="people",
        words=frozenset({"pop"}),
        pattern=r"\b[Pp]op\.:? (?=\d|of [A-Z])",
        say=lambda _: "population ",
        examples=(("Vik (pop. 300)", "Vik (population 300)"),),
    ),
    Rule(
        name="bound",
        words=frozenset({"min", "max"}),
        pattern=r"(?<![\w.])(?<!\d )(?P<word>[Mm](?:in|ax))\. (?=[a-z\d$])",
        say=_bounds,
        examples=(("the max. speed", "the maximum speed"),),
    ),
    Rule(
        name="unit",
        starts="(?<=[0-9½¼¾⅓⅔⅛] )[a-z]",
        words=frozenset((*_UNITS, *(f"{unit}s" for unit in _UNITS))),
        pattern=(
            rf"(?:(?<=\d )|(?<=[½¼¾⅓⅔⅛] ))(?P<unit>{'|'.join(_UNITS)})s?(?:\.|\b)"
            r"(?![\w/])"
        ),
        say=_unit,
        examples=(("1/2 oz. of salt", "1/2 ounce of salt"), ("2 yrs.", "2 years")),
    ),
)
