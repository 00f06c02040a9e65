"""Boxes: a line that opens one, and the lines that belong to it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile

from narrate.read.base import Block
from narrate.read.when import is_date_line
from narrate.roles import FURNITURE, Role

_TEASER_WORDS = 22
_FEW_WORDS = 8
_MOST_TEASERS = 24
_LATE = 0.55  # of the page's words: comments and sources stand at an article's end


@dataclass(frozen=True, slots=True)
class Box:
    """A kind of box."""

    role: Role
    """Of its lines."""

    opens: re.Pattern[str]
    """A whole line."""

    late: bool = False
    """Only near the page's end; above, the same words are a counter or a link."""

    title: Role | None = None
    """Of the line that opens it, if another."""


def _line(pattern: str) -> re.Pattern[str]:
    return re.compile(rf"(?isx)(?:{pattern})(?:\s?\[edit\])?\s?:?")


_BOXES = (
    Box(
        Role.RELATED,
        _line(
            r"""(?:related|recommended)(?:\ (?:content|articles?|stor(?:y|ies)|links?
                  |topics?|reviews?|posts?|coverage|reading|news|videos?|for\ you))?
            | more\ (?:on|from|in|about|like)\ .{2,40} | more\ [A-Z]\w+(?:\ \w+)?
            | more\ (?:stories|news|coverage|reading)
            | (?:most|top|popular|trending|latest)\ (?:read|popular|viewed|shared|watched
                  |clicked|commented|stories|news|posts|articles|now|headlines)(?:\ \w+)?
            | (?:popular|trending|latest|see\ also|up\ next|editors?['’]?s?['’]?\ picks)
            | (?:next|previous)\ (?:story|article|post|up) | don['’]t\ miss
            | you\ (?:may|might)(?:\ also)?\ (?:like|enjoy|be\ interested\ in)
            | what\ to\ read\ next | read\ (?:more|next|also) | keep\ reading
            | (?:from|around)\ (?:the\ (?:web|archives?)|our\ partners)
            | (?:in\ this\ (?:section|series|issue)|in\ case\ you\ missed\ it)
            | explore\ (?:the\ topic|more) | further\ coverage"""
        ),
    ),
    Box(
        Role.COMMENTS,
        _line(
            r"""\W?\d[\d,.]*\W?\s(?:comments?|responses?|repl(?:y|ies)|thoughts?)\b.*
            | (?:comments?|responses)\W?(?:\d+\W?)? | leave\ a\ (?:reply|comment)
            | (?:reader|top|recent|all)\ comments | write\ a\ comment\W*"""
        ),
        late=True,
    ),
    Box(
        Role.REFERENCE,
        _line(
            r"""(?:references?|bibliography|works\ cited|literature(?:\ cited)?
            |sources?(?:\ and\ further\ reading)?|further\ reading|citations)"""
        ),
        late=True,
        title=Role.HEADING,
    ),
    Box(
        Role.FOOTNOTE,
        _line(r"(?:foot|end)?notes|notes\ and\ references"),
        late=True,
        title=Role.HEADING,
    ),
    Box(
        Role.ADVERTISEMENT,
        _line(r"sponsored\ (?:content|links|stories)|promoted(?:\ stories)?"),
    ),
)
_NOTE_MARK = re.compile(
    r"(?:\[?\d{1,3}[\].)]|[\u00b9\u00b2\u00b3\u2070\u2074-\u2079]+|[*†‡§^])\s?\S"
)
_COMMENTER = re.compile(r".{1,40}\b(?:says?|said|wrote|writes):|@\w+|.{1,30}:\s\S.*")


def find_boxes(blocks: Sequence[Block]) -> None:
    """Mark the lines of each box, from the line that opens it on."""
    late = _late_from(blocks)
    for at, block in enumerate(blocks):
        if block.reason or not (block.open or block.role in FURNITURE):
            continue
        box = next((box for box in _BOXES if box.opens.fullmatch(block.text)), None)
        if box is None or (box.late and at < late):
            continue
        lines = list(_lines(blocks, at, box))
        if lines:
            block.role = box.title or box.role
        for line in lines:
            line.role = box.role


def _late_from(blocks: Sequence[Block]) -> int:
    words = sum(block.words for block in blocks)
    seen = 0
    for at, block in enumerate(blocks):
        seen += block.words
        if seen > _LATE * words:
            return at
    return len(blocks)


def _lines(blocks: Sequence[Block], at: int, box: Box) -> Iterator[Block]:
    after = blocks[at + 1 :]
    if box.role is Role.COMMENTS:
        return _comments(after)
    if box.role is Role.FOOTNOTE:
        return takewhile(lambda b: b.open and _is_note_line(b), after)
    if box.role is Role.REFERENCE:
        return takewhile(lambda b: b.open and not _is_headline(b), after)
    return takewhile(_is_teaser, after[:_MOST_TEASERS])


def _is_teaser(block: Block) -> bool:
    """Tell a headline that links away: short, and no sentence unless a question."""
    if not block.open or block.words > _TEASER_WORDS:
        return False
    return block.text.endswith("?") or not block.stopped or is_date_line(block.text)


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


def _comments(after: Sequence[Block]) -> Iterator[Block]:
    """Take what readers wrote: it goes on to the next box, or to the page's end."""
    first = next((b for b in after if b.role is not Role.COMMENTS), None)
    if first is None or not first.open or not _is_commenter(first):
        return
    for block in after:
        if not block.open and block.role is not Role.COMMENTS:
            return
        if block.open:
            yield block


def _is_commenter(block: Block) -> bool:
    return bool(_COMMENTER.fullmatch(block.text)) or (
        block.words <= _FEW_WORDS and not block.stopped
    )
