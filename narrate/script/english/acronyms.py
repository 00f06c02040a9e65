"""Acronyms: the long form once, then as people say it; never inside another word."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field

from narrate.model import Span
from narrate.script.english.definitions import Definition, find_definitions
from narrate.script.english.designators import spell
from narrate.script.english.numbers import cardinal
from narrate.script.lexicon import SHORT_FORM, Lexicon
from narrate.script.roman import roman

_SHORT = re.compile(
    rf"(?<![\w&])(?P<short>{SHORT_FORM.pattern})"
    r"(?P<ending>['’]s|s(?=\W|$))?(?![\w&]|\.\w)"
)
# Capitals for stress, not for letters. Short words only: longer ones can be said.
_STRESSED = frozenset(
    "A ALL AN AND ANY ARE AS AT BAD BE BIG BUT BUY BY CAN DAY DID DO END EYE FAT "
    "FIX FOR FUN GET GO HAD HAS HE HER HIM HIS HOT HOW IF IN IS ITS LET LOS LOW MAN "
    "MAX MAY ME MEN MY NEW NO NOT NOW OF OFF OH OLD ON ONE OR OUR OUT OWN RED SAN "
    "SAY SEE SET SHE SIX SO TEN THE TO TOO TOP TWO UP USE WAR WAS WAY WE WHY WIN "
    "WON YES YET YOU".split()
)
# Words in a line of capitals, letters elsewhere.
_ONLY_IN_MIXED = frozenset("IT US WHO AID AIDS TOW SAM MAD ACT CARE".split())
_SPEAKABLE = re.compile(
    r"[BCDFGHJKLMNPQRSTVWXZ]{0,2}[AEIOUY]{1,2}"
    r"(?:[BCDFGHJKLMNPQRSTVWXZ]{1,4}[AEIOUY]{1,2})*[BCDFGHJKLMNPQRSTVWXZ]{0,3}"
)
_SPEAKABLE_LETTERS = 4
_FIGURES = re.compile(r"[IVXL]{2,}")
_WORD_LETTERS = 5  # five capitals with a vowel in them are a word more often than not
_CONTRACTED = re.compile(r"(?<!\w)[A-Z]+['’](?:T|RE|LL|VE|D|M)(?!\w)")
_CAPITAL_WORD = re.compile(r"(?<![\w&])[A-Z]{4,}(?![\w&])")
_WORDY = re.compile(r"[A-Z].*[a-z]{2}|[a-z]{4}")
_ALL_CAPITALS = 0.6
_LINE_OF_CAPITALS = 2


@dataclass(slots=True)
class Memory:
    """What a listener of this article has been told so far."""

    lexicon: Lexicon
    """Shipped words and the listener's own."""

    defined: dict[str, str] = field(default_factory=dict)
    """Short form to long form, as this article explains them."""

    told: set[str] = field(default_factory=set)
    """Short forms whose long form was said."""

    def learn(self, text: str) -> None:
        """Take in what a passage explains."""
        for definition in find_definitions(text):
            self.defined.setdefault(definition.short, definition.long)

    def long(self, short: str) -> str:
        """Give the long form, the article's own before the lexicon's; "" if none."""
        return self.defined.get(short) or self.lexicon.long.get(short, "")


def acronym_claims(written: str, memory: Memory, *, expand: bool) -> Iterator[Span]:
    """Claim each acronym; with `expand`, say the long form at its first mention."""
    shouted = _is_shouted(written, memory)
    for found in _CONTRACTED.finditer(written):
        said = found[0].capitalize() if shouted else found[0].lower()
        yield Span(found.start(), found.end(), said, "word in capitals")
    definitions = find_definitions(written)
    memory.told.update(definition.short for definition in definitions)
    brackets = [_bracket(written, d, memory) for d in definitions if _is_spelled(d)]
    yield from brackets
    ends = [definition.end for definition in definitions]
    closed = [bracket.end for bracket in brackets]
    for found in _SHORT.finditer(written):
        start = found.start()
        at, inside = bisect_right(ends, start), bisect_right(closed, start)
        if inside < len(closed) and brackets[inside].start <= start:
            continue
        apart = at == len(ends) or start < definitions[at].start
        yield _mention(found, memory, shouted=shouted, expand=expand and apart)


def _is_spelled(definition: Definition) -> bool:
    """Tell whether brackets hold a short form that we can say: not TNF-alpha, Freq."""
    return definition.bracket is not None and not _WORDY.search(definition.short)


def _bracket(written: str, definition: Definition, memory: Memory) -> Span:
    """Say the short form behind the long one that stands there already."""
    start = definition.bracket or 0
    while start and written[start - 1].isspace():
        start -= 1
    plural = re.search(r"[A-Z0-9]['’]?s\W*$", written[start : definition.end])
    said, rule = _say(definition.short, memory)
    said += "s" if plural else ""
    return Span(start, definition.end, f", {said},", f"{rule}, defined here")


def _mention(
    found: re.Match[str], memory: Memory, *, shouted: bool, expand: bool
) -> Span:
    short, ending = found["short"], (found["ending"] or "").replace("’", "'")
    as_word = shouted and "&" not in short and not _figures(short)
    if as_word and not _is_known(short, memory):
        said, rule = short.capitalize(), "word in capitals"
    elif short in _STRESSED:
        said, rule = short.lower(), "word in capitals"
    else:
        said, rule = _say(short, memory)
    said += ending
    long = memory.long(short)
    if expand and long and short not in memory.told and not ending:
        memory.told.add(short)
        said, rule = f"{long}, {said},", f"{rule}, first mention"
    return Span(found.start(), found.end(), said, rule)


def _is_shouted(written: str, memory: Memory) -> bool:
    """Tell whether a whole line of words stands in capitals: then they mean nothing."""
    letters = [letter for letter in written if letter.isalpha()]
    capitals = sum(letter.isupper() for letter in letters)
    words = [w for w in _CAPITAL_WORD.findall(written) if not _is_known(w, memory)]
    return len(words) >= _LINE_OF_CAPITALS and capitals > _ALL_CAPITALS * len(letters)


def _is_known(short: str, memory: Memory) -> bool:
    return short in memory.lexicon and short not in _ONLY_IN_MIXED


def _say(short: str, memory: Memory) -> tuple[str, str]:
    """Give how a short form is said, and the rule that says so."""
    lexicon = memory.lexicon
    if short in lexicon.say:
        return lexicon.say[short], "acronym"
    if short in lexicon.letters or short in lexicon.long:
        return spell(short), "acronym"
    if value := _figures(short):
        return cardinal(value), "Roman numeral"
    letters = len(short) if short.isalpha() else 0
    vowels = sum(letter in "AEIOUY" for letter in short)
    spoken = letters >= _SPEAKABLE_LETTERS and _SPEAKABLE.fullmatch(short)
    if spoken or (letters >= _WORD_LETTERS and 4 * vowels >= letters):
        return short.capitalize(), "acronym, a guess: a word"
    return spell(short), "acronym, a guess: letters"


def _figures(short: str) -> int:
    """Read Roman figures of two letters and more; 0 if they are none."""
    return roman(short) if _FIGURES.fullmatch(short) else 0
