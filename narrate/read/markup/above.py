"""What stands above an article: deck, author, date, the first picture."""

import re

from narrate.read.base import letters
from narrate.read.labels.people import byline_names, is_name
from narrate.read.labels.when import iso_date
from narrate.read.markup.choose import Choice
from narrate.read.markup.headline import find_title
from narrate.read.markup.home import is_button, is_ended
from narrate.read.markup.place import link_share, words_in
from narrate.read.markup.tags import Element, name_of
from narrate.read.markup.walk import Found
from narrate.roles import FURNITURE, PICTURES, Role

_REACH = 40  # blocks between a title and the first sentence
_PICTURE_REACH = 8  # blocks above a title: a picture may be the first thing
_STEPS = 3  # from a block up to what says what it is, or is the head of the article
_TITLE_WORDS = 12
_SHORT_WORDS = 20
_SENTENCE_WORDS = 8
_PARAGRAPH_WORDS = 20
_DEK_WORDS = 4
_MANY_LINKS = 0.6
_OVER = frozenset({Role.DEK, Role.BYLINE, Role.PARAGRAPH, Role.HEADING})
_BY_ONE = re.compile(r"By [A-Z][\w'’-]+")  # a pen name, right where a name is due
_BY = re.compile(r"(?i)\bby\b")
_DATED = re.compile(
    r"(?i)\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?,? "
    r"(?:\d{1,2}(?:st|nd|rd|th)?,? )?\d{4}\b|\b\d{4}-\d\d-\d\d"
)
_DEK = re.compile(
    r"(?i)(?:^|[-_\s])(?:dek|deck|sub-?(?:title|head(?:line|ing)?)|standfirst|summary"
    r"|lede?|intro|excerpt|description|tagline)"
)


def label_above(choice: Choice) -> int | None:
    """Give the blocks above the article their roles; tell where the title is."""
    title = find_title(choice)
    top = max(-1, choice.first - _PICTURE_REACH) if title is None else title
    signed = _signed(choice, top)
    begin = _begin(choice, max(signed, default=top))
    if title is None and not choice.taken.title:
        title = _nameless(choice, begin - 1)
        top = top if title is None else title
    if title is not None:
        for at in range(title):
            kept = choice.blocks[at].role in PICTURES and title - at <= _PICTURE_REACH
            shown = kept and _is_beside(choice, at, title)
            role = choice.around(at)[0] or Role.FURNITURE
            choice.roles[at] = choice.blocks[at].role if shown else role
        choice.roles[title] = Role.TITLE
    above = Role.FURNITURE if title is None else Role.TITLE
    for at in range(top + 1, begin):
        role = signed.get(at) or _above(choice, at, above)
        choice.roles[at] = role
        above = role if role in _OVER else above
    for at in range(begin, len(choice.blocks)):
        if choice.roles[at] is Role.PARAGRAPH and _heads_post(choice.blocks[at]):
            choice.roles[at] = (
                _byline_or_date(choice, choice.blocks[at]) or (choice.roles[at])
            )
    return title


def _heads_post(block: Found) -> bool:
    """Tell the head of a post, of which a live page has many: when, and by whom."""
    short = words_in(block.text) <= _TITLE_WORDS
    return short and name_of(block.element) == "header"


def _nameless(choice: Choice, at: int) -> int | None:
    """Take the line right above the first sentence, on a page that names no title."""
    if at < 0 or choice.blocks[at].role is not Role.PARAGRAPH:
        return None
    sign, inside = choice.around(at)
    block = choice.blocks[at]
    short = words_in(block.text) <= _TITLE_WORDS and "." not in block.text
    bare = link_share(block.element) < _MANY_LINKS
    return at if inside and not sign and short and bare else None


def _signed(choice: Choice, title: int) -> dict[int, Role]:
    """Find authors and dates; one paragraph may stand before them, the deck."""
    found: dict[int, Role] = {}
    paragraphs = 0
    for at in range(title + 1, min(title + _REACH, len(choice.blocks))):
        block = choice.blocks[at]
        words = words_in(block.text)
        if at in choice.sure and words >= _PARAGRAPH_WORDS:
            paragraphs += 1
            if paragraphs > 1:
                break
        elif words <= _SHORT_WORDS and block.role not in FURNITURE | PICTURES:
            role = _byline_or_date(choice, block)
            if role and not choice.around(at)[0]:
                found[at] = role
    return found


def _begin(choice: Choice, after: int) -> int:
    """Tell where the article's first sentence is."""
    for at in range(after + 1, min(after + _REACH, len(choice.blocks))):
        block = choice.blocks[at]
        whole = words_in(block.text) >= _SENTENCE_WORDS
        sure = at in choice.sure and block.role is Role.PARAGRAPH and whole
        if sure and not _is_marked_dek(block):
            return at
    return after + 1


def _above(choice: Choice, at: int, above: Role) -> Role:
    """Tell what a block between title and article is, given what stands over it."""
    block = choice.blocks[at]
    sign, inside = choice.around(at)
    if block.role in FURNITURE or sign:
        return sign or block.role
    if is_button(block):
        return Role.SHARE
    if block.role in PICTURES:
        face = letters(block.text) in map(letters, choice.taken.authors)
        return Role.FURNITURE if face else block.role
    if block.role is Role.TABLE and inside:
        return block.role
    return _words_above(choice, at, above)


def _words_above(choice: Choice, at: int, above: Role) -> Role:
    """Tell a deck from the article's first words, and those from the page's."""
    block = choice.blocks[at]
    words = words_in(block.text)
    if link_share(block.element) > _MANY_LINKS and not choice.is_own(at):
        return Role.FURNITURE
    if block.role is Role.HEADING and _has_like(choice, at):
        return block.role
    fresh = above is Role.TITLE or (above is Role.BYLINE and words > _SENTENCE_WORDS)
    beside = block.element.getparent() in choice.parents and words >= _PARAGRAPH_WORDS
    deck = block.role in {Role.HEADING, Role.PARAGRAPH} and words >= _DEK_WORDS
    if fresh and not beside and deck:
        return Role.DEK
    kept = at in choice.sure or words >= _SENTENCE_WORDS
    return block.role if kept or _is_own(choice, at, above) else Role.FURNITURE


def _is_own(choice: Choice, at: int, above: Role) -> bool:
    """Tell a short first sentence, list or heading of the article from a label."""
    block = choice.blocks[at]
    if not choice.is_own(at):
        return False
    begun = above in {Role.PARAGRAPH, Role.HEADING}
    return begun or block.role is not Role.PARAGRAPH or is_ended(block.text)


def _has_like(choice: Choice, at: int) -> bool:
    """Tell a heading over a part of the article from a deck: the next part has one."""
    if not choice.is_own(at):
        return False
    own = choice.blocks[at].element
    return any(
        other.role is Role.HEADING
        and name_of(other.element) == name_of(own)
        and other.element.getparent() is own.getparent()
        for other in choice.blocks[at + 1 : choice.last + 1]
    )


def _byline_or_date(choice: Choice, block: Found) -> Role | None:
    if is_button(block):
        return None
    named = byline_names(block.text) or _BY_ONE.fullmatch(block.text)
    if named or _is_author(choice, block.text):
        return Role.BYLINE
    dated = iso_date(block.text) or _DATED.search(block.text)
    timed = any(_is_in(time, block.text) for time in block.element.iter("time"))
    return Role.DATE if dated or timed else None


def _is_in(time: Element, text: str) -> bool:
    words = letters("".join(node.text or "" for node in time.iter()))
    return bool(words) and words in letters(text)


def _is_author(choice: Choice, text: str) -> bool:
    key = letters(text)
    for name in choice.taken.authors:
        own = letters(name)
        if own and own in key and (_BY.search(text) or len(key) <= 2 * len(own)):
            return is_name(name) or " " in name
    return False


def _is_marked_dek(block: Found) -> bool:
    node: Element | None = block.element
    for _ in range(_STEPS):
        if node is None or name_of(node) in {"article", "body"}:
            return False
        if _DEK.search(f"{node.get('class') or ''} {node.get('id') or ''}"):
            return True
        node = node.getparent()
    return False


def _is_beside(choice: Choice, at: int, title: int) -> bool:
    """Tell whether a picture above a title stands in the same head as the title."""
    sign, inside = choice.around(at)
    if sign or (inside and choice.around(title)[1]):
        return not sign
    heads: list[Element] = []
    node = choice.blocks[title].element.getparent()
    while node is not None and len(heads) < _STEPS:
        heads.append(node)
        node = node.getparent()
    heads = [head for head in heads if name_of(head) not in {"body", "html"}]
    node = choice.blocks[at].element
    while node is not None:
        if any(node is head for head in heads):
            return True
        node = node.getparent()
    return False
