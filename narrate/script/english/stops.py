"""Does a sentence end at this stop? The words and marks on both its sides tell."""

import re

from narrate.compiled import compiled
from narrate.script.english.full_stops import (
    Manner,
    ends_after_word,
    first_word,
    is_label,
    is_short_form,
    opens,
    word_before,
)
from narrate.script.english.near_stops import OPENERS, SAYING, WITH_A_SHOUT

# A stop, what closes behind it, and the marks of its notes; then white space, or a
# capital at once, where a page has lost the space.
STOP = re.compile(
    r"(?P<stop>(?<=\s)\.(?:\s\.)+|[.!?…]+)(?P<close>[\"'”’»)\]*_¹²³⁰⁴-⁹†‡]*)"
    r"(?P<notes>(?:(?:(?<=[a-z)]\.)|(?<=[.!?][\"”’)]))\d{1,3}(?=\s+[\"“(]?[A-Z])"
    r"|\s?\[\d[\d ,–-]{0,20}\]\.?|\s\(\d{4}\)\.(?=\s|$)"
    r"|\s(?:\.{3}|…|\[(?:\.{3}|…)\]|[:;=]-?[()DPp])(?=\s|$))*)"
    r"(?:\s+(?=(?P<open>[\"'“‘«(\[*_]*)(?P<next>\S))|(?P<glued>(?=[A-Z][a-z]*[\s'’]))|$)"
)
_SAID = (
    r"(?!(?:And|But|Then|So|When|As|If|Now|Yet|Or)\b)"
    rf"(?:[A-Z][\w.'’-]+ ){{0,3}}(?:(?:he|she|they|I|we) )?(?:{SAYING})"
)
_NOTE_NUMBER = r"(?P<note>\d{1,3})\s+(?=(?P<word>[A-Z][a-z]*)\b)"
_MORE_DOTS = r"(?:\.\s?)+[\"”’)]*\s*[\"“(]?[A-Z]"
_LITTLE_CAPITAL = r"[a-z]{1,3}[A-Z]"
_QUOTES = frozenset("\"'”’»")
_CLOSERS = _QUOTES | {")", "]"}
ASIDE = 300
"""Characters of the longest bracket that holds its sentences together."""


def crossing(
    text: str, start: int, found: re.Match[str], manner: Manner
) -> tuple[int, int] | None:
    """Give where the sentence ends and the next begins; None where it goes on."""
    end, begin = found.end("notes"), found.end()
    if found["glued"] is not None:
        return (end, begin) if _glued(text, found) else None
    if found["next"] is None:
        return None
    note = compiled(_NOTE_NUMBER).match(text, begin)
    if note and note["word"].lower() in OPENERS:
        goes_on = not _before_capital(text, start, found, note.end(), manner)
        return None if goes_on else (note.end("note"), note.end())
    if found["open"] and _bracket_goes_on(text, found):
        return None
    if found["next"].islower() and not compiled(_LITTLE_CAPITAL).match(
        text, found.end("open")
    ):
        ends = _before_small(text, found, casual=manner.casual)
    else:
        ends = _before_capital(text, start, found, found.end("open"), manner)
    return (end, begin) if ends else None


def _glued(text: str, found: re.Match[str]) -> bool:
    """Believe in a lost space only between plain words: names and links have dots."""
    at = found.start()
    word = text[max(0, at - 60) : at].rpartition(" ")[2].lstrip("\"'“‘(")
    plain = (word.isalpha() and word[1:].islower() and len(word) > 2) or (
        word.replace(",", "").isdigit() and len(word) > 3
    )
    return plain and opens(text, found.end())


def _bracket_goes_on(text: str, found: re.Match[str]) -> bool:
    """Tell whether the sentence goes on behind a bracket that opens here."""
    mark = found["open"][0]
    if mark not in "([":
        return False
    close = text.find(")" if mark == "(" else "]", found.end(), found.end() + ASIDE)
    rest = text[close + 1 : close + 3].lstrip() if close > 0 else ""
    cited = rest[:1] == "." and any(c.isdigit() for c in text[found.end() : close])
    return rest[:1].islower() or rest[:1] in {",", ";", ":"} or cited


def _before_small(text: str, found: re.Match[str], *, casual: bool) -> bool:
    """Decide before a small letter: some writers, and some asides, begin with one."""
    if not _CLOSERS.isdisjoint(found["close"]):
        return False
    word = word_before(text, 0, found)
    if found["stop"] != ".":
        loud = "." not in found["stop"] and "…" not in found["stop"]
        return casual and loud and word not in WITH_A_SHOUT
    if found["open"]:
        return found["open"] == "(" and not is_short_form(word)
    plain = word.isalpha() and word.islower() and len(word) > 2
    return plain and not is_short_form(word) and (casual or opens(text, found.end()))


def _before_capital(
    text: str, start: int, found: re.Match[str], at: int, manner: Manner
) -> bool:
    """Decide where what follows looks like a beginning."""
    stop, close = found["stop"], found["close"]
    quoted = not _QUOTES.isdisjoint(close)
    if quoted and text[at] in "-–—":
        return False
    if "!" in stop or "?" in stop:
        return _after_shout(text, found, at, quoted=quoted)
    if stop != ".":
        return _after_dots(text, found, at, quoted=quoted)
    if text[at] == ".":
        return bool(compiled(_MORE_DOTS).match(text, at))
    if text[at] in ",;:–—)&%" or is_label(text, start, found.start()):
        return False
    return quoted or ends_after_word(text, start, found, at, manner)


def _after_shout(text: str, found: re.Match[str], at: int, *, quoted: bool) -> bool:
    """Part "“Stop!” He ran." from "“Stop!” Tom cried.", and leave "Yahoo! News"."""
    if quoted:
        return bool(found["open"]) or not compiled(_SAID).match(text, at)
    return word_before(text, 0, found) not in WITH_A_SHOUT or opens(text, at)


def _after_dots(text: str, found: re.Match[str], at: int, *, quoted: bool) -> bool:
    """Part an end from a wavering, which hangs between spaces or before "I".

    An opener after such dots is an end all the same; four have a full stop in them.
    """
    before = text[found.start() - 1 : found.start()]
    if before == "[":
        return not quoted and opens(text, at)
    dots = found["stop"].count(".") + 3 * found["stop"].count("…")
    if quoted:
        return bool(found["open"]) or not compiled(_SAID).match(text, at)
    if dots > 3:
        return True
    if first_word(text, at) == "I":
        return False
    return not before.isspace() or opens(text, at)
