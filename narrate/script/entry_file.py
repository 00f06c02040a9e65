"""A listener's lexicon file, TOML: read into entries, and refused in one sentence.

    letters = ["XKCD"]                       # said letter by letter

    [say]                                    # said as if it were spelled so
    ATACMS = "attack-ems"

    [long]                                   # said once, at the first mention
    ATACMS = "Army Tactical Missile System"

    [words]                                  # all that there is to say of a word
    Kyiv = "keev"
    Zelenskyy = { ipa = "zəˈlɛnski" }
    IDF = { as = "expand", long = "Israel Defense Forces" }
    bass = [{ ipa = "beɪs", near = ["guitar", "drums"] }, { ipa = "bæs" }]

In [words] the keys are those of `Entry`, but `how` is called "as".
"""

from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

from narrate import ipa
from narrate.errors import LexiconError
from narrate.script.entries import Case, Entry, How

LETTERS, SAY, LONG, WORDS = "letters", "say", "long", "words"
KEYS = ("say", "ipa", "as", "long", "near", "case", "whole")


def read_entries(path: Path) -> tuple[Entry, ...]:
    """Read a file; LexiconError names it, the entry that is wrong, and why."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        why = getattr(error, "strerror", None) or "it is no UTF-8 text"
        raise LexiconError(str(path), why) from error
    return parse_entries(text, str(path))


def parse_entries(text: str, name: str) -> tuple[Entry, ...]:
    """Read the text of a file of that name."""
    import tomllib  # noqa: PLC0415 - 8 ms, and most listeners have no words of their own

    try:
        data = tomllib.loads(text)
        entries = (*_simple(data), *_words(data.get(WORDS, {})))
        _check_twice(data, entries)
    except (tomllib.TOMLDecodeError, ValueError) as error:
        raise LexiconError(name, str(error)) from error
    except RecursionError as error:
        raise LexiconError(name, "it is nested too deep") from error
    return entries


def _simple(data: dict[str, Any]) -> Iterator[Entry]:
    """Read the three tables that hold words alone: in just this case."""
    unknown = data.keys() - {LETTERS, SAY, LONG, WORDS}
    if unknown:
        raise ValueError(f"there is no table {min(unknown)!r}")
    letters = data.get(LETTERS, [])
    if not isinstance(letters, list) or not all(isinstance(x, str) for x in letters):
        raise ValueError("letters must be a list of words")
    say, long = _texts(data, SAY), _texts(data, LONG)
    for word in dict.fromkeys((*letters, *say, *long)):
        how = How.SPELL if word in letters and word not in say else None
        yield Entry(
            _word(word, LETTERS),
            say.get(word, ""),
            how=how,
            long=long.get(word, ""),
            case=Case.EXACT,
        )


def _texts(data: dict[str, Any], table: str) -> dict[str, str]:
    entries = data.get(table, {})
    if not isinstance(entries, dict):
        raise ValueError(f"[{table}] must be a table")  # noqa: TRY004 - LexiconError
    for word, said in entries.items():
        if not word.strip() or not isinstance(said, str) or not said.strip():
            raise ValueError(f"[{table}] {word!r} needs words in quotes")
    return entries


def _words(table: object) -> Iterator[Entry]:
    if not isinstance(table, dict):
        raise ValueError("[words] must be a table")  # noqa: TRY004 - as above
    for word, value in table.items():
        _word(word, WORDS)
        many = value if isinstance(value, list) else [value]
        if not many:
            raise ValueError(f"[words] {word!r} says nothing")
        try:
            for one in many:
                yield _entry(word, {"say": one} if isinstance(one, str) else one)
        except ValueError as error:
            raise ValueError(f"[words] {word!r} {error}") from None


def _word(word: str, table: str) -> str:
    """Check what an entry is of."""
    if not word.strip() or word != word.strip():
        raise ValueError(f"[{table}] {word!r} is no word: white space around it")
    return word


def _entry(word: str, keys: object) -> Entry:
    """Read one reading of a word; ValueError says what is wrong with it."""
    if not isinstance(keys, dict):  # LexiconError is made of each ValueError
        raise ValueError(  # noqa: TRY004
            f"needs words in quotes, or {{ say = … }}, not {keys!r}"
        )
    unknown = keys.keys() - set(KEYS)
    if unknown:
        raise ValueError(f"has no key {min(unknown)!r}: {', '.join(KEYS)}")
    for key in ("say", "ipa", "long"):
        if key in keys and not (isinstance(keys[key], str) and keys[key].strip()):
            raise ValueError(f"needs words in quotes for {key}")
    if not isinstance(keys.get("whole", True), bool):
        raise ValueError("needs true or false for whole")  # noqa: TRY004 - as above
    how = How(_one_of(keys, "as", How)) if "as" in keys else None
    entry = Entry(
        word,
        keys.get("say", ""),
        _sound(keys.get("ipa", "")),
        how,
        keys.get("long", ""),
        _near(keys.get("near", [])),
        Case(_one_of(keys, "case", Case)) if "case" in keys else Case.USUAL,
        keys.get("whole", True),
    )
    _check_sense(entry)
    return entry


def _one_of(keys: dict[str, Any], key: str, choices: type[How | Case]) -> str:
    names = [choice.value for choice in choices]
    if keys[key] not in names:
        raise ValueError(f"has {key} = {keys[key]!r}: give {' or '.join(names)}")
    return str(keys[key])


def _sound(sounds: str) -> str:
    if sounds:
        try:
            ipa.parse(sounds)
        except ValueError as error:
            raise ValueError(f"has an ipa that can't be read: {error}") from None
    return sounds


def _near(words: object) -> tuple[str, ...]:
    listed = [words] if isinstance(words, str) else words
    if not isinstance(listed, list) or not all(
        isinstance(word, str) and word.strip() for word in listed
    ):
        raise ValueError("needs a list of words for near")
    return tuple(listed)


def _check_sense(entry: Entry) -> None:
    """Refuse what says nothing, and what contradicts itself."""
    if not (entry.say or entry.ipa or entry.how or entry.long):
        raise ValueError("says nothing: give say, ipa, as or long")
    if entry.how is How.EXPAND and not entry.long:
        raise ValueError('has as = "expand" and no long')
    if entry.how is How.EXPAND and (entry.say or entry.ipa):
        raise ValueError('has as = "expand": it is never said itself')
    if entry.how is How.SPELL and (entry.say or entry.ipa):
        raise ValueError('has as = "spell" and a say or ipa')
    if entry.ipa and not entry.whole:
        raise ValueError("is a part of words, which has no ipa: give say")


def _check_twice(data: dict[str, Any], entries: tuple[Entry, ...]) -> None:
    """Refuse a word that would be two entries at one place."""
    simple = [entry.word for entry in entries if entry.word not in data.get(WORDS, {})]
    words = [*simple, *data.get(WORDS, {})]
    in_both = {entry.word for entry in _simple(data)} & data.get(WORDS, {}).keys()
    if in_both:
        raise ValueError(f"{min(in_both)!r} stands in [words] and in another table")
    counts = Counter(map(str.casefold, words))
    for entry in entries:
        if entry.case is Case.ANY and counts[entry.word.casefold()] > 1:
            raise ValueError(
                f"[words] {entry.word!r} stands there twice, in another case"
            )
    for entry, after in pairwise(entries):
        if entry.word == after.word and not entry.near:
            raise ValueError(f"[words] {entry.word!r} needs near for all but its last")
