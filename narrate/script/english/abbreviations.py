"""Abbreviations: each only with the stop, or the neighbour, that makes it sure."""

import re

from narrate.script.base import Rule

# Nothing else is written so: said wherever they stand, with a capital or without.
_SURE = {
    "abbr": "abbreviated",
    "acad": "academy",
    "addl": "additional",
    "approx": "approximately",
    "assn": "association",
    "asst": "assistant",
    "attn": "attention",
    "avg": "average",
    "bldg": "building",
    "blvd": "boulevard",
    "bros": "brothers",
    "comm'n": "commission",
    "cont'd": "continued",
    "contd": "continued",
    "corp": "corporation",
    "ctr": "center",
    "dept": "department",
    "depts": "departments",
    "edn": "edition",
    "elem": "elementary",
    "esp": "especially",
    "et al": "et al",
    "etc": "et cetera",
    "excl": "excluding",
    "govt": "government",
    "gov't": "government",
    "incl": "including",
    "inst": "institute",
    "int'l": "international",
    "intl": "international",
    "jct": "junction",
    "jr": "junior",
    "ltd": "limited",
    "mfg": "manufacturing",
    "mfr": "manufacturer",
    "mgmt": "management",
    "mgr": "manager",
    "misc": "miscellaneous",
    "nat'l": "national",
    "mtg": "meeting",
    "natl": "national",
    "orch": "orchestra",
    "pkg": "package",
    "pvt": "private",
    "qty": "quantity",
    "rec'd": "received",
    "recd": "received",
    "univ": "university",
    "viz": "namely",
    "vs": "versus",
}
_CAPITAL_ONLY = {
    "Assoc": "Association",
    "Bros": "Brothers",
    "Co": "Company",
    "Cos": "Companies",
    "Cong": "Congress",
    "Hosp": "Hospital",
    "Inc": "Incorporated",
    "Mtn": "Mountain",
    "Mtns": "Mountains",
    "Ry": "Railway",
}
_SMALL_ONLY = {
    "a.k.a": "also known as",
    "ca": "circa",
    "cf": "compare",
    "e.g": "for example",
    "ibid": "ibid",
    "i.e": "that is",
    "op. cit": "op cit",
    "q.v": "which see",
}
# Said without a stop as well.
_BARE = {
    "aka": "also known as",
    "jr": "junior",
    "a/k/a": "also known as",
    "Govt": "Government",
    "govt": "government",
    "Gov't": "Government",
    "gov't": "government",
    "govt's": "government's",
    "Dept": "Department",
    "dept": "department",
    "Intl": "International",
    "Int'l": "International",
    "int'l": "international",
    "Nat'l": "National",
    "Natl": "National",
    "Assn": "Association",
    "Ass'n": "Association",
    "Bros": "Brothers",
    "Ltd": "Limited",
    "ltd": "limited",
    "bros": "brothers",
    "Univ": "University",
    "approx": "approximately",
    "vs": "versus",
    "etc": "et cetera",
    "cont'd": "continued",
    "b/c": "because",
    "w/": "with ",
    "tmrw": "tomorrow",
    "p/w": "a week",
    "y/y": "year on year",
    "q/q": "quarter on quarter",
    "m/m": "month on month",
    "plc": "P L C",
    "w/o": "without",
    "w/out": "without",
    "n/a": "not applicable",
    "N/A": "not applicable",
    "c/o": "care of",
    "Mgmt": "Management",
    "Mfg": "Manufacturing",
}
_COUNTIES = (
    "Antrim|Armagh|Carlow|Cavan|Clare|Cork|Derry|Donegal|Down|Dublin|Durham|Fermanagh"
    "|Galway|Kerry|Kildare|Kilkenny|Laois|Leitrim|Limerick|Longford|Louth|Mayo|Meath"
    "|Monaghan|Offaly|Roscommon|Sligo|Tipperary|Tyrone|Waterford|Westmeath|Wexford"
    "|Wicklow"
)

WORDS = (*_SURE, *map(str.capitalize, _SURE), *_CAPITAL_ONLY, *_SMALL_ONLY)
"""Each without its last stop."""


def one_of(words: dict[str, str]) -> str:
    """Make a pattern of every word, the longest first."""
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


def first_words(words: dict[str, str]) -> frozenset[str]:
    """Give the letters that each begins with: "int" of "int'l"."""
    return frozenset(re.split("['/ ]", word)[0] for word in words)


def cased(written: str, said: str) -> str:
    """Keep the capital that is written; names are written in capitals throughout."""
    return said[:1].upper() + said[1:] if written[0].isupper() else said


def _sure(found: re.Match[str]) -> str:
    word = found["word"].replace("’", "'")
    return cased(word, _SURE[word.lower()])


def _of_a_name(found: re.Match[str]) -> str | None:
    before = found.string[max(0, found.start() - 30) : found.start()]
    named = re.search(r"(?:[A-Z][\w’'.)-]*,?|&|\band|[A-Z]) $", before)
    return _CAPITAL_ONLY[found["word"]] if named else None


def _versus(found: re.Match[str]) -> str | None:
    before = found.string[max(0, found.start() - 30) : found.start()]
    return "versus" if re.search(r"[A-Z][\w.’'&]*\)? $", before) else None


RULES = (
    Rule(
        name="abbreviation",
        words=first_words(_SURE),
        marks=".",
        pattern=rf"(?i:(?<![\w.’'-])(?P<word>{one_of(_SURE)}))\.(?!\w)",
        say=_sure,
        examples=(
            ("Ali vs. Frazier", "Ali versus Frazier"),
            ("the Justice Dept. said", "the Justice Department said"),
            ("pens, etc.", "pens, et cetera"),
        ),
    ),
    Rule(
        name="abbreviation",
        starts=r"(?<![\w.’'-])(?:[aeiq]\.[egkv]|c[af]\.|ibid|op)",
        words=frozenset({"k", "ca", "cf", "g", "ibid", "e", "cit", "v"}),
        pattern=rf"(?<![\w.’'-])(?P<word>{one_of(_SMALL_ONLY)})\.(?!\w)",
        say=lambda found: _SMALL_ONLY[found["word"]],
        examples=(
            ("tools, e.g. a saw", "tools, for example a saw"),
            ("Ann Lee, a.k.a. Bo", "Ann Lee, also known as Bo"),
        ),
    ),
    Rule(
        name="abbreviation",
        words=frozenset(_CAPITAL_ONLY),
        pattern=(
            rf"(?<=[\w&,.)’] )(?P<word>{one_of(_CAPITAL_ONLY)})\."
            rf"(?!\w| (?:{_COUNTIES})\b)"
        ),
        say=_of_a_name,
        examples=(
            ("he grew up in Co.", "he grew up in Co."),
            ("Acme Inc. said", "Acme Incorporated said"),
            ("Ford Motor Co.’s", "Ford Motor Company’s"),
        ),
    ),
    Rule(
        name="abbreviation",
        words=frozenset({"Co"}),
        pattern=rf"\bCo\.?(?= (?:{_COUNTIES})\b)",
        say=lambda _: "County",
        examples=(("in Co. Kildare", "in County Kildare"),),
    ),
    Rule(
        name="abbreviation",
        starts=rf"\b(?:{one_of(_BARE)})",
        words=first_words(_BARE) - {"a"} | {"k"},
        pattern=(
            rf"(?<![\w.’'/@#-])(?P<word>{one_of(_BARE)})(?<!/)(?![\w/])"
            r"|(?<![\w/])w/(?!o\b|out\b)(?=\s|\w)"
        ),
        say=lambda found: _BARE[found[0].replace("’", "'")],
        examples=(
            ("Saul aka Paul", "Saul also known as Paul"),
            ("w/o sugar but w/ milk", "without sugar but with  milk"),
        ),
    ),
    Rule(
        name="abbreviation",
        words=frozenset({"yrs"}),
        pattern=r"\b[Yy]rs\.?(?= (?:truly|faithfully|sincerely|affectionately)\b)",
        say=lambda found: "Yours" if found[0][0] == "Y" else "yours",
        examples=(("Yrs truly, Ann", "Yours truly, Ann"),),
    ),
    Rule(
        name="case",
        words=frozenset("v"),
        pattern=r"(?<=[\w.)] )v\.?(?= (?:the |a )?[A-Z])",
        say=_versus,
        examples=(
            ("Roe v. Wade", "Roe versus Wade"),
            ("Chelsea v Arsenal", "Chelsea versus Arsenal"),
            ("in v Kyiv", "in v Kyiv"),
        ),
    ),
)
