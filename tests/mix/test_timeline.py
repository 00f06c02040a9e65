from itertools import pairwise

from narrate.mix.base import FORMATS
from narrate.mix.timeline import Length, lay_out
from narrate.model import Script
from narrate.options import Quality
from narrate.words import pack, timed, words_of

FRAME = 1152
BEST, FAST = FORMATS[Quality.BEST], FORMATS[Quality.FAST]


def test_chapters_follow_without_a_gap_on_exact_milliseconds(script: Script) -> None:
    count = sum(len(section.utterances) for section in script.sections)
    lengths = [Length(0, 40 * FRAME, (50 + at) * FRAME) for at in range(count)]
    timeline = lay_out(script, lengths, BEST)
    chapters = timeline.chapters
    assert chapters[0].start_ms == 0
    assert chapters[-1].end_ms == timeline.length_ms
    assert all(a.end_ms == b.start_ms for a, b in pairwise(chapters))
    assert all(chapter.start_ms % 36 == 0 for chapter in chapters)
    assert timeline.length_ms == 36 * sum(50 + at for at in range(count))


def test_cues_rise_and_never_overlap(script: Script) -> None:
    count = sum(len(section.utterances) for section in script.sections)
    timeline = lay_out(script, [Length(320, 20 * FRAME, 30 * FRAME)] * count, BEST)
    assert len(timeline.cues) == count
    assert timeline.cues[0].start_ms == 10
    for a, b in pairwise(timeline.cues):
        assert a.start_ms < a.end_ms < b.start_ms


def test_words_are_timed_from_the_beginning_of_the_audio(script: Script) -> None:
    first, *rest = script.utterances()
    words = len(words_of(first.spoken))
    times = pack((320 * at, 320 * at + 160) for at in range(words))
    lengths = [Length(640, 20 * FRAME, 30 * FRAME, times)]
    lengths += [Length(0, 20 * FRAME, 30 * FRAME)] * len(rest)
    cue, silent, *_ = lay_out(script, lengths, BEST).cues
    assert [word.start_ms for word in timed(cue)] == (
        [20 + 10 * at for at in range(words)]
    )
    assert [cue.utterance.written[w.start : w.end] for w in timed(cue)] == (
        first.written.split()
    )
    assert timed(silent) == ()


def test_where_a_frame_is_no_whole_millisecond_times_are_right_to_half_of_one(
    script: Script,
) -> None:
    count = sum(len(section.utterances) for section in script.sections)
    lengths = [Length(0, 20 * 576, (30 + at) * 576) for at in range(count)]
    timeline = lay_out(script, lengths, FAST)
    at = 0
    for cue, length in zip(timeline.cues, lengths, strict=True):
        assert abs(cue.start_ms - at * 1000 / 22_050) <= 0.5
        at += length.whole
    assert abs(timeline.length_ms - at * 1000 / 22_050) <= 0.5
