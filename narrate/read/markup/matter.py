"""Front matter: what a Markdown file says of itself above its text."""

import re
import tomllib
from datetime import date

from narrate.read.base import Page

_MATTER = re.compile(
    r"\A(?:---[ \t]*\r?\n(?P<yaml>.{0,60000}?)\r?\n(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)"
    r"|\+\+\+[ \t]*\r?\n(?P<toml>.{0,60000}?)\r?\n\+\+\+[ \t]*(?:\r?\n|\Z))",
    re.DOTALL,
)
_FIELD = re.compile(r"([A-Za-z][\w -]*):[ \t]*(.*)")


def split_matter(text: str) -> tuple[Page, str]:
    """Part front matter from text; a rule on the first line begins none."""
    found = _MATTER.match(text)
    fields = _fields(found) if found else None
    if found is None or fields is None:
        return Page(()), text
    page = Page(
        (),
        title=_text(fields, "title", "headline"),
        byline=_text(fields, "author", "authors", "byline", "by"),
        published=_text(fields, "date", "published", "pubdate", "created")[:10],
        language=_text(fields, "lang", "language", "locale"),
        site=_text(fields, "site", "publication", "publisher"),
        image=_text(fields, "image", "cover"),
    )
    return page, text[found.end() :]


def _fields(found: re.Match[str]) -> dict[str, object] | None:
    if found["toml"] is not None:
        try:
            return {k.lower(): v for k, v in tomllib.loads(found["toml"]).items()}
        except tomllib.TOMLDecodeError:
            return None
    import yaml  # noqa: PLC0415 - 20 ms that other files never need

    try:
        events = yaml.parse(found["yaml"], yaml.SafeLoader)
        if any(isinstance(event, yaml.AliasEvent) for event in events):
            return _plain(found["yaml"])  # aliases of aliases fill any memory
        loaded = yaml.safe_load(found["yaml"])
    except (yaml.YAMLError, ValueError, RecursionError):
        return _plain(found["yaml"])
    if not isinstance(loaded, dict):
        return None
    return {str(key).lower(): value for key, value in loaded.items()}


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
