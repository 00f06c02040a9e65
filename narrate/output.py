"""Write files whole or not at all: aside, then moved under their names."""

import errno
import fcntl
import filecmp
import os
import shutil
import signal
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO

from narrate.errors import OutputError, TakenError


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
def desk(folder: Path, first: str = "") -> Iterator[Path]:
    """Give an empty folder inside another; its files move there when all are done.

    The file called `first` moves before the others.

    Nobody else can have a desk there at the same time, so that files of two builds are
    never mixed: raises OutputError for the second. A file that would be the same as
    the one that is there is left alone, with its time. Whatever fails, all that was
    there before stays.
    """
    with explained(folder):
        made = [path for path in (folder, *folder.parents) if not path.exists()]
        folder.mkdir(parents=True, exist_ok=True)
    try:
        with _claimed(folder), _aside(folder / _DESK) as aside:
            yield aside
            with explained(folder):
                _move_up(aside, folder, first)
    except BaseException:
        for path in made:
            with suppress(OSError):  # something lies there by now
                path.rmdir()
        raise


_DESK = ".part"


def is_unfinished(folder: Path) -> bool:
    """Tell whether a build was struck down there: its files may be of two builds."""
    return (folder / _DESK).exists()


@contextmanager
def _claimed(folder: Path) -> Iterator[None]:
    """Hold a folder for ourselves; the system lets go of it with the process."""
    with explained(folder):
        handle = os.open(folder, os.O_RDONLY)
    try:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            trouble = "is being written by another build"
            remedy = "Wait for it, or give another place with -o"
            raise TakenError(str(folder), trouble, remedy) from None
        yield
    finally:
        os.close(handle)


@contextmanager
def _aside(folder: Path) -> Iterator[Path]:
    with explained(folder):
        if folder.exists():  # of a build that was killed: the folder is ours alone
            shutil.rmtree(folder)
        folder.mkdir()
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _move_up(aside: Path, folder: Path, first: str) -> None:
    """Move all that is new; only now does anything there change."""
    new = []
    for path in sorted(aside.rglob("*"), key=lambda path: (path.name != first, path)):
        target = folder / path.relative_to(aside)
        if path.is_file() and not (
            target.is_file() and filecmp.cmp(path, target, shallow=False)
        ):
            with path.open("rb") as file:
                os.fsync(file.fileno())
            target.parent.mkdir(exist_ok=True)
            new.append((path, target))
    with _undisturbed():
        for path, target in new:
            path.replace(target)


@contextmanager
def _undisturbed() -> Iterator[None]:
    """Let Ctrl-C and an end that the system asks for wait: some renames, no writing."""
    stops = {signal.SIGINT, signal.SIGTERM}
    before = signal.pthread_sigmask(signal.SIG_BLOCK, stops)
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


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
