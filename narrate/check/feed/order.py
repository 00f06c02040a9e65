"""Which episode is which, and when it came out."""

from collections.abc import Iterator
from itertools import pairwise

from narrate.check.base import Severity
from narrate.check.feed.addresses import is_whole
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
from narrate.check.feed.sources import ANTENNAPOD, APPLE, GPODDER, PSP, RSS
from narrate.check.feed.times import is_strict_date, wrong_weekday
from narrate.check.rule import Hit


def _no_guid(episode: Episode, feed: Feed) -> Iterator[str]:
    del feed
    if not episode.tags.text("guid"):
        yield "The episode has no <guid>."


def _same_guid(feed: Feed) -> Iterator[Hit]:
    seen: dict[str, Episode] = {}
    for episode in feed.episodes:
        guid = episode.tags.text("guid")
        if guid and guid in seen:
            what = f"Its <guid> is that of episode {seen[guid].number} too."
            yield Hit(what, episode.place)
        elif guid:
            seen[guid] = episode


def _guid_link(episode: Episode, feed: Feed) -> Iterator[str]:
    del feed
    guid = episode.tags.text("guid")
    stays = episode.tags.attribute("guid", "isPermaLink").strip().lower()
    if guid and stays != "false" and not is_whole(guid):
        yield f"The <guid> is told to be a web address and is none: “{shown(guid)}”."


def _guid_moves(episode: Episode, feed: Feed) -> Iterator[str]:
    del feed
    guid = episode.tags.text("guid")
    if guid and guid == episode.tags.attribute("enclosure", "url").strip():
        yield "The <guid> is the address of the file."


def _no_date(episode: Episode, feed: Feed) -> Iterator[str]:
    del feed
    if not episode.tags.text("pubDate"):
        yield "The episode has no date."


def _date(tags: Tags, feed: Feed) -> Iterator[str]:
    del feed
    for name in ("pubDate", "lastBuildDate"):
        told = tags.text(name)
        if told and not is_strict_date(told):
            yield f"<{name}> is “{shown(told)}”, not a date as feeds write it."


def _weekday(episode: Episode, feed: Feed) -> Iterator[str]:
    del feed
    told = episode.tags.text("pubDate")
    right = wrong_weekday(told) if told else ""
    if right:
        yield f"“{shown(told)}” is a {right}."


def _future(episode: Episode, feed: Feed) -> Iterator[str]:
    if episode.date is not None and episode.date > feed.now:
        yield f"The episode's date, {episode.date:%d %B %Y}, is still to come."


def _order(feed: Feed) -> Iterator[Hit]:
    dated = [each for each in feed.episodes if each.date is not None]
    pairs = [(a, b) for a, b in pairwise(dated) if a.date and b.date]
    rising = [b for a, b in pairs if a.date and b.date and a.date < b.date]
    if rising and feed.channel.text("itunes:type").lower() != "serial":
        what = (
            f"It is newer than the one before it in the feed, {rising[0].number - 1}."
        )
        if len(rising) == len(pairs) > 1:
            what = "The feed begins with its oldest episode."
        yield Hit(what, rising[0].place)


def _same_moment(feed: Feed) -> Iterator[Hit]:
    seen: dict[object, Episode] = {}
    for episode in feed.episodes:
        moment = episode.date
        if moment is not None and moment in seen:
            what = f"It came out in the same second as episode {seen[moment].number}."
            yield Hit(what, episode.place)
        elif moment is not None:
            seen[moment] = episode


def _same_title(feed: Feed) -> Iterator[Hit]:
    seen: dict[str, Episode] = {}
    for episode in feed.episodes:
        title = episode.tags.text("title")
        if title and title in seen:
            what = f"Its title is that of episode {seen[title].number} too."
            yield Hit(what, episode.place)
        elif title:
            seen[title] = episode


_GUID = '<guid isPermaLink="false">talks-5f2e10f0</guid>'
_NEW, _OLD = "Thu, 05 Mar 2026 06:00:00 +0000", "Mon, 02 Feb 2026 06:00:00 +0000"
_DATE = f"<pubDate>{_NEW}</pubDate>"

RULES = (
    rule(
        "guid-none",
        Severity.ERROR,
        f"{GPODDER}/847",
        of_each(_no_guid),
        "Apps take the address of the file or page instead: when that changes, the"
        " episode is new again to all who have heard it. gPodder has lost episodes"
        " without one.",
        'Add <guid isPermaLink="false"> with a text that is never used again and never'
        " changes.",
        (Example(_GUID, ""), Example(_GUID, "<guid> </guid>")),
    ),
    rule(
        "guid-same",
        Severity.ERROR,
        APPLE,
        _same_guid,
        "Apps keep one of the two and never show the other.",
        "Give each episode a <guid> of its own; leave those of older episodes as is.",
        (Example(">truce-ca01627a<", ">talks-5f2e10f0<"),),
    ),
    rule(
        "guid-link",
        Severity.WARNING,
        RSS,
        of_each(_guid_link),
        "Readers make a link of it that leads nowhere.",
        'Write <guid isPermaLink="false">; the text itself must stay as it is.',
        (
            Example(_GUID, "<guid>talks-5f2e10f0</guid>"),
            Example(_GUID, _GUID.replace("false", "true")),
        ),
    ),
    rule(
        "guid-file",
        Severity.NOTE,
        PSP,
        of_each(_guid_moves),
        "",
        "Leave it for this episode, even when its file moves; give the next ones a text"
        " that hangs on no address: who changes it shows the episode as new again.",
        (Example("talks-5f2e10f0", "https://pod.example.com/talks.mp3"),),
    ),
    rule(
        "date-none",
        Severity.ERROR,
        f"{ANTENNAPOD}/587",
        of_each(_no_date),
        "Apps can't sort it: some put it at the end, some give it the day of each fetch"
        " and show it as new for ever.",
        f"Add {_DATE}, with the moment when it came out.",
        (Example(_DATE, ""), Example(_DATE, "<pubDate/>")),
    ),
    rule(
        "date-form",
        Severity.ERROR,
        APPLE,
        of_all(_date),
        "Apple asks for this form alone; apps that can't read a date put the episode"
        " at the end or on the day of each fetch.",
        f"Write it as RFC 2822 does: {_NEW}.",
        (
            Example(_NEW, "2026-03-05T06:00:00Z"),
            Example(_NEW, "Thursday, 5 March 2026"),
            Example(_NEW, "Do, 05 Mär 2026 06:00:00 +0000"),
            Example(_NEW, "Thu, 05 Mar 2026 06:00:00"),
            Example(_NEW, "Thu, 35 Mar 2026 06:00:00 +0000"),
        ),
    ),
    rule(
        "date-weekday",
        Severity.WARNING,
        APPLE,
        of_each(_weekday),
        "Strict readers and validators take the whole date for broken.",
        "Correct the weekday, or leave it out with its comma.",
        (Example(_NEW, _NEW.replace("Thu", "Fri")),),
    ),
    rule(
        "date-future",
        Severity.WARNING,
        APPLE,
        of_each(_future),
        "Apple Podcasts hides it until then; other apps show it now, above all else.",
        "Put it into the feed when it comes out, or correct the date and its zone.",
        (Example(_NEW, "Mon, 05 Mar 2096 06:00:00 +0000"),),
    ),
    rule(
        "date-order",
        Severity.WARNING,
        PSP,
        _order,
        "Apps and speakers that play what stands first in the feed play an old episode,"
        " and those that read only its beginning miss the new one.",
        "Let the feed begin with its newest episode.",
        (Example(_NEW, "Mon, 05 Jan 2026 06:00:00 +0000"),),
    ),
    rule(
        "date-same",
        Severity.NOTE,
        f"{ANTENNAPOD}/5598",
        _same_moment,
        "",
        "Set them a minute apart if their order matters: apps sort by date alone, and"
        " these two stand in any order.",
        (Example(_OLD, _NEW),),
    ),
    rule(
        "title-same",
        Severity.WARNING,
        f"{ANTENNAPOD}/5598",
        _same_title,
        "In a list nobody can tell them apart, and apps that guard against faulty feeds"
        " may take two alike for one.",
        "Say in each title what is in that episode alone.",
        (Example("A Truce in Winter", "Talks in March"),),
    ),
)
"""Rules for which episode is which."""
