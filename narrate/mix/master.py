"""The door: clips in, one chaptered MP3 and its Timeline out, in bounded memory.

Each utterance is a segment: mastered, shaped and encoded by itself in a thread (LAME
and the resampler let go of the GIL), then laid behind the one before. So the bytes
hang on the text alone, never on the number of workers.
"""

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from narrate.mix.base import FRAME_BYTES, FRAME_SAMPLES
from narrate.mix.encode import closing_frame, encode
from narrate.mix.id3 import Tags, tag
from narrate.mix.info import info_frame, music_checksum
from narrate.mix.loudness import LAME_LOSS_DB, master_wave
from narrate.mix.output import explained, publish, spool
from narrate.mix.shape import shape
from narrate.mix.timeline import Length, lay_out
from narrate.model import ASIDES, Clip, Script, Timeline
from narrate.options import Encoding, Manner, Voice

_LEAD_MS = 500  # at the very start: some players and headphones swallow the beginning
_AHEAD = 4


@dataclass(frozen=True, slots=True)
class _Segment:
    """One utterance as MP3 frames."""

    frames: bytes
    length: Length


def master(  # noqa: PLR0913 - the whole desk, used in one place
    clips: Iterable[Clip],
    script: Script,
    tags: Tags,
    voice: Voice,
    encoding: Encoding,
    path: Path,
    *,
    jobs: int,
    heard: Callable[[Clip], None],
) -> Timeline:
    """Join clips to an MP3 under `path`, and give its timeline.

    `heard` is told of each clip as it is laid down. Raises OutputError; whatever
    happens, a file that was there before stays whole.
    """
    gain_db = encoding.loudness_lufs - voice.loudness_lufs + LAME_LOSS_DB

    def produce(clip: Clip, lead_ms: int) -> _Segment:
        manner = voice.aside if clip.utterance.role in ASIDES else Manner()
        wave = master_wave(clip.sound, gain_db, encoding.ceiling_db)
        pause_ms = clip.utterance.pause_ms
        made = shape(wave, level_db=manner.level_db, lead_ms=lead_ms, pause_ms=pause_ms)
        length = Length(made.lead, made.voiced, len(made.samples) // 2)
        return _Segment(encode(made.samples), length)

    with spool(path.parent) as file:
        lengths: list[Length] = []
        checksum = 0
        for clip, segment in _in_order(clips, produce, jobs):
            with explained(path):
                file.write(segment.frames)
            checksum = music_checksum(segment.frames, checksum)
            lengths.append(segment.length)
            heard(clip)
        return _finish(file, checksum, lengths, script, tags, path)


def _finish(  # noqa: PLR0913
    file: IO[bytes],
    checksum: int,
    lengths: list[Length],
    script: Script,
    tags: Tags,
    path: Path,
) -> Timeline:
    """Close the music, and put tag and Info frame before it."""
    last = closing_frame()
    with explained(path):
        file.write(last)
    checksum = music_checksum(last, checksum)
    samples = sum(length.whole for length in lengths)
    frames = samples // FRAME_SAMPLES + len(last) // FRAME_BYTES
    timeline = lay_out(script, lengths)
    head = tag(tags, timeline) + info_frame(frames, samples, checksum)
    publish(path, head, file)
    return timeline


def _in_order(
    clips: Iterable[Clip], produce: Callable[[Clip, int], _Segment], jobs: int
) -> Iterator[tuple[Clip, _Segment]]:
    """Produce segments side by side, a few ahead, and give them in order."""
    waiting: deque[tuple[Clip, Future[_Segment]]] = deque()
    pool = ThreadPoolExecutor(jobs, thread_name_prefix="encode")
    try:
        lead_ms = _LEAD_MS
        for clip in clips:
            waiting.append((clip, pool.submit(produce, clip, lead_ms)))
            lead_ms = 0
            if len(waiting) >= _AHEAD * jobs:
                first, coming = waiting.popleft()
                yield first, coming.result()
        while waiting:
            first, coming = waiting.popleft()
            yield first, coming.result()
    finally:
        pool.shutdown(cancel_futures=True)
