import io
import os

import pytest

from narrate.mix.reopened import Reopened


def test_two_of_them_have_places_of_their_own() -> None:
    file = io.BytesIO(b"abcdef")
    one = Reopened(file)
    two = one.again("", 0, {})
    assert two.read(2) == b"ab"
    one.seek(4)
    one.write(b"XY")
    assert two.read(4) == b"cdXY"
    assert (one.tell(), two.tell()) == (6, 6)
    one.seek(-3, os.SEEK_CUR)
    assert one.read(9) == b"dXY"


def test_the_first_trouble_of_either_is_remembered() -> None:
    class Broken(io.BytesIO):
        def write(self, data: bytes) -> int:  # type: ignore[override]
            raise OSError(len(data), "broken")

    one = Reopened(Broken())
    two = one.again("", 0, {})
    for data in (b"12345", b"1"):
        with pytest.raises(OSError, match="broken"):
            two.write(data)
    assert isinstance(one.trouble, OSError)
    assert one.trouble.errno == 5
    assert Reopened(io.BytesIO()).trouble is None
