from pathlib import Path

import pytest

from narrate.folders import config_home
from narrate.lexicons import NAME, find_lexicons, home_lexicon, used


@pytest.fixture
def home() -> Path:
    path = home_lexicon()
    path.parent.mkdir(parents=True)
    path.write_text("")
    return path


@pytest.fixture
def beside(tmp_path: Path) -> Path:
    path = tmp_path / NAME
    path.write_text("")
    return path


def test_the_nearer_file_comes_first(home: Path, beside: Path, tmp_path: Path) -> None:
    asked = tmp_path / "mine.toml"
    asked.write_text("")
    article = str(tmp_path / "news.txt")
    assert find_lexicons(asked, article) == (asked, beside, home)
    assert find_lexicons(None, article) == (beside, home)
    assert find_lexicons(None) == (home,)


@pytest.mark.parametrize("article", ["-", "https://example.org/news.txt"])
def test_nothing_lies_beside_what_is_no_file(
    home: Path, article: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / NAME).write_text("")
    assert find_lexicons(None, article) == (home,)


def test_a_file_counts_once(beside: Path, tmp_path: Path) -> None:
    asked = tmp_path / "a" / ".." / NAME
    (tmp_path / "a").mkdir()
    assert find_lexicons(asked, str(tmp_path / "news.txt")) == (asked,)


def test_what_was_asked_for_is_given_though_it_is_not_there(tmp_path: Path) -> None:
    asked = tmp_path / "none.toml"
    assert find_lexicons(asked, "news.txt") == (asked,)


def test_no_lexicon_needs_no_word() -> None:
    assert find_lexicons(None, "news.txt") == ()
    assert used(()) == ()
    two = (Path("a.toml"), Path("b.toml"))
    assert used(two) == ("Used the lexicon a.toml and b.toml.",)


def test_the_home_is_the_system_s_own_unless_told(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("NARRATE_CONFIG", str(tmp_path))
    assert home_lexicon() == tmp_path / NAME
    monkeypatch.delenv("NARRATE_CONFIG")
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    assert "narrate" in config_home().parts
