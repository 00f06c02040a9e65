import pytest

from narrate.sound import Sound


def test_a_sound_knows_its_length() -> None:
    sound = Sound(bytes(4_000), 8_000)
    assert (sound.length, sound.length_ms) == (2_000, 250)


def test_half_a_sample_is_refused() -> None:
    with pytest.raises(ValueError, match="half a sample"):
        Sound(b"abc", 8_000)
