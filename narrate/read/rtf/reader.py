"""The reader of RTF: a walk over the file, and what each paragraph of it is."""

import re
from collections import Counter
from collections.abc import Sequence

from narrate.errors import ArticleError
from narrate.model import Line
from narrate.read.base import ITEM, Page, Source, letters
from narrate.read.rtf.base import Facts, Look, Paragraph
from narrate.read.rtf.walk import Walk
from narrate.roles import Role

_STYLES = (
    ("heading", Role.HEADING),
    ("subtitle", Role.DEK),
    ("title", Role.TITLE),
    ("caption", Role.CAPTION),
    ("footnote text", Role.FOOTNOTE),
    ("endnote text", Role.FOOTNOTE),
    ("quote", Role.QUOTE),
    ("block text", Role.QUOTE),
    ("bibliography", Role.REFERENCE),
)
_PAGE = re.compile(r"(?i)\W*(?:page )?\d{1,4}(?: (?:of|/) \d{1,4})?\W*")
_HEADING_WORDS = 14
_LARGER = 1.15  # times the size of most letters
_MOSTLY = 0.9
_TITLE_REACH = 4  # paragraphs
_BYLINE_REACH = 8


def read_rtf(source: Source) -> Page:
    """Read an RTF file; raises ArticleError for one without a word."""
    walk = Walk()
    walk.run(source.data.decode("latin-1"))
    paragraphs = walk.body.end(walk.group)
    if not any(c.isalnum() for paragraph in paragraphs for c in paragraph.text):
        raise ArticleError(
            source.name, "holds no words", "Give a file with the article's text"
        )
    roles = _roles(paragraphs, walk.facts)
    told = [
        (paragraph.text, role)
        for paragraph, role in zip(paragraphs, roles, strict=True)
    ]
    for head in walk.heads:
        number = _PAGE.fullmatch(head.text)
        told.append((head.text, Role.PAGE_NUMBER if number else Role.FURNITURE))
    lines = tuple(Line(text, at, role) for at, (text, role) in enumerate(told, 1))
    cut = "The file ends in the middle: words at its end may be missing."
    return Page(
        lines,
        title=next((line.text for line in lines if line.hint is Role.TITLE), ""),
        byline=_byline(walk.facts.author, paragraphs),
        notices=() if walk.facts.ended else (cut,),
    )


def _roles(paragraphs: Sequence[Paragraph], facts: Facts) -> list[Role]:
    usual = _usual(paragraphs)
    roles = [_role(paragraph, facts, usual) for paragraph in paragraphs]
    if Role.TITLE in roles:
        return roles
    key = letters(facts.title)
    kinds = Counter(
        _kind(paragraph)
        for paragraph, role in zip(paragraphs, roles, strict=True)
        if role is Role.HEADING
    )
    for at, paragraph in enumerate(paragraphs[:_TITLE_REACH]):
        alone = roles[at] is Role.HEADING and kinds[_kind(paragraph)] == 1
        if alone or (key and letters(paragraph.text) == key):
            roles[at] = Role.TITLE
            break
    return roles


def _kind(paragraph: Paragraph) -> tuple[int, int, Look]:
    """Tell headings of one rank from others."""
    looks = paragraph.looks
    most = max(looks, key=lambda look: looks[look], default=Look())
    return paragraph.style, paragraph.level, most


def _role(paragraph: Paragraph, facts: Facts, usual: Look) -> Role:
    if paragraph.role:
        return paragraph.role
    style = facts.styles.get(paragraph.style, "")
    for name, role in _STYLES:
        if style.startswith(name):
            return role
    stands_out = not paragraph.item and _stands_out(paragraph, usual)
    if paragraph.level >= 0 or stands_out:
        return Role.HEADING
    item = paragraph.item or ITEM.match(paragraph.text)
    return Role.LIST_ITEM if item else Role.PARAGRAPH


def _stands_out(paragraph: Paragraph, usual: Look) -> bool:
    """Tell a short line that is larger or bolder than the text."""
    text, count = paragraph.text, paragraph.looks.total()
    if len(text.split()) > _HEADING_WORDS or text[-1] in ".,;:":
        return False
    bold = sum(n for look, n in paragraph.looks.items() if look.bold)
    large = sum(
        n
        for look, n in paragraph.looks.items()
        if look.half_points > _LARGER * usual.half_points
    )
    return max(large, 0 if usual.bold else bold) > _MOSTLY * count


def _usual(paragraphs: Sequence[Paragraph]) -> Look:
    looks: Counter[Look] = Counter()
    for paragraph in paragraphs:
        looks += paragraph.looks
    return max(looks, key=lambda look: looks[look], default=Look())


def _byline(author: str, paragraphs: Sequence[Paragraph]) -> str:
    """Take the author that the file names if its first lines do: many are typists."""
    first = letters(" ".join(p.text for p in paragraphs[:_BYLINE_REACH]))
    named = len(author.split()) > 1 and letters(author) in first
    return author if named else ""
