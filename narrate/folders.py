"""Where on this system a cache belongs, and what is in it."""

import os
from pathlib import Path

import platformdirs

CLIPS = "clips"
SEGMENTS = "segments"
PAGES = "pages"
MODELS = "models"
KEPT = {
    CLIPS: "spoken clips",
    SEGMENTS: "encoded segments",
    PAGES: "fetched pages",
    MODELS: "voices made ready",
}
"""What the cache's folders hold, in words."""


def cache_home() -> Path:
    """Give narrate's cache folder; the variable NARRATE_CACHE names another."""
    told = os.environ.get("NARRATE_CACHE")
    return Path(told) if told else platformdirs.user_cache_path("narrate")
