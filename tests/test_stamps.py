from pathlib import Path

import pytest

from narrate.stamps import release, stamp


def test_a_library_has_one_stamp_and_others_have_others() -> None:
    assert stamp("numpy") == stamp("numpy")
    assert len({stamp("numpy"), stamp("soxr"), stamp("numpy", "soxr")}) == 3


def test_a_library_that_is_not_there_is_missing() -> None:
    assert stamp("no_such_library") == "no_such_library missing"


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    file = tmp_path / "odd_package" / "__init__.py"
    file.parent.mkdir()
    file.write_text("")
    monkeypatch.syspath_prepend(tmp_path)
    return file


def test_a_package_without_a_named_version_is_told_by_its_file(package: Path) -> None:
    before = release("odd_package", "odd")
    package.write_text("changed = True\n")
    assert release("odd_package", "odd") != before
