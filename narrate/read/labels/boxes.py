"""Boxes: a line that opens one, and the lines that belong to it."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import takewhile

from narrate.patterns import lazy
from narrate.read.base import Block
from narrate.read.labels.box_kinds import BOXES, Box
from narrate.read.labels.offers import find_offers
from narrate.read.labels.people import is_card_label
from narrate.read.labels.when import is_date_line, is_time_line
from narrate.roles import FURNITURE, Role

_TEASER_WORDS = 22
_FEW_WORDS = 8
_SECTION_WORDS = 3
_MOST_TEASERS = 24
_AMONG = FURNITURE - {Role.RELATED, Role.COMMENTS}  # buttons between teasers
_LATE = 0.55  # of the page's words: comments and sources stand at an article's end


_SEE_ALSO = lazy(r"(?i)see also(?:\s?\[edit\])?")
_SOURCES = lazy(
    r"(?i)(?:references|notes|sources|external links|bibliography|citations|footnotes"
    r"|further reading|notes and references)(?:\s?\[edit\])?"
)
_EDIT = lazy(r"\[edit\]$")
_CLOCK = lazy(r"\d[:.]\d\d")
_REACH = 60  # lines
_NOTE_MARK = lazy(
    r"(?:\[?\d{1,3}[\].)]|[\u00b9\u00b2\u00b3\u2070\u2074-\u2079]+|[*†‡§^])\s?\S"
)
_SOURCED = lazy(r"\d|https?://|^[\^*•\[-]")
_RAISED = lazy(r"[¹²³⁴⁵⁶⁷⁸⁹]")
_MARKED = lazy(r"\w[.,;:”\"’]?(?:\[\d{1,3}\]|[¹²³⁴⁵⁶⁷⁸⁹])", *"[¹²³⁴⁵⁶⁷⁸⁹")
_COMMENTER = lazy(
    r"(?i).{1,40}\b(?:says?|said|wrote|writes)\b:?|@\w+"
    r"|\S{1,25}(?: \S{1,20}){0,3}:\s\S.*"
    r"|[a-z]+[\d_]\w*|.{1,40}\s[·•|]\s.{1,40}|.{1,40}\b(?:ago|\d{4})\W*(?:at .{3,12})?"
    r"|(?:like|report|reply|share|flag)(?:\W+(?:like|report|reply|share|flag|\d+))*"
)
_OPENER_WORDS = 14
_COMMENT_WORDS = 120
_COMMENT_LINES = 6  # that may go by without a sign of their writer
_FEW_LINES = 3


def find_boxes(blocks: Sequence[Block]) -> None:
    """Mark the lines of each box, from the line that opens it on."""
    late = _late_from(blocks)
    marks = (at for at, block in enumerate(blocks) if _MARKED.search(block.text))
    first_mark = next(marks, len(blocks))
    for at, block in enumerate(blocks):
        if block.reason or not (block.open or block.role in FURNITURE):
            continue
        if block.words > _OPENER_WORDS:
            continue
        box = next((box for box in BOXES if box.opens.fullmatch(block.text)), None)
        if box is None or (box.late and at < late):
            continue
        lines = list(_lines(blocks, at, box, late=at >= late, marked=at > first_mark))
        if lines:
            block.role = box.title or box.role
            if _is_chapter(blocks, at):
                block.role = Role.HEADING
        for line in lines:
            line.role = box.role
    find_offers(blocks)


def _is_chapter(blocks: Sequence[Block], at: int) -> bool:
    """Tell an encyclopedia's "See also" by the sources that follow it."""
    if not _SEE_ALSO.fullmatch(blocks[at].text):
        return False
    return any(_SOURCES.fullmatch(block.text) for block in blocks[at + 1 : at + _REACH])


def _late_from(blocks: Sequence[Block]) -> int:
    words = sum(block.words for block in blocks)
    seen = 0
    for at, block in enumerate(blocks):
        seen += block.words
        if seen > _LATE * words:
            return at
    return len(blocks)


def _lines(
    blocks: Sequence[Block], at: int, box: Box, *, late: bool, marked: bool
) -> Iterator[Block]:
    after = blocks[at + 1 : at + _REACH]
    rest = (blocks[i] for i in range(at + 1, len(blocks)))
    if box.role is Role.COMMENTS:
        return iter(_comments(rest))
    if box.role is Role.FOOTNOTE:
        if not marked or not any(
            _NOTE_MARK.match(block.text) for block in blocks[at + 1 : at + 2]
        ):
            return iter(())
        return takewhile(lambda b: b.open and _is_note_line(b), rest)
    if box.role is Role.REFERENCE:
        return takewhile(_is_source, rest)
    return iter(_teasers(after[:_MOST_TEASERS], late=late))


def _teasers(after: Sequence[Block], *, late: bool) -> list[Block]:
    """Take headlines that link away, up to the article's next heading."""
    close = bool(after) and not after[0].gap
    lines: list[Block] = []
    for at, block in enumerate(after):
        if lines and block.role in _AMONG and not block.gap:
            continue
        if not _is_teaser(block) or (close and block.gap):
            break
        if block.words <= _SECTION_WORDS and _is_opener(block):
            break
        under = next((b for b in after[at + 1 : at + 3] if b.open), None)
        short = block.gap and block.words <= _FEW_WORDS
        heads = short and not late and under is not None and under.prose
        if lines and heads and not close and under and not _is_teaser(under):
            break
        lines.append(block)
    return lines


def _is_teaser(block: Block) -> bool:
    """Tell a headline that links away: short, and no sentence unless a question."""
    text = block.text
    if block.role in {Role.RELATED, Role.PLAYER} and block.words > 1:
        return True
    if not block.open or block.words > _TEASER_WORDS or _EDIT.search(text):
        return False
    if is_time_line(text) or (is_date_line(text) and _CLOCK.search(text)):
        return False
    return text[-1] in "?!" or not block.stopped or is_date_line(text)


def _is_source(block: Block) -> bool:
    if not block.open or _is_headline(block) or _RAISED.match(block.text):
        return False
    if is_date_line(block.text) or block.text.isdigit():
        return False
    return bool(_SOURCED.search(block.text)) or not block.prose


def _is_headline(block: Block) -> bool:
    """Tell what ends a list of sources: a short line with no figure and no stop."""
    return (
        block.words <= _FEW_WORDS
        and not block.stopped
        and not any(letter.isdigit() for letter in block.text)
        and not _NOTE_MARK.match(block.text)
    )


def _is_note_line(block: Block) -> bool:
    return bool(_NOTE_MARK.match(block.text)) or not block.gap


def _ends(block: Block) -> bool:
    """Tell a line that opens another box: its author's card, or links."""
    if block.words > _OPENER_WORDS:
        return False
    return is_card_label(block.text) or _is_opener(block)


def _is_opener(block: Block) -> bool:
    return any(box.opens.fullmatch(block.text) for box in BOXES)


def _comments(after: Iterable[Block]) -> list[Block]:
    """Take what readers wrote, where names, times or buttons show that they did."""
    lines: list[Block] = []
    signs = 0
    for block in after:
        if block.role is Role.COMMENTS or (lines and block.role is Role.SHARE):
            signs += 1
            continue
        if not block.open or block.words > _COMMENT_WORDS or _ends(block):
            break
        signs += bool(_COMMENTER.fullmatch(block.text)) or is_date_line(block.text)
        lines.append(block)
    short = len(lines) <= _FEW_LINES
    return lines if signs > (0 if short else len(lines) // _COMMENT_LINES) else []
