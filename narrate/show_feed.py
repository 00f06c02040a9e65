"""What a publisher is told of a feed."""

import json
from collections.abc import Iterator

from narrate.syndicate import Syndicated


def feed_lines(done: Syndicated) -> Iterator[str]:
    """Say what was written, and what to do next."""
    count = "1 episode" if done.episodes == 1 else f"{done.episodes} episodes"
    yield f"Wrote {done.path}: {count}, the newest: {done.newest}."
    yield f"Check it with: narrate check {done.path}"
    yield f"Then upload all of {done.folder}, and subscribe to {done.url}"


def feed_json(done: Syndicated) -> str:
    """Say it to a program."""
    whole = {
        "feed": str(done.path),
        "url": done.url,
        "image": done.image,
        "episodes": done.episodes,
        "newest": done.newest,
        "notices": done.notices,
    }
    return json.dumps(whole, ensure_ascii=False)
