"""A folder of episodes becomes a podcast: its feed, its cover, and what it was told."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from io import BytesIO
from itertools import chain
from pathlib import Path
from typing import Any

from narrate.channels import SETTINGS, Said, checked, remembered, settings_text
from narrate.errors import EpisodeError, OptionError
from narrate.options import is_link
from narrate.output import publish, spool
from narrate.publish.feed.channel import Channel
from narrate.publish.feed.episodes import Entry, read_episodes
from narrate.publish.feed.feed import write_feed

_FEED = "feed.xml"
_COVER = "cover.jpg"
_FEED_SUFFIXES = (".xml", ".rss")


@dataclass(slots=True)
class Syndicated:
    """What became of a folder."""

    folder: Path
    """Where the episodes are."""

    path: Path
    """The feed."""

    url: str = ""
    """Where listeners will find it."""

    image: str = ""
    """The show's cover, as Channel has it."""

    newest: str = ""
    """The first episode's title."""

    episodes: int = 0
    """How many are in it."""

    notices: list[str] = field(default_factory=list)
    """What the publisher should know, a sentence each."""

    def counted(self, entries: Iterable[Entry]) -> Iterator[Entry]:
        """Count episodes as they go by."""
        for entry in entries:
            self.episodes += 1
            yield entry


def syndicate(folder: Path, said: Said, output: Path | None = None) -> Syndicated:
    """Write the feed of all episodes in a folder, whole or not at all.

    What is not said is taken from the last time. Raises OptionError, EpisodeError for
    a damaged record or where there is no episode, OutputError.
    """
    path = _target(folder, output)
    before = remembered(folder)
    known = checked({**before, **said})
    done = Syndicated(folder, path)
    entries = read_episodes(folder, done.notices.append)
    newest = _first(folder, entries, done)
    if "image" in said and not is_link(str(said["image"])):
        image, picture = _own(Path(str(said["image"])))
    else:
        image, picture = _picture(folder, known, before)
    whole: dict[str, Any] = {"language": newest.record.language or "en", **known}
    channel = Channel(**whole | {"image": image, "file": _inside(folder, path)})
    done.newest, done.url, done.image = newest.title, channel.url, image
    with spool(path.parent) as file:
        write_feed(file, channel, done.counted(chain([newest], entries)))
        if picture:
            publish(folder / image, picture, BytesIO())
        publish(path, b"", file)
    _remember(folder, {**known, **({"image": image} if "image" in known else {})})
    return done


def _target(folder: Path, output: Path | None) -> Path:
    if not folder.is_dir():
        raise OptionError("FOLDER", folder, "a folder that holds episodes, as out/")
    path = output or folder / _FEED
    if path.suffix.lower() not in _FEED_SUFFIXES or path.is_dir():
        raise OptionError("--output", path, "a file's name that ends in .xml or .rss")
    return path


def _inside(folder: Path, path: Path) -> str:
    """Give the feed's path from the folder; what lies elsewhere will be moved there."""
    try:
        return path.resolve().relative_to(folder.resolve()).as_posix()
    except ValueError:
        return path.name


def _first(folder: Path, entries: Iterator[Entry], done: Syndicated) -> Entry:
    for entry in entries:
        return entry
    why = f" with an MP3 ({done.notices[0].rstrip('.')})" if done.notices else ""
    trouble = f"holds no episode{why}"
    raise EpisodeError(str(folder), trouble, "Make one first: narrate build ARTICLE")


def _picture(folder: Path, known: Said, before: Said) -> tuple[str, bytes]:
    """Name the show's cover; give its bytes, too, if it is still to be written."""
    asked = str(known.get("image", ""))
    if is_link(asked):
        return asked, b""
    name = asked or _COVER
    path = folder / name
    if asked and not path.is_file():
        raise OptionError("--image", path, "a picture that is there")
    if path.is_file() and (asked or _words(known) == _words(before)):
        return name, b""
    from narrate.publish.cover import draw_cover  # noqa: PLC0415 - brings Pillow

    # What we drew of other words is drawn anew; any other picture stays.
    if path.is_file() and path.read_bytes() != draw_cover(*_words(before), ""):
        return name, b""
    return name, draw_cover(*_words(known), "")


def _words(said: Said) -> tuple[str, str]:
    """Give what stands on a cover that we draw."""
    return str(said.get("title", "")), str(said.get("author", ""))


def _own(path: Path) -> tuple[str, bytes]:
    """Make a picture of the publisher's own fit for every player."""
    from narrate.publish.cover import own_cover  # noqa: PLC0415 - brings Pillow

    try:
        cover = own_cover(path)
    except OptionError as error:
        raise OptionError("--image", error.value, error.wanted) from error
    return f"cover{cover.suffix}", cover.data


def _remember(folder: Path, said: Said) -> None:
    text = settings_text(said).encode()
    path = folder / SETTINGS
    if not path.is_file() or path.read_bytes() != text:
        publish(path, text, BytesIO())
