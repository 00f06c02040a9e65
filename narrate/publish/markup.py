"""HTML in pieces: a text is escaped unless it is markup already."""

import html
from collections.abc import Iterable
from typing import Final
from urllib.parse import quote, urlsplit, urlunsplit

from narrate.options import primary
from narrate.publish.clean import tidy

_FROM_THE_RIGHT: Final = frozenset("ar arc ckb dv fa he ks ps sd ug ur yi".split())


class Html(str):
    """Markup. What is no Html is text, and escaped: to forget it is impossible."""

    __slots__ = ()


SPACE: Final = Html(" ")
"""Between two elements in a line."""


def escaped(text: str) -> Html:
    """Give a text as markup; markup stays."""
    if isinstance(text, Html):
        return text
    return Html(html.escape(tidy(text)))


def joined(parts: Iterable[str], between: str = "") -> Html:
    """Give parts, one behind the other, with markup between them."""
    return Html(between.join(escaped(part) for part in parts))


def element(name: str, /, *content: str, **attributes: str) -> Html:
    """Give an element; `class_` is its class, and what is empty is left out."""
    return Html(f"{opened(name, **attributes)}{joined(content)}</{name}>")


def opened(name: str, /, **attributes: str) -> Html:
    """Give the start of an element."""
    given = (
        f' {key.rstrip("_").replace("_", "-")}="{escaped(value)}"'
        for key, value in attributes.items()
        if value
    )
    return Html(f"<{name}{''.join(given)}>")


def tongue(language: str) -> dict[str, str]:
    """Give the attributes of what is in a language."""
    right = language and primary(language) in _FROM_THE_RIGHT
    return {"lang": language.replace("_", "-"), "dir": "rtl" if right else ""}


def file_link(name: str, fragment: str = "") -> str:
    """Give a link to a file that lies beside the page."""
    # a name with a colon would be a scheme, were it not for the point
    path = f"./{quote(name, errors='replace')}"
    return f"{path}#{fragment}" if fragment else path


def web_link(url: str) -> str:
    """Give a link to the web without names and passwords; nothing for any other."""
    try:
        parts = urlsplit(url)
        host = parts.hostname
    except ValueError:
        return ""
    if parts.scheme not in {"http", "https"} or not host or url != tidy(url):
        return ""
    safe = "/%:=&?~#+!$,;'@()*[]"
    place = parts.netloc.rpartition("@")[2]
    path, query, rest = (quote(part, safe) for part in parts[2:])
    return urlunsplit((parts.scheme, quote(place, ":[]%"), path, query, rest))
