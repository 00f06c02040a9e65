"""Check what a server hands out: whoever asks it is handed in."""

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from itertools import chain
from pathlib import Path

from narrate.check.base import Fact, Finding, Report, worst_first
from narrate.check.feed.addresses import is_whole
from narrate.check.feed.base import Episode, Feed
from narrate.check.feed.enclosures import kind_of, length_of
from narrate.check.feed.lint import facts_of, findings_of
from narrate.check.feed.parse import parse
from narrate.check.rule import judge
from narrate.check.served.base import Answer, Ask
from narrate.check.served.documents import RULES as OF_DOCUMENTS
from narrate.check.served.documents import Document, look_at_documents
from narrate.check.served.feeds import RULES as OF_FEEDS
from narrate.check.served.feeds import look_again
from narrate.check.served.file_rules import RULES as OF_FILES
from narrate.check.served.files import File, look_at
from narrate.check.served.pictures import RULES as OF_COVERS
from narrate.check.served.pictures import look_at_cover

NEWEST = 10
"""Episodes whose files are asked for, unless more are wished."""

_AT_ONCE = 4  # requests; more would be rude to a small server


def check_served_feed(
    path: Path, url: str, got: Answer, ask: Ask, *, newest: int = NEWEST
) -> Report:
    """Check a feed that was fetched into a file, and the files that it names."""
    feed = parse(path, url=url)
    facts, findings = list(facts_of(feed)), list(findings_of(feed))
    findings += judge(OF_FEEDS, look_again(ask, url, feed, got))
    cover = feed.channel.attribute("itunes:image", "href").strip()
    if is_whole(cover):
        findings += judge(OF_COVERS, look_at_cover(ask, cover))
    chosen = newest_of(feed, newest)
    files, documents = _ask_for(chosen, ask)
    findings += judge(OF_FILES, files)
    findings += judge(OF_DOCUMENTS, documents)
    facts.append(_told(len(chosen), len(feed.episodes)))
    return Report(url, "feed", tuple(facts), worst_first(findings))


def findings_of_file(url: str, ask: Ask, *, size_bytes: int) -> tuple[Finding, ...]:
    """Check how a server hands out one file, of which so many bytes were fetched."""
    file = look_at(ask, url, size_bytes=size_bytes)
    return tuple(judge(OF_FILES, (file,)))


def newest_of(feed: Feed, newest: int) -> tuple[Episode, ...]:
    """Choose the newest episodes with a file, by their dates; in the feed's order."""
    able = [each for each in feed.episodes if is_whole(_address(each))]
    known = [each for each in able if each.date is not None]
    dated = sorted(known, key=_moment, reverse=True)
    undated = [each for each in able if each.date is None]
    chosen = [*dated, *undated][:newest]
    return tuple(sorted(chosen, key=lambda each: each.number))


def _moment(episode: Episode) -> float:
    return episode.date.timestamp() if episode.date is not None else 0.0


def _address(episode: Episode) -> str:
    return episode.tags.attribute("enclosure", "url").strip()


def _ask_for(
    episodes: Sequence[Episode], ask: Ask
) -> tuple[tuple[File, ...], tuple[Document, ...]]:
    def look(episode: Episode) -> tuple[File, tuple[Document, ...]]:
        file = look_at(
            ask,
            _address(episode),
            kind=kind_of(episode.tags.attribute("enclosure", "type")),
            size_bytes=length_of(episode),
            place=episode.place,
        )
        return file, tuple(look_at_documents(ask, episode))

    with ThreadPoolExecutor(_AT_ONCE) as pool:
        seen = tuple(pool.map(look, episodes))
    documents = chain.from_iterable(beside for _, beside in seen)
    return tuple(file for file, _ in seen), tuple(documents)


def _told(asked: int, every: int) -> Fact:
    words = f"Files asked for: {asked}, those of the newest of {every} episodes."
    if not asked:
        words = "Files asked for: none."
    elif asked == every:
        words = f"Files asked for: {asked}, all of them."
    return Fact("files_asked", words, asked)
