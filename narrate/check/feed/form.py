"""The form of a feed: its first lines, its namespaces, how its elements are spelt."""

from collections.abc import Iterator

from narrate.check.base import Severity
from narrate.check.feed.base import Example, Feed, Tags, of_all, of_show, rule, shown
from narrate.check.feed.names import NAMESPACES, SPELT, is_misspelt, meant
from narrate.check.feed.sources import APPLE, APPLE_TAGS, PROFILE, PSP, RSS, XML
from narrate.check.rule import Hit

_ONCE = (
    "title",
    "link",
    "description",
    "language",
    "guid",
    "pubDate",
    "itunes:image",
    "itunes:explicit",
    "itunes:duration",
    "itunes:type",
    "podcast:guid",
    "podcast:locked",
    "podcast:medium",
    "podcast:chapters",
    "psc:chapters",
)
_EXACT = ("guid", "link", "language", "itunes:explicit", "itunes:type", "podcast:guid")


def _no_feed(feed: Feed) -> Iterator[str]:
    if feed.root == "atom:feed":
        yield "This is an Atom feed; podcasts are RSS."
    elif feed.root != "rss":
        yield f"This is XML, but no feed: it begins with <{shown(feed.root)}>."
    elif not feed.channel.named and not feed.episodes:
        yield "The feed has no <channel>, or nothing is in it."


def _version(feed: Feed) -> Iterator[str]:
    if feed.root == "rss" and feed.version != "2.0":
        told = f"version {shown(feed.version)}" if feed.version else "no version"
        yield f"The <rss> tag names {told} of RSS, not 2.0."


def _declaration(feed: Feed) -> Iterator[str]:
    if not feed.declared:
        yield "The first line does not say that the file is XML."


def _letters(feed: Feed) -> Iterator[str]:
    if feed.encoding.upper() not in {"UTF-8", "US-ASCII", "ASCII"}:
        yield f"The feed is written in {shown(feed.encoding)}, not in UTF-8."


def _doctype(feed: Feed) -> Iterator[str]:
    if feed.doctype:
        yield "The feed begins with a document type (<!DOCTYPE ...>)."


def _namespaces(feed: Feed) -> Iterator[str]:
    for prefix, url in feed.namespaces:
        if is_misspelt(prefix, url):
            right = NAMESPACES[meant(prefix, url)]
            told = f"“{shown(url, 100)}”, not “{right}”"
            yield f"The namespace {shown(prefix)} is {told}."


def _capitals(feed: Feed) -> Iterator[Hit]:
    for tag in feed.strange:
        right = SPELT[tag.name.lower()]
        yield Hit(f"<{tag.name}> must be written <{right}>.", f"line {tag.line}")


def _twice(tags: Tags, feed: Feed) -> Iterator[str]:
    del feed
    for name in _ONCE:
        if len(tags.all(name)) > 1:
            yield f"<{name}> is there {len(tags.all(name))} times."


def _spaces(tags: Tags, feed: Feed) -> Iterator[str]:
    del feed
    for name in _EXACT:
        tag = tags.first(name)
        if tag is not None and tag.text != tag.text.strip() and tag.text.strip():
            yield f"There are spaces or line ends around the text of <{name}>."


def _empty(feed: Feed) -> Iterator[str]:
    if feed.root == "rss" and feed.channel.named and not feed.episodes:
        yield "The feed has no episode."


_FIRST = '<?xml version="1.0" encoding="UTF-8"?>\n'
_ITUNES = 'xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd"'

RULES = (
    rule(
        "feed-kind",
        Severity.ERROR,
        APPLE,
        of_show(_no_feed),
        "Apple takes RSS 2.0 alone; a few apps read Atom, most say that there is no"
        " podcast here.",
        "Give the address of the RSS feed, or let your program write RSS 2.0.",
        (),
    ),
    rule(
        "feed-version",
        Severity.ERROR,
        RSS,
        of_show(_version),
        "Apple asks for RSS 2.0; the oldest versions know no files of episodes.",
        'Begin with <rss version="2.0" ...>.',
        (
            Example('<rss version="2.0"', '<rss version="0.91"'),
            Example('<rss version="2.0"', "<rss"),
        ),
    ),
    rule(
        "feed-empty",
        Severity.ERROR,
        APPLE,
        of_show(_empty),
        "No directory takes a show before its first episode.",
        "Publish an episode, be it a trailer of a minute.",
        (),
    ),
    rule(
        "xml-declaration",
        Severity.WARNING,
        APPLE,
        of_show(_declaration),
        "Apple asks for it; a reader that has to guess the letters guesses é wrong.",
        'Let the file begin with <?xml version="1.0" encoding="UTF-8"?>.',
        (Example(_FIRST, ""),),
    ),
    rule(
        "xml-encoding",
        Severity.WARNING,
        PSP,
        of_show(_letters),
        "Apple and PSP-1 ask for UTF-8; an app that takes every feed for UTF-8"
        " shows other letters wrongly.",
        'Save the feed as UTF-8 and let its first line say encoding="UTF-8".',
        (Example('encoding="UTF-8"', 'encoding="ISO-8859-1"'),),
    ),
    rule(
        "xml-doctype",
        Severity.WARNING,
        XML,
        of_show(_doctype),
        "Careful apps and hosts may refuse a feed that has one, as attacks come"
        " that way.",
        "Delete the line with <!DOCTYPE ...>: RSS 2.0 needs none.",
        (Example("<rss ", "<!DOCTYPE rss>\n<rss "),),
    ),
    rule(
        "namespace-url",
        Severity.ERROR,
        APPLE_TAGS,
        of_show(_namespaces),
        "Players compare the whole URL, capitals too: they see none of the elements"
        " with this prefix.",
        "Copy the URL as it is shown here, letter by letter.",
        (
            Example(_ITUNES, _ITUNES.replace("dtds", "DTDs")),
            Example(_ITUNES, _ITUNES.replace("http:", "https:")),
            Example("https://podcastindex.org/namespace/1.0", "podcastindex.org"),
        ),
    ),
    rule(
        "element-capitals",
        Severity.ERROR,
        APPLE,
        _capitals,
        "Small and capital letters are different names in XML: players see no such"
        " element.",
        "Spell it as it is shown here.",
        (
            Example(
                "<content:encoded><",
                "<pubdate>x</pubdate><content:encoded><",
            ),
            Example(
                "<itunes:owner>",
                "<itunes:Author>Example News</itunes:Author><itunes:owner>",
            ),
        ),
    ),
    rule(
        "element-twice",
        Severity.WARNING,
        PROFILE,
        of_all(_twice),
        "Some players take the first, others the last.",
        "Keep the one that is right.",
        (
            Example("<language>", "<language>en</language><language>"),
            Example("<title>Talks", "<title>Talks</title><title>Talks"),
        ),
    ),
    rule(
        "stray-spaces",
        Severity.WARNING,
        APPLE_TAGS,
        of_all(_spaces),
        "Players that compare letter by letter see another value: an episode appears"
        " twice, or a link leads nowhere.",
        "Write the text directly between the tags.",
        (
            Example(">talks-5f2e10f0<", ">\n talks-5f2e10f0\n<"),
            Example(">en-gb<", "> en-gb<"),
        ),
    ),
)
"""Rules for the form of a feed."""
