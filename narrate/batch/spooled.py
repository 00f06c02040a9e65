"""Articles counted before the first is built, in flat memory."""

import json
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import asdict
from tempfile import TemporaryFile

from narrate.batch.base import Item
from narrate.batch.naming import name_for
from narrate.errors import OptionError


@contextmanager
def spooled(items: Iterable[Item]) -> Iterator[tuple[int, Iterator[Item]]]:
    """Give how many there are, and then each.

    So whatever is wrong with one is said before the work begins: OptionError where
    two articles are to have one folder.
    """
    with TemporaryFile("w+", encoding="utf-8", errors="surrogateescape") as file:
        count = 0
        given: dict[str, str] = {}  # names of a manifest's own: others can't meet
        for item in items:
            if item.name != name_for(item.article):
                _refuse_two(given.setdefault(item.name, item.article), item)
            file.write(json.dumps(asdict(item)) + "\n")
            count += 1
        file.seek(0)
        yield count, (Item(**json.loads(line)) for line in file)


def _refuse_two(first: str, second: Item) -> None:
    if first != second.article:
        wanted = f"each a name of its own to {first} and {second.article}"
        raise OptionError("name", repr(second.name), wanted)
