import io
from collections.abc import Iterable, Iterator
from pathlib import Path
from xml.etree import ElementTree as ET

import feedparser
import podcastparser
import pytest
from hypothesis import given
from hypothesis import strategies as st

import narrate
from narrate.heard import Chapter
from narrate.options import Kind
from narrate.publish.base import FORMS
from narrate.publish.feed.channel import Channel
from narrate.publish.feed.episodes import Entry, find_episodes
from narrate.publish.feed.feed import write_feed
from narrate.publish.feed.tags import NAMESPACES
from narrate.publish.record import File, Record
from tests.episodes import CHANGED_S, KINDS, chapter, episode

GOLDEN = Path(__file__).parent / "feed.xml"
SHOW = Channel(
    title="Trams & Trains",
    base_url="https://example.org/%C3%BCber/",
    author="Example Press",
    description="Articles on rails, read aloud.",
    image="cover.jpg",
    category="Society & Culture > Places & Travel",
    email="press@example.org",
    link="https://example.org/",
)


def written(channel: Channel, episodes: list[Entry]) -> bytes:
    file = io.BytesIO()
    write_feed(file, channel, episodes)
    return file.getvalue()


def two(tmp_path: Path) -> list[Entry]:
    episode(tmp_path / "the first")
    german = {"language": "de-AT", "byline": "", "published": "", "title": "Öl"}
    one = {"length_ms": 90_000, "chapters": [chapter("Anfang", 0, 90_000)]}
    episode(tmp_path / "zweite #2", [Kind.MP3], CHANGED_S, **german, **one)
    return find_episodes(tmp_path)


def items(feed: bytes) -> list[ET.Element]:
    return ET.fromstring(feed).findall("channel/item")  # noqa: S314 - our own


def value(element: ET.Element, path: str) -> str:
    return element.findtext(path, "(none)", dict(NAMESPACES))


def one(tmp_path: Path, kinds: Iterable[Kind] = KINDS, **more: object) -> ET.Element:
    """Write the feed of one episode; give its item."""
    episode(tmp_path / "a", kinds, CHANGED_S, **more)
    (item,) = items(written(SHOW, find_episodes(tmp_path)))
    return item


def test_a_feed_of_two_episodes_is_as_it_was(tmp_path: Path) -> None:
    feed = written(SHOW, two(tmp_path)).decode()
    assert feed.replace(f"narrate {narrate.__version__}<", "narrate 0<") == (
        GOLDEN.read_text(encoding="utf-8")
    )


def test_the_same_folder_gives_the_same_bytes(tmp_path: Path) -> None:
    first = written(SHOW, two(tmp_path))
    assert written(SHOW, find_episodes(tmp_path)) == first


def test_a_feed_may_have_no_episode_yet() -> None:
    feed = written(SHOW, [])
    assert items(feed) == []
    assert b"lastBuildDate" not in feed


def test_two_parsers_agree_on_items_enclosures_and_chapters(tmp_path: Path) -> None:
    feed = written(SHOW, two(tmp_path))
    theirs = feedparser.parse(feed)
    # gPodder leaves the fractions of a second away
    gpodder = podcastparser.parse("https://example.org/feed.xml", io.BytesIO(feed))
    assert not theirs.bozo
    assert [e.title for e in theirs.entries] == ["The story of the first", "Öl"]
    for entry, item in zip(theirs.entries, gpodder["episodes"], strict=True):
        (sound,), (same,) = entry.enclosures, item["enclosures"]
        assert entry.title == item["title"]
        assert entry.id == item["guid"]
        assert (sound.href, sound.type, int(sound.length)) == (
            (same["url"], same["mime_type"], same["file_size"])
        )
    first, second = gpodder["episodes"]
    assert first["total_time"] == 3724
    assert first["chapters"] == [
        {"start": 0, "title": "Introduction"},
        {"start": 18, "title": "Photo: a tram"},
        {"start": 31, "title": "Rails & wires"},
    ]
    assert second["chapters"] == [{"start": 0, "title": "Anfang"}]
    places = theirs.entries[0].psc_chapters.chapters
    assert [place.title for place in places] == [
        chapter["title"] for chapter in first["chapters"]
    ]
    assert gpodder["itunes_categories"] == [["Society & Culture", "Places & Travel"]]
    assert gpodder["cover_url"].endswith("/%C3%BCber/cover.jpg")


def test_every_file_has_its_length_type_and_whole_link(tmp_path: Path) -> None:
    item = one(tmp_path)
    base = "https://example.org/%C3%BCber/a/a"
    podcast = "{https://podcastindex.org/namespace/1.0}"
    enclosure = item.find("enclosure")
    assert enclosure is not None
    assert enclosure.attrib == {
        "url": f"{base}.mp3", "length": "1", "type": "audio/mpeg"
    }  # fmt: skip
    links = [tag.attrib for tag in item.iter(f"{podcast}transcript")]
    assert [(link["url"], link["type"], link.get("rel")) for link in links] == [
        (f"{base}.vtt", "text/vtt", "captions"),
        (f"{base}.srt", "application/x-subrip", "captions"),
        (f"{base}.transcript.json", "application/json", "captions"),
        (f"{base}.transcript.html", "text/html", None),
    ]
    assert {link["language"] for link in links} == {"en"}


def test_only_what_is_there_is_linked(tmp_path: Path) -> None:
    item = one(tmp_path, kinds=[Kind.MP3], source={"url": ""})
    tags = {tag.tag.rpartition("}")[2] for tag in item.iter()}
    assert not tags & {"transcript", "link", "image"}
    assert item.find("{https://podcastindex.org/namespace/1.0}chapters") is None
    assert "<a " not in value(item, "content:encoded")


def test_the_notes_list_chapters_but_no_asides(tmp_path: Path) -> None:
    notes = value(one(tmp_path), "content:encoded")
    assert "<li>00:00 Introduction</li>\n<li>00:31 Rails &amp; wires</li>" in notes
    assert "tram</li>" not in notes
    assert '/index.html">Read along</a>' in notes
    assert '<a href="https://example.org/a">The article</a>' in notes
    assert "Read aloud by a synthetic voice" in notes


def test_a_link_that_is_no_web_page_s_is_not_published(tmp_path: Path) -> None:
    item = one(tmp_path, source={"url": "javascript:alert(1)"})
    assert value(item, "link").endswith("a/index.html")
    assert "javascript" not in value(item, "content:encoded")


def test_without_a_page_the_transcript_is_read_along_with(tmp_path: Path) -> None:
    item = one(tmp_path, kinds=[Kind.MP3, Kind.HTML], source={"url": ""})
    assert value(item, "link").endswith("a.transcript.html")
    assert '.transcript.html">Read along</a>' in value(item, "content:encoded")


def test_a_link_with_a_space_is_escaped(tmp_path: Path) -> None:
    item = one(tmp_path, source={"url": "https://a.org/a b?c=%20&d=é#e"})
    assert value(item, "link") == "https://a.org/a%20b?c=%20&d=%C3%A9#e"


def test_html_in_an_article_stays_text(tmp_path: Path) -> None:
    hostile = '</p><script>x()</script> ]]> & "'
    item = one(tmp_path, summary=hostile, chapters=[chapter(hostile, 0, 9000)])
    assert value(item, "description") == hostile
    notes = value(item, "content:encoded")
    assert "<script" not in notes
    assert notes.count("&lt;script&gt;x()&lt;/script&gt; ]]&gt; &amp; &quot;") == 2


def test_a_title_of_a_book_s_length_is_cut_at_a_word(tmp_path: Path) -> None:
    title = value(one(tmp_path, title="long " * 20_000), "title")
    assert title == "long " * 49 + "…"
    assert len(value(one(tmp_path, title="x" * 100_000), "title")) == 250


@pytest.mark.parametrize(("explicit", "locked"), [(True, False), (False, True)])
def test_flags_are_written_in_each_one_s_own_words(
    *, explicit: bool, locked: bool
) -> None:
    channel = Channel("A", "https://a.org", explicit=explicit, locked=locked)
    show = ET.fromstring(written(channel, []))[0]  # noqa: S314 - our own
    assert value(show, "itunes:explicit") == ("true" if explicit else "false")
    assert value(show, "podcast:locked") == ("yes" if locked else "no")


def test_a_cover_elsewhere_keeps_its_link() -> None:
    channel = Channel("A", "https://a.org", image="https://b.org/c.png")
    assert b'<itunes:image href="https://b.org/c.png">' in written(channel, [])


def test_one_episode_is_in_memory_at_a_time(tmp_path: Path) -> None:
    (entry, *_) = two(tmp_path)
    seen: list[int] = []
    file = io.BytesIO()

    def coming() -> Iterator[Entry]:
        for _ in range(300):
            seen.append(len(file.getvalue()))
            yield entry

    write_feed(file, SHOW, coming())
    assert seen[250] > 200 * 1000  # what came before is written already


texts = st.text(st.characters(exclude_categories=()), max_size=30)
names = texts.filter(lambda text: not any("\ud800" <= c <= "\udfff" for c in text))


@given(texts, texts, names, texts, st.integers(0, 10**12))
def test_any_text_gives_a_feed_that_parses(
    title: str, summary: str, name: str, channel: str, start_ms: int
) -> None:
    sound = File(Kind.MP3, f"{name}.mp3", FORMS[Kind.MP3].media_type, 5, "")
    page = File(Kind.HTML, f"{name}.html", summary, 5, "")
    chapters = (Chapter(title, start_ms, start_ms + 1, aside=False),)
    record = Record(
        guid=title, title=title, byline=summary, published=title, language=channel,
        summary=summary, site=title, url=f"http://{title}", voice=summary,
        length_ms=start_ms, chapters=chapters, files=(sound, page),
    )  # fmt: skip
    show = Channel(channel, "https://a.org", summary, title, title, category=summary)
    feed = written(show, [Entry(name, record, 0.0)])
    (item,) = items(feed)
    assert b"\0" not in feed
    assert len(value(item, "title")) <= 250
