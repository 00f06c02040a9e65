"""Words of a lexicon as text for people and JSON for programs; nothing is decided."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from narrate.script.entries import Case, Entry, How
from narrate.script.entry_file import read_entries
from narrate.suggest import Suggestion

_TIMES = {1: "once", 2: "twice"}
_HOW = {How.WORD: "said as a word", How.SPELL: "said letter by letter"}
_CASES = {Case.EXACT: " in just this case", Case.ANY: " in any case", Case.USUAL: ""}


def how(entry: Entry) -> str:
    """Say how an entry is said: 'said "keev"'."""
    if entry.how is How.EXPAND:
        told = f'said "{entry.long}" each time'
    elif entry.ipa:
        spare = f', or "{entry.say}" by a voice that can\'t' if entry.say else ""
        told = f"said /{entry.ipa.strip('/[] ')}/{spare}"
    elif entry.say:
        told = f'said "{entry.say}"'
    else:
        told = _HOW[entry.how] if entry.how else "said as before"
    if entry.long and entry.how is not How.EXPAND:
        told += f', with "{entry.long}" at its first mention'
    if entry.near:
        told += f" near {' or '.join(entry.near)}"
    part = "" if entry.whole else " as a part of words too"
    return told + _CASES[entry.case] + part


def in_force(lexicons: Sequence[Path]) -> Iterator[str]:
    """List what files say, the nearest first, and what of it is not in force."""
    known: dict[str, Path] = {}
    for path, entries in [(path, read_entries(path)) for path in lexicons]:
        yield f"{path}:"
        for entry in entries:
            over = known.get(entry.word)
            if over and over != path:
                yield f"  {entry.word}: not in force, {over} says otherwise"
            else:
                yield f"  {entry.word}: {how(entry)}"
        for entry in entries:
            known.setdefault(entry.word, path)
    if not lexicons:
        yield "You have no lexicon yet. Begin one with: narrate lexicon add WORD SAID"


def suggestion_lines(found: Sequence[Suggestion], most: int) -> Iterator[str]:
    """List the words that may be said wrong; the last line says how to fix one."""
    if not found:
        yield "Every word is in a dictionary or a lexicon."
        return
    for at, one in enumerate(found[:most], 1):
        times = _TIMES.get(one.times, f"{one.times} times")
        line = f", line {one.line}" if one.line else ""
        yield f"{at}. {one.word}: {one.why}; {times}{line}{_said(one)}."
    if len(found) > most:
        yield f"And {len(found) - most} more, surer ones: --most {len(found)}"
    yield f'Fix one with: narrate lexicon add {found[0].word} "as you would spell it"'


def _said(one: Suggestion) -> str:
    if one.said:
        return f'; will be said "{one.said}"'
    return f"; will be said /{one.ipa}/" if one.ipa else ""


def suggestion_json(one: Suggestion) -> dict[str, Any]:
    """Give a suggestion's fields, for programs."""
    return {
        "word": one.word,
        "unsure": one.unsure,
        "why": one.why,
        "said": one.said or one.word,
        "ipa": one.ipa,
        "times": one.times,
        "line": one.line,
    }
