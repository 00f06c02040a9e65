"""A target is told by what is in it; what can't be read is one sentence."""

from pathlib import Path

import pytest
from typer.testing import CliRunner

from narrate.check.base import Severity
from narrate.checking import check
from narrate.cli import app
from narrate.errors import CheckError
from tests.mp3s import GOOD as AN_MP3
from tests.website import open_website

GOOD = Path(__file__).parent / "check" / "feed" / "good.xml"


@pytest.mark.parametrize("name", ["feed.xml", "feed.mp3", "feed"])
def test_a_feed_is_known_whatever_its_name(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_bytes(GOOD.read_bytes())
    report = check(str(path))
    assert (report.kind, report.subject, report.clean) == ("feed", str(path), True)


def test_a_feed_on_this_machine_asks_nobody_and_says_so() -> None:
    asked = {fact.name: fact.value for fact in check(str(GOOD)).facts}
    assert asked["files_asked"] == 0


@pytest.mark.parametrize("name", ["none.xml", ""])
def test_what_is_no_file_is_one_sentence(tmp_path: Path, name: str) -> None:
    with pytest.raises(CheckError, match=r"can't be read: .+\. Check the name"):
        check(str(tmp_path / name))


def test_a_link_inside_the_network_needs_leave() -> None:
    with open_website() as site:
        url = site.page("/feed.xml", GOOD.read_bytes(), Content_Type="text/xml")
        with pytest.raises(CheckError, match="--allow-private"):
            check(url)
        report = check(url, newest=0, allow_private=True)
    assert report.kind == "feed"
    assert report.subject == url


def test_the_command_takes_a_feed_and_tells_what_is_wrong(tmp_path: Path) -> None:
    path = tmp_path / "feed.xml"
    path.write_text(GOOD.read_text().replace("<language>en-gb</language>", ""))
    result = CliRunner().invoke(app, ["check", str(path), "--newest", "3"])
    assert result.exit_code == 1
    assert "The show does not say which language it is in." in result.output
    good = CliRunner().invoke(app, ["check", str(GOOD), "--json"])
    assert good.exit_code == 0
    assert '"clean": true' in good.output


def test_our_own_mp3_behind_a_link_is_clean_but_for_what_its_server_lacks() -> None:
    with open_website() as site:
        url = site.page("/a.mp3", bytes(AN_MP3), Content_Type="audio/mpeg")
        report = check(url, allow_private=True)
    assert (report.kind, report.subject) == ("mp3", url)
    worse = [each.rule for each in report.findings if each.severity != Severity.NOTE]
    assert worse == ["served-range", "served-no-size", "served-version"]
