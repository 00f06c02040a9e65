"""What espeak-ng makes of a text: its phonemes, to hear a spelling without sound.

Stress and length are left out of a comparison: "high mars" in one word or two differs
in nothing else. So are the shades that espeak-ng itself changes with the place in a
sentence: the weak vowels of "a", "the" and "comma" are one, so is a flapped t.
"""

import ctypes
import json
import os
import re
import subprocess
import sys
from collections.abc import Iterable

from narrate.speak.base import Spelling, make_safe
from narrate.speak.espeak.library import find_library

# The letters' names in espeak-ng's phonemes, written down from a dictionary: what is
# wanted must not come from the way in which narrate has letters said.
LETTERS = dict(
    item.split("=")
    for item in (
        "A=eɪ B=bi C=si D=di E=i F=ɛf G=dʒi H=eɪtʃ I=aɪ J=dʒeɪ K=keɪ L=ɛl M=ɛm N=ɛn "
        "O=oʊ P=pi Q=kju R=ɑɹ S=ɛs T=ti U=ju V=vi W=dʌbəlju X=ɛks Y=waɪ Z=zi"
    ).split()
)
_SHADES = (("[ˈˌː \n]", ""), ("ɾ", "t"), ("ᵻ", "ɪ"), ("[əɐʌ]", "ə"), ("ɹɹ", "ɹ"))
_WANTED = re.compile(r"(?<!\w)([A-Z])(s|'s)?(?!\w)")
_SPELLING = Spelling(dots_plurals=True, lone_a="eh")  # as the engine espeak has it
_SYNCHRONOUS, _DONT_EXIT, _UTF8, _IPA = 2, 0x8000, 1, 2


class Ear:
    """Hears many texts in one process of their own.

    A library that stays loaded would remember, and change what the engine's tests hear.
    """

    def __init__(self, spoken: Iterable[str], plain: Iterable[str]) -> None:
        safe = {text: make_safe(text, _SPELLING) for text in spoken}
        words = {text: _WANTED.split(text) for text in plain}
        parts = {part for cut in words.values() for part in cut[::3]}
        heard = _ask(sorted({*safe.values(), *parts}))
        self.spoken = {text: _plain(heard[safe[text]]) for text in safe}
        """What the engine espeak makes of a text as it is given it."""
        self.wanted = {
            text: _plain(
                "".join(
                    heard[part] + LETTERS.get(letter, "") + ("z" if ending else "")
                    for part, letter, ending in zip(
                        cut[::3], [*cut[1::3], ""], [*cut[2::3], ""], strict=True
                    )
                )
            )
            for text, cut in words.items()
        }
        """What plain words sound like; a letter alone is its name."""


def phonemes(texts: list[str]) -> list[str]:
    """Give what the engine espeak makes of each text, its shades left out."""
    heard = _ask([make_safe(text, _SPELLING) for text in texts])
    return [_plain(heard[make_safe(text, _SPELLING)]) for text in texts]


def _plain(phonemes: str) -> str:
    for shade, one in _SHADES:
        phonemes = re.sub(shade, one, phonemes)
    return phonemes


def _ask(texts: list[str]) -> dict[str, str]:
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    answer = subprocess.run(
        [sys.executable, __file__],
        input=json.dumps(texts),
        capture_output=True,
        check=True,
        text=True,
        env=environment,
    )
    return dict(zip(texts, json.loads(answer.stdout), strict=True))


def main() -> None:
    """Give the phonemes of texts, JSON in and JSON out."""
    path, data = find_library()
    library = ctypes.CDLL(path)
    home = os.fsencode(data) if data else None
    assert library.espeak_Initialize(_SYNCHRONOUS, 0, home, _DONT_EXIT) > 0
    assert library.espeak_SetVoiceByName(b"en-us") == 0
    library.espeak_TextToPhonemes.restype = ctypes.c_char_p
    texts = json.load(sys.stdin)
    sys.stdout.write(json.dumps([_phonemes(library, text) for text in texts]))


def _phonemes(library: ctypes.CDLL, text: str) -> str:
    """Ask espeak-ng, clause by clause."""
    rest = ctypes.c_char_p(text.encode())
    clauses = []
    while rest.value and text.strip():
        said = library.espeak_TextToPhonemes(ctypes.byref(rest), _UTF8, _IPA)
        clauses.append(said.decode())
    return "".join(clauses)


if __name__ == "__main__":
    main()
