"""Words that are written alike and said in two ways, where a neighbour decides.

A voice knows one way of each: only the other is claimed, as a common word or a
respelling that sounds like it. The rows are in heteronyms.txt.
"""

import re
from functools import cache
from pathlib import Path

from narrate.script.base import Rule, compiled

HETERONYM = "heteronym"
"""The rule's name, for those who compare words and not sounds."""

_ROWS = Path(__file__).with_suffix(".txt").read_text(encoding="utf-8").splitlines()
_WORDS = dict.fromkeys(row.split(" ~ ")[0] for row in _ROWS if " ~ " in row)
_CASED = frozenset((*_WORDS, *map(str.capitalize, _WORDS)))
_BEFORE = 48
_AFTER = 64
# Names of places and people, which are words as well.
_NAMES = {
    "Reading": "Redding",
    "Nice": "Neece",
    "Job": "Jobe",
    "Mobile": "Mo-beel",
    "Lima": "Lyma",
}
_NAME = (
    r"(?<=University of )Reading\b"
    r"|\bReading(?=, (?:England|Berkshire|Pa\b|Pennsylvania)"
    r"| (?:FC|Football|Festival|Borough|Railroad|Gaol|University)\b)"
    r"|(?:(?<=\bin )|(?<=\bof )|(?<=\bnear )|(?<=\bfrom ))Nice(?=[,.;]|$"
    r"|\s(?:and|on|where|when|airport|attack)\b)|\bNice(?=, France\b)"
    r"|(?<=\bBook of )Job\b|\bMobile(?=, Ala)|\bLima(?=, Ohio)"
)


@cache
def _senses() -> dict[str, list[tuple[str, str, str]]]:
    """Read every sense: what is said, between what and what."""
    named: dict[str, str] = {}
    senses: dict[str, list[tuple[str, str, str]]] = {word: [] for word in _WORDS}
    for row in _ROWS:
        name, equals, pattern = row.partition(" = ")
        if equals and name.isalpha():
            named[name] = _filled(pattern, named)
        elif " ~ " in row:
            word, said, before, after = row.split(" ~ ")
            senses[word].append((said, _filled(before, named), _filled(after, named)))
    return senses


def _filled(pattern: str, named: dict[str, str]) -> str:
    filled = re.sub(r"\{([a-z]+)\}", lambda name: named[name[1]], pattern)
    return "" if filled == "-" else filled


def _other(found: re.Match[str]) -> str | None:
    """Give the sound that the neighbours ask for; None where the voice has it right."""
    text = found.string
    if found[0] not in _CASED:
        return None
    before = text[max(0, found.start() - _BEFORE) : found.start()].rstrip()
    after = text[found.end() : found.end() + _AFTER].lstrip()
    for said, left, right in _senses()[found[0].lower()]:
        fits = not left or compiled(rf"(?:{left})\Z").search(before)
        if fits and (not right or compiled(right).match(after)):
            return said
    return None


RULES = (
    Rule(
        name=HETERONYM,
        words=frozenset({"Mobile"}),
        pattern=(
            r"\bMobile\b(?!, Ala|, AL|['’]s)"
            r"(?<!in Mobile)(?<!of Mobile)(?<!near Mobile)"
        ),
        say=lambda _: "mobile",
        examples=(("Windows Mobile", "Windows mobile"), ("in Mobile", "in Mobile")),
    ),
    Rule(
        name=HETERONYM,
        words=_CASED,
        pattern=r"(?<![\w’'@#/-])[A-Za-z]+(?![\w’'@/]|-\w|\.\w)",
        say=_other,
        examples=(
            ("She read it aloud last night", "She red it aloud last night"),
            ("We read it every day", "We read it every day"),
            ("old lead pipes lead to illness", "old led pipes lead to illness"),
            ("Stores close early", "Stores cloze early"),
            ("a close race", "a close race"),
        ),
    ),
    Rule(
        name=HETERONYM,
        words=frozenset(_NAMES),
        pattern=_NAME,
        say=lambda found: _NAMES[found[0]],
        examples=(
            ("in Nice, a Nice try", "in Neece, a Nice try"),
            ("Reading, England", "Redding, England"),
        ),
    ),
)
