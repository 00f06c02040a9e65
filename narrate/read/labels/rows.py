"""Rows: lines of a table or of code, which no sentence looks like."""

from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

from narrate.patterns import lazy
from narrate.read.base import Block
from narrate.read.labels.people import are_people
from narrate.roles import Role

_BARS = lazy(r"\s\|\s|\t")
_GAPS = lazy(r"(?<![.!?:])\s{2,}(?=\S)")  # two spaces after a stop are typing
_CELLS = 2
_CELL_WORDS = 9
_BAR_WORDS = 14
_ROWS = 2
_BETWEEN = 3  # lines that may stand between two rows of one table
_BAR = lazy(r"\s\|\s")
_NUMBERED = lazy(r"\d{1,2} \| [A-Z][A-Z ,&-]+")  # a chapter: "3 | RESULTS"
_FACTS = lazy(
    r"(?=.*\b(?:Calories|Protein|Energy)\b)"
    r"(?:[A-Z][\w ]{1,20}: \d[^|]{0,12}(?: \| |$)){3,}",
    *("Calories", "Protein", "Energy"),
)
_PROMPT = lazy(r"[$>%]\s|>>>|\w+@\S+[:~]|\w{2,16}[=-][#>]\s")
_FIGURES = lazy(r"\d")

_CODE = lazy(
    r"""(?x)
    (?:sudo|pip3?|npm|npx|yarn|git|apt(?:-get)?|docker|brew|curl|wget|conda|cargo)
      \ [^.?!]+(?:\.\S+)*
    | (?:[$%]|>>>|\.\.\.|\w{2,16}[=-][#>]|[A-Z]{2,8}>)\s+\S.*
    | (?:\#!|//|/\*|<!--).* | </?\w[^<>]*>.*
    | (?:def|class|import|from|return|const|let|var|public|private|static|void|func|fn
        |for|while|if|elif|else|try|except|package|using|namespace|SELECT|INSERT|UPDATE)
        \b.*(?:[:;{}()=]|\bimport\b.*|\bFROM\b.*)
    | [\w.\[\]"']+\s*(?:=|\+=|:=|=>|->|==)\s*\S.*[\w()\[\]"'};,] | .*(?:;|\{|\}|\);?|=>)
    """
)
# "gender;", "age; and": an enumeration of the author's, which ends as code does.
_ITEM = lazy(r"[^=(){}\[\]<>_:$#+]+;(?: (?:and|or))?")
_CALL = lazy(
    r"^(?:sudo|pip3?|npm|npx|yarn|git|apt(?:-get)?|docker|brew|curl|wget|conda"
    r"|cargo) |^\w{2,16}[=-][#>]|^[A-Z]{2,8}>"
    r"|\w\(|\)\.|::|->|=>|[\w\]]\s?=\s?[\w\"'\[(]|\{|\}|;$|^[$#>]|==|--\w"
)
_CALL_MARKS = (*"(){}=>#;$", "::", "--")
_COMMANDS = (
    *("sudo ", "pip", "npm ", "npx ", "yarn ", "git ", "apt", "docker ", "brew "),
    *("curl ", "wget ", "conda ", "cargo "),
)
_CODE_MARK = lazy(r"[=(){}\[\];<>_]|^#|^\w+:|^(?:end|else|try|pass|do|done|fi)\b")
_SURE_CODE = lazy(
    r"(?:sudo|pip3?|npm|npx|yarn|git|apt(?:-get)?|docker|brew|curl|wget|conda"
    r"|cargo) \S+(?: \S+){0,5}$"
    r"|(?:[$>#%]|>>>|\.\.\.)\s?\S|\w{2,16}[=-][#>]\s|[A-Z]{2,8}>\s|\w+_\w+ = \S+$"
    r"|(?:def|class|import|from"
    r"|const|let)\s"
)
_OUTPUT = lazy(r"(?i)line \d+:|\(?\d+ (?:rows?|warnings?|errors?|passed|failed)\b")
_WORDY = lazy(r"(?:[A-Za-z]{2,}[ ,]+){7,}")


def is_row(text: str) -> bool:
    """Tell a line that is cut into cells: by bars or tabs, or by wide gaps."""
    if "|" in text or "\t" in text:
        if _NUMBERED.fullmatch(text):
            return False
        cells = _BARS.split(text)
        if len(cells) >= _CELLS:
            return all(len(cell.split()) <= _BAR_WORDS for cell in cells)
    if "  " not in text and text.isprintable():
        return False  # no two spaces of any kind in a row
    cells = _GAPS.split(text)
    return len(cells) >= _CELLS and all(len(c.split()) <= _CELL_WORDS for c in cells)


def is_code(text: str) -> bool:
    """Tell a line of a program, or of what one prints at a prompt."""
    return bool(
        _may_call(text)
        and _CALL.search(text)
        and _CODE.fullmatch(text)
        and not _WORDY.search(text)
    )


def _may_call(text: str) -> bool:
    """Tell by a look at its characters a line that can be no code."""
    if text.startswith(_COMMANDS):
        return True
    return any(mark in text for mark in _CALL_MARKS)


def find_rows(blocks: Sequence[Block]) -> None:
    """Mark runs of lines that are tables."""
    for run in _runs(blocks, lambda block: is_row(block.text)):
        if _is_table(run):
            for block in run:
                block.role = Role.TABLE
    for block in blocks:
        if block.open and _FACTS.fullmatch(block.text):
            block.role = Role.TABLE
    _fill_tables(blocks)
    _head_tables(blocks)


def find_code(blocks: Sequence[Block]) -> None:
    """Mark lines of programs, and what stands among them."""
    for run in _runs(blocks, lambda block: is_code(block.text)):
        listed = all(_ITEM.fullmatch(block.text) for block in run)
        if not listed and (len(run) > 1 or _SURE_CODE.match(run[0].text)):
            for block in run:
                block.role = Role.CODE
    for above, block in pairwise(blocks):
        if above.role is Role.CODE and block.open and not block.gap:
            block.role = Role.CODE if _may_be_code(block) else None
    for block, under in pairwise(blocks[::-1]):
        if block.role is Role.CODE and under.open and not block.gap:
            under.role = Role.CODE if _may_be_code(under) else None
    _mark_output(blocks)


def _may_be_code(block: Block) -> bool:
    return not block.prose and bool(_CODE_MARK.search(block.text))


def _is_table(run: Sequence[Block]) -> bool:
    """Tell rows from two menus that stand one above the other."""
    if len(run) < _ROWS or are_people(run[0].text):
        return False
    return (
        any(_FIGURES.search(block.text) for block in run)
        or all(not _BAR.search(block.text) for block in run)
        or len(run) > _ROWS
    )


def _mark_output(blocks: Sequence[Block]) -> None:
    """Take what a program answered: the lines right under a prompt."""
    asked = False
    for block in blocks:
        if block.role is Role.CODE:
            asked = asked or bool(_PROMPT.match(block.text))
        elif asked and block.open and _is_output(block):
            block.role = Role.CODE
        else:
            asked = False


def _is_output(block: Block) -> bool:
    """Tell what may stand under a prompt; a page may set each line apart."""
    return not block.prose and (not block.gap or bool(_OUTPUT.match(block.text)))


def _head_tables(blocks: Sequence[Block]) -> None:
    """Take the line of names above a table, which looks like a menu."""
    for row, head in pairwise(blocks[::-1]):
        cells = len(_BARS.split(row.text))
        menu = head.open or head.role is Role.FURNITURE
        if row.role is Role.TABLE and menu and cells == len(_BARS.split(head.text)) > 1:
            head.role = Role.TABLE


def _fill_tables(blocks: Sequence[Block]) -> None:
    """Take a cell that stands alone between two rows, with no empty line around."""
    for at, block in enumerate(blocks):
        under = [b for b in blocks[at + 1 : at + _BETWEEN + 1] if not b.gap]
        if (
            block.open
            and "\t" in block.text
            and any(b.role is Role.TABLE for b in under)
        ):
            block.role = Role.TABLE
    last = -_BETWEEN - 2
    for at, block in enumerate(blocks):
        if block.role is not Role.TABLE:
            continue
        between = blocks[last + 1 : at] if 0 < at - last <= _BETWEEN + 1 else ()
        close = not block.gap and not any(b.gap for b in between)
        if between and close and all(_is_cell(b) for b in between):
            for cell in between:
                cell.role = Role.TABLE
        last = at


def _is_cell(block: Block) -> bool:
    return block.open and block.words <= _CELL_WORDS and not block.stopped


def _runs(
    blocks: Sequence[Block], fits: Callable[[Block], bool]
) -> Iterator[list[Block]]:
    run: list[Block] = []
    for block in blocks:
        if block.open and fits(block):
            run.append(block)
        elif run:
            yield run
            run = []
    if run:
        yield run
