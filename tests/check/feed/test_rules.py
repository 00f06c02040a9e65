"""Every rule for feeds, by the examples that it carries."""

import re
from datetime import UTC, datetime
from pathlib import Path

import pytest

from narrate.check.base import Report, Severity
from narrate.check.feed.base import Example, FeedRule
from narrate.check.feed.catalog import RULES
from narrate.check.feed.lint import check_feed
from narrate.check.feed.podcasting import guid_of

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
    assert finding.place == "episode 1, “Talks in March”, line 18"


@pytest.mark.parametrize(("rule", "example"), EXAMPLES)
def test_what_is_wrong_is_told_in_whole_sentences(
    tmp_path: Path, rule: FeedRule, example: Example
) -> None:
    report = checked(tmp_path, GOOD.replace(example.find, example.put))
    for finding in report.findings:
        assert re.fullmatch(r"[A-Z“<].+\.", finding.what), finding


@pytest.mark.parametrize(
    "title",
    [
        "1984: a book",
        "2024 – what remains",
        "Episodes of a life",
        "100 days",
        "S-Bahn",
        "News, long read",
        "Fish & chips < 5 pounds".replace("&", "&amp;").replace("<", "&lt;"),
        "“2” is a number",
    ],
)
def test_a_title_that_is_well_stays_well(tmp_path: Path, title: str) -> None:
    assert checked(tmp_path, GOOD.replace("Talks in March", title)).findings == ()


@pytest.mark.parametrize(
    "length", ["295", "295.5", "4:55", "04:55", "0:04:55", "00:04:55.224"]
)
def test_a_length_in_a_usual_form_is_well(tmp_path: Path, length: str) -> None:
    text = GOOD.replace(">295<", f">{length}<")
    assert checked(tmp_path, text).findings == ()


@pytest.mark.parametrize(
    "date",
    [
        "Thu, 05 Mar 2026 06:00:00 GMT",
        "Thu, 5 Mar 2026 06:00 -0500",
        "05 Mar 2026 06:00:00 EST",
        "Thu, 05 Mar 2026 06:00:00 +0530",
    ],
)
def test_a_date_in_a_usual_form_is_well(tmp_path: Path, date: str) -> None:
    text = GOOD.replace("Thu, 05 Mar 2026 06:00:00 +0000", date)
    assert checked(tmp_path, text).findings == ()


@pytest.mark.parametrize("language", ["de", "en-US", "zh-Hant-TW", "pt-br", "EN"])
def test_a_language_in_a_usual_form_is_well(tmp_path: Path, language: str) -> None:
    text = GOOD.replace(">en-gb<", f">{language}<")
    assert checked(tmp_path, text).findings == ()


def test_a_serial_may_begin_with_its_first_episode(tmp_path: Path) -> None:
    text = GOOD.replace("05 Mar 2026", "08 Jan 2026").replace("episodic", "serial")
    assert checked(tmp_path, text).findings == ()


def test_other_prefixes_for_the_same_namespaces_are_well(tmp_path: Path) -> None:
    text = GOOD.replace("xmlns:itunes", "xmlns:apple").replace("itunes:", "apple:")
    assert checked(tmp_path, text).findings == ()


def test_the_guid_of_a_show_is_made_from_its_address() -> None:
    """By the two examples on Podcasting 2.0's own page."""
    assert guid_of("https://mp3s.nashownotes.com/pc20rss.xml") == (
        "917393e3-1b1e-5cef-ace4-edaa54e1f810"
    )
    assert guid_of("podnews.net/rss") == "9b024349-ccf0-5f69-a609-6b82873eab3c"
