"""The shelf: where finished episodes stand, in a folder or wherever a URL leads."""

from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
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

    def desk(self, name: str) -> AbstractContextManager[Path]:
        """Give a folder on this machine, in which the episode's own is to be built.

        What was built there is taken when the work is done; raises OutputError.
        """

    def lists(self, *names: str) -> AbstractContextManager[Path]:
        """Give a folder on this machine for lists that lie beside the episodes.

        Those of the names that are there at the end are taken, those that are not are
        taken away; raises OutputError.
        """


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

    @contextmanager
    def desk(self, name: str) -> Iterator[Path]:  # noqa: ARG002 - as a Shelf has it
        """Build it in place: a build has a desk of its own."""
        yield self._folder

    @contextmanager
    def lists(self, *names: str) -> Iterator[Path]:  # noqa: ARG002 - as a Shelf has it
        """Write them in place."""
        yield self._folder
