"""What a tag and its class names say of the words inside."""

import re
from collections.abc import Iterator, Mapping
from itertools import islice
from typing import Any, Protocol

from narrate.roles import Role


class Element(Protocol):
    """What we use of an lxml element."""

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

_STICKY = frozenset(
    {
        Role.FURNITURE,
        Role.CAPTION,
        Role.CREDIT,
        Role.PULL_QUOTE,
        Role.EMBED,
        Role.FOOTNOTE,
        Role.REFERENCE,
        Role.QUOTE,
        Role.HEADING,
        Role.CODE,
    }
)
_BY_TAG = (
    dict.fromkeys(HEADINGS, Role.HEADING)
    | dict.fromkeys(("li", "dt", "dd"), Role.LIST_ITEM)
    | dict.fromkeys(("figcaption", "caption"), Role.CAPTION)
    | dict.fromkeys((*DETOURS, "nav", "menu"), Role.FURNITURE)
    | {"blockquote": Role.QUOTE}
)
_BARS = frozenset("navigation search menu menubar toolbar tablist tab button".split())
_NOTES = frozenset("doc-footnote doc-footnotes doc-endnote doc-endnotes".split())

# Whole class names, so that a container "has-caption" is not taken for a caption.
_BY_CLASS = (
    (
        re.compile(
            r"twitter-tweet|twitter-video|(?:instagram|tiktok|text-post)-(?:media|embed)"
            r"|(?:reddit|bluesky|mastodon)-(?:card|embed)|fb-post"
        ),
        Role.EMBED,
    ),
    (re.compile(r"(?:.*[-_])?pull[-_]?quote.*"), Role.PULL_QUOTE),
    (
        re.compile(
            r"(?!has|with|no-|closed|video)(?:.*[-_]|[a-z]*)?caption(?!s)"
            r"(?:$|[-_]+(?:text|wrap|wrapper|inner|content|body|box|container)s?$)"
        ),
        Role.CAPTION,
    ),
    (
        re.compile(
            r"(?:(?:photo|image|img|media|picture|figure|caption)[-_]*)?credits?"
        ),
        Role.CREDIT,
    ),
    (re.compile(r"footnotes?|endnotes?|footnotes-list"), Role.FOOTNOTE),
    (re.compile(r"mw-editsection|headerlink|heading-anchor"), Role.FURNITURE),
    (re.compile(r"references|reflist|bibliography|mw-references-wrap"), Role.REFERENCE),
)
_ANY_CLASS = re.compile(  # most elements have none of these: one look spares seven
    r"(?i)tweet|twitter|embed|media|card|fb-post|quote|caption|credit|note"
    r"|mw-|header|anchor|ref|bibl"
)
_SMALL_NODES, _SMALL_CHARACTERS = 120, 1200  # more is a part of the page, no caption
_BOUNDED = frozenset({Role.CAPTION, Role.CREDIT, Role.PULL_QUOTE})
_OFF = re.compile(r"(?i)display\s*:\s*none|visibility\s*:\s*hidden")
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
    if name in UNSEEN or _OFF.search(element.get("style") or ""):
        return True
    attributes = element.attrib
    if "hidden" in attributes and attributes["hidden"] != "until-found":
        return True
    if name == "dialog":
        return "open" not in attributes
    if name == "a" and "footnote-backref" in classes_of(element):
        return True
    return attributes.get("aria-hidden") == "true" and not has(element, *_CONTENT)


def has(element: Element, *names: str) -> bool:
    """Tell whether such a tag stands inside."""
    wanted = [form for name in names for form in (name, f"{{*}}{name}")]
    return any(inner is not element for inner in element.iter(*wanted))


def role_of(element: Element, name: str, outer: Role) -> Role:
    """Tell what the words right inside are, given what the words around are."""
    marked = Role.FURNITURE if name in DETOURS else _marked(element)
    if outer in _STICKY:
        return marked if marked is Role.FURNITURE else outer
    if marked:
        return marked
    if name == "figure":
        return _figure(element, outer)
    if name == "figcaption" and _holds_words(element.getparent()):
        return Role.QUOTE
    return _BY_TAG.get(name, outer)


def _marked(element: Element) -> Role | None:
    """Believe class names and ARIA roles."""
    told = element.get("role") or ""
    if told == "heading":
        return Role.HEADING
    if told in _BARS:
        return Role.FURNITURE
    if told in _NOTES or "footnote" in (
        element.get("{http://www.idpf.org/2007/ops}type") or ""
    ):
        return Role.FOOTNOTE
    if not _ANY_CLASS.search(element.get("class") or ""):
        return None
    for name in classes_of(element):
        for pattern, role in _BY_CLASS:
            if pattern.fullmatch(name) and (role not in _BOUNDED or is_small(element)):
                return role
    return None


def _figure(element: Element, outer: Role) -> Role:
    """Take words beside a picture for its caption; a figure may hold a table too."""
    if _holds_words(element) or has(element, "pre", "code") or not is_small(element):
        return outer
    return Role.CAPTION


def _holds_words(figure: Element | None) -> bool:
    return (
        figure is not None
        and name_of(figure) == "figure"
        and has(figure, "blockquote", "table")
        and not has(figure, "img")
    )


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
