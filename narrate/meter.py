"""Hear a file as a player does: its loudness and its true peak (EBU R 128), its faults.

FFmpeg's decoder and meter, in a wheel (PyAV), have nothing in common with what made the
file. They weigh 100 MB, so they come only with the extra that asks for them. The file
goes through in pieces: memory is the same for a minute and for a day.
"""

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from importlib.util import find_spec
from math import inf, log10
from pathlib import Path
from typing import TYPE_CHECKING

from narrate.errors import MissingPartError, OutputError

if TYPE_CHECKING:
    from av.audio.frame import AudioFrame
    from av.audio.resampler import AudioResampler
    from av.container import InputContainer
    from av.filter import Graph
    from av.frame import Frame

SILENCE_LUFS = -70.0
"""The standard's gate: below it nothing is heard."""

_MOST_BROKEN = 1000
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

    broken: tuple[int, ...] = ()
    """The bytes where those begin that it can't decode; the first thousand."""


def can_measure() -> bool:
    """Tell whether the extra is installed."""
    return find_spec("av") is not None


def require() -> None:
    """Raise MissingPartError where the extra is not installed."""
    if not can_measure():
        raise MissingPartError("av")


def measure(path: Path, kind: str | None = None) -> Loudness:
    """Decode a file and measure it; a frame that can't be decoded is counted.

    `kind` is what the file must be, as FFmpeg calls it: where others made the file it
    keeps FFmpeg from taking it for a playlist, and following that. Raises
    MissingPartError where the extra is not installed, and OutputError where nothing
    can be decoded.
    """
    try:
        import av.filter  # noqa: PLC0415 - an extra, and 0.1 s
    except ImportError as error:
        raise MissingPartError("av") from error
    try:
        with av.open(str(path), format=kind, metadata_errors="replace") as file:
            return _measure(file, av.filter.Graph(), av.FFmpegError)
    except (av.FFmpegError, IndexError) as error:
        trouble = f"can't be played back: {getattr(error, 'strerror', error)}"
        raise OutputError(str(path), trouble, "Build it once more") from error


class _Decoded:
    """The frames of a file, all of the first one's format; those broken are counted."""

    def __init__(self, file: "InputContainer", error: type[Exception]) -> None:
        self.stream = file.streams.audio[0]
        # Without it FFmpeg could not tell what to decode, and PyAV 18 would crash.
        if self.stream.codec_context is None:
            raise IndexError("there is no sound in it")
        self.length = 0
        self.broken: list[int] = []
        self._file, self._error = file, error
        self._format: tuple[str, str, int] | None = None
        self._resamplers: dict[tuple[str, str, int], AudioResampler] = {}

    def __iter__(self) -> "Iterator[AudioFrame]":
        packets = self._file.demux(self.stream)
        while True:
            packet = next(packets, None)
            if packet is None:
                return
            try:
                frames = packet.decode()
            except self._error:
                if len(self.broken) < _MOST_BROKEN:
                    self.broken.append(packet.pos or 0)
                continue
            for frame in frames:
                self.length += frame.samples
                yield from self._alike(frame)

    def _alike(self, frame: "AudioFrame") -> "Iterator[AudioFrame]":
        """Bring a frame to the first one's format: a stream may change in the midst."""
        from av.audio.resampler import AudioResampler  # noqa: PLC0415 - an extra

        its = frame.format.name, frame.layout.name, frame.sample_rate
        self._format = self._format or its
        if its == self._format:
            yield frame
            return
        resampler = self._resamplers.setdefault(its, AudioResampler(*self._format))
        yield from resampler.resample(frame)


def _measure(
    file: "InputContainer", graph: "Graph", error: type[Exception]
) -> Loudness:
    decoded = _Decoded(file, error)
    source = graph.add_abuffer(template=decoded.stream)
    sink = graph.add("abuffersink")
    graph.link_nodes(source, graph.add("ebur128", _METER), sink).configure()
    said: dict[str, str] = {}
    for frame in decoded:
        for heard in _through(graph, frame):
            said = heard.metadata or said  # tells of all that came before it
    for heard in _through(graph, None):
        said = heard.metadata or said
    peak = float(said.get(_PEAK, 0))
    return Loudness(
        max(float(said.get(_LOUDNESS, SILENCE_LUFS)), SILENCE_LUFS),
        20 * log10(peak) if peak > 0 else -inf,
        decoded.length,
        tuple(decoded.broken),
    )


def _through(graph: "Graph", frame: "AudioFrame | None") -> "Iterator[Frame]":
    """Push a frame into the meter, or the end; give those that have come through."""
    graph.push(frame)
    with suppress(BlockingIOError, EOFError):
        while True:
            yield graph.pull()
