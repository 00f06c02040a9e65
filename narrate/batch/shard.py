"""A shard: one of N parts of an archive, that no coordinator has to hand out."""

import hashlib
import re
from dataclasses import dataclass

from narrate.batch.base import Item
from narrate.errors import OptionError

_FORM = re.compile(r"(\d{1,6})/(\d{1,6})", re.ASCII)


@dataclass(frozen=True, slots=True)
class Shard:
    """Part `number` of `count`, from 1."""

    number: int
    count: int

    def has(self, item: Item) -> bool:
        """Tell whether an article is of this part: of just one, by its name's hash."""
        digest = hashlib.sha256(item.name.encode(errors="replace")).digest()
        return int.from_bytes(digest[:8]) % self.count == self.number - 1

    @property
    def suffix(self) -> str:
        """Part the lists of this shard from those of others; "" where it is all."""
        return f"-{self.number}-of-{self.count}" if self.count > 1 else ""


WHOLE = Shard(1, 1)


def parse_shard(text: str) -> Shard:
    """Read "2/8"; raises OptionError.

    >>> parse_shard("2/8")
    Shard(number=2, count=8)
    """
    found = _FORM.fullmatch(text)
    number, count = (int(found[1]), int(found[2])) if found else (0, 0)
    if not 1 <= number <= count:
        raise OptionError("--shard", repr(text), "which part of how many, as 1/8")
    return Shard(number, count)
