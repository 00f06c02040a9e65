"""What tells one installed version of a library from another, without loading it."""

from functools import cache
from importlib.util import find_spec
from pathlib import Path


@cache
def stamp(*libraries: str) -> str:
    """Name the libraries by the files that they are imported from.

    Size and time are enough to notice another version, and 50 times cheaper to ask
    than a version number. A library that is not there has no stamp.
    """
    return " ".join(_stamp(library) for library in libraries)


def _stamp(library: str) -> str:
    found = find_spec(library)
    if found is None or not found.origin:
        return f"{library} missing"
    status = Path(found.origin).stat()
    return f"{library} {status.st_size} {status.st_mtime_ns}"
