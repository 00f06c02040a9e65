"""The door: a script in, its clips out, in order, whoever speaks them and how many."""

from collections import deque
from collections.abc import Iterator
from concurrent.futures import Future
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from itertools import islice
from types import TracebackType
from typing import Self

from narrate.errors import NarrateError, SpeechError
from narrate.model import Clip, Script, Utterance
from narrate.options import Voice
from narrate.sound import Sound
from narrate.speak.cache import ClipCache
from narrate.speak.catalog import open_engine
from narrate.speak.studio import Submit, open_studio

_MOST_THREADS = 4  # on one shared model: each takes 75 MB, and encoding needs cores too
_AHEAD = 8  # utterances under way for each worker: memory stays flat, none waits


@dataclass(frozen=True, slots=True)
class _Take:
    """An utterance under way."""

    utterance: Utterance
    pitch: float
    key: str
    sound: Sound | Future[Sound]


@contextmanager
def performed(
    script: Script, voice: Voice, cache: ClipCache, jobs: int
) -> Iterator[Iterator[Clip]]:
    """Speak every utterance once; what the cache has is not spoken again.

    Workers are busy as soon as the block is entered, and gone when it is left. The
    clips come in the script's order and are the same for any number of jobs. Raises
    SpeechError, which names the sentence, after a second try.
    """
    utterances = script.utterances()
    with _Stage(voice, cache, jobs) as stage:
        waiting = deque(stage.start(u) for u in islice(utterances, _AHEAD * jobs))
        yield _in_order(stage, waiting, utterances)


def _in_order(
    stage: "_Stage", waiting: deque[_Take], coming: Iterator[Utterance]
) -> Iterator[Clip]:
    """Finish the oldest take, and start the next one in its place."""
    while waiting:
        yield stage.finish(waiting.popleft())
        waiting.extend(stage.start(u) for u in islice(coming, 1))
    stage.close()  # now, while the last clips are still being encoded


class _Stage:
    """The engine, opened when the first utterance needs it and not before."""

    def __init__(self, voice: Voice, cache: ClipCache, jobs: int) -> None:
        self._voice, self._cache = voice, cache
        self._engine = open_engine(voice)
        self._jobs = min(jobs, _MOST_THREADS) if self._engine.shareable else jobs
        self._fingerprint = self._engine.fingerprint
        self._submit: Submit | None = None
        self._opened = ExitStack()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._opened.__exit__(kind, error, trace)  # on an error workers stop at once

    def close(self) -> None:
        """Send the workers home; a second time does nothing."""
        self._opened.close()

    def start(self, utterance: Utterance) -> _Take:
        """Take an utterance from the cache, or hand it to a worker."""
        pitch = self._voice.manner(aside=utterance.aside).pitch
        key = self._cache.key(self._fingerprint, pitch, utterance.spoken)
        kept = self._cache.get(key)
        sound = kept or self._say(utterance.spoken, pitch)
        return _Take(utterance, pitch, key, sound)

    def finish(self, take: _Take) -> Clip:
        """Wait for a take, hear it, and try once more if it is not good."""
        if isinstance(take.sound, Sound):
            return Clip(take.utterance, take.sound)
        sound = self._listen(take.utterance, take.sound)
        if isinstance(sound, str):
            again = self._say(take.utterance.spoken, take.pitch)
            sound = self._listen(take.utterance, again)
        if isinstance(sound, str):
            raise SpeechError(self._voice.name, take.utterance.written, sound)
        if self._engine.audible:
            self._cache.put(take.key, sound)
        return Clip(take.utterance, sound)

    def _say(self, text: str, pitch: float) -> Future[Sound]:
        if self._submit is None:
            studio = open_studio(self._engine, self._voice, self._jobs)
            self._submit = self._opened.enter_context(studio)
        return self._submit(text, pitch)

    def _listen(self, utterance: Utterance, coming: Future[Sound]) -> Sound | str:
        """Give a good sound, or say what is wrong: an error, a dead worker, a fault."""
        try:
            sound = coming.result()
        except SpeechError as error:
            return error.reason
        except (NarrateError, ImportError):
            raise  # no second try would mend it
        except Exception as error:  # noqa: BLE001 - whatever a foreign engine raises
            return f"{type(error).__name__}: {error}"
        if not self._engine.audible:
            return sound
        from narrate.speak.check import find_fault  # noqa: PLC0415 - numpy

        fault = find_fault(sound, utterance.spoken, self._voice.words_per_minute)
        return fault or sound
