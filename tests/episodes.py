"""Episodes of our own making, as a build leaves them."""

import json
import os
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from narrate.options import Kind
from narrate.publish.base import FORMS, RECORD, file_name

KINDS = (
    Kind.MP3,
    Kind.VTT,
    Kind.SRT,
    Kind.JSON,
    Kind.HTML,
    Kind.CHAPTERS,
    Kind.COVER,
    Kind.PAGE,
)
CHANGED_S = 1_790_000_000
"""21 September 2026, 14:13:20."""


def episode(
    folder: Path,
    kinds: Iterable[Kind] = KINDS,
    changed_s: int = CHANGED_S,
    **more: object,
) -> Path:
    """Lay an episode into a folder that is called as it; give its record's path."""
    folder.mkdir(parents=True, exist_ok=True)
    files = []
    for number, kind in enumerate(kinds, 1):
        name = file_name(kind, folder.name)
        (folder / name).write_bytes(b"x" * number)
        files.append(
            {
                "kind": kind.value,
                "name": name,
                "media_type": FORMS[kind].media_type,
                "size": number,
                "sha256": "0" * 64,
            }
        )
    path = folder / RECORD
    text = json.dumps(record(folder.name) | {"files": files} | more, indent=1)
    path.write_text(text, encoding="utf-8")
    os.utime(path, (changed_s, changed_s))
    return path


def record(name: str) -> dict[str, Any]:
    """Give what a record says, without files."""
    return {
        "schema": 1,
        "guid": f"urn:uuid:{name}",
        "title": f"The story of {name}",
        "byline": "Ada Bell",
        "published": "2026-11-20",
        "language": "en",
        "summary": "Why trams came back.",
        "site": "",
        "source": {"name": f"{name}.txt", "url": f"https://example.org/{name}"},
        "voice": "Read aloud by a synthetic voice: heart.",
        "length_ms": 3_723_600,
        "chapters": [
            chapter("Introduction", 0, 18_036),
            chapter("Photo: a tram", 18_036, 31_500, aside=True),
            chapter("Rails & wires", 31_500, 3_723_600),
        ],
    }


def chapter(
    title: str, start_ms: int, end_ms: int, *, aside: bool = False
) -> dict[str, Any]:
    """Give a chapter as a record has it."""
    times = {"start_ms": start_ms, "end_ms": end_ms}
    return {"title": title, "aside": aside, **times}
