r"""libespeak-ng by ctypes, in its synchronous mode; events.py hears it.

Four facts decide its shape (all measured with espeak-ng 1.52):

- The library keeps a flutter index, a gain and more between calls, so that a second
  call gives other samples than a fresh process does; voices that breathe take noise
  that the clock seeds, two of them (Reed, caleb) that of C's own `rand`. Closing it,
  unloading it, loading it again and setting both seeds gives the fresh process's
  samples, in any order of texts and for each of the 104 variants, for 0.35 ms.
- To find a voice by its name it opens all its 240 voice files, 2.5 ms each time; given
  the one file, it takes 0.1 ms.
- Another script's words are said with that language's dictionary: English alone is not
  enough data to read an English article.
- It obeys control characters (\x01 sets pitch or speed for all that follows) and
  stops at NUL; a data path of 160 characters or more fails (`path_home[160]`).
"""

import contextlib
import ctypes
import os
import sys
import zlib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from narrate.speak.espeak.data import (
    LONGEST_PATH,
    language_files,
    stamp_of,
    within_reach,
)
from narrate.speak.espeak.events import Heard, listener, words_heard
from narrate.stamps import file_stamp

WORD_GAP = 1
"""Units of 10 ms between words: WER 12.9 % with 1, more without."""

_SYNCHRONOUS = 2
_DONT_EXIT = 0x8000  # without it a wrong data path makes C end the whole process
_PHONEME_EVENTS = 0x1  # beside those of words; no sample hangs on them
_USUAL_BUFFER = 0  # 60 ms; with a larger one some voices have other samples
_SEED = 1
_UTF8_ENDPAUSE = 0x1 | 0x1000
_PHONEMES = 0x100  # [[…]] is obeyed
_RATE, _VOLUME, _PITCH, _WORD_GAP = 1, 2, 3, 7
SLOWEST_WPM = 80
FASTEST_WPM = 449
"""At 450 it presses the sound together afterwards: buzzing, and slower than 449."""
HIGHEST_PITCH = 99
_LOUDEST = 100
_TOO_LONG = (
    "espeak-ng can't use so long a path as this installation's; "
    "install narrate in a folder with a shorter one, or set NARRATE_CACHE"
)


class EspeakError(Exception):
    """The library would not speak."""


@dataclass(frozen=True, slots=True)
class EspeakSettings:
    """All that is set before each utterance: nothing leaks from the one before."""

    voice: str
    """A voice of espeak-ng, for example en-us."""

    rate_wpm: int
    """80 to 449 words a minute."""

    pitch: int
    """0 to 99; 50 is usual."""

    volume: int = 100
    """0 to 100, which is usual; above it would clip, so that is an error."""

    word_gap: int = WORD_GAP

    phonemic: bool = False
    """Whether [[…]] in the text holds phonemes, and isn't read."""


@dataclass(frozen=True, slots=True)
class Spoken:
    """What the library made of a text."""

    samples: bytes
    """16 bit, mono."""

    rate_hz: int
    """Samples a second."""

    words: tuple[Heard, ...]
    """When each of its words is heard, and parts of words."""


@cache
def find_library() -> tuple[str, str]:
    """Give the paths of library and data: the wheel's, else the system's.

    Raises ImportError where there is neither.
    """
    try:
        import espeakng_loader  # noqa: PLC0415 - may be missing: the system's then
    except ImportError:
        import ctypes.util  # noqa: PLC0415 - slow, and seldom needed

        found = ctypes.util.find_library("espeak-ng")
        if not found:
            raise ImportError(
                "espeak-ng is not there; install it with: pip install espeakng-loader",
                name="espeakng-loader",
            ) from None
        return found, ""
    return espeakng_loader.get_library_path(), espeakng_loader.get_data_path()


@cache
def identity(voice: str) -> str:
    """Tell one build of library and data from another, by their files."""
    path, data = find_library()
    if data and Path(path).is_file():
        name, seen = Path(path).name, f"{file_stamp(path)} {stamp_of(data, voice)}"
    else:
        library = _Library()  # the system's: it alone knows where its data are
        library.close()
        name, seen = library.version, stamp_of(library.home, voice)
    return f"{name} {zlib.crc32(seen.encode()):08x}"


def speak(text: str, settings: EspeakSettings) -> Spoken:
    """Speak a text; raises EspeakError."""
    if not 0 <= settings.volume <= _LOUDEST:
        raise EspeakError(
            f"a volume of {settings.volume / 100} would clip; give one from 0 to 1"
        )
    library = _Library()
    try:
        return library.speak(text, settings)
    finally:
        library.close()


def version() -> str:
    """Ask the library for its version."""
    library = _Library()
    try:
        return library.version
    finally:
        library.close()


class _Library:
    """The library, loaded afresh: one utterance's life."""

    def __init__(self) -> None:
        path, data = find_library()
        data = within_reach(data)
        if len(os.fsencode(data)) > LONGEST_PATH:
            raise EspeakError(_TOO_LONG)
        try:
            self._c = ctypes.CDLL(path)
        except OSError as error:
            raise EspeakError(f"espeak-ng can't be loaded: {error}") from error
        home = os.fsencode(data) if data else None
        self.rate_hz = self._c.espeak_Initialize(
            _SYNCHRONOUS, _USUAL_BUFFER, home, _DONT_EXIT | _PHONEME_EVENTS
        )
        if self.rate_hz <= 0:
            self.close()  # left loaded, it would remember for the next utterance
            raise EspeakError(f"espeak-ng finds no data in {data or 'its own folder'}")
        for seed in ("espeak_ng_SetRandSeed", "srand"):
            if hasattr(self._c, seed):  # since 1.52; C's own is hidden on Windows
                self._c[seed](_SEED)
        folder = ctypes.c_char_p()
        self._c.espeak_Info.restype = ctypes.c_char_p
        self.version: str = self._c.espeak_Info(ctypes.byref(folder)).decode()
        self.home = os.fsdecode(folder.value or b"")

    def speak(self, text: str, settings: EspeakSettings) -> Spoken:
        sound: list[bytes] = []
        told: list[bytes] = []
        trouble: list[BaseException] = []
        listen = listener(sound, told, trouble)  # kept alive: C only has its address
        self._c.espeak_SetSynthCallback(listen)
        if not self._find_voice(settings.voice):
            raise EspeakError(f"espeak-ng has no voice {settings.voice!r}")
        for parameter, value in (
            (_RATE, settings.rate_wpm),
            (_PITCH, settings.pitch),
            (_VOLUME, settings.volume),
            (_WORD_GAP, settings.word_gap),
        ):
            self._c.espeak_SetParameter(parameter, value, 0)
        said = text.encode()
        flags = _UTF8_ENDPAUSE | (_PHONEMES if settings.phonemic else 0)
        failed = self._c.espeak_Synth(
            said, ctypes.c_size_t(len(said) + 1), 0, 1, 0, flags, None, None
        )
        if trouble:
            raise trouble[0]
        if failed:
            raise EspeakError(f"espeak-ng failed with status {failed}")
        samples = b"".join(sound)
        words = words_heard(told, len(samples) // 2)
        return Spoken(samples, self.rate_hz, words)

    def _find_voice(self, voice: str) -> bool:
        """Choose a voice by its file if there is a way to, and else by its name.

        A name is a path below `lang` too, but in small letters, and English is in
        `gmw/en-US`: where that is another name, an open file has one without letters.
        """
        name, plus, variant = voice.partition("+")
        file = language_files(self.home).get(name.lower())
        if file and sys.platform == "linux":
            # no file any more; no such call before espeak-ng 1.51
            with contextlib.suppress(OSError, AttributeError), Path(file).open() as way:
                link = f"/proc/self/fd/{way.fileno()}{plus}{variant}"
                if not self._c.espeak_ng_SetVoiceByFile(link.encode()):
                    return True
        elif file:
            below = os.path.relpath(file, Path(self.home) / "lang")
            if not self._by_name(f"{below}{plus}{variant}"):
                return True
        return not self._by_name(voice)

    def _by_name(self, voice: str) -> int:
        status: int = self._c.espeak_SetVoiceByName(voice.encode())
        return status

    def close(self) -> None:
        """Unload it, and with it all that it remembers."""
        self._c.espeak_Terminate()
        handle = self._c._handle  # noqa: SLF001 - ctypes has no public way to unload
        if sys.platform == "win32":
            from _ctypes import FreeLibrary  # noqa: PLC0415

            FreeLibrary(handle)
        else:
            from _ctypes import dlclose  # noqa: PLC0415

            dlclose(handle)
