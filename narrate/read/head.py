"""What the file says of itself, and what the listener says instead."""

from collections.abc import Sequence
from dataclasses import replace

from narrate.errors import OptionError
from narrate.model import Line
from narrate.options import Reading
from narrate.read.base import Page, letters
from narrate.read.labels.when import is_iso_date
from narrate.roles import Role

_TITLE_REACH = 40  # lines: a saved page has its whole menu above the title


def told(page: Page, reading: Reading) -> Page:
    """Lay what the listener said over what the file says, and place the title.

    A title that stands nowhere on the page becomes line 0, so that it is heard.
    Raises OptionError for a date that is none.
    """
    if reading.published and not is_iso_date(reading.published):
        raise OptionError("--date", reading.published, "a date such as 2024-11-20")
    page = replace(
        page,
        title=reading.title or page.title,
        byline=reading.byline or page.byline,
        published=reading.published or page.published,
        site=reading.site or page.site,
        language=reading.language or page.language,
    )
    return replace(page, lines=_titled(page.lines, page.title)) if page.title else page


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
