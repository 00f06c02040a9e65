"""Patterns that are compiled when a text first needs them, and asked if it may fit."""

import re
from collections.abc import Callable
from typing import Any, AnyStr, cast

HEAD = 3
"""How many of a text's first letters are looked at."""

_FIGURE = "0"
_ASKED = frozenset({"match", "fullmatch", "search"})
"""What finds nothing in a text that can't fit."""


class Lazy:
    """A regular expression in words only, until it is asked about a text."""

    def __init__(
        self, source: str | bytes, needs: tuple[Any, ...], heads: str, *, small: bool
    ) -> None:
        self.source = source
        self.needs = needs
        self.heads = frozenset(heads.replace("_", " ").split("|") if heads else ())
        self.small = small
        self._real: re.Pattern[Any] | None = None

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 - a pattern's own method
        """Give a method of the compiled pattern; it is looked up once."""
        method = getattr(self.compiled(), name) if name not in _ASKED else None
        if self.heads:
            method = method or self._if_head(name)
        elif self.needs:
            method = method or self._if_held(name)
        method = method or getattr(self.compiled(), name)
        setattr(self, name, method)
        return method

    def compiled(self) -> re.Pattern[Any]:
        """Give the pattern itself."""
        if self._real is None:
            self._real = re.compile(self.source)
        return self._real

    def _if_held(self, name: str) -> Callable[..., Any]:
        needs, small = self.needs, self.small
        method: Callable[..., Any] | None = None

        def ask(text: Any, *where: int) -> Any:  # noqa: ANN401
            nonlocal method
            held = text.lower() if small else text
            for need in needs:
                if need in held:
                    method = method or getattr(self.compiled(), name)
                    return method(text, *where)
            return None

        return ask

    def _if_head(self, name: str) -> Callable[..., Any]:
        heads = self.heads
        method: Callable[..., Any] | None = None

        def ask(text: str) -> Any:  # noqa: ANN401
            nonlocal method
            head = text[:HEAD].lower()
            if head[:1].isdecimal():
                head = _FIGURE
            if head in heads or head[:2] in heads or head[:1] in heads:
                method = method or getattr(self.compiled(), name)
                return method(text)
            return None

        return ask


def lazy(
    source: AnyStr, *needs: AnyStr, heads: str = "", small: bool = False
) -> re.Pattern[AnyStr]:
    """Give a pattern that costs nothing until it is used.

    A page needs few of the patterns that are known here, and each costs as much to
    compile as a hundred lines to read. So it can be said what no text can fit without,
    and tests/test_patterns.py proves it: `needs`, of which it holds one (`small`: in
    its small letters); or `heads`, parted by "|", one of which are its first small
    letters, 0 being any figure and _ a space.
    """
    return cast("re.Pattern[AnyStr]", Lazy(source, needs, heads, small=small))
