"""The inputs: what is asked for, each article of it, and nothing else."""

import io
import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from narrate.batch.base import Item
from narrate.batch.inputs import Wanted, find_items
from narrate.batch.naming import checked, name_for
from narrate.batch.shard import parse_shard
from narrate.batch.spooled import spooled
from narrate.errors import ArticleError, NarrateError, OptionError
from narrate.options import Reading
from tests.batch.archives import write_articles
from tests.website import open_website

FEED = b"""<?xml version="1.0"?><rss version="2.0"><channel><title>The Daily</title>
<item><title>One\n two</title><link>https://example.org/one</link>
<pubDate>Tue, 03 Mar 2026 10:00:00 GMT</pubDate>
<author>ada@example.org (Ada)</author></item>
<item><title>No link</title></item>
<item><title>Bad</title><link>javascript:alert(1)</link></item>
</channel></rss>"""


def found(*inputs: str, pattern: str = "", text: str = "") -> list[Item]:
    return list(find_items(Wanted(inputs, pattern), io.StringIO(text)))


def names(items: list[Item]) -> list[str]:
    return [Path(each.article).name for each in items]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    write_articles(tmp_path / "in" / "sub", 2)
    (tmp_path / "in" / "page.html").write_text("<p>x")
    (tmp_path / "in" / "picture.png").write_text("x")
    (tmp_path / "in" / ".hidden.txt").write_text("x")
    (tmp_path / "in" / "made").mkdir()
    (tmp_path / "in" / "made" / "episode.json").write_text("{}")
    (tmp_path / "in" / "made" / "made.txt").write_text("x")
    return tmp_path / "in"


def test_a_folder_gives_what_a_reader_knows_and_nothing_of_ours(folder: Path) -> None:
    assert names(found(str(folder))) == ["page.html", "a000.txt", "a001.txt"]
    assert names(found(str(folder), pattern="*.html")) == ["page.html"]
    assert names(found(str(folder), pattern="*.png")) == ["picture.png"]


def test_what_lies_where_the_episodes_go_is_no_article(folder: Path) -> None:
    items = find_items(Wanted([str(folder)], out=str(folder / "sub")))
    assert names(list(items)) == ["page.html"]


def test_files_of_one_name_in_two_inputs_have_two_folders(tmp_path: Path) -> None:
    for year in ("2024", "2025"):
        (tmp_path / year).mkdir()
        (tmp_path / year / "index.txt").write_text("x")
        (tmp_path / year / "list.jsonl").write_text('{"path": "index.txt"}')
    years = [str(tmp_path / year) for year in ("2024", "2025")]
    for inputs in (
        years,
        [f"{y}/*.txt" for y in years],
        [f"{y}/list.jsonl" for y in years],
    ):
        assert len({each.name for each in found(*inputs)}) == 2


def test_two_articles_of_a_manifest_never_share_a_folder() -> None:
    items = [Item("/a", "mine"), Item("/b", "mine")]
    with (
        pytest.raises(OptionError, match="a name of its own to /a and /b"),
        spooled(items),
    ):
        pytest.fail("work began")


def test_links_that_go_round_and_folders_too_deep_stop_nothing(folder: Path) -> None:
    (folder / "loop.txt").symlink_to(folder / "loop.txt")
    (folder / "round").symlink_to(folder)
    (folder / "deep").mkdir()
    with deeper_than_recursion(folder / "deep"):
        assert names(found(str(folder))) == ["page.html", "a000.txt", "a001.txt"]


@contextmanager
def deeper_than_recursion(folder: Path) -> Iterator[None]:
    """1,200 folders, one in another, and none of them left behind.

    Python's own rmtree calls itself for each, so pytest can't clear such a folder
    away: that ends a later run of it, three runs on, with an error.
    """
    before = os.getcwd()  # noqa: PTH109
    levels = 0
    try:
        os.chdir(folder)
        for _ in range(1_200):
            os.mkdir("d")  # noqa: PTH102
            os.chdir("d")
            levels += 1
        os.chdir(before)
        yield
    finally:
        os.chdir(folder)
        for _ in range(levels):
            os.chdir("d")
        for _ in range(levels):
            os.chdir("..")
            os.rmdir("d")  # noqa: PTH106
        os.chdir(before)


def test_a_pattern_gives_the_files_that_it_fits(folder: Path) -> None:
    assert names(found(f"{folder}/*/*.txt")) == ["made.txt", "a000.txt", "a001.txt"]
    with pytest.raises(ArticleError, match="fits no file"):
        found(f"{folder}/*.odt")


def test_a_list_has_a_name_a_line_or_between_nuls(folder: Path) -> None:
    lines = f"# mine\n\n{folder}/page.html\nhttps://example.org/a\n"
    assert [i.article for i in found("-", text=lines)] == [
        str(folder / "page.html"),
        "https://example.org/a",
    ]
    odd = f"{folder}/a\nb.txt\0{folder}/#c.txt\0"
    assert names(found("-", text=odd)) == ["a\nb.txt", "#c.txt"]


def test_a_manifest_says_who_wrote_what(tmp_path: Path) -> None:
    path = tmp_path / "list.jsonl"
    rows = [
        {"path": "sub/a.txt", "title": "A", "author": "Ada", "voice": "espeak"},
        {"url": "https://example.org/b", "date": "2026-01-02", "x": 1, "site": None},
        {"article": str(tmp_path / "c.txt"), "name": "own-name", "outcome": "failed"},
    ]
    path.write_text("\n\n".join(map(json.dumps, rows)))
    first, second, third = found(str(path))
    assert first.article == str(tmp_path / "sub" / "a.txt")
    assert (first.title, first.author, first.voice) == ("A", "Ada", "espeak")
    assert (second.article, second.date) == ("https://example.org/b", "2026-01-02")
    assert (third.article, third.name) == (str(tmp_path / "c.txt"), "own-name")


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        ("{", "a JSON object"),
        ("[]", "a JSON object"),
        ("{}", 'one "path" or "url"'),
        ('{"path": "a", "url": "https://b.org"}', 'one "path" or "url"'),
        ('{"path": 3}', "path as a text"),
        ('{"path": "a", "name": "../b"}', "a folder's name"),
        ('{"path": "a", "name": "con.x"}', "a folder's name"),
        ('{"path": "a", "name": ".b"}', "a folder's name"),
        ('{"path": "a\\u0000b"}', "path without the character NUL"),
        ('{"path": "a\\ud800"}', "path in whole characters"),
        ('{"path": "a", "title": "\\udce9"}', "title in whole characters"),
        ("[" * 100_000, "a JSON object"),
    ],
)
def test_a_bad_line_of_a_manifest_is_named(
    tmp_path: Path, line: str, wanted: str
) -> None:
    path = tmp_path / "list.jsonl"
    path.write_text(f'{{"path": "a"}}\n{line}\n')
    with pytest.raises(OptionError, match="line 2:") as caught:
        found(str(path))
    assert wanted in str(caught.value)


def test_a_feed_gives_the_articles_that_it_names(tmp_path: Path) -> None:
    path = tmp_path / "feed.xml"
    path.write_bytes(FEED)
    first, *others = found(str(path))
    assert [each.article for each in others] == [
        f"Entry {number} (it has no link) of {path}" for number in (2, 3)
    ]
    assert first == Item(
        "https://example.org/one",
        name_for("https://example.org/one"),
        title="One two",
        author="Ada",
        date="2026-03-03",
        site="The Daily",
    )


def test_a_link_is_a_feed_or_an_article_by_what_it_answers() -> None:
    with open_website() as site:
        feed = site.page("/feed", FEED, Content_Type="application/rss+xml")
        page = site.page("/page", b"<p>Words", Content_Type="text/html")
        reading = Reading(allow_private=True)
        items = list(find_items(Wanted([feed, page], reading=reading)))
    assert [each.article for each in items] == [
        "https://example.org/one",
        *(f"Entry {number} (it has no link) of {feed}" for number in (2, 3)),
        page,
    ]


def test_a_feed_without_entries_is_said_to_be_one(tmp_path: Path) -> None:
    path = tmp_path / "feed.xml"
    path.write_bytes(b"<rss version='2.0'><channel><title>A</title></channel></rss>")
    with pytest.raises(ArticleError, match="is a feed without entries"):
        found(str(path))


def test_a_lexicon_is_no_article_whatever_the_pattern(tmp_path: Path) -> None:
    (tmp_path / "narrate.lexicon.toml").write_text("[words]\n")
    (tmp_path / "a.txt").write_text("A text.")
    assert names(found(str(tmp_path), pattern="*")) == ["a.txt"]


def test_a_path_that_is_no_utf_8_stays_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "list.jsonl"
    path.write_bytes(b'{"path": "caf\xe9.txt"}')
    (only,) = found(str(path))
    assert os.fsencode(only.article).endswith(b"/caf\xe9.txt")


def test_a_name_keeps_the_vowels_above_its_letters() -> None:
    assert name_for("/a/लेख.txt").startswith("लेख-")
    assert checked("लेख") == "लेख"


def test_other_xml_is_an_article(tmp_path: Path) -> None:
    path = tmp_path / "page.xml"
    path.write_text("<html><p>Words</p></html>")
    assert names(found(str(path))) == ["page.xml"]


@pytest.mark.parametrize("name", ["nowhere.txt", f"{'x' * 300}.txt", "a\0b"])
def test_what_is_not_there_is_said(name: str) -> None:
    with pytest.raises(ArticleError, match="does not exist"):
        found(name)


@given(st.text(max_size=400) | st.sampled_from(["aux.b", "con.v2.md", "http://[bad"]))
def test_any_name_of_a_file_becomes_a_safe_one(stem: str) -> None:
    name = name_for(stem)
    assert checked(name) == name
    assert len(name.encode()) <= 80


@pytest.mark.parametrize(
    "stem",
    [
        *("CON", "aux.x", "..", "a\nb", "é" * 300, "😀", "x" * 300, "a b"),
        os.fsdecode(b"\xff"),
    ],
)
def test_the_worst_names_can_be_made_and_differ(stem: str, tmp_path: Path) -> None:
    made = {
        name_for(f"{stem}.txt"),
        name_for(f"{stem}.html"),
        name_for(f"x/{stem}.txt"),
    }
    assert len(made) == 3
    for name in made:
        assert checked(name) == name
        (tmp_path / name).mkdir()


@given(st.integers(1, 9), st.lists(st.text(min_size=1), max_size=30))
def test_each_article_is_of_just_one_shard(count: int, stems: list[str]) -> None:
    shards = [parse_shard(f"{number}/{count}") for number in range(1, count + 1)]
    for stem in stems:
        item = Item(stem, name_for(stem))
        assert sum(shard.has(item) for shard in shards) == 1


@pytest.mark.parametrize("text", ["", "0/2", "3/2", "1", "a/b", "1/2/3", "-1/2", "1/0"])
def test_a_shard_that_is_none_is_refused(text: str) -> None:
    with pytest.raises(OptionError, match="as 1/8"):
        parse_shard(text)


def test_articles_are_counted_before_the_first_is_built() -> None:
    items = [Item(f"a{number}\n\udcff", f"n{number}") for number in range(3)]
    with spooled(items) as (count, again):
        assert count == 3
        assert list(again) == items


def test_a_bad_input_is_said_before_any_work() -> None:
    def items() -> "list[Item]":
        raise ArticleError("x", "does not exist", "Check")

    with pytest.raises(NarrateError), spooled(each for each in items()):
        pytest.fail("work began")
