"""Under the article: once the page speaks of itself, short lines are its."""

from collections.abc import Sequence

from narrate.patterns import lazy
from narrate.read.base import Block
from narrate.read.labels.script import is_latin
from narrate.read.labels.when import is_date_line
from narrate.roles import FURNITURE, Role

_SHORT_WORDS = 12
_FIGURES_WORDS = 2
_YEAR = lazy(r"(?:1[5-9]|20)\d\d")
_SURE = FURNITURE - {Role.ADVERTISEMENT, Role.PLAYER}


def label_tail(blocks: Sequence[Block]) -> None:
    """Mark short lines without a stop, under the last paragraph's furniture."""
    last = max((at for at, b in enumerate(blocks) if _is_article(b)), default=-1)
    begun = False
    # nothing is under the article where no line of it is known
    shaped = last >= 0 and is_latin(blocks)
    for block in blocks[last + 1 :]:
        begun = begun or block.role in _SURE
        short = block.words <= _SHORT_WORDS and not block.stopped
        if block.open and begun and short and shaped and not is_date_line(block.text):
            block.role = Role.FURNITURE
    _mark_figures(blocks)


def _is_article(block: Block) -> bool:
    return (block.open and block.prose) or block.role in {
        Role.NOTE,
        Role.REFERENCE,
        Role.FOOTNOTE,
        Role.TABLE,
    }


def _mark_figures(blocks: Sequence[Block]) -> None:
    """Take a number by a button for comments, before that for likes; else a page's."""
    for at, block in enumerate(blocks):
        if not block.open or not block.text.strip("()[] -–—").isdigit():
            continue
        beside = [blocks[i] for i in (at - 1, at + 1, at + 2) if 0 <= i < len(blocks)]
        counts = any(b.role in {Role.SHARE, Role.COMMENTS} for b in beside)
        more = any(b.open and b.text.isdigit() for b in blocks[at + 1 : at + 2])
        counted = Role.SHARE if more else Role.COMMENTS
        if not counts and _is_year_over(block, blocks[max(0, at - 1) : at + 2]):
            block.role = Role.HEADING
        else:
            block.role = counted if counts else Role.PAGE_NUMBER


def _is_year_over(block: Block, beside: Sequence[Block]) -> bool:
    """Tell the heading of a life's or a chronicle's year: "2013" over its events."""
    return (
        bool(_YEAR.fullmatch(block.text))
        and len(beside) == 3  # noqa: PLR2004
        and beside[0].prose
        and beside[2].prose
    )
