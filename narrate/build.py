"""The whole story of a build, stage by stage: the only room that knows the order."""

import os
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from narrate import __version__
from narrate.compiled import keep
from narrate.coverage import prove
from narrate.destination import output_path, refuse_to_overwrite
from narrate.errors import ArticleError, OptionError
from narrate.folders import cache_home
from narrate.heard import Timeline
from narrate.mix.master import master
from narrate.mix.master import stream as send
from narrate.mix.segment import Segment
from narrate.mix.tags import LONGEST_TEXT, MAKER, Tags
from narrate.model import Article, Script, Utterance
from narrate.options import Acronyms, Encoding, Options, Pacing
from narrate.read.article import read
from narrate.speak.cast import Cast
from narrate.speak.voices import find_voice
from narrate.speakers import find_speakers
from narrate.takes import Takes, open_takes
from narrate.voice import Voice

STREAM = Path("-")
"""Stands for a stream in an Episode."""

_MOST_JOBS = 64


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a build is."""

    chapter: int
    """Counted from 1."""

    chapters: int
    """How many there are."""

    done: int
    """Utterances laid down."""

    total: int
    """Utterances in all."""


@dataclass(frozen=True, slots=True)
class Episode:
    """What a build made, and from what."""

    article: Article
    """What was read."""

    script: Script
    """What is said."""

    timeline: Timeline
    """When."""

    audio: Path
    """Where the MP3 is."""

    voice: Voice
    """Who says it."""

    notices: tuple[str, ...]
    """What the listener should know, a sentence each."""


def prepare(options: Options) -> tuple[Article, Script, Voice]:
    """Read an article and write its script, proved against the article."""
    voice = find_voice(options.voice, options.words_per_minute)
    article, cast = find_speakers(
        read(options.article, options.reading), voice, options
    )
    return article, _write(article, options, cast, lambda _: None), cast.voice


def build(
    options: Options,
    report: Callable[[Progress], None],
    stream: IO[bytes] | None = None,
) -> Episode:
    """Turn an article into a chaptered MP3; tell `report` of each utterance.

    With a `stream` the sound goes there as it is made, and no file is written.
    """
    path = STREAM if stream else output_path(options)
    if not stream:
        refuse_to_overwrite(path, options.article, force=options.force)
    if options.verify:
        _may_verify(stream)
    # Where there is a file, most of it may be kept: workers wait until they are needed.
    new = stream is not None or not path.exists()
    encoding = Encoding(options.quality)
    with ExitStack() as opened:
        takes, article = _begun(options, encoding, opened, new=new)
        script = _write(article, options, takes.cast, takes.start)
        segments = _counted(takes.in_order(script.utterances()), script, report)
        tags = _tags(article, script, takes.cast.voice)
        if stream:
            timeline = send(segments, script, tags, stream, options.quality)
        else:
            timeline = master(segments, script, tags, path, options.quality)
    takes.tidy()
    notices = article.notices
    if options.verify:
        notices += _verified(path, encoding)
    if not takes.kept_all:
        notices += (f"The cache {cache_home()} can't be written; built without it.",)
    return Episode(article, script, timeline, path, takes.cast.voice, notices)


def _begun(
    options: Options, encoding: Encoding, opened: ExitStack, *, new: bool
) -> tuple[Takes, Article]:
    """Read the article while the workers get ready, and find a voice for it."""
    jobs = worker_count(options.jobs)
    voice = find_voice(options.voice, options.words_per_minute)
    takes = opened.enter_context(open_takes(Cast(voice), encoding, jobs))
    early = takes.begin if new and takes.apart else _later
    read_article = read(options.article, options.reading, early)
    article, takes.cast = find_speakers(read_article, voice, options)
    if new:
        takes.begin()
    return takes, article


def _later() -> None:
    """Begin no worker yet."""


def _write(
    article: Article,
    options: Options,
    cast: Cast,
    ready: Callable[[tuple[Utterance, ...]], None],
) -> Script:
    """Write an article's script, and prove it."""
    from narrate.script.compose import compose  # noqa: PLC0415 - while workers load

    pacing = Pacing(
        cast.voice.words_per_minute,
        options.pictures,
        options.lexicon,
        options.treatments,
        options.saying,
        cast.voice.lead_ins(),
    )
    script = compose(article, pacing, ready)
    prove(article.source, script)
    keep()
    if not script.sections:
        raise ArticleError(
            article.name,
            "holds no sentence to read aloud",
            "Give a file with words in it, or leave out --captions off and --treat",
        )
    return script


def explainer(
    lexicon: Path | None, acronyms: Acronyms, language: str = ""
) -> Callable[[str], tuple[Utterance, ...]]:
    """Give what says single lines, as `narrate explain` shows them."""
    from narrate.script.compose import explain  # noqa: PLC0415 - as in _write
    from narrate.script.tongues import open_tongue  # noqa: PLC0415

    tongue = language or "en"
    return lambda text: explain(text, open_tongue(tongue, lexicon, acronyms))


def worker_count(asked: int) -> int:
    """Give the number of workers: as asked, or one for each core we may use."""
    if not 0 <= asked <= _MOST_JOBS:
        raise OptionError("--jobs", asked, f"a number from 1 to {_MOST_JOBS}")
    if asked:
        return asked
    allowed = getattr(os, "sched_getaffinity", None)  # Linux: a container may have less
    return len(allowed(0)) if allowed else os.cpu_count() or 1


def _may_verify(stream: IO[bytes] | None) -> None:
    """Raise, before the work, where a measurement could not be made after it."""
    from narrate.mix.verify import require  # noqa: PLC0415 - few ask for it

    if stream:
        raise OptionError("--verify", "with -o -", "a file to be measured: -o NAME.mp3")
    require()


def _verified(path: Path, wanted: Encoding) -> tuple[str, ...]:
    """Measure an MP3, and say what was heard and what is wrong with it."""
    from narrate.mix.verify import complaints, verify  # noqa: PLC0415 - an extra

    heard = verify(path)
    measured = f"Measured {heard.lufs:.1f} LUFS, true peak {heard.peak_dbtp:.1f} dBTP."
    return (measured, *complaints(heard, wanted))


def _tags(article: Article, script: Script, voice: Voice) -> Tags:
    length = sum(len(utterance.written) for utterance in script.utterances())
    whole = length <= LONGEST_TEXT
    text = "\n\n".join(u.written for u in script.utterances()) if whole else ""
    notice = f"Read aloud by a synthetic voice: {voice.name} ({voice.about})."
    return Tags(
        title=article.title,
        artist=article.byline or MAKER,
        album=article.site or "Articles read by narrate",
        published=article.published,
        language=article.language,
        source=article.url or article.name,
        text=text,
        voice=notice,
        maker=f"{MAKER} {__version__}, LAME by lameenc",
    )


def _counted(
    segments: Iterable[Segment], script: Script, report: Callable[[Progress], None]
) -> Iterator[Segment]:
    """Pass segments on, and report the chapter that each belongs to."""
    sizes = [len(section.utterances) for section in script.sections]
    chapter_of = [at for at, size in enumerate(sizes, 1) for _ in range(size)]
    for done, segment in enumerate(segments, 1):
        yield segment
        report(Progress(chapter_of[done - 1], len(sizes), done, len(chapter_of)))
