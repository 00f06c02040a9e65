import json

from narrate.check.base import Fact, Finding, Report, Severity
from narrate.show_check import report_json, report_lines

ERROR = Finding(
    "chapter-order",
    Severity.ERROR,
    "It is wrong.",
    "All show it.",
    "Sort it.",
    "chapter 3",
)
NOTE = Finding("no-cover", Severity.NOTE, "The file has no cover.", "", "None needed.")
FACTS = (Fact("length_ms", "Length: 0:01.000.", 1_000), Fact("samples", "", 32_000))
REPORT = Report("a.mp3", "mp3", FACTS, (ERROR, NOTE))


def test_people_read_the_sum_then_what_is_wrong_then_what_was_seen() -> None:
    assert list(report_lines(REPORT)) == [
        "a.mp3: 1 error, 1 note.",
        "",
        "Error, chapter 3: It is wrong. All show it. Fix: Sort it. [chapter-order]",
        "",
        "Note: The file has no cover. None needed. [no-cover]",
        "",
        "What was seen:",
        "  Length: 0:01.000.",
    ]


def test_a_clean_file_is_said_to_be_so_first() -> None:
    clean = Report("a.mp3", "mp3", FACTS, (NOTE,))
    assert next(report_lines(clean)) == "a.mp3: nothing is wrong (1 note)."
    bare = Report("a.mp3", "mp3", (), ())
    assert next(report_lines(bare)) == "a.mp3: nothing is wrong."


def test_programs_get_all_of_it_with_the_version_of_its_form() -> None:
    whole = json.loads(report_json(REPORT))
    assert whole["schema"] == 1
    assert (whole["subject"], whole["kind"], whole["clean"]) == ("a.mp3", "mp3", False)
    assert whole["facts"] == {"length_ms": 1_000, "samples": 32_000}
    assert whole["findings"][0] == {
        "rule": "chapter-order",
        "severity": "error",
        "what": "It is wrong.",
        "breaks": "All show it.",
        "fix": "Sort it.",
        "place": "chapter 3",
    }
