from dataclasses import replace
from pathlib import Path

import pytest

from narrate.episode import Episode
from narrate.heard import Cue
from narrate.publish.clean import tidy
from narrate.publish.outline import Block, Piece, outline
from narrate.publish.sentences import Sentence, Sentences
from narrate.roles import Role
from narrate.words import pack, timed
from tests.publish.episodes import letters, of_article, of_texts
from tests.publish.hostile import HOSTILE

ARTICLES = Path(__file__).parents[1] / "articles"
ALL = sorted([*ARTICLES.glob("*.txt"), *ARTICLES.glob("formats/*.[hmt]*")])


def sentences_of(episode: Episode) -> list[Sentence]:
    reading = Sentences()
    parts = outline(episode)
    return [s for part in parts for block in part.blocks for s in reading.of(block)]


def block_of(*breaths: tuple[str, bool]) -> Block:
    """Make a paragraph of breaths, and whether a sentence ends with each."""
    cues = of_texts([text for text, _ in breaths]).timeline.cues
    pieces = [
        Piece(replace(cue, utterance=replace(cue.utterance, ends=ends)), apart=True)
        for cue, (_, ends) in zip(cues, breaths, strict=True)
    ]
    return Block(Role.PARAGRAPH, False, tuple(pieces))  # noqa: FBT003


@pytest.mark.parametrize("article", ALL, ids=lambda path: path.name)
def test_all_that_is_heard_is_in_one_sentence_in_its_order(article: Path) -> None:
    episode = of_article(article)
    found = sentences_of(episode)
    assert [each.number for each in found] == list(range(1, len(found) + 1))
    said = [each for each in found if each.breaths]
    cues = [cue for each in said for _, cue in each.breaths]
    summed = {u for u in episode.script.utterances() if u.role is Role.TABLE}
    assert cues == [c for c in episode.timeline.cues if c.utterance not in summed]
    for each in said:
        written = "".join(cue.utterance.written for _, cue in each.breaths)
        assert letters(each.text) == letters(tidy(written))
        for place, cue in each.breaths:
            assert each.text.startswith(tidy(cue.utterance.written), place)


@pytest.mark.parametrize("article", ALL, ids=lambda path: path.name)
def test_times_never_go_back(article: Path) -> None:
    latest = 0
    for sentence in sentences_of(of_article(article)):
        assert latest <= sentence.start_ms <= sentence.end_ms
        times = [sentence.start_ms, *(ms for _, _, ms in sentence.words())]
        assert times == sorted(times)
        latest = sentence.start_ms


@pytest.mark.parametrize("article", ALL, ids=lambda path: path.name)
def test_each_word_that_is_timed_is_found_in_its_sentence(article: Path) -> None:
    for sentence in sentences_of(of_article(article)):
        there = [sentence.text[at : at + size] for at, size, _ in sentence.words()]
        heard = [
            tidy(cue.utterance.written[word.start : word.end])
            for _, cue in sentence.breaths
            for word in timed(cue)
        ]
        assert there == heard


def test_a_sentence_of_several_breaths_is_one() -> None:
    block = block_of(("Long is the road,", False), ("and cold.", True), ("Yes.", True))
    first, second = Sentences().of(block)
    assert (first.text, first.start_ms, first.end_ms) == (
        "Long is the road, and cold.", 0, 1800
    )  # fmt: skip
    assert (second.text, second.number, second.start_ms) == ("Yes.", 2, 2000)


def test_an_article_s_long_sentence_is_one(tmp_path: Path) -> None:
    long = "The ferry, which had come each day, " * 9 + "did not come."
    (tmp_path / "a.txt").write_text(f"A title here\n\n{long} Nobody knew why.\n")
    episode = of_article(tmp_path / "a.txt")
    assert len(episode.timeline.cues) > 3
    assert [s.text for s in sentences_of(episode)][1:] == [long, "Nobody knew why."]


def test_a_sentence_ends_where_its_language_changes(tmp_path: Path) -> None:
    french = "“Nous avons trouvé que les enfants ne sont pas rentrés chez eux,”"
    (tmp_path / "a.txt").write_text(
        f"A title\n\nThe minister of the republic said {french} to the reporters.\n"
    )
    found = sentences_of(of_article(tmp_path / "a.txt"))
    languages = {s.language: s.text for s in found}
    assert languages["fr"] == french
    assert all(french not in s.text for s in found if not s.language)


def test_words_that_are_put_in_belong_to_the_sentence_that_follows() -> None:
    block = block_of(("", True), ("Yes.", True), ("\x00", True))
    (only,) = Sentences().of(block)
    assert (only.text, only.start_ms, only.number) == ("Yes.", 0, 1)


def test_what_is_summed_up_has_what_is_said_of_it() -> None:
    found = sentences_of(of_article(ARTICLES / "formats" / "ferry.md"))
    (table,) = [each for each in found if not each.breaths]
    assert table.text == "A table of three rows."
    assert list(table.words()) == []


def test_a_time_that_goes_back_is_mended() -> None:
    times = [(0, 800), (900, 950), (400, 500)]
    found = sentences_of(of_texts(["One.", "Two.", "Three."], times))
    assert [each.start_ms for each in found] == [0, 900, 900]
    assert all(each.start_ms <= each.end_ms for each in found)


@pytest.mark.parametrize("text", HOSTILE)
def test_a_word_is_found_in_any_text(text: str) -> None:
    episode = of_texts([text])
    (cue,) = episode.timeline.cues
    count = len(text.split())
    times = pack((at, at + 1) for at in range(count))
    piece = Piece(Cue(0, 800, cue.utterance, times), apart=True)
    for sentence in Sentences().of(Block(Role.CODE, False, (piece,))):  # noqa: FBT003
        for at, size, _ in sentence.words():
            assert 0 <= at < at + size <= len(sentence.text)
