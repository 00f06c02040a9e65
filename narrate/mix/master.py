"""The door: segments in, one chaptered MP3 and its Timeline out, in bounded memory.

A file's tag needs the times of all that follows: so segments are laid on a spool, and
published behind their tag. A stream can't wait for that: it has no chapters.
"""

from collections.abc import Iterable
from pathlib import Path
from typing import IO

from narrate.heard import Timeline
from narrate.mix.base import FORMATS, Format
from narrate.mix.encode import silent_frame
from narrate.mix.info import DELAY, Music, info_frame, music_checksum
from narrate.mix.segment import Segment
from narrate.mix.tags import Tags
from narrate.mix.timeline import Length, lay_out
from narrate.model import Script
from narrate.options import Quality
from narrate.output import explained, publish, spool

_LEAD_MS = 500  # at the very start: some players and headphones swallow the beginning


def master(
    segments: Iterable[Segment], script: Script, tags: Tags, path: Path, wanted: Quality
) -> Timeline:
    """Join segments, one for each utterance, to an MP3 under `path`.

    Raises OutputError; whatever happens, a file that was there before stays whole.
    """
    from narrate.mix.id3 import tag  # noqa: PLC0415 - mutagen, while workers work

    made = FORMATS[wanted]
    with spool(path.parent) as file:
        tape = _Tape(file, made)
        lengths = _lay_all(tape, segments, script, path)
        timeline = lay_out(script, lengths, made)
        samples = sum(length.whole for length in lengths)
        info = info_frame(made, tape.music(), samples)
        publish(path, tag(tags, timeline) + info, file)
    return timeline


def stream(
    segments: Iterable[Segment],
    script: Script,
    tags: Tags,
    file: IO[bytes],
    wanted: Quality,
) -> Timeline:
    """Write segments as they come, behind a tag without chapters.

    Raises OutputError where the file can't be written, BrokenPipeError where whoever
    reads it has gone.
    """
    from narrate.mix.id3 import tag  # noqa: PLC0415 - mutagen, while workers work

    made = FORMATS[wanted]
    name = Path("Standard output")
    with explained(name):
        file.write(tag(tags, Timeline((), (), 0)))
    lengths = _lay_all(_Tape(file, made), segments, script, name)
    return lay_out(script, lengths, made)


def _lay_all(
    tape: "_Tape", segments: Iterable[Segment], script: Script, path: Path
) -> list[Length]:
    """Lay every segment and the pause behind it; end so that a decoder plays it all."""
    lengths: list[Length] = []
    lead_ms = _LEAD_MS
    for utterance, segment in zip(script.utterances(), segments, strict=True):
        with explained(path):
            lengths.append(tape.lay(segment, lead_ms, utterance.pause_ms))
        lead_ms = 0
    with explained(path):
        tape.lay_silence(-(-DELAY // tape.made.frame_samples))
    return lengths


class _Tape:
    """Frames laid one behind another, counted and summed up."""

    def __init__(self, file: IO[bytes], made: Format) -> None:
        self._file, self.made = file, made
        self._silence = silent_frame(made)
        self._samples = self._size = self._checksum = 0

    def lay(self, segment: Segment, lead_ms: int, pause_ms: int) -> Length:
        """Lay a segment, with as much silence as is wanted before and after it."""
        frame = self.made.frame_samples
        lead = self.made.to_frames(lead_ms)
        self.lay_silence(lead)
        self._write(segment.frames, segment.whole)
        rest = self.made.to_samples(pause_ms) - (segment.whole - segment.voiced)
        more = max(0, -(-rest // frame))
        self.lay_silence(more)
        whole = segment.whole + (lead + more) * frame
        return Length(lead * frame, segment.voiced, whole, segment.times)

    def lay_silence(self, frames: int) -> None:
        """Lay so many frames of nothing."""
        self._write(self._silence * frames, frames * self.made.frame_samples)

    def music(self) -> Music:
        """Sum up what lies on it."""
        frames = self._samples // self.made.frame_samples
        return Music(frames, self._size, self._checksum)

    def _write(self, frames: bytes, samples: int) -> None:
        self._file.write(frames)
        self._samples += samples
        self._size += len(frames)
        self._checksum = music_checksum(frames, self._checksum)
