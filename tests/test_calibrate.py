import pytest

from narrate.calibrate import calibrate, loudness, with_entries
from narrate.sample import SENTENCES
from narrate.sound import Sound
from narrate.speak.voices import find_voice
from narrate.voice import Manner


def test_a_shipped_voice_is_as_loud_as_its_file_says() -> None:
    voice = find_voice("espeak")
    found = calibrate(voice, SENTENCES[:4], (), (0.9,))
    assert found.loudness_lufs[0][1] == pytest.approx(voice.loudness(Manner()), abs=1)
    assert dict(found.louder_lu)[0.9] == pytest.approx(
        voice.loudness(Manner(0.9)) - voice.loudness(Manner()), abs=0.4
    )
    assert 100 < found.words_per_minute < 200
    assert found.entries()["louder_lu"].endswith(", [1, 0]]")


def test_a_sound_twice_as_loud_measures_six_more() -> None:
    soft, loud = (b"\x00" + bytes([high]) for high in (8, 16))
    tone = [Sound((each + b"\0\0") * 24_000, 24_000) for each in (soft, loud)]
    assert loudness([tone[1]]) - loudness([tone[0]]) == pytest.approx(6.02, abs=0.05)


def test_measured_entries_replace_those_of_a_file_and_leave_its_comments() -> None:
    text = '# Mine.\nabout = "a"\nlouder = 1\n\n[roles.quote]\npitch = 1.1\n'
    assert with_entries(text, {"louder": "2", "speed": "3"}) == (
        '# Mine.\nabout = "a"\nlouder = 2\nspeed = 3\n\n[roles.quote]\npitch = 1.1\n'
    )
    assert with_entries("a = 1", {"b": "2"}) == "a = 1\nb = 2\n"
