"""What the engine `heart` loads: hibari's words and a network of one of its voices."""

import json
from collections.abc import Callable, Container, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from narrate.errors import VoiceError
from narrate.heard import Phrase
from narrate.speak.models import find_model
from narrate.stamps import origin, release
from narrate.voice import Voice

if TYPE_CHECKING:
    from narrate.speak.heart.tokens import Reading

_USUAL = "heart"
_PACKAGES = {"hibari": "hibari_tts", "onnxruntime": "onnxruntime", "numpy": "numpy"}


def print_of(voice: Voice) -> str:
    """Name the versions of all that a voice's sound hangs on; loads nothing."""
    versions = "/".join(release(*names) for names in _PACKAGES.items())
    whose = f"{voice.variant or _USUAL}/{voice.language}"
    return f"{versions}/{whose}/{voice.model}/{voice.sha256}"


@dataclass(frozen=True, slots=True)
class Model:
    """What all threads share."""

    read: Callable[[Phrase], "Reading"]
    """Gives a phrase's phonemes; one thread at a time. Raises NoSoundError."""

    ids: dict[str, int]
    """The number of each phoneme."""

    session: Any
    """The network."""

    noise: Any
    """The beginning of every utterance's noise."""


def open_model(voice: Voice) -> Model:
    """Load words and network side by side; raises VoiceError."""
    home = Path(origin("hibari")).parent
    rows = _read_json(home / "assets" / "voices.json")
    row = rows.get(voice.variant or _USUAL, {})
    network = _find_network(home, voice, row)
    ids = _read_json(home / "assets" / "vocab.json")
    from concurrent.futures import ThreadPoolExecutor  # noqa: PLC0415 - 10 ms

    with ThreadPoolExecutor(1) as pool:
        words = pool.submit(_open_words, home, ids, british=_is_british(voice, row))
        from narrate.speak.heart import graph, wave  # noqa: PLC0415

        session = graph.open_session(network, voice.name)
        return Model(words.result(), ids, session, wave.draw_noise())


def _is_british(voice: Voice, row: Mapping[str, Any]) -> bool:
    """Tell whose English a voice speaks: hibari knows, or the voice's file does."""
    return bool(row.get("british", voice.language.lower() == "en-gb"))


def _open_words(
    home: Path, ids: Container[str], *, british: bool
) -> Callable[[Phrase], "Reading"]:
    from narrate.speak.heart.pronounce import open_phonemizer  # noqa: PLC0415
    from narrate.speak.heart.tokens import read  # noqa: PLC0415

    phonemizer = open_phonemizer(home, british=british)
    return lambda phrase: read(phonemizer, phrase, ids)


def _find_network(home: Path, voice: Voice, row: Mapping[str, Any]) -> Path:
    """Find a voice's file: the one that it names, or the one that hibari brings."""
    if voice.model:
        return find_model(voice)
    if row.get("bundled"):
        return home / "assets" / str(row["file"])
    if row:
        trouble = "is not on this machine, and a build downloads nothing"
        raise VoiceError(voice.name, trouble)
    raise VoiceError(voice.name, f"is none of hibari's: {voice.variant}")


def _read_json(path: Path) -> Any:  # noqa: ANN401
    return json.loads(path.read_text(encoding="utf-8"))
