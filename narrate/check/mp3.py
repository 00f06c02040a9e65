"""The door to the check of an MP3: a path in, a report out."""

import os
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import IO

from narrate.check import (
    chapter_rules,
    contents_rules,
    cover_rules,
    facts,
    frame_rules,
    info_rules,
    sound_rules,
    stream_rules,
    tag_rules,
    time_rules,
)
from narrate.check.base import Fact, Finding, Report, Severity, worst_first
from narrate.check.cover_rules import Cover
from narrate.check.head import Head
from narrate.check.id3 import HEADER_BYTES, Tag, read_tag, tag_size
from narrate.check.marks import no_marks, read_marks
from narrate.check.mpeg import HEADER_BYTES as FRAME_HEADER_BYTES
from narrate.check.mpeg import shape_of
from narrate.check.picture import read_picture
from narrate.check.rule import judge
from narrate.check.seeking import misses
from narrate.check.sound_rules import Heard
from narrate.check.stream import Stream
from narrate.check.stream_rules import Music
from narrate.check.tail import Tail, read_tails
from narrate.check.walk import walk
from narrate.errors import CheckError, OutputError
from narrate.meter import can_measure, measure

_MOST_TAGS = 10
_LONGEST_READ = 1 << 24  # of a tag: what comes after 16 MB no player waits for
_LONGEST_LEAD = 1 << 16  # bytes before the first frame, where no tag tells what it is
_TENTHS = 10
_LAYER = 3


_NOT_MEASURED = Finding(
    "not-measured",
    Severity.NOTE,
    "Loudness, peaks and a real decoding were not measured.",
    "",
    "pip install 'narrate-audio[verify]', then check again.",
)
_UNPLAYABLE = Finding(
    "decoding-fails",
    Severity.ERROR,
    "A decoder (FFmpeg's) can't play the file at all.",
    "Players that are built on it play nothing.",
    "Encode the episode again from its source.",
)
_FREE = Finding(
    "free-format",
    Severity.ERROR,
    'The bit rate is "free": the frames do not tell it.',
    "Browsers and most players play nothing; FFmpeg fails too.",
    "Encode with one of the usual rates, such as 64 kbit/s.",
)
_SOUNDLESS = Finding(
    "no-sound",
    Severity.ERROR,
    "There is a tag, but no sound that is MP3 (MPEG layer III) behind it.",
    "Every player plays nothing.",
    "Get the file again; if it is AAC, WAV or MP2, encode it as MP3.",
)


def check_mp3(path: Path, subject: str | None = None) -> Report:
    """Look at all that there is in a file; `subject` is what the report calls it.

    Raises CheckError where it can't be read, or is no MP3.
    """
    name = subject or str(path)
    try:
        with path.open("rb") as file:
            return _check(file, path, name)
    except OSError as error:
        trouble = f"can't be read: {error.strerror or error}"
        raise CheckError(name, trouble, "Check the name and its permissions") from error


@dataclass(frozen=True, slots=True)
class _Part:
    """What one look gives."""

    facts: tuple[Fact, ...]
    """Seen."""

    findings: tuple[Finding, ...]
    """Wrong."""


def _check(file: IO[bytes], path: Path, name: str) -> Report:
    size = file.seek(0, os.SEEK_END)
    tags, begin = _read_tags(file, size)
    tails = read_tails(file, begin, size)
    end = tails[-1].at if tails else size
    stream = walk(file, begin, end)
    if stream and not tags and stream.begin - begin > _LONGEST_LEAD:
        stream = None  # met by chance, in a file of another kind
    length_ms = round(stream.seconds * 1000) if stream else 0
    marks = read_marks(tags[0], length_ms) if tags else no_marks(length_ms)
    head = Head(tags, marks, length_ms)
    words = _look_at_words(head)
    if stream:
        music = _look_at_music(stream, tails, _times(head, stream))
        parts = (music, _listen(path, stream, head), *words)
    else:
        parts = (_no_sound(file, begin, end, name, tagged=bool(tags)), *words)
    return Report(
        name,
        "mp3",
        tuple(chain.from_iterable(part.facts for part in parts)),
        worst_first(chain.from_iterable(part.findings for part in parts)),
    )


def _read_tags(file: IO[bytes], size: int) -> tuple[tuple[Tag, ...], int]:
    """Read the tags before the sound, and tell where that begins."""
    tags: list[Tag] = []
    begin = 0
    while len(tags) < _MOST_TAGS:
        file.seek(begin)
        length = tag_size(file.read(HEADER_BYTES))
        if length is None:
            break
        there = min(length, size - begin)
        file.seek(begin)
        tags.append(read_tag(file.read(min(there, _LONGEST_READ)), there))
        begin += there
    return tuple(tags), begin


def _look_at_words(head: Head) -> tuple[_Part, ...]:
    """Hold the tag, its cover and its chapters against their rules."""
    framed = [frame for tag in head.tags[:1] for frame in tag.named("APIC")]
    pictures = [read_picture(frame, head.major) for frame in framed]
    cover = Cover(tuple(filter(None, pictures)), pictures.count(None))
    of_tag = judge((*tag_rules.RULES, *frame_rules.RULES), head)
    rules = (*contents_rules.RULES, *time_rules.RULES, *chapter_rules.RULES)
    return (
        _Part(tuple(facts.tag_facts(head)), tuple(of_tag)),
        _Part(tuple(facts.cover_facts(cover)), tuple(judge(cover_rules.RULES, cover))),
        _Part(tuple(facts.chapter_facts(head)), tuple(judge(rules, head.marks))),
    )


def _times(head: Head, stream: Stream) -> tuple[float, ...]:
    """Give the seconds that a listener skips to: chapters, or else each tenth."""
    starts = tuple(mark.start_ms / 1000 for mark in head.marks.chapters)
    inside = tuple(start for start in starts if start < stream.seconds)
    return inside or tuple(stream.seconds * at / _TENTHS for at in range(1, _TENTHS))


def _look_at_music(
    stream: Stream, tails: tuple[Tail, ...], times: tuple[float, ...]
) -> _Part:
    music = Music(stream, tails, misses(stream, times))
    rules = (*stream_rules.RULES, *info_rules.RULES)
    told = (*facts.length_facts(stream), *facts.stream_facts(music))
    return _Part(told, tuple(judge(rules, music)))


def _listen(path: Path, stream: Stream, head: Head) -> _Part:
    """Decode and measure it, where the extra that does so is installed."""
    if not can_measure():
        return _Part((), (_NOT_MEASURED,))
    try:
        loudness = measure(path, "mp3")
    except OutputError:
        return _Part((), (_UNPLAYABLE,))
    heard = Heard(stream, loudness, head.is_part)
    told = tuple(facts.loudness_facts(loudness))
    return _Part(told, tuple(judge(sound_rules.RULES, heard)))


def _no_sound(
    file: IO[bytes], begin: int, end: int, name: str, *, tagged: bool
) -> _Part:
    """Tell why no frame was found; raises CheckError where it is no MP3 at all."""
    file.seek(begin)
    head = file.read(min(FRAME_HEADER_BYTES, end - begin))
    shape = shape_of(int.from_bytes(head)) if len(head) == FRAME_HEADER_BYTES else None
    if shape and shape.layer == _LAYER and not shape.kbps:
        return _Part((), (_FREE,))
    if not tagged:
        trouble = "is neither an MP3 nor a feed" if end else "is empty"
        raise CheckError(name, trouble, "Give an MP3, a feed.xml or a link to one")
    return _Part((), (_SOUNDLESS,))
