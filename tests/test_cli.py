"""The command line as its user meets it: words, exit codes, and nothing left behind."""

import io
import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from narrate.cli import run
from narrate.shipped import shipped

Narrate = Callable[..., tuple[int, str, str]]
"""Calls the command line; gives exit code, standard output and standard error."""

SAMPLE = "A Title\n\nGood evening to you all. It is late, and the news is short.\n"


@pytest.fixture(autouse=True)
def _in_a_folder_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


@pytest.fixture
def narrate(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Narrate:
    def call(*words: str | Path) -> tuple[int, str, str]:
        monkeypatch.setattr(sys, "argv", ["narrate", *map(str, words)])
        try:
            run()
            code = 0
        except SystemExit as stop:
            code = int(stop.code or 0)
        said = capsys.readouterr()
        return code, said.out, said.err

    return call


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "news.txt"
    path.write_text(SAMPLE, encoding="utf-8")
    return path


def test_a_build_says_where_how_long_and_what_was_left_out(
    narrate: Narrate, minefields: Path
) -> None:
    code, out, err = narrate("build", minefields, "--voice", "silent", "--plain")
    assert code == 0
    assert Path("out/minefields/minefields.mp3").exists()
    first, beside, left_out, changed, more = out.splitlines()
    assert beside.startswith("Beside it in out/minefields: index.html, minefields.ch")
    assert first.startswith("Wrote out/minefields/minefields.mp3: 2 minutes")
    assert "6 chapters" in first
    assert left_out.startswith("Left out 7 pieces of text: repeats the byline (2), ")
    assert changed.startswith("Said ")
    assert more.endswith("--why")
    assert err.splitlines()[0].startswith("Chapter 1 of 6, ")


def test_a_build_for_programs_is_json_and_nothing_else(
    narrate: Narrate, article: Path
) -> None:
    code, out, err = narrate("build", article, "--voice", "silent", "--json")
    made = json.loads(out)
    assert (code, err) == (0, "")
    assert made["schema"] == 1
    assert Path(made["audio"]).stat().st_size == made["bytes"]
    assert made["chapters"][0]["start_ms"] == 0
    assert made["chapters"][-1]["end_ms"] == made["length_ms"]


def test_a_second_build_is_the_same_to_the_byte(
    narrate: Narrate, article: Path
) -> None:
    narrate("build", article, "--voice", "espeak", "-o", "a.mp3")
    narrate("build", article, "--voice", "espeak", "-o", "b.mp3", "--jobs", "4")
    assert Path("a.mp3").read_bytes() == Path("b.mp3").read_bytes()


def test_an_article_comes_from_standard_input(
    narrate: Narrate, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(SAMPLE.encode())))
    code, out, _ = narrate("build", "-", "--voice", "silent")
    assert code == 0
    assert "Wrote out/article/article.mp3" in out


def test_an_output_folder_takes_the_article_s_name(
    narrate: Narrate, article: Path, tmp_path: Path
) -> None:
    (tmp_path / "here").mkdir()
    narrate("build", article, "--voice", "silent", "-o", "here")
    assert (tmp_path / "here" / "news" / "news.mp3").exists()


def test_a_script_is_shown_with_its_reasons(narrate: Narrate, minefields: Path) -> None:
    code, out, _ = narrate("script", minefields, "--why")
    assert code == 0
    assert "Chapter 1 of 6: Introduction" in out
    assert "'$275 million' is said 'two hundred seventy-five million dollars'" in out
    assert "line 7, page furniture: Updated:" in out


def test_a_script_for_programs_keeps_its_schema(
    narrate: Narrate, minefields: Path
) -> None:
    _, out, _ = narrate("script", minefields, "--json")
    script = json.loads(out)
    assert list(script) == [
        "schema",
        "title",
        "byline",
        "language",
        "sections",
        "dropped",
    ]
    assert script["schema"] == 1
    section = script["sections"][0]
    assert list(section) == ["title", "aside", "utterances"]
    utterance = section["utterances"][-1]
    assert list(utterance) == [
        "role",
        "written",
        "spoken",
        "pause_ms",
        "lines",
        "spans",
    ]
    assert script["dropped"][0] == {
        "line": 4,
        "text": "Engineers Race to Clear Mined Farmland Before the Spring Planting",
        "reason": "repeats the title",
    }
    for part in script["sections"]:
        for said in part["utterances"]:
            for span in said["spans"]:
                assert list(span)[:4] == ["start", "end", "spoken", "rule"]
                assert list(span)[4:] == ["ipa"] * (span["rule"] == "name")


def test_explain_says_one_line(narrate: Narrate) -> None:
    _, out, _ = narrate("explain", "It cost $275 million.", "--why")
    assert out.splitlines() == [
        "It cost two hundred seventy-five million dollars.",
        "  '$275 million' is said 'two hundred seventy-five million dollars' (money)",
    ]


def test_long_forms_are_said_as_asked(narrate: Narrate) -> None:
    line = "The IAEA and the FBI met."
    assert narrate("explain", line, "--acronyms", "never")[1] == (
        "The I A E A and the F B I met.\n"
    )
    assert "Federal Bureau" in narrate("explain", line, "--acronyms", "always")[1]


def test_a_script_lists_what_was_guessed(narrate: Narrate, article: Path) -> None:
    article.write_text("Rain\n\nThe XQZR and the FOLMIT met the FBI about the XQZR.\n")
    out = narrate("script", article)[1]
    assert out.endswith(
        "Guessed how to say: XQZR (X Q Z R), FOLMIT (Folmit). "
        "Teach it better with --lexicon.\n"
    )
    assert "Guessed" not in narrate("script", article, "--lexicon", _own(article))[1]


def _own(article: Path) -> Path:
    own = article.with_name("own.toml")
    own.write_text('letters = ["XQZR"]\n[say]\nFOLMIT = "fole mitt"\n')
    return own


def test_explain_reads_lines_and_answers_each_at_once() -> None:
    with subprocess.Popen(
        [sys.executable, "-m", "narrate", "explain"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        bufsize=1,
    ) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        for line, said in {"On Nov. 20.": "On November twentieth.", "": ""}.items():
            process.stdin.write(f"{line}\n")
            process.stdin.flush()
            assert process.stdout.readline() == f"{said}\n"
        process.stdin.close()
    assert process.returncode == 0


def test_the_demo_needs_no_article(narrate: Narrate) -> None:
    code, out, _ = narrate("demo", "--voice", "silent")
    assert code == 0
    assert "Wrote out/minefields/minefields.mp3" in out


def test_voices_are_listed_each_with_what_it_needs(narrate: Narrate) -> None:
    code, out, _ = narrate("voices")
    lines = {line.split(":")[0]: line for line in out.splitlines()}
    assert code == 0
    assert {"espeak", "fenrir", "heart", "silent"} <= lines.keys()
    assert "natural; en-US, engine heart, " in lines["heart"]
    assert lines["heart"].endswith("Apache-2.0; installed")
    assert lines["fenrir"].endswith("not installed: narrate voices install fenrir")
    assert {"heart"} <= {
        row["name"] for row in json.loads(narrate("voices", "--json")[1])
    }
    assert "fr: French" in narrate("voices", "--languages")[1].splitlines()


def test_a_voice_is_tried_added_and_removed(narrate: Narrate, tmp_path: Path) -> None:
    assert narrate("voices", "try", "espeak", "Good evening.")[:2] == (
        0,
        "Wrote out/espeak-sample.mp3.\n",
    )
    own = tmp_path / "quick.toml"
    text = (shipped("voices", "voices") / "espeak.toml").read_text(encoding="utf-8")
    own.write_text(text.replace("minute = 150", "minute = 300"), encoding="utf-8")
    assert narrate("voices", "add", own)[1].startswith("Added the voice quick (")
    assert narrate("voices", "try", "quick", "Good evening.", "-o", "a.mp3")[0] == 0
    assert narrate("voices", "remove", "quick")[1] == "Removed the voice quick.\n"
    code, _, said = narrate("voices", "try", "quick")
    assert code == 4
    assert said.startswith("The voice quick is not there; there are ")


def test_the_cache_is_shown_and_cleared(narrate: Narrate, article: Path) -> None:
    narrate("build", article, "--voice", "espeak")
    _, shown, _ = narrate("cache")
    assert "Spoken clips: 0." in shown
    assert "Spoken clips: 0.0" not in shown
    assert "Fetched pages: 0.0 MB" in shown
    code, out, _ = narrate("cache", "clear")
    assert code == 0
    assert out.startswith("Freed 0.")


def test_the_version_and_the_help_are_said(narrate: Narrate) -> None:
    assert narrate("--version")[1].startswith("narrate 0.")
    code, out, _ = narrate("--help")
    assert code == 0
    for command in ("build", "script", "explain", "demo", "voices", "doctor", "cache"):
        assert command in out


BAD_INPUT = {
    "no such file": (["build", "none.txt"], 3, "none.txt does not exist"),
    "a folder": (["build", "."], 3, ". is a folder"),
    "empty": (["build", "empty.txt"], 3, "empty.txt is empty"),
    "blank": (["build", "blank.txt"], 3, "blank.txt is empty"),
    "no word": (["build", "stars.txt"], 3, "stars.txt holds no sentence"),
    "binary": (["build", "binary.txt"], 3, "binary.txt is not text but binary"),
    "a PDF": (["build", "a.pdf"], 3, "a.pdf is no whole PDF"),
    "wrong encoding": (
        ["build", "latin.txt", "--encoding", "utf-8"],
        3,
        "latin.txt is not utf-8: byte 3",
    ),
    "too large": (["build", "huge.txt"], 3, "huge.txt is larger than 20 MB"),
    "unknown voice": (["build", "news.txt", "--voice", "x"], 4, "The voice x is not"),
    "a speed too high": (["build", "news.txt", "--wpm", "9999"], 2, "--wpm 9999"),
    "no such manner": (["build", "news.txt", "--acronyms", "no"], 2, "--acronyms"),
    "no number": (["build", "news.txt", "--wpm", "fast"], 2, "--wpm"),
    "an unknown option": (["build", "news.txt", "--loud"], 2, "--loud"),
    "an unknown command": (["bulid"], 2, "bulid"),
    "another kind of sound": (["build", "news.txt", "-o", "a.wav"], 2, "-o a.wav"),
    "a link of another kind": (["build", "ftp://x/y"], 3, "only http and https"),
    "no workers": (["build", "news.txt", "--jobs", "-3"], 2, "--jobs -3"),
    "a broken lexicon": (
        ["build", "news.txt", "--lexicon", "stars.txt"],
        3,
        "The lexicon stars.txt can't be used",
    ),
    "not our file": (["build", "news.txt", "-o", "theirs.mp3"], 6, "exists already"),
    "a device": (["build", "news.txt", "-o", "/dev/null", "--force"], 6, "no ordinary"),
    "the article itself": (
        ["build", "news.txt", "-o", "news.txt", "--force"],
        6,
        "is the article itself",
    ),
    "a long name": (["build", "news.txt", "-o", "x" * 300], 6, "can't be written"),
    "no output name": (["build", "news.txt", "-o", ""], 2, "-o ''"),
    "a long voice name": (["build", "news.txt", "--voice", "x" * 300], 4, "is not"),
    "a file as a folder": (
        ["build", "news.txt", "-o", "news.txt/a.mp3"],
        6,
        "news.txt can't be written",
    ),
}


@pytest.mark.parametrize("case", BAD_INPUT)
def test_bad_input_gets_one_sentence_and_its_exit_code(
    narrate: Narrate, article: Path, case: str
) -> None:
    Path("empty.txt").touch()
    Path("blank.txt").write_text(" \n\n\t\n")
    Path("stars.txt").write_text("* * *\n\n---\n")
    Path("binary.txt").write_bytes(bytes(range(256)) * 9)
    Path("a.pdf").write_bytes(b"%PDF-1.7")
    Path("latin.txt").write_bytes(b"caf\xe9")
    Path("theirs.mp3").write_bytes(b"ID3 somebody else's")
    if case == "too large":
        Path("huge.txt").write_bytes(b"word " * 10_000_000)
    before = {path: path.stat().st_mtime_ns for path in Path().rglob("*")}
    words, code, sentence = BAD_INPUT[case]
    got, out, err = narrate(*words)
    assert (got, out) == (code, "")
    assert sentence in err
    assert "Traceback" not in err
    assert {path: path.stat().st_mtime_ns for path in Path().rglob("*")} == before


def test_a_folder_that_is_not_there_yet_is_made(
    narrate: Narrate, article: Path
) -> None:
    assert narrate("build", article, "--voice", "silent", "-o", "new/")[0] == 0
    assert Path("new/news/news.mp3").exists()


def test_a_link_is_followed_and_stays_a_link(narrate: Narrate, article: Path) -> None:
    Path("here.mp3").symlink_to("there.mp3")
    assert narrate("build", article, "--voice", "silent", "-o", "here.mp3")[0] == 0
    assert Path("here.mp3").is_symlink()
    assert Path("there.mp3").is_file()


@pytest.mark.parametrize("part", ["hibari", "lameenc", "pydub", "soxr"])
def test_a_missing_part_is_one_sentence(article: Path, part: str) -> None:
    code = f"import sys; sys.modules[{part!r}] = None; sys.argv = sys.argv[1:]\n"
    code += "from narrate.__main__ import main; main()"
    done = subprocess.run(
        [sys.executable, "-c", code, "narrate", "build", str(article)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 4
    assert done.stderr.splitlines()[-1].startswith(f"The part {part}")
    assert "Traceback" not in done.stderr


def test_closed_standard_streams_are_no_traceback(article: Path) -> None:
    for words in ("build - <&-", f"script {article} >/dev/full"):
        line = f"{sys.executable} -m narrate {words}"
        done = subprocess.run(
            ["/bin/bash", "-c", line], capture_output=True, text=True, check=False
        )
        assert done.returncode in {3, 6}
        assert "Traceback" not in done.stderr


def test_a_terminal_s_commands_are_shown_and_not_obeyed(narrate: Narrate) -> None:
    Path("evil.txt").write_text(f"A \x1b]0;owned\x07 Tall Title\n\n{SAMPLE}")
    _, out, _ = narrate("script", "evil.txt", "--why")
    assert "\x1b" not in out
    assert "\x07" not in out


def test_force_writes_over_what_is_not_ours(narrate: Narrate, article: Path) -> None:
    Path("theirs.mp3").write_bytes(b"ID3 somebody else's")
    words = ("build", article, "--voice", "silent", "-o", "theirs.mp3")
    assert narrate(*words)[0] == 6
    assert narrate(*words, "--force")[0] == 0
    assert narrate(*words)[0] == 0  # it is ours now


@pytest.mark.parametrize("name", [signal.SIGINT, signal.SIGTERM])
@pytest.mark.parametrize("voice", ["heart", "espeak"])
def test_a_stopped_build_leaves_nothing_and_says_so(
    tmp_path: Path, name: signal.Signals, voice: str
) -> None:
    book = tmp_path / "book.txt"
    book.write_text("".join(f"He came {'again ' * n}.\n\n" for n in range(1, 300)))
    process = subprocess.Popen(
        [sys.executable, "-m", "narrate", "build", str(book), "--voice", voice],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
        preexec_fn=_hear_interrupts,  # noqa: PLW1509 - one thread
        cwd=tmp_path,
    )
    assert process.stderr is not None
    process.stderr.readline()  # the first chapter is under way
    time.sleep(0.2)
    os.kill(process.pid, name)
    _, err = process.communicate(timeout=60)
    assert process.returncode == 130
    assert err.splitlines()[-1] == "Stopped. No unfinished file was left behind."
    assert not (tmp_path / "out").exists()
    assert _is_gone(process.pid)


def _hear_interrupts() -> None:
    """Undo what a shell does to jobs in the background: they would ignore Ctrl-C."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def _is_gone(group: int) -> bool:
    """Wait a moment for a process group: Python's own resource tracker goes last."""
    for _ in range(50):
        try:
            os.killpg(group, 0)
        except ProcessLookupError:
            return True
        time.sleep(0.1)
    return False


def test_a_reader_that_has_enough_is_no_error(minefields: Path) -> None:
    words = f"{sys.executable} -m narrate script {minefields} --why | head -1"
    done = subprocess.run(
        ["/bin/bash", "-o", "pipefail", "-c", words],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0
    assert done.stderr == ""
