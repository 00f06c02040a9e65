"""What the words in a tag are, by its name, its class names and its ARIA role."""

import re

from narrate.read.markup.tags import (
    DETOURS,
    HEADINGS,
    Element,
    classes_of,
    has,
    is_small,
    name_of,
)
from narrate.roles import Role

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
            r"(?:.*[-_])?(?:photo|image|img|media)?credits?(?:[-_](?:text|line|name))?"
        ),
        Role.CREDIT,
    ),
    (re.compile(r"footnotes?|endnotes?|footnotes-list"), Role.FOOTNOTE),
    (re.compile(r"mw-editsection|headerlink|heading-anchor"), Role.FURNITURE),
    (re.compile(r"references|reflist|bibliography|mw-references-wrap"), Role.REFERENCE),
)
_CREDITED = (Role.CAPTION, Role.CREDIT)  # beside a caption; in one it is a part of it
_ANY_CLASS = re.compile(  # most elements have none of these: one look spares seven
    r"(?i)tweet|twitter|embed|media|card|fb-post|quote|caption|credit|note"
    r"|mw-|header|anchor|ref|bibl|hidden|sr-only|screen-?reader|offscreen"
)
_READERS = re.compile(
    r"(?:visually-?hidden|sr-only|screen-?reader(?:-text)?|offscreen)"
)
_BOUNDED = frozenset({Role.CAPTION, Role.CREDIT, Role.PULL_QUOTE})


def role_of(element: Element, name: str, outer: Role) -> Role:
    """Tell what the words right inside are, given what the words around are."""
    marked = Role.FURNITURE if name in DETOURS else _marked(element)
    if marked is None and _is_for_screen_readers(element):
        marked = Role.FURNITURE
    if outer in _STICKY:
        own = marked is Role.FURNITURE or (outer, marked) == _CREDITED
        return marked if own and marked else outer
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


def _is_for_screen_readers(element: Element) -> bool:
    """Tell "Image source," and "opens in a new tab", which nobody sees.

    Beside an `aria-hidden` twin it is the text itself: a word with a big first letter.
    """
    if not _ANY_CLASS.search(element.get("class") or ""):
        return False
    if not any(_READERS.fullmatch(name) for name in classes_of(element)):
        return False
    around = element.getparent()
    twins = iter(()) if around is None else iter(around)
    return is_small(element) and not any(
        twin.get("aria-hidden") == "true" for twin in twins if name_of(twin)
    )


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
