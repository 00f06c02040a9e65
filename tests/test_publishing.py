"""`narrate feed` as its user meets it."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from narrate.errors import EpisodeError, OptionError
from narrate.publishing import app
from tests.episodes import episode

SAID = ("--base-url", "https://a.org/x", "--title", "Rails")


@pytest.fixture(autouse=True)
def out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("NARRATE_CACHE", str(tmp_path / "cache"))
    monkeypatch.chdir(tmp_path)
    episode(tmp_path / "out" / "trams")
    return tmp_path / "out"


def feed(*words: str) -> Result:
    return CliRunner().invoke(app, list(words))


def test_it_says_what_was_written_and_what_to_do_next() -> None:
    done = feed("out", *SAID)
    assert done.exit_code == 0
    assert done.stdout.splitlines() == [
        "Wrote out/feed.xml: 1 episode, the newest: The story of trams.",
        "Check it with: narrate check out/feed.xml",
        "Then upload all of out, and subscribe to https://a.org/x/feed.xml",
    ]
    assert done.stderr == ""


def test_the_next_run_needs_no_words_at_all() -> None:
    feed("out", *SAID, "--category", "Daily News")
    assert feed().exit_code == 0
    assert "Daily News" in Path("out/feed.xml").read_text(encoding="utf-8")


def test_a_program_gets_json(out: Path) -> None:
    done = json.loads(feed("out", *SAID, "--json").stdout)
    assert done == {
        "feed": "out/feed.xml",
        "url": "https://a.org/x/feed.xml",
        "image": "cover.jpg",
        "episodes": 1,
        "newest": "The story of trams",
        "notices": [],
    }


def test_what_is_left_out_is_told_beside_the_rest(out: Path) -> None:
    episode(out / "read", [])
    done = feed("out", *SAID)
    assert "out/read is left out: its MP3 was not built." in done.stderr


def test_every_option_reaches_the_feed() -> None:
    done = feed(
        "out", *SAID, "--author", "Ann", "--email", "a@b.org", "--description", "D.",
        "--language", "fr", "--category", "Arts", "--link", "https://b.org/",
        "--image", "https://c.org/c.png", "--explicit", "--no-locked",
        "-o", "out/my.rss",
    )  # fmt: skip
    assert done.exit_code == 0
    written = Path("out/my.rss").read_text(encoding="utf-8")
    for part in (
        "<itunes:author>Ann<", "<itunes:email>a@b.org<", "<description>D.<",
        "<language>fr<", 'category text="Arts"', "<link>https://b.org/<",
        'image href="https://c.org/c.png"', "<itunes:explicit>true<", ">no</podcast:l",
        'href="https://a.org/x/my.rss"', "<title>Rails<",
    ):  # fmt: skip
        assert part in written


def test_what_goes_wrong_has_the_code_of_its_kind(out: Path) -> None:
    wrong = feed("out", "--title", "Rails", "--base-url", "a.org")
    assert isinstance(wrong.exception, OptionError)
    assert wrong.exception.exit_code == 2
    (out / "trams" / "episode.json").write_text("{", encoding="utf-8")
    damaged = feed("out", *SAID)
    assert isinstance(damaged.exception, EpisodeError)
    assert damaged.exception.exit_code == 3
