from math import inf
from pathlib import Path

import pytest
import soundfile

from narrate.build import build
from narrate.meter import Loudness, measure
from narrate.mix.verify import complaints
from narrate.options import Encoding, Options, Quality


def test_silence_is_told() -> None:
    assert complaints(Loudness(-70, -inf, 1), Encoding()) == (
        "It is silent from beginning to end: try another voice.",
    )


@pytest.mark.parametrize("quality", Quality)
def test_what_we_build_has_nothing_to_complain_of(
    quality: Quality, tmp_path: Path
) -> None:
    source = Path(__file__).parents[1] / "articles" / "lighthouse.txt"
    path = tmp_path / "a.mp3"
    build(Options(str(source), path, "espeak", quality=quality), lambda _: None)
    heard = measure(path)
    assert complaints(heard, Encoding()) == ()
    assert heard.peak_dbtp <= -1.5
    assert heard.length == soundfile.info(path).frames


def test_a_wrong_loudness_is_told_with_what_to_change() -> None:
    (only,) = complaints(Loudness(-21.4, -3, 1), Encoding())
    assert only.startswith("Its loudness is -21.4 LUFS, not -19.0: add -2.4 to")


def test_a_peak_that_players_would_clip_is_told() -> None:
    (only,) = complaints(Loudness(-19.9, -0.4, 1), Encoding())
    assert only.startswith("Its true peak is -0.4 dBTP, above -1.0: some players")
