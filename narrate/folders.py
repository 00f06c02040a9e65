"""Where on this system a cache, settings and installed voices belong."""

import os
from pathlib import Path

CLIPS = "clips"
SEGMENTS = "segments"
PAGES = "pages"
MODELS = "models"
COVERS = "covers"
KEPT = {
    CLIPS: "spoken clips",
    SEGMENTS: "encoded segments",
    PAGES: "fetched pages",
    MODELS: "voices made ready",
    COVERS: "covers",
}
"""What the cache's folders hold, in words."""


def cache_home() -> Path:
    """Give narrate's cache folder; the variable NARRATE_CACHE names another."""
    if told := os.environ.get("NARRATE_CACHE"):
        return Path(told)
    import platformdirs  # noqa: PLC0415 - `narrate --help` need not know

    return platformdirs.user_cache_path("narrate")


def config_home() -> Path:
    """Give the folder of the listener's own settings; NARRATE_CONFIG names another."""
    if told := os.environ.get("NARRATE_CONFIG"):
        return Path(told)
    import platformdirs  # noqa: PLC0415 - as above

    return platformdirs.user_config_path("narrate")


def data_home() -> Path:
    """Give the folder of what was installed later; NARRATE_DATA names another."""
    if told := os.environ.get("NARRATE_DATA"):
        return Path(told)
    import platformdirs  # noqa: PLC0415 - as above

    return platformdirs.user_data_path("narrate")


def models_home() -> Path:
    """Give the folder of the networks of voices that were installed later."""
    return data_home() / "voices"
