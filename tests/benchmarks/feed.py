"""What a feed of many episodes costs: time, and memory over its length.

python tests/benchmarks/feed.py            the table, in Markdown
python tests/benchmarks/feed.py --smoke    few episodes, for nobody to judge

Each row is a process of its own, and they take turns. The peer is feedgen, where it is
installed (`pip install feedgen`): it knows no podcast: tags and no Simple Chapters, so
that its feed says less. Seconds are of processor time, without the interpreter's start.
"""

import argparse
import json
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from importlib.util import find_spec
from pathlib import Path
from statistics import median

sys.path.insert(0, str(Path(__file__).parents[1]))

from episodes import chapter, episode

from narrate.publish.feed.channel import Channel
from narrate.publish.feed.episodes import Entry, find_episodes
from narrate.publish.feed.feed import write_feed
from narrate.syndicate import syndicate

CHAPTERS = [chapter(f"What became of it, part {n}", n * 40_000, n * 40_000 + 40_000)
            for n in range(9)]  # fmt: skip
SAID = {"base_url": "https://example.org/audio/", "title": "Rails",
        "image": "https://example.org/cover.jpg"}  # fmt: skip


def from_entries(folder: Path, count: int) -> Path:
    """Write a feed of episodes that are known already."""
    (known,) = find_episodes(folder / "one")
    path = folder / "entries.xml"
    with path.open("wb") as file:
        write_feed(file, Channel("Rails", SAID["base_url"]), _many(known, count))
    return path


def _many(known: Entry, count: int) -> Iterator[Entry]:
    for number in range(count):
        record = replace(known.record, guid=f"urn:{number}", title=f"Rails {number}")
        yield replace(known, folder=f"rails-{number}", record=record)


def from_folders(folder: Path, count: int) -> Path:
    """Find the episodes, read each and write their feed: all that narrate feed does."""
    return syndicate(folder / f"{count}", SAID).path


def by_feedgen(folder: Path, count: int) -> Path:
    """Write what feedgen can of the same episodes."""
    from feedgen.feed import FeedGenerator  # noqa: PLC0415 - the peer

    (known,) = find_episodes(folder / "one")
    feed = FeedGenerator()
    feed.load_extension("podcast")
    feed.title("Rails")
    feed.link(href=SAID["base_url"])
    feed.description("Rails")
    when = datetime(2026, 11, 20, tzinfo=UTC)
    for entry in _many(known, count):
        item = feed.add_entry(order="append")
        item.id(entry.record.guid)
        item.title(entry.title)
        item.link(href=entry.record.url)
        item.description(entry.record.summary)
        item.content("<ul>" + "".join(f"<li>{c['title']}</li>" for c in CHAPTERS))
        item.enclosure(f"{SAID['base_url']}{entry.folder}/a.mp3", "1", "audio/mpeg")
        item.published(when)
        item.podcast.itunes_duration(entry.record.length_ms // 1000)
    path = folder / "peer.xml"
    feed.rss_file(str(path))
    return path


WAYS: dict[str, Callable[[Path, int], Path]] = {
    "entries": from_entries,
    "folders": from_folders,
    "feedgen": by_feedgen,
}


def one(way: str, folder: Path, count: int) -> None:
    """Go one way in this process; print what it cost."""
    before = time.process_time()
    path = WAYS[way](folder, count)
    cpu_s = time.process_time() - before
    peak_mb = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps([cpu_s, peak_mb, path.stat().st_size / 1e6]))


def measure(way: str, folder: Path, count: int) -> list[float]:
    """Go one way in a process of its own."""
    words = [sys.executable, __file__, "--one", way, str(folder), str(count)]
    done = subprocess.run(words, check=True, capture_output=True, text=True)
    row: list[float] = json.loads(done.stdout)
    return row


def table(folder: Path, counts: tuple[int, int], rounds: int) -> None:
    """Print medians of all rounds."""
    episode(folder / "one" / "rails", chapters=CHAPTERS)
    for count in counts:
        for number in range(count):
            lay = folder / f"{count}" / f"rails-{number}"
            episode(lay, published=f"{2000 + number % 25}", chapters=CHAPTERS)
    ways = [way for way in WAYS if way != "feedgen" or find_spec("feedgen")]
    rows: dict[tuple[str, int], list[list[float]]] = {}
    for _ in range(rounds):
        for count in counts:
            for way in ways:
                rows.setdefault((way, count), []).append(measure(way, folder, count))
    print("| from | episodes | CPU s | peak MB | feed MB | of feedgen's CPU |")
    print("|---|---|---|---|---|---|")
    for (way, count), found in rows.items():
        cpu_s, peak_mb, feed_mb = (
            median(column) for column in zip(*found, strict=True)
        )
        peer = rows.get(("feedgen", count), [])
        ratios = [ours[0] / their[0] for ours, their in zip(found, peer, strict=False)]
        ratio = f"{median(ratios):.2f}" if ratios else ""
        print(f"| {way} | {count} | {cpu_s:.2f} | {peak_mb:.0f} | ", end="")
        print(f"{feed_mb:.1f} | {ratio} |")


def main() -> None:
    """Read the command line."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--smoke", action="store_true")
    parser.add_argument("--rounds", type=int, default=9)
    parser.add_argument("--one", nargs=3, metavar=("WAY", "FOLDER", "COUNT"))
    args = parser.parse_args()
    if args.one:
        way, folder, count = args.one
        one(way, Path(folder), int(count))
        return
    counts, rounds = ((10, 50), 1) if args.smoke else ((1_000, 10_000), args.rounds)
    with tempfile.TemporaryDirectory() as folder:
        table(Path(folder), counts, rounds)


if __name__ == "__main__":
    main()
