"""The templates of `web/`, filled: each text is tidied and escaped, unless it is ours.

What Jinja compiles is kept beside Python's own bytecode, as our patterns are.
"""

import contextlib
import os
import struct
import sys
import tempfile
import zlib
from collections.abc import Iterator
from functools import cache
from importlib.util import cache_from_source
from pathlib import Path
from typing import Any

from jinja2 import BytecodeCache, Environment, FileSystemLoader, StrictUndefined
from jinja2.bccache import Bucket
from markupsafe import Markup

from narrate.options import primary
from narrate.publish.clean import clock, seconds, tidy
from narrate.publish.inlined import WEB
from narrate.stamps import file_stamp, stamp

_CHECK = struct.Struct("<I")  # a CRC-32
_FROM_THE_RIGHT = frozenset("ar arc ckb dv fa he ks ps sd ug ur yi".split())


def filled(name: str, **values: object) -> Iterator[str]:
    """Fill a template, in pieces."""
    return _environment().get_template(name).generate(values)


def macros(name: str) -> Any:  # noqa: ANN401 - each has the macros that it has
    """Give the macros of a template, to be called by their names."""
    return _environment().get_template(name).module


def tongue(language: str) -> Markup:
    """Give the attributes of what is in a language; none for the page's own, nothing.

    >>> print(tongue("en_US"), tongue("he"))
     lang="en-US" dir="ltr"  lang="he" dir="rtl"
    """
    if not language:
        return Markup()
    way = "rtl" if primary(language) in _FROM_THE_RIGHT else "ltr"
    given = tidy(language).replace("_", "-")
    return Markup(' lang="{}" dir="{}"').format(given, way)


@cache
def _environment() -> Environment:
    made = Environment(
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_shown,
        trim_blocks=True,
        lstrip_blocks=True,
        loader=FileSystemLoader(WEB),
        auto_reload=False,
        bytecode_cache=_Kept(),
    )
    made.globals["tongue"] = tongue
    made.filters |= {"seconds": seconds, "clock": clock}
    return made


def _shown(value: Any) -> Any:  # noqa: ANN401 - whatever a template is given
    """Tidy a plain text; what is markup, or tidy already, is no plain one."""
    return tidy(value) if type(value) is str else value


class _Kept(BytecodeCache):
    """Keeps what was compiled; what can't be kept, or was torn, is compiled anew."""

    def load_bytecode(self, bucket: Bucket) -> None:
        """Take it, if it is there, whole, and of this template, Jinja and file."""
        path = _path(bucket)
        try:
            whole = path.read_bytes() if path else b""
        except OSError:
            return
        data = whole[_CHECK.size :]
        if whole == _checked(data):
            bucket.bytecode_from_string(data)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Write it aside and move it there."""
        path = _path(bucket)
        if path is None:
            return
        with contextlib.suppress(OSError):
            handle, name = tempfile.mkstemp(dir=path.parent, suffix=".part")
            with os.fdopen(handle, "wb") as file:
                file.write(_checked(bucket.bytecode_to_string()))
            Path(name).chmod(0o644)
            Path(name).replace(path)


def _checked(data: bytes) -> bytes:
    """Put a sum before what was compiled, which hangs on all that compiles it."""
    makers = f"{stamp('jinja2')} {file_stamp(__file__)}".encode()
    return _CHECK.pack(zlib.crc32(data, zlib.crc32(makers))) + data


def _path(bucket: Bucket) -> Path | None:
    """Name its file; none where Python keeps no bytecode."""
    if sys.dont_write_bytecode:
        return None
    return Path(cache_from_source(__file__)).with_suffix(f".{bucket.key}.template")
