"""The report of a run: one page, for people, without a script or a request."""

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from urllib.parse import quote

from narrate.batch.base import Outcome
from narrate.batch.tally import Tally
from narrate.output import explained, publish
from narrate.publish.inlined import inlined, policy
from narrate.publish.templates import filled

_MOST_WORDS = 500
_STYLES = ("page.css", "report.css")


def write_report(tally: Tally, out: str, again: str, path: Path) -> None:
    """Write the page of a run over the archive `out`; `again` lists what failed.

    Whole or not at all; raises OutputError.
    """
    with explained(path):
        path.parent.mkdir(parents=True, exist_ok=True)
    page = "".join(report_page(tally, out, again, path))
    publish(path, page.encode(errors="replace"), BytesIO())


def report_page(tally: Tally, out: str, again: str, path: Path) -> Iterator[str]:
    """Give the page in pieces; its links lead from where it lies to the episodes."""
    style = inlined(*_STYLES)
    shown, failed = len(tally.failed), tally.failures
    return filled(
        "report.html",
        title=f"What became of {tally.articles} articles",
        style=style,
        policy=policy(style),
        facts=tuple(_facts(tally)),
        failed=tally.failed,
        more_failed=f"The first {shown} of {failed}. " if failed > shown else "",
        again=f"narrate batch {again} -o {out}",
        slowest=[(row, _link(out, row.item.name, path)) for row in tally.slowest],
        unknown=tally.unknown.most_common(_MOST_WORDS),
        pruned=" Rare ones were not counted: there are too many." * tally.pruned,
    )


def _facts(tally: Tally) -> Iterator[tuple[str, str]]:
    yield "Built", f"{tally.counts[Outcome.BUILT]}"
    yield "Kept as they were", f"{tally.counts[Outcome.KEPT]}"
    yield "Failed", f"{tally.failures}"
    yield "Hours of audio", f"{tally.hours:.1f}"
    yield "Minutes of work", f"{tally.elapsed_s / 60:.1f}"
    yield "Audio hours built in an hour", f"{tally.hours_an_hour:.0f}"


def _link(out: str, name: str, path: Path) -> str:
    """Lead from the report to an episode's page."""
    if "://" in out:
        return f"{out.rstrip('/')}/{quote(name)}/index.html"
    folder, home = Path(out).resolve(), path.parent.resolve()
    if folder.is_relative_to(home):
        return quote((folder / name / "index.html").relative_to(home).as_posix())
    return (folder / name / "index.html").as_uri()
