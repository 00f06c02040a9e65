"""Signs: whole lines that say by themselves what they are."""

import re
from collections.abc import Sequence

from narrate.read.base import Block
from narrate.read.page_words import FURTHER_SIGNS
from narrate.read.when import is_date_line
from narrate.read.people import byline_names
from narrate.read.sign_words import SIGNS
from narrate.roles import Role

_LONGEST_WORDS = 60
_LONGEST = 400  # characters
_ICONS = re.compile(r"^[\u2190-\u2bff\U0001f000-\U0001faff\ufe0f\s]+(?=\w)(?<![←→])")

_LINES = tuple(
    (role, re.compile("|".join(f"(?:{form})" for form in forms), re.IGNORECASE))
    for role, forms in (*SIGNS, *FURTHER_SIGNS)
)


def find_signs(blocks: Sequence[Block]) -> None:
    """Mark each line that is a sign, and each that holds no letter or figure."""
    for block in blocks:
        if not block.open:
            continue
        if not block.key:
            block.reason = "no words: a rule or an ornament"
        else:
            block.role = sign_of(block.text)


def sign_of(text: str) -> Role | None:
    """Tell what a line is by itself; None if it does not say."""
    if len(text) > _LONGEST or text.count(" ") >= _LONGEST_WORDS:
        return None
    text = _ICONS.sub("", text) or text
    for role, line in _LINES:
        if line.fullmatch(text):
            dated = role is Role.CORRECTION and is_date_line(text)
            signed = role is Role.LINK and byline_names(text)
            return None if dated or signed else role
    return None
