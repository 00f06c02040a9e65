"""The page that lists the episodes: plain HTML, no script, native players."""

import re
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from datetime import date
from html import escape

from narrate.options import Kind
from narrate.publish.feed.episodes import Entry
from narrate.publish.feed.links import link_to
from narrate.publish.serve.allowed import PLAYER

_MOST_PLAYERS = 50
"""A browser builds each player's buttons at once: a thousand make a page stall."""

# What HTML may not hold, though JSON does: controls, halves of surrogates and the like.
_NO_HTML = re.compile("[\x00-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
_LANGUAGE = re.compile(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8}){0,4}")
_DATE = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")
_MONTHS = (
    "January February March April May June July August September October November "
    "December"
).split()

# Works from 320 px on and at any size of letters; colours follow the system's, light or
# dark, each pair 7:1 and more.
_STYLE = """
:root { color-scheme: light dark; --ink: #1b1b1b; --paper: #fff; --link: #0b4a8f }
@media (prefers-color-scheme: dark) {
  :root { --ink: #f0f0f0; --paper: #161616; --link: #9cc9ff }
}
body { margin: 0 auto; padding: 1rem; max-width: 42rem; color: var(--ink);
  background: var(--paper); font: 1.125rem/1.6 system-ui, sans-serif;
  overflow-wrap: anywhere }
h1, h2 { line-height: 1.25 }
h2 { margin: 2rem 0 .25rem; font-size: 1.375rem }
p, ul { margin: .25rem 0 }
a { color: var(--link) }
:focus-visible { outline: .1875rem solid; outline-offset: .125rem }
article ul { padding: 0; list-style: none; display: flex; flex-wrap: wrap; gap: 0 1rem }
article a { display: inline-block; padding: .25rem 0 }
audio { width: 100%; margin: .5rem 0 }
"""


def index_page(
    title: str, base_url: str, entries: Iterable[Entry], has: Callable[[str], bool]
) -> Iterator[str]:
    """Write the page; `has` tells whether a file is there."""
    feed = _text(f"{base_url}/feed.xml")
    yield f"""<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{_text(title)}</title>
<link rel="alternate" type="application/rss+xml" title="Podcast feed" href="/feed.xml">
<style>{_STYLE}</style>
</head>
<body>
<header>
<h1>{_text(title)}</h1>
<p>To listen in a podcast app, add a podcast by its address:
<a href="/feed.xml">{feed}</a></p>
</header>
<main>
"""
    at = -1
    for at, entry in enumerate(entries):
        yield from _episode(entry, has, player=at < _MOST_PLAYERS)
    if at < 0:
        yield "<p>No episode yet. Make one: narrate build ARTICLE</p>\n"
    yield "</main>\n</body>\n</html>\n"


def _episode(
    entry: Entry, has: Callable[[str], bool], *, player: bool
) -> Iterator[str]:
    title, record = _text(entry.title), entry.record
    language = record.language if _LANGUAGE.fullmatch(record.language) else ""
    spoken = f' lang="{language}"' if language else ""
    yield f'<article>\n<h2{spoken} dir="auto">{title}</h2>\n'
    yield f"<p>{', '.join(_facts(entry))}</p>\n"
    links = {file.kind: _link(entry.path(file)) for file in reversed(record.files)}
    if player:
        source, name = links[Kind.MP3], f'aria-label="{title}"'
        yield f'<audio controls preload="none" src="{source}" {name}></audio>\n'
    own = f"{entry.folder}/{PLAYER}".lstrip("/")
    pages = [("Read along", _link(own))] if entry.folder and has(own) else []
    kinds = (("Transcript", Kind.HTML), ("MP3", Kind.MP3))
    pages += [(word, links[kind]) for word, kind in kinds if kind in links]
    yield "<ul>\n"
    for word, link in pages:  # the title makes each link clear where it is read alone
        yield f'<li><a href="{link}" aria-label="{word}: {title}">{word}</a></li>\n'
    yield "</ul>\n</article>\n"


def _facts(entry: Entry) -> Iterator[str]:
    record = entry.record
    if day := written(record.published):
        yield f'<time datetime="{record.published}">{day}</time>'
    if record.byline:
        yield f'<span dir="auto">{_text(record.byline)}</span>'
    yield in_words(record.length_ms)
    count = len(record.chapters)
    yield "1 chapter" if count == 1 else f"{count} chapters"


def in_words(length_ms: int) -> str:
    """Write a length as a listener plans by it.

    >>> in_words(29_000), in_words(61_000), in_words(3_723_000)
    ('less than a minute', '1 minute', '1 hour 2 minutes')
    """
    hours, minutes = divmod((length_ms + 30_000) // 60_000, 60)
    counts = ((hours, "hour"), (minutes, "minute"))
    words = [f"{n} {unit}{'s' * (n != 1)}" for n, unit in counts if n > 0]
    return " ".join(words) or "less than a minute"


def written(published: str) -> str:
    """Write a date in words; nothing for what is no date.

    >>> written("2026-11-03"), written("2026-11"), written("soon")
    ('3 November 2026', 'November 2026', '')
    """
    found = _DATE.fullmatch(published)
    if not found:
        return ""
    year, month, day = found.groups()
    with suppress(ValueError):  # no 31 February, no year 0
        when = date(int(year), int(month or 1), int(day or 1))
        words = [str(when.day)] if day else []
        words += [_MONTHS[when.month - 1]] if month else []
        return " ".join((*words, year))
    return ""


def _link(path: str) -> str:
    return link_to("", path)


def _text(text: str) -> str:
    """Write any text as HTML, on one line."""
    return escape(_NO_HTML.sub("\ufffd", " ".join(text.split())))
