"""Chapters: headings if there are any, else topics; pictures apart, author last."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from narrate.model import Section, Utterance
from narrate.options import Pacing
from narrate.roles import Role, Treatment
from narrate.script.drafts import SHORTEST_MS, Draft, Part, make_drafts
from narrate.script.phrases import name_chapters
from narrate.script.titles import distinct

MOST_CHAPTERS = 255
"""An ID3 table of contents counts its entries in one byte (ID3v2 Chapters 1.0)."""

_CHAPTER_PAUSE_MS = 1_000  # AntennaPod cuts JSON chapter times to whole seconds
_ASIDE_PAUSE_MS = 900  # before an aside and after it, where it is read in its place
_LAST = {Role.FOOTNOTE: "Footnotes", Role.NOTE: "About the author"}


def arrange(parts: Sequence[Part], pacing: Pacing) -> tuple[Section, ...]:
    """Lay parts out in chapters, at most 255, each ending in a second of silence."""
    last = [part for part in parts if _comes_last(part)]
    body = [part for part in parts if not _comes_last(part)]
    drafts = _merge_short(list(make_drafts(body, pacing)))
    for role, title in _LAST.items():
        if own := [part for part in last if part.role is role]:
            drafts.append(Draft(title, own, aside=True))
    drafts = _at_most(drafts, MOST_CHAPTERS)
    titles = _titles(drafts)
    return tuple(_section(*pair) for pair in zip(drafts, titles, strict=True))


def _comes_last(part: Part) -> bool:
    return part.role in _LAST and part.treatment is Treatment.ASIDE


def _merge_short(drafts: list[Draft]) -> list[Draft]:
    """Join the rest at an article's end to the chapter before, if it is short."""
    bodies = [at for at, draft in enumerate(drafts) if not draft.aside]
    if len(bodies) == 1 or not bodies:
        return drafts
    before, last = bodies[-2:]
    headed = drafts[last].parts[0].role is Role.HEADING
    if drafts[last].ms >= SHORTEST_MS or headed:
        return drafts
    drafts[before].parts += drafts[last].parts
    return drafts[:last] + drafts[last + 1 :]


def _at_most(drafts: list[Draft], most: int) -> list[Draft]:
    """Join neighbours evenly until a table of contents can hold them."""
    step = -(-len(drafts) // most)
    if step <= 1:
        return drafts
    groups = (drafts[at : at + step] for at in range(0, len(drafts), step))
    return [_joined(group) for group in groups]


def _joined(group: list[Draft]) -> Draft:
    """Make one chapter of several, named after the first that is no aside."""
    first = next((draft for draft in group if not draft.aside), group[0])
    parts = [part for draft in group for part in draft.parts]
    return Draft(first.title, parts, aside=all(draft.aside for draft in group))


class _Texts:
    """The sentences of each chapter, only while they are looked at."""

    __slots__ = ("_drafts",)

    def __init__(self, drafts: Sequence[Draft]) -> None:
        self._drafts = drafts

    def __iter__(self) -> Iterator[Sequence[str]]:
        return (() if draft.aside else draft.sentences() for draft in self._drafts)


def _titles(drafts: Sequence[Draft]) -> list[str]:
    """Name what has no heading of its own; no two chapters have one name."""
    return list(distinct(name_chapters([d.title for d in drafts], _Texts(drafts))))


def _section(draft: Draft, title: str) -> Section:
    utterances = [u for part in draft.parts for u in part.utterances]
    for at, (one, following) in enumerate(pairwise(utterances)):
        if one.aside is not following.aside:
            utterances[at] = _rested(one, _ASIDE_PAUSE_MS)
    utterances[-1] = _rested(utterances[-1], _CHAPTER_PAUSE_MS)
    return Section(title, tuple(utterances), draft.aside)


def _rested(utterance: Utterance, least_ms: int) -> Utterance:
    return replace(utterance, pause_ms=max(utterance.pause_ms, least_ms))
