"""The pool: whatever happens to a worker, each article has one row."""

import os
import signal
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from narrate.batch import pool as pool_module
from narrate.batch import shop as shop_module
from narrate.batch.base import Item, Outcome, Row
from narrate.batch.plan import Plan
from narrate.batch.pool import MOST_TRIES, run_here
from tests.batch.archives import contents, item, plan, write_articles


def rows_of(plan: Plan, items: list[Item], jobs: int = 2) -> dict[str, Row]:
    rows = [row for row in run_here(plan, items, jobs) if row]
    assert len(rows) == len(items)
    return {row.item.name: row for row in rows}


def test_the_bytes_are_the_same_with_one_worker_and_with_three(tmp_path: Path) -> None:
    items = [item(path) for path in write_articles(tmp_path / "in", 7)]
    for jobs in (1, 3):
        rows = rows_of(plan(tmp_path / f"out{jobs}", "espeak"), items, jobs)
        assert {row.outcome for row in rows.values()} == {Outcome.BUILT}
    assert contents(tmp_path / "out1") == contents(tmp_path / "out3")


def test_what_is_built_is_kept_and_what_was_cut_is_built_again(tmp_path: Path) -> None:
    items = [item(path) for path in write_articles(tmp_path / "in", 4)]
    here = plan(tmp_path / "out")
    rows_of(here, items)
    before = contents(tmp_path / "out")
    cut = next((tmp_path / "out" / items[1].name).glob("*.mp3"))
    cut.write_bytes(cut.read_bytes()[:-1])
    (tmp_path / "out" / items[2].name / ".part").mkdir()
    rows = rows_of(here, items)
    built = [each.name for each in items if rows[each.name].outcome is Outcome.BUILT]
    assert built == [items[1].name, items[2].name]
    assert contents(tmp_path / "out") == before


def test_an_article_that_changed_is_built_again_and_no_other(tmp_path: Path) -> None:
    paths = write_articles(tmp_path / "in", 3)
    items = [item(path) for path in paths]
    here = plan(tmp_path / "out")
    rows_of(here, items)
    paths[1].write_text("Another ferry\n\nIt sank.\n", encoding="utf-8")
    rows = rows_of(here, items)
    assert [rows[each.name].outcome for each in items] == ["kept", "built", "kept"]


class _Poisoned:
    """A shop in which some articles do what no article should."""

    def __init__(self, poison: Callable[[Item], None]) -> None:
        self._poison = poison
        self._real = shop_module.Shop

    def __call__(self, plan: Plan) -> "_PoisonedShop":
        return _PoisonedShop(self._real(plan), self._poison)


class _PoisonedShop:
    def __init__(self, shop: shop_module.Shop, poison: Callable[[Item], None]) -> None:
        self._shop, self._poison = shop, poison

    def load(self) -> None:
        self._shop.load()

    def __call__(self, item: Item) -> Row:
        self._poison(item)
        return self._shop(item)


def _crash(item: Item) -> None:
    if "a001" in item.article:
        os.kill(os.getpid(), signal.SIGSEGV)


def _hang(item: Item) -> None:
    if "a001" in item.article:
        time.sleep(600)


def _raise(item: Item) -> None:
    if "a001" in item.article:
        raise ZeroDivisionError("of ours")


def _crash_once(item: Item) -> None:
    mark = Path(item.article).with_suffix(".struck")
    if not mark.exists():
        mark.touch()
        os.kill(os.getpid(), signal.SIGKILL)


@pytest.mark.parametrize(
    ("poison", "why", "tries"),
    [
        (_crash, "Its worker died.", MOST_TRIES),
        (_hang, "Its worker was silent for 3 s.", MOST_TRIES),
        (_raise, "ZeroDivisionError: of ours.", 1),
    ],
)
def test_a_poisoned_article_is_put_aside_and_all_others_are_built(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    poison: Callable[[Item], None],
    why: str,
    tries: int,
) -> None:
    monkeypatch.setattr(pool_module, "Shop", _Poisoned(poison))
    items = [item(path) for path in write_articles(tmp_path / "in", 5)]
    rows = rows_of(plan(tmp_path / "out", limit_s=3.0), items)
    failed = rows.pop(items[1].name)
    assert failed.outcome is Outcome.FAILED
    assert (failed.why, failed.tries) == (why, tries)
    assert {row.outcome for row in rows.values()} == {Outcome.BUILT}


def test_a_worker_that_is_killed_costs_one_try_of_one_article(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pool_module, "Shop", _Poisoned(_crash_once))
    items = [item(path) for path in write_articles(tmp_path / "in", 4)]
    rows = rows_of(plan(tmp_path / "out"), items)
    assert {(row.outcome, row.tries) for row in rows.values()} == {(Outcome.BUILT, 2)}


def test_what_can_not_be_read_is_one_row_with_its_reason(tmp_path: Path) -> None:
    good, *_ = write_articles(tmp_path / "in", 1)
    gone = tmp_path / "gone.txt"
    rows = rows_of(plan(tmp_path / "out"), [item(good), item(gone)])
    row = rows[item(gone).name]
    assert row.why.startswith(f"{gone} does not exist.")
    assert (row.exit_code, row.tries) == (3, 1)


def test_an_article_given_twice_is_no_failure(tmp_path: Path) -> None:
    (path,) = write_articles(tmp_path / "in", 1)
    rows = [r for r in run_here(plan(tmp_path / "out"), [item(path)] * 3, 2) if r]
    assert Outcome.FAILED not in {row.outcome for row in rows}


def test_an_item_speaks_with_its_own_voice_and_title(tmp_path: Path) -> None:
    (path,) = write_articles(tmp_path / "in", 1)
    own = Item(str(path), "own", title="Mine", author="Ada", voice="espeak")
    rows_of(plan(tmp_path / "out"), [own])
    record = (tmp_path / "out" / "own" / "episode.json").read_text(encoding="utf-8")
    assert '"title": "Mine"' in record
    assert '"byline": "Ada"' in record
    assert "voice: espeak" in record


def test_a_web_page_is_read_in_a_process_below_the_worker(tmp_path: Path) -> None:
    path = tmp_path / "a.html"
    path.write_text("<h1>Boats</h1><p>They float well enough, people say.</p>")
    rows = rows_of(plan(tmp_path / "out"), [item(path)])
    assert [row.why for row in rows.values()] == [""]
