"""What the engines would say for the shipped names without them: the table's worth.

Run it as a program: `python -m tests.names` prints each name that differs.
"""

import re
import sys
import unicodedata
from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple

from narrate.script.english.names_table import open_names
from narrate.speak.alphabets import to_hibari, to_piper
from narrate.speak.heart.pronounce import open_phonemizer
from tests.mnemonics import heard

_SHADES = (
    *(("[ˌː ]", ""), ("[ɾT]", "t"), ("ɚ", "əɹ"), ("ɫ", "l"), ("hw", "w"), ("ɹɹ", "ɹ")),
    *(("ɔ", "ɑ"), ("[ᵻɐᵊʌɪi]", "ə"), (r"\([a-z-]+\)", "")),
)
"""Shades of unstressed vowels are no mistake: a wrong sound is, or a wrong stress."""


class Said(NamedTuple):
    """One name, by one engine."""

    name: str
    alone: str
    wanted: str

    @property
    def differs(self) -> bool:
        """Tell whether the engine by itself would say another sound or stress."""
        return _plain(self.alone) != _plain(self.wanted)


def by_espeak() -> list[Said]:
    names = open_names()
    alone = heard(list(names), "en-us")
    return [
        Said(name, own, to_piper(ipa))
        for (name, ipa), own in zip(names.items(), alone, strict=True)
    ]


def by_hibari() -> list[Said]:
    spec = find_spec("hibari")
    assert spec is not None
    assert spec.origin is not None
    phonemize = open_phonemizer(Path(spec.origin).parent, british=False).g2p
    return [
        Said(name, phonemize(name), to_hibari(ipa, british=False))
        for name, ipa in open_names().items()
    ]


def _plain(phonemes: str) -> str:
    phonemes = unicodedata.normalize("NFD", phonemes)
    for shade, one in _SHADES:
        phonemes = re.sub(shade, one, phonemes)
    return phonemes


def main() -> None:
    """Print the names that each engine says otherwise, and how many."""
    for engine, said in (("hibari", by_hibari()), ("espeak-ng", by_espeak())):
        wrong = [one for one in said if one.differs]
        for one in wrong:
            sys.stdout.write(f"{engine}\t{one.name}\t{one.alone}\t{one.wanted}\n")
        sys.stdout.write(f"{engine}: {len(wrong)} of {len(said)} names\n")


if __name__ == "__main__":
    main()
