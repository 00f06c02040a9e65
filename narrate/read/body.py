"""The article itself: headings, lists, quotations; what has no sign is a paragraph."""

import re
from collections.abc import Sequence

from narrate.read.base import ITEM, Block
from narrate.read.people import is_byline_note
from narrate.read.title import STOP, is_never_a_title
from narrate.read.when import is_date_line, is_time_line
from narrate.roles import FURNITURE, Role

_HEADING_WORDS = 12
_NUMBERED_WORDS = 9
_PULLED_WORDS = (4, 40)
_PULLED_LETTERS = 15
_LIST_WORDS = 45
_LIST_LINES = 3
_FIGURES = re.compile(r"\d")

_HASHES = re.compile(r"#{1,6}\s+\S")
_NUMBERED = re.compile(r"(?:\d{1,2}(?:\.\d{1,2})*\.?|[IVX]{1,4}\.)(?:\s+\S.*)?")
_EDIT = re.compile(r".*\S\s?\[edit\]")
_NEVER_STARTS_HEADING = re.compile(r"(?:But|And|So|Not|Or|Yet)\b")
_QUOTE = re.compile(r"[“\"][^“”\"]+[”\"]\.?(?:\s[—–-]+\s?\S.{1,60})?|>\s*\S.*")
_LINK = re.compile(
    r"""(?ix)(?:\S+\s){0,4}(?:https?://\S+|www\.\S+|doi:\s?\S+
    |\(?[\w.+{},\s]{1,60}@[\w-]+(?:\.[\w-]+)+\)?)(?:\s.{0,30})?
    |(?:(?:media|press)\ (?:contact|enquir(?:y|ies)|office)|contact|telephone|tel|phone)
      \b.{0,20}[:.].{0,80}\d.{0,40}|[\w-]+(?:\.[\w-]+)*\.(?:com|org|net|example|gov)"""
)
_NOTE = re.compile(
    r"(?:\[\d{1,3}\]|[\u00b9\u00b2\u00b3\u2070\u2074-\u2079]+|[*†‡§](?=\w)|[*†‡] )\s?\S.*"
)
_SOURCE = re.compile(r"\^ .*|\d+\. \^ .*")
_UNDER = frozenset(
    {Role.PARAGRAPH, Role.LIST_ITEM, Role.TABLE, Role.QUOTE, Role.CODE, Role.HEADING}
)


def label_body(blocks: Sequence[Block]) -> None:
    """Mark every block that is still open."""
    _find_items(blocks)
    whole = "\n".join(block.key for block in blocks if block.prose)
    for at, block in enumerate(blocks):
        if block.open:
            block.role = block.hint or _role(blocks, at, whole)
    _demote_last_heading(blocks)


def _role(blocks: Sequence[Block], at: int, whole: str) -> Role:
    block = blocks[at]
    text = block.text
    if _HASHES.match(text) or _EDIT.fullmatch(text):
        return Role.HEADING
    if _is_heading(blocks, at):
        return Role.HEADING
    if _SOURCE.fullmatch(text):
        return Role.REFERENCE
    if _LINK.fullmatch(text):
        return Role.LINK
    if _is_pulled(block, whole):
        return Role.PULL_QUOTE
    if _QUOTE.fullmatch(text):
        return Role.QUOTE
    if ITEM.match(text):
        return Role.LIST_ITEM
    if _NOTE.fullmatch(text):
        return Role.FOOTNOTE
    return Role.BYLINE if is_byline_note(text) else Role.PARAGRAPH


def _is_pulled(block: Block, whole: str) -> bool:
    """Tell words of the article that stand there once more, in large type."""
    low, high = _PULLED_WORDS
    return (
        low <= block.words <= high
        and len(block.key) >= _PULLED_LETTERS
        and whole.count(block.key) > block.prose
    )


def _find_items(blocks: Sequence[Block]) -> None:
    """Find lists whose marks were lost on the way: short lines close together."""
    spaced = sum(block.gap for block in blocks) > len(blocks) / 2
    run: list[Block] = []
    for block in (*blocks, None):
        close = block is not None and block.open and _is_item_like(block, spaced=spaced)
        if close and block is not None and (not run or not block.gap):
            run.append(block)
            continue
        _mark_items(run, spaced=spaced)
        run = [block] if close and block is not None else []


def _is_item_like(block: Block, *, spaced: bool) -> bool:
    most = _LIST_WORDS if spaced else _HEADING_WORDS
    quoted = block.text[0] in '“"'
    return block.words <= most and not quoted and (spaced or not block.stopped)


def _mark_items(run: Sequence[Block], *, spaced: bool) -> None:
    """Take a run of three; the line that opens it may be its heading."""
    lines = run[1:] if run and _opens_list(run) else run
    if len(lines) < (_LIST_LINES if spaced else _LIST_LINES + 1):
        return
    for block in lines:
        block.role = Role.LIST_ITEM
    if lines is not run and not STOP.search(run[0].text):
        run[0].role = Role.HEADING


def _opens_list(run: Sequence[Block]) -> bool:
    first = run[0]
    return first.text.endswith(":") or (
        first.gap
        and first.words <= _NUMBERED_WORDS
        and not ITEM.match(first.text)
        and not first.stopped
        and not _FIGURES.match(first.text)
    )


def _is_heading(blocks: Sequence[Block], at: int) -> bool:
    """Tell a short line without a full stop, set apart, with the article under it."""
    block = blocks[at]
    text = block.text
    if block.words > _HEADING_WORDS or text[-1] in ",;":
        return False
    under = _under(blocks, at)
    if under is None or is_byline_note(text):
        return False
    if is_time_line(text) or is_date_line(text):
        return under.prose or under.words <= _HEADING_WORDS
    if _NUMBERED.fullmatch(text) and not block.stopped | text.endswith("."):
        return block.words <= _NUMBERED_WORDS and under.prose
    if not text[0].isalnum() and not (
        text[0] in "“‘'\"" and not text.endswith(("”", '"'))
    ):
        return False
    if STOP.search(text) or text[0].islower() or not (block.gap or text.isupper()):
        return False
    if is_never_a_title(text) or _NEVER_STARTS_HEADING.match(text) or ITEM.match(text):
        return False
    return under.prose and under.words > block.words


def _under(blocks: Sequence[Block], at: int) -> Block | None:
    """Give the next block that belongs to the article."""
    for block in blocks[at + 1 :]:
        if not block.reason and block.role not in FURNITURE | {
            Role.CAPTION,
            Role.CREDIT,
        }:
            return block
    return None


def _demote_last_heading(blocks: Sequence[Block]) -> None:
    """A heading with nothing under it is a line of the page."""
    for block in reversed(blocks):
        if block.role is Role.HEADING and block.hint is None:
            block.role = Role.PARAGRAPH
        elif not block.reason and block.role not in FURNITURE:
            return
