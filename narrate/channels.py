"""What a publisher says of a show: checked, and remembered beside its episodes."""

import json
import re
import tomllib
from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType
from urllib.parse import quote, urlsplit

from narrate.categories import CATEGORIES, nearest
from narrate.errors import OptionError
from narrate.options import is_link

SETTINGS = "feed.toml"
"""Remembers what was said of a show, in the folder of its episodes."""

Said = Mapping[str, str | bool]
"""What was said, by Channel's names; what was not said is not in it."""

_HEAD = "# What narrate feed was told of this show: the next run needs no options.\n"
_NO_TOML = re.compile("[\x7f\ud800-\udfff]")  # what JSON leaves as it is
_MAIL = re.compile(r'[^@\s<>",;]+@[^@\s<>",;]+\.[^@\s<>",;.]+')
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*")
_URL_SAFE = "/%:@!$&'()*+,;=~"
_FLAGS = ("explicit", "locked")
_NEEDED = {
    "base_url": "the address that the folder will have: https://example.org/audio/",
    "title": "the show's title, in quotation marks",
}


def remembered(folder: Path) -> Said:
    """Read what was said before; raises OptionError for a file that is damaged."""
    path = folder / SETTINGS
    again = "TOML as narrate wrote it, or take the file away and say all of it again"
    try:
        whole = tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return {}
    except (OSError, ValueError) as error:
        raise OptionError("The file", path, again) from error
    for name, value in whole.items():
        known = name in _CHECKS or name in _FLAGS
        if not known or not isinstance(value, bool if name in _FLAGS else str):
            raise OptionError(f"The setting {name} in", path, again)
    return whole


def settings_text(said: Said) -> str:
    """Write what was said, in TOML: a string of JSON is one of TOML too."""
    lines = [
        f"{name} = {json.dumps(value, ensure_ascii=False)}\n"
        for name, value in sorted(said.items())
    ]
    return _HEAD + _NO_TOML.sub("\ufffd", "".join(lines))


def checked(said: Said) -> Said:
    """Give what was said as a feed needs it; raises OptionError."""
    for name, example in _NEEDED.items():
        if not str(said.get(name, "")).strip():
            raise OptionError(_option(name), "(not given)", example)
    return {
        name: _CHECKS[name](_option(name), value) if isinstance(value, str) else value
        for name, value in said.items()
    }


def _option(name: str) -> str:
    return "--" + name.replace("_", "-")


def _text(_: str, value: str) -> str:
    return value.strip()


def _address(option: str, value: str) -> str:
    """Write a link in ASCII, as links in a feed must be."""
    example = "an address with its scheme, such as https://example.org/audio/"
    try:
        parts = urlsplit(value.strip())
        host = parts.netloc if parts.netloc.isascii() else _idna(parts.netloc)
        _ = parts.port  # may be no number
    except ValueError as error:
        raise OptionError(option, value, example) from error
    plain = bool(host) and host.isprintable() and " " not in host
    if not plain or parts.scheme not in {"http", "https"} or not parts.hostname:
        raise OptionError(option, value, example)
    path = quote(parts.path, safe=_URL_SAFE, errors="replace")
    query = quote(parts.query, safe=_URL_SAFE + "?", errors="replace")
    return f"{parts.scheme}://{host}{path}{'?' if query else ''}{query}"


def _idna(host: str) -> str:
    return host.encode("idna").decode("ascii")


def _base_url(option: str, value: str) -> str:
    if "?" in value or "#" in value:
        raise OptionError(option, value, "a folder's address, without ? and #")
    return _address(option, value).rstrip("/") + "/"


def _link(option: str, value: str) -> str:
    return _address(option, value) if value.strip() else ""


def _image(option: str, value: str) -> str:
    return _address(option, value) if is_link(value) else value


def _email(option: str, value: str) -> str:
    if value and not _MAIL.fullmatch(value[:255]):
        raise OptionError(option, value, "an e-mail address, such as me@example.org")
    return value


def _language(option: str, value: str) -> str:
    if not _LANGUAGE.fullmatch(value.replace("_", "-")):
        raise OptionError(option, value, "a language's code, such as en or de-AT")
    return value.replace("_", "-")


def _category(option: str, value: str) -> str:
    """Find the category that is meant, or the subcategory by its own name."""
    above, _, below = (part.strip() for part in value.partition(">"))
    if above in CATEGORIES and (not below or below in CATEGORIES[above]):
        return f"{above} > {below}" if below else above
    for name, inside in CATEGORIES.items():
        if value.strip() in inside:
            return f"{name} > {value.strip()}"
    raise OptionError(
        option, value, f"one of Apple's categories: {_meant(above, below)}"
    )


def _meant(above: str, below: str) -> str:
    """Name the category that may be meant, or all that there are."""
    if above in CATEGORIES:
        found = nearest(below, above)
        return f"{above} > {found}" if found else ", ".join(CATEGORIES[above]) or above
    if found := nearest(above):
        return found
    within = ((name, nearest(above, name)) for name in CATEGORIES if CATEGORIES[name])
    some = [f"{name} > {found}" for name, found in within if found]
    return some[0] if some else ", ".join(CATEGORIES)


_CHECKS: Mapping[str, Callable[[str, str], str]] = MappingProxyType(
    {
        "title": _text,
        "base_url": _base_url,
        "author": _text,
        "description": _text,
        "language": _language,
        "image": _image,
        "category": _category,
        "email": _email,
        "link": _link,
    }
)
