"""espeak-ng's data folder: a path to it that is short enough, and what is in it."""

import contextlib
import os
import shutil
import tempfile
import zlib
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from narrate.folders import cache_home
from narrate.stamps import file_stamp

LONGEST_PATH = 159
"""In bytes; the library keeps the path in `path_home[160]`."""


@cache
def within_reach(data: str) -> str:
    """Give a shorter path to a folder whose own is too long: a link in the cache.

    Where no link can be made (Windows asks for a right, some disks have none), a copy:
    all 18 MB, since a text may have a word in any script. Where there can't be a copy
    either, the path stays as it is.
    """
    if len(os.fsencode(data)) <= LONGEST_PATH:
        return data
    link = cache_home() / f"espeak-ng-{zlib.crc32(os.fsencode(data)):08x}"
    with contextlib.suppress(OSError):  # above all: another process was first
        link.parent.mkdir(parents=True, exist_ok=True)
        link.symlink_to(data, target_is_directory=True)
    if link.is_dir():
        return str(link)
    return _copy(data) or data


def _copy(data: str) -> str:
    """Copy the data into the cache, unless they are there; "" where that fails.

    A copy is named by its files' times, put in its place whole, and never changed.
    """
    seen = zlib.crc32(f"{data} {stamp_of(data, 'en')}".encode(errors="surrogateescape"))
    place = cache_home() / f"espeak-ng-copy-{seen:08x}"
    if not place.is_dir():
        with contextlib.suppress(OSError):
            half = tempfile.mkdtemp(prefix=".espeak-ng-", dir=cache_home())
            try:
                shutil.copytree(data, f"{half}/data")
                Path(half, "data").rename(place)  # fails if another process was first
            finally:
                shutil.rmtree(half, ignore_errors=True)
    return str(place) if place.is_dir() else ""


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


def stamp_of(data: str, voice: str) -> str:
    """Tell the data of a voice from others by their times, and cost nothing.

    The folder's own time changes when a file is put in, or put in another's place.
    """
    language = voice.partition("+")[0].partition("-")[0].lower()
    read = ("phondata", "phontab", "phonindex", "intonations", f"{language}_dict")
    return " ".join(file_stamp(f"{data}/{name}") for name in (".", *read))
