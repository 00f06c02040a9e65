import io

import pytest

from narrate.check import walk as walking
from narrate.check.places import Places
from narrate.check.stream import Kind, Stream
from narrate.check.walk import walk
from tests.mp3s import FRAME_BYTES, FRAMES, GOOD, faster, right_info

SOUND = right_info(GOOD.music) + GOOD.music


def walked(data: bytes) -> Stream:
    stream = walk(io.BytesIO(data), 0, len(data))
    assert stream
    return stream


def test_each_frame_is_found_and_the_info_frame_is_none_of_them() -> None:
    stream = walked(SOUND)
    assert stream.frames == FRAMES
    assert stream.info
    assert stream.info.frames == FRAMES
    assert stream.info.gapless
    assert stream.info.gapless.music_checksum == stream.checksum
    assert stream.rates == ((64, FRAMES),)
    assert stream.events == ()


@pytest.mark.parametrize("block", [1, 100, 9_000, 50_000])
def test_the_size_of_the_pieces_changes_nothing(
    block: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    broken = b"junk" * 50 + SOUND[:30_000] + b"junk" * 500 + SOUND[30_000:-7] + faster()
    once = walked(broken)
    monkeypatch.setattr(walking, "_BLOCK", block)
    again = walked(broken)
    assert again.events == once.events
    assert (again.frames, again.rates) == (once.frames, once.rates)
    assert again.checksum == once.checksum


def test_a_loss_is_told_with_its_place_its_size_and_how_it_begins() -> None:
    middle = 150 * FRAME_BYTES
    stream = walked(SOUND[:middle] + b"ID3 and more" + SOUND[middle:])
    (event,) = stream.events
    assert (event.kind, event.at, event.size) == (Kind.LOST, middle, 12)
    assert event.begins.startswith(b"ID3 and more")
    assert event.frame == 149
    assert stream.frames == FRAMES


def test_more_than_a_hundred_losses_are_counted_and_the_first_hundred_told() -> None:
    pieces = (
        SOUND[at : at + 4 * FRAME_BYTES] + b"loss"
        for at in range(0, len(SOUND), 4 * FRAME_BYTES)
    )
    stream = walked(b"".join(pieces) * 2)
    assert stream.counts[Kind.LOST] > 100
    assert len(list(stream.of(Kind.LOST))) == 100


def test_bytes_without_a_frame_are_no_stream() -> None:
    assert walk(io.BytesIO(bytes(5_000)), 0, 5_000) is None
    assert walk(io.BytesIO(b""), 0, 0) is None


@pytest.mark.parametrize("most", [7, 64, 10_000])
def test_a_place_leads_to_its_frame_however_many_are_kept(most: int) -> None:
    places = Places(most)
    for frame in range(1_000):
        places.add(500 + frame * 288)
    for frame in (0, 1, 499, 500, 999):
        assert places.frame_at(500 + frame * 288) == frame
        if frame < 999:
            assert places.frame_at(501 + frame * 288) == frame + 1
    assert places.frame_at(0) == 0
    assert places.frame_at(10**9) == 1_000
