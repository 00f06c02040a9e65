import pytest

from narrate import ipa
from narrate.speak.heart.known import Known, Reading, open_known

KNOWN = {
    "house": Known.CHECKED,
    "landmines": Known.CHECKED,
    "booby-trapped": Known.CHECKED,
    "Petrasiuk": Known.GUESSED,
    "Donald": Known.GUESSED,
    "smörgleen": Known.GUESSED,
}


@pytest.mark.parametrize("british", [False, True])
def test_a_dictionary_tells_what_it_has_from_what_it_guesses(*, british: bool) -> None:
    read = open_known(british=british)
    assert {word: read(word).known for word in KNOWN} == KNOWN


def test_what_is_shown_is_ipa_that_a_lexicon_takes() -> None:
    read = open_known()
    assert read("Biden") == Reading("bˈaɪdən", Known.GUESSED)
    for word in (*KNOWN, "judge", "church", "first", "noise", "cow", "water", "little"):
        assert ipa.parse(read(word).ipa), word


def test_what_has_no_letter_is_no_word() -> None:
    assert open_known()("").ipa == ""
