"""What an episode must say of itself: its name, its place, its length."""

import re
from collections.abc import Iterator

from narrate.check.base import Severity
from narrate.check.feed.base import (
    Episode,
    Example,
    Feed,
    Tags,
    of_all,
    of_each,
    rule,
    shown,
)
from narrate.check.feed.sources import APPLE, APPLE_TAGS, PSP

_NUMBERED = re.compile(
    r"(?i)(?:(?:episode|ep\.?|folge|épisode|episodio|season|staffel)\s{0,3}#?\d{1,4}\b"
    r"|#\d{1,4}\b|s\d{1,2}\s?[:.]?\s?e\d{1,3}\b|\d{1,3}\s?[:.|–—-]\s)"
)
_MARKUP = re.compile(r"</?[a-zA-Z][^<>]{0,60}>|&(?:#\d{1,5}|[a-zA-Z]{2,8});")
_SHORTEST_NAME = 6  # characters: "News" may begin a title by chance
_WHOLE = re.compile(r"[1-9]\d{0,5}")
_KINDS = frozenset({"full", "trailer", "bonus"})


def _no_title(episode: Episode, feed: Feed) -> Iterator[str]:
    del feed
    if not episode.tags.text("title") and not episode.tags.text("itunes:title"):
        yield "The episode has no title."


def _number_in_title(episode: Episode, feed: Feed) -> Iterator[str]:
    del feed
    found = _NUMBERED.match(episode.tags.text("title")[:80])
    if found:
        yield f"The title begins with its number, “{shown(found[0].strip())}”."


def _show_in_title(episode: Episode, feed: Feed) -> Iterator[str]:
    show = feed.channel.text("title").lower()
    title = episode.tags.text("title").lower()
    if len(show) >= _SHORTEST_NAME and title.startswith(show) and title != show:
        yield "The title begins with the name of the show."


def _markup_in_title(tags: Tags, feed: Feed) -> Iterator[str]:
    del feed
    found = _MARKUP.search(tags.text("title"))
    if found:
        yield f"The title holds markup, “{shown(found[0])}”."


def _numbers(episode: Episode, feed: Feed) -> Iterator[str]:
    del feed
    for name in ("itunes:episode", "itunes:season"):
        tag = episode.tags.first(name)
        if tag is not None and not _WHOLE.fullmatch(tag.text.strip()):
            yield f"<{name}> is “{shown(tag.text)}”, not a whole number from 1."


def _no_number(episode: Episode, feed: Feed) -> Iterator[str]:
    serial = feed.channel.text("itunes:type").lower() == "serial"
    kind = episode.tags.text("itunes:episodeType").lower()
    if serial and kind in {"", "full"} and episode.tags.first("itunes:episode") is None:
        yield "The show is a serial, and the episode has no number."


def _kind(episode: Episode, feed: Feed) -> Iterator[str]:
    del feed
    tag = episode.tags.first("itunes:episodeType")
    if tag is not None and tag.text.strip().lower() not in _KINDS:
        yield f"“{shown(tag.text)}” is no type of episode."


def _no_duration(episode: Episode, feed: Feed) -> Iterator[str]:
    del feed
    if episode.tags.first("itunes:duration") is None:
        yield "The episode does not say how long it is."


def _duration(episode: Episode, feed: Feed) -> Iterator[str]:
    del feed
    tag = episode.tags.first("itunes:duration")
    if tag is not None and not episode.seconds:
        yield f"<itunes:duration> is “{shown(tag.text)}”, which is no length."


def _no_notes(episode: Episode, feed: Feed) -> Iterator[str]:
    del feed
    names = ("description", "content:encoded", "itunes:summary")
    if not any(episode.tags.text(name) for name in names):
        yield "The episode has no description."


_LENGTH = "<itunes:duration>295</itunes:duration>"

RULES = (
    rule(
        "episode-title",
        Severity.ERROR,
        APPLE_TAGS,
        of_each(_no_title),
        "Apple Podcasts requires it; apps show nothing, or the name of a file.",
        "Give the item a <title>.",
        (Example("<title>A Truce in Winter</title>", ""),),
    ),
    rule(
        "title-number",
        Severity.WARNING,
        APPLE_TAGS,
        of_each(_number_in_title),
        "Apps that show the number themselves show it twice, screen readers say it"
        " twice, and Apple asks that it not be there.",
        "Put it into <itunes:episode> and <itunes:season>, and out of the title.",
        (
            Example("<title>Talks in March", "<title>Episode 2: Talks in March"),
            Example("<title>Talks in March", "<title>#2 Talks in March"),
            Example("<title>Talks in March", "<title>S01E02 Talks in March"),
            Example("<title>Talks in March", "<title>2. Talks in March"),
        ),
    ),
    rule(
        "title-show",
        Severity.WARNING,
        APPLE_TAGS,
        of_each(_show_in_title),
        "In a list every title begins alike, and on a small display the difference is"
        " cut off; a screen reader says the name before each one.",
        "Begin with what the episode is about.",
        (Example("<title>Talks", "<title>The Long Read: Talks"),),
    ),
    rule(
        "title-markup",
        Severity.WARNING,
        PSP,
        of_all(_markup_in_title),
        "Titles are plain text: apps show the tags, and screen readers read them out.",
        "Write the title without tags, and & as &amp; only once.",
        (
            Example("<title>Talks", "<title>&lt;b&gt;Talks"),
            Example("<title>Talks", "<title>Peace &amp;amp; Talks"),
            Example("<title>The Long Read", "<title>The Long Read&amp;#8217;s"),
        ),
    ),
    rule(
        "episode-number",
        Severity.WARNING,
        APPLE_TAGS,
        of_each(_numbers),
        "Players leave the number out and sort the episode elsewhere.",
        "Write a whole number from 1, or leave the element out.",
        (
            Example("<itunes:episode>2<", "<itunes:episode>0<"),
            Example("<itunes:episode>2<", "<itunes:episode>two<"),
            Example("<itunes:season>1<", "<itunes:season>1.5<"),
        ),
    ),
    rule(
        "serial-number",
        Severity.ERROR,
        APPLE_TAGS,
        of_each(_no_number),
        "Apple Podcasts plays a serial by its numbers: this episode has no place.",
        "Add <itunes:episode> to each episode.",
        (
            Example(
                "episodic</itunes:type>",
                "serial</itunes:type><item><title>Part three</title><link>"
                "https://pod.example.com/3</link><guid isPermaLink='false'>three</guid>"
                "<pubDate>Fri, 06 Mar 2026 06:00:00 +0000</pubDate><description>It."
                "</description><enclosure url='https://pod.example.com/3.mp3'"
                " length='9' type='audio/mpeg'/><itunes:duration>9</itunes:duration>"
                "<podcast:transcript url='https://pod.example.com/3.vtt'"
                " type='text/vtt'/></item>",
            ),
        ),
    ),
    rule(
        "episode-type",
        Severity.WARNING,
        APPLE_TAGS,
        of_each(_kind),
        "Players take it for a full episode: a trailer is queued like any other.",
        "Write full, trailer or bonus.",
        (Example(">full<", ">episode<"),),
    ),
    rule(
        "episode-duration",
        Severity.NOTE,
        APPLE_TAGS,
        of_each(_no_duration),
        "",
        "Add <itunes:duration> in seconds, so that an app can show it before the"
        " episode is on the phone.",
        (Example(_LENGTH, ""),),
    ),
    rule(
        "duration-form",
        Severity.WARNING,
        APPLE_TAGS,
        of_each(_duration),
        "Players show no length, or 0:00, until the episode is on the phone.",
        "Write whole seconds: <itunes:duration>295</itunes:duration>.",
        (
            Example(_LENGTH, "<itunes:duration>PT4M55S</itunes:duration>"),
            Example(_LENGTH, "<itunes:duration>5 min</itunes:duration>"),
            Example(_LENGTH, "<itunes:duration>4:75</itunes:duration>"),
            Example(_LENGTH, "<itunes:duration>-295</itunes:duration>"),
            Example(_LENGTH, "<itunes:duration>0</itunes:duration>"),
            Example(_LENGTH, "<itunes:duration/>"),
        ),
    ),
    rule(
        "episode-description",
        Severity.WARNING,
        APPLE,
        of_each(_no_notes),
        "Apps show an empty page, and no search finds what the episode is about.",
        "Say in a <description> what it is about.",
        (Example("<description>How it held.</description>", ""),),
    ),
)
"""Rules for what an episode says of itself."""
