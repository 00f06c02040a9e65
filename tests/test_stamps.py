from narrate.stamps import stamp


def test_a_library_has_one_stamp_and_others_have_others() -> None:
    assert stamp("numpy") == stamp("numpy")
    assert len({stamp("numpy"), stamp("soxr"), stamp("numpy", "soxr")}) == 3


def test_a_library_that_is_not_there_is_missing() -> None:
    assert stamp("no_such_library") == "no_such_library missing"
