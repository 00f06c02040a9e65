"""The whole story of a build, stage by stage: the only room that knows the order."""

import os
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass, replace
from pathlib import Path
from typing import IO

from narrate import __version__
from narrate.content import content_key, source_of, vocabulary_of
from narrate.destination import Place, find_place
from narrate.episode import STREAM, Episode
from narrate.errors import OptionError
from narrate.folders import cache_home
from narrate.heard import Timeline
from narrate.mix.master import master
from narrate.mix.master import stream as send
from narrate.mix.segment import Segment
from narrate.mix.tags import LONGEST_TEXT, MAKER, Tags
from narrate.model import Article, Script
from narrate.options import EXTRA, Encoding, Kind, Options
from narrate.prepare import read_article, write_script
from narrate.publish.cover import draw_cover, own_cover
from narrate.publish.record import File
from narrate.publish.release import release
from narrate.speak.cast import Cast
from narrate.speak.voices import find_voice
from narrate.speakers import find_speakers
from narrate.takes import Booth, Takes, open_takes

_MOST_JOBS = 64
_UNTIMED = Timeline((), (), 0)


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


def build(
    options: Options,
    report: Callable[[Progress], None],
    stream: IO[bytes] | None = None,
    booth: Booth | None = None,
) -> Episode:
    """Turn an article into an episode; tell `report` of each utterance.

    With a `stream` the sound goes there as it is made, and no file is written. With a
    `booth` all of it is done in this thread, by the engines in there.
    """
    goal = stream or find_place(options)
    source = source_of(options.article)
    _refuse_late_trouble(options, stream)
    with ExitStack() as opened:
        # Where there is a file, most of it may be kept: workers wait for need of them.
        new = not isinstance(goal, Place) or not goal.audio.exists()
        takes, article = _begun(options, opened, booth, new=new)
        if isinstance(goal, Place):
            goal.refuse_another(article, force=options.force)
        script = write_script(article, options, takes.cast, takes.start)
        segments = _counted(takes.in_order(script.utterances()), script, report)
        draft = Episode(article, script, _UNTIMED, STREAM, takes.cast.voice, options)
        draft = _named(_covered(draft), source, takes.cast)
        if isinstance(goal, Place):
            episode = _publish(draft, segments, goal)
        else:
            made = send(segments, script, _tags(draft), goal, options.quality)
            episode = replace(draft, timeline=made)
    takes.tidy()
    return replace(episode, notices=tuple(_notices(episode, takes)))


def _begun(
    options: Options, opened: ExitStack, booth: Booth | None, *, new: bool
) -> tuple[Takes, Article]:
    """Read the article while the workers get ready, and find a voice for it."""
    jobs, encoding = worker_count(options.jobs), Encoding(options.quality)
    voice = find_voice(options.voice, options.words_per_minute)
    takes = opened.enter_context(open_takes(Cast(voice), encoding, jobs, booth))
    if new and takes.apart:
        article = read_article(options, takes.begin)
    else:
        article = read_article(options)
    article, takes.cast = find_speakers(article, voice, options)
    if new:
        takes.begin()
    return takes, article


def _named(draft: Episode, source: str, cast: Cast) -> Episode:
    """Name an episode by all that it is made from, and by its words."""
    words = vocabulary_of(draft.script)
    key = content_key(draft.options, source, words, cast)
    if not draft.options.count_unknown:
        return replace(draft, key=key, vocabulary=words)
    from narrate.suggest import unknown_words  # noqa: PLC0415 - opens dictionaries

    unknown = unknown_words(draft.article, draft.script, draft.voice)
    return replace(draft, key=key, vocabulary=words, unknown=unknown)


def _covered(draft: Episode) -> Episode:
    """Give an episode its picture, while the workers speak."""
    article, own = draft.article, draft.options.cover
    if own is None:
        drawn = draw_cover(article.title, article.byline, article.site)
        return replace(draft, cover=drawn)
    picture = own_cover(own)
    notices = (f"{own} {picture.notice}.",) if picture.notice else ()
    return replace(draft, cover=picture.data, notices=notices)


def _publish(draft: Episode, segments: Iterable[Segment], place: Place) -> Episode:
    """Master the MP3 and write all that lies beside it; all appears together."""
    options = replace(draft.options, kinds=place.kinds)
    tags = _tags(draft)
    with place.opened() as folder:
        path = folder / place.audio.name
        made = master(segments, draft.script, tags, path, options.quality)
        episode = replace(draft, timeline=made, audio=place.audio, options=options)
        if place.alone:
            return replace(episode, files=(place.audio,))
        if place.kinds & EXTRA:
            from narrate.copies import make_copies  # noqa: PLC0415 - few ask for them

            make_copies(path, episode, tags)
        released = release(episode, folder, place.before, place.outdated)
    place.remove(released.replaced)
    return replace(
        episode,
        files=tuple(place.audio.parent / file.name for file in released.made),
        notices=(*draft.notices, *_outdated(released.outdated, place)),
    )


def _outdated(files: Iterable[File], place: Place) -> Iterator[str]:
    for file in files:
        path = place.audio.parent / file.name
        yield f"{path} is of an earlier build, and tells of other sound than this one."


def worker_count(asked: int) -> int:
    """Give the number of workers: as asked, or one for each core we may use."""
    if not 0 <= asked <= _MOST_JOBS:
        raise OptionError("--jobs", asked, f"a number from 1 to {_MOST_JOBS}")
    if asked:
        return asked
    allowed = getattr(os, "sched_getaffinity", None)  # Linux: a container may have less
    return len(allowed(0)) if allowed else os.cpu_count() or 1


def _refuse_late_trouble(options: Options, stream: IO[bytes] | None) -> None:
    """Raise, before the work, where a file could not be made or measured after it."""
    if stream and options.verify:
        raise OptionError("--verify", "with -o -", "a file to be measured: -o NAME.mp3")
    if stream and options.kinds & EXTRA:
        raise OptionError("-o", "-", "a folder: other files than the MP3 lie beside it")
    if options.verify or options.kinds & {Kind.M4B, Kind.OPUS}:
        from narrate.meter import require  # noqa: PLC0415 - few ask for it

        require()


def _notices(episode: Episode, takes: Takes) -> Iterator[str]:
    """Give what the listener should know of what was read and what was made."""
    yield from episode.article.notices
    yield from episode.notices
    if episode.options.verify:
        yield from _verified(episode.audio, Encoding(episode.options.quality))
    if not takes.kept_all:
        yield f"The cache {cache_home()} can't be written; built without it."


def _verified(path: Path, wanted: Encoding) -> tuple[str, ...]:
    """Measure an MP3, and say what was heard and what is wrong with it."""
    from narrate.meter import measure  # noqa: PLC0415 - few ask for it
    from narrate.mix.verify import complaints  # noqa: PLC0415 - few ask for it

    heard = measure(path)
    measured = f"Measured {heard.lufs:.1f} LUFS, true peak {heard.peak_dbtp:.1f} dBTP."
    return (measured, *complaints(heard, wanted))


def _tags(episode: Episode) -> Tags:
    article, script = episode.article, episode.script
    length = sum(len(utterance.written) for utterance in script.utterances())
    whole = length <= LONGEST_TEXT
    text = "\n\n".join(u.written for u in script.utterances()) if whole else ""
    return Tags(
        title=article.title,
        artist=article.byline or MAKER,
        album=article.site or "Articles read by narrate",
        published=article.published,
        language=article.language,
        source=article.url or article.name,
        text=text,
        voice=episode.voice.notice,
        maker=f"{MAKER} {__version__}, LAME by lameenc",
        cover=episode.cover,
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
