import pytest

from narrate.model import Utterance
from narrate.options import Pacing
from narrate.roles import Role
from narrate.script.compose import explain
from narrate.script.pauses import carried, pause_ms
from narrate.script.tongues import open_tongue


def _said(text: str) -> tuple[Utterance, ...]:
    return explain(text, open_tongue("en", Pacing().lexicons))


def test_a_pause_grows_with_the_mark() -> None:
    marks = ["so he", "so he,", "so he —", "so he;"]
    rests = [pause_ms(t, Role.PARAGRAPH, ends=False, last=False) for t in marks]
    assert rests == sorted(set(rests))


@pytest.mark.parametrize(
    ("shorter", "longer"), [("He wrote:", "He wrote."), ("He did.", "Did he?")]
)
def test_a_sentence_rests_by_its_end(shorter: str, longer: str) -> None:
    rests = [
        pause_ms(t, Role.PARAGRAPH, ends=True, last=False) for t in (shorter, longer)
    ]
    assert rests == sorted(set(rests))


@pytest.mark.parametrize("text", ["They want the following:", "Bread;", "“He said:”"])
def test_a_colon_at_the_end_is_no_full_stop(text: str) -> None:
    (said,) = _said(text)
    assert said.spoken == text


def test_what_leads_to_a_list_rests_less_than_a_paragraph() -> None:
    (leads,), (ends,) = _said("They want this:"), _said("They want this.")
    assert leads.pause_ms < ends.pause_ms


def test_a_mark_is_known_behind_a_quotation_mark() -> None:
    bare = pause_ms("Did he?", Role.PARAGRAPH, ends=True, last=False)
    assert pause_ms("“Did he?”", Role.PARAGRAPH, ends=True, last=False) == bare


def test_a_passage_rests_by_its_role_and_longer_than_a_sentence() -> None:
    inner, last = _said("He came. She left.")
    assert inner.pause_ms < last.pause_ms
    assert pause_ms("So", Role.TITLE, ends=True, last=True) > last.pause_ms


def test_the_voice_stays_up_where_a_sentence_is_cut_between_words() -> None:
    first, last = _said(
        "Officials at the ministry of transport said on Monday in a short written "
        "statement to all the reporters in the capital that the old bridge over the "
        "northern arm of the river would have to be taken down before the first of "
        "the winter storms."
    )
    assert first.written.endswith("the capital")
    assert first.spoken.endswith("the capital,")
    assert first.pause_ms < last.pause_ms


def test_a_word_that_is_cut_by_force_gets_no_mark() -> None:
    said = _said("so " + "ab" * 400)
    assert len(said) > 2
    assert not any("," in utterance.spoken for utterance in said[1:])


def test_a_comma_inside_a_quotation_s_end_is_not_said_twice() -> None:
    assert carried("the policy,”", ()) == ()
    assert carried("he sought”", ()) != ()
