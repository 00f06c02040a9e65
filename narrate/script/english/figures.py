"""Figures as they are written: the patterns that several rules share."""

from narrate.script.base import compiled

NUMBER = (
    r"\d{1,3}(?:,\d{3})+(?:\.\d+)?"
    "|\\d{1,3}(?:[\u2009\u202f]\\d{3})+(?:\\.\\d+)?"  # thin spaces part thousands
    r"|\d{1,3}(?:(?: \d{3}){2,}| 000)(?! ?\d)"
    r"|\d+(?:\.\d+)?"
)
SCALE = r"(?i:hundred|thousand|million|billion|trillion|mln|bln)"
TO = "(?:[-\u2010\u2011–—]|\\s[-–—]\\s)"
"""Between two numbers: "1,200 -3" is no range."""

LEFT = r"(?<![\w.,$£€/-])"
"""No part of a longer number, a price or a name stands before."""

_SHORT = {
    "k": "thousand",
    "m": "million",
    "mm": "million",
    "mn": "million",
    "b": "billion",
    "bn": "billion",
    "t": "trillion",
    "tn": "trillion",
    "mln": "million",
    "bln": "billion",
}


def scale_word(written: str | None) -> str:
    """Say a scale: "Million", "bn" and "mln" as million and billion; "" for none."""
    small = (written or "").strip(" -.").lower()
    return _SHORT.get(small, small)


ARTICLES = frozenset(
    "a an the its his her their our my your this that each every another any no".split()
)
_FUNCTION_WORDS = frozenset(
    "and or of in at on to from by for with as is was are were has had have will "
    "would wide long high deep tall thick away apart north south east west off per "
    "a an the above below over under than but that which when while after before "
    "into out it he between through around during without up down each every since "
    "until so if more less she they we you who they already annually apiece here "
    "there can could may spent paid lost given made sought won stolen held owing "
    "due worth later ago".split()
)
# "155mm and 105mm artillery shells": the noun may stand after the last of a row.
_BEFORE_NOUN = (
    r"(?:(?:,|,? (?:and|or|to))\s\d[\d.,]*(?:mm|cm)\b)*"
    r"\s(?:(?P<word>[a-z]{3}\w*)|[A-Z]{2,}\b)"
)


_KINDS = (
    r" (?:can|tin|steeplechase|run|race|relay|hurdles|sprint|freestyle|butterfly)\b"
)


def is_adjective(written: str, end: int) -> bool:
    """Tell whether what ends there stands before a noun: "a $5 coin"."""
    found = compiled(_BEFORE_NOUN).match(written, end)
    if not found or not found["word"]:
        return bool(found)
    word = found["word"]
    return word not in _FUNCTION_WORDS and not word.endswith("ed")


def is_part_of_name(written: str, end: int) -> bool:
    """Tell whether it names a kind, as in "a 400g can" and "100m hurdles"."""
    return bool(compiled(_KINDS).match(written, end))


def has_article(written: str, start: int) -> bool:
    """Tell whether an article, or an owner, stands before."""
    before = word_before(written, start)
    return before in ARTICLES or before.endswith(("'s", "’s"))


def word_before(written: str, at: int) -> str:
    """Give the word that ends just before a place, in small letters; "" if none."""
    before = written[max(0, at - 24) : at].rstrip()
    return before.rpartition(" ")[2].strip("\"'“‘([").lower()
