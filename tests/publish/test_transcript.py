import json
from itertools import pairwise
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from hypothesis import given

from narrate.episode import Episode
from narrate.publish.clean import tidy
from narrate.publish.transcript import transcript
from narrate.words import timed
from tests.publish.episodes import letters, of_article, of_texts, written
from tests.publish.hostile import HOSTILE, texts

ARTICLES = sorted((Path(__file__).parents[1] / "articles").glob("*.txt"))
_TIMED = {
    "startTime": {"type": "number", "minimum": 0},
    "endTime": {"type": "number", "minimum": 0},
    "body": {"type": "string", "minLength": 1},
}
# Podcasting 2.0, docs/examples/transcripts: `words` is ours
FORM = {
    "type": "object",
    "required": ["version", "segments"],
    "properties": {
        "version": {"const": "1.0.0"},
        "segments": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["speaker", *_TIMED],
                "properties": {
                    "speaker": {"type": "string", "minLength": 1},
                    "words": {
                        "type": "array",
                        "items": {
                            "type": "object",
                            "required": list(_TIMED),
                            "properties": _TIMED,
                            "additionalProperties": False,
                        },
                    },
                    **_TIMED,
                },
                "additionalProperties": False,
            },
        },
    },
    "additionalProperties": False,
}


def segments_of(episode: Episode) -> list[Any]:
    whole = json.loads("".join(transcript(episode)))
    jsonschema.validate(whole, FORM)
    segments: list[Any] = whole["segments"]
    return segments


@pytest.mark.parametrize("article", ARTICLES, ids=lambda path: path.name)
def test_a_transcript_holds_the_authors_words_once(article: Path) -> None:
    episode = of_article(article)
    segments = segments_of(episode)
    assert letters("".join(s["body"] for s in segments)) == letters(written(episode))
    assert segments[-1]["endTime"] == episode.timeline.length_ms / 1000
    for one, other in pairwise(segments):
        assert one["startTime"] < one["endTime"] == other["startTime"]


def test_words_are_timed_where_the_engine_times_them(minefields: Path) -> None:
    episode = of_article(minefields)
    for segment, cue in zip(segments_of(episode), episode.timeline.cues, strict=True):
        words = segment["words"]
        assert [round(w["startTime"] * 1000) for w in words] == (
            [word.start_ms for word in timed(cue)]
        )
        assert all(word["body"] in segment["body"] for word in words)
        assert segment["startTime"] <= words[0]["startTime"]
        assert words[-1]["endTime"] <= segment["endTime"]


def test_an_engine_that_times_no_words_leaves_them_out() -> None:
    assert segments_of(of_texts(["One two."])) == [
        {"speaker": "silent", "startTime": 0, "endTime": 1, "body": "One two."}
    ]


def test_a_caption_is_named_as_one(minefields: Path) -> None:
    speakers = {
        s["body"][:7]: s["speaker"] for s in segments_of(of_article(minefields))
    }
    assert speakers["Sappers"] == "Caption"
    assert speakers["The fro"] == "silent"


@given(texts)
def test_no_text_breaks_the_json(said: list[str]) -> None:
    bodies = [segment["body"] for segment in segments_of(of_texts(said))]
    assert bodies == [text for text in map(tidy, said) if text]


def test_it_comes_in_pieces_so_that_a_book_is_never_held_whole() -> None:
    pieces = list(transcript(of_texts(HOSTILE * 10)))
    assert len(pieces) > 10 * (len(HOSTILE) - 4)
    assert segments_of(of_texts([""])) == []
