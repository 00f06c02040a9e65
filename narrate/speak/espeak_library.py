r"""libespeak-ng by ctypes, in its synchronous mode; the only file that touches C.

Two facts decide its shape (both measured with espeak-ng 1.52):

- The library keeps a flutter index between calls, so that a second call gives other
  samples than a fresh process does. Closing it, unloading it and loading it again
  costs 3 ms and gives the fresh process's samples, in any order of texts.
- It obeys control characters (\x01 sets pitch or speed for all that follows) and
  stops at NUL; a data path of 160 characters or more fails (`path_home[160]`).
"""

import contextlib
import ctypes
import ctypes.util
import os
import shutil
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from narrate.folders import cache_home

_SYNCHRONOUS = 2
_DONT_EXIT = 0x8000  # without it a wrong data path makes C end the whole process
_UTF8_ENDPAUSE = 0x1 | 0x1000
_RATE, _VOLUME, _PITCH, _WORD_GAP = 1, 2, 3, 7
_LONGEST_DATA_PATH = 159
_LISTEN = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_void_p, ctypes.c_int, ctypes.c_void_p)
_TOO_LONG = (
    "espeak-ng can't use so long a path as this installation's; "
    "install narrate in a folder with a shorter one, or set NARRATE_CACHE"
)
_ENGLISH = ("phondata", "phontab", "phonindex", "intonations", "en_dict")


class EspeakError(Exception):
    """The library would not speak."""


@dataclass(frozen=True, slots=True)
class EspeakSettings:
    """All that is set before each utterance: nothing leaks from the one before."""

    voice: str
    """A voice of espeak-ng, for example en-us."""

    rate_wpm: int
    """80 to 450 words a minute."""

    pitch: int
    """0 to 99; 50 is usual."""

    volume: int = 100
    """Above 100 it clips."""

    word_gap: int = 1
    """Units of 10 ms between words: WER 12.9 % with 1, more without."""


def find_library() -> tuple[str, str]:
    """Give the paths of library and data: the wheel's, else the system's.

    Raises ImportError where there is neither.
    """
    try:
        import espeakng_loader  # noqa: PLC0415 - may be missing: the system's then
    except ImportError:
        found = ctypes.util.find_library("espeak-ng")
        if not found:
            raise ImportError(
                "espeak-ng is not there; install it with: pip install espeakng-loader",
                name="espeakng-loader",
            ) from None
        return found, ""
    return espeakng_loader.get_library_path(), espeakng_loader.get_data_path()


@cache
def _data_for(data: str, *, english: bool) -> str:
    """Give data that the library can use, and loads fast.

    To find a voice it opens all 120 voice files, 2.5 ms each time; with the English
    ones alone, 1.3 of 12 MB, it finds it at once and sounds the same to the bit.
    """
    too_long = len(os.fsencode(data)) > _LONGEST_DATA_PATH
    if not data or not (english or too_long):
        return data
    if not english:
        raise EspeakError(_TOO_LONG)
    with contextlib.suppress(OSError):
        status = (Path(data) / "phondata").stat()
        target = cache_home() / f"espeak-ng-{status.st_size}-{int(status.st_mtime)}"
        if len(os.fsencode(target)) <= _LONGEST_DATA_PATH:
            if not _is_whole(Path(data), target):
                shutil.rmtree(target, ignore_errors=True)
                _copy_english(Path(data), target)
            return str(target)
    if not too_long:
        return data  # the cache can't be written: slower, that is all
    raise EspeakError(_TOO_LONG)


def _is_whole(data: Path, target: Path) -> bool:
    """Tell whether a copy has every file, at its full length."""
    return all(
        (target / name).is_file()
        and (target / name).stat().st_size == (data / name).stat().st_size
        for name in _ENGLISH
    )


def _copy_english(data: Path, target: Path) -> None:
    """Copy what English needs, whole or not at all."""
    target.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=target.parent) as scratch:
        half_done = Path(scratch) / "data"
        (half_done / "lang/gmw").mkdir(parents=True)
        shutil.copytree(data / "voices/!v", half_done / "voices/!v")
        for path in [data / name for name in _ENGLISH] + [*data.glob("lang/gmw/en*")]:
            shutil.copyfile(path, half_done / path.relative_to(data))
        with contextlib.suppress(FileExistsError):  # another process was first
            half_done.rename(target)


def speak(text: str, settings: EspeakSettings) -> tuple[bytes, int]:
    """Speak a text; give its samples (16 bit, mono) and their rate in Hz."""
    library = _Library(english=settings.voice.startswith("en"))
    try:
        return library.speak(text, settings)
    finally:
        library.close()


def version() -> str:
    """Ask the library for its version."""
    library = _Library(english=True)
    try:
        return library.version
    finally:
        library.close()


class _Library:
    """The library, loaded afresh: one utterance's life."""

    def __init__(self, *, english: bool) -> None:
        path, data = find_library()
        data = _data_for(data, english=english)
        try:
            self._c = ctypes.CDLL(path)
        except OSError as error:
            raise EspeakError(f"espeak-ng can't be loaded: {error}") from error
        self._c.espeak_Info.restype = ctypes.c_char_p
        home = os.fsencode(data) if data else None
        self.rate_hz = self._c.espeak_Initialize(_SYNCHRONOUS, 0, home, _DONT_EXIT)
        if self.rate_hz <= 0:
            self.close()  # left loaded, it would remember for the next utterance
            raise EspeakError(f"espeak-ng finds no data in {data or 'its own folder'}")

    @property
    def version(self) -> str:
        said: bytes = self._c.espeak_Info(None)
        return said.decode()

    def speak(self, text: str, settings: EspeakSettings) -> tuple[bytes, int]:
        samples = bytearray()
        trouble: list[BaseException] = []
        listener = _listener(samples, trouble)  # kept alive: C only has its address
        self._c.espeak_SetSynthCallback(listener)
        if self._c.espeak_SetVoiceByName(settings.voice.encode()):
            raise EspeakError(f"espeak-ng has no voice {settings.voice!r}")
        for parameter, value in (
            (_RATE, settings.rate_wpm),
            (_PITCH, settings.pitch),
            (_VOLUME, settings.volume),
            (_WORD_GAP, settings.word_gap),
        ):
            self._c.espeak_SetParameter(parameter, value, 0)
        said = text.encode()
        failed = self._c.espeak_Synth(
            said, ctypes.c_size_t(len(said) + 1), 0, 1, 0, _UTF8_ENDPAUSE, None, None
        )
        if trouble:
            raise trouble[0]
        if failed:
            raise EspeakError(f"espeak-ng failed with status {failed}")
        return bytes(samples), self.rate_hz

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


def _listener(
    samples: bytearray, trouble: list[BaseException]
) -> "ctypes._CFunctionType":
    def listen(wave: int | None, count: int, events: int | None) -> int:
        del events
        try:
            if wave and count > 0:
                samples.extend(ctypes.string_at(wave, 2 * count))
        except BaseException as error:  # noqa: BLE001 - C would swallow it
            trouble.append(error)
            return 1
        return 0

    take: Callable[..., int] = listen
    return _LISTEN(take)
