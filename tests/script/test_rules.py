import pytest

from narrate.script.base import Rule
from narrate.script.english.marks import CAPTION_RULES, INVISIBLE_RULE, PROSE_RULES
from narrate.script.english.speech import RULES
from narrate.script.speakable import choose

ALL = (*RULES, *CAPTION_RULES, *PROSE_RULES, INVISIBLE_RULE)
EXAMPLES = [
    pytest.param(rule, written, spoken, id=f"{rule.name}: {written}")
    for rule in ALL
    for written, spoken in rule.examples
]


@pytest.mark.parametrize(("rule", "written", "spoken"), EXAMPLES)
def test_a_rule_says_what_its_examples_say(
    rule: Rule, written: str, spoken: str
) -> None:
    said, at = "", 0
    for span in choose(rule.claims(written)):
        said += written[at : span.start] + span.spoken
        at = span.end
    assert said + written[at:] == spoken


def test_every_rule_carries_an_example_that_it_changes() -> None:
    for rule in ALL:
        assert any(written != spoken for written, spoken in rule.examples), rule.name
