"""A second opinion on a word that no dictionary has: what espeak-ng makes of it.

Where two readers that know nothing of one another agree, a guess is seldom wrong:
"Biden", "Matthew". Where they differ, somebody should listen: "Petrasiuk".
"""

import ctypes
import os
import sys
from collections.abc import Iterable, Sequence

from narrate import ipa
from narrate.errors import VoiceError
from narrate.speak.espeak.data import LONGEST_PATH, within_reach
from narrate.speak.espeak.library import find_library

_SYNCHRONOUS, _DONT_EXIT, _UTF8, _IPA = 2, 0x8000, 1, 2
_SAME = str.maketrans({"ɾ": "t", "r": "ɹ", "ɫ": "l", "ɔ": "ɑ", "ɒ": "ɑ", "ʌ": "ə"})
_WEAK = "ə"
_SHORT_I = frozenset("iɪ")


def second_opinions(words: Iterable[str], *, british: bool) -> dict[str, str]:
    """Give the IPA that espeak-ng reads for each word.

    Raises ImportError or VoiceError where it can't be asked. It is closed behind us:
    an engine of this process must find it as fresh as any.
    """
    path, data = find_library()
    data = within_reach(data)
    library = ctypes.CDLL(path)
    try:
        home = os.fsencode(data) if data else None
        too_long = len(home or b"") > LONGEST_PATH
        if too_long or library.espeak_Initialize(_SYNCHRONOUS, 0, home, _DONT_EXIT) < 1:
            raise VoiceError("espeak", "finds no data")
        # "en-gb" is a language's name, and finds none; without a voice it crashes.
        if library.espeak_SetVoiceByName(b"gmw/en" if british else b"gmw/en-US"):
            raise VoiceError("espeak", "knows no English")
        library.espeak_TextToPhonemes.restype = ctypes.c_char_p
        return {word: _read(library, word) for word in words}
    finally:
        library.espeak_Terminate()
        _unload(library)


def _read(library: ctypes.CDLL, word: str) -> str:
    rest = ctypes.c_char_p(word.encode())
    clauses: list[str] = []
    while rest.value and len(clauses) < len(word):
        said = library.espeak_TextToPhonemes(ctypes.byref(rest), _UTF8, _IPA)
        clauses.append(said.decode())
    return " ".join(clauses).strip()


def _unload(library: ctypes.CDLL) -> None:
    handle = library._handle  # noqa: SLF001 - ctypes has no public way to unload
    if sys.platform == "win32":
        from _ctypes import FreeLibrary  # noqa: PLC0415

        FreeLibrary(handle)
    else:
        from _ctypes import dlclose  # noqa: PLC0415

        dlclose(handle)


def agree(one: str, other: str) -> bool:
    """Tell whether two readings would be heard as one word, but for weak vowels."""
    try:
        return _heard(ipa.parse(one)) == _heard(ipa.parse(other))
    except ValueError:
        return False


def _heard(phones: Sequence[ipa.Phone]) -> list[str]:
    """Reduce sounds to what tells words apart: strong vowels, consonants, stress."""
    heard: list[str] = []
    for phone in phones:
        sound = phone.sound.translate(_SAME)
        if phone.is_vowel and phone.stress != "ˈ":
            sound = _WEAK
        elif phone.is_vowel:
            sound = f"ˈ{'i' if sound in _SHORT_I and phone.long else sound}"
        if sound != " " and (not heard or heard[-1] != sound):
            heard.append(sound)
    return heard
