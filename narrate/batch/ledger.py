"""The ledger: a line for each article in a manifest, and the failed in another."""

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from narrate.batch.base import Outcome, Row
from narrate.batch.shelf import Shelf
from narrate.output import explained, publish, spool


@contextmanager
def open_ledger(shelf: Shelf, suffix: str = "") -> Iterator[Callable[[Row], None]]:
    """Give what writes a row; both lists appear whole when the run has ended.

    Until then, and where it is stopped, those of the run before stay as they are: what
    is built lies in its own folder. `suffix` parts the lists of shards. Raises
    OutputError.
    """
    manifest, failed_list = manifest_name(suffix), failed_name(suffix)
    with (
        shelf.lists(manifest, failed_list) as folder,
        spool(folder) as rows,
        spool(folder) as failed,
    ):

        def write(row: Row) -> None:
            line = json.dumps(row.as_line(), ensure_ascii=False) + "\n"
            data = line.encode(errors="backslashreplace")
            with explained(folder):
                rows.write(data)
                if row.outcome is Outcome.FAILED:
                    failed.write(data)

        yield write
        publish(folder / manifest, b"", rows)
        _publish_failed(folder / failed_list, failed)


def manifest_name(suffix: str = "") -> str:
    """Name the list of all articles."""
    return f"manifest{suffix}.jsonl"


def failed_name(suffix: str = "") -> str:
    """Name the list of those that failed: it can be fed back in."""
    return f"failed{suffix}.jsonl"


def _publish_failed(path: Path, failed: IO[bytes]) -> None:
    """Leave no list where nothing failed."""
    if failed.tell():
        publish(path, b"", failed)
    else:
        with explained(path):
            path.unlink(missing_ok=True)
