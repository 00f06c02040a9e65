"""A folder that is watched: what lands is built when it is whole, and told of."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from narrate.errors import OptionError
from narrate.watching import changes
from tests.batch.archives import write_articles

pytestmark = pytest.mark.faults
LONGEST_S = 60.0


@pytest.fixture
def watched(tmp_path: Path) -> Iterator[tuple[Path, Path, "subprocess.Popen[str]"]]:
    folder, out = tmp_path / "texts", tmp_path / "out"
    folder.mkdir()
    words = ("watch", str(folder), "-o", str(out), "--voice", "silent", "--plain")
    process = subprocess.Popen(
        [
            *(sys.executable, "-m", "narrate", *words),
            *("--base-url", "https://example.org/audio/", "--title", "Boats"),
        ],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        env={**os.environ, "NARRATE_CACHE": str(tmp_path / "cache")},
        start_new_session=True,
    )
    try:
        yield folder, out, process
    finally:
        if process.poll() is None:
            os.killpg(process.pid, signal.SIGKILL)
        process.communicate()


def _until(true: Callable[[], bool]) -> None:
    end_s = time.monotonic() + LONGEST_S
    while not true():
        assert time.monotonic() < end_s, "it never came"
        time.sleep(0.1)


def test_what_lands_is_built_and_the_feed_renewed_until_ctrl_c(
    watched: tuple[Path, Path, "subprocess.Popen[str]"],
) -> None:
    folder, out, process = watched
    feed = out / "feed.xml"

    def told(title: str) -> bool:
        return feed.exists() and title in feed.read_text(encoding="utf-8")

    write_articles(folder, 1)
    _until(lambda: told("The ferry of Visby"))
    with (folder / "slow.txt").open("w") as file:
        for number in range(12):  # longer than a file must be quiet
            file.write(f"Slow boats\n\nBoat {number} sails.\n\n"[12 * bool(number) :])
            file.flush()
            time.sleep(0.25)
    _until(lambda: told("Slow boats"))
    assert len(list(out.glob("*/episode.json"))) == 2
    (record,) = out.glob("slow-*/episode.json")
    assert "Boat 11 sails" in record.with_name(
        f"{record.parent.name}.transcript.html"
    ).read_text(encoding="utf-8")
    process.send_signal(signal.SIGINT)
    said, _ = process.communicate(timeout=LONGEST_S)
    assert process.returncode == 130, said
    assert said.count("Built 1, kept 0") == 1
    assert "Traceback" not in said


def test_a_folder_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(OptionError, match="a folder that is there"):
        next(changes(tmp_path / "none", tmp_path / "out"))
