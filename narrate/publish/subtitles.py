"""Subtitles, WebVTT and SubRip: the author's words, a cue for each utterance.

Lines are not cut: a player cuts them where its screen ends, and at large letters a cut
of ours would leave half of every second line empty.
"""

import html
from collections.abc import Iterator

from narrate.episode import Episode
from narrate.model import Utterance
from narrate.publish.clean import tidy
from narrate.publish.cues import shown
from narrate.publish.wording import wording

_HOUR, _MINUTE, _SECOND = 3_600_000, 60_000, 1_000
_JOINER = "\u2060"  # takes no room, and parts what a player would obey
_OBEYED = ("<", "{", "--")  # <b>, {\an8}, -->


def vtt(episode: Episode) -> Iterator[str]:
    """Write WebVTT (W3C, 2019).

    Every cue names its voice, and what stands beside the article has its kind for a
    name: apps show a name where it changes, and AntennaPod keeps it for all that
    follow. The kind is a class, too, for style sheets.
    """
    yield "WEBVTT\n"
    labels = wording(episode.script.language).roles
    narrator = _escaped(tidy(episode.voice.name))
    for at in shown(episode.timeline):
        utterance = at.cue.utterance
        voice = f"<v {narrator}>"
        if utterance.role in labels:
            kind = utterance.role.replace(" ", "-")
            voice = f"<v.{kind} {labels[utterance.role]}>"
        times = f"{_time(at.start_ms, '.')} --> {_time(at.end_ms, '.')}"
        yield f"\n{times}\n{voice}{_in_its_language(at.text, utterance)}\n"
    yield f"\nNOTE\n{_note(episode)}\n"


def _note(episode: Episode) -> str:
    """Tell of what and by whom; behind the cues, as some apps take it for the first."""
    said = (episode.script.title, f"Language: {episode.script.language}")
    lines = (tidy(line) for line in (*said, episode.voice.notice))
    # a comment has no escapes, and ends where a line is empty
    return "\n".join(line.replace("-->", "→") for line in lines if line)


def srt(episode: Episode) -> Iterator[str]:
    """Write SubRip, which has no standard and no marks that every player knows.

    What stands beside the article begins with its kind in brackets; not with a colon,
    as AntennaPod would take it for a speaker, and all that follows for his.
    """
    labels = wording(episode.script.language).roles
    for number, at in enumerate(shown(episode.timeline), 1):
        label = labels.get(at.cue.utterance.role, "")
        text = at.text
        for sign in _OBEYED:
            text = text.replace(sign, sign + _JOINER)
        times = f"{_time(at.start_ms, ',')} --> {_time(at.end_ms, ',')}"
        yield f"{number}\n{times}\n{f'[{label}] ' if label else ''}{text}\n\n"


def _in_its_language(text: str, utterance: Utterance) -> str:
    if not utterance.language:
        return _escaped(text)
    return f"<lang {_escaped(tidy(utterance.language))}>{_escaped(text)}</lang>"


def _escaped(text: str) -> str:
    return html.escape(text, quote=False)


def _time(ms: int, point: str) -> str:
    minute, second = ms % _HOUR // _MINUTE, ms % _MINUTE // _SECOND
    return f"{ms // _HOUR:02d}:{minute:02d}:{second:02d}{point}{ms % _SECOND:03d}"
