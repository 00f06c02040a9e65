"""Credits: who took a picture, as pages write it, alone or at a caption's end.

A credit is what follows a label ("Photo: …"), or names with a mark that running prose
does not have ("Ann Lee/AFP"). Every word of it is a name or joins two.
"""

import re
from collections import deque
from collections.abc import Iterator

from narrate.read.labels.credit_forms import (
    AGENCIES,
    AT_OUTLET,
    BETWEEN,
    BUTTON,
    CUTS,
    IN_BRACKETS,
    JOINING,
    LABEL,
    LAST_WORDS,
    MARKED,
    NO_CREDIT,
    PICTURE,
    SENTENCES,
    SHORT_FORMS,
    SLASHED,
    SURE_INSIDE,
    SURE_LABEL,
    TEASER,
    VIA,
    WHOLE,
    WIRES,
)
from narrate.read.labels.people import is_name

_REACH = 200  # characters: no credit is longer
_LONGEST_NAMES = 16  # words
_SURE_WORDS = 8  # whatever they are, after a label that is sure
_FEW_CUTS = 12  # a tail of more stops than that is no credit's
_SPELT_OUT = 4  # letters: shorter ones in capitals may be a source's short form
_AROUND = ".'’\""
_LAST = 40  # characters: a word of more is none
_LABELS_MARKS = ("/", ":", "...", "…")
_LONGEST_WIRE = 20  # characters
_CLOSING = 3  # a bracket, a stop and the line's end


def split_credit(text: str) -> tuple[str, str]:
    """Part a caption from the credit at its end; either may be empty."""
    if len(text) <= _REACH and is_credit(text):
        return "", text
    start = max(0, len(text) - _REACH)
    at = start + _credit_at(text[start:])
    caption = text[:at].rstrip()
    if not caption:
        return text, ""
    return caption, text[len(caption) :].strip()


def is_credit(text: str) -> bool:
    """Tell whether all of a short text is a credit, bare or in brackets."""
    text = _unbuttoned(text)
    if text[:1] in "([" and (found := IN_BRACKETS.fullmatch(text)):
        inside = found["inside"].rstrip()
        return _is_inside(inside) or is_name(inside)
    if _ends_as_prose(text):
        return False
    via = VIA.match(text)
    if via and are_names(text[via.end() :]):
        return True
    first, stop, second = text.partition(". ")
    return _is_phrase(text) or bool(
        stop and LABEL.match(second) and _is_phrase(first) and _is_phrase(second)
    )


def is_news_agency(text: str) -> bool:
    """Tell a name that is a credit beside a picture and a source elsewhere."""
    return len(text) <= _LONGEST_WIRE and bool(WIRES.fullmatch(text))


def is_empty_label(text: str) -> bool:
    """Tell a label whose names stand on the next line: "Image copyright"."""
    found = LABEL.match(f"{text} ")
    return found is not None and found.end() >= len(text)


def are_names(text: str) -> bool:
    """Tell whether every word is written as a name, or joins two names."""
    named = 0
    for word in BETWEEN.split(text):
        bare = word.strip(_AROUND)
        if not bare.islower():
            named += bool(bare)
        elif bare not in JOINING and not bare[0].isdigit():
            return False
    return 0 < named <= _LONGEST_NAMES and not SENTENCES.search(text)


def _ends_as_prose(text: str) -> bool:
    """Tell most texts that no credit ends: none of its words stands last."""
    words = BETWEEN.split(text[-_LAST:])
    last = words[-1].strip(_AROUND)
    if len(words) == 1 or not last.islower() or last in LAST_WORDS:
        return False
    return not any(mark in text for mark in _LABELS_MARKS)


def makers(credit: str) -> Iterator[str]:
    """Name the people and firms of a credit, without its labels and brackets."""
    bare = _unbuttoned(credit).strip("()[]| ")
    if label := LABEL.match(bare):
        bare = bare[label.end() :]
    yield bare
    yield from re.split(r"\s?[/|,;]\s?|\s(?:via|for|at|courtesy of)\s", bare)


def in_round(text: str) -> str:
    """Give the name in round brackets at the end, which may be a credit's."""
    found = _brackets_at_end(text[-_REACH:])
    if found and found["open"] == "(" and is_name(found["inside"]):
        return found["inside"]
    return ""


def _unbuttoned(text: str) -> str:
    """Leave out the button that a page sets behind a caption."""
    button = BUTTON.search(text)
    return text[: button.start()] if button else text


def _brackets_at_end(text: str) -> re.Match[str] | None:
    """Find brackets that end a text, with a stop behind them or none."""
    end = text[-_CLOSING:]
    return IN_BRACKETS.search(text) if ")" in end or "]" in end else None


def _credit_at(tail: str) -> int:
    """Find where the credit at the end begins; its end, if there is none."""
    bare = _unbuttoned(tail)
    found = _brackets_at_end(bare)
    if found and _in_brackets(bare, found):
        return found.start()
    if _ends_as_prose(bare):
        return len(tail)
    for cut in deque(_cuts(bare), maxlen=_FEW_CUTS):
        rest = bare[cut.end() :].strip()
        if _is_end(rest) or SHORT_FORMS.fullmatch(rest):
            return cut.start()
    return len(tail)


def _cuts(text: str) -> Iterator[re.Match[str]]:
    """Find where a credit may begin; at names with a slash, only before an agency."""
    for cut in CUTS.finditer(text):
        at = max(cut.start("agency"), cut.start("firm"))
        if at < 0 or AGENCIES.match(text[at:]):
            yield cut


def _in_brackets(tail: str, found: re.Match[str]) -> bool:
    """Tell a credit in brackets; a short form that they explain is none."""
    inside = found["inside"].rstrip()
    if AGENCIES.fullmatch(inside) and found["open"] == "(":
        after_stop = re.search(r"[.!?…\"”'’]\s*$", tail[: found.start()])
        return bool(after_stop) and not tail.endswith(".")
    return _is_inside(inside)


def _is_inside(text: str) -> bool:
    """Tell a credit that has brackets to itself, and so needs less to be sure."""
    if _is_end(text):
        return True
    if NO_CREDIT.search(text):
        return False
    words = len(text.split())
    owned = words > 1 and PICTURE.search(text) and are_names(text)
    return bool(owned or (words <= _SURE_WORDS and SURE_INSIDE.fullmatch(text)))


def _is_end(text: str) -> bool:
    """Tell a credit that follows a caption; alone, "Ann Lee, The Post" signs a text."""
    at_outlet = AT_OUTLET.fullmatch(text)
    signed = at_outlet is not None and is_name(at_outlet["name"])
    return signed or _is_phrase(text)


def _is_phrase(text: str) -> bool:
    """Tell a credit by its label or by the mark between its names."""
    if not WHOLE.fullmatch(text):
        label = LABEL.match(text)
        if label and not _is_labelled(text, text[label.end() :]):
            return False
        if not label and not (are_names(text) and _is_marked(text)):
            return False
    return not NO_CREDIT.search(text)


def _is_labelled(text: str, rest: str) -> bool:
    """Tell what can be a credit after its label; "Photos: …" may be a link."""
    if SURE_LABEL.match(text):
        return 0 < len(rest.split()) <= _SURE_WORDS and not SENTENCES.search(rest)
    return are_names(rest) and (not TEASER.match(text) or _is_marked(rest))


def _is_marked(text: str) -> bool:
    """Tell names that stand as only credits put them: by agency, outlet or slash."""
    bare = text.rstrip(".")
    if AGENCIES.fullmatch(bare):
        return bare == text
    for form in MARKED:
        if found := form.fullmatch(bare):
            return not found["name"] or is_name(found["name"])
    slashed = SLASHED.fullmatch(bare)
    return slashed is not None and _is_left_of_slash(slashed["left"])


def _is_left_of_slash(left: str) -> bool:
    if left.isupper() and max(map(len, left.split())) >= _SPELT_OUT:
        left = left.title()
    named = not left.isupper() and is_name(left)
    return named or bool(AGENCIES.fullmatch(left))
