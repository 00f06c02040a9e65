"""How well a short form fits the words beside it: an alignment at the least cost."""

from collections.abc import Iterator, Sequence

from narrate.script.english.words import GAPS, SMALL, WORD, Word

_NEVER_FIRST = frozenset(
    "all also any are as be been both called each had has have her his is its no not "
    "our some such that their these this those using was were which".split()
)
_PREFIXES = frozenset(
    "anti hyper hypo inter intra kilo mega micro milli multi non over poly post pre "
    "sub super tele trans ultra under".split()
)
_GREEK = {
    "α": "alpha",
    "β": "beta",
    "γ": "gamma",
    "δ": "delta",
    "ε": "epsilon",
    "κ": "kappa",
    "λ": "lambda",
    "μ": "mu",
    "µ": "micro",
    "σ": "sigma",
    "ω": "omega",
}
# Other beginnings that a letter or a figure may stand for.
_SOUNDS = {
    "1": ("one", "first", "i"),
    "2": ("two", "second", "ii", "to", "into", "di", "bi"),
    "3": ("three", "third", "iii", "tri"),
    "4": ("four", "fourth", "iv", "for", "tetra"),
    "5": ("five", "fifth", "v"),
    "50": ("half", "median"),
    "x": ("ex", "cross", "trans"),
    "&": ("and", "&"),
}
_ONLY_SELF = frozenset("abcdefghijklmnpqrstuvwyz")  # the others have other sounds
_NONE = ("\0",)
_FAR = 99.0

# The prices, in doubt; limits are in short_forms.
_NEXT_ALIKE, _NEXT, _JOINT, _INSIDE = 0.05, 0.25, 0.25, 0.5
_LATER_PART = 0.9
_COMPOUND = 0.25  # a word that gives all the letters by itself
_DROPPED = 0.8


def initials_start(units: Sequence[str], text: str, start: int, end: int) -> int | None:
    """Find where the words begin whose initials are just the units: the usual case."""
    left, next_word = len(units), ""
    for found in reversed(list(WORD.finditer(text, start, end))):
        lower, unit = found[0].lower(), units[left - 1].lower()
        if unit == (lower if unit.isdigit() else lower[0]):
            left -= 1
            if not left:
                at = found.start()
                glued = at > start and text[at - 1] not in GAPS
                outside = found[0].islower() and next_word.istitle()
                unlikely = lower in SMALL or lower in _NEVER_FIRST
                return None if glued or outside or unlikely else at
            next_word = found[0]
        elif lower not in SMALL:
            return None
    return None


def align(
    units: Sequence[str], words: Sequence[Word], limit: float
) -> tuple[float, int] | None:
    """Give the least cost at which a row of words gives the units, and its first word.

    The row ends with the last word. None if every row costs more than the limit.
    From the last word to the first, each step knows the least cost for each number of
    units that are still to be found; so time is words times units.
    """
    best: tuple[float, int] | None = None
    whole = len(units)
    states = {whole: 0.0}
    _drop(states, units, limit)
    for at in range(len(words) - 1, -1, -1):
        word = words[at]
        after: dict[int, float] = {}
        for left, cost in states.items():
            skip = word.trail if left == whole else word.skip
            _keep(after, left, cost + skip, limit)
            for first, price in _takes(units, left, word):
                if first:
                    _keep(after, first, cost + price, limit)
                    continue
                total = cost + price + _opening(words, at)
                total -= _COMPOUND * (left == whole > 2)
                if total <= limit and (best is None or total < best[0]):
                    best = total, at
        _drop(after, units, limit)
        states = after
        if not states:
            break
    return best


def _keep(states: dict[int, float], left: int, cost: float, limit: float) -> None:
    if left and cost <= limit and cost < states.get(left, _FAR):
        states[left] = cost


def _drop(states: dict[int, float], units: Sequence[str], limit: float) -> None:
    """Let a figure or an "&" stand for nothing: "lethal dose" is LD50."""
    for left in list(states):
        if not units[left - 1].isalpha():
            _keep(states, left - 1, states[left] + _DROPPED, limit)


def _opening(words: Sequence[Word], at: int) -> float:
    """Say what it costs that a long form begins with this word."""
    word = words[at]
    if word.glued:
        before = words[at - 1].text if at else ""
        locant = before.isdigit() or len(before) == 1
        return 0.1 if locant else 0.5
    if word.text[0].isupper():
        return 0.1 if word.lower in SMALL else 0.0
    if word.lower in _NEVER_FIRST or _is_outside(words, at):
        return 2.0
    return 0.8 if word.lower in SMALL else 0.0


def _is_outside(words: Sequence[Word], at: int) -> bool:
    """Tell whether small letters stand before a name: consult the Ferry Committee."""
    rest = [word.text for word in words[at + 1 :] if word.lower not in SMALL]
    ends = (rest[0], rest[-1]) if len(rest) > 1 else ("", "")
    return all(text[:1].isupper() and text[1:].islower() for text in ends)


def _takes(units: Sequence[str], left: int, word: Word) -> Iterator[tuple[int, float]]:
    """Yield each way in which a word gives the last of the units that are left."""
    tail, longest = units[left - 1].lower(), len(word.lower)
    if tail in _ONLY_SELF and tail not in word.lower and longest > 1:
        return
    for first in range(left - 1, max(-1, left - 1 - longest), -1):
        begun = _beginning(units, first, word)
        if begun is not None:
            price = _inner(units[first + 1 : left], word, begun[1])
            if price is not None:
                yield first, begun[0] + price
        elif first and first == left - 1 and _has_later(units[first].lower(), word):
            yield first, _LATER_PART


def _has_later(letter: str, word: Word) -> bool:
    """Tell whether a later part of a compound begins so: amino|transferase."""
    return letter.isalpha() and word.lower.find("o" + letter, 2) > 0


def _beginning(
    units: Sequence[str], first: int, word: Word
) -> tuple[float, int] | None:
    """Say what it costs that a unit stands at a word's beginning, and how far in."""
    head, lower = units[first].lower(), word.lower
    price = 0.1 if lower in SMALL else 0.05 * word.glued
    if lower.startswith(head) and (lower == head or not head.isdigit()):
        return price, 0
    if head in _GREEK:
        return (price, len(lower)) if lower == _GREEK[head] else None
    if lower in _GREEK:
        return (price, 1) if _GREEK[lower].startswith(head) else None
    if lower.startswith(_SOUNDS.get(head, _NONE)):
        return price + 0.2, 1
    if head == "o" and lower.startswith("hydroxy"):  # the chemist's OH
        return price + 0.2, -1
    return None


def _inner(units: Sequence[str], word: Word, at: int) -> float | None:
    """Say what it costs that units stand inside a word, in this order."""
    price = 0.0
    for unit in units:
        letter = unit.lower()
        found = word.lower.find(letter, at + 1)
        if found < 0:
            return None
        alike = unit.islower() or word.text[found : found + 1].isupper()
        if found == at + 1:
            price += _NEXT_ALIKE if alike else _NEXT
        elif alike and unit.isupper():
            price += _NEXT_ALIKE
        elif (joint := word.lower.find("o" + letter, at + 1)) >= 0:
            price, found = price + _JOINT, joint + 1
        else:
            price += _JOINT if word.lower[:found] in _PREFIXES else _INSIDE
        at = found
    return price
