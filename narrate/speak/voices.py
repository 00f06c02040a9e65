"""Voices by name: the listener's own files first, then those that come with narrate."""

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from difflib import get_close_matches
from pathlib import Path

from narrate.errors import OptionError, VoiceError
from narrate.folders import config_home
from narrate.shipped import shipped
from narrate.speak.voice_files import read_voice
from narrate.voice import Voice


def voices_folder() -> Path:
    """Find the folder of the voices that come with narrate."""
    return shipped("voices", "voices")


def own_folder() -> Path:
    """Name the folder of the listener's own voices, whether it is there or not."""
    return config_home() / "voices"


def list_voices() -> list[Voice]:
    """Read every voice by name, the listener's own among them; VoiceError as below."""
    return [read_voice(path) for _, path in sorted(_files().items())]


def readable_voices() -> Iterator[Voice]:
    """Read every voice whose file is in order."""
    for _, path in sorted(_files().items()):
        with suppress(VoiceError):
            yield read_voice(path)


def voice_file(name: str) -> Path:
    """Find a voice's file; VoiceError names the voices that there are."""
    path = Path(name) if name.endswith(".toml") else _files().get(name)
    try:
        if path is not None and path.is_file():
            return path
    except OSError:  # a name longer than any file's
        pass
    names = sorted(_files())
    near = get_close_matches(name.removesuffix(".toml"), names, 1)
    hint = f"did you mean {near[0]}? There" if near else "there"
    raise VoiceError(name, f"is not there; {hint} are {', '.join(names)}")


def is_own(name: str) -> bool:
    """Tell whether a voice is the listener's own."""
    return (own_folder() / f"{name}.toml").is_file()


def voice_names() -> list[str]:
    """Name every voice, also those whose files are broken."""
    return sorted(_files())


def find_voice(name: str, words_per_minute: int | None = None) -> Voice:
    """Read one voice by its name or by the path of its file, at a speed.

    Raises VoiceError for a voice that is not there or not well described, and
    OptionError for a speed that it can't speak at.
    """
    voice = read_voice(voice_file(name), words_per_minute)
    slowest, fastest = voice.slowest_words_per_minute, voice.fastest_words_per_minute
    if words_per_minute is not None and not slowest <= words_per_minute <= fastest:
        wanted = f"{slowest} to {fastest} words a minute for the voice {voice.name}"
        raise OptionError("--wpm", words_per_minute, wanted)
    return voice


def at_pace_of(voice: Voice, other: Voice) -> Voice:
    """Let a voice read as much faster than it usually does as another one reads."""
    pace = other.words_per_minute / other.usual_words_per_minute
    slowest, fastest = voice.slowest_words_per_minute, voice.fastest_words_per_minute
    wanted = round(voice.usual_words_per_minute * pace)
    return replace(voice, words_per_minute=min(max(wanted, slowest), fastest))


def _files() -> dict[str, Path]:
    """Find the file of every voice; the listener's own wins over a shipped one."""
    return {path.stem: path for path in _paths()}


def _paths() -> Iterator[Path]:
    yield from voices_folder().glob("*.toml")
    yield from own_folder().glob("*.toml")
