"""espeak-ng's data folder: a path to it that is short enough, and what is in it."""

import contextlib
import os
import zlib
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from narrate.folders import cache_home

LONGEST_PATH = 159
"""In bytes; the library keeps the path in `path_home[160]`."""


@cache
def within_reach(data: str) -> str:
    """Give a shorter path to a folder whose own is too long: a link in the cache.

    Where no link can be made the path stays as it is.
    """
    if len(os.fsencode(data)) <= LONGEST_PATH:
        return data
    link = cache_home() / f"espeak-ng-{zlib.crc32(os.fsencode(data)):08x}"
    with contextlib.suppress(OSError):  # above all: another process was first
        link.parent.mkdir(parents=True, exist_ok=True)
        link.symlink_to(data, target_is_directory=True)
    return str(link) if link.is_dir() else data


@cache
def language_files(data: str) -> Mapping[str, str]:
    """Give the path of each language's file by its voice's name in small letters."""
    top = Path(data) / "lang"
    if not top.is_dir():
        return {}
    return {
        file.name.lower(): file.path
        for family in os.scandir(top)
        for file in (os.scandir(family) if family.is_dir() else [family])
    }


def stamp(path: str) -> str:
    """Sum up name, sizes and times of a file, or of the files right in a folder."""
    kept = Path(path)
    files = [*os.scandir(path)] if kept.is_dir() else [kept]
    seen = sorted((f.name, (at := f.stat()).st_size, at.st_mtime_ns) for f in files)
    return f"{kept.name} {zlib.crc32(repr(seen).encode()):08x}"
