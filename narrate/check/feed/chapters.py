"""Chapters in the feed itself, as Podlove writes them."""

from collections.abc import Iterator
from itertools import pairwise

from narrate.check.base import Severity
from narrate.check.feed.base import Episode, Example, Feed, Tag, of_each, rule, shown
from narrate.check.feed.sources import CHAPTERS
from narrate.check.feed.times import seconds_of

_LATE_S = 1.0  # lengths in feeds are whole seconds


def _within(episode: Episode) -> tuple[Tag, ...]:
    tag = episode.tags.first("psc:chapters")
    inner = tag.inner if tag is not None else ()
    return tuple(each for each in inner if each.name == "psc:chapter")


def _chapter_form(episode: Episode, feed: Feed) -> Iterator[str]:
    del feed
    if episode.tags.first("psc:chapters") is not None and not _within(episode):
        yield "<psc:chapters> holds no <psc:chapter>."
    for chapter in _within(episode):
        start = chapter.attributes.get("start", "").strip()
        title = chapter.attributes.get("title", "").strip()
        if seconds_of(start) is None:
            yield f"A chapter begins at “{shown(start)}”, which is no time."
        elif not title:
            yield f"The chapter at {shown(start)} has no title."


def _starts(episode: Episode) -> list[float]:
    found = (seconds_of(c.attributes.get("start", "")) for c in _within(episode))
    return [start for start in found if start is not None]


def _chapter_order(episode: Episode, feed: Feed) -> Iterator[str]:
    del feed
    starts = _starts(episode)
    for number, (before, after) in enumerate(pairwise(starts), 2):
        if after <= before:
            yield f"Chapter {number} begins at {after:g} s, not after the one before."
            return


def _chapter_late(episode: Episode, feed: Feed) -> Iterator[str]:
    del feed
    starts = _starts(episode)
    length = episode.seconds
    if starts and length and max(starts) > length + _LATE_S:
        yield f"A chapter begins at {max(starts):g} s; the episode has {length:g} s."


_SECOND = '<psc:chapter start="00:01:30.500" title="The talks"/>'
_FIRST = '<psc:chapter start="00:00:00.000" title="Opening"/>'

RULES = (
    rule(
        "psc-form",
        Severity.WARNING,
        CHAPTERS,
        of_each(_chapter_form),
        "gPodder and others that read chapters in the feed drop this one, or all.",
        'Write <psc:chapter start="00:01:30.500" title="..."/> for each.',
        (
            Example(_SECOND, _SECOND.replace("00:01:30.500", "1m30")),
            Example(_SECOND, _SECOND.replace(' title="The talks"', "")),
            Example(_SECOND, _SECOND.replace(' start="00:01:30.500"', "")),
            Example(f"{_FIRST}\n        {_SECOND}", ""),
        ),
    ),
    rule(
        "psc-order",
        Severity.WARNING,
        CHAPTERS,
        of_each(_chapter_order),
        "Players that list chapters in the order of the feed jump back at a skip to"
        " the next one.",
        "Put the chapters in the order of their beginnings, each once.",
        (Example(_FIRST, _FIRST.replace("00:00:00", "00:02:00")),),
    ),
    rule(
        "psc-late",
        Severity.WARNING,
        CHAPTERS,
        of_each(_chapter_late),
        "Who skips to it lands at the end, and the player goes on to the next episode.",
        "Correct the chapter's beginning, or the episode's <itunes:duration>.",
        (Example(_SECOND, _SECOND.replace("00:01:30", "00:11:30")),),
    ),
)
"""Rules for chapters in the feed."""
