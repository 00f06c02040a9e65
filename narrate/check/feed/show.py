"""What a show must say of itself, by Apple and the Podcast Standards Project."""

from collections.abc import Iterator

from narrate.check.base import Severity
from narrate.check.feed.base import Example, Feed, FeedRule, Find, of_show, rule
from narrate.check.feed.sources import APPLE, APPLE_TAGS, PSP, RSS

_REFUSED = "Apple Podcasts does not take the show without it"


def _lacks(name: str, what: str) -> Find:
    def look(feed: Feed) -> Iterator[str]:
        if not feed.channel.text(name):
            yield what

    return of_show(look)


def _required(tag: str, what: str, fix: str, example: Example, source: str) -> FeedRule:
    """Make a rule of an element that a show must have."""
    name = f"show-{tag.rpartition(':')[2]}"
    breaks = f"{_REFUSED}."
    find = _lacks(tag, what)
    return rule(name, Severity.ERROR, source, find, breaks, fix, (example,))


def _cover(feed: Feed) -> Iterator[str]:
    if not feed.channel.attribute("itunes:image", "href").strip():
        told = feed.channel.first("itunes:image") is not None
        yield (
            'The show\'s <itunes:image> has no href="..." with the address.'
            if told
            else "The show has no cover."
        )


def _no_category(feed: Feed) -> Iterator[str]:
    if not feed.channel.all("itunes:category"):
        yield "The show names no category."


def _no_explicit(feed: Feed) -> Iterator[str]:
    if feed.channel.first("itunes:explicit") is None:
        yield "The show does not say whether it holds explicit language."


def _hidden(feed: Feed) -> Iterator[str]:
    if feed.channel.text("itunes:block").lower() == "yes":
        yield "The show asks to be left out of Apple's directory."


def _no_owner(feed: Feed) -> Iterator[str]:
    owner = feed.channel.first("itunes:owner")
    if owner is None or not any(
        each.name == "itunes:email" and "@" in each.text for each in owner.inner
    ):
        yield "The show names no owner with a mail address."


_CATEGORY = '<itunes:category text="News"><itunes:category text="News Commentary"/>'
_COVER = '<itunes:image href="https://pod.example.com/cover.jpg"/>'
_EXPLICIT = "<itunes:explicit>false</itunes:explicit>\n    <itunes:type>"

RULES = (
    _required(
        "title",
        "The show has no title.",
        "Give the channel a <title>.",
        Example("<title>The Long Read</title>", "<title> </title>"),
        RSS,
    ),
    _required(
        "description",
        "The show has no description.",
        "Say in the channel's <description>, in a sentence or two, what it is about.",
        Example("<description>Articles, read aloud.</description>", ""),
        RSS,
    ),
    _required(
        "language",
        "The show does not say which language it is in.",
        "Add <language>en</language>, with the code of yours.",
        Example("<language>en-gb</language>", ""),
        APPLE_TAGS,
    ),
    rule(
        "show-link",
        Severity.WARNING,
        RSS,
        _lacks("link", "The show names no web page."),
        "RSS 2.0 and PSP-1 require it; apps have no page of yours to lead to.",
        "Add a <link> to the page of the show, or to your own.",
        (Example("<link>https://pod.example.com/</link>", ""),),
    ),
    rule(
        "show-cover",
        Severity.ERROR,
        APPLE_TAGS,
        of_show(_cover),
        f"{_REFUSED}; elsewhere it shows as a grey square.",
        "Make a square picture of 1400 to 3000 pixels and name its address in"
        ' <itunes:image href="..."/>.',
        (Example(_COVER, ""), Example(_COVER, "<itunes:image>x</itunes:image>")),
    ),
    rule(
        "show-category",
        Severity.ERROR,
        APPLE_TAGS,
        of_show(_no_category),
        f"{_REFUSED}, and no directory knows where to list it.",
        'Add <itunes:category text="News"/>, or another of Apple\'s.',
        (Example(f"{_CATEGORY}</itunes:category>", ""),),
    ),
    rule(
        "show-explicit",
        Severity.ERROR,
        APPLE_TAGS,
        of_show(_no_explicit),
        f"{_REFUSED}.",
        "Add <itunes:explicit>false</itunes:explicit> to the channel, or true.",
        (Example(_EXPLICIT, "<itunes:type>"),),
    ),
    rule(
        "show-author",
        Severity.NOTE,
        PSP,
        _lacks("itunes:author", "The show does not say who makes it."),
        "",
        "Add <itunes:author>: apps show the name below the title, searches find it.",
        (Example("<itunes:author>Example News</itunes:author>", ""),),
    ),
    rule(
        "show-owner",
        Severity.NOTE,
        APPLE,
        of_show(_no_owner),
        "",
        "Add <itunes:owner> with <itunes:name> and <itunes:email> while you claim the"
        " show in a directory: some send their code there.",
        (Example("<itunes:email>pod@example.com</itunes:email>", ""),),
    ),
    rule(
        "show-hidden",
        Severity.WARNING,
        APPLE_TAGS,
        of_show(_hidden),
        "Apple Podcasts does not list the show; some other directories follow.",
        "Take <itunes:block> out, unless the show is meant to be private.",
        (
            Example(
                "<podcast:locked>", "<itunes:block>Yes</itunes:block><podcast:locked>"
            ),
        ),
    ),
)
"""Rules for what a show says of itself."""
