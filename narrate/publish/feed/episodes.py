"""Find the episodes in a folder: by a light pass their order, then one at a time."""

import os
import re
import stat
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from narrate.errors import EpisodeError
from narrate.publish.base import RECORD
from narrate.publish.feed.times import published_at
from narrate.publish.record import File, Record, read_record

# Inside a JSON string no line ends: in our own layout this is the record's own date.
_PUBLISHED = re.compile(rb'\n "published": "([0-9-]*)"')


_Found = tuple[Path, float]
"""A record, and when it last changed."""


@dataclass(frozen=True, slots=True)
class Entry:
    """An episode as it lies on the disk."""

    folder: str
    """Its path from the published folder, `/` between parts; empty for that itself."""

    record: Record
    """What is known of it; of its files only those that are there, as long as they
    are."""

    changed_s: float
    """When its record last changed."""

    @property
    def published_at(self) -> datetime:
        """When the article was published, or else when it was built."""
        return published_at(self.record.published, self.changed_s)

    @property
    def title(self) -> str:
        """The article's title, or at least its folder's name."""
        return self.record.title.strip() or self.folder.rpartition("/")[2] or "Episode"

    def path(self, file: File) -> str:
        """Give the path of one of its files from the published folder."""
        return f"{self.folder}/{file.name}" if self.folder else file.name


def find_episodes(
    folder: Path, tell: Callable[[str], None] | None = None
) -> list[Entry]:
    """List the episodes in a folder and those below it, the newest first.

    `tell` gets a sentence for each that is left out: without sound, or built twice.
    No symbolic link is followed, and no folder that begins with a dot is looked into.
    Raises EpisodeError for a record that can't be read.
    """
    return list(read_episodes(folder, tell))


def read_episodes(
    folder: Path,
    tell: Callable[[str], None] | None = None,
    *,
    patient: bool = False,
) -> Iterator[Entry]:
    """Give what find_episodes lists, one at a time: a large show needs no memory.

    Where it is to be patient, what can't be read is left out and told.
    """
    told = tell or (lambda _: None)
    sorry = told if patient else None
    newest: dict[str, str] = {}
    for path, changed_s in _in_order(folder, sorry):
        record = _record(path, sorry)
        if record is None:
            continue
        place = os.path.relpath(path.parent, folder)
        entry = Entry("" if place == "." else place, record, changed_s)
        files = tuple(_there(path.parent, record.files))
        sound = any(file.kind == "mp3" for file in files)
        if not sound:
            gone = "is not there any more" if record.file("mp3") else "was not built"
            told(f"{path.parent} is left out: its MP3 {gone}.")
        elif record.guid in newest:
            twin = newest[record.guid]
            told(f"{path.parent} is left out: {twin} is the same article, newer.")
        else:
            newest[record.guid] = str(path.parent)
            yield replace(entry, record=replace(record, files=files))


def _record(path: Path, sorry: Callable[[str], None] | None) -> Record | None:
    try:
        return read_record(path)
    except EpisodeError as error:
        if sorry is None:
            raise
        sorry(str(error))
        return None


def _in_order(folder: Path, sorry: Callable[[str], None] | None) -> list[_Found]:
    """Name every record and its time, the newest first."""
    found = []
    for path, changed_s in _records(folder, sorry):
        with _passing(sorry):
            moment = published_at(_published(path), changed_s)
            found.append((-moment.timestamp(), -changed_s, str(path)))
    return [(Path(path), -changed_s) for _, changed_s, path in sorted(found)]


def _published(path: Path) -> str:
    """Look up the date alone: reading a whole record takes five times as long."""
    with _readable(path):
        data = path.read_bytes()
    if match := _PUBLISHED.search(data):
        return match[1].decode()
    return read_record(path).published


def _records(folder: Path, sorry: Callable[[str], None] | None) -> Iterator[_Found]:
    """Find the records below a folder."""
    waiting = [folder]
    while waiting:
        here = waiting.pop()
        with _passing(sorry), _readable(here), os.scandir(here) as found:
            for each in found:
                if each.name == RECORD and each.is_file(follow_symlinks=False):
                    yield Path(each.path), each.stat().st_mtime
                elif not each.name.startswith(".") and each.is_dir(
                    follow_symlinks=False
                ):
                    waiting.append(Path(each.path))


def _there(folder: Path, files: Iterable[File]) -> Iterator[File]:
    """Give the files that are there, with the lengths that they have now."""
    for file in files:
        try:
            about = os.lstat(f"{folder}/{file.name}")
        except (OSError, ValueError):  # gone; or no name that a disk could hold
            continue
        if stat.S_ISREG(about.st_mode) and not _through_link(folder, file.name):
            same = about.st_size == file.size
            yield file if same else replace(file, size=about.st_size)


def _through_link(folder: Path, name: str) -> bool:
    """Tell whether a name leads through a link, and maybe out of the folder."""
    parts = name.split("/")[:-1]
    return any(
        (folder / "/".join(parts[:n])).is_symlink() for n in range(1, len(parts) + 1)
    )


@contextmanager
def _passing(sorry: Callable[[str], None] | None) -> Iterator[None]:
    """Tell of what can't be read instead of ending, if there is somebody to tell."""
    try:
        yield
    except EpisodeError as error:
        if sorry is None:
            raise
        sorry(str(error))


@contextmanager
def _readable(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        trouble = f"can't be read: {error.strerror or error}"
        raise EpisodeError(str(path), trouble, "Check its permissions") from error
