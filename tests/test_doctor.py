import sys

import pytest

from narrate.doctor import examine
from narrate.mix import encode


def test_on_a_good_machine_every_line_is_good() -> None:
    findings = list(examine())
    assert [finding.name for finding in findings if not finding.good] == []
    assert [finding.name for finding in findings] == [
        "narrate",
        "readers",
        "voices",
        "voice heart",
        "espeak-ng",
        "voice espeak",
        "piper",
        "encoder",
        "whole build",
        "cache",
    ]


def test_a_failing_line_says_the_fix(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> bytes:
        raise RuntimeError("LAME is not well.")

    monkeypatch.setattr(encode, "encode", broken)
    finding, *_ = [finding for finding in examine() if not finding.good]
    assert finding.name == "encoder"
    assert finding.words.startswith("LAME is not well. Fix: pip install")


@pytest.mark.parametrize("part", ["lameenc", "soxr", "pydub", "mutagen", "fastcrc"])
def test_a_missing_part_is_named(monkeypatch: pytest.MonkeyPatch, part: str) -> None:
    for name in [
        n for n in sys.modules if n.startswith(("narrate.mix", "narrate.build"))
    ]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, part, None)
    finding = next(f for f in examine() if f.name == "whole build")
    assert not finding.good
    assert f"pip install {part}" in finding.words
