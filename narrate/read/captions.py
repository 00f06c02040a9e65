"""Captions in text without markup: known by the credit at their end, or by a twin.

To take a paragraph for a caption costs more than to miss one, so only forms that
running prose does not have count: a credit after the last sentence, "(L)" with "(R)".
"""

import re
from collections.abc import Sequence

from narrate.read.base import Block, letters
from narrate.roles import Role

_LONGEST_WORDS = 90
_AGENCY = (
    r"(?:Getty(?: Images)?|AP(?: Photo)?|Associated Press|Reuters|REUTERS|AFP|EPA"
    r"|Bloomberg|Shutterstock|iStock(?:photo)?|Unsplash|Pexels|Pixabay|Flickr"
    r"|Wikimedia(?: Commons)?|Alamy|Xinhua|ZUMA|NurPhoto|UPI|Sipa(?: USA)?|Redux|NASA)"
)
_NAME = r"[A-Z][\w.'’-]*(?: (?:[A-Z]|de |von |van |al-)[\w.'’-]*){0,4}"
_MAKER = r"(?:[Pp]hoto(?:graph)?|[Ii]mage|[Pp]icture|[Ii]llustration|[Gg]raphic)s?"
_COLON = rf"(?:{_MAKER}(?: [Cc]redit)?\s?:|FILE PHOTO:|Credits?\s?(?::|\.\.\.|…)|©)"
_LABEL = rf"(?:{_COLON}|{_MAKER} (?:by|via|courtesy)\b|[Cc]ourtesy(?: of\b|:))"
_BIG = r"[A-Z\d][\w.'’&-]*"
_FIRM = rf"{_BIG}(?: (?:{_BIG}|of|the|for|via|and|de))*"
_SENTENCE_END = r"(?:(?<=[.!?…])|(?<=[.!?…][\"'”’)]))\s+"
_TWO_NAMES = rf"{_BIG} {_NAME}"
_MAKERS = rf"{_NAME}(?:\s?[/|,]\s?[^.!?]{{2,60}}| (?:for|via|at|of) {_FIRM})?"

_INSIDE = r"[^()\[\]]"
_BRACKETED = (
    rf"{_INSIDE}*\bvia {_AGENCY}|(?:AP|Reuters|REUTERS|AFP|EPA) Photo{_INSIDE}*"
    rf"|{_LABEL}{_INSIDE}*|{_TWO_NAMES}/{_INSIDE}+|{_NAME}/{_AGENCY}{_INSIDE}*"
)

_CREDITS = tuple(
    re.compile(pattern)
    for pattern in (
        # as in: … June 7, 2024. (Saul Loeb/AFP via Getty Images)
        rf"\s*[(\[](?:{_BRACKETED})[)\]]\.?$",
        # as in: … flight to London [REUTERS]; round brackets would explain a short form
        rf"\s*\[{_AGENCY}\]\.?$",
        # as in: … | Patrick Semansky/AP Photo
        rf"\s*\|\s*{_NAME}(?:/[^|]+|\s*{_AGENCY})$",
        # as in: … Photo: Olivier Douliery/AFP via Getty Images
        rf"{_SENTENCE_END}{_LABEL}\s?{_MAKERS}$",
        rf"{_SENTENCE_END}{_COLON}\s?[^.!?]{{2,60}}$",
        # as in: … Oct. 30, 2024. Oleg Petrasiuk/24th Mechanised Brigade via AP
        rf"{_SENTENCE_END}(?:{_TWO_NAMES}\s?/\s?{_FIRM}|{_NAME}/{_AGENCY}.{{0,30}})$",
        rf"{_SENTENCE_END}{_FIRM} via {_AGENCY}$",
        rf"{_SENTENCE_END}{_AGENCY}$",
        # glued to the last word: … Credit...Doug Mills/The New York Times
        rf"\s*Credit(?:\s?:|\.\.\.|…)\s?{_MAKERS}$",
    )
)
_CREDIT_ALONE = re.compile(
    rf"(?:{_LABEL}\s?(?:{_MAKERS}|{_AGENCY})|{_NAME}/{_AGENCY}.{{0,40}}"
    rf"|{_AGENCY}(?:/{_AGENCY})*)\.?"
)
_LABELLED = re.compile(_COLON)
_SIDES = (re.compile(r"\((?:L|left)\)"), re.compile(r"\((?:R|right)\)"))


def find_captions(blocks: Sequence[Block]) -> None:
    """Mark captions and credits, and drop the second form of one said twice."""
    for block in blocks:
        if block.open and block.words <= _LONGEST_WORDS:
            _mark(block)
    _twins(blocks)


def split_credit(text: str) -> tuple[str, str]:
    """Part a caption from the credit at its end; either may be empty."""
    if _CREDIT_ALONE.fullmatch(text):
        return "", text
    for pattern in _CREDITS:
        if (found := pattern.search(text)) and found.start():
            return text[: found.start()], text[found.start() :].strip()
    return text, ""


def _mark(block: Block) -> None:
    caption, block.credit = split_credit(block.text)
    if not caption:
        block.role, block.credit = Role.CREDIT, ""
    elif block.credit or _LABELLED.match(caption) or _names_both_sides(caption):
        block.role = Role.CAPTION


def _names_both_sides(text: str) -> bool:
    """Tell "Joe Biden (R) and Ann Lee (L) meet"; one mark alone may be a party."""
    return all(side.search(text) for side in _SIDES)


def _twins(blocks: Sequence[Block]) -> None:
    """Drop a caption's second form: a page's text often has its alt text too."""
    said: dict[str, Block] = {}
    for block in blocks:
        if block.role is not Role.CAPTION:
            continue
        key = letters(block.captioned)
        if key in said:
            block.role = None
            block.reason = f"repeats the caption of line {said[key].lines[0]}"
        said.setdefault(key, block)
    for block in blocks:
        if block.open and block.key in said:
            block.reason = f"repeats the caption of line {said[block.key].lines[0]}"
