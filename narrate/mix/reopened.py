"""A file that FFmpeg opens twice: it reads at one place while it writes at another."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from typing import IO


class Reopened:
    """A file as FFmpeg wants it: with a place of its own in it, and never closed.

    An MP4's index is known last and stands first: FFmpeg then moves all that is behind
    it, and opens the file again for that.
    """

    def __init__(
        self, file: IO[bytes], troubles: list[BaseException] | None = None
    ) -> None:
        self._file, self._at = file, 0
        self._troubles: list[BaseException] = [] if troubles is None else troubles

    @property
    def trouble(self) -> BaseException | None:
        """What first went wrong, wherever it was open."""
        return self._troubles[0] if self._troubles else None

    def again(self, _name: str, _flags: int, _options: object) -> "Reopened":
        """Open it a second time."""
        return Reopened(self._file, self._troubles)

    def read(self, size: int) -> bytes:
        """Read from its own place."""
        with self._remembered():
            self._file.seek(self._at)
            data = self._file.read(size)
        self._at += len(data)
        return data

    def write(self, data: bytes) -> int:
        """Write at its own place."""
        with self._remembered():
            self._file.seek(self._at)
            self._file.write(data)
        self._at += len(data)
        return len(data)

    def seek(self, offset: int, whence: int = os.SEEK_SET) -> int:
        """Move its own place, from the beginning or from here."""
        self._at = offset + (self._at if whence == os.SEEK_CUR else 0)
        return self._at

    def tell(self) -> int:
        """Tell its own place."""
        return self._at

    @contextmanager
    def _remembered(self) -> Iterator[None]:
        try:
            yield
        except OSError as error:
            self._troubles.append(error)
            raise
        except BaseException as error:  # Ctrl-C: PyAV would let it go unheard
            self._troubles.append(error)
            raise OSError from error
