"""A shelf in a cloud, or wherever else fsspec leads: S3, Google, Azure, SFTP, FTP.

An object store has no renames: the record goes first and comes last, so that an episode
with a record is whole.
"""

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path, PurePosixPath

import fsspec

from narrate.errors import EpisodeError, NarrateError, OptionError, OutputError
from narrate.publish.base import RECORD
from narrate.publish.record import Record, parse_record

_REMEDY = "Check the address, the rights and the network, and give the command again"


class CloudShelf:
    """A folder at a URL: episodes are built here, and brought there whole."""

    def __init__(self, url: str) -> None:
        """Connect to it; raises OptionError where no library knows such a URL."""
        self._url = url
        try:
            with self._explained():
                self._files, root = fsspec.core.url_to_fs(url)
        except (ImportError, ValueError) as error:
            wanted = f"a URL that fsspec knows ({str(error).rstrip('.')})"
            raise OptionError("-o", url, wanted) from error
        self._root = PurePosixPath(root)
        self._here: Path | None = None

    def find(self, name: str) -> Record | None:
        """See that every file that the record names is there, and as long."""
        folder = self._root / name
        with self._explained():
            try:
                data = self._files.cat_file(str(folder / RECORD))
                record = parse_record(data, f"{self._url}/{name}/{RECORD}")
                sizes = [self._files.size(str(folder / f.name)) for f in record.files]
            except (FileNotFoundError, EpisodeError):
                return None
        return record if sizes == [file.size for file in record.files] else None

    def desk(self, name: str) -> Path:  # noqa: ARG002 - as a Shelf has it
        """Build it in a folder that goes away with it."""
        self._clear()
        self._here = Path(tempfile.mkdtemp(prefix="narrate-"))
        return self._here

    def keep(self, name: str) -> None:
        """Bring the episode there, its record last, and clear the desk."""
        before = self.find(name)
        here = (self._here or Path()) / name
        names = [path.relative_to(here).as_posix() for path in _files_of(here)]
        with self._explained():
            self._remove(f"{name}/{RECORD}")
            for each in sorted(names, key=lambda each: each == RECORD):
                self._put(here / each, f"{name}/{each}")
            for file in before.files if before else ():
                if file.name not in names:
                    self._remove(f"{name}/{file.name}")
        self._clear()

    def file(self, name: str) -> Path:
        """Write it here first."""
        self._here = self._here or Path(tempfile.mkdtemp(prefix="narrate-"))
        return self._here / name

    def keep_file(self, name: str) -> None:
        """Bring it there."""
        path = self.file(name)
        with self._explained():
            if path.exists():
                self._put(path, name)
            else:
                self._remove(name)
        path.unlink(missing_ok=True)
        if not list(path.parent.iterdir()):
            self._clear()

    def _put(self, path: Path, name: str) -> None:
        target = self._root / name
        self._files.makedirs(str(target.parent), exist_ok=True)
        self._files.put_file(str(path), str(target))

    def _remove(self, name: str) -> None:
        target = str(self._root / name)
        if self._files.exists(target):
            self._files.rm_file(target)

    def _clear(self) -> None:
        if self._here:
            shutil.rmtree(self._here, ignore_errors=True)
        self._here = None

    @contextmanager
    def _explained(self) -> Iterator[None]:
        """Say what went wrong, whatever the library of such a URL raises."""
        try:
            yield
        except (NarrateError, ImportError, ValueError):
            raise
        except Exception as error:
            why = str(error).rstrip(".") or type(error).__name__
            trouble = f"can't be reached or written: {why}"
            raise OutputError(self._url, trouble, _REMEDY) from error


def _files_of(folder: Path) -> Iterator[Path]:
    return (path for path in sorted(folder.rglob("*")) if path.is_file())
