"""One episode's tags."""

from collections.abc import Iterable

from narrate.options import Kind
from narrate.publish.feed.channel import Channel
from narrate.publish.feed.episodes import Entry
from narrate.publish.feed.links import escaped, is_web, link_to
from narrate.publish.feed.notes import Place, notes_of, places_of
from narrate.publish.feed.tags import Tag, Tags, one_line
from narrate.publish.feed.times import mail_date
from narrate.publish.record import File

_LONGEST_TITLE = 250  # shops cut at 255
_LONGEST_NAME = 128  # as podcast:person allows
_CAPTIONS = {"rel": "captions"}

_TRANSCRIPTS: tuple[tuple[Kind, dict[str, str]], ...] = (
    (Kind.VTT, _CAPTIONS),
    (Kind.SRT, _CAPTIONS),
    (Kind.JSON, _CAPTIONS),  # has its times too; HTML only those of its chapters
    (Kind.HTML, {}),
)


Found = dict[str, tuple[str, File]]
"""The link of the first file of each kind, and what is known of it."""


def item_tags(channel: Channel, entry: Entry) -> Tags:
    """Give the tags of an episode that has an MP3."""
    record = entry.record
    found = _found(channel, entry)
    pages = [found[kind][0] for kind in (Kind.PAGE, Kind.HTML) if kind in found]
    own = pages[0] if pages else ""
    title = one_line(entry.title, _LONGEST_TITLE)
    author = one_line(record.byline, _LONGEST_NAME)
    page = escaped(record.url) if is_web(record.url) else own
    places = places_of(record)
    yield Tag("title", title)
    if page:
        yield Tag("link", page)
    yield Tag("guid", record.guid, {"isPermaLink": "false"})
    yield Tag("pubDate", mail_date(entry.published_at))
    yield Tag("description", record.summary or title)
    yield _enclosure(*found[Kind.MP3])
    yield Tag("itunes:duration", str(round(record.length_ms / 1000)))
    yield Tag("itunes:explicit", str(channel.explicit).lower())
    yield Tag("itunes:episodeType", "full")
    if Kind.COVER in found:
        yield Tag("itunes:image", "", {"href": found[Kind.COVER][0]})
    if author:
        yield Tag("itunes:author", author)
        yield Tag("podcast:person", author, {"role": "author", "group": "writing"})
    yield from _documents(found, record.language)
    yield Tag("content:encoded", notes_of(record, places, own), html=True)
    if places:
        yield _simple_chapters(places)


def _found(channel: Channel, entry: Entry) -> Found:
    base = link_to(channel.base_url, entry.folder)
    files = reversed(entry.record.files)
    return {file.kind: (link_to(base, file.name), file) for file in files}


def _enclosure(url: str, file: File) -> Tag:
    about = {"url": url, "length": str(file.size), "type": file.media_type}
    return Tag("enclosure", "", about)


def _documents(found: Found, language: str) -> Tags:
    """Point apps to what they can read."""
    if Kind.CHAPTERS in found:
        url, file = found[Kind.CHAPTERS]
        yield Tag("podcast:chapters", "", {"url": url, "type": file.media_type})
    spoken = {"language": language} if language else {}
    for kind, rel in _TRANSCRIPTS:
        if kind in found:
            url, file = found[kind]
            about = {"url": url, "type": file.media_type, **spoken, **rel}
            yield Tag("podcast:transcript", "", about)


def _simple_chapters(places: Iterable[Place]) -> Tag:
    """Give Podlove's chapters: the only ones in a feed that gPodder reads."""
    inside = tuple(
        Tag("psc:chapter", "", {"start": start, "title": title})
        for start, title, _ in places
    )
    return Tag("psc:chapters", "", {"version": "1.2"}, inside)
