"""Podcasting 2.0: who a show is, its transcripts, the files of its chapters."""

import re
import uuid
from collections.abc import Iterator

from narrate.check.base import Severity
from narrate.check.feed.base import (
    Episode,
    Example,
    Feed,
    of_each,
    of_show,
    rule,
    shown,
)
from narrate.check.feed.sources import PODCAST, PSP

_OF_PODCASTS = uuid.UUID("ead4c236-bf58-58c6-a2c6-a6b28d128cb6")
_UUID = re.compile(
    r"[0-9a-f]{8}-[0-9a-f]{4}-([0-9a-f])[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}"
)
_MEDIA = frozenset(
    "podcast music video film audiobook newsletter blog publisher course".split()
)
_MEDIUMS = _MEDIA | {f"{name}L" for name in _MEDIA} | {"mixed"}
_TRANSCRIPTS = {
    "text/plain": ("txt",),
    "text/html": ("html", "htm"),
    "text/vtt": ("vtt",),
    "application/json": ("json",),
    "application/x-subrip": ("srt",),
    "application/srt": ("srt",),
    "text/srt": ("srt",),
}


def guid_of(url: str) -> str:
    """Give the podcast:guid of a feed: its address without scheme and last slashes."""
    return str(uuid.uuid5(_OF_PODCASTS, re.sub(r"^\w+://", "", url).rstrip("/")))


def self_of(feed: Feed) -> str:
    """Give the address that a feed gives as its own; "" if it gives none."""
    for link in feed.channel.all("atom:link"):
        if link.attributes.get("rel", "") == "self":
            return link.attributes.get("href", "").strip()
    return ""


def _no_self(feed: Feed) -> Iterator[str]:
    if not self_of(feed):
        yield "The feed does not say what its own address is."


def _no_guid(feed: Feed) -> Iterator[str]:
    if not feed.channel.text("podcast:guid"):
        yield "The show has no <podcast:guid>."


def _guid(feed: Feed) -> Iterator[str]:
    told = feed.channel.text("podcast:guid")
    found = _UUID.fullmatch(told.lower())
    if told and (found is None or found[1] != "5"):
        yield f"<podcast:guid> is “{shown(told)}”, not a UUID of version 5."


def _guid_elsewhere(feed: Feed) -> Iterator[str]:
    told, own = feed.channel.text("podcast:guid").lower(), self_of(feed)
    if _UUID.fullmatch(told) and own and told[14] == "5" and told != guid_of(own):
        yield f"<podcast:guid> is not that of {shown(own, 100)}, {guid_of(own)}."


def _no_locked(feed: Feed) -> Iterator[str]:
    if feed.channel.first("podcast:locked") is None:
        yield "The show does not say whether other hosts may take it over."


def _locked(feed: Feed) -> Iterator[str]:
    tag = feed.channel.first("podcast:locked")
    if tag is not None and tag.text.strip().lower() not in {"yes", "no"}:
        yield f"<podcast:locked> is “{shown(tag.text)}”, not yes or no."


def _medium(feed: Feed) -> Iterator[str]:
    tag = feed.channel.first("podcast:medium")
    if tag is not None and tag.text.strip() not in _MEDIUMS:
        yield f"<podcast:medium> is “{shown(tag.text)}”, which nobody knows."


def _no_transcript(episode: Episode, feed: Feed) -> Iterator[str]:
    del feed
    if episode.tags.first("podcast:transcript") is None:
        yield "The episode has no transcript."


def _transcript(episode: Episode, feed: Feed) -> Iterator[str]:
    del feed
    for tag in episode.tags.all("podcast:transcript"):
        kind = tag.attributes.get("type", "").strip().lower()
        if not tag.attributes.get("url", "").strip():
            yield "A <podcast:transcript> has no url."
        elif kind not in _TRANSCRIPTS:
            yield f"A transcript's type is “{shown(kind)}”, which no app knows."


def _chapters(episode: Episode, feed: Feed) -> Iterator[str]:
    del feed
    for tag in episode.tags.all("podcast:chapters"):
        kind = tag.attributes.get("type", "").strip().lower()
        if not tag.attributes.get("url", "").strip():
            yield "<podcast:chapters> has no url."
        elif kind not in {"application/json+chapters", "application/json"}:
            yield f"The chapters' type is “{shown(kind)}”."


_SELF = '<atom:link href="https://pod.example.com/feed.xml" rel="self"'
_GUID = "<podcast:guid>5e307c63-83ed-581f-81f9-c841a34a8c66</podcast:guid>"
RULES = (
    rule(
        "feed-self",
        Severity.WARNING,
        PSP,
        of_show(_no_self),
        "PSP-1 asks for it: a copy of the feed can't be told from the feed itself, and"
        " apps that are told of new episodes can't find whose they are.",
        'Add <atom:link href="..." rel="self" type="application/rss+xml"/> with the'
        " feed's address.",
        (Example(_SELF, _SELF.replace("self", "hub")),),
    ),
    rule(
        "podcast-guid-none",
        Severity.NOTE,
        PSP,
        of_show(_no_guid),
        "",
        "Add <podcast:guid>, made once from the feed's address and never changed: by it"
        " directories know the show again when it moves.",
        (Example(_GUID, ""),),
    ),
    rule(
        "podcast-guid-form",
        Severity.WARNING,
        f"{PODCAST}/guid.md",
        of_show(_guid),
        "Directories can't find the show again by it when it moves.",
        "Make it from the feed's address, as the Podcasting 2.0 page on guid says.",
        (
            Example(_GUID, "<podcast:guid>the-long-read</podcast:guid>"),
            Example(_GUID, _GUID.replace("-581f-", "-481f-")),
        ),
    ),
    rule(
        "podcast-guid-moved",
        Severity.NOTE,
        f"{PODCAST}/guid.md",
        of_show(_guid_elsewhere),
        "",
        "Nothing, if the show had another address when the guid was made: it stays for"
        " life. If it never had one, correct the guid before many have seen it.",
        (Example(_GUID, _GUID.replace("5e307c63", "5e307c64")),),
    ),
    rule(
        "podcast-locked-none",
        Severity.NOTE,
        PSP,
        of_show(_no_locked),
        "",
        "Add <podcast:locked>yes</podcast:locked> if no other host may import it.",
        (Example("<podcast:locked>no</podcast:locked>", ""),),
    ),
    rule(
        "podcast-locked-value",
        Severity.WARNING,
        f"{PODCAST}/locked.md",
        of_show(_locked),
        "Hosts that look for yes don't find it, and may import the feed.",
        "Write yes or no.",
        (Example(">no</podcast:locked>", ">true</podcast:locked>"),),
    ),
    rule(
        "podcast-medium",
        Severity.WARNING,
        f"{PODCAST}/medium.md",
        of_show(_medium),
        "Apps take the show for an ordinary podcast.",
        "Write podcast, audiobook or another of the list, in small letters.",
        (
            Example(">podcast</podcast:medium>", ">radio</podcast:medium>"),
            Example(">podcast</podcast:medium>", ">Podcast</podcast:medium>"),
        ),
    ),
    rule(
        "transcript-none",
        Severity.NOTE,
        PSP,
        of_each(_no_transcript),
        "",
        'Add <podcast:transcript url="..." type="text/vtt"/>: deaf and hard of hearing'
        " people read it, and everyone can search it.",
        (
            Example(
                '<podcast:transcript url="https://pod.example.com/truce.srt"'
                ' type="application/x-subrip"/>',
                "",
            ),
        ),
    ),
    rule(
        "transcript-form",
        Severity.WARNING,
        f"{PODCAST}/transcript.md",
        of_each(_transcript),
        "Apps show no transcript.",
        "Give its url and its type: text/vtt, application/x-subrip, application/json,"
        " text/html or text/plain.",
        (
            Example('type="text/vtt"', 'type="vtt"'),
            Example('type="text/vtt"', ""),
            Example('url="https://pod.example.com/talks.vtt"', ""),
        ),
    ),
    rule(
        "chapters-form",
        Severity.WARNING,
        f"{PODCAST}/chapters.md",
        of_each(_chapters),
        "Apps don't fetch the chapters.",
        'Give the url of a JSON file with type="application/json+chapters".',
        (
            Example("application/json+chapters", "text/plain"),
            Example('url="https://pod.example.com/talks.chapters.json"', ""),
        ),
    ),
)
"""Rules for Podcasting 2.0."""
