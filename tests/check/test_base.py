import pytest

from narrate.check.base import Finding, Report, Severity, worst_first


def finding(severity: Severity, rule: str = "a-rule") -> Finding:
    return Finding(rule, severity, "It is wrong.", "All players.", "Mend it.")


def test_the_worst_comes_first_and_equals_stay_in_order() -> None:
    notes = finding(Severity.NOTE), finding(Severity.NOTE, "b-rule")
    error, warning = finding(Severity.ERROR), finding(Severity.WARNING)
    mixed = (notes[0], warning, notes[1], error)
    assert worst_first(mixed) == (error, warning, *notes)


@pytest.mark.parametrize("severity", Severity)
def test_a_note_is_no_fault_and_all_else_is(severity: Severity) -> None:
    report = Report("a.mp3", "mp3", (), (finding(severity),))
    assert report.clean == (severity is Severity.NOTE)
