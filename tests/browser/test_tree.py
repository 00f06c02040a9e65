"""The page as a screen reader meets it: its tree, held against a file beside this one.

`pytest tests/browser/test_tree.py --golden` takes over what it is now: read the change.
"""

import re
from pathlib import Path

import pytest

from tests.browser.stage import Page, Stage
from tests.browser.states import STATES, ready

pytestmark = pytest.mark.browser

TREES = Path(__file__).parent / "trees"


@pytest.mark.parametrize("state", ["idle", "options open", "dialog", "scriptless"])
def test_the_tree_is_as_it_was_read_and_approved(
    stage: Stage, page_file: Path, state: str, request: pytest.FixtureRequest
) -> None:
    if state == "scriptless":
        page = stage.open(page_file.as_uri(), java_script_enabled=False)
    else:
        page = ready(stage.open(page_file.as_uri()))
        STATES[state](page)
    golden = TREES / f"{state.replace(' ', '-')}.yml"
    tree = f"{_tree(page)}\n"
    if request.config.getoption("--golden"):
        golden.parent.mkdir(exist_ok=True)
        golden.write_text(tree, encoding="utf-8")
    assert golden.read_text(encoding="utf-8") == tree


def _tree(page: Page) -> str:
    """Give the tree; the voice's times are not what it is about."""
    tree = page.locator("body").aria_snapshot()
    tree = re.sub(r"\b\d+:\d\d(?::\d\d)?\b", "0:00", tree)
    tree = re.sub(r"#t=[\d.]+", "#t=0", tree)
    return re.sub(r"\b\d+ (hour|minute|second)s?\b", r"0 \1s", tree)
