"""Chapters for podcast apps: Podcasting 2.0 JSON chapters, version 1.2.

What stands beside the article is a chapter with `"toc": false`, which apps that know it
leave out of their list. AntennaPod shows it, and cuts all times to whole seconds: the
second of silence at each chapter's end is there for it.
"""

import json
from collections.abc import Iterator

from narrate.episode import Episode
from narrate.heard import Chapter
from narrate.publish.clean import tidy


def chapters(episode: Episode) -> Iterator[str]:
    """Write the chapters, without a gap from 0 to the end."""
    timeline, script = episode.timeline, episode.script
    # Where all of them stand beside the article, a list without them would be empty.
    listed = all(chapter.aside for chapter in timeline.chapters)
    head = {
        "version": "1.2.0",
        "title": tidy(script.title),
        "author": tidy(script.byline),
        "fileName": episode.audio.name,
    }
    told: dict[str, object] = {key: text for key, text in head.items() if text}
    told["chapters"] = [_told(chapter, listed=listed) for chapter in timeline.chapters]
    yield json.dumps(told, ensure_ascii=False, indent=1) + "\n"


def _told(chapter: Chapter, *, listed: bool) -> dict[str, object]:
    told: dict[str, object] = {
        "startTime": chapter.start_ms / 1000,
        "endTime": chapter.end_ms / 1000,
        "title": tidy(chapter.title),
    }
    return told | {"toc": False} if chapter.aside and not listed else told
