"""Alt text: what stands for a picture that has no caption."""

import re
from itertools import islice

from narrate.read.markup.tags import DETOURS, UNSEEN, Element, name_of

_NO_ALT = re.compile(
    r"(?i)(?:an? |the )?(?:image|photo|picture|img|logo|icon|avatar|thumbnail|banner"
    r"|graphic|placeholder|spacer|default|untitled|featured image|profile picture)s?"
    r"|\S+\.(?:jpe?g|png|gif|webp|svg|avif|bmp|tiff?)|https?:\S+"
    r"|(?:img|image|dsc\w?|pxl|screen ?shot|photo|picture)[-_ ]?[\d_-]+.*"
)
_FIGURE_NODES, _NEAR_NODES = 120, 40  # how far to look for a caption
_PAGE_PARTS = frozenset({"body", "article", "main", "section"})


def alt_text(image: Element) -> str:
    """Give what stands for a picture that has no caption; "" for an ornament."""
    alt = " ".join((image.get("alt") or "").split())
    tiny = {image.get("width"), image.get("height")} & {"0", "1"}
    if tiny or image.get("role") in {"presentation", "none"} or _NO_ALT.fullmatch(alt):
        return ""
    return alt if any(map(str.isalpha, alt)) and not _captioned(image) else ""


def _shows(node: Element) -> bool:
    return name_of(node) not in UNSEEN | DETOURS | {""}


def _names_caption(node: Element) -> bool:
    name = name_of(node)
    return name == "figcaption" or (
        bool(name) and "caption" in (node.get("class") or "").lower()
    )


def _captioned(image: Element) -> bool:
    """Look for words that belong to the picture, a few steps around it."""
    around = image.getparent()
    for _ in range(4):
        if around is None or name_of(around) in {"body", "article", "main", "section"}:
            return False
        if name_of(around) == "figure":
            nodes = list(islice(around.iter(), _FIGURE_NODES))
            return any(
                (node.text or "").strip() for node in nodes if _shows(node)
            ) or any((node.tail or "").strip() for node in nodes[1:])
        if any(_names_caption(node) for node in islice(around.iter(), _NEAR_NODES)):
            return True
        around = around.getparent()
    return False
