"""Captions in text without markup: known by the credit at their end, or by a twin.

To take a paragraph for a caption costs more than to miss one, so only forms that
running prose does not have count: a credit after the last sentence, "(L)" and "(R)".
"""

import re
from collections.abc import Sequence

from narrate.model import Role
from narrate.read.base import Block, letters

_LONGEST_WORDS = 90
_AGENCY = (
    r"(?:Getty(?: Images)?|AP(?: Photo)?|Associated Press|Reuters|REUTERS|AFP|EPA"
    r"|Bloomberg|Shutterstock|iStock(?:photo)?|Unsplash|Pexels|Pixabay|Flickr"
    r"|Wikimedia(?: Commons)?|Alamy|Xinhua|ZUMA|NurPhoto|UPI|Sipa(?: USA)?|Redux|NASA)"
)
_NAME = r"[A-Z][\w.'’-]*(?: (?:[A-Z]|de |von |van |al-)[\w.'’-]*){0,4}"
_MAKER = r"(?:[Pp]hoto(?:graph)?|[Ii]mage|[Pp]icture|[Ii]llustration|[Gg]raphic)s?"
_LABEL = (
    rf"(?:{_MAKER}(?: [Cc]redit)?(?:\s?:| by\b| via\b| courtesy\b)"
    r"|FILE PHOTO:|Credit(?:s)?\s?(?::|\.\.\.|…)|Courtesy(?: of|:)|©)"
)
_SENTENCE_END = r"(?:(?<=[.!?…])|(?<=[.!?…][\"'”’)]))\s+"

_INSIDE = r"[^()\[\]]"
_BRACKETED = rf"{_INSIDE}*\b{_AGENCY}\b{_INSIDE}*|{_LABEL}{_INSIDE}*|{_NAME}/{_INSIDE}+"

_CREDITS = tuple(
    re.compile(pattern)
    for pattern in (
        # as in: … June 7, 2024. (Saul Loeb/AFP via Getty Images) and … [REUTERS]
        rf"\s*[(\[](?:{_BRACKETED}|[Cc]ourtesy{_INSIDE}*)[)\]]\.?$",
        # as in: … | Patrick Semansky/AP Photo
        rf"\s*\|\s*{_NAME}(?:/[^|]+|\s*{_AGENCY})$",
        # as in: … Photo: Olivier Douliery/AFP via Getty Images
        rf"{_SENTENCE_END}{_LABEL}.{{2,80}}$",
        # as in: … Oct. 30, 2024. Oleg Petrasiuk/24th Mechanised Brigade via AP
        rf"{_SENTENCE_END}{_NAME}\s?/\s?[A-Z][^.!?]{{1,60}}$",
        rf"{_SENTENCE_END}[A-Z][^.!?]{{2,60}} (?:via|for) {_AGENCY}\.?$",
        rf"{_SENTENCE_END}{_AGENCY}\.?$",
        # glued to the last word: … Credit...Doug Mills/The New York Times
        r"\s*\bCredit(?:\s?:|\.\.\.|…)\s?\S.{2,60}$",
    )
)
_MAKERS = rf"{_NAME}(?:\s?[/|,]\s?[^.!?]{{2,60}}| (?:for|via|at|of) [^.!?]{{2,40}})?"
_CREDIT_ALONE = re.compile(
    rf"(?:{_LABEL}\s?(?:{_MAKERS}|{_AGENCY})|{_NAME}/{_AGENCY}.{{0,40}})\.?"
)
_LABELLED = re.compile(_LABEL)
_SIDES = re.compile(r"\((?:L|R|C|left|right|cent(?:er|re)|top|bottom|[LR]-[LR])\)")


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
    elif block.credit or _SIDES.search(caption) or _LABELLED.match(caption):
        block.role = Role.CAPTION


def _twins(blocks: Sequence[Block]) -> None:
    """Drop a caption's second form: a page's text often has its alt text too."""
    said: dict[str, Block] = {}
    for block in blocks:
        if block.role is not Role.CAPTION:
            continue
        key = letters(split_credit(block.text)[0])
        if key in said:
            block.role = None
            block.reason = f"repeats the caption of line {said[key].lines[0]}"
        said.setdefault(key, block)
    for block in blocks:
        if block.open and block.key in said:
            block.reason = f"repeats the caption of line {said[block.key].lines[0]}"
