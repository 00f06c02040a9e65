"""The commands for archives, as a publisher gives them."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from narrate.cli import app
from narrate.errors import NarrateError
from tests.batch.archives import contents, write_articles

RUNNER = CliRunner()


def batch(*words: object) -> Result:
    spoken = ["batch", *map(str, words), "--voice", "silent", "--plain"]
    return RUNNER.invoke(app, spoken)


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    write_articles(tmp_path / "in", 4)
    return tmp_path / "in"


def test_an_archive_is_built_and_then_kept(articles: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    first = batch(articles, "-o", out)
    assert first.exit_code == 0, first.output
    assert first.stdout.startswith("Built 4, kept 0 as they were, failed 0 of 4")
    before = contents(out)
    again = batch(articles, "-o", out)
    assert again.stdout.startswith("Built 0, kept 4 as they were, failed 0 of 4")
    assert contents(out) == before
    assert len((out / "manifest.jsonl").read_text().splitlines()) == 4


def test_what_fails_ends_with_5_and_its_list_can_be_fed_back(
    articles: Path, tmp_path: Path
) -> None:
    out, bad = tmp_path / "out", articles / "a001.txt"
    text = bad.read_text()
    bad.write_text("")
    failed = batch(articles, "-o", out)
    assert isinstance(failed.exception, NarrateError)
    assert failed.exception.exit_code == 5
    assert f"Failed: {bad}: a001.txt is empty." in failed.stderr
    assert str(out / "failed.jsonl") in str(failed.exception)
    bad.write_text(text)
    mended = batch(out / "failed.jsonl", "-o", out)
    assert mended.exit_code == 0
    assert mended.stdout.startswith("Built 1, kept 0")
    assert batch(articles, "-o", out).stdout.startswith("Built 0, kept 4")


def test_a_word_of_a_lexicon_builds_only_the_articles_that_have_it(
    articles: Path, tmp_path: Path
) -> None:
    out, lexicon = tmp_path / "out", tmp_path / "words.toml"
    lexicon.write_text('[say]\nOslo = "ozlo"\n')
    batch(articles, "-o", out, "--lexicon", lexicon)
    lexicon.write_text('[say]\nOslo = "ozlo"\nBrno = "bernoh"\n')
    again = batch(articles, "-o", out, "--lexicon", lexicon)
    assert again.stdout.startswith("Built 1, kept 3")


def test_a_dry_run_tells_and_writes_nothing(articles: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    told = batch(articles, "-o", out, "--dry-run")
    assert told.stdout.startswith("Would build 4 of 4 articles; 0 are built already.")
    assert "4 of them were built on trial" in told.stdout
    assert not out.exists()
    batch(articles / "a000.txt", "-o", out)
    told = batch(articles / "a000.txt", "-o", out, "--dry-run", "--json")
    facts = json.loads(told.stdout)
    assert (facts["event"], facts["articles"], facts["wanted"]) == ("estimate", 1, 0)


def test_shards_build_all_of_it_between_them(articles: Path, tmp_path: Path) -> None:
    batch(articles, "-o", tmp_path / "whole")
    for number in (1, 2, 3):
        done = batch(articles, "-o", tmp_path / "parts", "--shard", f"{number}/3")
        assert done.exit_code == 0, done.output
    assert contents(tmp_path / "parts") == contents(tmp_path / "whole")


def test_json_is_an_event_a_line(articles: Path, tmp_path: Path) -> None:
    done = batch(articles, "-o", tmp_path / "out", "--json")
    events = [json.loads(line) for line in done.stdout.splitlines()]
    assert [each["event"] for each in events] == ["article"] * 4 + ["ended"]
    assert events[-1]["built"] == 4
    assert events[-1]["left"] == 0


def test_a_report_is_written_where_it_was_asked_for(
    articles: Path, tmp_path: Path
) -> None:
    page = tmp_path / "pages" / "report.html"
    done = batch(articles, "-o", tmp_path / "out", "--report", page)
    assert f"Report: {page}" in done.stdout
    assert "What became of 4 articles" in page.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (["nowhere"], 3, "nowhere does not exist"),
        (["IN", "--voice", "nobody"], 4, "The voice nobody"),
        (["IN", "--shard", "5/4"], 2, "--shard '5/4'"),
        (["IN", "--lexicon", "none.toml"], 2, "--lexicon none.toml"),
        (["IN", "-o", "nope://x/y"], 2, "a URL that fsspec knows"),
    ],
)
def test_bad_input_is_one_sentence_before_any_work(
    articles: Path, words: list[str], code: int, said: str
) -> None:
    given = [str(articles) if word == "IN" else word for word in words]
    done = RUNNER.invoke(app, ["batch", "--voice", "silent", *given])
    assert isinstance(done.exception, NarrateError), done.output
    assert done.exception.exit_code == code
    assert said in str(done.exception)
