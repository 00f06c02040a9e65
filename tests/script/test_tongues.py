from pathlib import Path

from narrate.model import Article, Line, Passage, Script
from narrate.options import Pacing
from narrate.read.article import read_text
from narrate.roles import Role, parse_treatments
from narrate.script.compose import compose, explain
from narrate.script.tongues import open_tongue

DUTCH = (
    "Na dagenlange regen is de Maas op dinsdag 2,3 meter gestegen.[1] De brandweer "
    "riep iedereen op de kelders te ontruimen. „Wij hebben geen tijd“, zei zij."
)


def say(text: str, language: str = "en") -> list[str]:
    return [u.spoken for u in explain(text, open_tongue(language))]


def test_another_language_is_read_as_it_is_written() -> None:
    first, second, third = say(DUTCH, "nl-BE")
    assert first.endswith("op dinsdag 2,3 meter gestegen.")
    assert second.startswith("De brandweer")
    assert third == "„Wij hebben geen tijd“, zei zij."


def test_a_tag_with_an_underscore_is_the_same_language() -> None:
    assert say("It cost $5.", "en_US") == ["It cost five dollars."]


def test_chinese_sentences_end_without_a_space() -> None:
    assert say("今天下雨了。河水上涨！我们走吧。", "zh") == [
        "今天下雨了。",
        "河水上涨！",
        "我们走吧。",
    ]


def _script(
    *passages: Passage, treat: tuple[str, ...] = (), language: str = "en"
) -> Script:
    lines = tuple(
        Line(text, number)
        for passage in passages
        for number, text in zip(passage.lines, passage.text.split("\n"), strict=True)
    )
    article = Article("A", "", "", "a", language, lines, passages, ())
    return compose(article, Pacing(treatments=parse_treatments(treat)))


TABLE = Passage(Role.TABLE, "Name | Age\nAnn | 5", (1, 2), (0, 11))


def test_a_table_is_summed_up_and_stays_in_the_transcript() -> None:
    (utterance,) = _script(TABLE).utterances()
    assert utterance.spoken == "A table of two rows."
    assert utterance.written == TABLE.text


def test_a_table_is_read_row_by_row_when_asked_for() -> None:
    said = " ".join(u.spoken for u in _script(TABLE, treat=("table=say",)).utterances())
    assert said == "Name, Age Ann, five."


def test_no_foreign_voice_is_given_english_words() -> None:
    caption = Passage(Role.CAPTION, "De Maas bij Luik", (3,))
    script = _script(TABLE, caption, language="nl")
    assert [u.spoken for u in script.utterances()] == [
        "Name, Age Ann, 5.",
        "De Maas bij Luik.",
    ]


def test_what_is_treated_as_dropped_is_listed_as_dropped() -> None:
    script = _script(TABLE, treat=("table=drop",))
    assert [piece.reason for piece in script.dropped] == ["table"]


def test_a_word_that_a_line_s_end_has_cut_is_said_whole() -> None:
    text = "an inter-national and well-known guest"
    passage = Passage(Role.PARAGRAPH, text, (1, 2, 3), (0, 9, 27))
    article = Article(
        "A",
        "",
        "",
        "a",
        "en",
        (Line("an inter-", 1), Line("national and well-", 2), Line("known guest", 3)),
        (passage,),
        (),
    )
    (utterance,) = compose(article, Pacing()).utterances()
    assert utterance.spoken == "an international and well-known guest."


def test_an_aside_is_in_another_manner() -> None:
    article = read_text("It rained.\n\nThe mayor spoke. (Ann Lee/AP Photo)", "a")
    sides = {u.role: u.aside for u in compose(article, Pacing()).utterances()}
    assert sides[Role.CAPTION]
    assert not sides[Role.PARAGRAPH]


def test_a_capital_behind_a_hyphen_at_a_line_s_end_begins_its_own_word() -> None:
    text = "der CDU-Chef im Bundes-tag"
    passage = Passage(Role.PARAGRAPH, text, (1, 2, 3), (0, 8, 23))
    article = Article("A", "", "", "a", "de", (Line(text, 1),), (passage,), ())
    (utterance,) = compose(article, Pacing()).utterances()
    assert utterance.spoken == "der C D U-Chef im Bundestag."


def test_the_listener_s_own_words_are_said_in_any_language(tmp_path: Path) -> None:
    own = tmp_path / "own.toml"
    own.write_text(
        'letters = ["ONU"]\n[words]\n"St. Malo" = "Saint-Malo"\n'
        'Kyiv = { ipa = "kiːɪv" }\n',
        encoding="utf-8",
    )
    text = "L’ONU est à St. Malo. Kyiv s’éveille."
    first, second = explain(text, open_tongue("fr", [own]))
    assert first.spoken == "L’O N U est à Saint-Malo."
    assert [span.ipa for span in second.spans] == ["kiːɪv"]
