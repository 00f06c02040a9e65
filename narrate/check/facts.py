"""What was seen in an MP3, good or not, for people and for programs."""

from collections.abc import Iterator

from narrate.check.base import Fact
from narrate.check.cover_rules import Cover
from narrate.check.figures import clock, many, size, span
from narrate.check.head import Head
from narrate.check.stream import Stream
from narrate.check.stream_rules import Music
from narrate.meter import Loudness

_LONGEST = 200  # characters of a title for people; programs get all of it


def tag_facts(head: Head) -> Iterator[Fact]:
    """Tell the tag and what it calls the episode."""
    if not head.tags:
        yield Fact("tag", "Tag: none.", None)
        return
    tag = head.tags[0]
    version = f"ID3v2.{tag.major}"
    value = {"version": version, "bytes": tag.size, "frames": len(tag.frames)}
    yield Fact("tag", f"Tag: {version}, {size(tag.size)}.", value)
    for name, frame, word in (
        ("title", "TIT2", "Title"),
        ("artist", "TPE1", "Artist"),
        ("album", "TALB", "Album"),
    ):
        if text := head.text(frame):
            yield Fact(name, f"{word}: {text.value[:_LONGEST]}", text.value)


def chapter_facts(head: Head) -> Iterator[Fact]:
    """Tell the chapters, in the order of the file."""
    chapters = head.marks.chapters
    lines = [f"Chapters: {len(chapters) or 'none'}."]
    rows = []
    for mark in chapters:
        title = mark.title.value if mark.title else None
        shown = title[:_LONGEST] if title else "(no title)"
        lines.append(f"  {clock(mark.start_ms)} {shown}")
        row = {"start_ms": mark.start_ms, "end_ms": mark.end_ms, "title": title}
        rows.append(row)
    yield Fact("chapters", "\n".join(lines), rows)


def cover_facts(cover: Cover) -> Iterator[Fact]:
    """Tell the picture that players show."""
    front = cover.front
    if front is None:
        yield Fact("cover", "Cover: none.", None)
        return
    words = f"{front.width} by {front.height} pixels, {size(front.size)}"
    yield Fact(
        "cover",
        f"Cover: {front.found or 'no picture'}, {words}.",
        {
            "type": front.found,
            "width": front.width,
            "height": front.height,
            "bytes": front.size,
        },
    )


def length_facts(stream: Stream) -> Iterator[Fact]:
    """Tell how long it is: samples, and the same in milliseconds."""
    length_ms = round(stream.seconds * 1000)
    yield Fact("length_ms", f"Length: {clock(length_ms)}.", length_ms)
    yield Fact("samples", "", stream.samples)


def stream_facts(music: Music) -> Iterator[Fact]:
    """Tell the format, what the Info frame says, and how well players seek."""
    stream, first = music.stream, music.stream.first
    rates = [kbps for kbps, _ in stream.rates] or [first.kbps]
    rate = f"{rates[0]} to {rates[-1]}" if music.varies else str(rates[0])
    channels = "stereo" if stream.stereo_frames else "mono"
    sort = "varying" if music.varies else "constant"
    yield Fact(
        "format",
        f"Sound: MPEG-{first.version} layer III, {first.rate_hz:,} Hz, {channels},"
        f" {sort} bit rate of {rate} kbit/s, {many(stream.frames, 'frame')}.",
        {
            "mpeg": first.version,
            "rate_hz": first.rate_hz,
            "channels": 2 if stream.stereo_frames else 1,
            "kbps": rates,
            "frames": stream.frames,
        },
    )
    yield _info_fact(music)
    told = [f"{each.player} by {span(each.worst_ms)}" for each in music.misses]
    yield Fact(
        "seek_errors_ms",
        f"A skip to a chapter misses it at most: in {', in '.join(told)}.",
        {
            each.player: [round(error, 1) for error in each.errors_ms]
            for each in music.misses
        },
    )


def _info_fact(music: Music) -> Fact:
    info = music.stream.info
    if info is None:
        return Fact("info", "Info frame: none.", None)
    value: dict[str, object] = {"kind": info.kind, "encoder": info.encoder}
    ends = ""
    if info.gapless:
        delay, padding = info.gapless.delay, info.gapless.padding
        ends = f", {delay} samples before the sound and {padding} behind it"
        value |= {"delay": delay, "padding": padding}
    maker = f" by {info.encoder}" if info.encoder else ""
    return Fact("info", f"{info.kind} frame{maker}{ends}.", value)


def loudness_facts(loudness: Loudness) -> Iterator[Fact]:
    """Tell what was measured."""
    lufs, peak = loudness.lufs, loudness.peak_dbtp
    yield Fact(
        "loudness_lufs",
        f"Loudness: {lufs:.1f} LUFS, true peak {peak:.1f} dBTP.",
        round(lufs, 2),
    )
    told = None if peak == float("-inf") else round(peak, 2)
    yield Fact("true_peak_dbtp", "", told)
    yield Fact("decoded_samples", "", loudness.length)
