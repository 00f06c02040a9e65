"""Lines into paragraphs: some pages put one on a line, others wrap it over many."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate, groupby, pairwise

from narrate.model import Line
from narrate.read.base import ITEM, Block

_NEWLINE = re.compile(r"\r\n|\r|\n")
_ENDED = re.compile(r"(?:[.!?…:;][\"'”’)\]]*|[)\]])$")
_NARROWEST = 55  # verse and lists of names are narrower
_WIDEST = 100  # mail and Gutenberg wrap at 65 to 80; a paragraph on a line is longer
_FULL = 0.7  # how much of the width a line fills that goes on in the next
_WRAPPED_LINES = 4  # fewer prove nothing


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
    groups = list(_groups(lines))
    width = _wrapped_at(groups)
    blocks: list[Block] = []
    for group in groups:
        for at, run in enumerate(_runs(group, width)):
            texts = [line.text.strip() for line in run]
            starts = tuple(
                accumulate((len(text) + 1 for text in texts[:-1]), initial=0)
            )
            numbers = tuple(line.number for line in run)
            blocks.append(Block(" ".join(texts), numbers, starts, gap=at == 0))
    return blocks


def _runs(group: Sequence[Line], width: int) -> Iterator[list[Line]]:
    """Yield the lines of each paragraph: a full line goes on in the next."""
    run = [group[0]]
    for line in group[1:]:
        full = len(run[-1].text.strip()) >= _FULL * width > 0
        if full and not ITEM.match(line.text.strip()):
            run.append(line)
        else:
            yield run
            run = [line]
    yield run


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


def _wrapped_at(groups: Sequence[Sequence[Line]]) -> int:
    """Tell the width at which a text was wrapped; 0 if it was not."""
    pairs = [
        (line.text.strip(), after.text.strip())
        for group in groups
        for line, after in pairwise(group)
        if " " in line.text.strip()  # a long link has no say
    ]
    if len(pairs) < _WRAPPED_LINES:
        return 0
    width = max(len(line) for line, _ in pairs)
    full = [pair for pair in pairs if len(pair[0]) >= _FULL * width]
    going_on = [after for line, after in full if not _ENDED.search(line)]
    small = sum(after[0].islower() for after in going_on)
    wrapped = (
        _NARROWEST <= width <= _WIDEST
        and 2 * len(going_on) > len(pairs)
        and 3 * small > len(going_on)  # headlines and captions begin with a capital
    )
    return width if wrapped else 0
