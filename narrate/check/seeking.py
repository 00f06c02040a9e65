"""How far players miss that reach a time by arithmetic instead of reading all frames.

Two ways are computed. Android's media3 (Pocket Casts, AntennaPod) takes a constant bit
rate where the Info frame or the first frame says so, and the Xing frame's table of a
hundred places where the rate varies. FFmpeg, in its fast way, takes the average rate.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from narrate.check.info import DECODER_DELAY, Info
from narrate.check.stream import Stream

_TABLE = 100
_PLACES = 256


@dataclass(frozen=True, slots=True)
class Misses:
    """By how much one kind of player misses."""

    player: str
    """Which players do so."""

    errors_ms: tuple[float, ...]
    """For each time asked; above zero is too late."""

    @property
    def worst_ms(self) -> float:
        """The largest, whether early or late."""
        return max((abs(error) for error in self.errors_ms), default=0.0)


def misses(stream: Stream, times: Iterable[float]) -> tuple[Misses, ...]:
    """Compute the errors of both kinds of players for times in seconds."""
    asked = tuple(times)
    ways = (
        ("Android's media3", _by_rate_or_table(stream)),
        ("FFmpeg", _by_average(stream)),
    )
    return tuple(
        Misses(player, tuple(_errors(stream, asked, way))) for player, way in ways
    )


def _errors(
    stream: Stream, times: Iterable[float], byte_at: Callable[[float], float]
) -> Iterator[float]:
    """Hold the time of the frame that is reached against the time asked for."""
    rate_hz, samples = stream.first.rate_hz, stream.first.samples
    gapless = stream.info.gapless if stream.info else None
    skipped = gapless.delay + DECODER_DELAY if gapless else 0
    for time in times:
        frame = min(stream.places.frame_at(byte_at(time)), stream.frames - 1)
        yield ((frame * samples - skipped) / rate_hz - time) * 1000


def _by_average(stream: Stream) -> Callable[[float], float]:
    """Take the average rate, as the Info frame or the file's size gives it."""
    info, rate_hz = stream.info, stream.first.rate_hz
    total = info.total if info and info.total else stream.end - stream.begin
    frames = info.frames if info and info.frames else stream.frames
    a_second = total / (frames * stream.first.samples / rate_hz)
    return lambda time: stream.begin + int(time * a_second)


def _by_rate_or_table(stream: Stream) -> Callable[[float], float]:
    """Take the table where there is one, or else a constant rate."""
    info = stream.info
    if info and info.kind == "Xing" and len(info.table) == _TABLE and info.total:
        return _by_table(stream, info, info.total)
    if info and info.kind == "Info" and info.frames and info.total:
        return _by_rate(stream, info, info.frames, info.total)
    first = stream.first
    bytes_a_second = first.kbps * 1000 / 8
    return lambda time: (
        stream.begin + int(time * bytes_a_second) // first.size * first.size
    )


def _by_rate(
    stream: Stream, info: Info, frames: int, total: int
) -> Callable[[float], float]:
    music, gapless = total - info.size, info.gapless
    ends = 0
    if gapless:
        ends = gapless.delay + max(DECODER_DELAY, gapless.padding)
    seconds = max(frames * stream.first.samples - ends, 1) / stream.first.rate_hz
    rate = round(music * 8 / seconds)
    size = max(round(music / frames), 1)
    begin = info.at + info.size
    return lambda time: begin + int(time * rate / 8) // size * size


def _by_table(stream: Stream, info: Info, total: int) -> Callable[[float], float]:
    seconds = stream.seconds

    def byte_at(time: float) -> float:
        percent = min(time / seconds * _TABLE, _TABLE)
        at = min(int(percent), _TABLE - 1)
        here = info.table[at]
        following = info.table[at + 1] if at + 1 < _TABLE else _PLACES
        share = here + (following - here) * (percent - at)
        return info.at + max(share / _PLACES * total, info.size)

    return byte_at
