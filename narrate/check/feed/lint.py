"""Check a feed: a file → a Report; nothing is asked of the network."""

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from narrate.check.base import Fact, Finding, Report, worst_first
from narrate.check.feed.base import Feed, FeedRule, shown
from narrate.check.feed.broken import RULES as OF_BROKEN
from narrate.check.feed.catalog import RULES
from narrate.check.feed.form import RULES as OF_FORM
from narrate.check.feed.parse import parse
from narrate.check.rule import judge

_NOT_ASKED = Fact(
    "files_asked",
    "Files asked for: none; give the feed's address to have its server checked too.",
    0,
)
_KIND = next(each for each in OF_FORM if each.name == "feed-kind")


def check_feed(path: Path, *, subject: str = "", now: datetime | None = None) -> Report:
    """Check a feed in a file. Raises OSError for the file."""
    feed = parse(path, now=now)
    name = subject or str(path)
    facts = (*facts_of(feed), _NOT_ASKED)
    return Report(name, "feed", facts, worst_first(findings_of(feed)))


def findings_of(feed: Feed) -> Iterator[Finding]:
    """Hold a feed against every rule that can be held against it."""
    rules: tuple[FeedRule, ...] = RULES
    if feed.broken is not None:
        rules = OF_BROKEN
    elif next(iter(_KIND.look(feed)), None) is not None:
        rules = (_KIND,)  # of what is no feed, all else would be wrong too
    return judge(rules, feed)


def facts_of(feed: Feed) -> tuple[Fact, ...]:
    """Tell what was seen of a feed."""
    title = shown(feed.channel.text("title"))
    dates = [each.date for each in feed.episodes if each.date is not None]
    count = len(feed.episodes)
    facts = [
        Fact("title", f"Show: {title or 'without a title'}.", title),
        Fact("episodes", f"Episodes: {count}.", count),
        Fact("size_bytes", f"Size: {feed.size_bytes} bytes.", feed.size_bytes),
    ]
    if dates:
        newest = max(dates).date().isoformat()
        facts.append(Fact("newest", f"Newest episode: {newest}.", newest))
    return tuple(facts)
