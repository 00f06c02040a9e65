"""What is wrong with what is heard: loudness, peaks, frames that can't be decoded."""

from collections.abc import Iterator
from dataclasses import dataclass

from narrate.check.base import Severity
from narrate.check.figures import many, span
from narrate.check.mpeg import LONGEST_FRAME
from narrate.check.rule import Hit, Rule
from narrate.check.stream import Kind, Stream
from narrate.meter import SILENCE_LUFS, Loudness

_STEREO_LUFS, _MONO_LUFS = -16.0, -19.0
_TOLERANCE_LU = 1.0
_PART_LU = 4.0  # a part that is an aside may be so much softer
_HIGHEST_DBTP = -1.0
_SHORTEST_S = 0.4  # the meter tells nothing of less
_HEARD_DBTP = -60.0
_TENTH = 0.05  # figures are told to a tenth: what rounds to the limit is within it
_LOSSES = (Kind.LOST, Kind.CUT, Kind.LEAD)
_NEAR = 2 * LONGEST_FRAME
_DELAY = 1_105  # what decoders differ by where no frame tells the ends


@dataclass(frozen=True, slots=True)
class Heard:
    """A stream, and what a decoder makes of it."""

    stream: Stream
    """What its bytes say."""

    loudness: Loudness
    """What was measured."""

    part: bool = False
    """Whether it is one of several that are heard as one."""

    @property
    def silent(self) -> bool:
        """Whether nothing is heard, in the loudest place."""
        long_enough = self.loudness.length > _SHORTEST_S * self.stream.first.rate_hz
        return long_enough and self.loudness.peak_dbtp < _HEARD_DBTP

    @property
    def wanted_lufs(self) -> float:
        """What Apple asks for; one channel is as loud at 3 LUFS less."""
        return _STEREO_LUFS if self.stream.stereo_frames else _MONO_LUFS


def _broken(heard: Heard) -> Iterator[Hit]:
    """Find frames that can't be decoded; those near a loss are told by its rule."""
    lost = [event for kind in _LOSSES for event in heard.stream.of(kind)]
    alone = [
        at
        for at in heard.loudness.broken
        if not any(
            event.at - _NEAR < at < event.at + event.size + _NEAR for event in lost
        )
    ]
    if alone:
        yield Hit(
            f"A decoder fails at {many(len(alone), 'frame')}.", f"byte {alone[0]:,}"
        )


def _length(heard: Heard) -> Iterator[Hit]:
    stream = heard.stream
    off = heard.loudness.length - stream.samples
    info = stream.info
    told = info and info.gapless and info.gapless.delay
    allowed = 0 if told else _DELAY + stream.first.samples
    damaged = heard.loudness.broken or any(stream.counts[kind] for kind in Kind)
    if info and (info.frames != stream.frames or info.total != stream.end - info.at):
        damaged = True  # told by a rule of its own, and decoders go by it
    if told and stream.samples == stream.frames * stream.first.samples:
        damaged = True  # the ends are longer than the sound: told too
    if abs(off) > allowed and not damaged:
        more = "longer" if off > 0 else "shorter"
        yield Hit(
            f"What is decoded is {many(abs(off), 'sample')}"
            f" ({span(abs(off) * 1000 / stream.first.rate_hz)}) {more} than what the"
            " file tells."
        )


def _silent(heard: Heard) -> Iterator[Hit]:
    if heard.silent:
        yield Hit("It is silent from beginning to end.")


def _loudness(heard: Heard) -> Iterator[Hit]:
    if not heard.part or abs(_off(heard)) > _PART_LU:
        yield from _not_as_loud(heard)


def _loudness_of_part(heard: Heard) -> Iterator[Hit]:
    if heard.part and abs(_off(heard)) <= _PART_LU:
        yield from _not_as_loud(heard)


def _off(heard: Heard) -> float:
    return heard.loudness.lufs - heard.wanted_lufs


def _not_as_loud(heard: Heard) -> Iterator[Hit]:
    off = _off(heard)
    told = heard.loudness.lufs > SILENCE_LUFS
    if told and not heard.silent and abs(off) > _TOLERANCE_LU + _TENTH:
        channels = "two channels" if heard.stream.stereo_frames else "one channel"
        much = f"{abs(off):.1f} dB too {'loud' if off > 0 else 'soft'}"
        yield Hit(
            f"Its loudness is {heard.loudness.lufs:.1f} LUFS; in {channels} it should"
            f" be {heard.wanted_lufs:.0f}, give or take 1: it is {much}."
        )


def _peak(heard: Heard) -> Iterator[Hit]:
    peak = heard.loudness.peak_dbtp
    if peak > _HIGHEST_DBTP + _TENTH:
        yield Hit(f"Its true peak, between samples, is {peak:+.1f} dBTP, above -1.0.")


RULES: tuple[Rule[Heard], ...] = (
    Rule(
        "decoding-fails",
        Severity.ERROR,
        _broken,
        "Players click, leave a gap, or stop there.",
        "Encode the episode again from its source.",
    ),
    Rule(
        "length-decoded",
        Severity.WARNING,
        _length,
        "Players show another length than they play; the last chapter is too long or"
        " too short.",
        "Encode again with LAME.",
    ),
    Rule(
        "silent",
        Severity.ERROR,
        _silent,
        "Every player plays nothing.",
        "Look at the source, and which channel was encoded.",
    ),
    Rule(
        "loudness",
        Severity.WARNING,
        _loudness,
        "In every player it is not as loud as other podcasts, and listeners turn the"
        " volume each time; Apple Podcasts asks for this loudness.",
        "Normalise the source to that loudness (ITU-R BS.1770), then encode.",
    ),
    Rule(
        "loudness-of-part",
        Severity.NOTE,
        _loudness_of_part,
        "",
        "It says that it is one track of several (TRCK): an aside may be softer, if all"
        " of them together are as loud.",
    ),
    Rule(
        "true-peak",
        Severity.WARNING,
        _peak,
        "Players' own decoders and Bluetooth clip it: it crackles.",
        "Limit the source to -1.5 dBTP, then encode.",
    ),
)
