"""Words into phonemes: hibari's own rules over its own words, not all of them read.

Two lexicons and a tagger, 10 MB of JSON, take 0.25 s to parse; an article asks for a
few thousand of their 280,000 entries. So they stay bytes, and each entry is parsed when
it is asked for. Each answer is hibari's: the tests ask for all of them.
"""

import json
import sys
import threading
import zlib
from bisect import bisect_right
from collections.abc import Callable, Collection
from dataclasses import dataclass
from importlib import import_module
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType
from typing import Any

from narrate.speak.heart.guesser import Guesser

_NAME = "narrate_hibari_g2p"
_LOCK = threading.Lock()
_GZIP = 31  # zlib's number for "a gzip header, and the largest window"
_STRIDE = 4096  # bytes between two keys that are known: 0.5 us to look through
_WEIGHTS = b'"weights":{'


@dataclass(frozen=True, slots=True)
class Phonemizer:
    """hibari's way from a text to phonemes; no two threads at a time."""

    g2p: Any
    """Called with a text, it gives phonemes: `tokenize`, then `phonemize_tokens`."""

    normalize: Callable[[str], str]
    """What it does to a text before."""

    stops: Collection[str]
    """Parts of speech that are none: what has one of them is not said."""

    british: bool
    """Whose words these are."""


def open_phonemizer(hibari: Path, *, british: bool) -> Phonemizer:
    """Give hibari's G2P.

    Its folder is loaded as a package of its own. hibari's `__init__` would import
    urllib, and scipy wherever there is one: 0.03 to 0.2 s for nothing. And in a copy of
    ours the one function that reads its tables may be replaced.
    """
    with _LOCK:
        module = sys.modules.get(_NAME) or _load(hibari)
    guesser = Guesser(lambda: _open_guesser(hibari, british=british))
    g2p = module.G2P(oov=guesser, british=british)
    return Phonemizer(g2p, module.normalize, module.PUNCT_TAGS, british)


def _load(hibari: Path) -> ModuleType:
    init = hibari / "g2p" / "__init__.py"
    spec = spec_from_file_location(
        _NAME, init, submodule_search_locations=[str(init.parent)]
    )
    if spec is None or spec.loader is None:
        raise ImportError(f"{init} is no package", name="hibari")
    module = module_from_spec(spec)
    sys.modules[_NAME] = module  # its files import one another through it
    try:
        spec.loader.exec_module(module)
    except BaseException:
        del sys.modules[_NAME]  # half a package is none
        raise
    usual = module._load_json  # noqa: SLF001 - the pin holds its name

    def read(name: str) -> Any:  # noqa: ANN401
        if name.startswith("lexicon"):
            return Lexicon(_unpacked(hibari / "assets" / name))
        if name.startswith("tagger"):
            return read_tagger(_unpacked(hibari / "assets" / name))
        return usual(name)

    module._load_json = read  # type: ignore[attr-defined]  # noqa: SLF001
    return module


def _open_guesser(hibari: Path, *, british: bool) -> Any:  # noqa: ANN401
    module = import_module(f"{_NAME}.oov")
    return module.OOV(
        str(hibari / "assets" / ("oov_gb.onnx" if british else "oov.onnx"))
    )


def _unpacked(path: Path) -> bytes:
    return zlib.decompress(path.read_bytes(), _GZIP)


class Lexicon:
    """Words and their phonemes, `{"word":"phonemes",…}` in order of their bytes.

    A few have a table for each part of speech instead of phonemes.
    """

    def __init__(self, data: bytes) -> None:
        self._entries: dict[str, Any] = {}
        parts: list[bytes] = [b","]
        done = 1
        while (at := data.find(b'":{', done)) > 0:
            start, end = data.rindex(b'"', 0, at), data.index(b"}", at) + 1
            self._entries[data[start + 1 : at].decode()] = json.loads(
                data[at + 2 : end]
            )
            parts.append(data[done:start])
            done = end + 1  # and its comma
        parts.append(data[done:-1])
        self._data = b"".join(parts).rstrip(b",") + b","
        self._starts: list[int] = []
        self._keys: list[bytes] = []
        start = self._data.find(b',"')
        while start >= 0:
            self._starts.append(start)
            self._keys.append(self._data[start + 2 : self._data.index(b'"', start + 2)])
            start = self._data.find(b',"', start + _STRIDE)
        self._starts.append(len(self._data))

    def get(self, word: str) -> Any:  # noqa: ANN401
        """Give phonemes, a table of them, or None."""
        try:
            return self._entries[word]
        except KeyError:
            found = self._entries[word] = self._find(word)
            return found

    def _find(self, word: str) -> str | None:
        key = word.encode("utf-8", "surrogatepass")
        chunk = bisect_right(self._keys, key) - 1
        if chunk < 0:
            return None
        entry = b',"%b":"' % key
        stop = self._starts[chunk + 1] + len(entry)
        at = self._data.find(entry, self._starts[chunk], stop)
        if at < 0:
            return None
        at += len(entry)
        return self._data[at : self._data.index(b'"', at)].decode()


class Weights:
    """What each sign of a word speaks for: `{"sign":{"NN":1.5,…},…}`."""

    def __init__(self, data: bytes) -> None:
        pieces = data[1:].replace(b'":{', b'},"').split(b'},"')
        self._raw = dict(zip(pieces[::2], pieces[1::2], strict=True))
        self._parsed: dict[str, dict[str, float] | None] = {}

    def get(self, sign: str) -> dict[str, float] | None:
        """Give the weight of each part of speech, if there is one."""
        try:
            return self._parsed[sign]
        except KeyError:
            key = sign.encode("utf-8", "surrogatepass")
            if b'"' in key or b"\\" in key or not sign.isprintable():
                key = json.dumps(sign, ensure_ascii=False)[1:-1].encode()
            raw = self._raw.get(key)
            found = None if raw is None else json.loads(b"{%b}" % raw)
            self._parsed[sign] = found
            return found


def read_tagger(data: bytes) -> dict[str, Any]:
    """Read the tagger's tables; its weights, the last and largest, as they are."""
    at = data.index(_WEIGHTS)
    model: dict[str, Any] = json.loads(data[:at] + _WEIGHTS + b"}}")
    model["weights"] = Weights(data[at + len(_WEIGHTS) : -len(b"}}}")])
    return model
