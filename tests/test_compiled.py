import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from narrate import compiled as module
from narrate.compiled import compiled, keep
from narrate.script.english.speech import RULES
from narrate.script.german.speech import RULES as GERMAN

PATTERNS = [
    *{rule.pattern for rule in (*RULES, *GERMAN)},
    *{rule.starts for rule in (*RULES, *GERMAN) if rule.starts},
    r"(?i)a(?P<name>b)?(c)|d",
    "",
]


def forget() -> None:
    """Be as a new process is."""
    compiled.cache_clear()
    module._kept.cache_clear()  # noqa: SLF001
    module._new.clear()  # noqa: SLF001


@pytest.fixture(autouse=True)
def kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    path = tmp_path / "patterns"
    monkeypatch.setattr(module, "_path", lambda: path)
    forget()
    yield path
    forget()


def test_a_pattern_that_was_kept_is_the_same_as_a_new_one(kept: Path) -> None:
    for source in PATTERNS:
        assert compiled(source) == re.compile(source)  # code, flags and source
    keep()
    forget()
    assert kept.exists()
    for source in PATTERNS:
        assert compiled(source) == re.compile(source)
        assert compiled(source).groupindex == re.compile(source).groupindex
        assert compiled(source).groups == re.compile(source).groups
    assert not module._new  # noqa: SLF001


def test_a_pattern_of_bytes_is_no_pattern_of_text() -> None:
    assert compiled(b"a.").match(b"ab")
    assert compiled("a.").match("ab")


def test_what_is_new_is_added_to_what_was_kept() -> None:
    compiled("one")
    keep()
    forget()
    compiled("two")
    keep()
    forget()
    assert set(module._kept()) == {"one", "two"}  # noqa: SLF001


BROKEN: dict[str, Callable[[bytes], bytes]] = {
    "empty": lambda _: b"",
    "truncated": lambda data: data[:-1],
    "flipped": lambda data: data[:-9] + bytes((data[-9] ^ 1,)) + data[-8:],
    "other": lambda _: b"something else altogether",
}


@pytest.mark.parametrize("how", BROKEN)
def test_what_is_broken_was_never_kept(kept: Path, how: str) -> None:
    compiled("a(b)")
    keep()
    kept.write_bytes(BROKEN[how](kept.read_bytes()))
    forget()
    assert compiled("a(b)") == re.compile("a(b)")


def test_a_folder_that_can_not_be_written_is_done_without(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "_path", lambda: tmp_path / "no" / "patterns")
    compiled("a(b)")
    keep()
    assert not (tmp_path / "no").exists()


def test_python_without_bytecode_keeps_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.undo()
    monkeypatch.setattr(module.sys, "dont_write_bytecode", True)
    assert module._path() is None  # noqa: SLF001
    monkeypatch.setattr(module.sys, "dont_write_bytecode", False)
    path = module._path()  # noqa: SLF001
    assert path
    assert path.parent.name == "__pycache__"
