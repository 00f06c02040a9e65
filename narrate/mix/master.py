"""The door: clips in, one chaptered MP3 and its Timeline out, in bounded memory.

Each utterance is a segment: mastered, shaped and encoded by itself in a thread (LAME
and the resampler let go of the GIL), then laid behind the one before. So the bytes
hang on the text alone, never on the number of workers.
"""

from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from narrate.mix.base import FRAME_BYTES
from narrate.mix.encode import silent_frame
from narrate.mix.id3 import Tags, tag
from narrate.mix.info import info_frame, music_checksum
from narrate.mix.output import explained, publish, spool
from narrate.mix.segment import Segment, produce
from narrate.mix.timeline import Length, lay_out
from narrate.model import Clip, Script, Timeline
from narrate.options import Encoding, Voice

_LEAD_MS = 500  # at the very start: some players and headphones swallow the beginning
_AHEAD = 3


@dataclass(frozen=True, slots=True)
class Desk:
    """How the mix is set."""

    voice: Voice
    """Whose level, and whose manner in asides."""

    encoding: Encoding
    """The loudness and ceiling that are wanted."""

    jobs: int
    """How many threads master and encode."""


def master(
    clips: Iterable[Clip], script: Script, tags: Tags, path: Path, desk: Desk
) -> Timeline:
    """Join clips to an MP3 under `path`, and give its timeline.

    Raises OutputError; whatever happens, a file that was there before stays whole.
    """
    with spool(path.parent) as file:
        tape = _Tape(file)
        lengths: list[Length] = []
        for segment in _in_order(clips, desk):
            with explained(path):
                tape.lay(segment.frames)
            lengths.append(segment.length)
        with explained(path):
            tape.lay(silent_frame())  # a decoder plays the last frame to its end by it
        timeline = lay_out(script, lengths)
        samples = sum(length.whole for length in lengths)
        info = info_frame(tape.frames, samples, tape.checksum)
        publish(path, tag(tags, timeline) + info, file)
    return timeline


class _Tape:
    """Frames laid one behind another, counted and summed up."""

    def __init__(self, file: IO[bytes]) -> None:
        self._file = file
        self.frames = 0
        self.checksum = 0

    def lay(self, frames: bytes) -> None:
        """Lay whole frames behind the ones before."""
        self._file.write(frames)
        self.frames += len(frames) // FRAME_BYTES
        self.checksum = music_checksum(frames, self.checksum)


def _in_order(clips: Iterable[Clip], desk: Desk) -> Iterator[Segment]:
    """Produce segments side by side, a few ahead, and give them in order."""
    waiting: deque[Future[Segment]] = deque()
    pool = ThreadPoolExecutor(desk.jobs, thread_name_prefix="encode")
    try:
        lead_ms = _LEAD_MS
        for clip in clips:
            job = pool.submit(produce, clip, lead_ms, desk.voice, desk.encoding)
            waiting.append(job)
            lead_ms = 0
            if len(waiting) >= _AHEAD * desk.jobs:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()
    finally:
        pool.shutdown(cancel_futures=True)
