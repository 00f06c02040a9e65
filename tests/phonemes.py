"""What espeak-ng makes of a text: its phonemes, to hear a spelling without sound.

Stress and length are left out of a comparison: "high mars" in one word or two differs
in nothing else. So are the shades that espeak-ng itself changes with the place in a
sentence: the weak vowels of "a", "the" and "comma" are one, so is a flapped t.
"""

import ctypes
import os
import re
from functools import cache

from narrate.speak.base import Spelling, make_safe
from narrate.speak.espeak_library import find_library

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
_WANTED = re.compile(r"(?<!\w)(?P<letter>[A-Z])(?P<ending>s|'s)?(?!\w)")
_SPELLING = Spelling(joins_plurals=False, lone_a="eh")  # as the engine espeak has it
_SYNCHRONOUS, _DONT_EXIT, _UTF8, _IPA = 2, 0x8000, 1, 2


def heard(spoken: str) -> str:
    """Give the phonemes of a text as the engine espeak is given it."""
    return _plain(_phonemes(make_safe(spoken, _SPELLING)))


def wanted(words: str) -> str:
    """Give the phonemes of plain words; a letter alone is its name."""
    parts: list[str] = []
    at = 0
    for found in _WANTED.finditer(words):
        parts += (_phonemes(words[at : found.start()]), LETTERS[found["letter"]])
        parts.append("z" if found["ending"] else "")
        at = found.end()
    return _plain("".join((*parts, _phonemes(words[at:]))))


def _plain(phonemes: str) -> str:
    for shade, one in _SHADES:
        phonemes = re.sub(shade, one, phonemes)
    return phonemes


@cache
def _library() -> ctypes.CDLL:
    path, data = find_library()
    library = ctypes.CDLL(path)
    home = os.fsencode(data) if data else None
    assert library.espeak_Initialize(_SYNCHRONOUS, 0, home, _DONT_EXIT) > 0
    assert library.espeak_SetVoiceByName(b"en-us") == 0
    library.espeak_TextToPhonemes.restype = ctypes.c_char_p
    return library


def _phonemes(text: str) -> str:
    """Ask espeak-ng, clause by clause."""
    if not text.strip():
        return ""
    rest = ctypes.c_char_p(text.encode())
    clauses = []
    while rest.value:
        said = _library().espeak_TextToPhonemes(ctypes.byref(rest), _UTF8, _IPA)
        clauses.append(said.decode())
    return "".join(clauses)
