"""The shipped names of people and places, and how they sound."""

from collections.abc import Mapping
from pathlib import Path

_TABLE = Path(__file__).parent / "names.tsv"


def open_names() -> Mapping[str, str]:
    """Give each name and its IPA."""
    lines = _TABLE.read_text(encoding="utf-8").splitlines()
    rows = (line.split("\t") for line in lines if line and line[:2] != "# ")
    return {row[0]: row[1] for row in rows}
