"""Pages as a browser reads them, and as strictly as nobody else does."""

from collections.abc import Iterable
from xml.etree.ElementTree import Element

import html5lib


def parsed(pieces: Iterable[str]) -> Element:
    """Parse a page strictly: any error in its HTML fails the test."""
    parser = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False)
    page: Element = parser.parse("".join(pieces))
    return page


def text_of(element: Element | None) -> str:
    """Give all text in an element that is there."""
    assert element is not None
    return "".join(element.itertext())


def read_from(page: Element) -> str:
    """Give the article's words: without what the page says of itself."""
    (main,) = page.iter("main")
    for above in list(main.iter()):
        for child in list(above):
            ours = child.get("class") == "label" or child.tag in {"time", "nav"}
            if ours or child.tag == "footer":
                behind = child.tail
                child.clear()
                child.tail = behind
    return text_of(main)
