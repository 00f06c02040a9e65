"""The states of the page that a listener meets, and how to bring it there by hand."""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Final

from tests.browser.stage import Page, until

THEMES: Final = ("", "dark by system", "light", "dark", "contrast", "cream")
"""As the page's root names them; the first two follow the listener's system."""


def ready(page: Page) -> Page:
    """Wait until the player has taken over, and knows the sound."""
    page.locator("#player").wait_for(state="visible")
    until(page, "document.getElementById('audio').readyState > 0")
    return page


def dress(page: Page, theme: str) -> None:
    """Put a page into one of its themes."""
    page.emulate_media(color_scheme="dark" if theme == "dark by system" else "light")
    named = theme if theme in {"light", "dark", "contrast", "cream"} else ""
    page.evaluate(
        "name => { if (name) document.documentElement.dataset.theme = name;"
        " else delete document.documentElement.dataset.theme; }",
        named,
    )


def play(page: Page) -> None:
    """Press K, and wait until something is lit."""
    page.keyboard.press("k")
    until(page, "!document.getElementById('audio').paused")
    page.locator(".s.on").wait_for()


def open_options(page: Page) -> None:
    """Open whatever is closed in the bar: the listener's own settings are there."""
    page.locator("#player details:not([open]) > summary").first.click()
    page.locator("#player details[open] select").first.wait_for()


def open_dialog(page: Page) -> None:
    """Ask for the list of keys."""
    page.keyboard.press("?")
    page.locator("dialog[open]").wait_for()


def idle(page: Page) -> None:
    """Leave the page as it opens."""


STATES: Final[Mapping[str, Callable[[Page], None]]] = MappingProxyType(
    {
        "idle": idle,
        "playing": play,
        "options open": open_options,
        "dialog": open_dialog,
    }
)
