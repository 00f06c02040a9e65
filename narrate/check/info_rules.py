"""What is wrong with how a player finds the length, the ends and each second."""

from collections.abc import Iterator

from narrate.check.base import Severity
from narrate.check.figures import clock, span
from narrate.check.rule import Hit, Rule
from narrate.check.stream_rules import Music

_TABLE = 100


def _varies(music: Music) -> Iterator[Hit]:
    if music.varies and music.stream.info:
        rates = [kbps for kbps, _ in music.stream.rates]
        yield Hit(
            f"The bit rate varies from {rates[0]} to {rates[-1]} kbit/s. Players that"
            f" compute where a chapter begins miss it: {_worst(music)}."
        )


def _worst(music: Music) -> str:
    told = (f"{each.player} by up to {span(each.worst_ms)}" for each in music.misses)
    return ", ".join(told)


def _varies_untold(music: Music) -> Iterator[Hit]:
    stream = music.stream
    if music.varies and stream.info is None:
        kbps = stream.first.kbps
        guess = (stream.end - stream.begin) * 8 // kbps
        yield Hit(
            "The bit rate varies, and no Xing frame at its beginning says so. From the"
            f" first frame, {kbps} kbit/s, a player takes it for {clock(guess)} long;"
            f" it is {clock(round(stream.seconds * 1000))}. Skips miss:"
            f" {_worst(music)}."
        )


def _none(music: Music) -> Iterator[Hit]:
    if music.stream.info is None and not music.varies:
        yield Hit(
            "There is no Info frame: a first frame that tells players the length."
        )


def _frames(music: Music) -> Iterator[Hit]:
    info = music.stream.info
    if info and info.frames != music.stream.frames:
        told = f"says that there are {info.frames:,} frames of sound"
        if info.frames is None:
            told = "does not say how many frames of sound there are"
        yield Hit(f"The {info.kind} frame {told}; there are {music.stream.frames:,}.")


def _bytes(music: Music) -> Iterator[Hit]:
    info, real = music.stream.info, _real_bytes(music)
    if info and info.total not in {None, real} and not _counts_tails(music):
        yield Hit(
            f"The {info.kind} frame says {info.total:,} bytes; there are {real:,}."
        )


def _tail_counted(music: Music) -> Iterator[Hit]:
    if _counts_tails(music):
        names = ", ".join(tail.name for tail in music.tails)
        yield Hit(f"The Info frame counts the tag at the end ({names}) as sound.")


def _counts_tails(music: Music) -> bool:
    info, tails = music.stream.info, sum(tail.size for tail in music.tails)
    return bool(info and tails and info.total == _real_bytes(music) + tails)


def _real_bytes(music: Music) -> int:
    info = music.stream.info
    return music.stream.end - (info.at if info else music.stream.begin)


def _no_table(music: Music) -> Iterator[Hit]:
    info = music.stream.info
    if music.varies and info and info.kind != "VBRI":
        falls = any(a > b for a, b in zip(info.table, info.table[1:], strict=False))
        if len(info.table) != _TABLE:
            yield Hit("The Xing frame has no table of where each percent lies.")
        elif falls:
            yield Hit(
                "The Xing frame's table of where each percent lies runs backwards."
            )


def _own_checksum(music: Music) -> Iterator[Hit]:
    info = music.stream.info
    if info and info.gapless and not info.gapless.intact:
        yield Hit(f"The {info.kind} frame's own checksum (CRC-16) is wrong.")


def _music_checksum(music: Music) -> Iterator[Hit]:
    info = music.stream.info
    if not info or not info.gapless or not info.gapless.music_bytes:
        return
    if info.gapless.music_checksum != music.stream.checksum:
        yield Hit("The sound is not what the encoder wrote: its checksum has changed.")


def _no_ends(music: Music) -> Iterator[Hit]:
    info = music.stream.info
    if info and (info.gapless is None or not info.gapless.delay):
        yield Hit("The encoder does not tell what it added at both ends of the sound.")


def _wrong_ends(music: Music) -> Iterator[Hit]:
    info, stream = music.stream.info, music.stream
    if info and info.gapless:
        ends = info.gapless.delay + info.gapless.padding
        if ends >= stream.frames * stream.first.samples:
            yield Hit(f"The Info frame cuts {ends:,} samples: more than there are.")


_ENCODE = "Encode again with LAME, or let a tool such as vbrfix write it anew."
_LENGTH = "Players show a wrong length and seek to wrong places."

RULES: tuple[Rule[Music], ...] = (
    Rule(
        "bit-rate-varies",
        Severity.WARNING,
        _varies,
        "Browsers, AVFoundation on iPhones and Android's players seek so: a skip to a"
        " chapter lands beside it.",
        "Encode with a constant bit rate (lame -b 64 for speech in mono).",
    ),
    Rule(
        "bit-rate-varies-untold",
        Severity.ERROR,
        _varies_untold,
        "Players show a wrong length, and skips land seconds to minutes beside.",
        "Encode with a constant bit rate, or with a Xing frame.",
    ),
    Rule(
        "info-missing",
        Severity.WARNING,
        _none,
        "Players guess the length from the file's size, and play a short silence at"
        " both ends.",
        "Encode again with LAME, which writes one (not with -t).",
    ),
    Rule("info-frames-wrong", Severity.WARNING, _frames, _LENGTH, _ENCODE),
    Rule("info-bytes-wrong", Severity.WARNING, _bytes, _LENGTH, _ENCODE),
    Rule(
        "tail-counted",
        Severity.WARNING,
        _tail_counted,
        "Seeks by arithmetic miss by a little; some players play the tag as a click.",
        "Delete the tag at the end.",
    ),
    Rule(
        "info-table-wrong",
        Severity.WARNING,
        _no_table,
        "Players that seek by it land far off, or can't seek at all.",
        _ENCODE,
    ),
    Rule(
        "info-checksum-wrong",
        Severity.NOTE,
        _own_checksum,
        "",
        "No player is known to mind: FFmpeg writes it so for sound in one channel.",
    ),
    Rule(
        "music-checksum-wrong",
        Severity.WARNING,
        _music_checksum,
        "Frames were cut, joined or damaged after encoding: a click or a gap may be"
        " heard.",
        "If you cut it yourself, encode the source instead; else get the file again.",
    ),
    Rule(
        "ends-untold",
        Severity.NOTE,
        _no_ends,
        "",
        "Players play up to 50 ms of silence more at both ends; no chapter is lost.",
    ),
    Rule("ends-wrong", Severity.ERROR, _wrong_ends, _LENGTH, _ENCODE),
)
