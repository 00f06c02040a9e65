"""What the folder holds now: its feed and page, made anew whenever it changes."""

import hashlib
import io
import os
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from threading import Lock

from narrate.publish.base import RECORD
from narrate.publish.feed.channel import Channel
from narrate.publish.feed.episodes import read_episodes
from narrate.publish.feed.feed import write_feed
from narrate.publish.serve.allowed import COVER
from narrate.publish.serve.index import index_page

_MOST_KEPT = 8
"""A feed and a page for each of a few names that the machine is called by."""


@dataclass(frozen=True, slots=True)
class Rendered:
    """A document that is made here."""

    body: bytes
    """All of it."""

    media_type: str
    """As it is sent."""

    changed_s: float
    """When what it tells of last changed; 0 if nobody knows."""

    @property
    def tag(self) -> str:
        """Its entity tag: the same bytes, the same tag."""
        return f'"{hashlib.sha256(self.body).hexdigest()[:32]}"'


class Shelf:
    """The episodes of one folder. Any thread may ask; one at a time looks."""

    def __init__(
        self, folder: Path, show: Channel, tell: Callable[[str], None]
    ) -> None:
        self.folder, self.show = folder, show
        self._tell = tell
        self._lock = Lock()
        self._state: tuple[str, float] = ("", 0)
        self._kept: dict[tuple[str, str], Rendered] = {}
        self._told: set[str] = set()

    def feed(self, base_url: str) -> Rendered:
        """Give the feed, its links below a base URL."""
        return self._made("application/rss+xml", base_url, self._feed)

    def page(self, base_url: str) -> Rendered:
        """Give the page that lists the episodes."""
        return self._made("text/html", base_url, self._page)

    def cover(self) -> Rendered:
        """Give a picture for the show that has none of its own."""
        from narrate.publish.cover import draw_cover  # noqa: PLC0415 - few ask for it

        return Rendered(draw_cover(self.show.title, "", ""), "image/jpeg", 0)

    def _made(
        self, media_type: str, base_url: str, make: Callable[[str], bytes]
    ) -> Rendered:
        with self._lock:
            state = _state(self.folder)
            if state != self._state:
                self._state = state
                self._kept.clear()
                self._told.clear()
            kept = self._kept.pop((media_type, base_url), None)
            if kept is None:
                changed_s = self._state[1]
                kept = Rendered(
                    make(base_url), f"{media_type}; charset=utf-8", changed_s
                )
            self._kept[media_type, base_url] = kept  # the last one now
            while len(self._kept) > _MOST_KEPT:
                del self._kept[next(iter(self._kept))]
            return kept

    def _feed(self, base_url: str) -> bytes:
        file = io.BytesIO()
        here = replace(self.show, base_url=base_url, image=COVER)
        write_feed(file, here, read_episodes(self.folder, self._say, patient=True))
        return file.getvalue()

    def _page(self, base_url: str) -> bytes:
        entries = read_episodes(self.folder, self._say, patient=True)
        page = index_page(self.show.title, base_url, entries, self._has)
        return "".join(page).encode("utf-8", "replace")

    def _has(self, path: str) -> bool:
        return (self.folder / path).is_file()

    def _say(self, trouble: str) -> None:
        """Say what is left out once, not at every request."""
        if trouble not in self._told:
            self._told.add(trouble)
            self._tell(trouble)


def _state(folder: Path) -> tuple[str, float]:
    """Sum up a folder in a hash and its last change.

    A file that comes, goes or is replaced changes its folder's time; only records may
    be edited in place. So two looks an episode are enough, not one a file.
    """
    digest, latest = hashlib.sha256(), 0.0
    for place, changed_ns, size in sorted(_looks(folder)):
        digest.update(f"{place}\0{changed_ns}\0{size}\n".encode(errors="replace"))
        latest = max(latest, changed_ns / 1e9)
    return digest.hexdigest(), latest


def _looks(folder: Path) -> Iterator[tuple[str, int, int]]:
    waiting = [os.fspath(folder)]
    while waiting:
        here = waiting.pop()
        with suppress(OSError):  # gone meanwhile; the feed says what can't be read
            yield here, os.stat(here).st_mtime_ns, 0  # noqa: PTH116 - 20,000 of them
            with os.scandir(here) as found:
                for each in found:
                    if each.name == RECORD:
                        about = each.stat(follow_symlinks=False)
                        yield each.path, about.st_mtime_ns, about.st_size
                    elif each.is_dir(follow_symlinks=False) and each.name[0] != ".":
                        waiting.append(each.path)
