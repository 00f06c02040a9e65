"""Walk through an MP3 frame by frame, in one pass and bounded memory."""

import re
import struct
from collections import Counter
from typing import IO

from fastcrc import crc16

from narrate.check.info import Info, read_info
from narrate.check.mpeg import HEADER_BYTES, LONGEST_FRAME, Shape, shape_of
from narrate.check.places import Places
from narrate.check.stream import Event, Kind, Stream

_BLOCK = 1 << 20
_AHEAD = 2 * LONGEST_FRAME + HEADER_BYTES  # what it takes to judge a place
_CHAIN = 3  # frames in a row: that three fit by chance, one file in 10^14 has
_LAYER = 3
# A frame of layer III: its sync, then a bit rate and a sample rate that there are.
_RATES = bytes(kbps << 4 | rest for kbps in range(1, 15) for rest in range(12))
_MAYBE = re.compile(rb"\xff[\xe2\xe3\xf2\xf3\xfa\xfb](?=[" + re.escape(_RATES) + b"])")
_WORD = struct.Struct(">I")
_MOST_EVENTS = 100  # of a kind, told with their places; all are counted
_LARGEST_ROOM = 511  # bytes that a frame can reach back
_LOOK_BYTES = 16  # of what is no frame, to tell what it is


def walk(file: IO[bytes], begin: int, end: int) -> Stream | None:
    """Walk from byte to byte; None where no frame of layer III is found."""
    file.seek(begin)
    walker = _Walker(begin)
    data, at = b"", begin
    while True:
        block = file.read(min(_BLOCK, end - at - len(data)))
        data += block
        taken = walker.take(data, at, last=not block)
        data, at = data[taken:], at + taken
        if not block:
            return walker.stream(end)


class _Walker:
    """What is known so far."""

    def __init__(self, begin: int) -> None:
        self.begin = begin
        self.first: Shape | None = None
        self.info: Info | None = None
        self.places = Places()
        self.rates: Counter[int] = Counter()
        self.stereo_frames = 0
        self.events: list[Event] = []
        self.counts: Counter[Kind] = Counter()
        self.checksum = 0
        self._room = 0  # bytes of frames before, which a frame may reach back into
        self._lost_at: int | None = None
        self._lost = b""

    def stream(self, end: int) -> Stream | None:
        if self.first is None:
            return None
        return Stream(
            self.begin,
            end,
            self.first,
            self.info,
            self.places,
            tuple(sorted(self.rates.items())),
            self.stereo_frames,
            tuple(self.events),
            self.counts,
            self.checksum,
        )

    def take(self, data: bytes, base: int, *, last: bool) -> int:
        """Walk through a piece as far as can be judged; tell how many bytes."""
        limit = len(data) if last else len(data) - _CHAIN * _AHEAD
        at = 0
        while at < limit:
            shape = self._shape_at(data, at, last=last)
            if shape is None:
                found = self._next(data, at, limit, last=last)
                self._lose(data[at : at + _LOOK_BYTES], base + at)
                at = limit if found is None else found
            elif at + shape.size > len(data):
                self._found(base + at)
                self._event(Kind.CUT, base + at, len(data) - at)
                at = len(data)
            else:
                if self._lost_at is not None:
                    self._found(base + at)
                self._frame(data, at, base, shape)
                at += shape.size
        self._sum(data[:at], base)
        if last:
            self._found(base + at)
        return at

    def _sum(self, taken: bytes, base: int) -> None:
        """Add what was walked through to the checksum of the music."""
        if self.info is not None:
            music = self.info.at + self.info.size - base
            self.checksum = crc16.arc(taken[max(music, 0) :], self.checksum)

    def _shape_at(self, data: bytes, at: int, *, last: bool) -> Shape | None:
        """Give the frame that begins here, if one does.

        One like those before is believed; another must be followed by its like.
        """
        shape = _shape(data, at)
        if shape is None:
            return None
        if self.first and self._lost_at is None and shape.family == self.first.family:
            return shape
        return shape if _chained(data, at, shape, last=last) else None

    def _next(self, data: bytes, at: int, limit: int, *, last: bool) -> int | None:
        """Find the next frame behind a place, as far as can be judged."""
        for maybe in _MAYBE.finditer(data, at + 1, limit + 1):
            place = maybe.start()
            shape = _shape(data, place)
            if shape and _chained(data, place, shape, last=last):
                return place
        return None

    def _lose(self, begins: bytes, at: int) -> None:
        if self._lost_at is None:
            self._lost_at, self._lost = at, begins

    def _found(self, at: int) -> None:
        """End a stretch that was no frame, if we are in one."""
        if self._lost_at is not None and self.first is not None:
            self._event(Kind.LOST, self._lost_at, at - self._lost_at, self._lost)
            self._room = _LARGEST_ROOM  # what is missing now is told by that event
        elif self._lost_at is not None:
            self._event(Kind.LEAD, self._lost_at, at - self._lost_at, self._lost)
        self._lost_at = None

    def _event(self, kind: Kind, at: int, size: int = 0, begins: bytes = b"") -> None:
        self.counts[kind] += 1
        if self.counts[kind] <= _MOST_EVENTS:
            self.events.append(Event(kind, at, self.places.frames, size, begins))

    def _frame(self, data: bytes, at: int, base: int, shape: Shape) -> None:
        first = self.first
        if first is None:
            self.first, self.begin = shape, base + at
            self.info = read_info(data[at : at + shape.size], base + at, shape)
            if self.info:
                return
        elif shape.family != first.family or shape.channels != first.channels:
            self._event(Kind.CHANGED, base + at)
        start = at + shape.side_at
        side = int.from_bytes(data[start : start + shape.side_bytes])
        begin = side >> shape.begin_shift
        bits = 0
        for shift in shape.shifts:
            bits += side >> shift & 0xFFF
        own = shape.size - shape.side_at - shape.side_bytes
        if not bits and self.places.frames and _is_info(data, at, shape):
            self._event(Kind.JOINED, base + at, shape.size)
        elif bits and begin > self._room:
            self._event(Kind.STARVED, base + at)
        elif bits > (begin + own) * 8:
            self._event(Kind.OVERFULL, base + at)
        self._room = min(self._room + own, _LARGEST_ROOM)
        self.places.add(base + at)
        self.rates[shape.kbps] += 1
        self.stereo_frames += shape.channels > 1


def _shape(data: bytes, at: int) -> Shape | None:
    """Read a header of layer III whose length is known."""
    if at + HEADER_BYTES > len(data):
        return None
    shape = shape_of(_WORD.unpack_from(data, at)[0])
    return shape if shape and shape.layer == _LAYER and shape.size else None


def _chained(data: bytes, at: int, shape: Shape, *, last: bool) -> bool:
    """Tell whether a frame is followed by two of its family, or by the end."""
    family = shape.family
    for _ in range(_CHAIN - 1):
        at += shape.size
        if last and at == len(data):
            return True
        following = _shape(data, at)
        if following is None or following.family != family:
            return False
        shape = following
    return True


def _is_info(data: bytes, at: int, shape: Shape) -> bool:
    return read_info(data[at : at + shape.size], at, shape) is not None
