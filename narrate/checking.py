"""What to check, and how: a target is told by what is in it, not by its name."""

from pathlib import Path

from narrate.check.base import Report
from narrate.check.mp3 import check_mp3


def check(target: str) -> Report:
    """Look at a file or a link; raises CheckError where it can't be read."""
    return check_mp3(Path(target))
