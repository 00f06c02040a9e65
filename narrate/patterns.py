"""Patterns that are compiled when a text first needs them."""

import re
from typing import cast

_METHODS = ("match", "fullmatch", "search", "finditer", "findall", "split", "sub")


class _Lazy:
    """A regular expression in words only, until somebody asks it something."""

    def __init__(self, source: str) -> None:
        self._source = source

    def __getattr__(self, name: str) -> object:
        """Compile, and from then on answer as the compiled pattern itself does."""
        real = re.compile(self._source)
        for method in _METHODS:
            setattr(self, method, getattr(real, method))
        return getattr(real, name)


def lazy(source: str) -> re.Pattern[str]:
    """Give a pattern that costs nothing until it is used.

    A page needs few of the patterns that are known here, and each costs as much to
    compile as a hundred lines to read.
    """
    return cast("re.Pattern[str]", _Lazy(source))
