"""What breaks around a batch, and inside it: nothing is lost, nothing half-written."""

import os
import random
import resource
import signal
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

import pytest

from narrate.batch.base import Item, Outcome, Row
from narrate.batch.pool import run_here
from narrate.heard import Phrase
from narrate.sound import Sound
from narrate.speak import catalog
from narrate.speak.base import Engine, Speech, share_out
from narrate.voice import Manner, Voice
from tests.batch.archives import contents, item, plan, write_articles
from tests.strikes import Batch, Process, kill_group, kill_worker, strike

pytestmark = pytest.mark.faults
STRIKES = int(os.environ.get("NARRATE_FAULTS", "4"))


@pytest.mark.parametrize("kill", [kill_group, kill_worker])
def test_a_kill_at_any_moment_loses_no_article_and_no_byte(
    tmp_path: Path, kill: Callable[[Process], None]
) -> None:
    articles = tmp_path / "in"
    write_articles(articles, 40)
    whole = Batch(articles, tmp_path / "whole" / "out", "espeak")
    begun_s = time.monotonic()
    whole.run()
    length_s = time.monotonic() - begun_s
    chance = random.Random(kill.__name__)  # noqa: S311 - the same moments each time
    for number in range(STRIKES):
        batch = Batch(articles, tmp_path / f"{number}" / "out", "espeak")
        moment_s = chance.uniform(0.1, length_s)
        struck = strike(batch, kill, moment_s, contents(whole.out))
        assert struck.same, moment_s
        assert not struck.left
        assert struck.again <= 1


def test_a_disk_that_is_full_leaves_whole_articles_alone(tmp_path: Path) -> None:
    items = [item(path) for path in write_articles(tmp_path / "in", 6)]
    whole = _rows(tmp_path / "whole", items)
    assert {row.outcome for row in whole} == {Outcome.BUILT}
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (60_000, before[1]))
    try:
        rows = _rows(tmp_path / "out", items)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
    assert {row.exit_code for row in rows} == {6}
    assert all("the disk is full" in row.why for row in rows)
    assert not contents(tmp_path / "out")
    _rows(tmp_path / "out", items)
    assert contents(tmp_path / "out") == contents(tmp_path / "whole")


def test_a_folder_that_can_not_be_written_is_each_articles_reason(
    tmp_path: Path,
) -> None:
    items = [item(path) for path in write_articles(tmp_path / "in", 2)]
    (tmp_path / "out").write_text("a file")
    rows = _rows(tmp_path / "out", items)
    assert {(row.outcome, row.exit_code) for row in rows} == {(Outcome.FAILED, 6)}
    assert (tmp_path / "out").read_text() == "a file"


def test_a_cache_that_is_damaged_changes_no_byte(tmp_path: Path) -> None:
    write_articles(tmp_path / "in", 10)
    first = Batch(tmp_path / "in", tmp_path / "one", "espeak")
    first.run()
    chance = random.Random(5)  # noqa: S311 - the same bytes each time
    entries = sorted((tmp_path / "cache" / "segments").glob("??/*"))
    assert entries
    for path in entries:
        whole = bytearray(path.read_bytes())
        whole[chance.randrange(len(whole))] ^= 1 << chance.randrange(8)
        path.write_bytes(whole[: chance.randrange(1, len(whole) + 1)])
    again = Batch(tmp_path / "in", tmp_path / "two", "espeak")
    again.run()
    assert contents(tmp_path / "two") == contents(tmp_path / "one")


def test_two_batches_at_once_share_a_cache_and_even_a_folder(tmp_path: Path) -> None:
    write_articles(tmp_path / "in", 12)
    Batch(tmp_path / "in", tmp_path / "one", "espeak").run()
    both = [Batch(tmp_path / "in", tmp_path / name, "espeak") for name in "xy"]
    both += [Batch(tmp_path / "in", tmp_path / "z", "espeak") for _ in range(2)]
    for process in [batch.start() for batch in both]:
        said, _ = process.communicate(timeout=120)
        assert process.returncode == 0, said
    for name in "xyz":
        assert contents(tmp_path / name) == contents(tmp_path / "one")


def test_a_clock_that_was_set_back_builds_nothing_anew(tmp_path: Path) -> None:
    paths = write_articles(tmp_path / "in", 3)
    items = [item(path) for path in paths]
    _rows(tmp_path / "out", items)
    later = time.time() + 10_000_000  # as files of before the clock was set back look
    for path in (*paths, *(tmp_path / "out").rglob("*")):
        os.utime(path, (later, later))
    assert {row.outcome for row in _rows(tmp_path / "out", items)} == {Outcome.KEPT}


@dataclass
class _Faulty:
    """An engine that does what no engine should, at one word."""

    voice: Voice
    fault: Callable[[Sound], Sound]
    shareable = True
    audible = True

    @property
    def fingerprint(self) -> str:
        return f"faulty/{self.fault.__name__}"

    def load(self) -> None:
        pass

    def say(self, phrase: Phrase, manner: Manner) -> Speech:
        del manner
        samples = int(22_050 * 60 / 165 * max(1, len(phrase.text.split())))
        wave = (b"\x00\x20" * 20 + b"\x00\xe0" * 20) * (samples // 40)
        sound = Sound(wave, 22_050)
        if "Odense" in phrase.text:
            sound = self.fault(sound)
        return Speech(sound, share_out(phrase.text, 0, len(sound.samples) // 2))


def _segfault(_: Sound) -> Sound:
    os.kill(os.getpid(), signal.SIGSEGV)
    raise AssertionError


def _hang(_: Sound) -> Sound:
    time.sleep(600)
    raise AssertionError


def _silence(sound: Sound) -> Sound:
    return Sound(bytes(len(sound.samples)), sound.rate_hz)


def _nothing(sound: Sound) -> Sound:
    return Sound(b"", sound.rate_hz)


def _half(sound: Sound) -> Sound:
    return Sound(sound.samples[: len(sound.samples) // 4 * 2], sound.rate_hz)


@pytest.fixture
def faulty(
    monkeypatch: pytest.MonkeyPatch,
) -> Callable[[Callable[[Sound], Sound]], None]:
    """Put a faulty engine in espeak's place, in the first workers: they are forks."""

    def put(fault: Callable[[Sound], Sound]) -> None:
        def opened(voice: Voice) -> Engine:
            return _Faulty(voice, fault)

        engines = MappingProxyType({**catalog.ENGINES, "espeak": opened})
        monkeypatch.setattr(catalog, "ENGINES", engines)

    return put


@pytest.mark.parametrize(
    ("fault", "why"),
    [
        (_silence, "it made only silence"),
        (_nothing, "it made no sound at all"),
        (_half, "it took only"),
    ],
)
def test_an_engine_that_is_not_heard_is_noticed_and_costs_its_article_alone(
    tmp_path: Path,
    faulty: Callable[[Callable[[Sound], Sound]], None],
    fault: Callable[[Sound], Sound],
    why: str,
) -> None:
    faulty(fault)
    items = [item(path) for path in write_articles(tmp_path / "in", 4)]
    rows = {row.item.name: row for row in _rows(tmp_path / "out", items, "espeak")}
    failed = rows.pop(items[1].name)
    assert failed.outcome is Outcome.FAILED
    assert why in failed.why
    assert failed.exit_code == 5
    assert {(row.outcome, row.why) for row in rows.values()} == {(Outcome.BUILT, "")}


@pytest.mark.parametrize("fault", [_segfault, _hang])
def test_an_engine_that_crashes_or_hangs_costs_a_try_and_its_worker(
    tmp_path: Path,
    faulty: Callable[[Callable[[Sound], Sound]], None],
    fault: Callable[[Sound], Sound],
) -> None:
    # Whoever takes a dead worker's place starts clean, with the real engine.
    faulty(fault)
    items = [item(path) for path in write_articles(tmp_path / "in", 4)]
    rows = {r.item.name: r for r in _rows(tmp_path / "out", items, "espeak", 4.0)}
    assert {row.outcome for row in rows.values()} == {Outcome.BUILT}
    assert rows[items[1].name].tries > 1


def _rows(
    out: Path, items: list[Item], voice: str = "silent", limit_s: float = 60.0
) -> list[Row]:
    return [row for row in run_here(plan(out, voice, limit_s=limit_s), items, 2) if row]


@pytest.mark.parametrize("name", ["SIGINT", "SIGTERM"])
def test_a_batch_that_is_stopped_says_how_to_go_on(tmp_path: Path, name: str) -> None:
    write_articles(tmp_path / "in", 60)
    batch = Batch(tmp_path / "in", tmp_path / "out", "espeak")
    process = batch.start()
    while not batch.finished():
        time.sleep(0.05)
    process.send_signal(signal.Signals[name])
    said, _ = process.communicate(timeout=60)
    assert process.returncode == 130, said
    assert said == (
        "Stopped. What is built stays; the same command goes on from there.\n"
    )
    assert not (tmp_path / "out" / "manifest.jsonl").exists()
    assert "failed 0 of 60" in batch.run()
    assert not list((tmp_path / "out").rglob(".part"))
