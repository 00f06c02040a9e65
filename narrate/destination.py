"""Where the audio goes, and what must not be written over."""

import os
import re
from pathlib import Path
from urllib.parse import unquote, urlsplit

from narrate.errors import OptionError, OutputError
from narrate.options import Options, is_link
from narrate.output import explained

OUT = Path("out")
"""Where audio goes when nobody says where."""

_UNSAFE = re.compile(r"[^\w.-]+")
_LONGEST_NAME = 80
_NOT_OURS = frozenset(
    {".wav", ".ogg", ".oga", ".opus", ".flac", ".aac", ".m4a", ".m4b"}
)


def name_of(article: str) -> str:
    """Name an article's audio: by its file, the last part of its link, or its site."""
    if not is_link(article):
        return "article" if article == "-" else Path(article).stem
    link = urlsplit(article)
    last = unquote(link.path).rstrip("/").rsplit("/", 1)[-1]
    stem = Path(_UNSAFE.sub("-", last)).stem.strip("-. ")[:_LONGEST_NAME]
    return stem or _UNSAFE.sub("-", link.hostname or "article")


def output_path(options: Options) -> Path:
    """Tell where the MP3 will go: a file, or the article's name in a folder.

    Raises OptionError for a name that is none, OutputError where it can't be looked at.
    """
    name = name_of(options.article)
    if options.output is None:
        return OUT / f"{name}.mp3"
    asked = os.fspath(options.output)
    if asked in {"", "-"}:
        raise OptionError("-o", repr(asked), "the name of a file or folder")
    path = Path(asked)
    if path.suffix.lower() in _NOT_OURS:
        raise OptionError("-o", asked, "a name that ends in .mp3")
    with explained(path):
        if asked.endswith(os.sep) or path.is_dir():
            return path / f"{name}.mp3"
        return path.resolve() if path.is_symlink() else path


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
            "exists already and is no MP3 that narrate made",
            f"{elsewhere}, or write over it with --force",
        )


def _is_ours(path: Path) -> bool:
    from narrate.mix.id3 import is_ours  # noqa: PLC0415 - a new file needs no mutagen

    return is_ours(path)
