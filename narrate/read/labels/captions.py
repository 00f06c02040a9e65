"""Captions in text without markup: known by a credit, by a twin, by what they show.

To take a paragraph for a caption costs more than to miss one. A credit at the end or a
label in front is enough; all else must add up, the line's words and its place.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from narrate.patterns import lazy
from narrate.read.base import Block, letters
from narrate.read.labels.credits import (
    are_names,
    in_round,
    is_empty_label,
    is_news_agency,
    makers,
    split_credit,
)
from narrate.read.labels.people import byline_names, is_name
from narrate.read.labels.scenes import weigh
from narrate.read.labels.twins import are_twins, drop_twins
from narrate.read.labels.when import iso_date
from narrate.roles import PICTURES, Role

_LONGEST_WORDS = 110
_LONGEST = 900  # characters
_BARE_WORDS = (3, 60)
_NAME_WORDS = 6
_BARE_NAME_WORDS = 3  # more may be a headline
_PARAGRAPH_WORDS = 18
_BODY_WEIGHT = 3
_BODY_WORDS = 25  # a paragraph that is no caption, heading or link

_LABELLED = lazy(
    r"(?:FILE PHOTO|File [Pp]hoto|FILE|File|Pictured|PICTURED|Caption)\s?[:–—-]\s"
    r"|(?:Photo(?:graph)?|Image|Picture|Screenshot|FILE IMAGE)\s?:\s"
    r"|(?:Image|Media|Video|Photo) caption,?(?=\s?[A-Z\d“‘\"'])|Screenshot of\b"
    r"|[Aa]lt(?: text)?\s?:\s|[\[(]\s?(?:Photo|Image|Picture|Caption)\s?:\s.*[\])]$"
    # as in papers, "Figure 1. The landing sites", "TABLE 2"; no sentence begins so
    r"|(?:Fig(?:ure|\.)?|FIG(?:URE|\.)?|Table|TABLE|Plate|Exhibit|Scheme) ?[A-Z]?"
    r"\d{1,3}[a-z]?(?:\s?[.:—–]|\s?\(|$)"
    r"|©(?!\s?(?:\d|[Cc]opyright))",
    heads="fil|pic|cap|pho|ima|scr|med|vid|alt|[|(|fig|tab|pla|exh|sch|©",
)
_BUTTON = lazy(
    r"(?i)(?:view|enlarge|open|expand|see)(?: this| full| the| larger)?"
    r" (?:image|photo|gallery|picture|slideshow)s?\b.{0,25}|toggle caption"
    r"|view full size|(?:click|tap) to (?:enlarge|expand)|enlarge this image|image"
    r"|video|EMBED <>.+",
    *("image", "photo", "gallery", "picture", "slideshow", "caption", "full size"),
    *("enlarge", "expand", "video", "embed <>"),
    small=True,
)
_SET_FIRST = lazy(r"(?i)image (?:copyright|source)\b", heads="ima")  # at the BBC
_COUNTER = lazy(
    r"(?i)(?:image|photo|picture|slide) \d+ of ?/? ?\d+"
    r"|(?:(?:image|photo|picture) )?(?:slideshow|gallery|images|photos|pictures)"
    r"\s?[(\[] ?\d{1,3}(?: (?:image|photo|picture|slide)s?)? ?[)\]]",
    heads="ima|pho|pic|sli|gal",
)
# The page's own notice, not a picture's: it has a year, or speaks of rights.
_COPYRIGHT = lazy(
    r"(?i)(?:©|\(c\)|copyright\b).*(?:\d{4}|\brights\b|copyright)", heads="©|(c)|cop"
)
_SIDES = (
    lazy(r"\((?:L|left)\)", "(L)", "(left)"),
    lazy(r"\((?:R|right)\)", "(R)", "(right)"),
)

# What a place is worth. A line is a caption at _ENOUGH: two signs in its words will do,
# or one and its place; a place alone only where no paragraph goes before.
_ENOUGH = 4
_ABOVE_CREDIT = 3
_NOT_AFTER_PROSE = 1  # what goes before is the page's, so this is no paragraph's rest
_UNDER_CREDIT = 1  # most pages set the credit last
_UNDER_BUTTON = 3
_TWIN_BESIDE = 2  # headlines come twice too
_AMID_PROSE = 1  # no list of links


def find_credits(blocks: Sequence[Block]) -> None:
    """Mark what a credit or a label shows to be a caption: surer than any sign."""
    lines = [b for b in blocks if b.open and _is_short(b)]
    for block in (*lines, *(b for b in blocks if b.hint is Role.CAPTION)):
        _mark(block)
    _mark_under_labels(blocks)
    _mark_known_makers(lines)


def find_captions(blocks: Sequence[Block]) -> None:
    """Mark the captions without a credit, and drop the second form of each."""
    title = next((b.key for b in blocks if b.role is Role.TITLE), "")
    _weigh_bare(blocks, title)
    _mark_agencies(blocks)
    drop_twins(blocks)


def _is_short(block: Block) -> bool:
    return block.words <= _LONGEST_WORDS and len(block.text) <= _LONGEST


def _mark(block: Block) -> None:
    """Mark what is sure by itself."""
    text = block.text
    if _COUNTER.fullmatch(text):
        block.reason = "counts a gallery's captions"
        return
    if is_news_agency(text) or _COPYRIGHT.match(text):
        return
    caption, block.credit = split_credit(text)
    if text != caption and not any(letter.isalpha() for letter in caption):
        block.role, block.credit = Role.CREDIT, ""
    elif block.credit or _LABELLED.match(caption) or _names_both_sides(caption):
        block.role = Role.CAPTION


def _names_both_sides(text: str) -> bool:
    """Tell "Joe Biden (R) and Ann Lee (L) meet"; one mark alone may be a party."""
    return all(side.search(text) for side in _SIDES)


def _mark_under_labels(blocks: Sequence[Block]) -> None:
    """Mark a label without names, and the names on the line under it."""
    for block, under in pairwise(blocks):
        if block.open and is_empty_label(block.text):
            block.role = Role.CREDIT
            named = under.words <= _NAME_WORDS and are_names(under.text)
        else:
            named = under.words <= _BARE_NAME_WORDS and is_name(under.text)
            named = named and bool(_BUTTON.fullmatch(block.text))
        if under.open and named and not byline_names(under.text):
            under.role = Role.CREDIT


def _mark_known_makers(lines: Sequence[Block]) -> None:
    """Learn a page's photographers from what is sure, and find them in the rest."""
    known: set[str] = set()
    tails = Counter(letters(in_round(block.text)) for block in lines if block.open)
    for block in lines:
        if block.role in PICTURES:
            credit = block.credit if block.role is Role.CAPTION else block.text
            known.update(letters(maker) for maker in makers(credit))
    for block in lines:
        names = in_round(block.text) if block.open else ""
        if names and (letters(names) in known or tails[letters(names)] > 1):
            block.role = Role.CAPTION
            block.credit = block.text[block.text.rindex("(") :]


def _weigh_bare(blocks: Sequence[Block], title: str) -> None:
    """Mark captions without a credit of their own by their words and their place."""
    low, high = _BARE_WORDS
    for at, block in enumerate(blocks):
        if not block.open or not low <= block.words <= high or not _is_short(block):
            continue
        titled = block.size == len(title) and block.key == title
        if titled or iso_date(block.text) or byline_names(block.text):
            continue
        # its place alone must not take a paragraph from the article
        body = _may_be_body(block)
        least = _BODY_WEIGHT if body else _ENOUGH - sum(_place(blocks, at))
        words = weigh(block.text, least)
        if words < least or (body and sum(_place(blocks, at)) + words < _ENOUGH):
            continue
        block.role = Role.CAPTION


def _may_be_body(block: Block) -> bool:
    return block.words >= _PARAGRAPH_WORDS and block.stopped


def _place(blocks: Sequence[Block], at: int) -> Iterator[int]:
    """Yield what each neighbour says for a caption."""
    block = blocks[at]
    before, after = _beside(blocks, at)
    under_credit = before is not None and before.role is Role.CREDIT
    after_prose = before is not None and _is_prose(before)
    if after and after.role is Role.CREDIT and not _leads_down(blocks, at + 1):
        yield _ABOVE_CREDIT
        if not after_prose and not under_credit:
            yield _NOT_AFTER_PROSE
    elif under_credit:
        yield _UNDER_CREDIT
    if before and _BUTTON.fullmatch(before.text):
        yield _UNDER_BUTTON
    if (after and after.open and are_twins(block, after)) or (
        before and before.role is Role.CAPTION and are_twins(block, before)
    ):
        yield _TWIN_BESIDE
    if after_prose and after and _is_prose(after):
        yield _AMID_PROSE


def _beside(blocks: Sequence[Block], at: int) -> tuple[Block | None, Block | None]:
    before = blocks[at - 1] if at else None
    return before, blocks[at + 1] if at + 1 < len(blocks) else None


def _leads_down(blocks: Sequence[Block], at: int) -> bool:
    """Tell credits that stand above their caption, not under it."""
    if _SET_FIRST.match(blocks[at].text):
        return True
    under = (b for b in blocks[at : at + 4] if b.role is not Role.CREDIT)
    return next((b.role is Role.CAPTION and not b.credit for b in under), False)


def _mark_agencies(blocks: Sequence[Block]) -> None:
    """Mark an agency's name beside a caption, or between two paragraphs."""
    for at, block in enumerate(blocks):
        if block.open and is_news_agency(block.text):
            beside = [b for b in _beside(blocks, at) if b]
            pictured = any(b.role is Role.CAPTION for b in beside)
            if pictured or all(_is_prose(b) for b in beside):
                block.role = Role.CREDIT


def _is_prose(block: Block) -> bool:
    return block.open and block.words >= _BODY_WORDS
