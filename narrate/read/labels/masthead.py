"""Above the title: a menu, sections, the paper's name; or the article's own lines."""

from collections.abc import Sequence

from narrate.patterns import lazy
from narrate.read.base import Block
from narrate.read.labels.title import is_row_of_names, is_site
from narrate.roles import FURNITURE, Role

_SECTION_WORDS = 3  # of a menu's line; a line of more may be the article's
_STACKED_WORDS = 2
_STACKED = 3  # sections one above the other
_TITLE_WORDS = 4
_MASTHEAD_WORDS = 9
_SIGNS = 2  # of a page, anywhere on it: buttons, boxes
_TAGLINE = lazy(
    r"(?i).{3,40} (?:-{1,2}|[–—]) (?:the|an?) .{0,40}\b"
    r"(?:journal|site|weblog|blog|magazine|newsletter|paper|review)\b"
)
_MENU = lazy(r"\S(?:\s{2,}|\s[|·•∙>»/]\s)\S")


def mark_masthead(blocks: Sequence[Block], top: int, *, named: bool) -> None:
    """Mark a page's lines; without one that is sure, all are the article's.

    Top: where the title stands; named: a byline or a date stands under it.
    """
    above, title = blocks[:top], blocks[top]
    open_ = [block for block in above if block.open and not block.stopped]
    signed = any(block.role in FURNITURE for block in above)
    sure = signed or any(_is_menu(block) for block in open_)
    menus = [b for b in open_ if _is_menu(b) or (sure and _is_row(b))]
    sites = [b for b in open_ if (named or signed) and _is_site(b.text)]
    paged = sum(block.role in FURNITURE for block in blocks) >= _SIGNS
    sure = sure or bool(menus) or bool(sites) or (named and paged)
    if sure or (named and _are_sections(above, title)):
        for block in open_:
            if block.words <= _SECTION_WORDS or block in menus or block in sites:
                block.role = Role.FURNITURE


def _is_menu(block: Block) -> bool:
    """Tell a line cut into parts: "News | Sport"."""
    return block.words <= _MASTHEAD_WORDS and bool(_MENU.search(block.text))


def _is_row(block: Block) -> bool:
    """Tell "News Weather Sports Watch"; without a surer sign it may be a headline."""
    return _SECTION_WORDS < block.words <= _MASTHEAD_WORDS and is_row_of_names(
        block.text
    )


def _is_site(text: str) -> bool:
    return is_site(text) or bool(_TAGLINE.match(text))


def _are_sections(above: Sequence[Block], title: Block) -> bool:
    """Tell "Sport", "Cycling" over a headline from a text's own short lines."""
    open_ = [block for block in above if block.open]
    if title.words < _TITLE_WORDS or len(open_) > _STACKED:
        return False
    if len(open_) == 1:
        return open_[0] is above[-1]
    parted = any(block.gap for block in (*open_[1:], title))
    short = all(b.words <= _STACKED_WORDS and b.text[0].isupper() for b in open_)
    return short and not parted
