"""Say of every block what it is: surest signs first, the rest is the article."""

from collections.abc import Collection, Iterable, Sequence
from itertools import pairwise

from narrate.read.base import Block, Labels, Page
from narrate.read.labels.body import label_body
from narrate.read.labels.boxes import find_boxes
from narrate.read.labels.captions import find_captions, find_credits
from narrate.read.labels.card import label_card
from narrate.read.labels.front import label_front
from narrate.read.labels.passages import file_blocks
from narrate.read.labels.posts import find_posts
from narrate.read.labels.repeats import (
    drop_byline_again,
    drop_long_again,
    drop_title_again,
)
from narrate.read.labels.rows import find_code, find_rows
from narrate.read.labels.running import find_running, find_speakers
from narrate.read.labels.signs import find_signs, sign_of
from narrate.read.labels.tail import label_tail
from narrate.read.labels.title import find_title
from narrate.roles import FURNITURE, Role

_OPEN_HINTS = frozenset({Role.PARAGRAPH, Role.HEADING, Role.LIST_ITEM})


def label(blocks: list[Block], page: Page) -> Labels:
    """Label every block; what has no other sign is a paragraph."""
    labels = Labels(byline=page.byline, published=page.published)
    for block in blocks:
        if block.hint in FURNITURE:
            block.role = block.hint
    # A page's menus must not count where a head or an author's card is looked for.
    _label_article([block for block in blocks if not block.role], labels)
    file_blocks(blocks, labels)
    return labels


def _label_article(blocks: list[Block], labels: Labels) -> None:
    _take_hints(blocks, but=_OPEN_HINTS)
    _take_headings(blocks)
    find_posts(blocks)
    find_code(blocks)
    find_credits(blocks)
    find_signs(blocks)
    title = find_title(blocks)
    drop_title_again(blocks, title)
    find_rows(blocks)
    find_running(blocks)
    find_speakers(blocks)
    _take_hints(blocks, but={Role.PARAGRAPH})
    find_boxes(blocks)
    label_front(blocks, labels, title)
    drop_byline_again(blocks, labels)
    find_captions(blocks)
    drop_long_again(blocks)
    label_card(blocks, labels)
    label_tail(blocks)
    label_body(blocks)


def _take_headings(blocks: Sequence[Block]) -> None:
    """Believe a heading over the article's words, though "Share" may be a button."""
    titles = {block.key for block in blocks if block.role is Role.TITLE}
    for block, under in pairwise(blocks):
        heads = (
            block.hint is Role.HEADING
            and block.open
            and under.hint is not None
            and block.key not in titles
        )
        if heads and sign_of(under.text) is None:
            block.role = Role.HEADING


def _take_hints(blocks: Iterable[Block], but: Collection[Role]) -> None:
    """Believe the file's own markup, but for what a surer sign may speak against."""
    for block in blocks:
        if block.open and block.hint and block.hint not in but:
            block.role = block.hint
