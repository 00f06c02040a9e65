"""`narrate lexicon` as its user meets it: plain lines, exit codes, files kept whole."""

import json
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from narrate.cli import run
from narrate.lexicons import home_lexicon

Narrate = Callable[..., tuple[int, str, str]]


@pytest.fixture
def narrate(
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    tmp_path: Path,
) -> Narrate:
    monkeypatch.chdir(tmp_path)

    def call(*words: str | Path) -> tuple[int, str, str]:
        monkeypatch.setattr(sys, "argv", ["narrate", *map(str, words)])
        code = 0
        try:
            run()
        except SystemExit as stop:
            code = int(stop.code or 0)
        said = capsys.readouterr()
        return code, said.out, said.err

    return call


def test_a_word_is_fixed_once_and_said_so_everywhere(narrate: Narrate) -> None:
    home = home_lexicon()
    code, out, _ = narrate("lexicon", "add", "Kyiv", "kayv")
    assert (code, out) == (0, f'Kyiv is said "kayv" from now on ({home}).\n')
    assert narrate("explain", "In Kyiv.")[1] == "In kayv.\n"
    _, out, _ = narrate("lexicon", "add", "Kyiv", "--ipa", "ˈkiːɪv")
    assert out == f'Kyiv is said /ˈkiːɪv/ from now on ({home}).\nIt was said "kayv".\n'
    _, out, _ = narrate("explain", "In Kyiv.", "--why")
    assert out == "In Kyiv.\n  'Kyiv' is said /ˈkiːɪv/ (lexicon)\n"
    assert narrate("lexicon", "remove", "Kyiv")[1] == (
        f"Kyiv is no longer said /ˈkiːɪv/ ({home}).\n"
    )
    assert narrate("lexicon", "remove", "Kyiv")[1] == f"Kyiv is not in {home}.\n"


def test_the_words_in_force_are_listed_with_their_files(narrate: Narrate) -> None:
    assert "You have no lexicon yet" in narrate("lexicon", "list")[1]
    near = Path("narrate.lexicon.toml")
    narrate("lexicon", "add", "Kyiv", "keev", "--to", near)
    narrate("lexicon", "add", "Kyiv", "kee-ev")
    narrate("lexicon", "add", "XKCD", "--spell", "--long", "a comic")
    _, out, _ = narrate("lexicon", "list", "news.txt")
    home = home_lexicon()
    assert out.splitlines() == [
        f"{near}:",
        '  Kyiv: said "keev"',
        f"{home}:",
        f"  Kyiv: not in force, {near} says otherwise",
        '  XKCD: said letter by letter, with "a comic" at its first mention',
    ]


def test_words_go_out_to_other_tools_and_come_back(narrate: Narrate) -> None:
    narrate("lexicon", "add", "Kyiv", "keev", "--ipa", "ˈkiːɪv")
    narrate("lexicon", "add", "UN", "--long", "United Nations")
    code, out, _ = narrate("lexicon", "export", "own.pls", "--language", "en-US")
    assert (code, out) == (
        0,
        "Wrote 1 word to own.pls.\nLeft out: UN has only a long form.\n",
    )
    code, out, _ = narrate("lexicon", "import", "own.pls", "--to", "other.toml")
    assert (code, out) == (0, "Took 1 word into other.toml.\n")
    assert 'Kyiv = {say = "keev", ipa = "ˈkiːɪv"}' in Path("other.toml").read_text(
        encoding="utf-8"
    )
    _, out, _ = narrate("lexicon", "import", "own.pls", "--to", "other.toml")
    assert out.endswith("Replaced 1 reading of before.\n")


def test_the_words_to_hear_are_numbered_lines_or_json(narrate: Narrate) -> None:
    article = Path("news.txt")
    article.write_text("The XQZR\n\nThe XQZR met Mr. Qwlkzia near the sea today.\n")
    code, out, _ = narrate("lexicon", "suggest", article)
    assert code == 0
    first, second, last = out.splitlines()
    assert first == (
        '1. XQZR: a short form in no lexicon; twice, line 1; will be said "X Q Z R".'
    )
    assert second.startswith("2. Qwlkzia: a name in no dictionary, and two readers di")
    assert "; once, line 3; will be said /" in second
    assert last == 'Fix one with: narrate lexicon add XQZR "as you would spell it"'
    _, out, _ = narrate("lexicon", "suggest", article, "--most", "1")
    assert "And 1 more, surer ones: --most 2" in out
    rows = json.loads(narrate("lexicon", "suggest", article, "--json")[1])
    assert [row["word"] for row in rows] == ["XQZR", "Qwlkzia"]
    assert rows[0].keys() == {"word", "unsure", "why", "said", "ipa", "times", "line"}


def test_what_was_used_is_told(narrate: Narrate) -> None:
    article = Path("news.txt")
    article.write_text("News\n\nThey are in Kyiv today, and the day is long.\n")
    own = Path("narrate.lexicon.toml")
    own.write_text('[words]\nKyiv = { ipa = "ˈkiːɪv", say = "keev" }\n', "utf-8")
    _, out, err = narrate("script", article, "--json")
    (span,) = (
        span
        for section in json.loads(out)["sections"]
        for utterance in section["utterances"]
        for span in utterance["spans"]
        if span["rule"] == "lexicon"
    )
    assert span == {
        "start": 12,
        "end": 16,
        "spoken": "keev",
        "rule": "lexicon",
        "ipa": "ˈkiːɪv",
    }
    assert err == "Used the lexicon narrate.lexicon.toml.\n"
    made = narrate("build", article, "--voice", "silent", "--json")[1]
    assert json.loads(made)["notices"] == ["Used the lexicon narrate.lexicon.toml."]


FAILURES = {
    "no file": (["import", "none.pls"], 3, "The lexicon none.pls can't be used: No su"),
    "no PLS": (["import", "news.txt"], 3, "news.txt can't be used: line 1: "),
    "nothing to export": (["export", "own.pls"], 3, "No such file"),
    "no IPA": (["add", "Kyiv", "--ipa", "k5v"], 2, "--ipa k5v can't be used"),
    "no way": (["add", "Kyiv"], 2, "give how it is said"),
    "a broken file": (["list", "--lexicon", "news.txt"], 3, "news.txt can't be used"),
    "no place": (["add", "Kyiv", "x", "--to", "news.txt/a.toml"], 3, "Not a directory"),
}


@pytest.mark.parametrize("case", FAILURES)
def test_a_failure_is_one_sentence_and_an_exit_code(
    narrate: Narrate, case: str
) -> None:
    words, code, sentence = FAILURES[case]
    Path("news.txt").write_text("Good evening.\n")
    failed, out, err = narrate("lexicon", *words)
    assert (failed, out) == (code, "")
    assert sentence in err
    assert len(err.splitlines()) == 1
