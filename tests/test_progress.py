import io
import sys

import pytest

from narrate.build import Progress
from narrate.progress import shown

STEPS = [Progress(1, 2, 1, 4), Progress(1, 2, 2, 4), Progress(2, 2, 3, 4)]


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def drawn(
    monkeypatch: pytest.MonkeyPatch, stream: io.StringIO, *, plain: bool = False
) -> str:
    monkeypatch.setattr(sys, "stderr", stream)
    monkeypatch.setattr("narrate.progress._EVERY_S", 0)
    with shown(plain=plain, quiet=False) as report:
        for step in STEPS:
            report(step)
    return stream.getvalue()


def test_without_a_terminal_lines_are_appended_words_first(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert drawn(monkeypatch, io.StringIO()).splitlines() == [
        "Chapter 1 of 2, 25 percent",
        "Chapter 2 of 2, 75 percent",
    ]


@pytest.mark.parametrize("switch", ["--plain", "ACCESSIBLE", "TERM"])
def test_a_terminal_can_ask_for_plain_lines(
    monkeypatch: pytest.MonkeyPatch, switch: str
) -> None:
    monkeypatch.setenv("TERM", "dumb" if switch == "TERM" else "xterm")
    if switch == "ACCESSIBLE":
        monkeypatch.setenv("ACCESSIBLE", "1")
    text = drawn(monkeypatch, Terminal(), plain=switch == "--plain")
    assert "\x1b" not in text
    assert text.endswith("75 percent\n")


def test_a_terminal_has_a_live_bar(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "xterm")
    assert "Chapter 2 of 2" in drawn(monkeypatch, Terminal())


def test_quiet_is_quiet(monkeypatch: pytest.MonkeyPatch) -> None:
    stream = io.StringIO()
    monkeypatch.setattr(sys, "stderr", stream)
    with shown(plain=True, quiet=True) as report:
        report(STEPS[0])
    assert stream.getvalue() == ""
