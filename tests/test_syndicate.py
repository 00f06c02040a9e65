import errno
import os
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from narrate.channels import SETTINGS
from narrate.errors import EpisodeError, OptionError, OutputError
from narrate.options import Kind
from narrate.syndicate import Syndicated, syndicate
from tests.episodes import episode

SAID = {"base_url": "https://a.org/x", "title": "Rails"}


@pytest.fixture(autouse=True)
def _cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NARRATE_CACHE", str(tmp_path / "cache"))


@pytest.fixture
def out(tmp_path: Path) -> Path:
    episode(tmp_path / "out" / "old", published="2020")
    episode(tmp_path / "out" / "new")
    return tmp_path / "out"


def text(done: Syndicated) -> str:
    return done.path.read_text(encoding="utf-8")


def picture(path: Path, form: str) -> Path:
    image = BytesIO()
    Image.new("RGB", (1400, 1400), "navy").save(image, form)
    path.write_bytes(image.getvalue())
    return path


def form_and_size(path: Path) -> tuple[str | None, tuple[int, int]]:
    with Image.open(path) as image:
        return image.format, image.size


def test_a_folder_becomes_a_show(out: Path) -> None:
    done = syndicate(out, SAID)
    assert done.path == out / "feed.xml"
    assert (done.episodes, done.newest) == (2, "The story of new")
    assert done.url == "https://a.org/x/feed.xml"
    assert done.notices == []
    assert text(done).count("<item>") == 2
    assert text(done).index("story of new") < text(done).index("story of old")


def test_a_show_without_a_cover_has_one_drawn_of_its_title(out: Path) -> None:
    done = syndicate(out, SAID)
    cover = out / "cover.jpg"
    assert form_and_size(cover) == ("JPEG", (1400, 1400))
    assert '<itunes:image href="https://a.org/x/cover.jpg">' in text(done)
    drawn = cover.read_bytes()
    syndicate(out, {"title": "Trams"})
    assert cover.read_bytes() != drawn
    syndicate(out, SAID)
    assert cover.read_bytes() == drawn


def test_a_cover_that_is_there_already_stays(out: Path) -> None:
    cover = out / "cover.jpg"
    cover.write_bytes(b"of the publisher's own")
    syndicate(out, SAID)
    syndicate(out, {"title": "Trams"})
    assert cover.read_bytes() == b"of the publisher's own"


@pytest.mark.parametrize(
    ("form", "name"), [("JPEG", "cover.jpg"), ("PNG", "cover.png")]
)
def test_a_cover_of_one_s_own_is_laid_beside_the_feed(
    out: Path, tmp_path: Path, form: str, name: str
) -> None:
    own = picture(tmp_path / "mine", form)
    done = syndicate(out, {**SAID, "image": str(own)})
    assert form_and_size(out / name) == (form, (1400, 1400))
    assert f'<itunes:image href="https://a.org/x/{name}">' in text(done)
    assert syndicate(out, {}).image == name


def test_a_cover_elsewhere_is_only_linked(out: Path) -> None:
    done = syndicate(out, {**SAID, "image": "https://b.org/c.jpg"})
    assert '<itunes:image href="https://b.org/c.jpg">' in text(done)
    assert not list(out.glob("cover.*"))


def test_an_image_that_is_none_is_refused_and_nothing_is_written(
    out: Path, tmp_path: Path
) -> None:
    before = sorted(out.iterdir())
    (tmp_path / "a.jpg").write_text("no picture", encoding="utf-8")
    for name in "a.jpg", "gone.jpg":
        with pytest.raises(OptionError, match="--image"):
            syndicate(out, {**SAID, "image": str(tmp_path / name)})
    assert sorted(out.iterdir()) == before


def test_a_cover_that_was_taken_away_is_asked_for(out: Path, tmp_path: Path) -> None:
    own = picture(tmp_path / "mine", "PNG")
    syndicate(out, {**SAID, "image": str(own)})
    (out / "cover.png").unlink()
    with pytest.raises(OptionError, match="--image"):
        syndicate(out, {})


def test_what_was_said_once_need_not_be_said_again(out: Path) -> None:
    first = text(syndicate(out, {**SAID, "email": "me@a.org", "explicit": True}))
    again = syndicate(out, {})
    assert text(again) == first
    changed = text(syndicate(out, {"explicit": False}))
    assert "<itunes:explicit>true" not in changed
    assert "me@a.org" in changed


def test_the_language_is_the_newest_episode_s_unless_it_is_said(tmp_path: Path) -> None:
    out = tmp_path / "out"
    episode(out / "a", language="de")
    assert "<language>de</language>" in text(syndicate(out, SAID))
    assert "language" not in (out / SETTINGS).read_text(encoding="utf-8")
    assert "<language>en</language>" in text(syndicate(out, {"language": "en"}))


def test_a_feed_may_lie_elsewhere_and_have_another_name(
    out: Path, tmp_path: Path
) -> None:
    done = syndicate(out, SAID, out / "new" / "rails.rss")
    assert done.url == "https://a.org/x/new/rails.rss"
    assert syndicate(out, SAID, tmp_path / "my.xml").url == "https://a.org/x/my.xml"


@pytest.mark.parametrize("name", ["feed.mp3", "feed", "folder.xml"])
def test_a_feed_is_not_written_over_what_is_none(out: Path, name: str) -> None:
    (out / "folder.xml").mkdir()
    with pytest.raises(OptionError, match="--output"):
        syndicate(out, SAID, out / name)


def test_what_is_left_out_is_told(out: Path) -> None:
    episode(out / "read", [Kind.VTT])
    done = syndicate(out, SAID)
    assert done.episodes == 2
    assert done.notices == [f"{out}/read is left out: its MP3 was not built."]


def test_where_there_is_no_episode_no_feed_is_written(tmp_path: Path) -> None:
    with pytest.raises(EpisodeError, match="narrate build"):
        syndicate(tmp_path, SAID)
    episode(tmp_path / "read", [Kind.VTT])
    with pytest.raises(EpisodeError, match="its MP3 was not built"):
        syndicate(tmp_path, SAID)
    assert [path.name for path in tmp_path.iterdir()] == ["read"]


def test_a_folder_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(OptionError, match="nowhere"):
        syndicate(tmp_path / "nowhere", SAID)


@pytest.mark.parametrize("which", ["new", "old"])
@pytest.mark.parametrize("damage", ["{", '{"schema": 99}'])
def test_a_damaged_record_is_named_and_the_old_feed_stays(
    out: Path, which: str, damage: str
) -> None:
    before = text(syndicate(out, SAID))
    (out / "cover.jpg").unlink()
    (out / which / "episode.json").write_text(damage, encoding="utf-8")
    with pytest.raises(EpisodeError, match=f"{which}/episode.json"):
        syndicate(out, {"title": "Another"})
    assert (out / "feed.xml").read_text(encoding="utf-8") == before
    names = sorted(path.name for path in out.iterdir())
    assert names == ["feed.toml", "feed.xml", "new", "old"]


def test_a_full_disk_leaves_the_old_feed(
    out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = text(syndicate(out, SAID))

    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OutputError, match="the disk is full"):
        syndicate(out, {"title": "Another"})
    assert (out / "feed.xml").read_text(encoding="utf-8") == before
    assert not list(out.glob(".*"))


def test_the_same_folder_gives_the_same_files(out: Path) -> None:
    def all_bytes() -> list[bytes]:
        return [path.read_bytes() for path in sorted(out.iterdir()) if path.is_file()]

    syndicate(out, SAID)
    first = all_bytes()
    syndicate(out, {})
    assert all_bytes() == first
