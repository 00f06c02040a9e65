import sys
from math import inf
from pathlib import Path

import numpy as np
import pytest
import soundfile

from narrate.errors import MissingPartError, OutputError
from narrate.meter import Loudness, measure
from narrate.mix.base import FORMATS
from narrate.options import Quality
from tests.mp3s import FRAMES, GOOD, TITLE, frame, music

RATE_HZ = 48_000


def tone(dbfs: float, seconds: float, hz: float = 1000, phase: float = 0) -> np.ndarray:
    times = np.arange(int(seconds * RATE_HZ)) / RATE_HZ
    wave: np.ndarray = 10 ** (dbfs / 20) * np.sin(2 * np.pi * hz * times + phase)
    return wave


def measured(samples: np.ndarray, folder: Path) -> Loudness:
    path = folder / "tone.wav"
    soundfile.write(path, samples, RATE_HZ, subtype="FLOAT")
    return measure(path)


# EBU Tech 3341, table 1: what every meter must read, within 0.1 LU.
CASES = {
    "1": (tone(-23, 20), -23),
    "2": (tone(-33, 20), -33),
    "3": (np.concatenate((tone(-36, 10), tone(-23, 60), tone(-36, 10))), -23),
    "4": (
        np.concatenate(
            [tone(*part) for part in ((-72, 10), (-36, 10), (-23, 60), (-36, 10))]
        ),
        -23,
    ),
}


@pytest.mark.parametrize(("wave", "lufs"), CASES.values(), ids=CASES)
def test_the_meter_reads_what_the_standard_says(
    wave: np.ndarray, lufs: float, tmp_path: Path
) -> None:
    stereo = np.column_stack((wave, wave))
    assert measured(stereo, tmp_path).lufs == pytest.approx(lufs, abs=0.1)


def test_one_channel_is_three_decibels_softer_than_the_same_in_two(
    tmp_path: Path,
) -> None:
    # BS.1770: a sine of 997 Hz at full scale in one channel reads -3.01 LKFS.
    heard = measured(tone(0, 20, 997), tmp_path)
    assert heard.lufs == pytest.approx(-3.01, abs=0.05)
    assert heard.length == 20 * RATE_HZ


@pytest.mark.parametrize("phase", [0, np.pi / 4, np.pi / 3])
def test_a_peak_between_two_samples_is_found(phase: float, tmp_path: Path) -> None:
    # EBU Tech 3341, cases 15 to 18: a quarter of the rate, +0.2 and -0.4 dB.
    wave = tone(-6.02, 1, RATE_HZ / 4, phase) * np.minimum(1, np.arange(RATE_HZ) / 4800)
    assert -6.4 <= measured(wave, tmp_path).peak_dbtp <= -5.8


def test_silence_has_no_loudness(tmp_path: Path) -> None:
    heard = measured(np.zeros(RATE_HZ), tmp_path)
    assert heard == Loudness(-70, -inf, RATE_HZ)


def test_a_file_that_is_no_sound_is_named(tmp_path: Path) -> None:
    path = tmp_path / "a.mp3"
    path.write_text("no sound", encoding="utf-8")
    with pytest.raises(OutputError, match=r"a\.mp3 can't be played back"):
        measure(path)


def test_a_missing_meter_is_one_sentence(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setitem(sys.modules, "av", None)
    with pytest.raises(MissingPartError, match="pip install av"):
        measure(tmp_path / "a.mp3")


def test_a_frame_that_cannot_be_decoded_is_counted_and_the_rest_is_heard(
    tmp_path: Path,
) -> None:
    path = tmp_path / "a.mp3"
    broken = GOOD.music[:28_800] + b"garbage " * 20 + GOOD.music[28_800:]
    path.write_bytes(broken)
    heard = measure(path, "mp3")
    assert heard.broken == (28_800,)
    assert FRAMES - heard.length // 1152 <= 1
    assert heard.lufs == pytest.approx(-19.4, abs=0.1)


def test_a_file_that_changes_its_format_is_heard_to_its_end(tmp_path: Path) -> None:
    path = tmp_path / "a.mp3"
    path.write_bytes(GOOD.music + music(made=FORMATS[Quality.FAST]) + GOOD.music)
    heard = measure(path, "mp3")
    assert heard.length == 2 * FRAMES * 1152 + FRAMES * 576
    assert heard.lufs == pytest.approx(-19.4, abs=0.2)


def test_a_playlist_that_says_it_is_an_mp3_is_not_followed(tmp_path: Path) -> None:
    other = tmp_path / "other.mp3"
    other.write_bytes(bytes(GOOD))
    path = tmp_path / "a.mp3"
    path.write_text(f"#EXTM3U\n#EXTINF:9,\n{other}\n", encoding="utf-8")
    with pytest.raises(OutputError):
        measure(path, "mp3")


def test_a_title_that_is_no_text_is_no_trouble(tmp_path: Path) -> None:
    path = tmp_path / "a.mp3"
    path.write_bytes(bytes(GOOD.but(TITLE, frame("TIT2", b"\3Caf\xe9 \xff"))))
    assert measure(path, "mp3").broken == ()
