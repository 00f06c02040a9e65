"""What a listener's own server says of the show: as published, or plainly."""

from dataclasses import replace
from pathlib import Path
from typing import Any

from narrate.channels import remembered
from narrate.publish.feed.channel import Channel

_PLAIN = "Articles read by narrate"


def own_show(folder: Path, title: str = "") -> Channel:
    """Give what `narrate feed` was told of a folder; each client adds its base URL.

    Raises OptionError for a file of settings that is damaged.
    """
    said: dict[str, Any] = {"title": _PLAIN, **remembered(folder)}
    show = Channel(**said | {"base_url": ""})
    return replace(show, title=title.strip() or show.title)
