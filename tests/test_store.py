import os
from pathlib import Path

import pytest

from narrate.store import Store

DATA = bytes(range(200))
KEYS = [letter * 64 for letter in "abc"]
ENTRY_BYTES = 208


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(tmp_path / "store", 2 * ENTRY_BYTES)


def test_what_is_kept_is_found_again(store: Store) -> None:
    assert store.get(KEYS[0]) is None
    store.put(KEYS[0], DATA)
    assert store.get(KEYS[0]) == DATA
    store.drop(KEYS[0])
    assert store.get(KEYS[0]) is None


@pytest.mark.parametrize("damage", ["cut", "flipped", "empty", "other mark"])
def test_a_broken_entry_is_a_missing_entry(store: Store, damage: str) -> None:
    store.put(KEYS[0], DATA)
    (path,) = store.folder.glob("??/*")
    data = path.read_bytes()
    path.write_bytes(
        {
            "cut": data[:-7],
            "flipped": data[:-1] + bytes([data[-1] ^ 0xFF]),
            "empty": b"",
            "other mark": b"NAR0" + data[4:],
        }[damage]
    )
    assert store.get(KEYS[0]) is None
    store.put(KEYS[0], DATA)
    assert store.get(KEYS[0]) == DATA


def test_the_least_recently_used_goes_first(store: Store) -> None:
    store.limit_bytes = 100 * ENTRY_BYTES
    for age, key in enumerate(KEYS):
        store.put(key, DATA)
        os.utime(store.folder / key[:2] / key, (1000 + age, 1000 + age))
    store.get(KEYS[0])  # used again, now
    store.limit_bytes = 2 * ENTRY_BYTES
    store.trim()
    assert [store.get(key) is not None for key in KEYS] == [True, False, True]


def test_a_long_build_trims_as_it_goes(store: Store) -> None:
    for key in KEYS:
        store.put(key, DATA)
    assert store.size() <= store.limit_bytes


def test_what_was_left_half_written_is_cleared_away(store: Store) -> None:
    store.limit_bytes = 100 * ENTRY_BYTES
    store.put(KEYS[0], DATA)
    half, fresh = (store.folder / "aa" / name for name in ("x.part", "y.part"))
    half.write_bytes(b"ha")
    fresh.write_bytes(b"ha")
    os.utime(half, (1000, 1000))
    store.trim()
    assert not half.exists()
    assert fresh.exists(), "another build may be writing it"
    assert store.get(KEYS[0]) == DATA


def test_a_store_that_cannot_be_written_is_no_store(tmp_path: Path) -> None:
    (tmp_path / "store").write_text("a file where a folder should be")
    store = Store(tmp_path / "store", 1000)
    store.put(KEYS[0], DATA)
    assert not store.writable
    assert store.get(KEYS[0]) is None


def test_an_interruption_leaves_nothing_half_written(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stop(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(Path, "replace", stop)
    with pytest.raises(KeyboardInterrupt):
        store.put(KEYS[0], DATA)
    assert list(store.folder.glob("??/*")) == []


def test_clear_says_how_much_it_freed(store: Store) -> None:
    store.limit_bytes = 100 * ENTRY_BYTES
    store.put(KEYS[0], DATA)
    assert store.clear() == ENTRY_BYTES
    assert store.size() == store.clear() == 0
