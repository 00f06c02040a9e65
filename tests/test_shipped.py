from pathlib import Path

import pytest

from narrate import shipped as module
from narrate.shipped import shipped


def test_an_installed_package_carries_its_own(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "_PACKAGE", tmp_path / "narrate")
    (tmp_path / "narrate" / "voices").mkdir(parents=True)
    assert shipped("voices", "voices") == tmp_path / "narrate" / "voices"


def test_a_checkout_has_them_at_its_top(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "_PACKAGE", tmp_path / "narrate")
    assert shipped("voices", "voices") == tmp_path / "voices"


@pytest.mark.parametrize("place", [("voices", "voices")])
def test_wherever_this_runs_they_are_there(place: tuple[str, str]) -> None:
    assert (shipped(*place) / "heart.toml").is_file()
