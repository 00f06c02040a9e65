"""Every rule for feeds, by the examples that it carries."""

import re
from datetime import UTC, datetime
from pathlib import Path

import pytest

from narrate.check.base import Report, Severity
from narrate.check.feed.base import Example, FeedRule
from narrate.check.feed.catalog import RULES
from narrate.check.feed.lint import check_feed

GOOD = Path(__file__).with_name("good.xml").read_text(encoding="utf-8")
NOW = datetime(2026, 4, 1, tzinfo=UTC)
EXAMPLES = [
    pytest.param(rule, example, id=f"{rule.name}-{number}")
    for rule in RULES
    for number, example in enumerate(rule.examples, 1)
]
BY_HAND = {"feed-kind", "feed-empty", "feed-too-large"}
"""No edit of the good feed breaks these alone; tests of their own do."""


def checked(folder: Path, text: str) -> Report:
    path = folder / "feed.xml"
    letters = "latin-1" if 'encoding="ISO-8859-1"' in text else "utf-8"
    path.write_bytes(text.encode(letters, "surrogateescape"))
    return check_feed(path, now=NOW)


def test_nothing_is_wrong_with_a_good_feed(tmp_path: Path) -> None:
    assert checked(tmp_path, GOOD).findings == ()


@pytest.mark.parametrize(("rule", "example"), EXAMPLES)
def test_each_rule_finds_its_examples_and_no_other_rule_does(
    tmp_path: Path, rule: FeedRule, example: Example
) -> None:
    assert example.find in GOOD
    report = checked(tmp_path, GOOD.replace(example.find, example.put, 1))
    assert [(each.rule, each.severity) for each in report.findings] == [
        (rule.name, rule.severity)
    ]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_each_rule_says_whom_it_breaks_and_the_fix_in_sentences(rule: FeedRule) -> None:
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", rule.name)
    assert rule.source.startswith("https://")
    assert rule.examples or rule.name in BY_HAND
    assert rule.fix.endswith(".")
    if rule.severity is Severity.NOTE:
        assert not rule.breaks
    else:
        assert rule.breaks.endswith(".")


def test_no_two_rules_share_a_name() -> None:
    names = [rule.name for rule in RULES]
    assert len(names) == len(set(names))


def test_what_a_finding_says_is_a_sentence_with_its_place(tmp_path: Path) -> None:
    report = checked(tmp_path, GOOD.replace("05 Mar 2026", "2026-03-05", 1))
    (finding,) = report.findings
    assert finding.what.startswith("<pubDate> is “Thu, 2026-03-05 06:00:00 +0000”")
    assert finding.place == "episode 1, “Talks in March” (line 18)"


@pytest.mark.parametrize(("rule", "example"), EXAMPLES)
def test_what_is_wrong_is_told_in_whole_sentences(
    tmp_path: Path, rule: FeedRule, example: Example
) -> None:
    report = checked(tmp_path, GOOD.replace(example.find, example.put))
    for finding in report.findings:
        assert re.fullmatch(r"[A-Z“<].+\.", finding.what), finding
