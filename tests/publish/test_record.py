import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from narrate.episode import Episode
from narrate.errors import EpisodeError
from narrate.options import Captions, Options, Pacing, Pictures
from narrate.publish.record import SCHEMA, File, read_record
from narrate.publish.record_file import guid_of, record_of
from narrate.script.compose import compose
from narrate.speak.voices import find_voice
from tests.publish.episodes import letters, of_article, of_texts, retitled
from tests.publish.hostile import HOSTILE

ROOT = Path(__file__).parents[2]
ARTICLES = ROOT / "tests" / "articles"
ALL = sorted([*ARTICLES.glob("*.txt"), *ARTICLES.glob("formats/*.[hmt]*")])
FORM = json.loads((ROOT / "docs" / "episode.schema.json").read_text(encoding="utf-8"))
FILES = (
    File("mp3", "a.mp3", "audio/mpeg", 7, "0" * 64),
    File("numbered", "a/001.mp3", "audio/mpeg", 1, "f" * 64),
)


def told(episode: Episode) -> dict[str, Any]:
    whole: dict[str, Any] = json.loads(record_of(episode, FILES, FILES[:1]))
    jsonschema.validate(whole, FORM)
    return whole


def saved(text: str | bytes, folder: Path) -> Path:
    path = folder / "episode.json"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


def test_the_schema_is_one_and_describes_every_field() -> None:
    jsonschema.Draft202012Validator.check_schema(FORM)
    assert FORM["properties"]["schema"]["const"] == SCHEMA
    for name, field in _fields(FORM):
        assert field.get("description"), name


def _fields(form: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    properties = form.get("properties", {})
    if properties:
        assert set(form["required"]) == set(properties)
        assert form["additionalProperties"] is False
    for name, field in properties.items():
        yield name, field
        yield from _fields(field)
        yield from _fields(field.get("items", {}))


def test_every_field_is_told_of_in_the_document() -> None:
    document = (ROOT / "docs" / "episode.md").read_text(encoding="utf-8")
    for name, _ in _fields(FORM):
        assert f"`{name}`" in document, name


@pytest.mark.parametrize("article", ALL, ids=lambda path: path.name)
def test_what_is_said_and_left_out_is_the_whole_article(article: Path) -> None:
    episode = of_article(article)
    coverage = told(episode)["coverage"]
    left_out = sum(each["characters"] for each in coverage["left_out"])
    assert coverage["characters"] == (
        coverage["said"] + coverage["summed_up"] + left_out
    )
    source = "".join(line.text for line in episode.article.source)
    assert coverage["characters"] == len(letters(source))


def test_a_table_is_summed_up_and_not_said() -> None:
    coverage = told(of_article(ARTICLES / "formats" / "ferry.md"))["coverage"]
    assert coverage["summed_up"] > 30


def test_a_record_is_read_as_it_was_written(minefields: Path, tmp_path: Path) -> None:
    episode = of_article(minefields)
    record = read_record(saved(record_of(episode, FILES, FILES[1:]), tmp_path))
    assert record.outdated == FILES[1:]
    assert record.files == FILES
    assert record.chapters == episode.timeline.chapters
    assert record.length_ms == episode.timeline.length_ms
    assert (record.title, record.byline) == (episode.script.title, "Nora Whitfield")
    assert record.guid == guid_of(episode.article)
    assert record.voice == episode.voice.notice
    assert record.file("numbered") == FILES[1]
    assert record.file("m4b") is None


def test_the_same_build_gives_the_same_bytes(minefields: Path) -> None:
    one, other = of_article(minefields), of_article(minefields)
    assert record_of(one, FILES) == record_of(other, FILES)


def test_a_guid_hangs_on_the_words_alone(minefields: Path, tmp_path: Path) -> None:
    episode = of_article(minefields)
    guid = guid_of(episode.article)
    voice = replace(episode, voice=find_voice("espeak"))
    assert told(voice)["guid"] == guid
    elsewhere = replace(episode.article, url="https://a.b/c", site="X", title="Y")
    assert guid_of(elsewhere) == guid
    path = tmp_path / "other.txt"
    text = minefields.read_text(encoding="utf-8")
    path.write_text(text.replace("harvest", "").replace("sappers", "diggers"))
    assert guid_of(of_article(path).article) != guid


def test_no_path_of_the_listener_is_told(minefields: Path) -> None:
    options = Options(
        str(minefields), "/home/ann/out", "/home/ann/v.toml", lexicon=Path("/home/ann")
    )
    assert "ann" not in record_of(replace(of_article(minefields), options=options), ())


def test_options_are_told_as_they_were_chosen(minefields: Path) -> None:
    pictures = Pictures(Captions.OFF)
    episode = of_article(minefields)
    script = compose(episode.article, Pacing(pictures=pictures))
    options = replace(episode.options, pictures=pictures)
    whole = told(replace(episode, script=script, options=options))
    assert whole["options"]["captions"] == "off"
    reasons = {each["reason"] for each in whole["coverage"]["left_out"]}
    assert "captions are off" in reasons


@pytest.mark.parametrize("text", HOSTILE)
def test_no_text_breaks_the_record(text: str, tmp_path: Path) -> None:
    written = record_of(retitled(of_texts([text]), text), FILES)
    encoded = written.encode("utf-8", "replace")
    jsonschema.validate(json.loads(encoded), FORM)
    record = read_record(saved(encoded, tmp_path))
    assert record.title == text.encode("utf-8", "replace").decode()


def test_a_long_summary_is_cut_at_a_word() -> None:
    whole = told(of_texts(["many words " * 100]))
    assert whole["summary"].endswith(("many …", "words …"))
    assert 250 < len(whole["summary"]) <= 303
    assert told(of_texts(["x" * 1000]))["summary"] == "x" * 300 + " …"


def test_a_record_cut_anywhere_is_damaged(tmp_path: Path) -> None:
    whole = record_of(of_texts(["Said."]), FILES).rstrip().encode()
    for end in range(len(whole)):
        path = saved(whole[:end], tmp_path)
        with pytest.raises(EpisodeError, match="is damaged"):
            read_record(path)


def _spoilt(value: Any, read: set[str]) -> Iterator[Any]:  # noqa: ANN401 - of any type
    """Yield a record without each field that is read, and with others in its place."""
    if isinstance(value, list):
        for at, item in enumerate(value):
            for spoilt in _spoilt(item, read):
                yield [*value[:at], spoilt, *value[at + 1 :]]
    if isinstance(value, dict):
        for key, item in value.items():
            if key not in read:
                continue
            yield {name: other for name, other in value.items() if name != key}
            others: tuple[Any, ...] = (
                None,
                [],
                {},
                "x",
                -1,
                1.5,
                True,
                "\ud800",
                [None],
                10**400,
            )
            for other in others:
                if type(other) is not type(item) or other in (-1, "\ud800", [None]):
                    yield value | {key: other}
            for spoilt in _spoilt(item, read):
                yield value | {key: spoilt}


READ = {
    *(
        "schema guid title byline published language summary site source url voice"
        " length_ms chapters start_ms end_ms aside files kind name media_type size"
        " sha256"
    ).split()
}


def test_a_field_that_is_missing_or_of_another_kind_is_damage(tmp_path: Path) -> None:
    whole = json.loads(record_of(of_texts(["Said."]), FILES))
    del whole["source"]["name"], whole["source"]["sha256"]  # nobody reads these
    assert read_record(saved(json.dumps(whole), tmp_path)).files == FILES
    count = 0
    for spoilt in _spoilt(whole, READ):
        path = saved(json.dumps(spoilt), tmp_path)
        with pytest.raises(EpisodeError, match="is damaged"):
            read_record(path)
        count += 1
    assert count > 200


def test_a_field_that_came_later_may_be_missing_but_not_be_spoilt(
    tmp_path: Path,
) -> None:
    whole = json.loads(record_of(of_texts(["Said."]), FILES))
    for spoilt in (None, {}, "x", [None], [{}]):
        path = saved(json.dumps(whole | {"outdated": spoilt}), tmp_path)
        with pytest.raises(EpisodeError, match="is damaged"):
            read_record(path)
    del whole["outdated"]
    assert read_record(saved(json.dumps(whole), tmp_path)).outdated == ()


@pytest.mark.parametrize(
    "text", ["", "[]", "1", "null", '"x"', "\x00", "{}", b"\xff\xfe", "[" * 100_000]
)
def test_what_is_no_record_is_damaged(text: str | bytes, tmp_path: Path) -> None:
    with pytest.raises(EpisodeError, match=r"is damaged\. Build its article again"):
        read_record(saved(text, tmp_path))


@pytest.mark.parametrize(
    "name",
    ["", ".", "..", "/etc/passwd", "a/../../b", "../b", "a//b", "a/./b", "a/", "a\0b"],
)
def test_a_file_outside_the_folder_is_damage(name: str, tmp_path: Path) -> None:
    whole = json.loads(record_of(of_texts(["Said."]), FILES))
    whole["files"][0]["name"] = name
    with pytest.raises(EpisodeError, match="is damaged"):
        read_record(saved(json.dumps(whole), tmp_path))


def test_a_newer_record_is_told_of_whatever_is_in_it(tmp_path: Path) -> None:
    path = saved(json.dumps({"schema": SCHEMA + 1}), tmp_path)
    with pytest.raises(EpisodeError, match=r"newer narrate \(schema 2; this one knows"):
        read_record(path)


def test_a_record_that_cannot_be_read_says_why(tmp_path: Path) -> None:
    with pytest.raises(EpisodeError, match="can't be read: No such file"):
        read_record(tmp_path / "episode.json")
    with pytest.raises(EpisodeError, match="can't be read: Is a directory"):
        read_record(tmp_path)
