"""Lines on standard output: readable, whoever or whatever reads them."""

import os
import re
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import IO

from narrate.errors import OptionError, OutputError

# A title or a dropped line may hold a terminal's commands: they are shown, not obeyed.
_COMMANDS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


def print_lines(lines: Iterable[str]) -> None:
    """Write lines until they end or the reader has enough (`narrate script | head`).

    Raises OutputError where they can't be written, as on a full disk.
    """
    try:
        for line in lines:
            sys.stdout.write(_COMMANDS.sub("\ufffd", line) + "\n")
        sys.stdout.flush()
    except BrokenPipeError:
        _let_go()
    except OSError as error:
        _let_go()
        trouble = f"can't be written: {error.strerror}"
        raise OutputError("Standard output", trouble, "Check where it goes") from error


def print_apart(lines: Iterable[str]) -> None:
    """Write lines where no sound goes: on standard error."""
    for line in lines:
        sys.stderr.write(_COMMANDS.sub("\ufffd", line) + "\n")


@contextmanager
def streamed(*, wanted: bool) -> Iterator[IO[bytes] | None]:
    """Give standard output for sound, if it is wanted there.

    Raises OptionError where a person would see it; a reader that goes away ends it.
    """
    if not wanted:
        yield None
        return
    if sys.stdout.isatty():
        player = "a player to pipe it to: narrate build ARTICLE -o - | mpv -"
        raise OptionError("-o", "-", player)
    try:
        yield sys.stdout.buffer
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        _let_go()
        raise


def _let_go() -> None:
    """Send the rest nowhere, so that Python's exit does not complain again."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
