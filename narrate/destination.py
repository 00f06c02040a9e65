"""Where an episode goes, and what must not be written over."""

import os
import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote, urlsplit

from narrate.errors import EpisodeError, OptionError, OutputError
from narrate.model import Article
from narrate.options import USUAL, Kind, Options, is_link
from narrate.output import desk, explained
from narrate.publish.base import PNG, RECORD, file_name
from narrate.publish.record import File, Record, read_record

OUT = Path("out")
"""Where episodes go when nobody says where."""

_UNSAFE = re.compile(r"[^\w.-]+")
_LONGEST_NAME = 80
_NOT_OURS = frozenset(
    {".wav", ".ogg", ".oga", ".opus", ".flac", ".aac", ".m4a", ".m4b"}
)


@dataclass(frozen=True, slots=True)
class Place:
    """Where an episode goes."""

    audio: Path
    """Its MP3; the others lie beside it and share its name."""

    kinds: frozenset[Kind]
    """What is left there."""

    alone: bool
    """Whether the MP3 was asked for by its own name: then no folder is ours."""

    before: tuple[File, ...] = ()
    """What an earlier build of ours left there."""

    outdated: tuple[File, ...] = ()
    """What still lay there then, of one before it."""

    url: str = ""
    """Where the article of that build was fetched from, or nothing."""

    def refuse_another(self, article: Article, *, force: bool) -> None:
        """Raise OutputError where another page's article lies: many are called index.

        A file's may be the same article, edited since.
        """
        if self.url and article.url and self.url != article.url and not force:
            trouble = f"holds the article of {self.url}"
            remedy = "Give another place with -o, or write over it with --force"
            raise OutputError(str(self.audio.parent), trouble, remedy)

    @contextmanager
    def opened(self) -> Iterator[Path]:
        """Give the folder to write to: all appears in the place together, or nothing.

        Raises OutputError, also where another build writes there.
        """
        if self.alone:
            yield self.audio.parent  # a single file is moved there whole as it is
            return
        with desk(self.audio.parent, RECORD) as folder:
            yield folder

    def remove(self, files: Iterable[File]) -> None:
        """Take away what an earlier build left, and the folders that it leaves empty.

        Raises OutputError.
        """
        for file in files:
            path = self.audio.parent / file.name
            with explained(path):
                path.unlink(missing_ok=True)
            if path.parent != self.audio.parent:
                with suppress(OSError):  # other files lie there
                    path.parent.rmdir()


def name_of(article: str) -> str:
    """Name an episode: by its file, the last part of its link, or its site."""
    if not is_link(article):
        # A name with a dot in front would be hidden from servers, and from people.
        # A name that is no UTF-8 can't stand in any document that tells of its files.
        stem = Path(article).stem.lstrip(".").encode(errors="replace").decode()
        return "article" if article == "-" else stem or "article"
    link = urlsplit(article)
    last = unquote(link.path).rstrip("/").rsplit("/", 1)[-1]
    stem = Path(_UNSAFE.sub("-", last)).stem.strip("-. ")[:_LONGEST_NAME]
    return stem or _UNSAFE.sub("-", link.hostname or "article")


def find_place(options: Options) -> Place:
    """Tell where an episode goes, and see that nothing of others is written over.

    Raises OptionError for a name that is none, OutputError where it can't be looked at
    or holds what narrate did not make, EpisodeError for a damaged record.
    """
    audio, alone = _audio(options.output, options.name or name_of(options.article))
    if alone:
        return _alone(audio, options)
    kinds = options.kinds
    if kinds != {Kind.MP3}:
        kinds |= {Kind.EPISODE}  # by which the next build knows them as its own
    record = _before(audio.parent, force=options.force)
    before, outdated = (record.files, record.outdated) if record else ((), ())
    known = {file.name for file in (*before, *outdated)}
    known |= {RECORD} if record else set()
    names = {file_name(kind, audio.stem) for kind in kinds}
    if Kind.COVER in kinds:
        names.add(audio.stem + PNG.suffix)  # or a listener's own
    for name in names - known:
        path = audio.parent / name
        refuse_to_overwrite(path, options.article, force=options.force)
    url = record.url if record else ""
    return Place(audio, kinds, alone, before, outdated, url)


def _alone(audio: Path, options: Options) -> Place:
    """Take an MP3's own name as it is."""
    only_mp3 = frozenset({Kind.MP3})
    if options.kinds not in {USUAL, only_mp3}:
        beside = "a folder: other files than the MP3 lie beside it"
        raise OptionError("-o", str(options.output), beside)
    refuse_to_overwrite(audio, options.article, force=options.force)
    return Place(audio, only_mp3, alone=True)


def _audio(output: str | Path | None, name: str) -> tuple[Path, bool]:
    """Tell the MP3's path, and whether it was asked for by its own name."""
    if output is None:
        return OUT / name / f"{name}.mp3", False
    asked = os.fspath(output)
    if asked in {"", "-"}:
        raise OptionError("-o", repr(asked), "the name of a file or folder")
    path = Path(asked)
    if path.suffix.lower() in _NOT_OURS:
        raise OptionError("-o", asked, "a name that ends in .mp3, or a folder")
    with explained(path):
        if asked.endswith(os.sep) or path.is_dir():
            return path / name / f"{name}.mp3", False
        return (path.resolve() if path.is_symlink() else path), True


def _before(folder: Path, *, force: bool) -> Record | None:
    """Read what an earlier build left in a folder."""
    path = folder / RECORD
    with explained(path):
        if not path.exists():
            return None
    try:
        return read_record(path)
    except EpisodeError as error:
        if force:
            return None
        remedy = f"{error.remedy}, or write over it with --force"
        raise EpisodeError(error.path, error.trouble, remedy) from error


def refuse_to_overwrite(path: Path, article: str, *, force: bool) -> None:
    """Raise OutputError for a file that narrate did not make, and may not replace."""
    with explained(path):
        there = path.exists()
        ordinary = path.is_file()
        itself = there and article != "-" and Path(article).exists()
        itself = itself and path.samefile(article)
    elsewhere = "Give another place with -o"
    if itself:
        raise OutputError(str(path), "is the article itself", elsewhere)
    if there and not ordinary:
        raise OutputError(str(path), "is there and is no ordinary file", elsewhere)
    if there and not force and not _is_ours(path):
        raise OutputError(
            str(path),
            "exists already, and narrate did not make it",
            f"{elsewhere}, or write over it with --force",
        )


def _is_ours(path: Path) -> bool:
    from narrate.mix.id3 import is_ours  # noqa: PLC0415 - a new file needs no mutagen

    return is_ours(path)
