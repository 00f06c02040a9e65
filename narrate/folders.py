"""Where on this system a cache belongs."""

import os
from pathlib import Path

import platformdirs


def cache_home() -> Path:
    """Give narrate's cache folder; the variable NARRATE_CACHE names another."""
    told = os.environ.get("NARRATE_CACHE")
    return Path(told) if told else platformdirs.user_cache_path("narrate")
