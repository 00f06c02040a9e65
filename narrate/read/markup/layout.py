"""Layout or meaning: tables of data, lines of code."""

import re
from itertools import islice

from narrate.read.markup.tags import Element, classes_of, has, name_of

_LONG_CELL = 400  # characters: prose, where no cell is marked as a heading
_PRE = re.compile(r"(?i)white-space\s*:\s*pre")
_CODE_CLASS = re.compile(r"(?i)code|highlight|syntax|lang|source")
_CODE_MARKS = "{};=<>()[]$#\\/_"
_CODE_SHARE = 0.02  # of the characters; letters and poems have a few brackets too
_SHORT_WORDS = 20  # too few to tell a letter or a poem by
_PRE_NODES = 400
_LAID_OUT = ("table", "article", "section", "form", "blockquote", "h1", "h2", "h3")


def is_data(table: Element) -> bool:
    """Tell a table whose rows mean something together."""
    told = table.get("role") or ""
    if told in {"presentation", "none"} or has(table, *_LAID_OUT):
        return False
    rows: list[int] = []
    longest = cell = 0
    headed = told in {"table", "grid"}
    for node in table.iter():
        name = name_of(node)
        if name == "tr":
            rows.append(0)
        elif name in {"td", "th"}:
            rows = rows or [0]
            rows[-1] += 1
            cell = 0
        headed = headed or name in {"th", "thead", "caption"}
        cell += len((node.text or "").strip()) + len((node.tail or "").strip())
        longest = max(longest, cell)
    if max(rows, default=0) < 2:  # noqa: PLR2004 - one column is a list at most
        return False
    return headed or (len(rows) > 1 and longest <= _LONG_CELL)


def is_code(element: Element) -> bool:
    """Tell code from a letter or a poem that was set with `pre`."""
    text = "".join(node.text or "" for node in islice(element.iter(), _PRE_NODES))
    told = has(element, "code", "kbd", "samp") or any(
        _CODE_CLASS.search(name) for name in classes_of(element)
    )
    marks = sum(text.count(mark) for mark in _CODE_MARKS)
    return told or marks > _CODE_SHARE * len(text) or len(text.split()) < _SHORT_WORDS


def keeps_space(element: Element, name: str) -> bool:
    """Tell where the author's own line ends count."""
    return name == "pre" or bool(_PRE.search(element.get("style") or ""))
