"""What espeak-ng tells while it speaks: its sound, and when each word is heard.

It fires an event for each word and, asked to, for each phoneme, with the exact sample.
A word begins at its own event and ends where the first silence begins behind its last
phoneme, since a pause is part of no word. There may be fewer of them than words ("of
the" is one), or more ("3,141" is five): espeak_words.py sorts that out.
"""

import ctypes
from collections.abc import Callable
from dataclasses import dataclass

_WORD, _SENTENCE, _END, _PHONEME = 1, 2, 5, 7
_SILENT = (b"_", b"(")
"""How a phoneme's name begins that is a pause ("_:"), or another language ("(ru)")."""


class _Id(ctypes.Union):
    _fields_ = (
        ("number", ctypes.c_int),
        ("name", ctypes.c_char_p),
        ("string", ctypes.c_char * 8),
    )


class Event(ctypes.Structure):
    """An espeak_EVENT of speak_lib.h."""

    _fields_ = (
        ("type", ctypes.c_int),
        ("unique_identifier", ctypes.c_uint),
        ("text_position", ctypes.c_int),  # in code points, from 1
        ("length", ctypes.c_int),
        ("audio_position", ctypes.c_int),  # in ms
        ("sample", ctypes.c_int),
        ("user_data", ctypes.c_void_p),
        ("id", _Id),
    )


LISTEN = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_void_p, ctypes.c_int, ctypes.c_void_p)
_SIZE = ctypes.sizeof(Event)
_LAST = bytes(ctypes.sizeof(ctypes.c_int))
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
    copy = ctypes.string_at

    def listen(wave: int | None, count: int, events: int | None) -> int:
        try:
            if wave and count > 0:
                sound.append(copy(wave, 2 * count))
            while events and not (event := copy(events, _SIZE)).startswith(_LAST):
                told.append(event)
                events += _SIZE
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
    events = (Event * len(told)).from_buffer_copy(b"".join(told))
    words: list[Heard] = []
    place, start, end = 0, 0, 0
    sounding = spoken = False

    def close(sample: int) -> None:
        if spoken:
            words.append(Heard(place, start, sample if sounding else end))

    for event in events:
        kind = event.type
        if kind == _PHONEME:
            silent = event.id.string.startswith(_SILENT)
            if sounding and silent:
                end = event.sample
            sounding = not silent
            spoken = spoken or sounding
        elif kind in {_WORD, _SENTENCE, _END}:
            close(event.sample)
            sounding = spoken = False
            if kind == _WORD:
                place, start = event.text_position - 1, event.sample
    last = events[-1].sample if told else 0
    if last <= length:
        return tuple(words)
    return tuple(
        Heard(one.place, one.start * length // last, one.end * length // last)
        for one in words
    )
