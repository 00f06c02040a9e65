"""The chapters and transcripts that a feed names: there, whole, open to web apps.

By Podcasting 2.0's pages on chapters and transcript: see `check/feed/sources.py`.
"""

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from narrate.check.base import Severity
from narrate.check.feed.addresses import is_whole
from narrate.check.feed.base import Episode, shown
from narrate.check.feed.enclosures import kind_of
from narrate.check.rule import Hit, Rule
from narrate.check.served.base import Answer, Ask
from narrate.check.served.files import OK, look_of

_MOST_BYTES = 2_000_000  # of chapters; a transcript tells by its beginning
_START_BYTES = 1_000
_LONGEST_S = 1e7  # more would be four months
_LATE_S = 1.0  # lengths in feeds are whole seconds
_ALIKE = (
    frozenset({"application/json", "application/json+chapters"}),
    frozenset({"application/x-subrip", "application/srt", "text/srt"}),
)


@dataclass(frozen=True, slots=True)
class Document:
    """A file beside an episode: what the feed says, and what came."""

    place: str
    """As in a Finding."""

    name: str
    """What it is: "transcript" or "chapters"."""

    kind: str
    """Its media type by the feed."""

    seconds: float | None
    """How long the episode plays by the feed."""

    got: Answer
    """What the server sent."""


Documents = tuple[Document, ...]


def look_at_documents(ask: Ask, episode: Episode) -> Iterator[Document]:
    """Ask for all that an episode has beside its file, as a web app does."""
    for name in ("chapters", "transcript"):
        most = _MOST_BYTES if name == "chapters" else _START_BYTES
        for tag in episode.tags.all(f"podcast:{name}"):
            url = tag.attributes.get("url", "").strip()
            if is_whole(url):
                origin = {"Origin": "https://player.example"}
                got = ask(url, headers=origin, most_bytes=most)
                kind = kind_of(tag.attributes.get("type", ""))
                yield Document(episode.place, name, kind, episode.seconds, got)


def _each(
    look: Callable[[Document], Iterator[str]],
) -> Callable[[Documents], Iterator[Hit]]:
    def find(documents: Documents) -> Iterator[Hit]:
        for each in documents:
            if each.got.status == OK:
                for what in look(each):
                    yield Hit(what, each.place)

    return find


def _gone(documents: Documents) -> Iterator[Hit]:
    for each in documents:
        if each.got.status != OK:
            yield Hit(f"The file of its {each.name} {each.got.words}.", each.place)


def _transcript(each: Document) -> Iterator[str]:
    if each.name != "transcript":
        return
    if look_of(each.got.data) == "web page" and each.kind != "text/html":
        yield f"Its transcript is told to be {each.kind}, and is a web page."
    elif each.kind == "text/vtt" and not each.got.data.lstrip(
        b"\xef\xbb\xbf"
    ).startswith(b"WEBVTT"):
        yield "Its transcript is told to be VTT, and does not begin with WEBVTT."


def _chapters(each: Document) -> Iterator[str]:
    if each.name == "chapters":
        trouble = _trouble(each.got.data, each.seconds)
        if trouble:
            yield f"The file of its chapters {trouble}."


def _trouble(data: bytes, seconds: float | None) -> str:
    """Say what is wrong with JSON chapters; "" if nothing is."""
    try:
        whole = json.loads(data)
    except (ValueError, RecursionError):
        return "is no JSON"
    rows = whole.get("chapters") if isinstance(whole, dict) else None
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        return 'has no list of "chapters"'
    if not isinstance(whole.get("version"), str):
        return 'does not name its "version"'
    return _of_times([row.get("startTime") for row in rows], seconds)


def _of_times(starts: list[object], seconds: float | None) -> str:
    times = [each for each in starts if isinstance(each, int | float)]
    wrong = next((each for each in starts if not _is_time(each)), None)
    if not starts:
        return "names no chapter"
    if wrong is not None or len(times) < len(starts):
        told = shown(json.dumps(wrong))
        return f"has a startTime that is no number of seconds: {told}"
    if any(after <= before for before, after in pairwise(times)):
        return "has chapters that are not in order"
    if seconds and times[-1] > seconds + _LATE_S:
        return f"has a chapter at {times[-1]:g} s; the episode has {seconds:g} s"
    return ""


def _is_time(told: object) -> bool:
    number = isinstance(told, int | float) and not isinstance(told, bool)
    return number and 0 <= told < _LONGEST_S  # type: ignore[operator]  # a number


def _type(each: Document) -> Iterator[str]:
    sent = each.got.kind
    alike = next((kinds for kinds in _ALIKE if each.kind in kinds), {each.kind})
    if sent not in alike:
        told = sent or "of no type"
        yield f"The feed says that its {each.name} are {each.kind}, the server {told}."


def _closed(each: Document) -> Iterator[str]:
    if not each.got.headers.get("access-control-allow-origin"):
        yield f"The server does not let web pages of others read its {each.name}."


RULES: tuple[Rule[Documents], ...] = (
    Rule(
        "document-gone",
        Severity.WARNING,
        _gone,
        "Apps show no chapters, or no transcript to those who need it.",
        "Put the file there, or take its element out of the feed.",
    ),
    Rule(
        "document-chapters",
        Severity.WARNING,
        _each(_chapters),
        "Apps that prefer it to the chapters in the MP3 show none, or wrong ones.",
        "Write it as Podcasting 2.0's JSON chapters 1.2 asks: version, and chapters in"
        " order, each with startTime in seconds.",
    ),
    Rule(
        "document-transcript",
        Severity.WARNING,
        _each(_transcript),
        "Apps show no transcript, or code in its stead.",
        "Put the transcript itself there, in the form that the feed names.",
    ),
    Rule(
        "document-type",
        Severity.NOTE,
        _each(_type),
        "",
        "Let the server send the type that the feed names; web apps go by it.",
    ),
    Rule(
        "document-closed",
        Severity.NOTE,
        _each(_closed),
        "",
        "Let it send Access-Control-Allow-Origin: * for chapters and transcripts: apps"
        " that run in a browser can't show them otherwise.",
    ),
)
"""Rules for what stands beside an episode's file."""
