"""A lexicon file: words put in and taken out, and what its owner wrote stays."""

from collections.abc import Iterable
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import Any

import tomlkit

from narrate import ipa
from narrate.errors import LexiconError, OptionError, OutputError
from narrate.output import publish
from narrate.script.entries import Entry, How
from narrate.script.entry_file import LETTERS, LONG, SAY, WORDS, parse_entries

_HEAD = (
    "Words that narrate says as told here. Its README has more, under: Teach it a word"
)


def new_entry(word: str, said: str, sound: str, long: str, *, spell: bool) -> Entry:
    """Make an entry of what was asked for; OptionError says what is wrong with it."""
    if not word.strip():
        raise OptionError("WORD", repr(word), "a word as it is written")
    if not (said or sound or spell or long):
        raise OptionError("SAID", "''", "how it is said, --ipa, --spell or --long")
    if spell and (said or sound):
        raise OptionError("--spell", "with another way", "one of them")
    try:
        if sound:
            ipa.parse(sound)
    except ValueError as error:
        raise OptionError("--ipa", sound, f"sounds of the IPA, as {error}") from None
    return Entry(word.strip(), said, sound, How.SPELL if spell else None, long)


def put(path: Path, entries: Iterable[Entry]) -> tuple[Entry, ...]:
    """Write entries into a file, new or there; give what it said of them before.

    All or none: LexiconError says what is wrong with the file, or would be.
    """
    new = {entry.word: entry for entry in entries}
    document, before = _open(path)
    words = document.setdefault(WORDS, tomlkit.table())
    for word, entry in new.items():
        _take_out(document, word)
        words[word] = _value(_with_long(entry, before))
    _save(path, document)
    return tuple(entry for entry in before if entry.word in new)


def take_out(path: Path, word: str) -> tuple[Entry, ...]:
    """Take a word out of a file; give what it said of it, if anything."""
    document, before = _open(path)
    gone = tuple(entry for entry in before if entry.word == word)
    if gone:
        _take_out(document, word)
        document.get(WORDS, {}).pop(word, None)
        _save(path, document)
    return gone


def _with_long(entry: Entry, before: Iterable[Entry]) -> Entry:
    """Keep what a short form stands for, where only its sound is told anew."""
    told = (old.long for old in before if old.word == entry.word)
    return entry if entry.long else replace(entry, long=next(told, ""))


def _open(path: Path) -> tuple[tomlkit.TOMLDocument, tuple[Entry, ...]]:
    try:
        text = path.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        document = tomlkit.document()
        document.add(tomlkit.comment(_HEAD))
        return document, ()
    except (OSError, UnicodeDecodeError) as error:
        why = getattr(error, "strerror", None) or "it is no UTF-8 text"
        raise LexiconError(str(path), why) from error
    entries = parse_entries(text, str(path))  # says best what is wrong
    return tomlkit.parse(text), entries


def _take_out(document: tomlkit.TOMLDocument, word: str) -> None:
    """Take a word out of the tables that hold words alone."""
    for table in (SAY, LONG):
        document.get(table, {}).pop(word, None)
    letters: list[str] = document.get(LETTERS, [])
    while word in letters:
        letters.remove(word)


def _value(entry: Entry) -> Any:  # noqa: ANN401 - tomlkit's own
    """Write an entry in as few words as it needs."""
    keys = {
        "say": entry.say,
        "ipa": entry.ipa,
        "as": entry.how.value if entry.how else "",
        "long": entry.long,
    }
    known = {key: said for key, said in keys.items() if said}
    if known.keys() == {"say"}:
        return entry.say
    table = tomlkit.inline_table()
    table.update(known)
    return table


def _save(path: Path, document: tomlkit.TOMLDocument) -> None:
    """Write a file whole or not at all, after it was read as a build would read it."""
    text = tomlkit.dumps(document)
    parse_entries(text, str(path))
    real = path.resolve()  # a link stays one
    try:
        real.parent.mkdir(parents=True, exist_ok=True)
        publish(real, text.encode(), BytesIO())
    except OutputError as error:
        raise OutputError(str(path), error.trouble, _REMEDY) from error
    except OSError as error:
        trouble = f"can't be written: {error.strerror or error}"
        raise OutputError(str(path), trouble, _REMEDY) from error


_REMEDY = "Name another file with --to"
