"""The Shop: a worker's own room, in which it builds one whole article after another."""

import time
from dataclasses import replace
from functools import cached_property
from pathlib import Path

from narrate.batch.base import Item, Outcome, Row
from narrate.batch.plan import Plan, options_for
from narrate.batch.shelf import Shelf, open_shelf
from narrate.content import content_key, source_of
from narrate.errors import MissingPartError, NarrateError, TakenError
from narrate.options import Options, is_link
from narrate.publish.base import RECORD
from narrate.publish.record import Record, read_record
from narrate.speak.voices import find_voice
from narrate.speakers import cast_for
from narrate.takes import Booth

_PATIENCE_S = 30.0  # for another batch that builds the same article just now
_LOOK_S = 0.1


class Shop:
    """Builds articles by a plan, unless they are built; engines are opened once."""

    def __init__(self, plan: Plan) -> None:
        self._plan = plan
        self._booth = Booth(keep_clips=False, segments=plan.segments)

    @cached_property
    def _shelf(self) -> Shelf:
        """Opened by the worker itself: a connection does not outlive a fork."""
        return open_shelf(self._plan.out)

    def load(self) -> None:
        """Import and open what the first article would wait for."""
        import narrate.build  # noqa: PLC0415 - not before a worker wants it
        import narrate.mix.produce  # noqa: PLC0415
        import narrate.script.compose  # noqa: F401, PLC0415

        options = self._plan.options
        voice = find_voice(options.voice, options.words_per_minute)
        self._booth.performer.engine(voice).load()

    def __call__(self, item: Item) -> Row:
        """Build an article, or find it built; what we can explain becomes a row."""
        begun_s = time.perf_counter()
        size = size_of(item.article)
        try:
            outcome, record = self._in_turn(options_for(self._plan, item))
        except (NarrateError, ImportError) as error:
            fault = _ours(error)
            why, code = f"{fault} {fault.hint}".strip(), fault.exit_code
            spent_s = time.perf_counter() - begun_s
            return Row(item, Outcome.FAILED, spent_s, 0, size, why=why, exit_code=code)
        spent_s = time.perf_counter() - begun_s
        unknown = dict(record.unknown)
        return Row(item, outcome, spent_s, record.length_ms, size, unknown=unknown)

    def _in_turn(self, options: Options) -> tuple[Outcome, Record]:
        """Wait where another batch is at the same article, then look what it left."""
        end_s = time.monotonic() + _PATIENCE_S
        while True:
            if not self._plan.rebuild and (built := find_built(options, self._shelf)):
                return Outcome.KEPT, built
            try:
                return Outcome.BUILT, self._build(options)
            except TakenError:
                if time.monotonic() > end_s:
                    raise
            time.sleep(_LOOK_S)

    def _build(self, options: Options) -> Record:
        from narrate.build import build  # noqa: PLC0415 - as above

        with self._shelf.desk(options.name) as folder:
            there = replace(options, output=f"{folder}/")
            episode = build(there, lambda _: None, booth=self._booth)
            return read_record(episode.audio.parent / RECORD)


def find_built(options: Options, shelf: Shelf) -> Record | None:
    """Give the record of an article's episode, if it was made from the very same.

    Raises VoiceError, LexiconError, OutputError.
    """
    record = shelf.find(options.name)
    if not record or not record.key or not record.languages:
        return None
    source, pace = source_of(options.article), options.words_per_minute
    cast = cast_for(record.languages, find_voice(options.voice, pace), pace)
    key = content_key(options, source, record.vocabulary, cast)
    return record if key == record.key else None


def size_of(article: str) -> int:
    """Give the bytes of an article, or 0 where nobody knows."""
    try:
        return 0 if is_link(article) else Path(article).stat().st_size
    except (OSError, ValueError):
        return 0


def _ours(error: NarrateError | ImportError) -> NarrateError:
    if isinstance(error, NarrateError):
        return error
    return MissingPartError(error.name or str(error))
