"""An episode's notes: its summary, its chapters, and where to read it, in HTML."""

from collections.abc import Iterable, Iterator
from html import escape

from narrate.options import primary
from narrate.publish.feed.links import escaped, is_web
from narrate.publish.feed.tags import one_line
from narrate.publish.feed.times import clock, exact
from narrate.publish.record import Record

_LONGEST_TITLE = 250
_WORDS = {
    "de": ("Zum Mitlesen", "Der Artikel"),
    "en": ("Read along", "The article"),
}


Place = tuple[str, str, bool]
"""A chapter's exact start, its title, and whether it is an aside."""


def places_of(record: Record) -> tuple[Place, ...]:
    """List the chapters as a feed needs them twice."""
    return tuple(
        (
            exact(chapter.start_ms),
            one_line(chapter.title, _LONGEST_TITLE),
            chapter.aside,
        )
        for chapter in record.chapters
    )


def notes_of(record: Record, places: Iterable[Place], own: str) -> str:
    """Write the notes; apps make a link of each time that begins a line.

    Only with the tags that Apple shows: p, ul, li, a. Asides are not listed, as a
    listener may want to skip them: they are chapters for all that. `own` is the
    address of the episode's own page, or nothing.
    """
    return "\n".join(_lines(record, places, own))


def _lines(record: Record, places: Iterable[Place], own: str) -> Iterator[str]:
    if record.summary:
        yield f"<p>{_plain(record.summary)}</p>"
    listed = [
        f"<li>{clock(start)} {escape(title)}</li>"
        for start, title, aside in places
        if not aside
    ]
    if listed:
        yield from ("<ul>", *listed, "</ul>")
    read_along, article = _WORDS.get(primary(record.language), _WORDS["en"])
    if own:
        yield f'<p><a href="{_plain(own)}">{read_along}</a></p>'
    if is_web(record.url):
        yield f'<p><a href="{_plain(escaped(record.url))}">{article}</a></p>'
    if record.voice:
        yield f"<p>{_plain(record.voice)}</p>"


def _plain(text: str) -> str:
    """Write text as HTML; so no `]]>` is left, which would end a CDATA section."""
    return escape(" ".join(text.split()))
