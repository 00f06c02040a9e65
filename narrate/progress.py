"""How far the work is: a live bar on a terminal, appended lines everywhere else.

Lines put the words first and are never taken back, so that a screen reader says each
of them once; there are no spinners, boxes or colours in them.
"""

import os
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from narrate.build import Progress

_EVERY_S = 0.5


@contextmanager
def shown(*, plain: bool, quiet: bool) -> Iterator[Callable[[Progress], None]]:
    """Give what a build reports to, in the form that suits this terminal."""
    if quiet:
        yield lambda _: None
    elif plain or not is_lively():
        yield _Lines().show
    else:
        with _bar() as show:
            yield show


def is_lively() -> bool:
    """Tell whether somebody watches who can see a line change."""
    return (
        sys.stderr.isatty()
        and os.environ.get("TERM") not in {None, "", "dumb"}
        and not os.environ.get("ACCESSIBLE")
    )


class _Lines:
    """A line for each chapter, but never a flood of them."""

    def __init__(self) -> None:
        self._chapter = 0
        self._last_s = -_EVERY_S

    def show(self, progress: Progress) -> None:
        now_s = time.monotonic()
        if progress.chapter == self._chapter or now_s - self._last_s < _EVERY_S:
            return
        self._chapter, self._last_s = progress.chapter, now_s
        sys.stderr.write(f"{_words(progress)}\n")
        sys.stderr.flush()


def _words(progress: Progress) -> str:
    percent = 100 * progress.done // progress.total
    return f"Chapter {progress.chapter} of {progress.chapters}, {percent} percent"


@contextmanager
def line_shown(first: str) -> Iterator[Callable[[str], None]]:
    """Give what changes a line that stays at the foot of a terminal."""
    from rich.console import Console  # noqa: PLC0415 - as below
    from rich.status import Status  # noqa: PLC0415

    with Status(first, console=Console(stderr=True)) as status:
        yield status.update


@contextmanager
def _bar() -> Iterator[Callable[[Progress], None]]:
    from rich.console import Console  # noqa: PLC0415 - 0.2 s that a pipe never needs
    from rich.progress import BarColumn, TextColumn  # noqa: PLC0415
    from rich.progress import Progress as Bar  # noqa: PLC0415

    columns = (TextColumn("{task.description}"), BarColumn())
    with Bar(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("Reading the article", total=None)

        def show(progress: Progress) -> None:
            done, total = progress.done, progress.total
            bar.update(task, completed=done, total=total, description=_words(progress))

        yield show
