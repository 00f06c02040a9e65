"""What stands above an article: title, deck, author, date, the first picture."""

import re

from narrate.read.base import letters
from narrate.read.choose import Choice
from narrate.read.people import byline_names, is_name, iso_date
from narrate.read.place import link_share
from narrate.read.tags import HEADINGS, Element, name_of
from narrate.read.walk import Found
from narrate.roles import FURNITURE, PICTURES, Role

_TITLE_LETTERS = 10  # a shorter heading stands in many a title by chance
_REACH = 40  # blocks between a title and the first sentence
_PICTURE_REACH = 8  # blocks above a title: a picture may be the first thing
_SHORT_WORDS = 20
_DEK_WORDS = (4, 70)
_SENTENCE_WORDS = 8
_MANY_LINKS = 0.6
_BY = re.compile(r"(?i)\bby\b")
_DATED = re.compile(
    r"(?i)\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?,? "
    r"(?:\d{1,2}(?:st|nd|rd|th)?,? )?\d{4}\b|\b\d{4}-\d\d-\d\d"
)
_DEK = re.compile(
    r"(?i)(?:^|[-_\s])(?:dek|deck|sub-?(?:title|head(?:line|ing)?)|standfirst|summary"
    r"|lede?|intro|excerpt|description|tagline|kicker-text)"
)
_TAIL = re.compile(r"\s+(?:[|–—·•»:-]|::)\s+")
_TAIL_WORDS = 6


def find_title(choice: Choice) -> int | None:
    """Find the heading that is the article's title: the metadata's, or the only h1."""
    wanted = letters(choice.taken.title)
    found: list[tuple[int, int, int]] = []
    for at, block in enumerate(choice.blocks):
        level = _level(block.element)
        if block.role is not Role.HEADING or not level:
            continue
        key = letters(block.text)
        match = len(key) if _same_title(key, wanted) else 0
        found.append((match, -level, at))
    best = max(found, default=(0, 0, 0), key=lambda one: (one[0], one[1], -one[2]))
    if best[0]:
        return best[2]
    ones = [at for _, level, at in found if level == -1 and at <= choice.first]
    return ones[-1] if ones else None


def _same_title(key: str, wanted: str) -> bool:
    if not key or not wanted:
        return False
    long = len(key) >= _TITLE_LETTERS
    return key == wanted or (long and (key in wanted or wanted in key))


def _level(element: Element) -> int:
    """Give the level of the heading that an element is, or is in."""
    node: Element | None = element
    for _ in range(4):
        if node is None:
            break
        if name_of(node) in HEADINGS:
            return int(name_of(node)[1])
        node = node.getparent()
    return 0


def bare_title(title: str, site: str) -> str:
    """Take the site's name off a title."""
    parts = _TAIL.split(title)
    marks = _TAIL.findall(title)
    while len(parts) > 1:
        tail = letters(parts[-1])
        named = tail in letters(site) or letters(site) in tail if site else False
        if not named and (len(marks) > 1 or len(parts[-1].split()) > _TAIL_WORDS):
            break
        if not named and len(parts[0].split()) <= len(parts[-1].split()):
            break
        parts.pop()
        marks.pop()
    out = parts[0]
    for mark, part in zip(marks, parts[1:], strict=False):
        out += mark + part
    return out.strip()


def label_above(choice: Choice) -> int | None:
    """Give the blocks above the article their roles; tell where the title is."""
    title = find_title(choice)
    if title is not None:
        choice.roles[title] = Role.TITLE
        for at in range(title):
            if not choice.around(at)[1]:
                choice.roles[at] = choice.around(at)[0] or Role.FURNITURE
        for at in range(max(0, title - _PICTURE_REACH), title):
            if choice.blocks[at].role in PICTURES and _beside(choice, at, title):
                choice.roles[at] = choice.blocks[at].role
    start = title + 1 if title is not None else max(0, choice.first - _PICTURE_REACH)
    deks = 0
    for at in range(start, min(choice.first + 3, start + _REACH, len(choice.blocks))):
        role = _above(choice, at, title)
        if role is Role.DEK:
            deks += 1
            whole = len(choice.blocks[at].text.split()) >= _SENTENCE_WORDS
            again = Role.PARAGRAPH if whole else None
            role = role if deks == 1 else again
        if role and (at < choice.first or role in {Role.BYLINE, Role.DATE}):
            choice.roles[at] = role
    return title


def _beside(choice: Choice, at: int, title: int) -> bool:
    """Tell whether a block shares a small part of the page with the title."""
    sign, inside = choice.around(at)
    if sign:
        return False
    if inside and choice.around(title)[1]:
        return True
    near: Element | None = choice.blocks[title].element
    for _ in range(3):
        near = near.getparent() if near is not None else None
        if near is None or name_of(near) in {"body", "html"}:
            return False
        node: Element | None = choice.blocks[at].element
        while node is not None:
            if node is near:
                return True
            node = node.getparent()
    return False


def _above(choice: Choice, at: int, title: int | None) -> Role | None:
    """Tell what a block between title and article is; none where it is furniture."""
    block = choice.blocks[at]
    sign, _ = choice.around(at)
    if block.role in FURNITURE or sign:
        return None
    if block.role in PICTURES:
        own = letters(block.text) in letters(" ".join(choice.taken.authors))
        return None if own else block.role
    words = len(block.text.split())
    if words <= _SHORT_WORDS and (signed := _byline_or_date(choice, block)):
        return signed
    low, high = _DEK_WORDS
    if at >= choice.first or title is None or not low <= words <= high:
        return None
    if link_share(block.element) > _MANY_LINKS:
        return None
    return Role.DEK if _is_dek(choice, block) else None


def _byline_or_date(choice: Choice, block: Found) -> Role | None:
    if byline_names(block.text) or _is_author(choice, block.text):
        return Role.BYLINE
    dated = iso_date(block.text) or _DATED.search(block.text)
    if dated or any(True for _ in block.element.iter("time")):
        return Role.DATE
    return None


def _is_author(choice: Choice, text: str) -> bool:
    key = letters(text)
    for name in choice.taken.authors:
        own = letters(name)
        if own and own in key and (_BY.search(text) or len(key) <= 2 * len(own)):
            return is_name(name) or " " in name
    return False


def _is_dek(choice: Choice, block: Found) -> bool:
    node: Element | None = block.element
    for _ in range(3):
        if node is not None and _DEK.search(node.get("class") or ""):
            return True
        node = node.getparent() if node is not None else None
    about = letters(choice.taken.description)
    key = letters(block.text)
    if about and (key in about or about[:60] in key):
        return True
    return block.role in {Role.HEADING, Role.PARAGRAPH}
