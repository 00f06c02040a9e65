"""Words in from another tool's lexicon, and out to one: W3C PLS files."""

from io import BytesIO
from pathlib import Path

from narrate.errors import LexiconError, OutputError
from narrate.output import publish
from narrate.script.english.designators import spell
from narrate.script.entries import Entry
from narrate.script.entry_file import read_entries
from narrate.script.pls import Told, read_pls, write_pls
from narrate.wordbook import put

_MOST_BYTES = 50_000_000


def take_over(source: Path, path: Path) -> tuple[Told, tuple[Entry, ...]]:
    """Put a PLS file's words into a lexicon; give them, and what they replace."""
    try:
        with source.open("rb") as file:
            data = file.read(_MOST_BYTES + 1)
    except OSError as error:
        raise LexiconError(str(source), error.strerror or str(error)) from error
    if len(data) > _MOST_BYTES:
        raise LexiconError(str(source), "it is larger than 50 MB")
    told = read_pls(data, str(source))
    return told, put(path, told.entries)


def hand_on(path: Path, target: Path, language: str) -> tuple[int, tuple[str, ...]]:
    """Write a lexicon's words as a PLS file; give how many, and what is left out."""
    entries = read_entries(path)
    text, left_out = write_pls(entries, language, spell)
    try:
        publish(target, text.encode(), BytesIO())
    except OutputError as error:
        remedy = "Name another file"
        raise OutputError(str(target), error.trouble, remedy) from error
    return len(entries) - len(left_out), left_out
