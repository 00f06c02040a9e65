"""The transcript for programs: JSON in the form of Podcasting 2.0, with word times.

The form is in the podcast namespace's "transcripts": `version` and `segments`. Word
times are a key of our own, `words`, that readers of the form pass over.
"""

import json
from collections.abc import Iterator

from narrate.episode import Episode
from narrate.publish.clean import seconds, tidy
from narrate.publish.cues import Shown, shown
from narrate.publish.wording import wording
from narrate.words import timed


def transcript(episode: Episode) -> Iterator[str]:
    """Write a segment for each utterance, a line each: a book is never held whole."""
    labels = wording(episode.script.language).roles
    yield '{"version": "1.0.0",\n "segments": ['
    comma = "\n"
    for at in shown(episode.timeline):
        # The kind of what stands beside the article: apps show a name where it changes.
        speaker = labels.get(at.cue.utterance.role) or tidy(episode.voice.name)
        yield f"{comma}{_segment(at, speaker)}"
        comma = ",\n"
    yield "\n]}\n"


def _segment(at: Shown, speaker: str) -> str:
    words = ", ".join(_words(at))
    own = f', "words": [{words}]' if words else ""
    speaking = f'"speaker": {_quoted(speaker)}, '
    return f"{{{speaking}{_heard(at.start_ms, at.end_ms, at.text)}{own}}}"


def _words(at: Shown) -> Iterator[str]:
    written = at.cue.utterance.written
    for word in timed(at.cue):
        text = tidy(written[word.start : word.end])
        yield f"{{{_heard(word.start_ms, word.end_ms, text)}}}"


def _heard(start_ms: int, end_ms: int, text: str) -> str:
    times = f'"startTime": {seconds(start_ms)}, "endTime": {seconds(end_ms)}'
    return f'{times}, "body": {_quoted(text)}'


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)
