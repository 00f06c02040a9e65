"""One episode's tags."""

from narrate.options import Kind
from narrate.publish.feed.channel import Channel
from narrate.publish.feed.episodes import Entry
from narrate.publish.feed.links import escaped, is_web, link_to
from narrate.publish.feed.notes import notes_of
from narrate.publish.feed.tags import Tag, Tags, one_line
from narrate.publish.feed.times import exact, mail_date
from narrate.publish.record import Record

_LONGEST_TITLE = 250  # shops cut at 255
_LONGEST_NAME = 128  # as podcast:person allows
_CAPTIONS = {"rel": "captions"}

_TRANSCRIPTS: tuple[tuple[Kind, dict[str, str]], ...] = (
    (Kind.VTT, _CAPTIONS),
    (Kind.SRT, _CAPTIONS),
    (Kind.JSON, _CAPTIONS),  # has its times too; HTML only those of its chapters
    (Kind.HTML, {}),
)


def item_tags(channel: Channel, entry: Entry) -> Tags:
    """Give the tags of an episode that has an MP3."""
    record = entry.record
    links = _links(channel, entry)
    title = one_line(entry.title, _LONGEST_TITLE)
    author = one_line(record.byline, _LONGEST_NAME)
    page = escaped(record.url) if is_web(record.url) else links.get(Kind.HTML, "")
    yield Tag("title", title)
    if page:
        yield Tag("link", page)
    yield Tag("guid", record.guid, {"isPermaLink": "false"})
    yield Tag("pubDate", mail_date(entry.published_at))
    yield Tag("description", record.summary or title)
    yield _enclosure(record, links)
    yield Tag("itunes:duration", str(round(record.length_ms / 1000)))
    yield Tag("itunes:explicit", str(channel.explicit).lower())
    yield Tag("itunes:episodeType", "full")
    if Kind.COVER in links:
        yield Tag("itunes:image", attributes={"href": links[Kind.COVER]})
    if author:
        yield Tag("itunes:author", author)
        yield Tag("podcast:person", author, {"role": "author", "group": "writing"})
    yield from _documents(record, links)
    yield Tag("content:encoded", notes_of(record, links.get(Kind.HTML, "")), html=True)
    if record.chapters:
        yield _simple_chapters(record)


def _links(channel: Channel, entry: Entry) -> dict[str, str]:
    """Give the link of the first file of each kind."""
    base = link_to(channel.base_url, entry.folder)
    files = reversed(entry.record.files)
    return {file.kind: link_to(base, file.name) for file in files}


def _enclosure(record: Record, links: dict[str, str]) -> Tag:
    file = record.file(Kind.MP3)
    assert file  # noqa: S101 - read_episodes leaves out those that have none
    about = {"url": links[Kind.MP3], "length": str(file.size), "type": file.media_type}
    return Tag("enclosure", attributes=about)


def _documents(record: Record, links: dict[str, str]) -> Tags:
    """Point apps to what they can read."""
    chapters = record.file(Kind.CHAPTERS)
    if chapters:
        about = {"url": links[Kind.CHAPTERS], "type": chapters.media_type}
        yield Tag("podcast:chapters", attributes=about)
    for kind, rel in _TRANSCRIPTS:
        if file := record.file(kind):
            about = {"url": links[kind], "type": file.media_type}
            language = {"language": record.language} if record.language else {}
            yield Tag("podcast:transcript", attributes=about | language | rel)


def _simple_chapters(record: Record) -> Tag:
    """Give Podlove's chapters: the only ones in a feed that gPodder reads."""
    inside = tuple(
        Tag(
            "psc:chapter",
            "",
            {
                "start": exact(chapter.start_ms),
                "title": one_line(chapter.title, _LONGEST_TITLE),
            },
        )
        for chapter in record.chapters
    )
    return Tag("psc:chapters", attributes={"version": "1.2"}, inside=inside)
