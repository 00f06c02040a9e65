"""Other scripts: where a line's shape tells little of what it is."""

from collections.abc import Iterable

from narrate.patterns import lazy
from narrate.read.base import Block

_OTHER = lazy(r"[^\W\d_\u0000-\u024f]")  # a letter behind the last Latin one
_MOSTLY = 0.5


def is_latin(blocks: Iterable[Block]) -> bool:
    """Tell whether most letters are Latin: the signs and names known here are."""
    letters = other = 0
    for block in blocks:
        letters += block.size
        if not block.text.isascii():
            other += len(_OTHER.findall(block.text))
    return other <= _MOSTLY * letters
