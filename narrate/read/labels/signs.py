"""Signs: whole lines that say by themselves what they are, and who they belong to."""

from collections.abc import Sequence

from narrate.patterns import lazy
from narrate.read.base import Block
from narrate.read.labels.people import byline_names
from narrate.read.labels.sign_table import role_of
from narrate.read.labels.when import is_date_line
from narrate.roles import Role

_LONGEST_WORDS = 45
_LONGEST = 300  # characters
_PARAGRAPH_WORDS = 25
_ALSO_HEADINGS = frozenset(
    "play speed volume settings listen text line pocket link threads home search "
    "details more back next live post view edit transcript topics messenger x".split()
)
_NAME = 12  # letters: of the longest that is a heading too
_LENT_WORDS = 16
_VERSE_START = 2
_VERSE_WORDS = 11
_ANYWHERE = frozenset({Role.SHARE, Role.FURNITURE})
_BELOW = frozenset({Role.PLAYER, Role.EMBED})
_LISTS = frozenset("keywords tags topics labels categories filedunder".split())
_LISTED = lazy(r"[^.!?]{2,40}(?:[,/] [^.!?,]{2,40})+")
_LENT = (
    (Role.NEWSLETTER, lazy(r"(?i)e-?mail|subscribe|join|submit|ok(?:ay)?")),
    (Role.COOKIES, lazy(r"(?i)learn more|close|more options|details|continue")),
    (Role.PLAYER, lazy(r"(?:\d{1,2}:)?\d{1,2}:\d\d|\d{1,3} ?min(?:ute)?s?")),
    (
        Role.EMBED,
        lazy(r"(?i)(?:[\d,.]+k? (?:retweets?|likes?|replies|quotes)\W*)+"),
    ),
)
"""What a line is for the line beside it, or above it."""
_FIRST_ICON = "\u2190"
_ICONS = lazy(
    r"^[\u2190-\u2bff\U0001f000-\U0001faff\ufe0f\ue000-\uf8ff\s]+(?=\w)(?<![←→])"
)


def find_signs(blocks: Sequence[Block]) -> None:
    """Mark each line that is a sign, and each that holds no letter or figure."""
    for at, block in enumerate(blocks):
        if not block.open:
            continue
        if not block.size:
            block.reason = "no words: a rule or an ornament"
        elif not _is_heading(blocks, at) and not _goes_on(blocks, at):
            block.role = sign_of(block.text)
        listed = (
            at > 0 and blocks[at - 1].size <= _NAME and blocks[at - 1].key in _LISTS
        )
        if listed and block.role is None and _LISTED.fullmatch(block.text):
            block.role = Role.FURNITURE
    _lend(blocks)


def _lend(blocks: Sequence[Block]) -> None:
    """Give a word that many boxes have to the box it stands in: "Email", "4 min"."""
    for at, block in enumerate(blocks):
        if block.words > _LENT_WORDS:
            continue
        beside = [*blocks[max(0, at - 1) : at], *blocks[at + 1 : at + 2]]
        for role, line in _LENT:
            free = block.open or block.role in _ANYWHERE
            if free and line.fullmatch(block.text):
                lender = blocks[max(0, at - 1) : at] if role in _BELOW else beside
                if any(b.role is role for b in lender):
                    block.role = role
                    break


def _is_heading(blocks: Sequence[Block], at: int) -> bool:
    """Tell a chapter's name that is a button elsewhere: "Home", between paragraphs."""
    block = blocks[at]
    if (
        not 0 < at < len(blocks) - 1
        or block.size > _NAME
        or block.key not in _ALSO_HEADINGS
    ):
        return False
    beside = (blocks[at - 1], blocks[at + 1])
    return block.gap and all(b.open and b.words >= _PARAGRAPH_WORDS for b in beside)


def _goes_on(blocks: Sequence[Block], at: int) -> bool:
    """Tell a verse's first words: "Share", over "your bread with me."."""
    under = blocks[at + 1] if at + 1 < len(blocks) else None
    if under is None or blocks[at].words > _VERSE_START or blocks[at].stopped:
        return False
    verse = under.text[0].islower() and 1 < under.words <= _VERSE_WORDS
    return verse and under.text[-1] in ".,;:!?" and sign_of(under.text) is None


def sign_of(text: str) -> Role | None:
    """Tell what a line is by itself; None if it does not say."""
    if len(text) > _LONGEST or text.count(" ") >= _LONGEST_WORDS:
        return None
    if text[:1] >= _FIRST_ICON or text[:1].isspace():
        text = _ICONS.sub("", text) or text
    role = role_of(text.lower())
    if role is Role.CORRECTION and is_date_line(text):
        return None  # "Updated: 3 May 2024"
    if role is Role.LINK and byline_names(text):
        return None  # "By Ann Lee, ann@lee.example"
    return role
