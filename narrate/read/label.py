"""Say of every paragraph what it is: surest signs first, the rest is the article."""

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace

from narrate.model import Dropped, Passage
from narrate.read.base import CARD_BLOCKS, ITEM, Block, Labels, Page
from narrate.read.captions import find_captions
from narrate.read.card import label_card
from narrate.read.furniture import drop_furniture
from narrate.read.people import byline_names, is_name, iso_date
from narrate.read.title import STOP, find_title, is_never_a_title
from narrate.roles import FURNITURE, PICTURES, Role

_HEAD_BLOCKS = 14  # title, deck, picture, author, date, share bar: then the article
_HEADING_WORDS = 12
_REPEAT_WORDS = 8  # a shorter line may come twice on purpose
_DEK_WORDS = (5, 70)

_OPEN_HINTS = frozenset({Role.PARAGRAPH, Role.HEADING, Role.LIST_ITEM})
_HASHES = re.compile(r"#{1,6}\s+\S")
_NEVER_STARTS_HEADING = re.compile(r"(?:But|And|So|Not|Or|Yet)\b")
_QUOTE = re.compile(r"[“\"][^“”\"]+[”\"]|>\s*\S.*")


def label(blocks: list[Block], page: Page) -> Labels:
    """Label every block; what has no other sign is a paragraph."""
    labels = Labels(byline=page.byline, published=page.published)
    _take_hints(blocks, but=_OPEN_HINTS)
    drop_furniture(blocks)
    _take_hints(blocks, but={Role.PARAGRAPH})
    title = find_title(blocks)
    find_captions(blocks)
    _drop_repeats(blocks, title)
    _label_head(blocks, labels)
    label_card(blocks, labels)
    _label_body(blocks)
    for block in _rejoin(blocks):
        _file(block, labels)
    return labels


def _take_hints(blocks: Iterable[Block], but: Collection[Role]) -> None:
    """Believe the file's own markup, but for what a surer sign may speak against."""
    for block in blocks:
        if block.open and block.hint and block.hint not in but:
            block.role = block.hint


def _drop_repeats(blocks: Sequence[Block], title: Block | None) -> None:
    """Drop what would be read twice: the title, a long line that came before."""
    seen: dict[str, int] = {}
    for block in blocks:
        if block is title or block.reason:
            continue
        if title and block.open and block.key == title.key:
            block.reason = "repeats the title"
        elif block.words >= _REPEAT_WORDS and block.key in seen:
            block.role, block.reason = None, f"repeats line {seen[block.key]}"
        seen.setdefault(block.key, block.lines[0])


def _label_head(blocks: Sequence[Block], labels: Labels) -> None:
    """Find author, date and deck above the first paragraph."""
    head = blocks[:_HEAD_BLOCKS]
    for block in head:
        if block.open and (date := iso_date(block.text)):
            block.role = Role.DATE
            labels.published = labels.published or date
        elif block.open and (names := byline_names(block.text)):
            block.role = Role.BYLINE
            labels.byline = labels.byline or names
    if not labels.byline:
        _guess_author(blocks, head, labels)
    _find_dek(head)


def _guess_author(
    blocks: Sequence[Block], head: Sequence[Block], labels: Labels
) -> None:
    for at, block in enumerate(head):
        if block.open and _is_author(blocks, at):
            block.role, labels.byline = Role.BYLINE, block.text
            return


def _find_dek(head: Sequence[Block]) -> None:
    """Take what stands open above the last sign of a head for the deck."""
    last = 0
    for at, block in enumerate(head):
        if block.reason or block.role in FURNITURE | {Role.BYLINE, Role.DATE}:
            last = at if _is_head(head[: at + 1]) else last
    for block in head[:last]:
        if block.open and _DEK_WORDS[0] <= block.words <= _DEK_WORDS[1]:
            block.role = Role.DEK
            break


def _is_head(blocks: Sequence[Block]) -> bool:
    """Tell whether at most one paragraph stands open so far: the deck."""
    return sum(block.open for block in blocks) <= 1


def _is_author(blocks: Sequence[Block], at: int) -> bool:
    """Tell a name alone on a line that the page shows to be its author's."""
    if not is_name(blocks[at].text):
        return False
    card = blocks[max(at + 1, len(blocks) - CARD_BLOCKS) :]
    again = any(block.key == blocks[at].key for block in card)
    return again or _beside_furniture(blocks, at)


def _beside_furniture(blocks: Sequence[Block], at: int) -> bool:
    beside = [blocks[i] for i in (at - 1, at + 1) if 0 <= i < len(blocks)]
    return any(
        b.role in FURNITURE or b.role is Role.DATE or iso_date(b.text) for b in beside
    )


def _label_body(blocks: Sequence[Block]) -> None:
    for at, block in enumerate(blocks):
        if not block.open:
            continue
        if block.hint:
            block.role = block.hint
        elif _HASHES.match(block.text):
            block.role = Role.HEADING
        elif ITEM.match(block.text):
            block.role = Role.LIST_ITEM
        elif _QUOTE.fullmatch(block.text):
            block.role = Role.QUOTE
        elif _is_heading(blocks, at):
            block.role = Role.HEADING
        else:
            block.role = Role.PARAGRAPH


def _is_heading(blocks: Sequence[Block], at: int) -> bool:
    """Tell a short line without a full stop, set apart, with a paragraph under it."""
    block = blocks[at]
    if block.words > _HEADING_WORDS or not block.text[0].isalnum():
        return False
    if STOP.search(block.text) or block.text[0].islower() or not block.gap:
        return False
    if is_never_a_title(block.text) or _NEVER_STARTS_HEADING.match(block.text):
        return False
    below = blocks[at + 1 :]
    under = next((b for b in below if not b.reason and b.role not in FURNITURE), None)
    return under is not None and under.words > max(_HEADING_WORDS, block.words)


def _rejoin(blocks: Sequence[Block]) -> list[Block]:
    """Join a paragraph that a picture cut in two; the caption goes behind it."""
    out: list[Block] = []
    host: int | None = None  # where a paragraph stands with only pictures after it
    for block in blocks:
        cut_in_two = host is not None and host < len(out) - 1
        if host is not None and cut_in_two and _goes_on(out[host], block):
            out[host] = _joined(out[host], block)
            continue
        out.append(block)
        if block.role is Role.PARAGRAPH:
            host = len(out) - 1
        elif not block.reason and block.role not in PICTURES | FURNITURE:
            host = None
    return out


def _goes_on(host: Block, block: Block) -> bool:
    return (
        block.role is Role.PARAGRAPH
        and block.text[0].islower()
        and host.text[-1].isalnum()
    )


def _joined(host: Block, block: Block) -> Block:
    offset = len(host.text) + 1
    starts = (*host.starts, *(offset + start for start in block.starts))
    lines = (*host.lines, *block.lines)
    both = Block(f"{host.text} {block.text}", lines, starts, host.gap)
    both.role = Role.PARAGRAPH
    return both


def _file(block: Block, labels: Labels) -> None:
    """Turn a labelled block into the noun that leaves the stage."""
    if block.role is None:
        labels.dropped.append(Dropped(block.text, block.lines, block.reason))
        return
    whole = Passage(block.role, block.text, block.lines, block.starts)
    if block.credit:
        labels.passages.append(_part(whole, 0, len(block.captioned)))
        cut = len(block.text) - len(block.credit)
        whole = replace(_part(whole, cut, len(block.text)), role=Role.CREDIT)
    labels.passages.append(whole)


def _part(whole: Passage, start: int, end: int) -> Passage:
    """Cut a passage out of another; it keeps only its own lines."""
    lines = whole.lines_of(start, end)
    first = whole.lines.index(lines[0])
    starts = (max(0, at - start) for at in whole.starts[first : first + len(lines)])
    return Passage(whole.role, whole.text[start:end], lines, tuple(starts))
