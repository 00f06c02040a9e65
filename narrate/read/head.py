"""What the file says of itself, and what the listener says instead."""

from collections.abc import Sequence
from dataclasses import replace

from narrate.errors import OptionError
from narrate.model import Article, Dropped, Line, Passage
from narrate.options import Reading
from narrate.read.base import Page, letters
from narrate.read.labels.when import is_iso_date
from narrate.roles import Role

_TITLE_REACH = 40  # lines: a saved page has its whole menu above the title


def placed(page: Page) -> Page:
    """Place the file's own title; one that stands nowhere is line 0, to be heard."""
    return replace(page, lines=_titled(page.lines, page.title)) if page.title else page


def told(article: Article, reading: Reading) -> Article:
    """Lay what the listener said over what the page says.

    A title replaces the page's own, spoken too; the rest is for the file's tags. Raises
    OptionError for a date that is none.
    """
    if reading.published and not is_iso_date(reading.published):
        raise OptionError("--date", reading.published, "a date such as 2024-11-20")
    if reading.title:
        article = _retitled(article, reading.title)
    return replace(
        article,
        byline=reading.byline or article.byline,
        published=reading.published or article.published,
        site=reading.site or article.site,
    )


def _retitled(article: Article, title: str) -> Article:
    """Say another title, as line 0, and list the page's own as replaced."""
    own = [p for p in article.passages if p.role is Role.TITLE]
    dropped = (Dropped(p.text, p.lines, "replaced by --title") for p in own)
    others = (p for p in article.passages if p.role is not Role.TITLE)
    lines = (line for line in article.source if line.number)
    return replace(
        article,
        title=title,
        source=(Line(title, 0, Role.TITLE), *lines),
        passages=(Passage(Role.TITLE, title, (0,)), *others),
        dropped=(*article.dropped, *(d for d in dropped if d.lines != (0,))),
    )


def _titled(lines: Sequence[Line], title: str) -> tuple[Line, ...]:
    """Hint at the line that is the title; other titles are headings then."""
    key = letters(title)
    places = [
        at
        for at, line in enumerate(lines[:_TITLE_REACH])
        if key and letters(line.text) == key
    ]
    hinted = [at for at, line in enumerate(lines) if line.hint is Role.TITLE]
    hinted = [at for at in hinted if letters(lines[at].text) == key]
    at = (*hinted, *places, -1)[0]
    others = tuple(
        replace(line, hint=Role.HEADING) if line.hint is Role.TITLE else line
        for line in lines
    )
    if at < 0:
        return (Line(title, 0, Role.TITLE), *others)
    own = replace(lines[at], hint=Role.TITLE)
    return (*others[:at], own, *others[at + 1 :])
