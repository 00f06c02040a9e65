"""Write a file whole or not at all: aside, then moved under its name."""

import errno
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from narrate.errors import OutputError


@contextmanager
def spool(folder: Path) -> Iterator[IO[bytes]]:
    """Open a nameless file for what is not finished: it goes with the process."""
    with explained(folder):
        folder.mkdir(parents=True, exist_ok=True)
        file = tempfile.TemporaryFile(dir=folder)  # noqa: SIM115 - closed below
    try:
        yield file
    finally:
        with explained(folder):
            file.close()  # may still have something to write


def publish(path: Path, head: bytes, body: IO[bytes]) -> None:
    """Write head and body under a name; what was there stays until all is on disk."""
    with explained(path):
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=".", suffix=".part")
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(head)
                body.seek(0)
                shutil.copyfileobj(body, file, 1 << 20)
                file.flush()
                os.fsync(file.fileno())
            Path(name).chmod(_usual_mode())
            Path(name).replace(path)
        except BaseException:
            Path(name).unlink(missing_ok=True)
            raise


@contextmanager
def explained(path: Path) -> Iterator[None]:
    """Turn the system's errors into a sentence that names the file and a remedy."""
    try:
        yield
    except BrokenPipeError:
        raise  # who listened to a stream has gone: no trouble
    except OSError as error:
        if error.errno in {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}:
            trouble = "can't be written: the disk is full"
            remedy = "Free some space, or write elsewhere with -o"
        else:
            trouble = f"can't be written: {error.strerror or error}"
            remedy = "Choose another place with -o"
        raise OutputError(str(path), trouble, remedy) from error


def _usual_mode() -> int:
    """Give a new file's usual permissions: mkstemp's are for its owner alone."""
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask
