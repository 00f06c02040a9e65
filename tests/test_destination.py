import json
from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image

from narrate.build import build
from narrate.destination import find_place
from narrate.episode import Episode
from narrate.errors import EpisodeError, OptionError, OutputError
from narrate.model import Article
from narrate.options import USUAL, Kind, Options

LINK = "https://news.example/2024/river-rises.html?id=5#top"


@pytest.fixture
def options(tmp_path: Path) -> Options:
    page = tmp_path / "news.txt"
    page.write_text("The river rose.\n\nNobody was hurt.")
    return Options(str(page), f"{tmp_path}/out/", "silent")


def _build(options: Options) -> Episode:
    return build(options, lambda _: None)


def _names(options: Options) -> set[str]:
    folder = find_place(options).audio.parent
    return {str(p.relative_to(folder)) for p in folder.rglob("*") if p.is_file()}


def test_an_episode_is_named_after_its_article(tmp_path: Path) -> None:
    for article, name in {
        "x/news.txt": "out/news/news.mp3",
        ".news.txt": "out/news/news.mp3",
        "-": "out/article/article.mp3",
        "..": "out/article/article.mp3",
        LINK: "out/river-rises/river-rises.mp3",
        "http://news.example/": "out/news.example/news.example.mp3",
    }.items():
        assert find_place(Options(article)).audio == Path(name)
    assert find_place(Options("a.txt", tmp_path)).audio == tmp_path / "a" / "a.mp3"


def test_an_mp3_that_is_named_stays_alone() -> None:
    place = find_place(Options("news.txt", Path("a.mp3")))
    assert (place.audio, place.alone, place.kinds) == (Path("a.mp3"), True, {Kind.MP3})
    with pytest.raises(OptionError, match=r"-o .* can't be used: give a folder"):
        find_place(Options("news.txt", "a.mp3", kinds=frozenset({Kind.VTT})))


def test_only_some_files_are_left_when_only_some_are_wanted(options: Options) -> None:
    _build(replace(options, kinds=frozenset({Kind.MP3})))
    assert _names(options) == {"news.mp3"}
    _build(replace(options, kinds=frozenset({Kind.MP3, Kind.VTT})))
    assert _names(options) == {"news.mp3", "news.vtt", "episode.json"}


def test_a_build_without_an_mp3_leaves_none(options: Options) -> None:
    episode = _build(replace(options, kinds=frozenset({Kind.SRT})))
    assert _names(options) == {"news.srt", "episode.json"}
    assert [path.name for path in episode.files] == ["news.srt"]


def test_all_kinds_are_left_where_nothing_is_said(options: Options) -> None:
    _build(options)
    record = json.loads((find_place(options).audio.parent / "episode.json").read_text())
    assert {file["kind"] for file in record["files"]} == USUAL - {Kind.EPISODE}
    assert {file["name"] for file in record["files"]} == _names(options) - {
        "episode.json"
    }


def test_a_picture_of_the_listener_s_own_is_the_cover(options: Options) -> None:
    picture = Path(options.article).with_name("own.bin")
    with picture.open("wb") as file:
        Image.new("RGB", (600, 400)).save(file, "PNG")
    _build(options)
    episode = _build(replace(options, cover=picture))
    assert "news.cover.png" in _names(options)
    assert "news.cover.jpg" not in _names(options)  # it was another's
    assert any("own.bin is 600 by 400 pixels" in told for told in episode.notices)
    with pytest.raises(OptionError, match="--cover"):
        _build(replace(options, cover=Path(options.article)))


def test_what_narrate_did_not_make_is_not_written_over(options: Options) -> None:
    folder = find_place(options).audio.parent
    folder.mkdir(parents=True)
    (folder / "news.vtt").write_text("mine")
    with pytest.raises(OutputError, match=r"news\.vtt exists already"):
        _build(options)
    assert (folder / "news.vtt").read_text() == "mine"
    _build(replace(options, force=True))
    assert (folder / "news.vtt").read_text() != "mine"


def test_its_own_files_are_written_over(options: Options) -> None:
    _build(options)
    Path(options.article).write_text("The river fell.")
    _build(options)
    assert "fell" in (find_place(options).audio.parent / "news.vtt").read_text()


def test_what_tells_of_other_sound_is_named(options: Options) -> None:
    _build(options)
    told = _build(replace(options, kinds=frozenset({Kind.MP3, Kind.VTT}))).notices
    assert told == ()  # the same sound: what lies there is still true
    Path(options.article).write_text("The river fell, and rose again.")
    told = _build(replace(options, kinds=frozenset({Kind.MP3, Kind.VTT}))).notices
    assert any("news.srt is of an earlier build" in notice for notice in told)
    assert "news.srt" in _names(options)


@pytest.mark.parametrize(
    ("spoilt", "trouble"),
    [("{", "is damaged"), ('{"schema": 99}', "was written by a newer narrate")],
)
def test_a_spoilt_record_stops_a_build(
    options: Options, spoilt: str, trouble: str
) -> None:
    _build(options)
    record = find_place(options).audio.parent / "episode.json"
    record.write_text(spoilt)
    with pytest.raises(EpisodeError, match=trouble) as caught:
        _build(options)
    assert "or write over it with --force" in str(caught.value)
    assert record.read_text() == spoilt
    _build(replace(options, force=True))
    assert json.loads(record.read_text())["schema"] == 1


def test_another_page_of_the_same_name_is_not_written_over(
    options: Options, article: Article
) -> None:
    _build(options)
    record = find_place(options).audio.parent / "episode.json"
    whole = json.loads(record.read_text())
    whole["source"]["url"] = "https://news.example/a/index.html"
    record.write_text(json.dumps(whole))
    place = find_place(options)
    place.refuse_another(article, force=False)  # a file's: nobody knows
    same = replace(article, url="https://news.example/a/index.html")
    place.refuse_another(same, force=False)
    other = replace(article, url="https://news.example/b/index.html")
    with pytest.raises(OutputError, match="holds the article of https://news"):
        place.refuse_another(other, force=False)
    place.refuse_another(other, force=True)


def test_a_page_of_others_is_not_written_over(options: Options) -> None:
    page = find_place(options).audio.parent / "index.html"
    page.parent.mkdir(parents=True)
    page.write_text("<p>Mine.")
    with pytest.raises(OutputError, match=r"index\.html exists already"):
        _build(options)
    _build(replace(options, kinds=frozenset({Kind.MP3, Kind.VTT})))
    assert page.read_text() == "<p>Mine."


def test_the_page_alone_is_left_where_it_alone_is_wanted(options: Options) -> None:
    _build(replace(options, kinds=frozenset({Kind.PAGE})))
    assert _names(options) == {"index.html", "episode.json"}
