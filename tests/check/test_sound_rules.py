import io
from dataclasses import replace
from math import inf

import pytest

from narrate.check.rule import judge
from narrate.check.sound_rules import RULES, Heard
from narrate.check.stream import Stream
from narrate.check.walk import walk
from narrate.meter import Loudness
from tests.mp3s import GOOD, right_info

SOUND = right_info(GOOD.music) + GOOD.music
MONO = walk(io.BytesIO(SOUND), 0, len(SOUND))
assert MONO
STEREO = replace(MONO, stereo_frames=300)


def told(stream: Stream, lufs: float, peak: float = -3.0) -> set[str]:
    heard = Heard(stream, Loudness(lufs, peak, stream.samples))
    return {finding.rule for finding in judge(RULES, heard)}


@pytest.mark.parametrize(("stream", "wanted"), [(MONO, -19.0), (STEREO, -16.0)])
def test_loudness_is_right_within_one(stream: Stream, wanted: float) -> None:
    for off in (-1.04, -1.0, 0, 1.0, 1.04):
        assert told(stream, wanted + off) == set()
    for off in (-1.1, 1.1, 3.0, -3.0):
        assert told(stream, wanted + off) == {"loudness"}


def test_a_peak_is_right_up_to_one_below_full_scale() -> None:
    assert told(MONO, -19, -1.0) == set()
    assert told(MONO, -19, -0.9) == {"true-peak"}


def test_silence_is_no_matter_of_loudness() -> None:
    assert told(MONO, -70, -inf) == {"silent"}


def test_a_decoding_that_fails_beside_a_loss_is_told_once() -> None:
    broken = SOUND[:30_000] + b"loss" * 30 + SOUND[30_000:]
    stream = walk(io.BytesIO(broken), 0, len(broken))
    assert stream
    near, far = (30_000,), (30_000, 60_000)
    for places, rules in ((near, set()), (far, {"decoding-fails"})):
        heard = Heard(stream, Loudness(-19, -3, stream.samples, places))
        assert {finding.rule for finding in judge(RULES, heard)} == rules
