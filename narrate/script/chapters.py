"""Chapters: headings if there are any, else by length; pictures apart, author last."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from narrate.model import Section, Utterance
from narrate.options import Captions, Pacing
from narrate.roles import HEAD, PICTURES, Role, Treatment

LONGEST_TITLE = 45
"""Characters: more is cut off on a car's or a watch's display."""

MOST_CHAPTERS = 255
"""An ID3 table of contents counts its entries in one byte (ID3v2 Chapters 1.0)."""

_SHORTEST_MS = 20_000
_LENGTHS_MS = (75_000, 110_000)  # wanted and longest, where there are no headings
_HEADED_MS = (150_000, 210_000)  # an author's own section is cut later
_CHAPTER_PAUSE_MS = 1_000  # AntennaPod cuts JSON chapter times to whole seconds
_LAST = {Role.FOOTNOTE: "Footnotes", Role.NOTE: "About the author"}
_INTRODUCTION = "Introduction"
_CONTINUED = " (continued)"
_MARKS = re.compile(r"\s*\((?:R|L|C|left|right|cent(?:er|re)|top|bottom)\)|[#*_>\[\]]+")
_PICTURE_LABEL = re.compile(r"(?i)(?:file )?(?:photo|image|picture|caption)s?\s*:\s*")
_SCENE = re.compile(
    r"(?P<who>\S.{5,30}?) \w+ing\b.*?"
    r"(?P<where> (?:near|in|at|outside|over) (?:the )?[A-Z][\w’'-]*(?: [A-Z][\w’'-]*)?)"
)


@dataclass(frozen=True, slots=True)
class Part:
    """A passage made speakable."""

    role: Role
    """Of the passage."""

    treatment: Treatment
    """What becomes of it."""

    utterances: tuple[Utterance, ...]
    """At least one."""

    def ms(self, words_per_minute: int) -> int:
        """Judge how long it will take to hear."""
        words = sum(len(u.spoken.split()) for u in self.utterances)
        pauses_ms = sum(u.pause_ms for u in self.utterances)
        return words * 60_000 // words_per_minute + pauses_ms


@dataclass(slots=True)
class _Draft:
    """A chapter in the making."""

    title: str
    parts: list[Part]
    aside: bool = False
    ms: int = 0


def arrange(parts: Sequence[Part], pacing: Pacing) -> tuple[Section, ...]:
    """Lay parts out in chapters, at most 255, each ending in a second of silence."""
    last = [part for part in parts if _comes_last(part)]
    body = [part for part in parts if not _comes_last(part)]
    drafts = _merge_short(list(_draft(body, pacing)))
    for role, title in _LAST.items():
        if own := [part for part in last if part.role is role]:
            drafts.append(_Draft(title, own, aside=True))
    return tuple(_section(draft) for draft in _at_most(drafts, MOST_CHAPTERS))


def _is_picture_apart(part: Part, pacing: Pacing) -> bool:
    aside = part.treatment is Treatment.ASIDE
    return aside and part.role in PICTURES and pacing.captions is Captions.CHAPTER


def _comes_last(part: Part) -> bool:
    return part.role in _LAST and part.treatment is Treatment.ASIDE


def _draft(parts: Sequence[Part], pacing: Pacing) -> Iterator[_Draft]:
    """Cut before a heading, or at a paragraph when enough has been heard."""
    headed = any(part.role is Role.HEADING for part in parts)
    draft = _Draft(_INTRODUCTION, [])
    pictures: list[Part] = []
    for part in parts:
        if _is_picture_apart(part, pacing):
            pictures.append(part)
            continue
        ms = part.ms(pacing.words_per_minute)
        heading = part.role is Role.HEADING
        if draft.parts and (heading or _is_full(draft, ms, pictures, headed=headed)):
            yield draft
            yield from _picture_chapters(pictures)
            title = "" if heading or not headed else _continued(draft.title)
            draft = _Draft(title, [])
            pictures = []
        draft.title = draft.title or chapter_title(part)
        draft.parts.append(part)
        draft.ms += ms
    if draft.parts:
        yield draft
    yield from _picture_chapters(pictures)


def _is_full(
    draft: _Draft, next_ms: int, pictures: Sequence[Part], *, headed: bool
) -> bool:
    if draft.ms < _SHORTEST_MS or draft.parts[-1].role in HEAD:
        return False
    if pictures:
        return True
    wanted_ms, longest_ms = _HEADED_MS if headed else _LENGTHS_MS
    return draft.ms >= wanted_ms or draft.ms + next_ms > longest_ms


def _continued(title: str) -> str:
    """Name the rest of a headed chapter; an introduction's rest by its words."""
    if title == _INTRODUCTION:
        return ""
    return f"{title.removesuffix(_CONTINUED)}{_CONTINUED}"


def _picture_chapters(pictures: Sequence[Part]) -> Iterator[_Draft]:
    """Give each caption, with its credit, a chapter that can be skipped."""
    draft: _Draft | None = None
    for part in pictures:
        if draft is None or part.role is Role.CAPTION:
            if draft:
                yield draft
            draft = _Draft(f"Photo: {_caption_title(part)}", [], aside=True)
        draft.parts.append(part)
    if draft:
        yield draft


def _merge_short(drafts: list[_Draft]) -> list[_Draft]:
    """Join the rest at an article's end to the chapter before, if it is short."""
    bodies = [at for at, draft in enumerate(drafts) if not draft.aside]
    if len(bodies) == 1 or not bodies:
        return drafts
    before, last = bodies[-2:]
    headed = drafts[last].parts[0].role is Role.HEADING
    if drafts[last].ms >= _SHORTEST_MS or headed:
        return drafts
    drafts[before].parts += drafts[last].parts
    return drafts[:last] + drafts[last + 1 :]


def _at_most(drafts: list[_Draft], most: int) -> list[_Draft]:
    """Join neighbours evenly until a table of contents can hold them."""
    step = -(-len(drafts) // most)
    if step <= 1:
        return drafts
    groups = (drafts[at : at + step] for at in range(0, len(drafts), step))
    return [_joined(group) for group in groups]


def _joined(group: list[_Draft]) -> _Draft:
    """Make one chapter of several, named after the first that is no aside."""
    first = next((draft for draft in group if not draft.aside), group[0])
    parts = [part for draft in group for part in draft.parts]
    return _Draft(first.title, parts, aside=all(draft.aside for draft in group))


def _section(draft: _Draft) -> Section:
    utterances = [u for part in draft.parts for u in part.utterances]
    last = utterances[-1]
    pause_ms = max(last.pause_ms, _CHAPTER_PAUSE_MS)
    utterances[-1] = replace(last, pause_ms=pause_ms)
    return Section(shorten(draft.title), tuple(utterances), draft.aside)


def chapter_title(part: Part) -> str:
    """Name a chapter by its first words."""
    return _MARKS.sub("", " ".join(part.utterances[0].written.split())).strip()


def _caption_title(part: Part) -> str:
    """Name a picture by who and where: "Ukrainian soldiers near Chasiv Yar"."""
    title = _PICTURE_LABEL.sub("", chapter_title(part), count=1)
    scene = _SCENE.match(title)
    return scene["who"] + scene["where"] if scene else title


def shorten(title: str) -> str:
    """Cut a title at a word, so that it has at most 45 characters."""
    title = title.rstrip(" .,;:")
    if len(title) <= LONGEST_TITLE:
        return title
    head = title[:LONGEST_TITLE]
    cut_at = head.rfind(" ")
    return (head[:cut_at] if cut_at > LONGEST_TITLE // 3 else head[:-1]).rstrip(
        " .,;:–—-"
    ) + "…"
