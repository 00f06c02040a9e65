"""The proper name before a bracket whose letters come in another order: FIG, CERN."""

import re
from collections.abc import Sequence

from narrate.compiled import compiled
from narrate.script.english.words import SMALL

_WORD = r"[^\W\d_][\w'’.-]*"
_SHARE = 0.75  # of the letters must be initials of the name; all, if they are three
_SHARE_OF_THE = 0.6  # if it stands behind "the"
_WORDS = 3  # a name has at least so many words with a capital


def name_before(text: str, start: int, end: int, units: Sequence[str]) -> int | None:
    """Find where the name begins that ends here and has the letters as its initials.

    Such short forms come from other languages: the International Federation of
    Surveyors is the FIG. A name begins where capitals do, or behind "of the".
    """
    row = _row(text, start, end)
    best: tuple[float, int, int] | None = None
    for at, word in enumerate(row):
        first = word[0][0].lower() == units[0].lower()
        opens = first or at == 0 or not row[at - 1][0][0].isupper()
        if not (opens and word[0][0].isupper()) or word[0].lower() in SMALL:
            continue
        initials = [x[0][0].lower() for x in row[at:] if x[0][0].isupper()]
        if len(initials) < _WORDS:
            break
        found = _in_common(units, initials)
        rank = found + first - 0.5 * (len(initials) - found)
        if best is None or rank > best[0]:
            best = rank, found, word.start()
    if best is None:
        return None
    named = text.startswith(("the ", "The "), max(0, best[2] - 4))
    share = _SHARE_OF_THE if named else _SHARE if best[1] > _WORDS else 1.0
    return best[2] if best[1] >= share * len(units) else None


def _row(text: str, start: int, end: int) -> list[re.Match[str]]:
    """Take the words with a capital that stand here, with small words among them."""
    row: list[re.Match[str]] = []
    last = end
    for word in reversed(list(compiled(_WORD).finditer(text, start, end))):
        named = word[0][0].isupper() or word[0] in SMALL
        if not named or text[word.end() : last].strip():
            break
        row.append(word)
        last = word.start()
    return row[::-1]


def _in_common(units: Sequence[str], initials: list[str]) -> int:
    left = list(initials)
    for unit in units:
        if unit.lower() in left:
            left.remove(unit.lower())
    return len(initials) - len(left)
