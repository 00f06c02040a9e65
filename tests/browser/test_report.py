"""The report of an archive, as a browser shows it: no fault, and no line too wide."""

from pathlib import Path

import pytest

from narrate.batch.base import Item, Outcome, Row
from narrate.batch.report import write_report
from narrate.batch.tally import Tally
from tests.browser.axe import findings
from tests.browser.stage import PHONE, Stage

pytestmark = pytest.mark.browser


@pytest.fixture
def report(tmp_path: Path) -> str:
    tally = Tally(40)
    for number in range(40):
        item = Item(
            f"/archive/2026/{'long-' * 20}{number}.txt", f"n{number}-{'x' * 60}"
        )
        fault = {"why": "x" * 200, "exit_code": 3} if number % 9 == 0 else {}
        outcome = Outcome.FAILED if fault else Outcome.BUILT
        unknown = {"Zwyrtowa" * (number % 9 + 1): 3, "Brno": number + 1}
        row = Row(item, outcome, number / 7, 90_000, unknown=unknown, **fault)  # type: ignore[arg-type]
        tally.add(row, float(number))
    path = tmp_path / "report.html"
    write_report(tally, str(tmp_path / "out"), "out/failed.jsonl", path)
    return path.as_uri()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_in_the_report(
    stage: Stage, report: str, scheme: str
) -> None:
    page, account = stage.watched(report, color_scheme=scheme)
    assert not findings(page)
    assert not account.said
    assert [asked for asked in account.requests if asked != report] == []


def test_the_report_never_scrolls_sideways_on_a_phone(
    stage: Stage, report: str
) -> None:
    page = stage.open(report, PHONE)
    widths = "[document.documentElement.scrollWidth, innerWidth]"
    wide, window = page.evaluate(widths)
    assert wide <= window
