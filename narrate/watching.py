"""A folder that is watched: what lands in it is built, and the feed renewed."""

import time
from collections.abc import Callable, Iterator
from pathlib import Path

import watchfiles

from narrate.errors import OptionError

_QUIET_S = 2.0  # a file that nobody has written to for so long is whole
_LONGEST_S = 600.0  # then it is taken as it is
_LOOK_S = 0.25


def changes(folder: Path, out: Path) -> Iterator[None]:
    """Say at once, and then each time that files came or changed, that it is time.

    What happens below `out`, and to hidden files, does not count. Ends with Ctrl-C.
    Raises OptionError where there is no such folder.
    """
    if not folder.is_dir():
        raise OptionError("FOLDER", folder, "a folder that is there")
    counts = _counting(folder, out)
    watched = watchfiles.watch(
        folder, watch_filter=counts, step=500, yield_on_timeout=False
    )
    _settle(
        path for path in folder.rglob("*") if counts(watchfiles.Change.added, str(path))
    )
    yield
    for found in watched:
        _settle(Path(path) for _, path in found)
        yield


def _counting(folder: Path, out: Path) -> Callable[[watchfiles.Change, str], bool]:
    home, own = folder.resolve(), out.resolve()

    def counts(_: watchfiles.Change, name: str) -> bool:
        path = Path(name).resolve()
        if path.is_relative_to(own):
            return False
        inside = path.relative_to(home) if path.is_relative_to(home) else path
        return not any(part.startswith(".") for part in inside.parts)

    return counts


def _settle(paths: Iterator[Path]) -> None:
    """Wait until nobody writes to them any more: half an article is none."""
    waiting = list(paths)
    end_s = time.monotonic() + _LONGEST_S
    seen: dict[Path, tuple[int, float]] = {}
    while waiting and time.monotonic() < end_s:
        waiting = [path for path in waiting if not _is_quiet(path, seen)]
        if waiting:
            time.sleep(_LOOK_S)


def _is_quiet(path: Path, seen: dict[Path, tuple[int, float]]) -> bool:
    """Tell whether a file has had one size for long enough, by a clock nobody sets."""
    try:
        if not path.is_file() or time.time() - path.stat().st_mtime > _QUIET_S:
            return True
        size = path.stat().st_size
    except OSError:
        return True  # it is gone
    now_s = time.monotonic()
    before, since_s = seen.get(path, (-1, now_s))
    if size != before:
        seen[path] = size, now_s
        return False
    return now_s - since_s > _QUIET_S
