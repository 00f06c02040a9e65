"""Chapters in the making: cut at headings, at pictures and where the topic turns."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from narrate.compiled import compiled
from narrate.model import Utterance
from narrate.options import Pacing
from narrate.roles import HEAD, PICTURES, Role, Treatment
from narrate.script.phrases import first_clause
from narrate.script.titles import CONTINUED, LONGEST_TITLE, clean
from narrate.script.topics import Lengths, boundaries

SHORTEST_MS = 20_000
_SHORTEST_TOPIC_MS = 30_000
_TOPIC_MS = (90_000, 150_000)  # usual and longest, where there are no headings
_HEADED_MS = (120_000, 180_000)  # an author's own section is cut later
_SENTENCE_MS = 300  # a pause that no breath within a sentence has
_MINUTE_MS = 60_000
_HELD = frozenset({Role.LIST_ITEM, Role.QUOTE})  # they go on from what is above
_INTRODUCTION = "Introduction"
_PHOTO = "Photo: "
_PICTURE_LABEL = (
    r"(?i)\W*(?:(?:file|media|image|photo|picture)\s)?"
    r"(?:(?:photo|image|picture|caption|credit|source)s?\s*(?::|\.{2,}|…)"
    r"|(?<=\s)caption\s)\s*"
)
_SCENE = (
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
        return words * _MINUTE_MS // words_per_minute + pauses_ms

    def title(self) -> str:
        """Give a heading's words; of a long one, those that are said in one breath."""
        whole, first = clean(self.text()), clean(self.utterances[0].written)
        return whole if len(whole) <= LONGEST_TITLE else first

    def text(self) -> str:
        """Give the author's words."""
        return " ".join(u.written for u in self.utterances)


@dataclass(slots=True)
class Draft:
    """A chapter in the making."""

    title: str
    """Nothing where its own words are to name it."""

    parts: list[Part]
    """What is heard in it."""

    aside: bool = False
    """A listener may want to skip it."""

    ms: int = 0
    """How long it will take, but for an aside."""

    pictures: list[Part] = field(default_factory=list)
    """Those that wait for its end."""

    def sentences(self) -> list[str]:
        """Give what is said under its heading, for its name."""
        found: list[str] = []
        for part in self.parts:
            if part.role in HEAD or part.role is Role.HEADING:
                continue
            going_on = False
            for utterance in part.utterances:
                if going_on:
                    found[-1] += f" {utterance.written}"
                else:
                    found.append(utterance.written)
                going_on = utterance.pause_ms < _SENTENCE_MS
        return found


def _is_picture_apart(part: Part, pacing: Pacing) -> bool:
    aside = part.treatment is Treatment.ASIDE
    return aside and part.role in PICTURES and pacing.pictures.chapters


def make_drafts(parts: Sequence[Part], pacing: Pacing) -> Iterator[Draft]:
    """Cut at headings and pictures, and what is long between them by topic."""
    headed = any(part.role is Role.HEADING for part in parts)
    usual_ms, longest_ms = _HEADED_MS if headed else _TOPIC_MS
    wpm = pacing.words_per_minute
    lengths = Lengths(
        least=_SHORTEST_TOPIC_MS * wpm // _MINUTE_MS,
        usual=usual_ms * wpm // _MINUTE_MS,
        most=longest_ms * wpm // _MINUTE_MS,
        article=sum(part.ms(wpm) for part in parts) * wpm // _MINUTE_MS,
    )
    for stretch in _stretches(parts, pacing, headed=headed):
        whole = headed and stretch.ms <= longest_ms
        yield from [stretch] if whole else _by_topic(stretch, lengths, wpm)
        yield from _picture_chapters(stretch.pictures)


def _stretches(
    parts: Sequence[Part], pacing: Pacing, *, headed: bool
) -> Iterator[Draft]:
    """Cut before a heading, and where pictures have waited for a chapter's end."""
    draft = Draft(_INTRODUCTION, [])
    lengths = [part.ms(pacing.words_per_minute) for part in parts]
    for part, ms, left_ms in zip(parts, lengths, _left(parts, lengths), strict=True):
        if _is_picture_apart(part, pacing):
            draft.pictures.append(part)
            continue
        heading = part.role is Role.HEADING
        again = heading and bool(draft.parts) and draft.parts[-1].role is Role.HEADING
        shown = left_ms >= SHORTEST_MS and _is_shown(draft)
        if draft.parts and ((heading and not again) or shown):
            yield draft
            title = "" if heading or not headed else _continued(draft.title)
            draft = Draft(title, [])
        if again:
            draft.title = _both(draft.title, part.title())
        elif heading and not draft.title:
            draft.title = part.title()
        draft.parts.append(part)
        draft.ms += ms
    if draft.parts or draft.pictures:
        yield draft


def _left(parts: Sequence[Part], lengths: Sequence[int]) -> list[int]:
    """Judge how long each part and what follows it take, to the next heading."""
    left: list[int] = []
    ms = 0
    for part, own in zip(reversed(parts), reversed(lengths), strict=True):
        ms += 0 if part.role in PICTURES else own
        left.append(ms)
        ms = 0 if part.role is Role.HEADING else ms
    return left[::-1]


def _both(over: str, under: str) -> str:
    """Name a chapter that has two headings: "Part one: The sea"."""
    both = f"{over}: {under}"
    return both if over and len(both) <= LONGEST_TITLE else under or over


def _is_shown(draft: Draft) -> bool:
    """Tell whether the pictures that wait may come now."""
    begun = draft.ms >= SHORTEST_MS and draft.parts[-1].role not in HEAD
    return begun and bool(draft.pictures)


def _by_topic(stretch: Draft, lengths: Lengths, wpm: int) -> Iterator[Draft]:
    """Cut where the topic turns; head and heading stay with what they stand over."""
    starts: list[int] = []
    sizes: list[int] = []
    texts: list[list[Part]] = []
    above = 0
    for at, part in enumerate(stretch.parts):
        size = part.ms(wpm) * wpm // _MINUTE_MS
        if part.role in HEAD or part.role is Role.HEADING:
            above += size
        elif starts and part.role in _HELD and sizes[-1] < 2 * lengths.least:
            texts[-1].append(part)
            sizes[-1] += size
        else:
            starts.append(at if starts else 0)
            texts.append([part])
            sizes.append(size + above)
            above = 0
    joined = (" ".join(part.text() for part in parts) for parts in texts)
    cuts = [starts[at] for at in boundaries(joined, lengths, sizes)]
    title = stretch.title
    for start, end in zip([0, *cuts], [*cuts, len(stretch.parts)], strict=True):
        parts = stretch.parts[start:end]
        if parts:
            ms = sum(part.ms(wpm) for part in parts)
            yield Draft(title, parts, ms=ms)
        title = ""


def _continued(title: str) -> str:
    """Name what a picture cut off a headed chapter; its rest goes by its words."""
    named = title and title != _INTRODUCTION and not title.endswith(CONTINUED)
    return f"{title}{CONTINUED}" if named else ""


def _picture_chapters(pictures: Sequence[Part]) -> Iterator[Draft]:
    """Give each caption, with its credit, a chapter that can be skipped."""
    draft: Draft | None = None
    for part in pictures:
        if draft is None or part.role is Role.CAPTION:
            if draft:
                yield draft
            draft = Draft(_PHOTO + _caption_title(part), [], aside=True)
        draft.parts.append(part)
    if draft:
        yield draft


def _caption_title(part: Part) -> str:
    """Name a picture by who and where: "Ukrainian soldiers near Chasiv Yar"."""
    title = clean(compiled(_PICTURE_LABEL).sub("", part.utterances[0].written, count=1))
    if scene := compiled(_SCENE).match(title):
        return scene["who"] + scene["where"]
    most = LONGEST_TITLE - len(_PHOTO)
    return title if len(title) <= most else first_clause(title, most) or title
