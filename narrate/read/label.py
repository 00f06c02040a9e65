"""Say of every block what it is: surest signs first, the rest is the article."""

from collections.abc import Collection, Iterable, Sequence

from narrate.read.base import Block, Labels, Page
from narrate.read.body import label_body
from narrate.read.boxes import find_boxes
from narrate.read.captions import find_captions
from narrate.read.card import label_card
from narrate.read.front import label_front
from narrate.read.passages import file_blocks
from narrate.read.posts import find_posts
from narrate.read.rows import find_rows
from narrate.read.signs import find_signs
from narrate.read.tail import label_tail
from narrate.roles import Role

_REPEAT_WORDS = 8  # a shorter line may come twice on purpose
_OPEN_HINTS = frozenset({Role.PARAGRAPH, Role.HEADING, Role.LIST_ITEM})


def label(blocks: list[Block], page: Page) -> Labels:
    """Label every block; what has no other sign is a paragraph."""
    labels = Labels(byline=page.byline, published=page.published)
    _take_hints(blocks, but=_OPEN_HINTS)
    find_rows(blocks)
    find_signs(blocks)
    find_posts(blocks)
    _take_hints(blocks, but={Role.PARAGRAPH})
    find_boxes(blocks)
    title = label_front(blocks, labels)
    find_captions(blocks)
    _drop_repeats(blocks, title)
    label_card(blocks, labels)
    label_tail(blocks)
    label_body(blocks)
    file_blocks(blocks, labels)
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
