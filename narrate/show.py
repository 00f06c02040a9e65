"""Nouns as text for people and JSON for programs; nothing is decided here."""

import json
import re
import shlex
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any

from narrate.episode import STREAM, Episode
from narrate.model import Dropped, Script, Section, Span, Utterance

_PLACE = re.compile(r"(?: of)? line \d+")

_GUESS = "acronym, a guess"
_SHORT = 6  # longer rows of capitals are words of stress: SHOCKING

SCHEMA = 1
"""Of the JSON; counts up when a field changes its meaning or goes."""


def script_json(script: Script) -> str:
    """Write a script in its stable form, documented in the README."""
    whole = {
        "schema": SCHEMA,
        "title": script.title,
        "byline": script.byline,
        "language": script.language,
        "sections": [
            {
                "title": section.title,
                "aside": section.aside,
                "utterances": [_utterance(u) for u in section.utterances],
            }
            for section in script.sections
        ],
        "dropped": [
            {"line": d.lines[0], "text": d.text, "reason": d.reason}
            for d in script.dropped
        ],
    }
    return json.dumps(whole, ensure_ascii=False, indent=2)


def _utterance(utterance: Utterance) -> dict[str, Any]:
    return {
        "role": utterance.role.value,
        "written": utterance.written,
        "spoken": utterance.spoken,
        "pause_ms": utterance.pause_ms,
        "lines": list(utterance.lines),
        **({"language": utterance.language} if utterance.language else {}),
        "spans": [_span(span) for span in utterance.spans],
    }


def _span(span: Span) -> dict[str, Any]:
    row = {"start": span.start, "end": span.end, "spoken": span.spoken}
    return row | {"rule": span.rule} | ({"ipa": span.ipa} if span.ipa else {})


def script_lines(script: Script, *, why: bool) -> Iterator[str]:
    """Write a script for reading: chapters, what is said, what is not and why."""
    yield script.title
    if script.byline:
        yield f"By {script.byline}"
    for at, section in enumerate(script.sections, 1):
        yield ""
        aside = ", an aside" if section.aside else ""
        yield f"Chapter {at} of {len(script.sections)}: {section.title}{aside}"
        yield from _section_lines(section, why=why)
    yield ""
    yield from _dropped_lines(script.dropped)
    if guesses := dict(_guesses(script)):
        told = ", ".join(f"{short} ({said})" for short, said in guesses.items())
        yield ""
        yield f"Guessed how to say: {told}. Teach it better with --lexicon."


def _guesses(script: Script) -> Iterator[tuple[str, str]]:
    """Yield each short form that nobody told us of, and what is said for it."""
    for utterance in script.utterances():
        for span in utterance.spans:
            if span.rule.startswith(_GUESS):
                short = utterance.written[span.start : span.end].strip("() ")
                if len(short) <= _SHORT:
                    yield short, span.spoken.strip(", ")


def _section_lines(section: Section, *, why: bool) -> Iterator[str]:
    for utterance in section.utterances:
        yield f"  {utterance.role}: {utterance.spoken}"
        if why:
            yield from (f"    {reason}" for reason in reasons(utterance))


def reasons(utterance: Utterance) -> Iterator[str]:
    """Say for each span what became of it, and by which rule."""
    for span in utterance.spans:
        written = utterance.written[span.start : span.end]
        said = " ".join(span.spoken.split())
        if span.ipa:
            other = "" if said == written else f"{said!r}, "
            sound = span.ipa.strip("/[]")
            yield f"{written!r} is said {other}/{sound}/ ({span.rule})"
        elif written:
            yield f"{written!r} is said {said!r} ({span.rule})"
        else:
            yield f"{said!r} is put in ({span.rule})"


def _dropped_lines(dropped: Iterable[Dropped]) -> Iterator[str]:
    listed = sorted(dropped, key=lambda d: d.lines)
    if not listed:
        yield "Nothing is left out."
        return
    yield f"Left out: {counted(len(listed), 'piece')} of text"
    for piece in listed:
        yield f"  line {piece.lines[0]}, {piece.reason}: {piece.text}"


def duration(ms: int) -> str:
    """Say a length: "5 minutes 8 seconds"."""
    minutes, seconds = divmod(round(ms / 1000), 60)
    hours, minutes = divmod(minutes, 60)
    parts = ((hours, "hour"), (minutes, "minute"), (seconds, "second"))
    said = [counted(number, unit) for number, unit in parts if number]
    return " ".join(said) or "0 seconds"


def counted(number: int, noun: str) -> str:
    """Say a number of things: "1 chapter", "7 chapters"."""
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"


def changes(script: Script) -> int:
    """Count the stretches that are said in another way than they are written."""
    return sum(
        span.end > span.start
        for utterance in script.utterances()
        for span in utterance.spans
    )


def dropped_summary(dropped: Iterable[Dropped]) -> str:
    """Count what was left out by its reasons: "page furniture (3), repeats …"."""
    kinds = Counter(_kind(piece.reason) for piece in dropped)
    return ", ".join(f"{kind} ({count})" for kind, count in kinds.most_common())


def _kind(reason: str) -> str:
    return _PLACE.sub("", reason)


def episode_json(episode: Episode) -> str:
    """Write what a build made, for programs."""
    sent = episode.audio not in episode.files
    whole = {
        "schema": SCHEMA,
        "audio": str(episode.audio),
        "bytes": None if sent else episode.audio.stat().st_size,
        "files": [str(path) for path in episode.files],
        "length_ms": episode.timeline.length_ms,
        "title": episode.script.title,
        "byline": episode.script.byline,
        "voice": episode.voice.name,
        "chapters": [
            {
                "title": c.title,
                "start_ms": c.start_ms,
                "end_ms": c.end_ms,
                "aside": c.aside,
            }
            for c in episode.timeline.chapters
        ],
        "dropped": len(episode.script.dropped),
        "changed": changes(episode.script),
        "notices": list(episode.notices),
    }
    return json.dumps(whole, ensure_ascii=False, indent=2)


def _beside(episode: Episode) -> Iterator[str]:
    """Name what lies beside the MP3, and each folder there with its files' number."""
    folders: Counter[str] = Counter()
    for path in episode.files:
        if path.parent != episode.audio.parent:
            folders[path.parent.name] += 1
        elif path != episode.audio:
            yield path.name
    yield from (f"{name} ({counted(n, 'file')})" for name, n in folders.items())


def episode_lines(episode: Episode, article: str) -> Iterator[str]:
    """Say where the file is, how long, what was left out, and how to see more."""
    chapters = counted(len(episode.timeline.chapters), "chapter")
    length = duration(episode.timeline.length_ms)
    if episode.audio == STREAM:
        yield f"Sent {length}, without chapters: a stream begins before they are known."
    elif episode.audio in episode.files:
        size = episode.audio.stat().st_size / 1e6
        yield f"Wrote {episode.audio}: {length}, {chapters}, {size:.1f} MB."
    if beside := list(_beside(episode)):
        yield f"Beside it in {episode.audio.parent}: {', '.join(beside)}."
    left_out = episode.script.dropped
    if left_out:
        summary = dropped_summary(left_out)
        yield f"Left out {counted(len(left_out), 'piece')} of text: {summary}."
    else:
        yield "Left out nothing."
    yield f"Said {counted(changes(episode.script), 'place')} otherwise than written."
    yield from episode.notices
    if article != "-":
        yield f"See all of it with: narrate script {shlex.quote(article)} --why"
