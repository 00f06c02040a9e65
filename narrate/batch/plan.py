"""A Plan: what all articles of an archive have in common."""

from dataclasses import dataclass, replace
from pathlib import Path

from narrate.batch.base import Item
from narrate.options import Options


@dataclass(frozen=True, slots=True)
class Plan:
    """How an archive is built; it travels to every worker."""

    options: Options
    """As for a single article, whose own places are filled in for each."""

    out: str
    """The folder or URL of all episodes."""

    limit_s: float = 900.0
    """For one article, on the clock; one that takes longer has another try."""

    rebuild: bool = False
    """Build what is built, too."""

    segments: Path | None = None
    """Where sound of earlier builds is found and kept, instead of the usual cache."""


def options_for(plan: Plan, item: Item) -> Options:
    """Give the options of one article; where it is built is filled in later.

    What its item says comes before the plan's.
    """
    common = plan.options
    reading = replace(
        common.reading,
        title=item.title or common.reading.title,
        byline=item.author or common.reading.byline,
        published=item.date or common.reading.published,
        site=item.site or common.reading.site,
        language=item.language or common.reading.language,
    )
    return replace(
        common,
        article=item.article,
        name=item.name,
        voice=item.voice or common.voice,
        reading=reading,
        jobs=1,
        count_unknown=True,
        treatments=dict(common.treatments),
    )
