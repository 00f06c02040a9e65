"""A Word file made ready for mammoth, which leaves out what it does not know.

Every wrapper that it would pass over with the words inside is given a name that it
walks through; hidden words are taken out; styles are named after what they are.
"""

import io
import re
import zipfile
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from narrate.read.files.archive import Archive
from narrate.read.files.package import inside
from narrate.read.files.runs import join_runs
from narrate.read.markup.markup import Element, MarkupError, parse_xml

CONTENTS = ("toc", "contents", "table of figures", "index", "illustration index")
_CAPTIONS = (
    *("caption", "image caption", "table caption", "figurecaption", "tablecaption"),
    *("table", "figure", "illustration", "drawing"),  # LibreOffice's
)
STYLES: Mapping[str, str] = {
    "title": "title",
    "subtitle": "subtitle",
    "author": "author",
    "authors": "author",
    "byline": "author",
    "date": "date",
    **dict.fromkeys(_CAPTIONS, "caption"),
    **dict.fromkeys(
        ("quote", "intense quote", "quotations", "block text", "block quotation"),
        "quote",
    ),
    **dict.fromkeys(
        ("html preformatted", "source code", "preformatted text", "code"), "code"
    ),
    **{f"heading {level}": f"heading {level}" for level in range(1, 10)},
}
"""Names of styles, and the few that we tell apart."""

_WALKED = "customXml"  # mammoth reads what is inside, and nothing of its own
_WORDS = ("t", "p")
_KNOWN = frozenset(  # what mammoth walks through or rightly leaves out
    "document body footnotes endnotes footnote endnote p r t tbl tr tc ins del "
    "moveFrom moveTo object smartTag customXml drawing group rect roundrect shape "
    "textbox txbxContent pict hyperlink sdt sdtContent AlternateContent Choice "
    "Fallback pPr rPr".split()
)
_NOT_SHOWN = frozenset("del moveFrom Choice".split())
_NEEDED = re.compile(r"\[Content_Types\]\.xml|(?:.*/)?_rels/.*\.rels|word/[^/]*\.xml")
_MATH = "/math}"
_LEVELS = 9


def repaired(archive: Archive) -> tuple[io.BytesIO, Counter[str]]:
    """Give a small archive of the same words, and the letters that must come of it.

    Raises ArticleError for a part that is broken.
    """
    out = io.BytesIO()
    letters: Counter[str] = Counter()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as file:
        for name in dict.fromkeys(archive.names):
            if _NEEDED.fullmatch(name):
                root = part(archive, name)
                _repair(root)
                file.writestr(name, _written(root))
                if _name(root) == "document":
                    letters = letters_of("".join(_shown(root)))
    return out, letters


def letters_of(text: str) -> Counter[str]:
    """Count letters: what is left of words that were laid out anew."""
    return Counter(letter for letter in text if letter.isalpha())


def part(archive: Archive, name: str) -> Element:
    """Parse a part; a file of Word never declares entities, a bomb does."""
    try:
        root = parse_xml(archive.read(name))
    except MarkupError:
        trouble = f"is damaged: its part {name} is broken XML"
        raise archive.error(trouble, "Save it again") from None
    tree: Any = root
    if tree.getroottree().docinfo.doctype:
        raise archive.error(f"declares entities in {name}, so that it may be hostile")
    return root


def _written(root: Element) -> bytes:
    out = io.BytesIO()
    tree: Any = root
    tree.getroottree().write(out, encoding="utf-8", xml_declaration=True)
    return out.getvalue()


def _shown(root: Element) -> Iterator[str]:
    """Give the words that Word shows."""
    for text in inside(root, "t"):
        around = text.getparent()
        while around is not None and _name(around) not in _NOT_SHOWN:
            around = around.getparent()
        if around is None:
            yield text.text or ""


def _name(element: Element) -> str:
    """Give a tag's name as Word spells it, without its namespace; "" for comments."""
    return str(element.tag).rpartition("}")[2] if isinstance(element.tag, str) else ""


def _repair(root: Element) -> None:
    """Let no word be passed over."""
    if _name(root) == "styles":
        _name_styles(root)
    if _name(root) not in {"document", "footnotes", "endnotes"}:
        return
    space = root.tag.rpartition("}")[0] + "}"
    for element in list(root.iter()):
        name = _name(element)
        if name == "AlternateContent":
            _choose(element)
        elif name == "r" and _is_hidden(element):
            _empty(element)
        elif name in {"br", "cr"}:  # a page's end is between two words as well
            _empty(element)
            element.tag = space + "br"
        elif name in {"drawing", "inline", "anchor"} and _holds(element, "txbxContent"):
            element.tag = space + ("pict" if name == "drawing" else _WALKED)
        elif name == "t":
            element.tag = space + "t"  # a formula has a "t" of its own
        elif _is_passed_over(element, name):
            element.tag = space + _WALKED
    join_runs(root)


def _is_passed_over(element: Element, name: str) -> bool:
    """Tell a wrapper that mammoth does not know, with words inside."""
    known = not name or (name in _KNOWN and _MATH not in element.tag)
    return not known and _holds(element, *_WORDS)


def _choose(element: Element) -> None:
    """Take the older form of a drawing, unless only the newer one has words."""
    forms = {_name(child): child for child in element}
    newer, older = forms.get("Choice"), forms.get("Fallback")
    if newer is None or not _holds(newer, "t"):
        return
    if older is None or not _holds(older, "t"):
        parent: Any = element
        if older is not None:
            parent.remove(older)
        newer.tag = element.tag.replace("AlternateContent", "Fallback")


def _is_hidden(run: Element) -> bool:
    return any(
        _name(rule) == "vanish" and not _is_off(rule)
        for properties in run
        if _name(properties) == "rPr"
        for rule in properties
    )


def _is_off(rule: Element) -> bool:
    return any(value in {"0", "false", "off"} for value in rule.attrib.values())


def _empty(element: Element) -> None:
    node: Any = element
    node.clear(keep_tail=True)


def _holds(element: Element, *names: str) -> bool:
    wanted = [f"{{*}}{name}" for name in names]
    return any(inner is not element for inner in element.iter(*wanted))


def _name_styles(root: Element) -> None:
    """Rename each style for what it is, or what it is based on is."""
    styles = {_value(style, "styleId"): style for style in inside(root, "style")}
    kinds = {key: _kind(key, styles) for key in styles}
    for key, kind in kinds.items():
        for name in inside(styles[key], "name"):
            if kind:
                _set_value(name, kind)


def _kind(key: str, styles: Mapping[str, Element]) -> str:
    """Follow a style to one that is known; ten steps, for some go round in circles."""
    for _ in range(_LEVELS + 1):
        style = styles.get(key)
        if style is None or _value(style, "type") not in {"", "paragraph"}:
            return ""
        name = _first(style, "name").lower()
        if name.startswith(CONTENTS):
            return "contents"
        level = _first(style, "outlineLvl")
        if name in STYLES or (level.isdecimal() and int(level) < _LEVELS):
            return STYLES.get(name) or f"heading {int(level) + 1}"
        key = _first(style, "basedOn")
    return ""


def _first(style: Element, name: str) -> str:
    return next((_value(rule, "val") for rule in inside(style, name)), "")


def _value(element: Element, name: str) -> str:
    found: Iterable[str] = (
        value for key, value in element.attrib.items() if key.endswith("}" + name)
    )
    return next(iter(found), "")


def _set_value(element: Element, value: str) -> None:
    node: Any = element
    for key in node.attrib:
        if key.endswith("}val"):
            node.attrib[key] = value
