"""The inputs of an archive, whatever they are: articles come out, one at a time."""

import glob
import os
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from io import TextIOWrapper
from pathlib import Path
from typing import TextIO

from narrate.batch.base import Item
from narrate.batch.manifest import read_manifest
from narrate.batch.naming import name_for
from narrate.errors import ArticleError
from narrate.lexicons import NAME as LEXICON
from narrate.options import Reading, is_link
from narrate.publish.base import RECORD
from narrate.read.catalog import FORMATS
from narrate.read.load import load

_MANIFESTS = (".jsonl", ".ndjson")
_FEEDS = (".xml", ".rss", ".atom")
_SUFFIXES = tuple(suffix for known in FORMATS for suffix in known.suffixes)
_WILD = frozenset("*?[")
_LONGEST_LIST = 1 << 20  # characters of one line: a path has 4,096


@dataclass(frozen=True, slots=True)
class Wanted:
    """What was asked for."""

    inputs: Sequence[str]
    """Files, folders, patterns, links, manifests, feeds, or `-` for a list."""

    pattern: str = ""
    """Which files of a folder; all that a reader knows otherwise."""

    reading: Reading = field(default_factory=Reading)
    """How what is fetched is read."""

    out: str = ""
    """Where the episodes go: what lies there is no article."""


def find_items(wanted: Wanted, stream: TextIO | None = None) -> Iterator[Item]:
    """Give each article once for each time that it is asked for, in a settled order.

    `stream` is what `-` reads, standard input otherwise. Raises ArticleError for what
    is not there, OptionError for a line of a manifest that can't be used.
    """
    for each in wanted.inputs:
        if each == "-":
            yield from map(_single, _listed(stream or _standard_input()))
        else:
            yield from _found(each, wanted)


def _found(each: str, wanted: Wanted) -> Iterator[Item]:
    # os.path, and not Path, says no where a name is too long for any file
    if is_link(each):
        yield from _linked(each, wanted.reading)
    elif os.path.isdir(each):  # noqa: PTH112
        yield from _in_folder(Path(each), wanted)
    elif os.path.exists(each):  # noqa: PTH110
        yield from _of_file(each, wanted.reading)
    elif _WILD & set(each):
        yield from _matching(each)
    else:
        remedy = "Check the name, or put a pattern in quotation marks"
        raise ArticleError(each, "does not exist", remedy)


def _of_file(each: str, reading: Reading) -> Iterator[Item]:
    suffix = Path(each).suffix.lower()
    if suffix in _MANIFESTS:
        yield from read_manifest(Path(each))
        return
    if suffix in _FEEDS:
        from narrate.batch.feeds import entries_of  # noqa: PLC0415 - few have one

        yield from entries_of(load(each, reading).data, each) or (_single(each),)
        return
    yield _single(each)


def _linked(link: str, reading: Reading) -> Iterator[Item]:
    """Give a feed's articles, or the article itself."""
    from narrate.batch.feeds import entries_of  # noqa: PLC0415 - as above

    yield from entries_of(load(link, reading).data, link) or (_single(link),)


def _single(article: str) -> Item:
    """Know a file by where it lies, wherever the command is given."""
    if is_link(article):
        return Item(article, name_for(article))
    whole = os.path.abspath(article)  # noqa: PTH100 - a link in the way may be renewed
    return Item(whole, name_for(whole))


def _in_folder(folder: Path, wanted: Wanted) -> Iterator[Item]:
    whole = os.path.abspath(folder)  # noqa: PTH100 - as above
    out = os.path.abspath(wanted.out)  # noqa: PTH100 - as above
    for path in _walk(whole, out):
        if wanted.pattern:
            fits = Path(os.path.relpath(path, whole)).match(wanted.pattern)
        else:
            fits = path.lower().endswith(_SUFFIXES)
        if fits:
            yield _single(path)


def _walk(folder: str, out: str) -> Iterator[str]:
    """Give the files below a folder, sorted; what is hidden or ours is left out.

    With a list of its own: a folder may be deeper than Python's calls may.
    """
    waiting = [folder]
    while waiting:
        path = waiting.pop()
        leads = path != folder and os.path.islink(path)  # noqa: PTH114 - as above
        if leads or not os.path.isdir(path):  # noqa: PTH112 - as above
            if os.path.isfile(path):  # noqa: PTH113 - no, where links go round
                yield path
            continue
        names = _names(path)
        if path != out and RECORD not in names:  # nobody reads aloud a transcript
            inside = (name for name in names if name[0] != "." and name != LEXICON)
            waiting += (os.path.join(path, name) for name in inside)  # noqa: PTH118


def _names(folder: str) -> list[str]:
    """List a folder, the last name first."""
    try:
        return sorted(os.listdir(folder), reverse=True)  # noqa: PTH208 - as above
    except OSError as error:
        trouble = f"can't be listed: {error.strerror}"
        raise ArticleError(folder, trouble, "Check its permissions") from error


def _matching(pattern: str) -> Iterator[Item]:
    found = False
    for path in sorted(glob.glob(pattern, recursive=True)):  # noqa: PTH207 - as above
        if os.path.isfile(path):  # noqa: PTH113 - as above
            found = True
            yield _single(path)
    if not found:
        raise ArticleError(pattern, "fits no file", "Check the pattern")


def _standard_input() -> TextIO:
    """Take names of files as they are, UTF-8 or not."""
    if isinstance(sys.stdin, TextIOWrapper):
        sys.stdin.reconfigure(errors="surrogateescape")
    return sys.stdin


def _listed(stream: TextIO) -> Iterator[str]:
    """Give a list's names, a line each; or parted by NUL, as `find -print0` does."""
    rest, parted = "", "\n"
    while block := stream.read(1 << 16):
        parted = "\0" if "\0" in block else parted
        *lines, rest = (rest + block).split(parted)
        yield from _meant(lines, parted)
        if len(rest) > _LONGEST_LIST:
            trouble = "has a line of a million characters, and is no list of files"
            raise ArticleError("Standard input", trouble, "Give one name a line")
    yield from _meant([rest], parted)


def _meant(lines: Sequence[str], parted: str) -> Iterator[str]:
    for line in lines:
        name = line if parted == "\0" else line.strip()
        if name and (parted == "\0" or not name.startswith("#")):
            yield name
