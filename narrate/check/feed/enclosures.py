"""The file of each episode: its address, its size, its kind."""

import re
from collections.abc import Iterator, Mapping
from types import MappingProxyType

from narrate.check.base import Severity
from narrate.check.feed.base import Episode, Example, Feed, of_each, rule, shown
from narrate.check.feed.sources import ANTENNAPOD, APPLE, APPLE_TAGS, RSS
from narrate.check.rule import Hit

KINDS: Mapping[str, tuple[str, ...]] = MappingProxyType({
    "mp3": ("audio/mpeg",),
    "m4a": ("audio/x-m4a", "audio/mp4", "audio/m4a"),
    "m4b": ("audio/x-m4b", "audio/mp4", "audio/x-m4a"),
    "mp4": ("video/mp4", "audio/mp4"),
    "m4v": ("video/x-m4v", "video/mp4"),
    "mov": ("video/quicktime",),
    "pdf": ("application/pdf",),
    "epub": ("application/epub+zip",),
    "aac": ("audio/aac",),
    "ogg": ("audio/ogg", "application/ogg"),
    "opus": ("audio/opus", "audio/ogg"),
    "flac": ("audio/flac",),
    "wav": ("audio/wav", "audio/x-wav", "audio/vnd.wave"),
    "webm": ("audio/webm", "video/webm"),
})  # fmt: skip
"""For each ending of a file the kinds that it may be sent as, the usual one first."""

_APPLES = frozenset({"mp3", "m4a", "mov", "mp4", "m4v", "pdf"})
_WRONG = frozenset({"audio/mp3", "audio/x-mp3", "audio/mpeg3", "audio/x-mpeg"})
_KIND = re.compile(r"[\w.+-]{1,40}/[\w.+-]{1,60}", re.ASCII)
_NUMBER = re.compile(r"\d{1,15}")


def ending_of(address: str) -> str:
    """Give the ending of the file that an address names: "mp3"; "" if it has none."""
    path = re.split(r"[?#]", address, maxsplit=1)[0]
    name = path.rpartition("/")[2] if "//" in path else path
    ending = name.rpartition(".")[2].lower() if "." in name else ""
    return ending if ending.isalnum() else ""


def kind_of(text: str) -> str:
    """Give a media type in small letters, without parameters."""
    return text.partition(";")[0].strip().lower()


def length_of(episode: Episode) -> int:
    """Give the bytes that an episode's file has by the feed; 0 if it doesn't say."""
    told = episode.tags.attribute("enclosure", "length").strip()
    return int(told) if _NUMBER.fullmatch(told) else 0


def _none(episode: Episode, feed: Feed) -> Iterator[str]:
    del feed
    if episode.tags.first("enclosure") is None:
        yield "The episode has no file (no <enclosure>)."


def _lacking(episode: Episode, feed: Feed) -> Iterator[str]:
    del feed
    tag = episode.tags.first("enclosure")
    if tag is not None:
        for name in ("url", "type", "length"):
            if not tag.attributes.get(name, "").strip():
                yield f"The <enclosure> has no {name}."


def _length(episode: Episode, feed: Feed) -> Iterator[str]:
    del feed
    told = episode.tags.attribute("enclosure", "length").strip()
    if told and not length_of(episode):
        yield f"The file's length is “{shown(told)}”, not its size in bytes."


def _kind(episode: Episode, feed: Feed) -> Iterator[str]:
    del feed
    told = kind_of(episode.tags.attribute("enclosure", "type"))
    if told in _WRONG:
        yield f"The file's type is {told}; an MP3's is audio/mpeg."
    elif told and not _KIND.fullmatch(told):
        yield f"The file's type, “{shown(told)}”, is none."


def _ending(episode: Episode, feed: Feed) -> Iterator[str]:
    del feed
    address = episode.tags.attribute("enclosure", "url").strip()
    ending = ending_of(address)
    if address and ending not in _APPLES and ending not in KINDS:
        where = shown(address, 100)
        yield f"The file's address does not end as an MP3's does: “{where}”."


def _rare(episode: Episode, feed: Feed) -> Iterator[str]:
    del feed
    ending = ending_of(episode.tags.attribute("enclosure", "url").strip())
    if ending in KINDS and ending not in _APPLES:
        yield f"The file is .{ending}, which Apple Podcasts does not play."


def _mismatch(episode: Episode, feed: Feed) -> Iterator[str]:
    del feed
    ending = ending_of(episode.tags.attribute("enclosure", "url").strip())
    told = kind_of(episode.tags.attribute("enclosure", "type"))
    fitting = KINDS.get(ending, ())
    if fitting and _KIND.fullmatch(told) and told not in {*fitting, *_WRONG}:
        yield f"The file ends in .{ending}, and its type is {told}, not {fitting[0]}."


def _many(episode: Episode, feed: Feed) -> Iterator[str]:
    del feed
    count = len(episode.tags.all("enclosure"))
    if count > 1:
        yield f"The episode has {count} files."


def _same(feed: Feed) -> Iterator[Hit]:
    seen: dict[str, Episode] = {}
    for episode in feed.episodes:
        address = episode.tags.attribute("enclosure", "url").strip()
        if address and address in seen:
            first = seen[address].number
            what = f"Its file is that of episode {first} too: “{shown(address, 100)}”."
            yield Hit(what, episode.place)
        elif address:
            seen[address] = episode


_URL = 'url="https://pod.example.com/talks.mp3"'
_WHOLE = f'<enclosure {_URL} length="2361792" type="audio/mpeg"/>'

RULES = (
    rule(
        "enclosure-none",
        Severity.ERROR,
        APPLE,
        of_each(_none),
        "It is no episode for podcast apps: they leave it out or show a text to read.",
        'Add <enclosure url="..." length="..." type="audio/mpeg"/>.',
        (Example(_WHOLE, ""),),
    ),
    rule(
        "enclosure-attributes",
        Severity.ERROR,
        f"{ANTENNAPOD}/2074",
        of_each(_lacking),
        "Apple refuses it, and AntennaPod takes the episode for a text without sound.",
        "Give its url, its length in bytes and its type, audio/mpeg for an MP3.",
        (
            Example(_WHOLE, _WHOLE.replace(' type="audio/mpeg"', "")),
            Example(_WHOLE, _WHOLE.replace(' length="2361792"', "")),
            Example(_WHOLE, _WHOLE.replace(_URL, "")),
        ),
    ),
    rule(
        "enclosure-length",
        Severity.WARNING,
        f"{ANTENNAPOD}/587",
        of_each(_length),
        "Apps show a wrong size: who watches mobile data can't tell what it costs.",
        "Write the size of the file in bytes, a whole number without commas.",
        (
            Example('length="2361792"', 'length="0"'),
            Example('length="2361792"', 'length="2,361,792"'),
            Example('length="2361792"', 'length="04:55"'),
            Example('length="2361792"', 'length="-1"'),
        ),
    ),
    rule(
        "enclosure-type",
        Severity.WARNING,
        APPLE_TAGS,
        of_each(_kind),
        "A player that chooses its decoder by the type finds none for it.",
        'Write type="audio/mpeg" for an MP3, audio/x-m4a for an M4A.',
        (
            Example('type="audio/mpeg"', 'type="audio/mp3"'),
            Example('type="audio/mpeg"', 'type="mp3"'),
        ),
    ),
    rule(
        "enclosure-ending",
        Severity.ERROR,
        APPLE_TAGS,
        of_each(_ending),
        "Apple Podcasts goes by the ending: the episode does not appear.",
        "Let the address end in .mp3 (before any “?”) or .m4a, .mp4, .mov, .pdf.",
        (
            Example("/talks.mp3", "/play?id=7"),
            Example("/talks.mp3", "/talks"),
            Example("/talks.mp3", "/talks.php"),
        ),
    ),
    rule(
        "enclosure-rare",
        Severity.WARNING,
        APPLE_TAGS,
        of_each(_rare),
        "Nobody on Apple Podcasts can hear the episode; most apps on Android can.",
        "Offer an MP3 or M4A in the <enclosure>.",
        (Example(_WHOLE, _WHOLE.replace(".mp3", ".opus").replace("mpeg", "opus")),),
    ),
    rule(
        "enclosure-mismatch",
        Severity.WARNING,
        APPLE_TAGS,
        of_each(_mismatch),
        "Apple goes by the ending and other players by the type: one of them is wrong.",
        "Make both say what the file is.",
        (
            Example(_WHOLE, _WHOLE.replace("audio/mpeg", "audio/x-m4a")),
            Example(_WHOLE, _WHOLE.replace("audio/mpeg", "text/html")),
        ),
    ),
    rule(
        "enclosure-many",
        Severity.WARNING,
        RSS,
        of_each(_many),
        "RSS knows one file for an episode: players take the first or the last.",
        "Keep one; others go into <podcast:alternateEnclosure>.",
        (Example(_WHOLE, _WHOLE + _WHOLE.replace("talks", "talks-hq")),),
    ),
    rule(
        "enclosure-same",
        Severity.ERROR,
        APPLE,
        _same,
        "Apple Podcasts leaves out an episode whose file it has seen before.",
        "Give each episode a file, and each file an address, of its own.",
        (Example("/truce.mp3", "/talks.mp3"),),
    ),
)
"""Rules for the files of episodes."""
