"""Does a sentence end at this stop? The words and marks on both its sides tell."""

import re

from narrate.script.english.near_stops import (
    AFTER_THE_CLOCK,
    BEFORE_FIGURES,
    BEFORE_ME,
    LETTERED,
    NEVER_LAST,
    OPENERS,
    SAYING,
    SELDOM_LAST,
    SHORT_FORMS,
    WITH_A_SHOUT,
)

# A stop, what closes behind it, and the marks of its notes; then white space, or a
# capital at once, where a page has lost the space.
STOP = re.compile(
    r"(?P<stop>(?<=\s)\.(?:\s\.)+|[.!?…]+)(?P<close>[\"'”’»)\]*_¹²³⁰⁴-⁹†‡]*)"
    r"(?P<notes>(?:(?:(?<=[a-z)]\.)|(?<=[.!?][\"”’)]))\d{1,3}(?=\s+[\"“(]?[A-Z])"
    r"|\s?\[\d[\d ,–-]{0,20}\]\.?|\s\(\d{4}\)\.(?=\s|$)"
    r"|\s(?:\.{3}|…|\[(?:\.{3}|…)\]|[:;=]-?[()DPp])(?=\s|$))*)"
    r"(?:\s+(?=(?P<open>[\"'“‘«(\[*_]*)(?P<next>\S))|(?P<glued>(?=[A-Z][a-z]*[\s'’]))|$)"
)
_LAST_WORD = re.compile(r"[\w.'’°&/-]*$")
_WORD_BEFORE = re.compile(r"([\w’'-]+)\s+\W*\w$")
_FIRST_LETTERS = re.compile(r"[A-Za-z]+")
_INITIALS = re.compile(r"[A-Za-z](?:[.-]{1,2}[A-Za-z])*")
_JOINED = re.compile(r"[-/&]")
_NO_VOWEL = re.compile(r"[B-DF-HJ-NP-TV-XZ][b-df-hj-np-tv-xz]+")
_LABEL = re.compile(
    r"\W{0,3}(?:\d{1,3}(?:\.\d{1,3})*|[A-Za-z]|[ivxIVX]{1,5}|[PN]\.?[SB])"
)
_SAID = re.compile(
    r"(?!(?:And|But|Then|So|When|As|If|Now|Yet|Or)\b)"
    rf"(?:[A-Z][\w.'’-]+ ){{0,3}}(?:(?:he|she|they|I|we) )?(?:{SAYING})"
)
_ONLY_A_TIME = re.compile(
    r"(?:\W|Then|So|And|But|then)*(?:[Aa]t|By|[Aa]round|About|Before|After|Since|Until|On"
    r"|From)(?:\s(?:\w+day|morning|night|about|around|exactly|just|shortly|nearly|at"
    r"|before|after),?)*\s[\d:.]+\s?[AaPp]"
)
_AT_THE_CLOCK = re.compile(
    r"(?i)\b(?:the|an?|his|her|our|their|my|this)\s[\d:.]+\s?[ap]"
)
_NOTE_NUMBER = re.compile(r"(?P<note>\d{1,3})\s+(?=(?P<word>[A-Z][a-z]*)\b)")
_MORE_DOTS = re.compile(r"(?:\.\s?)+[\"”’)]*\s*[\"“(]?[A-Z]")
_LITTLE_CAPITAL = re.compile(r"[a-z]{1,3}[A-Z]")
_CASUAL = re.compile(r"\W*[a-z]|[\s\S]*?\si(?:['’](?:m|ve|ll|d))?\s")
_QUOTES = frozenset("\"'”’»")
_CLOSERS = _QUOTES | {")", "]"}
_WINDOW = 60  # characters on either side: names and words are shorter
ASIDE = 300
"""Characters of the longest bracket that holds its sentences together."""


def is_casual(text: str) -> bool:
    """Tell whether its writer does without capitals."""
    return bool(_CASUAL.match(text))


def crossing(
    text: str, start: int, found: re.Match[str], *, casual: bool
) -> tuple[int, int] | None:
    """Give where the sentence ends and the next begins; None where it goes on."""
    end, begin = found.end("notes"), found.end()
    if found["glued"] is not None:
        return (end, begin) if _glued(text, found) else None
    if found["next"] is None:
        return None
    note = _NOTE_NUMBER.match(text, begin)
    if note and note["word"].lower() in OPENERS:
        goes_on = not _before_capital(text, start, found, note.end())
        return None if goes_on else (note.end("note"), note.end())
    if found["open"] and _bracket_goes_on(text, found):
        return None
    if found["next"].islower() and not _LITTLE_CAPITAL.match(text, found.end("open")):
        ends = _before_small(text, found, casual=casual)
    else:
        ends = _before_capital(text, start, found, found.end("open"))
    return (end, begin) if ends else None


def _glued(text: str, found: re.Match[str]) -> bool:
    """Believe in a lost space only between plain words: names and links have dots."""
    at = found.start()
    word = text[max(0, at - _WINDOW) : at].rpartition(" ")[2].lstrip("\"'“‘(")
    plain = (word.isalpha() and word[1:].islower() and len(word) > 2) or (
        word.replace(",", "").isdigit() and len(word) > 3
    )
    return plain and _opens(text, found.end())


def _opens(text: str, at: int) -> bool:
    """Tell whether a sentence would begin with this word."""
    first = _FIRST_LETTERS.match(text, at)
    return first is not None and first[0].lower() in OPENERS


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
    word = _word(text, 0, found)
    if found["stop"] != ".":
        loud = "." not in found["stop"] and "…" not in found["stop"]
        return casual and loud and word not in WITH_A_SHOUT
    if found["open"]:
        return found["open"] == "(" and not _is_short_form(word)
    plain = word.isalpha() and word.islower() and len(word) > 2
    return plain and not _is_short_form(word) and (casual or _opens(text, found.end()))


def _is_short_form(word: str) -> bool:
    return (
        word in SHORT_FORMS
        or word in SELDOM_LAST
        or word in NEVER_LAST
        or bool(_INITIALS.fullmatch(word))
    )


def _word(text: str, start: int, found: re.Match[str]) -> str:
    """Give what stands before a stop."""
    at = found.start()
    last = _LAST_WORD.search(text[max(start, at - _WINDOW) : at])
    return last[0].lstrip("'’.-/&") if last else ""


def _before_capital(text: str, start: int, found: re.Match[str], at: int) -> bool:
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
        return bool(_MORE_DOTS.match(text, at))
    if text[at] in ",;:–—)&%" or _is_label(text, start, found.start()):
        return False
    return quoted or _after_word(text, start, found, at)


def _after_shout(text: str, found: re.Match[str], at: int, *, quoted: bool) -> bool:
    """Part "“Stop!” He ran." from "“Stop!” Tom cried.", and leave "Yahoo! News"."""
    if quoted:
        return bool(found["open"]) or not _SAID.match(text, at)
    return _word(text, 0, found) not in WITH_A_SHOUT or _opens(text, at)


def _after_dots(text: str, found: re.Match[str], at: int, *, quoted: bool) -> bool:
    """Part an end from a wavering, which hangs between spaces or before "I".

    An opener after such dots is an end all the same; four have a full stop in them.
    """
    before = text[found.start() - 1 : found.start()]
    if before == "[":
        return not quoted and _opens(text, at)
    dots = found["stop"].count(".") + 3 * found["stop"].count("…")
    if quoted:
        return bool(found["open"]) or not _SAID.match(text, at)
    if dots > 3:
        return True
    first = _FIRST_LETTERS.match(text, at)
    if first and first[0] == "I":
        return False
    return not before.isspace() or _opens(text, at)


def _is_label(text: str, start: int, at: int) -> bool:
    """Tell whether a sentence is only its number or letter yet."""
    return at - start < 16 and bool(_LABEL.fullmatch(text, start, at))


def _after_word(text: str, start: int, found: re.Match[str], at: int) -> bool:
    """Decide by the word before a full stop."""
    word = _word(text, start, found)
    if word in NEVER_LAST:
        return False
    if word.lower() in {"a.m", "p.m"}:
        return _after_the_clock(text, start, found.start(), at)
    seldom = word in SELDOM_LAST or bool(_NO_VOWEL.fullmatch(word))
    initials = bool(_INITIALS.fullmatch(_JOINED.split(word)[-1]))
    if text[at].isdigit() or found["notes"][:1].isdigit():
        return not (seldom or initials or word in BEFORE_FIGURES)
    if len(word) == 1 and initials:
        return _after_letter(text, start, found.start(), at)
    return not (seldom or initials) or _opens(text, at)


def _after_letter(text: str, start: int, before: int, at: int) -> bool:
    """Part "vitamin C." and "you and I." from the initials of a name."""
    known = _WORD_BEFORE.search(text[max(start, before - _WINDOW) : before])
    previous = known[1] if known else ""
    if previous.lower() in LETTERED:
        return True
    if text[before - 1] == "I" and previous in BEFORE_ME:
        return True
    return _opens(text, at)


def _after_the_clock(text: str, start: int, before: int, at: int) -> bool:
    """After "5 p.m." a sentence ends, if it had begun with more than the hour."""
    first = _FIRST_LETTERS.match(text, at)
    if text[at].isdigit() or (first and first[0] in AFTER_THE_CLOCK):
        return False
    said = text[max(start, before - _WINDOW) : before - 2]
    if before - start < _WINDOW and _ONLY_A_TIME.fullmatch(said):
        return False
    return not _AT_THE_CLOCK.search(said)
