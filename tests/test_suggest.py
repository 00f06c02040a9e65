"""Which words of an article a publisher should hear before anybody else does."""

from pathlib import Path

import pytest

from narrate.options import Options
from narrate.suggest import Suggestion, suggest

TEXT = """Grobchenko Speaks

Mr. Grobchenko’s press-gang met in Kyiv. Grobchenko said the XQZR and the FBI had
seen the FOLMIT near Qwlkzia; Matthew did not. A smörgleen and DeVrontz went wugglish.

Kyiv, Biden and the landmines: Non-persistent landmines, in March, cost $5.
"""


def words_of(
    folder: Path, text: str = TEXT, voice: str = "heart"
) -> dict[str, Suggestion]:
    article = folder / "news.txt"
    article.write_text(text, encoding="utf-8")
    found = suggest(Options(str(article), voice=voice))
    assert [one.unsure for one in found] == sorted(
        (one.unsure for one in found), reverse=True
    )
    return {one.word: one for one in found}


def test_the_least_sure_words_come_first(tmp_path: Path) -> None:
    found = words_of(tmp_path)
    assert list(found)[:3] == ["FOLMIT", "XQZR", "smörgleen"]
    assert {"Grobchenko", "Qwlkzia", "DeVrontz", "wugglish"} < found.keys()
    for known in ("Kyiv", "FBI", "landmines", "press-gang", "March", "Speaks", "met"):
        assert known not in found, known


def test_a_word_comes_with_how_it_is_said_how_often_and_where(tmp_path: Path) -> None:
    found = words_of(tmp_path)
    name = found["Grobchenko"]
    assert (name.times, name.line, name.said) == (3, 1, "")
    assert name.why.startswith("a name in no dictionary")
    assert "ɹ" in name.ipa
    assert found["XQZR"].said == "X Q Z R"
    assert found["XQZR"].ipa == ""
    assert found["FOLMIT"].said == "Folmit"


def test_what_two_readers_agree_on_is_surer(tmp_path: Path) -> None:
    found = words_of(tmp_path)
    assert found["Matthew"].why.endswith("though two readers agree")
    assert found["Qwlkzia"].why.endswith("and two readers differ")
    assert found["Matthew"].unsure < found["Qwlkzia"].unsure


def test_a_voice_that_reads_otherwise_is_not_told_to_read_so(tmp_path: Path) -> None:
    found = words_of(tmp_path, voice="silent")
    assert found["Grobchenko"].ipa == ""
    assert "two readers" in found["Grobchenko"].why


def test_a_word_of_the_lexicon_beside_the_article_is_sure(tmp_path: Path) -> None:
    own = tmp_path / "narrate.lexicon.toml"
    own.write_text('[words]\nGrobchenko = "grob-chenko"\nXQZR = { as = "spell" }\n')
    found = words_of(tmp_path)
    assert not {"Grobchenko", "XQZR"} & found.keys()


def test_of_another_language_only_short_forms_are_judged(tmp_path: Path) -> None:
    german = (
        "Der Kanzler sprach am Montag in der Stadt mit der Presse und sagte, dass "
        "die XQZR nicht mehr mit der Regierung über das Gesetz verhandeln wolle.\n"
    )
    found = words_of(tmp_path, german)
    assert list(found) == ["XQZR"]


@pytest.mark.parametrize("text", ["Yes.\n", "The cat sat on the mat.\n"])
def test_plain_words_need_no_look(tmp_path: Path, text: str) -> None:
    assert words_of(tmp_path, text) == {}
