"""What espeak-ng says for its own mnemonics: a process that answers in IPA."""

import ctypes
import json
import os
import subprocess
import sys

from narrate.speak.espeak.library import find_library

_SYNCHRONOUS, _DONT_EXIT, _UTF8, _IPA = 2, 0x8000, 1, 2
_OBEY_BRACKETS = 0x100 | 0x1000 | _UTF8
_LISTEN = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_void_p, ctypes.c_int, ctypes.c_void_p)
_FILES = {"en-us": b"gmw/en-US", "en-gb": b"gmw/en", "en-gb-x-rp": b"gmw/en-GB-x-rp"}


def heard(texts: list[str], voice: str) -> list[str]:
    """Give the IPA of what espeak-ng says for texts that may have `[[…]]`."""
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    answer = subprocess.run(
        [sys.executable, __file__, voice],
        input=json.dumps(texts),
        capture_output=True,
        check=True,
        text=True,
        env=environment,
    )
    said: list[str] = json.loads(answer.stdout)
    return said


def main(voice: str) -> None:
    """Answer, JSON in and JSON out."""
    path, data = find_library()
    library = ctypes.CDLL(path)
    home = os.fsencode(data) if data else None
    assert library.espeak_Initialize(_SYNCHRONOUS, 0, home, _DONT_EXIT) > 0
    assert library.espeak_SetVoiceByName(_FILES[voice]) == 0
    library.espeak_TextToPhonemes.restype = ctypes.c_char_p
    listener = _LISTEN(lambda *_: 0)
    library.espeak_SetSynthCallback(listener)
    library.espeak_Synth(  # it remembers from one text that brackets are obeyed
        b"a", ctypes.c_size_t(2), 0, 1, 0, _OBEY_BRACKETS, None, None
    )
    texts = json.load(sys.stdin)
    sys.stdout.write(json.dumps([_said(library, text) for text in texts]))


def _said(library: ctypes.CDLL, text: str) -> str:
    """Ask espeak-ng, clause by clause."""
    rest = ctypes.c_char_p(text.encode())
    clauses = []
    while rest.value and text.strip():
        said = library.espeak_TextToPhonemes(ctypes.byref(rest), _UTF8, _IPA)
        clauses.append(said.decode().strip())
    return " ".join(clauses)


if __name__ == "__main__":
    main(sys.argv[1])
