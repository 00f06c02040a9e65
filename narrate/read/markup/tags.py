"""What a tag and its class names say of the words inside."""

import re
from collections.abc import Iterator, Mapping
from itertools import islice
from typing import Any, Protocol


class Element(Protocol):
    """What we use of an lxml element."""

    def __hash__(self) -> int:
        """Tell it from others of the same words."""

    tag: Any
    """Its name, maybe in a namespace; a function where it is no element."""

    text: str | None
    """The words before its first child."""

    tail: str | None
    """The words behind it."""

    @property
    def attrib(self) -> Mapping[str, str]:
        """Give its attributes."""

    def get(self, key: str, default: str = "") -> str:
        """Give an attribute."""

    def iter(self, *tags: str) -> Iterator["Element"]:
        """Give it and everything inside, in document order."""

    def __iter__(self) -> Iterator["Element"]: ...

    def getparent(self) -> "Element | None":
        """Give the element around it."""


UNSEEN = frozenset(
    "head script style template noscript svg iframe audio video canvas datalist rp "
    "object embed applet noframes annotation annotation-xml param source track".split()
)
"""No browser of today shows the words inside."""

BLOCKS = frozenset(
    "address article aside blockquote body center dd details dialog dir div dl dt "
    "fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html "
    "legend li main menu nav ol optgroup option p pre search section summary table "
    "tbody td tfoot th thead tr ul caption".split()
)
"""Words in two of these are never one run of text."""

DETOURS = frozenset("button input select textarea".split())
"""Controls stand within a sentence, and are no part of it."""

TEXTUAL = frozenset("p h1 h2 h3 h4 h5 h6 figcaption caption dt summary".split())
"""Inside, neighbours without a space between them are most likely one word."""

HEADINGS = frozenset("h1 h2 h3 h4 h5 h6".split())

_SMALL_NODES, _SMALL_CHARACTERS = 120, 1200  # more is a part of the page, no caption
_BACK = re.compile(r"footnote-back(?:ref)?|mw-cite-backlink")
_OFF = re.compile(r"(?i)display\s*:\s*none|visibility\s*:\s*hidden")
_WHOLE = frozenset({"html", "body", "main", "article"})
_CONTENT = (*HEADINGS, "p", "li", "td", "article", "main", "blockquote", "pre")


def name_of(element: Element) -> str:
    """Give a tag's name without its namespace; "" for comments and their like."""
    tag = element.tag
    return tag.rpartition("}")[2].lower() if isinstance(tag, str) else ""


def classes_of(element: Element) -> list[str]:
    """Give the class names, in small letters."""
    return (element.get("class") or "").lower().split()


def is_unseen(element: Element, name: str) -> bool:
    """Tell what a person would not see.

    `aria-hidden` is believed of ornaments only: a page saved with its cookie notice
    open has it on the article.
    """
    if name in UNSEEN or name in _WHOLE:  # a whole page may be hidden until it is read
        return name in UNSEEN
    attributes = element.attrib
    off = _OFF.search(element.get("style") or "")
    back = _BACK.search(element.get("class") or "")
    if off or back or attributes.get("hidden", "until-found") != "until-found":
        return True
    if name == "dialog":
        return "open" not in attributes
    if name == "figcaption":  # pandoc hides what the alternative text says too
        return False
    return attributes.get("aria-hidden") == "true" and not has(element, *_CONTENT)


def has(element: Element, *names: str) -> bool:
    """Tell whether such a tag stands inside."""
    wanted = [form for name in names for form in (name, f"{{*}}{name}")]
    return any(inner is not element for inner in element.iter(*wanted))


def is_small(element: Element) -> bool:
    """Tell a piece of a page from a part of it."""
    nodes = list(islice(element.iter(), _SMALL_NODES + 1))
    inside = sum(len(node.text or "") for node in nodes)
    behind = sum(len(node.tail or "") for node in nodes[1:])
    return len(nodes) <= _SMALL_NODES and inside + behind <= _SMALL_CHARACTERS


def is_note_mark(element: Element, name: str) -> bool:
    """Tell the small number that leads to a footnote."""
    if name == "a":
        return element.get("role") == "doc-noteref" or "footnote-ref" in classes_of(
            element
        )
    around = element.getparent()
    links = [*element.iter("a", "{*}a"), *([around] if around is not None else ())]
    return name == "sup" and any("#" in (link.get("href") or "") for link in links)
