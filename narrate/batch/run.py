"""A run over an archive: every item gets a row, whoever builds it."""

import time
from collections.abc import Callable, Iterable
from typing import Protocol

from narrate.batch.base import Crew, Item, Outcome, Row
from narrate.batch.tally import Tally
from narrate.errors import ArchiveError

_HOPELESS = 25  # failures one after another, and none of them an article's own fault
_ARTICLES_OWN = frozenset({2, 3, 7})  # exit codes


class Audience(Protocol):
    """Who is told of it."""

    def row(self, row: Row) -> None:
        """Hear of one article."""

    def tick(self, tally: Tally) -> None:
        """Hear how far it is: after each row, and about each second between them."""


def run(
    items: Iterable[Item],
    count: int,
    crew: Crew,
    write: Callable[[Row], None],
    audience: Audience,
) -> Tally:
    """Build all items; raises ArchiveError where nothing at all goes any more."""
    tally = Tally(count)
    begun_s = time.monotonic()
    in_vain = 0
    for row in crew(items):
        if row:
            tally.add(row, time.monotonic() - begun_s)
            write(row)
            audience.row(row)
            in_vain = in_vain + 1 if _is_ours(row) else 0
            if in_vain >= _HOPELESS:
                raise ArchiveError(in_vain, row.why, row.exit_code)
        else:
            tally.elapsed_s = time.monotonic() - begun_s
        audience.tick(tally)
    return tally


def _is_ours(row: Row) -> bool:
    """Tell a full disk or a missing voice from an article that can't be read."""
    return row.outcome is Outcome.FAILED and row.exit_code not in _ARTICLES_OWN
