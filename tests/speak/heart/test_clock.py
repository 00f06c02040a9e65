"""When a word is heard: lengths in, samples out."""

from narrate.speak.heart.clock import REST, SPACE, Clock

PAD = 4


def times(lengths: list[int], owners: list[int], words: int) -> list[tuple[int, int]]:
    """Time one part whose unit is 600 samples: 25 ms."""
    clock = Clock(words)
    whole = [PAD, *lengths, PAD]
    clock.count(whole, owners, 600 * sum(whole))
    return [(start // 300, end // 300) for start, end in clock.times()]


def test_one_word_becomes_the_next_in_the_middle_of_its_last_phoneme() -> None:
    first, second = times([2, 2, 1, 2], [0, 0, SPACE, 1], 2)
    assert first[1] == second[0] == 2 * (PAD + 2) + 2


def test_before_a_rest_a_word_ends_however_long_its_last_phoneme_is() -> None:
    short, _ = times([2, 2, 3, 1, 2], [0, 0, REST, SPACE, 1], 2)
    long, _ = times([2, 5, 3, 1, 2], [0, 0, REST, SPACE, 1], 2)
    assert short == long == (2 * PAD - 2, 2 * (PAD + 2) + 2)


def test_after_a_rest_a_word_begins_a_little_early() -> None:
    _, second = times([2, 2, 3, 2, 2], [0, 0, REST, SPACE, 1], 2)
    assert second[0] == 2 * (PAD + 9) - 2 - 2


def test_a_last_phoneme_of_great_length_tells_of_a_rest() -> None:
    first, second = times([1, 1, 12, 1, 1, 1], [0, 0, 0, SPACE, 1, 1], 2)
    assert first[1] == 2 * (PAD + 2) + 2
    assert second[0] > 2 * (PAD + 12)


def test_a_word_without_a_phoneme_lies_behind_the_one_before() -> None:
    first, second, third = times([2, 2, 1, 2], [0, 0, SPACE, 2], 3)
    assert second == (first[1], first[1])
    assert third[0] == first[1]


def test_time_goes_on_from_part_to_part() -> None:
    clock = Clock(2)
    clock.count([PAD, 2, PAD], [0], 6000)
    clock.count([PAD, 2, PAD], [1], 6000)
    (_, end), (start, last) = clock.times()
    assert end < 6000 < start < last <= 12_000


def test_a_word_may_go_on_in_the_next_part() -> None:
    clock = Clock(1)
    clock.count([PAD, 2, PAD], [0], 6000)
    clock.count([PAD, 2, PAD], [0], 6000)
    ((start, end),) = clock.times()
    assert start < 6000 < end
