"""Debian's Chromium, and pages in it that keep an account of what they do."""

import shutil
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final

from tests.needs import need_libraries, need_programs

need_libraries("playwright", "axe_playwright_python", packages="'.[test]'")

from playwright.sync_api import (  # noqa: E402
    Browser,
    Page,
    sync_playwright,
)
from playwright.sync_api import TimeoutError as Late  # noqa: E402

__all__ = [
    "Account",
    "Browser",
    "Json",
    "Late",
    "Page",
    "Stage",
    "chromium",
    "probe",
    "until",
]

DESKTOP: Final = (1280, 800)
PHONE: Final = (320, 640)
FLAT: Final = (640, 400)
"""A phone that lies on its side, or a large screen at 200 %."""

SIZES: Final = MappingProxyType({"desktop": DESKTOP, "phone": PHONE, "flat": FLAT})
_PATIENCE_MS = 15_000


@dataclass(slots=True)
class Account:
    """What a page did that nobody asked it for."""

    requests: list[str] = field(default_factory=list)
    said: list[str] = field(default_factory=list)
    """Errors and warnings: what the page's policy refused is among them."""

    failed: list[str] = field(default_factory=list)
    """Requests that came to nothing, each with its reason."""


class Stage:
    """A browser with as many pages as a test opens, each in a world of its own."""

    def __init__(self, browser: Browser) -> None:
        self.browser = browser

    def open(
        self,
        address: str,
        size: tuple[int, int] = DESKTOP,
        **more: Any,  # noqa: ANN401 - Playwright's own options
    ) -> Page:
        """Open a page in a new window that knows nothing of any other."""
        return self.watched(address, size, **more)[0]

    def watched(
        self,
        address: str,
        size: tuple[int, int] = DESKTOP,
        **more: Any,  # noqa: ANN401 - Playwright's own options
    ) -> tuple[Page, Account]:
        """Open a page, and give what it asks for and complains of."""
        width, height = size
        more = {"viewport": {"width": width, "height": height}} | more
        page = self.browser.new_context(**more).new_page()
        page.set_default_timeout(_PATIENCE_MS)
        account = Account()
        page.on("request", lambda asked: account.requests.append(asked.url))
        page.on(
            "requestfailed",
            lambda asked: account.failed.append(f"{asked.url} {asked.failure}"),
        )
        page.on("console", lambda told: account.said.append(told.text))
        page.on("pageerror", lambda error: account.said.append(error.message))
        page.on("dialog", lambda dialog: _dismiss(dialog, account))
        page.goto(address)
        return page, account

    def close(self) -> None:
        """Close every page."""
        for context in self.browser.contexts:
            context.close()


def _dismiss(dialog: Any, account: Account) -> None:  # noqa: ANN401 - Playwright's
    account.said.append(f"a dialog: {dialog.message}")
    dialog.dismiss()


@contextmanager
def chromium(**more: Any) -> Iterator[Browser]:  # noqa: ANN401 - Playwright's own
    """Start a browser that may play without being clicked first."""
    need_programs("chromium", packages="chromium fonts-dejavu-core")
    # a container has no sandbox to give, and 64 MB of shared memory
    arguments = ("no-sandbox", "disable-dev-shm-usage",
                 "autoplay-policy=no-user-gesture-required")  # fmt: skip
    with sync_playwright() as driver:
        browser = driver.chromium.launch(
            executable_path=shutil.which("chromium"),
            args=[f"--{name}" for name in arguments],
            **more,
        )
        try:
            yield browser
        finally:
            browser.close()


def probe(page: Page, name: str, given: object = None) -> Any:  # noqa: ANN401 - JSON
    """Run one of the scripts beside this file in a page, and give what it found."""
    source = (Path(__file__).parent / f"{name}.js").read_text(encoding="utf-8")
    return page.evaluate(source, given)


def until(page: Page, script: str, given: object = None) -> None:
    """Wait until a script finds something true; raises Late.

    Playwright's own way calls eval in the page, which the page's policy refuses.
    """
    end_s = time.monotonic() + _PATIENCE_MS / 1000
    while not page.evaluate(script, given):
        if time.monotonic() > end_s:
            raise Late(f"never true: {script}")
        page.wait_for_timeout(20)


def put_style(page: Page, css: str) -> None:
    """Add rules to a page; its policy would refuse an element of ours."""
    page.evaluate(
        "css => { const sheet = new CSSStyleSheet(); sheet.replaceSync(css);"
        " document.adoptedStyleSheets.push(sheet); }",
        css,
    )


Json = Mapping[str, Any]
