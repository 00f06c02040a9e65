"""The title of a web page's article: on the page, and without the site's name."""

import re

from narrate.read.base import letters
from narrate.read.markup.choose import Choice
from narrate.read.markup.tags import HEADINGS, Element, name_of
from narrate.roles import Role

_TITLE_LETTERS = 10  # a shorter heading stands in many a title by chance
_TAIL = re.compile(r"\s+(?:[|–—·•«»:-]|::)\s+")
_TAIL_WORDS = 6


def find_title(choice: Choice) -> int | None:
    """Find the heading that is the article's title: the metadata's, or the only h1."""
    title, site = choice.taken.title, choice.taken.site
    wanted = {letters(title), letters(bare_title(title, site))}
    found: list[tuple[float, int, int]] = []
    for at, block in enumerate(choice.blocks[: choice.last + 1]):
        level = _level(block.element)
        if block.role is not Role.HEADING or not level:
            continue
        if letters(block.text) == letters(site):
            continue
        alike = max(_likeness(letters(block.text), key) for key in wanted)
        if alike == 1 or not choice.around(at)[0]:
            found.append((alike, -level, -at))
    best = max(found, default=(0, 0, 0))
    if best[0]:
        return -best[2]
    ones = [-at for _, level, at in found if level == -1 and -at <= choice.first]
    return ones[-1] if ones else None


def _likeness(key: str, wanted: str) -> float:
    """Tell how much of the one title is in the other, where either holds the other."""
    if not key or not (key in wanted or wanted in key):
        return 0
    less, more = sorted((len(key), len(wanted)))
    return less / more if less >= _TITLE_LETTERS or less == more else 0


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
