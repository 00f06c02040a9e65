from dataclasses import replace
from pathlib import Path

import pytest

from narrate.errors import LexiconError
from narrate.model import Span
from narrate.script.compose import explain
from narrate.script.english.acronyms import Memory
from narrate.script.english.designators import spell
from narrate.script.english.tongue import English
from narrate.script.entries import Entry
from narrate.script.glossary import Glossary
from narrate.script.lexicon import open_lexicon
from narrate.script.tongues import open_tongue
from narrate.words import phrase_of


def test_the_listener_s_own_words_win(tmp_path: Path) -> None:
    own = tmp_path / "own.toml"
    own.write_text('letters = ["NATO"]\n[say]\nKyiv = "keev"\nFBI = "fibby"\n')
    (utterance,) = explain("NATO and the FBI went to Kyiv.", open_tongue("en", [own]))
    assert utterance.spoken == "N A T O and the fibby went to keev."


BROKEN = {
    "[say\n": "Expected",
    "[sya]\na = 'b'\n": "no table 'sya'",
    "[say]\nKyiv = 5\n": "'Kyiv' needs words",
    "[say]\nKyiv = ''\n": "'Kyiv' needs words",
    "letters = 'FBI'\n": "letters must be a list",
    "say = 3\n": r"\[say\] must be a table",
}


@pytest.mark.parametrize("text", BROKEN)
def test_a_broken_lexicon_names_file_and_entry(tmp_path: Path, text: str) -> None:
    own = tmp_path / "own.toml"
    own.write_text(text)
    with pytest.raises(LexiconError, match=BROKEN[text]) as caught:
        open_lexicon([own])
    assert "own.toml" in str(caught.value)


def test_a_missing_lexicon_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(LexiconError, match="No such file"):
        open_lexicon([tmp_path / "none.toml"])


def test_any_word_of_the_listener_s_own_is_taken(tmp_path: Path) -> None:
    own = tmp_path / "own.toml"
    own.write_text(
        'letters = ["ibm"]\n[say]\n"AT-4" = "eighty four"\n"U.S." = "states"\n'
    )
    (utterance,) = explain("The U.S. sent ibm an AT-4.", open_tongue("en", [own]))
    assert utterance.spoken == "The states sent I B M an eighty four."


SHIPPED = sorted(
    (Path(__file__).parents[2] / "narrate/script/english/lexicon").glob("*.tsv")
)


def rows(path: Path) -> list[list[str]]:
    lines = path.read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines if line[:2] != "# "]


def test_many_words_are_shipped_each_once() -> None:
    words = [row[0] for path in SHIPPED for row in rows(path)]
    assert len(words) >= 2500
    assert len(words) == len(set(words))


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem)
def test_a_table_names_its_sources_and_holds_words_in_order(path: Path) -> None:
    lines = path.read_text(encoding="utf-8").splitlines()
    assert lines[0].startswith("# ")
    assert any(line.startswith("# Readings: ") for line in lines)
    words = [row[0] for row in rows(path)]
    assert words == sorted(words, key=str.casefold)
    for row in rows(path):
        assert len(row) <= 3
        assert all(field == field.strip() for field in row)
        assert row[-1], row


def test_no_respelling_holds_a_figure_or_a_sign() -> None:
    for word, said in open_lexicon().say.items():
        assert not any(letter.isdigit() for letter in said), word
        assert not set(said) & set("[](){}<>/\\|^~*_#`&"), word


def test_a_familiar_short_form_is_known_by_its_long_form_too() -> None:
    lexicon = open_lexicon()
    assert {"FBI", "NASA", "BBC", "CEO"} <= lexicon.familiar
    assert not {"IAEA", "UNIFIL", "GLSDB"} & lexicon.familiar
    assert lexicon.familiar <= lexicon.long.keys() <= lexicon.say.keys()


def test_the_listener_s_own_long_form_is_said(tmp_path: Path) -> None:
    own = tmp_path / "own.toml"
    own.write_text('[long]\nFBI = "Federal Bureau"\nXQZR = "Xenon Quiz"\n')
    (utterance,) = explain("The FBI met the XQZR.", open_tongue("en", [own]))
    assert utterance.spoken == (
        "The Federal Bureau, F B I, met the Xenon Quiz, X Q Z R."
    )


def said(text: str, *words: str, language: str = "en", folder: Path) -> list[Span]:
    own = folder / "own.toml"
    own.write_text("\n".join(("[words]", *words)), encoding="utf-8")
    (utterance,) = explain(text, open_tongue(language, [own]))
    return [span for span in utterance.spans if span.end > span.start]


@pytest.mark.parametrize("language", ["en", "de", "fr"])
def test_a_word_with_a_sound_has_it_in_any_language(
    tmp_path: Path, language: str
) -> None:
    (span,) = said(
        "Kyiv’s",
        'Kyiv = { ipa = "ˈkiːɪv", say = "keev" }',
        language=language,
        folder=tmp_path,
    )
    assert span == Span(0, 4, "keev", "lexicon", "ˈkiːɪv")


def test_what_has_no_respelling_stays_readable(tmp_path: Path) -> None:
    (span,) = said("KYIV fell.", 'Kyiv = { ipa = "ˈkiːɪv" }', folder=tmp_path)
    assert (span.spoken, span.ipa) == ("Kyiv", "ˈkiːɪv")


def test_a_short_form_with_a_sound_is_explained_and_keeps_it(tmp_path: Path) -> None:
    entry = 'XQZR = { ipa = "ˈskwɪzər", say = "squizzer", long = "Xenon Quiz" }'
    own = tmp_path / "own.toml"
    own.write_text(f"[words]\n{entry}\n", encoding="utf-8")
    (utterance,) = explain("An XQZR, two XQZRs.", open_tongue("en", [own]))
    assert utterance.spoken == "A Xenon Quiz, squizzer, two squizzers."
    sounds = [span for span in utterance.spans if span.ipa]
    assert [(span.start, span.end) for span in sounds] == [(3, 7), (13, 17)]
    first, second = phrase_of(utterance).pronunciations
    assert utterance.spoken[first.start : first.end] == "squizzer"
    assert utterance.spoken[second.start : second.end] == "squizzer"


def test_a_short_form_is_said_in_full_each_time_if_asked(tmp_path: Path) -> None:
    spans = said(
        "An IDF man of the IDF's.",
        'IDF = { as = "expand", long = "Israel Defense Forces" }',
        folder=tmp_path,
    )
    assert [span.spoken for span in spans] == ["Israel Defense Forces"] * 2


@pytest.mark.parametrize(
    ("entry", "spoken"),
    [
        ('NATO = { as = "spell" }', "N A T O met."),
        ('NATO = { as = "word" }', "Nato met."),
        ('NATO = { long = "the pact" }', "The pact, nato, met."),
        ('NATO = { say = "nat oh", near = ["met"] }', "nat oh met."),
        ('NATO = { say = "nat oh", near = ["ate"] }', "NATO met."),
    ],
)
def test_a_short_form_is_said_as_the_listener_says(
    tmp_path: Path, entry: str, spoken: str
) -> None:
    own = tmp_path / "own.toml"
    own.write_text(f"[words]\n{entry}\n", encoding="utf-8")
    (utterance,) = explain("NATO met.", open_tongue("en", [own]))
    shipped = open_lexicon().said("NATO")
    assert utterance.spoken == spoken.replace("NATO", shipped).replace("nato", shipped)


def test_a_definition_of_the_article_s_own_stays_one(tmp_path: Path) -> None:
    spans = said(
        "The Israel Defense Forces (IDF) left.",
        'IDF = { as = "expand", long = "Israel Defense Forces" }',
        folder=tmp_path,
    )
    assert [span.rule for span in spans] == ["acronym, defined here"]


def test_a_name_gives_way_to_the_listener_and_to_every_rule(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    names = Glossary([Entry("Old Kyiv", ipa="ˈoʊld ˈkiːɪv")], spell, "name")
    lexicon = replace(open_lexicon(), names=names)
    tongue = English(Memory(lexicon))

    def rules(text: str) -> list[str]:
        return [span.rule for u in explain(text, tongue) for span in u.spans]

    assert "name" in rules("In Old Kyiv’s streets.")
    assert "name" not in rules("www.old.com/Old Kyiv.com"[:20])
    assert "name" not in rules("At old Kyiv.")
    own = replace(lexicon, glossary=Glossary([Entry("Kyiv", "keev")], spell))
    (utterance,) = explain("Old Kyiv.", English(Memory(own)))
    assert utterance.spoken == "Old keev."


def test_the_shipped_names_are_claimed_with_their_sound() -> None:
    (utterance,) = explain("KYIV and Kyiv’s mayor.", open_tongue("en"))
    sounds = {s.ipa for s in utterance.spans if s.rule == "name"}
    assert len(sounds) == 1
    assert utterance.spoken == "Kyiv and Kyiv’s mayor."


def test_the_nearer_lexicon_wins(tmp_path: Path) -> None:
    near, far = tmp_path / "near.toml", tmp_path / "far.toml"
    near.write_text('[words]\nKyiv = "keev"\n')
    far.write_text('[words]\nKyiv = "kee-ev"\nLviv = "luh-veev"\n')
    for language in ("en", "de", "fr"):
        (utterance,) = explain("Kyiv, Lviv.", open_tongue(language, [near, far]))
        assert utterance.spoken == "keev, luh-veev."
