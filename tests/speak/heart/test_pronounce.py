"""Words that are parsed when asked for: every answer must be hibari's own."""

import gzip
import json
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest
from hibari.g2p import G2P

from narrate.model import Script
from narrate.speak.heart.pronounce import Lexicon, Weights, open_phonemizer, read_tagger

LEXICONS = ("us_gold", "us_silver", "gb_gold", "gb_silver")
SENTENCES = (
    "He read the record, and they record what I read; lead is in the lead pipe.",
    "Zzyzx and Kranjčar met O'Brien's co-worker’s twenty-first cousin.",
    "N.A.T.O. said A.P. reports cost twelve dollars, didn't they?",
    "a's B's \u00e9t\u00e9 na\u00efve caf\u00e9s \u2018quoted\u2019 \u201cwords\u201d",
    "A lone back\\slash and a 'quote\" in it",
    "",
)


def home() -> Path:
    spec = find_spec("hibari")
    assert spec is not None
    assert spec.origin is not None
    return Path(spec.origin).parent


def raw(name: str) -> bytes:
    return gzip.decompress((home() / "assets" / f"{name}.json.gz").read_bytes())


@pytest.mark.parametrize("name", LEXICONS)
def test_every_word_of_a_lexicon_is_found_and_no_other(name: str) -> None:
    data = raw(f"lexicon_{name}")
    words: dict[str, Any] = json.loads(data)
    lexicon = Lexicon(data)
    assert all(lexicon.get(word) == said for word, said in words.items())
    for word in words:
        for other in (word + "x", word[:-1], word.upper(), "'" + word):
            assert lexicon.get(other) == words.get(other)


@pytest.mark.parametrize(
    "word", ["", "\0", "VERB", "DEFAULT", "None", 'a":"b', "\\", "zzzz", "€", "\ud800"]
)
def test_what_is_no_word_is_not_found(word: str) -> None:
    data = raw("lexicon_us_gold")
    assert Lexicon(data).get(word) == json.loads(data).get(word)


@pytest.mark.parametrize(
    "data",
    ['{"a":"b"}', '{"a":{"N":"b"}}', '{"a":{"N":"b"},"c":"d"}', '{"c":"d","e":{}}'],
)
def test_a_table_may_stand_anywhere(data: str) -> None:
    lexicon = Lexicon(data.encode())
    for word in "abcdeN":
        assert lexicon.get(word) == json.loads(data).get(word)


def test_every_sign_has_the_weights_of_the_tagger() -> None:
    data = raw("tagger")
    theirs = json.loads(data)
    ours = read_tagger(data)
    weights = ours.pop("weights")
    assert isinstance(weights, Weights)
    for sign, parts in theirs.pop("weights").items():
        assert list((weights.get(sign) or {}).items()) == list(parts.items())
        assert weights.get(sign + " no such sign") is None
    assert ours == theirs


@pytest.mark.parametrize("british", [False, True])
def test_sentences_get_the_phonemes_of_hibari(script: Script, british: bool) -> None:  # noqa: FBT001
    ours = open_phonemizer(home(), british=british)
    theirs = G2P(british=british)
    for text in (*SENTENCES, *(each.spoken for each in script.utterances())):
        assert ours.g2p(text) == theirs(text)
