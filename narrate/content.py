"""The content key: the same one, the same bytes; it names all that they are made from.

A lexicon counts with those of its words that stand in the article: so one word that is
corrected changes the keys of the articles that have it, and of no other.
"""

import hashlib
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields
from functools import cache
from pathlib import Path
from types import MappingProxyType

from narrate import __version__
from narrate.lexicons import find_lexicons
from narrate.model import Script
from narrate.options import Options, is_link
from narrate.script.entries import Entry, nearest
from narrate.script.entry_file import read_entries
from narrate.speak.cast import Cast
from narrate.stamps import file_stamp, release, sha256_of
from narrate.voice import Voice

_ELSEWHERE = frozenset(
    {"article", "output", "voice", "lexicon", "cover", "jobs", "force", "verify"}
)
"""Options that change no byte, or that count by what they lead to."""

_LIBRARIES: Mapping[str, tuple[tuple[str, str], ...]] = MappingProxyType(
    {
        "heart": (("hibari", "hibari_tts"),),
        "espeak": (("espeakng_loader", "espeakng_loader"),),
        "piper": (("piper", "piper_tts"),),
    }
)
"""What speaks, by its engine: a package and its distribution."""

_ENCODER = ("lameenc", "lameenc")
_RUN = re.compile(r"[^\W_]+")
_STRAIGHT = str.maketrans("’", "'")


def source_of(article: str) -> str:
    """Name an article by its bytes, a link by itself; "" for a stream.

    Asked for before the article is read, so that one which changes meanwhile is taken
    for another the next time.
    """
    if article == "-":
        return ""
    if is_link(article):
        return article
    try:
        return sha256_of(Path(article))
    except (OSError, ValueError):
        return "unreadable"  # whoever reads it says why


def vocabulary_of(script: Script) -> str:
    """Give the different words of a script in small letters, parted by spaces."""
    found: set[str] = set()
    for utterance in script.utterances():
        found.update(_plain(utterance.written).split())
    return " ".join(sorted(found))


def content_key(options: Options, source: str, vocabulary: str, cast: Cast) -> str:
    """Name what an episode is made from: 64 hexadecimal figures, or "" for a stream.

    `cast` is everyone who is heard in it. Raises LexiconError.
    """
    if not source:
        return ""
    voices = cast.voice, *cast.roles.values(), *cast.languages.values()
    lexicons = find_lexicons(options.lexicon, options.article)
    cover = sha256_of(options.cover) if options.cover else ""
    words = _words(lexicons, tuple(map(file_stamp, lexicons)))
    parts = (
        source,
        cover,
        *_settings(options),
        *versions_of(*voices),
        *sorted(map(repr, words.touching(vocabulary))),
    )
    return hashlib.sha256("\0".join(parts).encode(errors="replace")).hexdigest()


def _settings(options: Options) -> Iterator[str]:
    for name in (each.name for each in fields(Options)):
        value = getattr(options, name)
        if isinstance(value, frozenset):
            value = sorted(value)
        if isinstance(value, Mapping):
            value = dict(value)
        if name not in _ELSEWHERE:
            yield f"{name} {value!r}"


@cache
def versions_of(*voices: Voice) -> tuple[str, ...]:
    """Name whatever speaks and encodes, the same on all machines that have it."""
    engines = dict.fromkeys(voice.engine for voice in voices)
    libraries = [each for engine in engines for each in _LIBRARIES.get(engine, ())]
    return (
        f"narrate {__version__}",
        *(release(*each) for each in (*libraries, _ENCODER)),
        *map(repr, voices),
    )


@cache
def _words(lexicons: tuple[Path, ...], _stamps: tuple[str, ...]) -> "_Words":
    """Read lexicons once, as long as the stamps of their files are the same."""
    return _sorted(nearest(map(read_entries, lexicons)))


@dataclass(frozen=True, slots=True)
class _Words:
    """The words of lexicons, by where to look for them."""

    heads: Mapping[str, tuple[Entry, ...]]
    """By the first word of each, in small letters."""

    others: tuple[Entry, ...]
    """What may stand inside a word, or is none."""

    def touching(self, vocabulary: str) -> Iterator[Entry]:
        """Give those that may stand in a text of these words; never too few."""
        runs = set(_RUN.findall(vocabulary)) if self.heads else set()
        found = (
            entry for head in self.heads.keys() & runs for entry in self.heads[head]
        )
        for entry in {*found, *self.others}:
            if all(piece in vocabulary for piece in _plain(entry.word).split()):
                yield entry


def _sorted(entries: tuple[Entry, ...]) -> _Words:
    heads: dict[str, tuple[Entry, ...]] = {}
    others: list[Entry] = []
    for entry in entries:
        first = _RUN.search(_plain(entry.word))
        if not first or not entry.whole:
            others.append(entry)
            continue
        # Leopards are in the lexicon of Leopard, too.
        for head in (first[0], f"{first[0]}s"):
            heads[head] = (*heads.get(head, ()), entry)
    return _Words(heads, tuple(others))


def _plain(text: str) -> str:
    return text.translate(_STRAIGHT).casefold()
