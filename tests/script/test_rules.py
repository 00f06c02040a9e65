import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from narrate.script.base import Rule, marks_of, places_of, scan, words_of
from narrate.script.english.sides import CAPTION_RULES, PROSE_RULES
from narrate.script.english.speech import RULES
from narrate.script.german.speech import RULES as GERMAN_RULES
from narrate.script.marks import INVISIBLE_RULE
from narrate.script.speakable import choose

ALL = (*RULES, *CAPTION_RULES, *PROSE_RULES, INVISIBLE_RULE, *GERMAN_RULES)
EXAMPLES = [
    pytest.param(rule, written, spoken, id=f"{rule.name}: {written}")
    for rule in ALL
    for written, spoken in rule.examples
]

_PIECES = sorted({text for rule in ALL for text, _ in rule.examples})


@pytest.mark.parametrize(("rule", "written", "spoken"), EXAMPLES)
def test_a_rule_says_what_its_examples_say(
    rule: Rule, written: str, spoken: str
) -> None:
    said, at = "", 0
    for span in choose(scan(written, [rule])):
        said += written[at : span.start] + span.spoken
        at = span.end
    assert said + written[at:] == spoken


def test_every_rule_carries_an_example_that_it_changes() -> None:
    for rule in ALL:
        assert any(written != spoken for written, spoken in rule.examples), rule.name


def _places(rule: Rule, written: str) -> set[int]:
    """Give where a rule looks: nowhere without one of its words."""
    words = words_of(written)
    known = rule.words & words.keys()
    if rule.words and not (known and rule.starts):
        return {at for word in known for at in words[word]}
    return set(places_of(rule.starts, written, {}))


@given(st.lists(st.sampled_from(_PIECES), min_size=1, max_size=6).map(" ".join))
def test_no_find_begins_where_its_rule_does_not_look(written: str) -> None:
    marks = marks_of(written)
    for rule in ALL:
        places = _places(rule, written)
        for found in re.finditer(rule.pattern, written):
            if rule.say(found) is not None:
                assert found.start() in places, (rule.name, found[0])
                assert not rule.marks or not marks.isdisjoint(rule.marks), rule.name


@pytest.mark.parametrize(
    "piece", ["a", "A.", "a-", "No 1 ", "I read ", "x.y.", "😀\u200d"]
)
def test_a_line_of_one_thing_ends(piece: str) -> None:
    line = piece * (100_000 // len(piece))
    spans = choose(scan(line, ALL))
    assert all(a.end <= b.start for a, b in pairwise(spans))
