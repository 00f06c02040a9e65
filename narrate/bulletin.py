"""How far an archive is: a line about every ten seconds, and one for each failure."""

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime

from narrate.batch.base import Outcome, Row
from narrate.batch.run import Audience
from narrate.batch.tally import Tally
from narrate.progress import is_lively, line_shown
from narrate.show_batch import event, failed_line, far_facts, far_line
from narrate.terminal import print_apart, print_lines

EVERY_S = 10.0
_MOST_FAILED = 50  # lines; the list has them all


@contextmanager
def bulletin(*, plain: bool, json: bool) -> Iterator[Audience]:
    """Give who tells of a run, in the form that suits this terminal."""
    if json:
        yield _Events()
    elif plain or not is_lively():
        yield _Lines(lambda line: print_apart([line]), EVERY_S)
    else:
        with line_shown("Looking at the articles") as show:
            yield _Lines(show, 0.5)


class _Now:
    """Says whether it is time again; on a clock that nobody sets."""

    def __init__(self, every_s: float) -> None:
        self._every_s, self._last_s = every_s, time.monotonic()

    def has_come(self) -> bool:
        now_s = time.monotonic()
        if now_s - self._last_s < self._every_s:
            return False
        self._last_s = now_s
        return True


class _Lines:
    """For people."""

    def __init__(self, show: Callable[[str], None], every_s: float) -> None:
        self._show, self._now = show, _Now(every_s)
        self._failed = 0

    def row(self, row: Row) -> None:
        if row.outcome is Outcome.FAILED:
            self._failed += 1
            if self._failed <= _MOST_FAILED:
                print_apart([failed_line(row)])
            if self._failed == _MOST_FAILED:
                print_apart(["More that fail are in the list alone."])

    def tick(self, tally: Tally) -> None:
        if self._now.has_come():
            self._show(far_line(tally, datetime.now().astimezone()))


class _Events:
    """For programs."""

    def __init__(self) -> None:
        self._now = _Now(EVERY_S)

    def row(self, row: Row) -> None:
        _tell(event("article", **row.as_line()))

    def tick(self, tally: Tally) -> None:
        if self._now.has_come():
            _tell(event("progress", **far_facts(tally)))


def _tell(line: str) -> None:
    print_lines([line])
    sys.stdout.flush()
