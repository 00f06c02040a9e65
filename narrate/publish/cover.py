"""An episode's picture: drawn from its title, or the listener's own.

Both are kept by what they are made of, so that an unchanged build imports no Pillow.
"""

import hashlib
import json
import struct
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

from narrate.errors import OptionError
from narrate.folders import COVERS, cache_home
from narrate.publish.fitted import Fitted
from narrate.stamps import file_stamp, stamp
from narrate.store import Store

_DESIGN = 1  # of what is drawn: a new one draws all anew
_LIMIT_BYTES = 50_000_000
_FONT, _FONT_FILE = "fontpkg_open_sans", "files/OpenSans[wdth,wght].ttf"
_OPTION = "--cover"
_LARGEST_BYTES = 50_000_000  # of a listener's own picture
_SIZE = struct.Struct("<II")  # its width and height, in front of it in the store


@dataclass(frozen=True, slots=True)
class Cover:
    """A listener's own picture, as it will be published."""

    data: bytes
    """At most 500 kB, and nothing in it but the picture."""

    media_type: str
    """image/jpeg or image/png."""

    notice: str = ""
    """What a player would find wrong with it, to stand behind its name; or nothing."""

    @property
    def suffix(self) -> str:
        """Give the end of its file's name."""
        return ".png" if self.media_type == "image/png" else ".jpg"


def draw_cover(title: str, byline: str, site: str) -> bytes:
    """Draw a JPEG of 1,400 pixels square; raises ImportError where a part is missing.

    A title in a script that the font lacks (Arabic, Hebrew, Chinese, Hindi and others)
    is not drawn, and the title's own wave fills the cover: never boxes for letters.
    The same words give the same bytes with one version of Pillow and of the font.
    """
    font = _font()
    store = Store(cache_home() / COVERS, _LIMIT_BYTES)
    key = _key("drawn", title, byline, site, file_stamp(font))
    kept = store.get(key)
    if kept is not None:
        return kept
    from narrate.publish.drawing import draw  # noqa: PLC0415 - Pillow, for a miss alone

    drawn = draw(title, byline, site, str(font))
    store.put(key, drawn)
    return drawn


def own_cover(path: Path) -> Cover:
    """Take a listener's own JPEG or PNG, made fit for every player.

    Raises OptionError that says what is wrong with it. Where it was taken, and whatever
    else its camera wrote into it, is left out.
    """
    data = _read(path)
    store = Store(cache_home() / COVERS, _LIMIT_BYTES)
    key = _key("own", hashlib.sha256(data).hexdigest())
    kept = store.get(key)
    if kept is not None:
        picture = Fitted(kept[_SIZE.size :], *_SIZE.unpack_from(kept))
    else:
        from narrate.publish.picture import UnfitError, fit  # noqa: PLC0415 - as above

        try:
            picture = fit(data)
        except UnfitError as error:
            raise OptionError(_OPTION, path, str(error)) from None
        size = _SIZE.pack(picture.width_px, picture.height_px)
        store.put(key, size + picture.data)
    return Cover(picture.data, picture.media_type, picture.notice)


def _read(path: Path) -> bytes:
    try:
        if not path.is_file():  # a folder, or a pipe that never ends
            raise OptionError(_OPTION, path, "a file: there is none of that name")
        if path.stat().st_size > _LARGEST_BYTES:
            most = _LARGEST_BYTES // 1_000_000
            raise OptionError(_OPTION, path, f"a picture of at most {most} MB")
        return path.read_bytes()
    except (OSError, ValueError) as error:  # ValueError: a name with a null in it
        reason = getattr(error, "strerror", None) or error
        wanted = f"a picture that can be read: {reason}"
        raise OptionError(_OPTION, path, wanted) from error


def _key(*made_of: str) -> str:
    whole = json.dumps([_DESIGN, stamp("PIL"), *made_of])
    return hashlib.sha256(whole.encode()).hexdigest()


def _font() -> Path:
    """Find the font without running anything of its wheel."""
    found = find_spec(_FONT)
    font = Path(found.origin if found and found.origin else "").parent / _FONT_FILE
    if not font.is_file():
        raise ImportError("no font for covers", name=_FONT.replace("_", "-"))
    return font
