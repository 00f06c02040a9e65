from pathlib import Path

import pytest

from narrate.model import Article, Script
from narrate.options import Pacing
from narrate.read.article import read
from narrate.script.compose import compose
from narrate.speak.voices import find_voice
from narrate.voice import Voice

ARTICLES = Path(__file__).parent / "articles"


@pytest.fixture(autouse=True)
def _own_cache(
    tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path_factory.mktemp("cache")
    monkeypatch.setenv("NARRATE_CACHE", str(folder))
    # none of the settings and voices of whoever runs the tests
    monkeypatch.setenv("NARRATE_CONFIG", str(folder / "config"))
    monkeypatch.setenv("NARRATE_DATA", str(folder / "data"))


@pytest.fixture
def minefields() -> Path:
    return ARTICLES / "minefields.txt"


@pytest.fixture
def article(minefields: Path) -> Article:
    return read(str(minefields))


@pytest.fixture
def script(article: Article) -> Script:
    return compose(article, Pacing())


@pytest.fixture
def silent() -> Voice:
    return find_voice("silent")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--golden", action="store_true", help="take over what is said now")
