import pytest

from narrate.read.article import read_text

NEWS = {
    "de": "Der Fluss ist am Dienstag um zwei Meter gestiegen, und die Feuerwehr bat "
    "alle, ihre Keller zu räumen. Niemand wurde verletzt.",
    "fr": "Le fleuve est monté de deux mètres mardi, et les pompiers ont demandé à "
    "tous les habitants de vider leurs caves. Personne n’a été blessé.",
    "es": "El río subió dos metros el martes y los bomberos pidieron a los vecinos que "
    "vaciaran sus sótanos. Nadie resultó herido.",
    "uk": "У вівторок рівень води піднявся на два метри, і рятувальники попросили "
    "мешканців звільнити підвали. Ніхто не постраждав.",
    "zh": "星期二河水上涨了两米，消防队要求所有居民清空地下室。没有人受伤。"
    "洪水在夜里慢慢退去，学校将于星期四重新开放，商店和银行仍然关闭，市长说重建需要几个月的时间。",
}


@pytest.mark.parametrize("language", NEWS)
def test_a_language_is_known_by_two_sentences(language: str) -> None:
    assert read_text(NEWS[language], "a").language == language


@pytest.mark.parametrize(
    "text",
    [
        "The river rose on Tuesday, and the firemen asked all to clear their cellars.",
        "8 tablespoons unsalted butter\n1 cup cornmeal\n2 eggs\nsalt, pepper",
        "Ann Lee\nBo Chen\nKyiv\nATACMS, HIMARS, TOW\n" * 9,
        "He came again again again again again again again again again again again.",
        "G7",
        "Der Fluss",
    ],
)
def test_what_no_one_can_tell_is_english(text: str) -> None:
    assert read_text(text, "a").language == "en"


def test_a_german_name_for_a_page_s_buttons_is_not_its_language() -> None:
    page = "Menü\n\nAnmelden\n\nThe river rose on Tuesday. " + "It was cold there. " * 9
    assert read_text(page, "a").language == "en"
