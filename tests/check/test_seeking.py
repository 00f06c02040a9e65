import io
from dataclasses import replace

import pytest

from narrate.check.seeking import misses
from narrate.check.stream import Stream
from narrate.check.walk import walk
from tests.mp3s import BEST, FRAMES, GOOD, faster, right_info

FRAME_MS = BEST.frame_samples * 1000 / BEST.rate_hz
TIMES = tuple(at / 10 for at in range(1, 100, 7))


def walked(data: bytes) -> Stream:
    stream = walk(io.BytesIO(data), 0, len(data))
    assert stream
    return stream


def test_with_a_constant_rate_no_player_misses_by_more_than_two_frames() -> None:
    stream = walked(right_info(GOOD.music) + GOOD.music)
    for each in misses(stream, TIMES):
        assert each.worst_ms <= 2 * FRAME_MS
        assert len(each.errors_ms) == len(TIMES)


def test_a_rate_that_doubles_is_missed_by_the_time_that_arithmetic_says() -> None:
    stream = walked(GOOD.music + faster())
    frames = FRAMES + len(faster()) // 576
    total = len(GOOD.music) + len(faster())
    halfway_s = FRAMES * FRAME_MS / 1000
    media3, ffmpeg = misses(stream, (halfway_s, halfway_s * 1.5))
    # From the first frame's rate all is 64 kbit/s: a second behind the middle is half.
    assert media3.errors_ms[0] == pytest.approx(0, abs=FRAME_MS)
    assert media3.errors_ms[1] == pytest.approx(-halfway_s * 250, abs=2 * FRAME_MS)
    # The average is 96 kbit/s: at the middle it is where a quarter more was heard.
    byte = total * FRAMES / frames
    late_ms = (byte - len(GOOD.music)) / 576 * FRAME_MS
    assert ffmpeg.errors_ms[0] == pytest.approx(late_ms, abs=2 * FRAME_MS)


@pytest.mark.parametrize("kind", ["Info", "Xing"])
def test_a_header_full_of_zeros_is_no_trouble(kind: str) -> None:
    stream = walked(right_info(GOOD.music) + GOOD.music)
    assert stream.info
    for broken in (
        replace(stream.info, kind=kind, frames=0, total=0),
        replace(stream.info, kind=kind, frames=1, total=1),
        replace(stream.info, kind=kind, frames=None, total=None, table=b""),
        replace(stream.info, kind=kind, table=bytes(100)),
    ):
        assert all(
            each.errors_ms for each in misses(replace(stream, info=broken), (1,))
        )
