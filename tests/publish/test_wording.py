import pytest

from narrate.publish.wording import wording
from narrate.roles import BESIDE, Role

MARKED = BESIDE | {Role.TABLE, Role.CODE, Role.REFERENCE}


@pytest.mark.parametrize("language", ["en", "de"])
def test_all_that_is_marked_has_a_word_of_its_own_in_each_language(
    language: str,
) -> None:
    words = wording(language).roles
    assert set(words) == MARKED
    assert len(set(words.values())) == len(MARKED)


@pytest.mark.parametrize(
    ("language", "listen", "marked"),
    [
        ("en-GB", "Listen", ""),
        ("de_AT", "Anhören", ""),
        ("fr", "Listen", "en"),
        ("", "Listen", "en"),
    ],
)
def test_words_of_another_language_than_the_article_say_so(
    language: str, listen: str, marked: str
) -> None:
    own = wording(language)
    assert (own.listen, own.language) == (listen, marked)
