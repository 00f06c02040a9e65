"""A manifest: a JSON object a line, an article each; also a run's own lists."""

import json
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from narrate.batch.base import ITEM_FIELDS, Item
from narrate.batch.naming import checked, name_for
from narrate.errors import OptionError
from narrate.options import is_link
from narrate.output import explained

_PLACES = ("article", "path", "url")
_LONGEST = 1 << 20  # characters of a line
_SHOWN = 60
_NAMES = "surrogateescape"  # a path may be any bytes; its name comes back as it was


def read_manifest(path: Path) -> Iterator[Item]:
    """Give the articles of a manifest; a path counts from the manifest's folder.

    Each line has `path` or `url` (or `article` for either), and may have `title`,
    `author`, `date`, `site`, `language`, `voice` and `name`, the folder to build in.
    Other fields are left alone. Raises OptionError, which names the line.
    """
    folder = Path(os.path.abspath(path)).parent  # noqa: PTH100 - not where a link leads
    with explained(path), path.open(encoding="utf-8-sig", errors=_NAMES) as file:
        number = 0
        while line := file.readline(_LONGEST):
            number += 1
            if line.strip():
                try:
                    yield _item(_fields(line), folder)
                except (ValueError, OptionError) as error:
                    place = f"{path}, line {number}:"
                    wanted = getattr(error, "wanted", str(error))
                    shown = f"{line.strip()[:_SHOWN]!r}"
                    raise OptionError(place, shown, wanted) from error


def _fields(line: str) -> dict[str, str]:
    """Read a line's fields, those that count."""
    try:
        whole: Any = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise ValueError('a JSON object, as {"path": "a.txt"}') from error
    if not isinstance(whole, dict):
        raise ValueError('a JSON object, as {"path": "a.txt"}')  # noqa: TRY004
    found = {}
    for name in (*_PLACES, *ITEM_FIELDS):
        value = whole.get(name, "")
        if value is not None and not isinstance(value, str):
            raise ValueError(f"{name} as a text in quotation marks")
        if value:
            found[name] = _sound(name, value)
    return found


def _sound(name: str, value: str) -> str:
    """Pass a text that can be written again."""
    try:
        value.encode(errors=_NAMES if name in _PLACES else "strict")
    except UnicodeEncodeError as error:
        raise ValueError(f"{name} in whole characters, in UTF-8") from error
    if "\0" in value:
        raise ValueError(f"{name} without the character NUL")
    return value


def _item(said: dict[str, str], folder: Path) -> Item:
    places = [said.pop(place) for place in _PLACES if place in said]
    if len(set(places)) != 1:
        raise ValueError('one "path" or "url"')
    place = places[0]
    article = place if is_link(place) else os.path.normpath(folder / place)
    name = checked(said.pop("name")) if "name" in said else name_for(article)
    return Item(article, name, **said)
