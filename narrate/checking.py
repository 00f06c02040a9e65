"""What to check, and how: a target is told by what is in it, not by its name."""

from pathlib import Path

from narrate.check.base import Report
from narrate.check.feed.lint import check_feed
from narrate.check.mp3 import check_mp3
from narrate.check.served.lint import NEWEST
from narrate.errors import CheckError
from narrate.probes import check_address, is_address, is_markup


def check(target: str, *, newest: int = NEWEST, allow_private: bool = False) -> Report:
    """Look at a file or a link; raises CheckError where it can't be read.

    `newest` and `allow_private` are for links: how many of a feed's episodes are
    asked for, and whether the listener's own network may be reached.
    """
    if is_address(target):
        return check_address(
            target, of_mp3=check_mp3, newest=newest, allow_private=allow_private
        )
    path = Path(target)
    try:
        return check_feed(path) if is_markup(path) else check_mp3(path)
    except OSError as error:
        trouble = f"can't be read: {error.strerror or error}"
        remedy = "Check the name and its permissions"
        raise CheckError(target, trouble, remedy) from error
