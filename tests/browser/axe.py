"""axe-core over a page: the rules of WCAG 2.2 AA, and its own best practice."""

from types import MappingProxyType
from typing import Final

from tests.browser.stage import Json, Page

# behind the check for Playwright, without which it can't be loaded
from axe_playwright_python.sync_playwright import Axe  # isort: skip

_LAWS: Final = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")
_OPTIONS: Final = MappingProxyType(
    {
        "runOnly": {"type": "tag", "values": _LAWS},
        "rules": {"target-size": {"enabled": True}},  # off unless it is asked for
        "resultTypes": ["violations", "passes"],
    }
)
_AXE: Final = Axe()


def findings(page: Page) -> list[str]:
    """Name what is wrong with a page as it stands, each thing with its place."""
    return [
        f"{rule['id']} ({rule['impact']}) at {' '.join(map(str, node['target']))}"
        for rule in _run(page)["violations"]
        for node in rule["nodes"]
    ]


def rules_met(page: Page) -> set[str]:
    """Name the rules that found something to judge, and it was right."""
    return {rule["id"] for rule in _run(page)["passes"]}


def _run(page: Page) -> Json:
    found: Json = _AXE.run(page, options=dict(_OPTIONS)).response
    return found
