"""Every place that the Tab key stops at, and how much of it can be seen there."""

from dataclasses import dataclass

from tests.browser.stage import Page, probe

_MOST = 400  # a page that never ends is a trap


@dataclass(frozen=True, slots=True)
class Stop:
    """One element that had the focus."""

    name: str
    """What it is, and which."""

    seen: float
    """The share of it that nothing hides: 1.0 is all."""

    outlined: bool
    """Whether a line around it tells that it has the focus."""

    @property
    def is_hidden(self) -> bool:
        """Tell what WCAG 2.4.11 forbids: nothing of it is to be seen."""
        return self.seen == 0


def stops(page: Page, key: str = "Tab") -> list[Stop]:
    """Press a key until the focus has gone all the way round, or out of the page.

    Raises AssertionError where the focus can't leave.
    """
    found: list[Stop] = []
    met: set[str] = set()
    for _ in range(_MOST):
        page.keyboard.press(key)
        told = probe(page, "focus")
        if told is None:  # between the last and the first: the browser's own
            if found:
                return found
            continue
        if told["stop"] in met:
            return found
        met.add(told["stop"])
        found.append(Stop(told["name"], told["seen"], told["outlined"]))
    raise AssertionError(f"{_MOST} stops, and no end: {found[-3:]}")
