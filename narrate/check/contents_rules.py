"""What is wrong with the table of contents (CTOC), by which players find chapters."""

from collections.abc import Iterator

from narrate.check.base import Severity
from narrate.check.figures import cut, many
from narrate.check.marks import Contents, Marks
from narrate.check.rule import Hit, Rule


def _missing(marks: Marks) -> Iterator[Hit]:
    if marks.chapters and not marks.tables:
        number = many(len(marks.chapters), "chapter")
        yield Hit(f"There are {number} (CHAP), but no table of contents (CTOC).")


def _no_top(marks: Marks) -> Iterator[Hit]:
    if marks.tables and not _roots(marks):
        yield Hit("No table of contents (CTOC) is marked as top-level.")


def _two_tops(marks: Marks) -> Iterator[Hit]:
    if (number := len(_roots(marks))) > 1:
        yield Hit(f"{number} tables of contents (CTOC) are marked as top-level.")


def _unordered(marks: Marks) -> Iterator[Hit]:
    if any(not table.ordered for table in _roots(marks)):
        yield Hit("The table of contents (CTOC) is not marked as ordered.")


def _nameless(marks: Marks) -> Iterator[Hit]:
    for table in _roots(marks):
        if table.title is None or not table.title.value.strip():
            yield Hit("The table of contents (CTOC) has no title (TIT2).")


def _names_nothing(marks: Marks) -> Iterator[Hit]:
    known = {mark.element for mark in marks.chapters}
    known |= {table.element for table in marks.tables}
    for table in marks.tables:
        for child in table.children:
            if child not in known:
                name = cut(child.decode("latin-1"), 20)
                yield Hit(f"The table of contents names {name}; no frame is called so.")


def _count(marks: Marks) -> Iterator[Hit]:
    for table in marks.tables:
        if table.count != len(table.children) or not table.count:
            yield Hit(
                f"The table of contents says that it names {table.count}, and names"
                f" {len(table.children)}."
            )


def _hidden(marks: Marks) -> Iterator[Hit]:
    if not _roots(marks):
        return
    named = {child for table in marks.tables for child in table.children}
    for mark in marks.chapters:
        if mark.element not in named:
            yield Hit(f"{mark.named} is not in the table of contents.", mark.place)


def _nested(marks: Marks) -> Iterator[Hit]:
    """Find what only a table inside a table names: many open the first alone."""
    named = {child for table in _roots(marks) for child in table.children}
    below = {child for table in marks.tables for child in table.children} - named
    for mark in marks.chapters:
        if mark.element in below and _roots(marks):
            yield Hit(f"{mark.named} is only in a table inside a table.", mark.place)


def _other_order(marks: Marks) -> Iterator[Hit]:
    by_time = {mark.element: at for at, mark in enumerate(marks.in_time())}
    for table in _roots(marks):
        places = [by_time[child] for child in table.children if child in by_time]
        if places != sorted(places):
            yield Hit("The table of contents is not in the order of the times.")


def _roots(marks: Marks) -> tuple[Contents, ...]:
    return tuple(table for table in marks.tables if table.top)


_WRITE = (
    "Write one CTOC frame, top-level and ordered, with a title, that names each chapter"
    " in the order of the times."
)
_NO_LIST = "Overcast and Apple Podcasts go by it, and show no list of chapters."

RULES: tuple[Rule[Marks], ...] = (
    Rule("contents-missing", Severity.ERROR, _missing, _NO_LIST, _WRITE),
    Rule("contents-not-top-level", Severity.ERROR, _no_top, _NO_LIST, _WRITE),
    Rule(
        "contents-two-top-level",
        Severity.WARNING,
        _two_tops,
        "The standard allows one; players take the first or the last.",
        _WRITE,
    ),
    Rule(
        "contents-unordered",
        Severity.WARNING,
        _unordered,
        "Players may then play chapters singly, or list them in any order.",
        _WRITE,
    ),
    Rule(
        "contents-untitled",
        Severity.WARNING,
        _nameless,
        "Apple Podcasts was seen to show no chapters of such a file.",
        _WRITE,
    ),
    Rule(
        "contents-names-nothing",
        Severity.ERROR,
        _names_nothing,
        "Players that go by it show an empty line, or no chapters at all.",
        _WRITE,
    ),
    Rule(
        "contents-count",
        Severity.ERROR,
        _count,
        "Players that go by it lose chapters, or all of them.",
        _WRITE,
    ),
    Rule(
        "chapter-hidden",
        Severity.WARNING,
        _hidden,
        "Players that go by the table do not list it; the others do.",
        _WRITE,
    ),
    Rule(
        "contents-nested",
        Severity.WARNING,
        _nested,
        "Most players look into the first table alone, and do not list it.",
        "Name every chapter in the top-level table too.",
    ),
    Rule(
        "contents-order",
        Severity.WARNING,
        _other_order,
        "Players that go by it list chapters wrongly.",
        _WRITE,
    ),
)
