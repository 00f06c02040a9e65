"""A browser for each module, and episodes to open in it."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.benchmarks.books import write_book
from tests.conftest import ARTICLES
from tests.served import serving

if TYPE_CHECKING:  # Playwright may be missing: each module then says so
    from tests.browser.stage import Stage

HERE = Path(__file__).parent
HALF_AN_HOUR = 10  # articles like the one make so long a book


@pytest.fixture(scope="session")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A folder of episodes, with a world around it that is nobody's own."""
    with pytest.MonkeyPatch.context() as patch:
        for name in ("CACHE", "CONFIG", "DATA"):
            patch.setenv(f"NARRATE_{name}", str(tmp_path_factory.mktemp(name)))
        yield tmp_path_factory.mktemp("out")


def build(article: Path, shelf: Path) -> Path:
    """Build an article with the voice that is quick, and give its page."""
    command = [sys.executable, "-m", "narrate", "build", str(article), "--plain"]
    command += ["--voice", "espeak", "-o", f"{shelf}/"]
    done = subprocess.run(command, check=False, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return shelf / article.stem / "index.html"


@pytest.fixture(scope="session")
def page_file(shelf: Path) -> Path:
    """The page of the article that all tests know."""
    return build(ARTICLES / "minefields.txt", shelf)


@pytest.fixture(scope="session")
def book_file(shelf: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The page of half an hour of sound."""
    folder = tmp_path_factory.mktemp("book")
    book = write_book(ARTICLES / "minefields.txt", HALF_AN_HOUR, folder)
    return build(book, shelf)


@pytest.fixture(scope="session")
def hostile_file(shelf: Path) -> Path:
    """The page of an article that means harm."""
    return build(HERE / "hostile.txt", shelf)


@pytest.fixture(scope="module")
def site(
    shelf: Path, page_file: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[str]:
    """The shelf as `narrate serve` serves it."""
    trouble = tmp_path_factory.mktemp("site") / "trouble"
    with serving(shelf, trouble=trouble, patience_s=600) as served:
        yield f"http://127.0.0.1:{served.port}"
        assert served.errors() == ""


@pytest.fixture(params=["http", "file"])
def address(request: pytest.FixtureRequest, site: str, page_file: Path) -> str:
    """The article's page, from a server and from a disk."""
    if request.param == "file":
        return page_file.as_uri()
    return f"{site}/{page_file.parent.name}/{page_file.name}"


@pytest.fixture(scope="module")
def _browser() -> Iterator["Stage"]:
    from tests.browser.stage import Stage, chromium  # noqa: PLC0415 - as above

    # no longer than a module: its event loop would be in the way of other tests
    with chromium() as browser:
        yield Stage(browser)


@pytest.fixture
def stage(_browser: "Stage") -> Iterator["Stage"]:
    yield _browser
    _browser.close()
