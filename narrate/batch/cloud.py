"""A shelf in a cloud, or wherever else fsspec leads: S3, Google, Azure, SFTP, FTP.

An object store has no renames: the record goes first and comes last, so that an episode
with a record is whole.
"""

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

    @contextmanager
    def desk(self, name: str) -> Iterator[Path]:
        """Build it in a folder that goes away; then bring it there, its record last."""
        with _here() as folder:
            yield folder
            self._bring(folder / name, name)

    @contextmanager
    def lists(self, *names: str) -> Iterator[Path]:
        """Write them here first."""
        with _here() as folder:
            yield folder
            with self._explained():
                for name in names:
                    if (folder / name).exists():
                        self._put(folder / name, name)
                    else:
                        self._remove(name)

    def _bring(self, here: Path, name: str) -> None:
        before = self.find(name)
        names = [path.relative_to(here).as_posix() for path in _files_of(here)]
        with self._explained():
            self._remove(f"{name}/{RECORD}")
            for each in sorted(names, key=lambda each: each == RECORD):
                self._put(here / each, f"{name}/{each}")
            for file in before.files if before else ():
                if file.name not in names:
                    self._remove(f"{name}/{file.name}")

    def _put(self, path: Path, name: str) -> None:
        target = self._root / name
        self._files.makedirs(str(target.parent), exist_ok=True)
        self._files.put_file(str(path), str(target))

    def _remove(self, name: str) -> None:
        target = str(self._root / name)
        if self._files.exists(target):
            self._files.rm_file(target)

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


@contextmanager
def _here() -> Iterator[Path]:
    with tempfile.TemporaryDirectory(
        prefix="narrate-", ignore_cleanup_errors=True
    ) as folder:
        yield Path(folder)


def _files_of(folder: Path) -> Iterator[Path]:
    return (path for path in sorted(folder.rglob("*")) if path.is_file())
