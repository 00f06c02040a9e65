import pytest

from narrate import doctor
from narrate.doctor import examine


def test_on_a_good_machine_every_line_is_good() -> None:
    findings = list(examine())
    assert [finding.name for finding in findings if not finding.good] == []
    assert [finding.name for finding in findings] == [
        "narrate",
        "voices",
        "voice heart",
        "espeak-ng",
        "voice espeak",
        "encoder",
        "cache",
    ]


def test_a_failing_line_says_the_fix(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(samples: bytes) -> bytes:
        raise RuntimeError("LAME is not well.")

    monkeypatch.setattr(doctor, "encode", broken)
    (finding,) = [finding for finding in examine() if not finding.good]
    assert finding.name == "encoder"
    assert finding.words.startswith("LAME is not well. Fix: pip install")
