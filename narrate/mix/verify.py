"""Measure a finished MP3 from outside: its loudness and its true peak (EBU R 128).

FFmpeg's decoder and meter, in a wheel (PyAV), have nothing in common with what made the
file. They weigh 100 MB, so they come only with the extra that asks for them. The file
goes through in pieces: memory is the same for a minute and for a day.
"""

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from importlib.util import find_spec
from itertools import chain
from math import inf, log10
from pathlib import Path
from typing import TYPE_CHECKING

from narrate.errors import MissingPartError, OutputError
from narrate.options import Encoding

if TYPE_CHECKING:
    from av.audio.frame import AudioFrame
    from av.container import InputContainer
    from av.filter import Graph
    from av.frame import Frame

_TOLERANCE_LU = 1.0
_HIGHEST_DBTP = -1.0  # above it, a player's own decoder or resampler may clip
_SILENCE_LUFS = -70.0  # the standard's gate: below it nothing is heard
_METER = "peak=true:metadata=1"
_LOUDNESS, _PEAK = "lavfi.r128.I", "lavfi.r128.true_peak"


@dataclass(frozen=True, slots=True)
class Loudness:
    """How loud a file is, as a player decodes it."""

    lufs: float
    """Integrated loudness (ITU-R BS.1770-4, gated); -70 where all is silence."""

    peak_dbtp: float
    """The highest peak, between samples too; -infinity where all is silence."""

    length: int
    """Samples that a decoder gives."""


def require() -> None:
    """Raise MissingPartError where the extra is not installed."""
    if find_spec("av") is None:
        raise MissingPartError("av")


def verify(path: Path) -> Loudness:
    """Decode a file and measure it.

    Raises MissingPartError where the extra is not installed, and OutputError where the
    file can't be decoded.
    """
    try:
        import av.filter  # noqa: PLC0415 - an extra, and 0.1 s
    except ImportError as error:
        raise MissingPartError("av") from error
    try:
        with av.open(str(path)) as file:
            return _measure(file, av.filter.Graph())
    except (av.FFmpegError, IndexError) as error:
        trouble = f"can't be played back: {getattr(error, 'strerror', error)}"
        raise OutputError(str(path), trouble, "Build it once more") from error


def complaints(loudness: Loudness, wanted: Encoding) -> tuple[str, ...]:
    """Say what a listener would miss, figures first, and what to do about it."""
    if loudness.lufs <= _SILENCE_LUFS:
        return ("It is silent from beginning to end: try another voice.",)
    found = []
    off = loudness.lufs - wanted.loudness_lufs
    if abs(off) > _TOLERANCE_LU:
        found.append(
            f"Its loudness is {loudness.lufs:.1f} LUFS, not {wanted.loudness_lufs:.1f}:"
            f" add {off:.1f} to loudness_lufs in the voice's own file."
        )
    if loudness.peak_dbtp > _HIGHEST_DBTP:
        found.append(
            f"Its true peak is {loudness.peak_dbtp:.1f} dBTP, above"
            f" {_HIGHEST_DBTP:.1f}: some players will clip it. Please report the voice"
            " and the article."
        )
    return tuple(found)


def _measure(file: "InputContainer", graph: "Graph") -> Loudness:
    stream = file.streams.audio[0]
    source, sink = graph.add_abuffer(template=stream), graph.add("abuffersink")
    graph.link_nodes(source, graph.add("ebur128", _METER), sink).configure()
    length = 0
    said: dict[str, str] = {}
    for frame in chain(file.decode(stream), [None]):
        length += frame.samples if frame else 0
        for heard in _through(graph, frame):
            said = heard.metadata or said  # tells of all that came before it
    peak = float(said.get(_PEAK, 0))
    return Loudness(
        max(float(said.get(_LOUDNESS, _SILENCE_LUFS)), _SILENCE_LUFS),
        20 * log10(peak) if peak else -inf,
        length,
    )


def _through(graph: "Graph", frame: "AudioFrame | None") -> "Iterator[Frame]":
    """Push a frame into the meter, or the end; give those that have come through."""
    graph.push(frame)
    with suppress(BlockingIOError, EOFError):
        while True:
            yield graph.pull()
