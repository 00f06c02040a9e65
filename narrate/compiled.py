"""Compiled patterns, kept beside Python's bytecode: the same idea, for `re`.

Python keeps what it compiles of a module, but compiles each pattern anew in every
process: four hundred of them are 40 ms of 60 that a script's first sentence takes. What
is kept is the code that `re` hands to its engine; the engine checks it as it takes it.
On other Pythons than CPython they are compiled as usual.
"""

import contextlib
import marshal
import os
import re
import struct
import sys
import tempfile
import zlib
from functools import cache
from importlib import import_module
from importlib.util import cache_from_source
from pathlib import Path
from typing import Any, AnyStr

_MOST_BYTES = 4_000_000  # all of ours are 0.5 MB: more would be a listener's lexicon
_CHECK = struct.Struct("<I")  # a CRC-32 of what follows
_new: dict[str | bytes, tuple[Any, ...]] = {}


@cache
def compiled(source: AnyStr) -> re.Pattern[AnyStr]:
    """Give a pattern, compiled once in a process and, if it can be, on this machine."""
    if sys.implementation.name != "cpython":
        return re.compile(source)
    code = _kept().get(source)
    if code is None:
        code = _new[source] = _compile(source)
    pattern: re.Pattern[AnyStr] = import_module("_sre").compile(source, *code)
    return pattern


def keep() -> None:
    """Write down what was compiled, if anything was and if it can be."""
    path = _path()
    if not _new or path is None:
        return
    data = marshal.dumps({**_kept(), **_new})
    data = _CHECK.pack(zlib.crc32(data)) + data
    if len(data) > _MOST_BYTES:
        return
    with contextlib.suppress(OSError):
        handle, name = tempfile.mkstemp(dir=path.parent, suffix=".part")
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        Path(name).chmod(0o644)
        Path(name).replace(path)
    _new.clear()


def _compile(source: str | bytes) -> tuple[Any, ...]:
    """Do what re.compile does, up to what it hands to its engine."""
    compiler, parser = import_module("re._compiler"), import_module("re._parser")
    parsed = parser.parse(source, 0)
    names: dict[str, int] = parsed.state.groupdict
    groups: list[str | None] = [None] * parsed.state.groups
    for name, number in names.items():
        groups[number] = name
    # Plain numbers: marshal knows no others. `_code` has no public name.
    code = [int(word) for word in compiler._code(parsed, 0)]  # noqa: SLF001
    flags = int(parsed.state.flags)
    return flags, code, parsed.state.groups - 1, names, tuple(groups)


@cache
def _kept() -> dict[str | bytes, tuple[Any, ...]]:
    """Read what earlier processes wrote; what can't be read was never written."""
    path = _path()
    try:
        data = path.read_bytes() if path else b""
    except OSError:
        data = b""
    if len(data) <= _CHECK.size:
        return {}
    (check,) = _CHECK.unpack_from(data)
    if check != zlib.crc32(data[_CHECK.size :]):
        return {}
    kept: dict[str | bytes, tuple[Any, ...]] = marshal.loads(  # noqa: S302 - as a .pyc
        data[_CHECK.size :]
    )
    return kept


def _path() -> Path | None:
    """Name the file by the engine of its code; none where Python keeps no bytecode."""
    if sys.dont_write_bytecode:
        return None
    beside = Path(cache_from_source(__file__))
    return beside.with_suffix(f".{import_module('_sre').MAGIC}.patterns")
