"""Lines into paragraphs: some pages put one on a line, others wrap it over many."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, pairwise

from narrate.model import Line
from narrate.patterns import lazy
from narrate.read.base import ITEM, Block
from narrate.read.labels.rows import is_code, is_row
from narrate.read.labels.signs import sign_of

_NEWLINE = lazy(r"\r\n|\r|\n")
_ENDED = lazy(r"(?:[.!?…:;。！？।॥؟۔][\"'”’)\]]*|[)\]])$")
_NARROWEST = 30  # verse and lists of names are narrower
_NARROW = 55  # a column, or verse: the next line must mostly begin small
_COLUMN = 40  # narrower ones must be full, and mostly go on in small letters
_COLUMN_FULL = 0.7  # of the lines
_COLUMN_SMALL = 0.6
_WIDEST = 100  # mail and Gutenberg wrap at 65 to 80; a paragraph on a line is longer
_FULL = 0.7  # how much of the width a line fills that goes on in the next
_STRAY = 10  # one line of so many may be longer than the width
_ROOM = 0.92  # of the width: where the next word had room, a paragraph has ended
_WRAPPED_LINES = 4  # fewer prove nothing
_APART = 0.4  # of the paragraphs: fewer empty lines than this part nothing
_LINK = lazy(r"(?:https?://|www\.)\S+$")
_RAGGED = 0.55  # of the width: a line may be that short if a small letter goes on
_BREAK = lazy(r"[a-z]-$")
_DRAWN = lazy(r"([-=_*~#])\1{4,}")
_HEADER = lazy(r"(?:From|To|Date|Sent|Subject|Cc|Reply-To): \S|-{2,} ?\w[^-]*-{2,}$")
_RULE = lazy(r"[\W_]+")


def split_lines(text: str) -> tuple[Line, ...]:
    """Give the lines numbered as an editor does: only CR, LF and CRLF end one."""
    return tuple(Line(line, at) for at, line in enumerate(_NEWLINE.split(text), 1))


def paragraphs(lines: Sequence[Line]) -> list[Block]:
    """Join hard-wrapped lines; elsewhere, and with a hint, each is a paragraph."""
    blocks: list[Block] = []
    for hinted, group in groupby(lines, key=lambda line: bool(line.hint)):
        run = list(group)
        blocks += _whole(run) if hinted else _unwrapped(run)
    return blocks


def _whole(lines: Iterable[Line]) -> list[Block]:
    return [
        Block(line.text.strip(), (line.number,), gap=True, hint=line.hint)
        for line in lines
        if line.text.strip()
    ]


def _unwrapped(lines: Sequence[Line]) -> list[Block]:
    width = _wrapped_at(_groups(lines))
    blocks: list[Block] = []
    for group in _groups(lines):
        gap = True
        for run in _runs(group, width):
            blocks.append(_block(run, gap=gap))
            gap = bool(
                _DRAWN.fullmatch(blocks[-1].text)
            )  # a rule parts as an empty line does
    _stand_apart(blocks)
    return blocks


def _block(run: Sequence[Line], *, gap: bool) -> Block:
    """Join lines by a space, but for a word that was cut by a hyphen."""
    text = run[0].text.strip()
    if len(run) == 1:
        return Block(text, (run[0].number,), gap=gap)
    starts = [0]
    for line in run[1:]:
        part = line.text.strip()
        broken = _BREAK.search(text[-2:]) and part[0].islower()
        text += "" if broken else " "
        starts.append(len(text))
        text += part
    return Block(text, tuple(line.number for line in run), tuple(starts), gap=gap)


def _stand_apart(blocks: Sequence[Block]) -> None:
    """Where empty lines part no paragraphs, each line stands apart from the next."""
    long = [block.gap for block in blocks if block.prose]
    if sum(long) <= _APART * len(long):
        for block in blocks:
            block.gap = True


def _runs(group: Sequence[Line], width: int) -> Iterator[list[Line]]:
    """Yield the lines of each paragraph: a full line goes on in the next."""
    run = [group[0]]
    for line in group[1:]:
        wrapped = width and _goes_on(run[-1].text, line.text, width)
        if wrapped or _is_of_item(run, line):
            run.append(line)
        else:
            yield run
            run = [line]
    yield run


def _is_of_item(run: Sequence[Line], line: Line) -> bool:
    """Tell an item's second line by its indent."""
    first, under = run[0].text, line.text.strip()
    if not ITEM.match(first.strip()) or run[-1].text.rstrip()[-1] in ":.!?":
        return False
    if ITEM.match(under) or is_code(under) or is_row(under) or not under[0].islower():
        return False
    return _indent(line.text) > _indent(first)


def _indent(text: str) -> int:
    return len(text) - len(text.lstrip())


def _goes_on(line: str, after: str, width: int) -> bool:
    """Tell a line that ended only because the next word had no room."""
    text, under = line.strip(), after.strip()
    if any(_RULE.fullmatch(part) or _HEADER.match(part) for part in (text, under)):
        return False
    if ITEM.match(under) or any(map(is_row, (text, under))):
        return False
    if is_code(text) or is_code(under) or _LINK.match(under):
        return False
    if _ENDED.search(text) and sign_of(under):
        return False
    if under[0].islower() and len(text) > _RAGGED * width and not _ENDED.search(text):
        return True
    return len(text) + 1 + len(under.split(None, 1)[0]) > _ROOM * width


def _groups(lines: Sequence[Line]) -> Iterator[list[Line]]:
    """Yield runs of lines with no empty line inside."""
    group: list[Line] = []
    for line in lines:
        if line.text.strip():
            group.append(line)
        elif group:
            yield group
            group = []
    if group:
        yield group


def _wrapped_at(groups: Iterable[Sequence[Line]]) -> int:
    """Tell the width at which a text was wrapped; 0 if it was not."""
    pairs = [
        (line.text.strip(), after.text.strip())
        for group in groups
        for line, after in pairwise(group)
        # a long link, a table's row and a letter's head have no say
        if " " in line.text.strip()
        and not is_row(line.text.strip())
        and not _HEADER.match(line.text.strip())
    ]
    if len(pairs) < _WRAPPED_LINES:
        return 0
    lengths = sorted((len(line) for line, _ in pairs), reverse=True)
    width = lengths[1 + len(lengths) // _STRAY]
    full = [pair for pair in pairs if len(pair[0]) >= _FULL * width]
    going_on = [after for line, after in full if not _ENDED.search(line)]
    small = sum(after[0].islower() for after in going_on)
    if width < _COLUMN and (
        len(full) < _COLUMN_FULL * len(pairs) or small < _COLUMN_SMALL * len(going_on)
    ):
        return 0
    wrapped = (
        _NARROWEST <= width <= _WIDEST
        and 2 * len(going_on) > len(pairs)
        # headlines and captions begin with a capital, and so do most verses
        and (2 if width < _NARROW else 3) * small > len(going_on)
    )
    return width if wrapped else 0
