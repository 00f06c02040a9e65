"""What is shown of voices: a line for each, or JSON for programs."""

import json
from collections.abc import Iterable, Iterator

from narrate.auditions import Audition
from narrate.speak.languages import NAMES

_EXACT = 10  # times real time: below, a tenth matters


def voices_lines(found: Iterable[Audition]) -> Iterator[str]:
    """Give a line for each voice, its name first: it is read by screen readers."""
    for each in found:
        voice = each.voice
        if voice is None:
            yield f"{each.name}: can't be used. {each.trouble}"
            continue
        kind = "natural" if voice.natural else "robotic"
        if voice.engine == "silent":
            kind = "silent"
        about = voice.about if kind in voice.about else f"{voice.about}, {kind}"
        yield (
            f"{voice.name}: {about}; {voice.language}, engine {voice.engine}"
            f"{_speed(each.times_real)}; {voice.licence}; {_state(each)}"
        )
    languages = len(set(NAMES.values()))
    yield (
        f"espeak also speaks {languages} languages: narrate voices --languages lists"
        " them"
    )


def voices_json(found: Iterable[Audition]) -> str:
    """Give the same for programs."""
    return json.dumps([_row(each) for each in found], ensure_ascii=False, indent=2)


def _speed(times_real: float | None) -> str:
    if times_real is None:
        return ""
    figure = f"{times_real:.0f}" if times_real >= _EXACT else f"{times_real:.1f}"
    return f", {figure} times as fast as speech"


def _state(each: Audition) -> str:
    if each.trouble:
        return f"installed, but fails: {each.trouble}"
    return f"not installed: {each.command}" if each.command else "installed"


def _row(each: Audition) -> dict[str, object]:
    voice = each.voice
    seen: dict[str, object] = {"name": each.name, "trouble": each.trouble}
    if voice is None:
        return seen
    return {
        "name": each.name,
        "about": voice.about,
        "engine": voice.engine,
        "language": voice.language,
        "natural": voice.natural,
        "words_per_minute": voice.words_per_minute,
        "times_real": each.times_real,
        "licence": voice.licence,
        "source": voice.source,
        "installed": not each.command,
        "install": each.command,
        "trouble": each.trouble,
    }
