"""What espeak-ng would sound, asked of its library without a sound.

Run by itself: the library keeps state, which no other test may meet.
"""

import ctypes
import re
import subprocess
import sys
from collections.abc import Iterable, Sequence

import espeakng_loader

_RETRIEVAL, _DONT_EXIT = 1, 0x8000
_UTF8, _IPA = 1, 0x02
_NO_SOUND = re.compile(r"[\sˈˌ_-]")


def phonemes(texts: Iterable[str]) -> list[str]:
    """Give the sounds of each line, without its stresses and pauses."""
    said = subprocess.run(
        [sys.executable, __file__],
        input="\n".join(texts),
        capture_output=True,
        check=True,
        encoding="utf-8",
    )
    return [_NO_SOUND.sub("", line) for line in said.stdout.splitlines()]


def _main(lines: Sequence[str]) -> None:
    library = ctypes.CDLL(str(espeakng_loader.get_library_path()))
    data = str(espeakng_loader.get_data_path()).encode()
    library.espeak_Initialize(_RETRIEVAL, 0, data, _DONT_EXIT)
    library.espeak_SetVoiceByName(b"en-us")
    library.espeak_TextToPhonemes.restype = ctypes.c_char_p
    for line in lines:
        rest = ctypes.c_char_p(line.encode())
        said: list[str] = []
        while rest.value:
            said.append(
                library.espeak_TextToPhonemes(ctypes.byref(rest), _UTF8, _IPA).decode()
            )
        sys.stdout.write(" ".join(said) + "\n")


if __name__ == "__main__":
    sys.stdin.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
    sys.stdout.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
    _main(sys.stdin.read().splitlines())
