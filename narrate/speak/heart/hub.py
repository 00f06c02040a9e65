"""Fetches hibari's other voices from its hub: only when asked, never in a build.

hibari's own function does it: into a file aside, held against its sha256, then moved
into place. What went wrong is said in our words.
"""

import json
from collections.abc import Mapping
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from narrate.errors import VoiceError
from narrate.folders import models_home
from narrate.stamps import sha256_of
from narrate.voice import Voice


def on_hub(voice: Voice) -> bool:
    """Tell whether a voice's model is one that hibari's hub offers."""
    return voice.engine == "heart" and not _row(voice).get("bundled", True)


def size_bytes(voice: Voice) -> int:
    """Tell how much there is to fetch."""
    return int(_row(voice)["bytes"])


def fetch(voice: Voice) -> Path | None:
    """Fetch a voice's model; None if the right one is there already.

    Raises VoiceError where the hub can't be reached, or sent something else: then
    nothing is kept.
    """
    row = _row(voice)
    place: Path = models_home() / row["file"]
    if place.is_file() and sha256_of(place) == row["sha256"]:
        return None
    # 0.3 s, and few install a voice
    from http.client import HTTPException  # noqa: PLC0415

    from hibari import voices  # noqa: PLC0415

    url = f"{voices.BASE_URL}{row['file']}"
    try:
        voices.download(url, str(place), row["sha256"])
    except (RuntimeError, HTTPException, OSError) as error:
        raise VoiceError(voice.name, _trouble(url, error, place)) from error
    return place


def _trouble(url: str, error: Exception, place: Path) -> str:
    cause = error.__cause__ if isinstance(error, RuntimeError) else error
    if cause is None:
        sent = "what came is not what its sha256 promises, and was thrown away"
        return f"can't be installed: {sent}; try again, or report it"
    from urllib.parse import urlsplit  # noqa: PLC0415 - as above

    reason = getattr(cause, "reason", None) or cause
    where = urlsplit(url).hostname or url
    return (
        f"can't be fetched from {where} ({reason}); look at the connection and try"
        f" again, or put {url} into {place.parent} by hand"
    )


def _row(voice: Voice) -> Mapping[str, Any]:
    """Give what hibari knows of one of its voices; loads no engine."""
    found = find_spec("hibari")
    if found is None or not found.origin:
        return {}
    table = Path(found.origin).parent / "assets" / "voices.json"
    rows: dict[str, Any] = json.loads(table.read_text(encoding="utf-8"))
    return rows.get(voice.variant, {}) if voice.model else {}
