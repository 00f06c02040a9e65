import pytest

from narrate.model import Dropped
from narrate.show import counted, dropped_summary, duration

LENGTHS = {
    0: "0 seconds",
    999: "1 second",
    61_000: "1 minute 1 second",
    308_256: "5 minutes 8 seconds",
    3_600_000: "1 hour",
    7_384_000: "2 hours 3 minutes 4 seconds",
}


@pytest.mark.parametrize("ms", LENGTHS)
def test_a_length_is_said_in_words(ms: int) -> None:
    assert duration(ms) == LENGTHS[ms]


def test_one_thing_is_not_things() -> None:
    assert counted(1, "chapter") == "1 chapter"
    assert counted(1200, "chapter") == "1,200 chapters"


def test_what_was_left_out_is_counted_by_reason() -> None:
    dropped = [
        Dropped("a", (4,), "repeats the caption of line 3"),
        Dropped("b", (8,), "repeats the caption of line 7"),
        Dropped("c", (9,), "page furniture"),
    ]
    assert dropped_summary(dropped) == "repeats the caption (2), page furniture (1)"
