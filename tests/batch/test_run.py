"""A run: counted, told of, listed; and stopped where nothing goes any more."""

import json
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import html5lib
import pytest

from narrate.batch.base import Item, Outcome, Row
from narrate.batch.ledger import open_ledger
from narrate.batch.report import write_report
from narrate.batch.run import run
from narrate.batch.shelf import Shelf, open_shelf
from narrate.batch.tally import Tally
from narrate.errors import ArchiveError
from narrate.show_batch import end_lines, failed_line, far_line, length


def row(number: int, outcome: Outcome = Outcome.BUILT, **more: object) -> Row:
    item = Item(f"/in/{number}.txt", f"n{number}")
    return Row(item, outcome, **more)  # type: ignore[arg-type]


def failed(number: int, why: str = "It is <empty>.", code: int = 3) -> Row:
    return row(number, Outcome.FAILED, why=why, exit_code=code)


class Ears:
    def __init__(self) -> None:
        self.heard: list[Row] = []
        self.ticks = 0

    def row(self, row: Row) -> None:
        self.heard.append(row)

    def tick(self, tally: Tally) -> None:
        assert tally.elapsed_s >= 0
        self.ticks += 1


def test_every_row_is_told_and_so_is_every_second_without_one() -> None:
    rows = [row(0), None, failed(1), None]

    def crew(items: Iterable[Item]) -> Iterator[Row | None]:
        assert not list(items)
        yield from rows

    ears, written = Ears(), []
    tally = run([], 2, crew, written.append, ears)
    assert written == ears.heard == [rows[0], rows[2]]
    assert ears.ticks == 4
    assert (tally.done, tally.failures, tally.left) == (2, 1, 0)


def test_a_disk_that_is_full_stops_a_run_but_bad_articles_do_not() -> None:
    def crew(rows: Iterable[Row]) -> Iterator[Row | None]:
        yield from rows

    bad = [failed(number) for number in range(100)]
    tally = run([], 100, lambda _: crew(bad), lambda _: None, Ears())
    assert tally.failures == 100
    full = [failed(n, "out can't be written: the disk is full.", 6) for n in range(100)]
    with pytest.raises(ArchiveError, match="the disk is full") as caught:
        run([], 100, lambda _: crew(full), lambda _: None, Ears())
    assert caught.value.exit_code == 6
    mixed = [row(n) if n % 20 == 0 else full[n] for n in range(100)]
    assert run([], 100, lambda _: crew(mixed), lambda _: None, Ears()).failures == 95


def test_the_lists_appear_whole_at_the_end_and_an_old_one_stays_till_then(
    tmp_path: Path,
) -> None:
    shelf = open_shelf(str(tmp_path))
    (tmp_path / "manifest.jsonl").write_text("old\n")
    with open_ledger(shelf) as write:
        write(row(1, unknown={"Brno": 2}))
        write(failed(2))
        assert (tmp_path / "manifest.jsonl").read_text() == "old\n"
    lines = (tmp_path / "manifest.jsonl").read_text().splitlines()
    assert [json.loads(line)["outcome"] for line in lines] == ["built", "failed"]
    assert json.loads(lines[0])["unknown"] == {"Brno": 2}
    assert (tmp_path / "failed.jsonl").read_text() == lines[1] + "\n"
    with open_ledger(shelf) as write:
        write(row(2))
    assert not (tmp_path / "failed.jsonl").exists()
    with pytest.raises(KeyboardInterrupt):
        _stopped(shelf)
    assert json.loads((tmp_path / "manifest.jsonl").read_text())["name"] == "n2"
    assert [path.name for path in tmp_path.iterdir()] == ["manifest.jsonl"]


def _stopped(shelf: Shelf) -> None:
    with open_ledger(shelf) as write:
        write(failed(3))
        raise KeyboardInterrupt


def test_the_lists_of_shards_lie_beside_each_other(tmp_path: Path) -> None:
    for suffix in ("-1-of-2", "-2-of-2"):
        with open_ledger(open_shelf(str(tmp_path)), suffix) as write:
            write(row(1))
    assert {path.name for path in tmp_path.iterdir()} == {
        "manifest-1-of-2.jsonl",
        "manifest-2-of-2.jsonl",
    }


def test_a_tally_reckons_by_what_was_built_and_not_by_what_was_kept() -> None:
    tally = Tally(1000)
    for number in range(500):
        tally.add(row(number, Outcome.KEPT, length_ms=60_000), 1.0)
    assert tally.left_s is None
    tally.add(row(500, length_ms=3_600_000), 11.0)
    assert tally.left_s == pytest.approx(499 * 11)
    assert tally.hours_an_hour == pytest.approx(3600 / 11)
    assert tally.hours == pytest.approx(500 / 60 + 1)


def test_a_tally_keeps_the_slowest_and_the_most_frequent_words() -> None:
    tally = Tally(50)
    for number in range(50):
        seconds = float(number * 7 % 50)
        tally.add(row(number, seconds=seconds, unknown={"Brno": 1, f"w{number}": 2}), 1)
    assert [r.seconds for r in tally.slowest] == [float(n) for n in range(49, 39, -1)]
    assert tally.unknown.most_common(1) == [("Brno", 50)]


def test_far_lines_say_numbers_first_and_when_it_ends() -> None:
    now = datetime(2026, 11, 24, 13, 0, tzinfo=UTC)
    tally = Tally(500)
    assert far_line(tally, now) == "0 of 500 done, 0 failed, 500 left."
    tally.add(row(0, length_ms=360_000), 36.0)
    tally.add(failed(1), 36.0)
    assert far_line(tally, now) == (
        "2 of 500 done, 1 failed, 498 left. 10 audio hours an hour. Ends about 15:29."
    )
    tally.articles = 5000
    assert far_line(tally, now).endswith("Ends about 13:59 on Wednesday, 2026-11-25.")


def test_the_end_and_a_failure_are_sentences() -> None:
    tally = Tally(1)
    tally.add(row(0, length_ms=90_000, unknown={"Brno": 2}), 3.0)
    first, second = end_lines(tally, "out", None)
    assert first.startswith("Built 1, kept 0 as they were, failed 0 of 1 articles in 3")
    assert first.endswith(": 1 min 30 s of audio in out.")
    assert second == "No dictionary has, most often: Brno."
    lost = row(1, Outcome.FAILED, why="Its worker died.", tries=3)
    assert failed_line(lost) == "Failed: /in/1.txt (3 tries): Its worker died."


@pytest.mark.parametrize(
    ("seconds", "said"),
    [
        (0, "0 s"),
        (59.4, "59 s"),
        (3600, "1 h"),
        (3661, "1 h 1 min"),
        (90061, "1 d 1 h"),
    ],
)
def test_a_length_is_said_in_two_units(seconds: float, said: str) -> None:
    assert length(seconds) == said


def test_the_report_escapes_all_that_is_not_ours(tmp_path: Path) -> None:
    tally = Tally(2)
    tally.add(row(0, length_ms=90_000, unknown={"<b>": 1}), 3.0)
    tally.add(failed(1, "<script>alert(1)</script>"), 3.0)
    path = tmp_path / "sub" / "report.html"
    write_report(tally, str(tmp_path / "sub" / "out"), "out/failed.jsonl", path)
    text = path.read_text(encoding="utf-8")
    html5lib.HTMLParser(strict=True).parse(text)
    assert "<script" not in text
    assert "&lt;script&gt;" in text
    assert "&lt;b&gt;" in text
    assert 'href="out/n0/index.html"' in text
