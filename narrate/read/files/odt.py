"""The reader of OpenDocument text: its tags renamed to a page's, then walked."""

import contextlib
from collections.abc import Iterator, Mapping
from typing import Any

from narrate.read.base import Page, Source
from narrate.read.files.archive import Archive
from narrate.read.files.marks import Piece, cut, mark, numbered, pieces, write
from narrate.read.files.office import STYLE_ROLES, head, told
from narrate.read.files.package import inside
from narrate.read.files.repair import CONTENTS, STYLES
from narrate.read.markup.markup import Element, MarkupError, parse_xml
from narrate.read.markup.tags import name_of
from narrate.roles import Role

_TAGS = {
    "h": "h1",
    "list": "ul",
    "list-item": "li",
    "list-header": "li",
    "table-header-rows": "thead",
    "table-row": "tr",
    "table-cell": "td",
    "covered-table-cell": "template",
    "line-break": "br",
    "object": "span",
    # What the page does not show: what was deleted, what was said about it, hidden.
    "tracked-changes": "template",
    "annotation": "template",
    "hidden-text": "template",
    "hidden-paragraph": "template",
    "forms": "template",
    "desc": "template",
    "binary-data": "template",
}
_CONTENTS = frozenset(
    "table-of-content illustration-index table-index object-index user-index "
    "alphabetical-index".split()
)
_ROLES = STYLE_ROLES | {
    "quote": Role.QUOTE,
    **{f"heading {level}": Role.HEADING for level in range(1, 10)},
}


def read_odt(source: Source) -> Page:
    """Read an ODT; raises ArticleError for one that is locked, cut off or hostile."""
    archive = Archive(source.name, source.data)
    if b"encryption-data" in archive.find("META-INF/manifest.xml"):
        raise archive.error(
            "is locked with a password", "Save it without one, and give that"
        )
    try:
        root = parse_xml(archive.read("content.xml"))
        styles = parse_xml(archive.find("styles.xml") or b"<none/>")
    except MarkupError:
        trouble = "is damaged: a part of it is broken XML"
        raise archive.error(trouble, "Save it again") from None
    raised = {name for name, style in _styles(root) if _is_raised(style)}
    parents = {
        name: _value(style, "parent-style-name")
        for name, style in (*_styles(styles), *_styles(root))
    }
    body = next(inside(root, "text"), None)
    if body is None:
        raise archive.error("is no text document", "Save it as text first")
    for element in list(body.iter()):
        if _value(element, "style-name") in raised:
            element.tag = "sup"
        elif name_of(element) == "object":
            _take_formula(archive, element)
    _rename(body, parents)
    found = [*pieces(body), *_margins(styles, parents)]
    return told(head(archive, "meta.xml"), numbered(found))


def _rename(body: Element, parents: Mapping[str, str]) -> None:
    """Call everything as a page does, and lay beside a paragraph what is none of it."""
    for element in list(body.iter()):
        name = name_of(element)
        if not name:
            continue
        if name in {"s", "tab"}:
            element.text = " "
        elif name in {"p", "h"}:
            _mark_style(element, parents)
            _lift_boxes(element)
        elif name in _CONTENTS:
            mark(element, Role.FURNITURE)
        elif name == "bibliography":
            mark(element, Role.REFERENCE)
        elif name == "frame":
            _stand_in(element)
        elif name == "note":
            _lift_note(element, body)
        if _is_unseen(element, name):
            element.tag = "template"
        else:
            element.tag = _TAGS.get(name, element.tag)


def _is_unseen(element: Element, name: str) -> bool:
    """Tell what hides, what only describes, and what a contents list is made from."""
    hidden = _value(element, "display") == "none"
    return hidden or name.endswith("-source") or "svg-compatible" in str(element.tag)


def _mark_style(paragraph: Element, parents: Mapping[str, str]) -> None:
    """Follow a paragraph's style to one that is known; styles may go in circles."""
    style = _value(paragraph, "style-name")
    for _ in range(10):
        name = style.replace("_20_", " ").lower()
        if name == "code" or STYLES.get(name) == "code":
            paragraph.tag = "pre"
        if name.startswith(CONTENTS):
            mark(paragraph, Role.FURNITURE)
        if name in STYLES:
            if STYLES[name] in _ROLES:
                mark(paragraph, _ROLES[STYLES[name]])
            return
        style = parents.get(style, "")


def _stand_in(frame: Element) -> None:
    """Let a picture's description stand for it."""
    told = [*inside(frame, "desc"), *inside(frame, "title")]
    words = next((words for e in told if (words := (e.text or "").strip())), "")
    formula = next(inside(frame, "math"), None) is not None
    for image in inside(frame, "image"):
        image.tag = "img"
        write(image, "alt", "" if formula else words)
        return


def _lift_boxes(paragraph: Any) -> None:  # noqa: ANN401 - an element with all it can
    """Lay text boxes behind the paragraph that they hang on."""
    for box in reversed([e for e in paragraph.iter() if "drawing:" in str(e.tag)]):
        outer = name_of(box.getparent()) in {"p", "h", "span", "a"}
        if outer and any(name_of(inner) in {"p", "h"} for inner in box.iter()):
            cut(box)
            box.tag = "div"
            paragraph.addnext(box)


def _lift_note(note: Element, body: Any) -> None:  # noqa: ANN401
    """Take a note out of its sentence to the end; its mark stays there."""
    label = next(inside(note, "note-citation"), None)
    for part in list(inside(note, "note-body")):
        first = next(inside(part, "p"), part)
        if label is not None:
            label.text = f"[{label.text or ''}]"
            first.text = f"{label.text} {first.text or ''}"
        cut(part)
        part.tag = "div"
        mark(part, Role.FOOTNOTE)
        body.append(part)


def _take_formula(archive: Archive, element: Any) -> None:  # noqa: ANN401
    """Lay in the words of a formula, which is a file of its own."""
    place = _value(element, "href").strip("./") + "/content.xml"
    with contextlib.suppress(MarkupError):
        formula = parse_xml(archive.find(place))
        if name_of(formula) == "math":
            element.append(formula)


def _margins(styles: Element, parents: Mapping[str, str]) -> Iterator[Piece]:
    """Give the words above and below each page."""
    seen = set()
    for pages in inside(styles, "master-styles"):
        _rename(pages, parents)
        for text, _ in pieces(pages):
            if text not in seen:
                seen.add(text)
                yield text, Role.FURNITURE


def _styles(root: Element) -> Iterator[tuple[str, Element]]:
    for style in inside(root, "style"):
        yield _value(style, "name"), style


def _is_raised(style: Element) -> bool:
    found = inside(style, "text-properties")
    return any(_value(rule, "text-position").startswith("super") for rule in found)


def _value(element: Element, name: str) -> str:
    found = (value for key, value in element.attrib.items() if key.endswith("}" + name))
    return next(found, "")
