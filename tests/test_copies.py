import subprocess
import sys
from pathlib import Path

import pytest

from narrate.build import build
from narrate.errors import OptionError
from narrate.mix.transcode import Container
from narrate.options import EXTRA, USUAL, Kind, Options


def test_every_container_is_a_kind() -> None:
    assert {Kind(each) for each in Container} == EXTRA - {Kind.NUMBERED, Kind.EPUB}


def test_copies_lie_beside_the_mp3(tmp_path: Path) -> None:
    page = tmp_path / "news.txt"
    page.write_text("The river rose.\n\nNobody was hurt.")
    options = Options(str(page), f"{tmp_path}/out/", "silent", kinds=USUAL | EXTRA)
    episode = build(options, lambda _: None)
    files = {str(path.relative_to(tmp_path / "out" / "news")) for path in episode.files}
    assert {"news.m4b", "news.opus", "news.m3u8", "news.epub"} < files
    tracks = sorted(name for name in files if name.startswith("numbered/"))
    assert len(tracks) == len(episode.timeline.chapters)
    listed = (tmp_path / "out" / "news" / "news.m3u8").read_text(encoding="utf-8")
    assert [line for line in listed.splitlines() if line[0] != "#"] == tracks


def test_tracks_of_an_earlier_build_go(tmp_path: Path) -> None:
    page = tmp_path / "news.txt"
    kinds = frozenset({Kind.MP3, Kind.NUMBERED})
    options = Options(str(page), f"{tmp_path}/out/", "silent", kinds=kinds)
    page.write_text("# Rivers\n\nThe river rose.\n\n# Hills\n\nNobody was hurt.")
    first = build(options, lambda _: None)
    page.write_text("# Lakes\n\nThe lake rose.")
    second = build(options, lambda _: None)
    folder = tmp_path / "out" / "news" / "numbered"
    assert set(folder.iterdir()) == set(second.files) - {
        second.audio,
        second.audio.with_suffix(".m3u8"),
    }
    assert set(first.files) != set(second.files)


@pytest.mark.parametrize("switch", ["--m4b", "--numbered", "--epub"])
def test_a_stream_has_no_copies(switch: str, tmp_path: Path) -> None:
    page = tmp_path / "news.txt"
    page.write_text("The river rose.")
    done = subprocess.run(
        [sys.executable, "-m", "narrate", "build", page, switch, "-o", "-"],
        capture_output=True,
        check=False,
    )
    assert (done.returncode, done.stdout) == (OptionError.exit_code, b"")
    assert b"-o - can't be used: give a folder" in done.stderr
