import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from narrate.episode import Episode
from narrate.heard import Chapter
from narrate.publish.chapters import chapters
from tests.publish.episodes import of_article, of_texts, retitled
from tests.publish.hostile import HOSTILE

# Podcasting 2.0 JSON chapters 1.2: what we use of it
FORM = {
    "type": "object",
    "required": ["version", "chapters"],
    "properties": {
        "version": {"const": "1.2.0"},
        "title": {"type": "string", "minLength": 1},
        "author": {"type": "string", "minLength": 1},
        "fileName": {"type": "string", "minLength": 1},
        "chapters": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["startTime", "endTime", "title"],
                "properties": {
                    "startTime": {"type": "number", "minimum": 0},
                    "endTime": {"type": "number", "minimum": 0},
                    "title": {"type": "string"},
                    "toc": {"const": False},
                },
                "additionalProperties": False,
            },
        },
    },
    "additionalProperties": False,
}


def told(episode: Episode) -> dict[str, Any]:
    whole: dict[str, Any] = json.loads("".join(chapters(episode)))
    jsonschema.validate(whole, FORM)
    return whole


def test_the_chapters_are_those_of_the_timeline_to_the_millisecond(
    minefields: Path,
) -> None:
    episode = of_article(minefields)
    whole = told(episode)
    assert whole["title"] == episode.script.title
    assert whole["author"] == "Nora Whitfield"
    assert whole["fileName"] == "minefields.mp3"
    found = [
        Chapter(
            each["title"],
            round(each["startTime"] * 1000),
            round(each["endTime"] * 1000),
            aside=not each.get("toc", True),
        )
        for each in whole["chapters"]
    ]
    assert tuple(found) == episode.timeline.chapters


def test_what_stands_beside_the_article_is_left_out_of_the_list(
    minefields: Path,
) -> None:
    listed = [
        c["title"] for c in told(of_article(minefields))["chapters"] if "toc" not in c
    ]
    assert listed
    assert not any(title.startswith("Photo: ") for title in listed)


def test_a_list_is_never_empty() -> None:
    episode = of_texts(["said"])
    aside = tuple(replace(c, aside=True) for c in episode.timeline.chapters)
    episode = replace(episode, timeline=replace(episode.timeline, chapters=aside))
    assert [c.get("toc") for c in told(episode)["chapters"]] == [None]


@pytest.mark.parametrize("title", HOSTILE)
def test_no_title_breaks_the_json(title: str) -> None:
    assert told(retitled(of_texts(["said"]), title))["chapters"]
