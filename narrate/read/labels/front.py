"""Above the article: author, date and deck; the rest there is the page's."""

from collections.abc import Sequence

from narrate.read.base import CARD_BLOCKS, Block, Labels
from narrate.read.labels.credits import split_credit
from narrate.read.labels.masthead import mark_masthead
from narrate.read.labels.people import (
    are_people,
    byline_names,
    is_affiliation,
    is_job,
    is_name,
    is_nameless_byline,
    placed_names,
    unglued,
)
from narrate.read.labels.script import is_latin
from narrate.read.labels.when import is_date_line, iso_date
from narrate.roles import FURNITURE, PICTURES, Role

_HEAD_BLOCKS = 40
_DEK_WORDS = (5, 70)
_JOB_WORDS = 8
_UNSTOPPED = 16  # words: a paragraph of so many has a stop, a deck may have none
_DEKS = 2  # long lines that may stand between the title and the last of the head
_NEAR = 3  # lines under the title: a name alone there is the author's
_NAMED = frozenset({Role.BYLINE, Role.DATE})


def label_front(blocks: Sequence[Block], labels: Labels, title: Block | None) -> None:
    """Mark what stands around the title, above the first paragraph."""
    top = blocks.index(title) + 1 if title else 0
    end = _body_starts(blocks, top)
    for block in blocks[:end]:
        if block.open:
            _mark_head_line(block, labels)
        elif block.role is Role.BYLINE and not labels.byline:
            labels.byline = placed_names(block.text)
    _guess_author(blocks, top, end, labels)
    if title and title.hint is None:
        _find_dek([b for b in blocks[top : end + 1] if b.open or b.role in _NAMED])
        _rest_is_furniture(blocks, top, end)
    if not labels.byline and title and title.hint is None:
        _find_late_byline(blocks[end : top + _HEAD_BLOCKS], labels)


def _find_late_byline(blocks: Sequence[Block], labels: Labels) -> None:
    """Take "By Ann Lee" where a picture or a deck stands above it."""
    for block in blocks:
        if block.open and block.words <= _JOB_WORDS and byline_names(block.text):
            _mark_head_line(block, labels)
            return


def _body_starts(blocks: Sequence[Block], top: int) -> int:
    """Find the first paragraph under the title; a deck above a byline is none."""
    end = min(len(blocks), top + _HEAD_BLOCKS)
    last = top
    proses = 0
    for at in range(top, end):
        block = blocks[at]
        if block.role in {Role.TABLE, Role.CODE, Role.PARAGRAPH}:
            break
        if not block.size:
            continue
        if not block.open or _is_head_line(block):
            last = at + 1 if block.role not in PICTURES or last else last
            continue
        proses += block.prose
        if proses > _DEKS or (block.prose and block.words > _DEK_WORDS[1]):
            break
    return last


def _is_head_line(block: Block) -> bool:
    text = block.text
    return (
        bool(byline_names(text))
        or is_date_line(text)
        or is_name(text)
        or is_nameless_byline(text)
    )


def _mark_head_line(block: Block, labels: Labels) -> None:
    if is_date_line(block.text):
        block.role = Role.DATE
        labels.published = labels.published or iso_date(block.text)
    elif names := byline_names(block.text):
        block.role = Role.BYLINE
        labels.byline = labels.byline or names
    elif is_nameless_byline(block.text):
        block.role = Role.BYLINE


def _guess_author(blocks: Sequence[Block], top: int, end: int, labels: Labels) -> None:
    """Take a name alone under the title, or one that the author's card repeats."""
    begun = False
    for at in range(top, end):
        block = blocks[at]
        if not block.open:
            continue
        begun = begun or block.stopped
        near = at - top < _NEAR and not begun and is_name(block.text)
        if is_affiliation(block.text):
            block.role = Role.NOTE
        elif are_people(block.text) and (near or _is_author(blocks, at)):
            block.role = Role.BYLINE
            labels.byline = labels.byline or unglued(block.text)
        elif blocks[at - 1].role is Role.BYLINE and _is_job_line(block):
            block.role = Role.BYLINE


def _is_job_line(block: Block) -> bool:
    return block.words <= _JOB_WORDS and not block.stopped and is_job(block.text)


def _is_author(blocks: Sequence[Block], at: int) -> bool:
    """Tell a name that the page shows to be its author's."""
    card = blocks[max(at + 1, len(blocks) - CARD_BLOCKS) :]
    again = any(block.key == blocks[at].key for block in card)
    beside = [blocks[i] for i in (at - 1, at + 1) if 0 <= i < len(blocks)]
    return again or any(
        b.role in (FURNITURE - {Role.RELATED, Role.ADVERTISEMENT}) | _NAMED
        or is_date_line(b.text)
        or b.role is Role.TITLE
        for b in beside
    )


def _find_dek(head: Sequence[Block]) -> None:
    """Take the first line under the title, if a byline is still to come."""
    low, high = _DEK_WORDS
    named = [at for at, block in enumerate(head) if block.role in _NAMED]
    for at, block in enumerate(head):
        if not block.open or not low <= block.words <= high:
            continue
        if split_credit(block.text)[1]:
            continue
        unstopped = block.words >= _UNSTOPPED and block.text[-1].isalnum()
        if named and (at < named[-1] or (unstopped and at == named[-1] + 1)):
            block.role = Role.DEK
        return


def _rest_is_furniture(blocks: Sequence[Block], top: int, end: int) -> None:
    """Take what stands above the title for the page's, where it shows that it is."""
    if not is_latin(blocks):
        return
    named = any(block.role in _NAMED for block in blocks[top:end])
    mark_masthead(blocks, top - 1, named=named)
    _above_is_furniture(blocks[: max(0, top - 1)])
    keys = {b.key for b in blocks[: max(0, top - 1)] if b.role is Role.FURNITURE}
    for block in blocks[end:]:
        if block.open and block.words <= _NEAR and block.key in keys:
            block.role = Role.FURNITURE


def _above_is_furniture(above: Sequence[Block]) -> None:
    """Take a site's name, whose parts may look like an author's, for the page's."""
    for block in above:
        if block.role is Role.BYLINE and not byline_names(block.text):
            block.role = Role.FURNITURE
