"""The content key: the same one, the same bytes; a word changes it where it stands."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from narrate.content import content_key, source_of, vocabulary_of
from narrate.options import Captions, Kind, Options, Pictures
from narrate.prepare import prepare
from narrate.speak.cast import find_cast
from narrate.speak.voices import find_voice, voices_folder
from narrate.speakers import cast_for

VOCABULARY = "a and chasiv fell it's kyiv's leopards near old-town the yar zwyrtowa"


def key(
    lexicon: Path | None = None,
    words: str = VOCABULARY,
    languages: Sequence[str] = ("en",),
    **more: object,
) -> str:
    options = replace(Options("a.txt", voice="espeak", lexicon=lexicon), **more)  # type: ignore[arg-type]
    pace = options.words_per_minute
    cast = cast_for(languages, find_voice(options.voice, pace), pace)
    return content_key(options, "source", words, cast)


def test_a_stream_has_no_key() -> None:
    cast = find_cast(find_voice("espeak"))
    assert content_key(Options("-"), source_of("-"), VOCABULARY, cast) == ""


def test_what_changes_the_bytes_changes_the_key_and_nothing_else_does() -> None:
    same = {key(), key(jobs=7), key(force=True), key(output="x/"), key(verify=True)}
    assert len(same) == 1
    others = {
        key(voice="silent"),
        key(words_per_minute=200),
        key(pictures=Pictures(Captions.OFF)),
        key(kinds=frozenset({Kind.MP3, Kind.EPISODE})),
        key(name="another"),
    }
    assert len(others | same) == 6


def test_everyone_who_is_heard_counts(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NARRATE_CONFIG", str(tmp_path))
    assert len({key(), key(languages=("fr",)), key(languages=("en", "fr"))}) == 3
    assert key(voice="silent", languages=("fr",)) != key(languages=("fr",))
    text = (voices_folder() / "espeak.toml").read_text(encoding="utf-8")
    (tmp_path / "voices").mkdir()
    other = tmp_path / "voices" / "other.toml"
    other.write_text(text, encoding="utf-8")
    mine = tmp_path / "mine.toml"
    mine.write_text(f'{text}\n[roles.byline]\nvoice = "other"\n', encoding="utf-8")
    before = key(voice=str(mine)), key()
    other.write_text(text.replace("pitch = 0.9", "pitch = 0.8"))
    assert (key(voice=str(mine)) != before[0], key()) == (True, before[1])


@pytest.mark.parametrize(
    ("entry", "touches"),
    [
        ('Zwyrtowa = "zvirtova"', True),
        ('ZWYRTOWA = "zvirtova"', True),
        ('Leopard = "leppard"', True),
        ('Kyiv = "keev"', True),
        ('"Chasiv Yar" = "chassiv yar"', True),
        ('"Yar Chasiv Est" = "x"', False),
        ('Odense = "odd"', False),
        ('own = { say = "x", whole = true }', False),
        ('own = { say = "x", whole = false }', True),
        ('"it’s" = "x"', True),
        ('"old-town" = "x"', True),
        ('"-" = { say = "x", whole = false }', True),
        ('"%" = { say = "x", whole = false }', False),
    ],
)
def test_a_lexicon_counts_with_its_words_that_stand_in_the_article(
    tmp_path: Path,
    entry: str,
    touches: bool,  # noqa: FBT001 - from the table above
) -> None:
    lexicon = tmp_path / "lexicon.toml"
    lexicon.write_text(f"[words]\n{entry}\n", encoding="utf-8")
    assert (key(lexicon) != key()) == touches


def test_a_lexicon_that_changes_is_read_again(tmp_path: Path) -> None:
    lexicon = tmp_path / "lexicon.toml"
    lexicon.write_text('[say]\nKyiv = "keev"\n', encoding="utf-8")
    before = key(lexicon)
    lexicon.write_text('[say]\nKyiv = "kay-eev"\n', encoding="utf-8")
    assert key(lexicon) != before


def test_every_word_that_a_lexicon_changes_is_in_the_vocabulary(
    minefields: Path, tmp_path: Path
) -> None:
    # Whatever is said otherwise with a lexicon, its key must be another, too.
    options = Options(str(minefields), voice="silent")
    _, plain, _ = prepare(options)
    words = vocabulary_of(plain)
    for word in sorted(set(words.split()))[::7]:
        lexicon = tmp_path / "one.toml"
        stem = word.strip("\"'“”‘’().,;:?!—–-$%")
        if not stem or "'" in stem or "\n" in stem:
            continue
        lexicon.write_text(
            f"[words]\n'{stem}' = {{ say = 'xylophone', case = 'any' }}\n",
            encoding="utf-8",
        )
        own = replace(options, lexicon=lexicon)
        _, changed, _ = prepare(own)
        differs = [u.spoken for u in changed.utterances()] != [
            u.spoken for u in plain.utterances()
        ]
        other = key(lexicon, words) != key(None, words)
        assert other >= differs, word
