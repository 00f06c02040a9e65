"""Other scripts: where a line's shape tells little of what it is."""

from collections.abc import Iterable

from narrate.read.base import Block

_LATIN = 0x24F  # the last of its letters
_MOSTLY = 0.5


def is_latin(blocks: Iterable[Block]) -> bool:
    """Tell whether most letters are Latin: the signs and names known here are."""
    letters = [ord(sign) for block in blocks for sign in block.text if sign.isalpha()]
    other = sum(letter > _LATIN for letter in letters)
    return other <= _MOSTLY * len(letters)
