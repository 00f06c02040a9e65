"""The long form beside a short one: where it begins before it, or ends behind."""

from collections.abc import Iterator, Sequence

from narrate.compiled import compiled
from narrate.script.english.alignment import align, initials_start
from narrate.script.english.proper_names import name_before
from narrate.script.english.short_forms import doubt
from narrate.script.english.words import SMALL, Word, units_of, words_of

_CLAUSE_END = (
    r"(?<=[a-z0-9)\]])[.!?]\s+(?=[A-Z\"“])|[;:]|(?<!\w)[(\[]"
    r"|(?<!\w[(\[]\w)[)\]](?!\w)|\n\s*\n"
)
_ADDRESS = r"\w[/.@]\w+[/.]\w"
_LOCANTS = r"(?<![\w-])(?:(?:\d+(?:,\d+)*'?|[A-Za-z]|[α-ω]|alpha|beta|gamma|delta)-)+$"
_ORDINALS = frozenset("first second third fourth fifth".split())
_REPEATED = r"([A-Z])([2-4])(?=[A-Z])"
_QUOTES = " \t\n\"“”'‘’"
_REACH = 40  # how many characters a long form may have, and 24 more for each letter
_LEAST = 2  # letters or figures in a short form


def long_form_before(short: str, text: str, end: int, limit: float = 0) -> int | None:
    """Find where the words that end here begin to spell the short form.

    With a limit of its own, only the order of the letters counts.
    """
    units = units_of(short)
    if len(units) < _LEAST:
        return None
    start = _clause_start(text, end, _REACH + 24 * len(units))
    usual = initials_start(units, text, start, end)
    if usual is not None and not short.islower():
        return usual if _is_other(short, text[usual:end]) else None
    words = words_of(text, start, end, 2 * len(units) + 8)
    if not words or _is_part(short, words):
        return None
    most = limit or doubt(short, len(units))
    rows = [align(row, words, most) for row in _readings(short, units, words)]
    first: int | None = None
    if best := min(filter(None, rows), default=None):
        first = _with_locants(text, words[best[1]].start)
    elif not limit and len(units) > _LEAST and short.isupper():
        first = name_before(text, start, end, units)
    return first if first is None or _is_other(short, text[first:end]) else None


def long_form_inside(
    short: str, text: str, start: int, ends: Sequence[int], limit: float
) -> int | None:
    """Find at which of these ends the words from here have spelled the short form."""
    units = units_of(short)
    for end in ends if len(units) >= _LEAST else ():
        words = words_of(text, start, end)
        rows = _readings(short, units, words) if _may_be_long(short, words) else ()
        if any((best := align(row, words, limit)) and not best[1] for row in rows):
            return end
    return None


def tidy(long: str) -> str:
    """Give a long form on one line, without the quotes around it."""
    return " ".join(long.split()).strip(_QUOTES + ",—–")


def _clause_start(text: str, end: int, reach: int) -> int:
    start = max(0, end - reach)
    for found in compiled(_CLAUSE_END).finditer(text, start, end):
        start = found.end()
    return start


def _readings(
    short: str, units: list[str], words: Sequence[Word]
) -> Iterator[list[str]]:
    """Yield the units as written; then Q1 as "first quarter", W3C with three W."""
    yield units
    ordinal = units[-1].isdigit() and any(word.lower in _ORDINALS for word in words)
    if len(units) > 1 and (ordinal or units[-1] == "50"):
        yield [units[-1], *units[:-1]]
    if compiled(_REPEATED).search(short):
        yield units_of(
            compiled(_REPEATED).sub(lambda found: found[1] * int(found[2]), short)
        )


def _is_part(short: str, words: Sequence[Word]) -> bool:
    """Tell whether a short form is a part of the last word, or counts a list."""
    last = words[-1].lower
    if short in {"iv", "i.v"}:
        return not last.startswith("intraven")
    return short.islower() and last.startswith(short)


def _is_other(short: str, long: str) -> bool:
    """Tell whether a long form is not the short one again, a link, a person (Con)."""
    titled = short.isalpha() and short == short.capitalize() and long.istitle()
    if titled and (len(short) < 5 or " " not in long):
        return False
    words = [word for word in long.split() if word not in SMALL]
    if all(word.isupper() and len(word) < 5 for word in words):
        return False  # other short forms
    return short.lower() not in long.lower().split() and not compiled(_ADDRESS).search(
        long
    )


def _with_locants(text: str, start: int) -> int:
    """Begin before what hangs on a chemical name: 1,1,3-trinitroazetidine."""
    found = compiled(_LOCANTS).search(text, max(0, start - 24), start)
    return found.start() if found else start


def _may_be_long(short: str, words: Sequence[Word]) -> bool:
    """Tell whether words are more than the short form again: MOTIF (Motif)."""
    if not words or words[0].lower == short.lower():
        return False
    if len(words) > 1:
        said = sum(len(word.text) for word in words) > len(short)
        return said and any(word.text[1:].islower() for word in words)
    word = words[0]
    name = word.text[0].isupper() and not word.lower.startswith(short.lower())
    return not name and not word.text.isupper() and len(word.text) > len(short)
