"""What is wrong with the sound's own frames, and with what stands around them."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from narrate.check.base import Severity
from narrate.check.figures import clock, many, size
from narrate.check.rule import Hit, Rule
from narrate.check.seeking import Misses
from narrate.check.stream import Event, Kind, Stream
from narrate.check.tail import Tail

_LOWEST_HZ = 22_050
_KNOWN = (  # what may stand where a frame should
    (b"ID3", "an ID3 tag: a second file was joined to the first"),
    (b"TAG", "an ID3v1 tag: a second file was joined to the first"),
    (b"APETAGEX", "an APE tag"),
    (b"RIFF", "the head of a WAV file"),
    (b"\0" * 16, "zeros"),
    (b"<", "text, perhaps a page of a server that failed"),
)


@dataclass(frozen=True, slots=True)
class Music:
    """The sound, and how it is reached."""

    stream: Stream
    """What one walk saw."""

    tails: tuple[Tail, ...]
    """Tags behind it."""

    misses: tuple[Misses, ...]
    """How far players miss that seek by arithmetic."""

    @property
    def varies(self) -> bool:
        """Whether its bit rate does."""
        return len(self.stream.rates) > 1


def _met(kind: Kind, words: Callable[[Event], str]) -> Callable[[Music], Iterator[Hit]]:
    def look(music: Music) -> Iterator[Hit]:
        for event in music.stream.of(kind):
            if event.at + event.size < music.stream.end or kind is not Kind.LOST:
                yield Hit(words(event), _place(music, event))

    return look


def _place(music: Music, event: Event) -> str:
    first = music.stream.first
    return f"at {clock(event.frame * first.samples * 1000 // first.rate_hz)}"


def _what_is(event: Event) -> str:
    for begins, name in _KNOWN:
        if event.begins.startswith(begins):
            return f"{size(event.size)} ({name})"
    return size(event.size)


def _behind(music: Music) -> Iterator[Hit]:
    for event in music.stream.of(Kind.LOST):
        if event.at + event.size == music.stream.end:
            what = f"Behind the last frame stand {_what_is(event)} that are no sound."
            yield Hit(what, _place(music, event))


def _starved(music: Music) -> Iterator[Hit]:
    if number := music.stream.counts[Kind.STARVED]:
        first = next(music.stream.of(Kind.STARVED))
        need = "needs" if number == 1 else "need"
        yield Hit(
            f"{many(number, 'frame')} of sound {need} data that should lie in a frame"
            " before and does not.",
            _place(music, first),
        )


def _changed(music: Music) -> Iterator[Hit]:
    if number := music.stream.counts[Kind.CHANGED]:
        first = next(music.stream.of(Kind.CHANGED))
        have = "has" if number == 1 else "have"
        yield Hit(
            f"{many(number, 'frame')} {have} another sample rate or number of channels"
            " than the first one.",
            _place(music, first),
        )


def _low_rate(music: Music) -> Iterator[Hit]:
    first = music.stream.first
    if first.rate_hz < _LOWEST_HZ:
        yield Hit(
            f"The sample rate is {first.rate_hz:,} Hz, so that nothing above"
            f" {first.rate_hz // 2:,} Hz is heard."
        )


def _tails(music: Music) -> Iterator[Hit]:
    for tail in music.tails:
        yield Hit(f"An {tail.name} tag of {size(tail.size)} stands behind the sound.")


RULES: tuple[Rule[Music], ...] = (
    Rule(
        "bytes-before-sound",
        Severity.WARNING,
        _met(
            Kind.LEAD,
            lambda event: (
                f"Before the first frame stand {_what_is(event)} that are no sound."
            ),
        ),
        "Players search for the first frame; some give up, some play a click.",
        "Write the tag anew, or delete these bytes.",
    ),
    Rule(
        "sync-lost",
        Severity.ERROR,
        _met(
            Kind.LOST,
            lambda event: (
                f"Between two frames stand {_what_is(event)} that are no sound."
            ),
        ),
        "Players click, skip or stop there; from there on times may be wrong.",
        "Encode the episode again from its source; MP3s are not joined byte by byte.",
    ),
    Rule(
        "bytes-behind-sound",
        Severity.WARNING,
        _behind,
        "Some players click at the end, and count these bytes as sound.",
        "Delete them.",
    ),
    Rule(
        "last-frame-cut",
        Severity.WARNING,
        _met(
            Kind.CUT,
            lambda event: f"Of the last frame only {size(event.size)} are there.",
        ),
        "The file may have been cut off on its way; its last words are lost.",
        "Get or make the file again, and compare its size.",
    ),
    Rule(
        "reservoir-broken",
        Severity.WARNING,
        _starved,
        "Decoders leave these frames out: a gap or a click is heard.",
        "The file was cut or joined without encoding: cut the source, then encode.",
    ),
    Rule(
        "frame-overfull",
        Severity.ERROR,
        _met(
            Kind.OVERFULL,
            lambda _: "A frame of sound says that it holds more than its bytes can.",
        ),
        "It is damaged: a gap or a shriek is heard.",
        "Encode the episode again from its source.",
    ),
    Rule(
        "format-changes",
        Severity.ERROR,
        _changed,
        "Some players stop there, others play the rest too fast or too slow.",
        "Bring all parts to one rate and one number of channels, then encode.",
    ),
    Rule(
        "files-joined",
        Severity.WARNING,
        _met(
            Kind.JOINED,
            lambda _: "A second Info frame stands in the midst: two MP3s were joined.",
        ),
        "A gap is heard there, and players that read the first one show a shorter"
        " length.",
        "Join the sources, then encode once.",
    ),
    Rule(
        "sample-rate-low",
        Severity.WARNING,
        _low_rate,
        "Speech is dull in every player, and some hardware can't play it.",
        "Encode with 44,100 Hz, or for speech alone 22,050 Hz or more.",
    ),
    Rule(
        "tags-at-end",
        Severity.NOTE,
        _tails,
        "",
        "It is old and not needed; players read the tag at the beginning.",
    ),
)
