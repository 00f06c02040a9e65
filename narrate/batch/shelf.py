"""The shelf: where finished episodes stand, in a folder or wherever a URL leads."""

from pathlib import Path
from typing import Protocol

from narrate.errors import EpisodeError
from narrate.output import is_unfinished
from narrate.publish.base import RECORD
from narrate.publish.record import Record, read_record


class Shelf(Protocol):
    """Holds a folder for each article, by its name."""

    def find(self, name: str) -> Record | None:
        """Give the record of an episode, if that is there and whole."""

    def desk(self, name: str) -> Path:
        """Give a folder on this machine, in which the episode's own will be built."""

    def keep(self, name: str) -> None:
        """Take what was built at the desk; raises OutputError."""

    def file(self, name: str) -> Path:
        """Give a path on this machine for a list that lies beside the episodes."""

    def keep_file(self, name: str) -> None:
        """Take that list, or take it away where it is not there; raises OutputError."""


def open_shelf(out: str) -> Shelf:
    """Open a folder, or whatever a URL leads to; raises OptionError."""
    if "://" in out:
        from narrate.batch.cloud import CloudShelf  # noqa: PLC0415 - an extra

        return CloudShelf(out)
    return FolderShelf(Path(out))


class FolderShelf:
    """A folder on this machine: episodes are built where they stay."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def find(self, name: str) -> Record | None:
        """See that no build was struck down there, and that no file was cut."""
        folder = self._folder / name
        try:
            record = read_record(folder / RECORD)
        except EpisodeError:
            return None  # there is none; or a build says what is wrong with it
        if is_unfinished(folder):
            return None
        try:
            sizes = [(folder / file.name).stat().st_size for file in record.files]
        except OSError:
            return None
        return record if sizes == [file.size for file in record.files] else None

    def desk(self, name: str) -> Path:  # noqa: ARG002 - as a Shelf has it
        """Build it in place: a build has a desk of its own."""
        return self._folder

    def keep(self, name: str) -> None:
        """Nothing is left to do."""

    def file(self, name: str) -> Path:
        """Write it in place."""
        return self._folder / name

    def keep_file(self, name: str) -> None:
        """Nothing is left to do."""
