"""Which files may be sent, and as what: only an episode's, and nothing hidden."""

import os
import re
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

from narrate.options import Kind
from narrate.publish.base import FORMS, RECORD

COVER = "cover.jpg"
"""The show's own picture, in the folder that is served."""

PLAYER = FORMS[Kind.PAGE].name
"""An episode's own page."""

_SUFFIXES: Mapping[str, str] = MappingProxyType(
    {form.suffix: form.media_type for form in FORMS.values() if not form.name}
    | {".cover.png": "image/png"}  # a listener's own picture
)
_NEVER = re.compile(r"[\\\x00-\x1f\x7f]")  # Windows would take \ for /
_NAMES: Mapping[str, str] = MappingProxyType(
    {RECORD: "application/json", PLAYER: "text/html"}
)


def media_type(path: str) -> str:
    """Tell what a file is sent as; nothing for one that is not sent.

    `path` leads from the served folder, `/` between parts.

    >>> media_type("mines/mines.mp3"), media_type("mines/.part/mines.mp3")
    ('audio/mpeg', '')
    """
    parts = path.split("/")
    if not all(map(_is_plain, parts)):
        return ""
    if path == COVER:
        return "image/jpeg"
    known = _NAMES.get(parts[-1])
    suffixes = (kind for end, kind in _SUFFIXES.items() if parts[-1].endswith(end))
    return known or next(suffixes, "")


def _is_plain(part: str) -> bool:
    """Tell a name that hides nothing and leads nowhere else."""
    return part[:1] not in {"", "."} and not _NEVER.search(part)


def is_published(path: Path, root: Path) -> bool:
    """Tell whether a file, its links resolved, is an episode's or the show's cover.

    So a folder full of other music and pages (`narrate serve ~`) stays private: an
    episode's files lie beside its record, or one folder below it.
    """
    try:
        inside = path.relative_to(root)
    except ValueError:
        return False
    if not media_type(inside.as_posix()):
        return False
    if inside.as_posix() == COVER:
        return True
    above = [path.parent] if path.parent == root else [path.parent, path.parent.parent]
    return any((folder / RECORD).is_file() for folder in above)


def is_readable(path: Path) -> bool:
    """Tell whether we may read a file, before its length is promised."""
    return os.access(path, os.R_OK)
