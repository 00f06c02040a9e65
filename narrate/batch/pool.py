"""The pool of one machine: items in, rows out, whatever happens to a worker."""

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from narrate.batch.base import Crew, Item, Outcome, Row
from narrate.batch.plan import Plan
from narrate.batch.shop import Shop
from narrate.options import is_link
from narrate.workers import is_lost, open_workers

if TYPE_CHECKING:
    from concurrent.futures import Future

MOST_TRIES = 3
"""Then an article is put aside."""

_AHEAD = 4  # items under way for each worker: none waits, and memory stays flat
_TICK_S = 1.0
_LOST = 5  # the exit code of an article whose worker died: that of speech
_OUTPUT = 6
_OUR_FAULT = 1


def run_here(plan: Plan, items: Iterable[Item], jobs: int) -> Iterator[Row | None]:
    """Build all items in so many processes; give each one's row as it is done.

    None is given about each second in which nothing else is. A worker that is killed,
    crashes or takes too long costs a try of its article, and no other.
    Raises WorkersError.
    """
    with open_crew(plan, jobs) as crew:
        yield from crew(items)


@contextmanager
def open_crew(plan: Plan, jobs: int) -> Iterator[Crew]:
    """Open so many processes, which build whatever they are given, again and again."""
    make = partial(Shop, plan)
    with open_workers(make, jobs, apart=True, limit_s=plan.limit_s) as submit:
        yield partial(_built, submit, _AHEAD * jobs)


def _built(
    submit: "Callable[[Item], Future[Row]]", most: int, items: Iterable[Item]
) -> Iterator[Row | None]:
    line = _Line(submit)
    for item in items:
        line.add(Row(item, Outcome.FAILED, tries=0))
        while len(line.under_way) >= most:
            yield from line.some()
    while line.under_way or line.again:
        yield from line.some()


class _Line:
    """Who is under way, and who waits for another try."""

    def __init__(self, submit: "Callable[[Item], Future[Row]]") -> None:
        self._submit = submit
        self.under_way: dict[Future[Row], Row] = {}
        self.again: deque[Row] = deque()

    def add(self, before: Row) -> None:
        """Begin an item; `before` is what became of its earlier tries."""
        self.under_way[self._submit(before.item)] = before

    def some(self) -> Iterator[Row | None]:
        """Wait for the next to be done, a second at most."""
        from concurrent.futures import FIRST_COMPLETED, wait  # noqa: PLC0415

        if not self.under_way:
            self.add(self.again.popleft())
        done, _ = wait(self.under_way, _TICK_S, FIRST_COMPLETED)
        for future in done:
            row = _after(self.under_way.pop(future), future)
            if _may_mend(row) and row.tries < MOST_TRIES:
                self.again.append(row)
            else:
                yield row
        if not done:
            yield None


def _after(before: Row, future: "Future[Row]") -> Row:
    """Give what became of an item by now, all tries together."""
    try:
        row = future.result()
    except Exception as error:  # noqa: BLE001 - one article never stops the rest
        code = _LOST if is_lost(error) else _OUR_FAULT
        why = f"{type(error).__name__}: {error}" if code == _OUR_FAULT else str(error)
        row = replace(before, why=f"{why[:1].upper()}{why[1:]}.", exit_code=code)
    return replace(row, tries=before.tries + 1, seconds=before.seconds + row.seconds)


def _may_mend(row: Row) -> bool:
    """Tell whether another try may end in another way: an article stays as it is."""
    if row.outcome is not Outcome.FAILED:
        return False
    return row.exit_code in {_LOST, _OUTPUT} or is_link(row.item.article)
