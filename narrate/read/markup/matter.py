"""Front matter: what a Markdown file says of itself above its text."""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from narrate.model import Line
from narrate.read.base import Page, letters
from narrate.roles import Role

_MATTER = re.compile(
    r"\A(?:---[ \t]*\r?\n(?=[A-Za-z][\w -]*:)(?P<yaml>.{0,60000}?)"
    r"\r?\n(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)"
    r"|\+\+\+[ \t]*\r?\n(?P<toml>.{0,60000}?)\r?\n\+\+\+[ \t]*(?:\r?\n|\Z))",
    re.DOTALL,
)
_KNOWN = frozenset(  # a sentence may begin with "Note:"; with these none does
    "title headline subtitle author authors byline date published pubdate created "
    "updated lastmod description summary lang language site publication publisher "
    "image cover tags categories category keywords layout slug permalink draft".split()
)
_NAMES = {
    "title": ("title", "headline"),
    "byline": ("author", "authors", "byline", "by"),
    "published": ("date", "published", "pubdate", "created"),
    "language": ("lang", "language", "locale"),
    "site": ("site", "publication", "publisher"),
    "image": ("image", "cover"),
}
_KEY = re.compile(r"([A-Za-z][\w -]*)[ \t]*[:=]")
_LABEL = re.compile(r"[ \t]*(?:-[ \t]+)?(?:[A-Za-z][\w -]*?[ \t]*[:=](?=\s|$))?")
_ISO = re.compile(r"\d{4}-\d\d-\d\d")
_BROKEN = "The front matter is broken YAML: it was read line by line."
_FIELD = re.compile(r"([A-Za-z][\w -]*):[ \t]*(.*)")


def split_matter(text: str) -> tuple[Page, str]:
    """Part front matter from text; a rule on the first line begins none.

    What of it is not used, is in the page's lines as furniture: left out, and told.
    """
    found = _MATTER.match(text)
    fields, broken = _fields(found) if found else (None, False)
    if found is None or not fields or not fields.keys() & _KNOWN:
        return Page(()), text
    said = {field: _text(fields, *names) for field, names in _NAMES.items()}
    page = Page(
        (),
        title=said["title"],
        byline=said["byline"],
        published=_day(said["published"]),
        language=said["language"],
        site=said["site"],
        image=said["image"],
    )
    return replace(
        page,
        lines=tuple(_unused(found, page)),
        notices=(_BROKEN,) if broken else (),
    ), text[found.end() :]


def _unused(found: re.Match[str], page: Page) -> Iterator[Line]:
    """Give the lines of front matter whose words are not in what was made of it."""
    used = {
        name: letters(getattr(page, field))
        for field, names in _NAMES.items()
        for name in names
    }
    name, number = "", 0
    for row in filter(str.strip, (found["yaml"] or found["toml"]).splitlines()):
        if key := _KEY.match(row):
            name = key[1].strip().lower()
        if not _is_used(_LABEL.sub("", row), used.get(name, "")):
            number += 1
            yield Line(row.strip(), number, Role.FURNITURE)


def _is_used(said: str, whole: str) -> bool:
    """Tell whether a row's words are all in what was made of it; of a date, the day."""
    words = [letters(word) for word in said.split()]
    return all(word in whole or word.startswith(whole or "-") for word in words)


def _day(text: str) -> str:
    return text[:10] if _ISO.match(text) else text


def _fields(found: re.Match[str]) -> tuple[dict[str, object] | None, bool]:
    """Give what front matter says, if it is any, and whether it is broken."""
    if found["toml"] is not None:
        try:
            loads = tomllib.loads(found["toml"])
        except tomllib.TOMLDecodeError:
            return None, False
        return {key.lower(): value for key, value in loads.items()}, False
    import yaml  # noqa: PLC0415 - 20 ms that other files never need

    try:
        events = yaml.parse(found["yaml"], yaml.SafeLoader)
        if any(isinstance(event, yaml.AliasEvent) for event in events):
            return _plain(found["yaml"]), False  # they fill any memory
        loaded = yaml.safe_load(found["yaml"])
    except (yaml.YAMLError, ValueError, RecursionError):
        return _plain(found["yaml"]), True
    if not isinstance(loaded, dict):
        return None, False
    return {str(key).lower(): value for key, value in loaded.items()}, False


def _plain(text: str) -> dict[str, object] | None:
    """Read what is nearly YAML: `title: One: two` is often written so."""
    fields: dict[str, object] = {}
    for line in text.splitlines():
        field = _FIELD.match(line)
        if field:
            fields[field[1].lower()] = field[2].strip().strip("\"'")
        elif line.strip() and not line.startswith((" ", "\t", "-", "#")):
            return None
    return fields or None


def _text(fields: dict[str, object], *names: str) -> str:
    """Give the first field that is there, as one line of text."""
    for name in names:
        if text := _line(fields.get(name)):
            return text
    return ""


def _line(value: object) -> str:
    if isinstance(value, str):
        return " ".join(value.split())
    if isinstance(value, date):  # a datetime is one too
        return value.isoformat()
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    if isinstance(value, dict):
        return _line(value.get("name"))
    if isinstance(value, list):
        flat = (one for one in value if not isinstance(one, list))
        return ", ".join(filter(None, map(_line, flat)))
    return ""
