"""What a publisher is told of an archive, while it is built and after."""

import json
from collections.abc import Iterator
from dataclasses import asdict
from datetime import datetime, timedelta
from pathlib import Path

from narrate.batch.base import Outcome, Row
from narrate.batch.estimate import Estimate
from narrate.batch.tally import Tally

_FIRST = 5
_DAY_S = 86_400


def far_line(tally: Tally, now: datetime) -> str:
    """Say how far a run is: the numbers first, then how fast, then until when."""
    failed = tally.failures
    said = [
        f"{tally.done} of {tally.articles} done, {failed} failed, {tally.left} left."
    ]
    if tally.built_ms:
        said.append(f"{tally.hours_an_hour:.0f} audio hours an hour.")
    if tally.left and tally.left_s is not None:
        said.append(f"Ends about {_when(now, tally.left_s)}.")
    return " ".join(said)


def _when(now: datetime, left_s: float) -> str:
    end = now + timedelta(seconds=left_s)
    clock = f"{end:%H:%M}"
    return clock if end.date() == now.date() else f"{clock} on {end:%A}, {end:%Y-%m-%d}"


def failed_line(row: Row) -> str:
    """Say what went wrong with one article."""
    tries = f" ({row.tries} tries)" if row.tries > 1 else ""
    return f"Failed: {row.item.article}{tries}: {row.why}"


def end_lines(tally: Tally, out: str, report: Path | None) -> Iterator[str]:
    """Say what is there now."""
    counts = tally.counts
    yield (
        f"Built {counts[Outcome.BUILT]}, kept {counts[Outcome.KEPT]} as they were, "
        f"failed {tally.failures} of {tally.articles} articles in "
        f"{length(tally.elapsed_s)}: {length(tally.audio_ms / 1000)} of audio in {out}."
    )
    if tally.unknown:
        words = ", ".join(word for word, _ in tally.unknown.most_common(_FIRST))
        yield f"No dictionary has, most often: {words}."
    if report:
        yield f"Report: {report}"


def estimate_lines(estimate: Estimate) -> Iterator[str]:
    """Say what would be built, and how long it would take."""
    yield (
        f"Would build {estimate.wanted} of {estimate.articles} articles; "
        f"{estimate.kept} are built already. Nothing was written."
    )
    if estimate.wanted and estimate.seconds is not None:
        yield (
            f"About {length(estimate.seconds)} with {estimate.jobs} workers, for "
            f"{estimate.audio_ms / 3_600_000:.1f} hours of audio: {estimate.tried} of "
            "them were built on trial."
        )
    yield from (failed_line(row) for row in estimate.failed)


def estimate_event(estimate: Estimate) -> str:
    """Say it to a program."""
    facts = asdict(estimate)
    facts["failed"] = [row.as_line() for row in estimate.failed]
    return event("estimate", **facts, wanted=estimate.wanted)


def end_event(tally: Tally) -> str:
    """Say to a program that all is done."""
    return event("ended", **far_facts(tally))


def length(seconds: float) -> str:
    """Say a time in its two largest units.

    >>> length(93_784)
    '1 d 2 h'
    >>> length(59.4)
    '59 s'
    """
    whole = round(seconds)
    units = ((_DAY_S, "d"), (3600, "h"), (60, "min"), (1, "s"))
    parts: list[str] = []
    for size, unit in units:
        count, whole = divmod(whole, size)
        if count or parts:
            parts.append(f"{count} {unit}")
    return " ".join(part for part in parts[:2] if not part.startswith("0 ")) or "0 s"


def event(name: str, /, **facts: object) -> str:
    """Say something to a program: an object on a line."""
    return json.dumps({"event": name, **facts}, ensure_ascii=False)


def far_facts(tally: Tally) -> dict[str, object]:
    """Give the same facts as far_line."""
    counts = {outcome.value: tally.counts[outcome] for outcome in Outcome}
    return {
        "articles": tally.articles,
        **counts,
        "left": tally.left,
        "audio_ms": tally.audio_ms,
        "elapsed_s": round(tally.elapsed_s, 1),
        "left_s": tally.left_s and round(tally.left_s, 1),
    }
