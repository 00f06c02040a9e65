"""What espeak-ng tells while it speaks: its sound, and when each word is heard.

It fires an event for each word and, asked to, for each phoneme, with the exact sample.
A word begins at its own event and ends where the first silence begins behind its last
phoneme, since a pause is part of no word. There may be fewer of them than words ("of
the" is one), or more ("3,141" is five): espeak_words.py sorts that out.
"""

import ctypes
import struct
from collections.abc import Callable
from dataclasses import dataclass

_WORD, _PHONEME = 1, 7
_EDGES = frozenset({_WORD, 2, 5})  # a sentence's start and a clause's end, too
_SILENT = (b"_", b"(")
"""How a phoneme's name begins that is a pause ("_:"), or another language ("(ru)")."""


_EVENT = struct.Struct("iIiiiiP8s")
"""An espeak_EVENT of speak_lib.h, as C lays it out: type, unique_identifier,
text_position (in code points, from 1), length, audio_position (in ms), sample,
user_data, and id: for a phoneme, its name."""

LISTEN = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_void_p, ctypes.c_int, ctypes.c_void_p)
_LAST = bytes(struct.calcsize("i"))
"""The type of the event that ends a list of them."""


@dataclass(frozen=True, slots=True)
class Heard:
    """A word, or a part of one, that was said."""

    place: int
    """Its first character in the text that was given."""

    start: int
    """Its first sample."""

    end: int
    """One past its last."""


def listener(
    sound: list[bytes], told: list[bytes], trouble: list[BaseException]
) -> "ctypes._CFunctionType":
    """Give what the library calls with each 60 ms; whoever uses it keeps it alive.

    Samples go to `sound`, events to `told`: to look into them can wait.
    """
    copy, size = ctypes.string_at, _EVENT.size

    def listen(wave: int | None, count: int, events: int | None) -> int:
        try:
            if wave and count > 0:
                sound.append(copy(wave, 2 * count))
            while events and not (event := copy(events, size)).startswith(_LAST):
                told.append(event)
                events += size
        except BaseException as error:  # noqa: BLE001 - C would swallow it
            trouble.append(error)
            return 1
        return 0

    take: Callable[..., int] = listen
    return LISTEN(take)


def words_heard(told: list[bytes], length: int) -> tuple[Heard, ...]:
    """Tell when each word was said: in order, and only what has a sound.

    Some voices read so fast that the sound is pressed together when it's done, to that
    many samples, and the events still tell of what was before.
    """
    words: list[Heard] = []
    place, start, end = 0, 0, 0
    sounding = spoken = False
    sample = 0
    for kind, _, position, _, _, sample, _, name in _EVENT.iter_unpack(b"".join(told)):
        if kind == _PHONEME:
            silent = name.startswith(_SILENT)
            if sounding and silent:
                end = sample
            sounding = not silent
            spoken = spoken or sounding
        elif kind in _EDGES:
            if spoken:
                words.append(Heard(place, start, sample if sounding else end))
            sounding = spoken = False
            if kind == _WORD:
                place, start = position - 1, sample
    if sample <= length:
        return tuple(words)
    return tuple(
        Heard(one.place, one.start * length // sample, one.end * length // sample)
        for one in words
    )
