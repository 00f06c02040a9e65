"""Takes: utterances spoken, mastered and encoded ahead of their turn, each once.

One worker does all of it for one utterance, so that no sound travels between workers;
what an earlier build made is not made again.
"""

import hashlib
import struct
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack, contextmanager
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from narrate.errors import SpeechError
from narrate.folders import SEGMENTS, cache_home
from narrate.heard import Clip
from narrate.mix.recipe import recipe
from narrate.mix.segment import Segment
from narrate.model import Utterance
from narrate.options import Encoding
from narrate.speak.cache import ClipCache
from narrate.speak.cast import Cast, Part
from narrate.speak.perform import Performer
from narrate.store import Store
from narrate.voice import Manner, Voice
from narrate.workers import is_lost, open_here, open_workers

if TYPE_CHECKING:
    from concurrent.futures import Future  # 10 ms that a rebuild need not wait

LIMIT_BYTES = 500_000_000
"""Of encoded segments: 17 hours."""

_Task = tuple[str, Utterance, Part]  # what is said and how, behind its segment's key

_TRIES = 3  # it must have been there at so many deaths: anyone may kill a worker
_AHEAD = 8  # utterances under way for each worker: memory stays flat, none waits
_AT_FIRST = 32  # for each worker while the script is being written: 5 minutes of sound


class Booth:
    """Where utterances are spoken: engines, opened once, and what was made in it."""

    def __init__(
        self, *, keep_clips: bool = True, segments: Path | None = None
    ) -> None:
        # A clip is 20 times its segment, and helps only where levels change.
        self.performer = Performer(ClipCache() if keep_clips else None)
        self.kept = Store(segments or cache_home() / SEGMENTS, LIMIT_BYTES)


@contextmanager
def open_takes(
    cast: Cast, wanted: Encoding, jobs: int, booth: Booth | None = None
) -> Iterator["Takes"]:
    """Open what makes segments; whatever happens, no worker outlives the block.

    With a booth all is made in it, here and now, without any worker.
    """
    with ExitStack() as opened:
        yield Takes(cast, wanted, jobs, opened, booth)


class Takes:
    """Segments by what they say: the same bytes for any number of workers."""

    def __init__(
        self,
        cast: Cast,
        wanted: Encoding,
        jobs: int,
        opened: ExitStack,
        booth: Booth | None = None,
    ) -> None:
        self.cast, self._wanted, self._jobs = cast, wanted, jobs
        self._opened, self._booth = opened, booth
        here = booth or Booth()
        self._performer, self._kept = here.performer, here.kept
        self._missing = 0
        self._coming: dict[str, Segment | Future[Segment | None]] = {}
        self._submits: dict[bool, Callable[[_Task], Future[Segment | None]]] = {}
        self.kept_all = True
        """Whether all that was made could be kept for another time."""

    @property
    def apart(self) -> bool:
        """Whether workers are processes, to be forked before much is in memory."""
        shareable = self._performer.engine(self.cast.voice).shareable
        return not self._booth and not shareable

    def begin(
        self, voice: Voice | None = None
    ) -> "Callable[[_Task], Future[Segment | None]]":
        """Let workers get ready now, or else when there is work for them.

        Voices of both kinds, in threads and in processes, have workers of both.
        """
        voice = voice or self.cast.voice
        apart = not self._performer.engine(voice).shareable
        if apart not in self._submits:
            count = min(self._jobs, self._missing) or self._jobs
            if self._booth:
                workers = open_here(_Worker(voice, self._wanted, self._booth))
            else:
                make = partial(_Worker, voice, self._wanted)
                workers = open_workers(make, count, apart=apart)
            self._submits[apart] = self._opened.enter_context(workers)
        return self._submits[apart]

    def start(self, utterances: Iterable[Utterance]) -> None:
        """Make these soon; more than may wait in memory are left for their turn.

        Where no worker has begun, they are only looked for: how many are missing tells
        how many workers it takes.
        """
        for utterance in utterances:
            task = self._task(utterance)
            key = task[0]
            room = len(self._coming) < _AT_FIRST * self._jobs
            if room and key not in self._coming:
                found = self._find(key) or (self._submits and self._make(task))
                if found:
                    self._coming[key] = found
                    continue
            self._missing += key not in self._coming

    def in_order(self, utterances: Iterable[Utterance]) -> Iterator[Segment]:
        """Give the segment of each, in order, and go on with those that follow.

        Raises SpeechError, which names the sentence.
        """
        ahead: deque[_Task] = deque()
        for utterance in utterances:
            task = self._task(utterance)
            self._start(task)
            ahead.append(task)
            if len(ahead) >= _AHEAD * self._jobs:
                yield self._finish(ahead.popleft())
        while ahead:
            yield self._finish(ahead.popleft())
        self._opened.close()

    def tidy(self) -> None:
        """Forget what was used least, if there is more in the caches than may be."""
        # To look at every entry is work that no rebuild need do, nor each of a batch.
        if self._submits and not self._booth:
            ClipCache().store.trim()
            self._kept.trim()

    def _start(self, task: _Task) -> None:
        """Find a segment that was made before, or hand it to a worker."""
        key = task[0]
        if key not in self._coming:
            self._coming[key] = self._find(key) or self._make(task)

    def _finish(self, task: _Task) -> Segment:
        """Wait for a segment, and have it made again if its worker was lost."""
        key, utterance, part = task
        coming = self._coming.pop(key, None) or self._find(key)
        fault = ""
        for _ in range(_TRIES):
            if isinstance(coming, Segment):
                return coming
            segment, fault = self._wait(task, coming or self._make(task))
            if segment:
                return segment
            coming = None
        raise SpeechError(part.voice.name, utterance.written, fault)

    def _wait(
        self, task: _Task, made: "Future[Segment | None]"
    ) -> tuple[Segment | None, str]:
        """Give what a worker made, or say how it was lost."""
        key, _, part = task
        try:
            segment = made.result()
        except Exception as error:
            if not is_lost(error):
                raise
            return None, str(error)
        if segment:
            self.kept_all &= not self._performer.engine(part.voice).audible
            return segment, ""
        return self._find(key), "it was dropped from the cache meanwhile"

    def _find(self, key: str) -> Segment | None:
        data = self._kept.get(key)
        if data is None:
            return None
        try:
            return Segment.unpack(data)
        except struct.error:
            return None

    def _make(self, task: _Task) -> "Future[Segment | None]":
        _, _, part = task
        return self.begin(part.voice)(task)

    def _task(self, utterance: Utterance) -> _Task:
        """Name a segment by everything that changes its frames."""
        part = self.cast.part(utterance)
        made = recipe(part.voice, part.manner, self._wanted)
        whole = f"{made}\0{self._performer.key(utterance, part)}"
        return hashlib.sha256(whole.encode()).hexdigest(), utterance, part


class _Worker:
    """Takes one utterance after another from words to frames."""

    def __init__(
        self, voice: Voice, wanted: Encoding, booth: Booth | None = None
    ) -> None:
        self._voice, self._wanted = voice, wanted
        booth = booth or Booth()
        self._performer, self._kept = booth.performer, booth.kept
        self._lock = threading.Lock()

    def load(self) -> None:
        """Import and open what the first utterance would wait for."""
        self._import()
        self._performer.engine(self._voice).load()

    def _import(self) -> Callable[[Clip, Voice, Manner, Encoding], Segment]:
        with self._lock:  # an import that fails in two threads at once fails oddly
            from narrate.mix.produce import produce  # noqa: PLC0415 - numpy, 0.05 s

            return produce

    def __call__(self, task: _Task) -> Segment | None:
        """Make a segment and keep it; give it only where it can't be kept."""
        key, utterance, part = task
        produce = self._import()
        clip = self._performer.perform(utterance, part)
        segment = produce(clip, part.voice, part.manner, self._wanted)
        if not self._performer.engine(part.voice).audible:
            return segment
        self._kept.put(key, segment.pack())
        return None if self._kept.writable else segment
