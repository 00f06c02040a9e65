"""A quotation in another language is said by its own rules, and marked with it."""

from narrate.model import Foreign, Passage, Utterance
from narrate.options import Pacing
from narrate.roles import Role
from narrate.script.quoted import quoted
from narrate.script.tongues import Tongues


def said(before: str, quotation: str, after: str, language: str) -> list[Utterance]:
    text = before + quotation + after
    foreign = (Foreign(len(before), len(before + quotation), language),)
    passage = Passage(Role.PARAGRAPH, text, (1,), foreign=foreign)
    return list(quoted(passage, Tongues("en", Pacing()), Pacing()))


def test_each_stretch_is_marked_with_its_language() -> None:
    utterances = said("He said: ", "„Es kamen 12 Busse.“", " It rained.", "de")
    assert [(u.spoken, u.language) for u in utterances] == [
        ("He said:", ""),
        ("„Es kamen zwölf Busse.“", "de"),
        ("It rained.", ""),
    ]


def test_the_voice_stays_up_where_the_sentence_goes_on() -> None:
    first, second, last = said("And ", "« Je ne sais pas »", ", he said.", "fr")
    assert (first.spoken, second.spoken) == ("And,", "« Je ne sais pas »,")
    assert max(first.pause_ms, second.pause_ms) < 250 < last.pause_ms
    assert last.spoken == "he said."


def test_a_breath_knows_whether_a_sentence_ends_with_it() -> None:
    first, second, last = said("And ", "« Je ne sais pas »", ", he said.", "fr")
    assert (first.ends, second.ends, last.ends) == (False, False, True)
    first, second, last = said("He said. ", "„Es kamen 12.“", " It rained.", "de")
    assert (first.ends, second.ends, last.ends) == (True, True, True)


def test_a_mark_alone_belongs_to_the_stretch_before() -> None:
    utterances = said("“", "Nous y allons", "”.", "fr")
    assert [(u.written, u.language) for u in utterances] == [("“Nous y allons”.", "fr")]


def test_a_passage_without_any_is_said_whole() -> None:
    passage = Passage(Role.PARAGRAPH, "It rained. It poured.", (1,))
    utterances = list(quoted(passage, Tongues("en", Pacing()), Pacing()))
    assert [u.written for u in utterances] == ["It rained.", "It poured."]
