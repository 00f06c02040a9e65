"""The table of signs: few are tried on a line, by how it begins and what it holds."""

import re
from functools import cache
from pathlib import Path
from typing import NamedTuple

from narrate.patterns import lazy
from narrate.roles import Role

_HEAD = 3
_OR = "‖"


class _Sign(NamedTuple):
    """One form of one kind of line."""

    role: Role
    """What such a line is."""

    texts: tuple[str, ...]
    """One of them is in every such line; with none there may be anything in it."""

    form: re.Pattern[str]
    """All of the line, in small letters: three times as fast as any letters."""


class _Table(NamedTuple):
    """All signs in the order that wins, and two ways to them."""

    signs: list[_Sign]
    """What signs.toml says; tests/signs.py wrote it out as signs.tsv."""

    heads: dict[str, list[int]]
    """By the first letters, where a sign can begin in few ways."""

    texts: dict[str, list[int]]
    """The others, by what stands in them."""


def role_of(small: str) -> Role | None:
    """Tell which sign comes first of those that fit a line in small letters."""
    table = _table()
    signs = table.signs
    for at in sorted(_may_be(table, small)):
        sign = signs[at]
        if sign.form.fullmatch(small):
            return sign.role
    return None


def _may_be(table: _Table, small: str) -> set[int]:
    """Leave out the signs that a look at the line's letters rules out."""
    found = {at for text, signs in table.texts.items() if text in small for at in signs}
    head = "".join("0" if letter.isdecimal() else letter for letter in small[:_HEAD])
    for end in range(1, len(head) + 1):
        for at in table.heads.get(head[:end], ()):
            texts = table.signs[at].texts
            if not texts or any(text in small for text in texts):
                found.add(at)
    return found


@cache
def _table() -> _Table:
    table = _Table([], {}, {})
    rows = Path(__file__).with_name("signs.tsv").read_text(encoding="utf-8")
    for at, row in enumerate(rows.rstrip("\n").split("\n")):
        role, heads, texts, form = row.split("\t")
        needed = tuple(texts.split(_OR)) if texts else ()
        table.signs.append(_Sign(Role(role), needed, lazy(form)))
        ways = table.heads if heads else table.texts
        for key in (heads or texts).split(_OR):
            ways.setdefault(key, []).append(at)
    return table
