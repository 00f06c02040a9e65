"""A listener's own picture, made fit for every player: checked, bare and small."""

import io
import struct
import warnings
import zlib

from PIL import Image, ImageOps

from narrate.publish.bare import PNG_MARK, bare
from narrate.publish.fitted import Fitted

_JPEG_MARK = b"\xff\xd8\xff"
_LEAST_PX, _LONGEST_PX = 300, 3_000
_MOST_PIXELS = 64_000_000  # more than phones make; 200 MB while it is turned to RGB
_MOST_BYTES = 500_000
_QUALITIES = (90, 80, 70)
_SMALLER = 0.85
_TURNED = 0x0112  # the EXIF tag that says how a camera was held
_MOST_PROFILE_BYTES = 20_000
_TOO_LARGE = f"a picture of at most {_MOST_PIXELS // 1_000_000} million pixels"
_RGB8 = b"\x08\x02"  # in a PNG's head: 8 bits, and red, green and blue
_WIDE_MODES = ("I", "F")  # more than 8 bits of grey
_BROKEN = (OSError, ValueError, SyntaxError, EOFError, IndexError, OverflowError)
_BROKEN_TOO = (TypeError, KeyError, AttributeError, MemoryError, struct.error)


class UnfitError(ValueError):
    """A picture that can't be taken: its sentence says what to give instead."""


def fit(data: bytes) -> Fitted:
    """Check a picture by decoding all of it; raises UnfitError.

    One that is small enough and red, green and blue is kept as it is, but for what its
    camera wrote into it (its place, its time, comments): not one pixel is made anew.
    Any other becomes a JPEG: turned as its camera was held, on white where it lets
    something through, no side over 3,000 pixels. Printers' inks are turned to light by
    Pillow's plain sum, without their profile.
    """
    if not data.startswith((_JPEG_MARK, PNG_MARK)):
        raise UnfitError("a JPEG or PNG picture")
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # a bomb is told by its size, below
            return _fitted(data)
    except UnfitError:
        raise
    except Image.DecompressionBombError:
        raise UnfitError(_TOO_LARGE) from None
    except (*_BROKEN, *_BROKEN_TOO, zlib.error):
        raise UnfitError("a whole picture: this one breaks off or is damaged") from None


def _fitted(data: bytes) -> Fitted:
    with Image.open(io.BytesIO(data), formats=("JPEG", "PNG")) as image:
        _judge(image)
        image.load()
        small = bare(data)
        if _is_plain(image, data) and len(small) <= _MOST_BYTES:
            return Fitted(small, *image.size)
        profile = image.info.get("icc_profile") or b""
        if profile[16:20] != b"RGB " or len(profile) > _MOST_PROFILE_BYTES:
            profile = b""  # of other colours than ours will be
        return _again(_plain(ImageOps.exif_transpose(image)), profile)


def _judge(image: Image.Image) -> None:
    """Refuse by its head what need not be decoded."""
    width, height = image.size
    if min(width, height) < _LEAST_PX:
        wanted = f"a picture of at least {_LEAST_PX} by {_LEAST_PX} pixels"
        raise UnfitError(f"{wanted}: this one has {width} by {height}")
    if width * height > _MOST_PIXELS:
        raise UnfitError(_TOO_LARGE)
    if image.format == "PNG" and getattr(image, "is_animated", False):
        raise UnfitError("a picture that stands still: this one moves")


def _is_plain(image: Image.Image, data: bytes) -> bool:
    """Tell whether every player shows a picture as it is, and upright."""
    if data.startswith(PNG_MARK) and data[24:26] != _RGB8:
        return False
    return (
        image.mode == "RGB"
        and "transparency" not in image.info
        and image.getexif().get(_TURNED, 1) == 1
        and max(image.size) <= _LONGEST_PX
    )


def _plain(image: Image.Image) -> Image.Image:
    """Turn any picture into red, green and blue, on white where it lets through."""
    if image.mode.startswith(_WIDE_MODES):
        image = image.convert("F").point(lambda value: value * (1 / 257) + 0)
        return image.convert("L").convert("RGB")
    if image.mode in {"RGBA", "LA", "PA"} or "transparency" in image.info:
        clear = image.convert("RGBA")
        white = Image.new("RGBA", clear.size, "white")
        return Image.alpha_composite(white, clear).convert("RGB")
    return image.convert("RGB")


def _again(image: Image.Image, profile: bytes) -> Fitted:
    """Encode a picture as well as 500 kB allow: first coarser, then smaller."""
    side = min(max(image.size), _LONGEST_PX)
    while True:
        shown = image.copy()
        shown.thumbnail((side, side), Image.Resampling.LANCZOS)
        for quality in _QUALITIES:
            made = _jpeg(shown, quality, profile)
            if len(made) <= _MOST_BYTES:
                return Fitted(made, *shown.size)
        side = int(side * _SMALLER)


def _jpeg(image: Image.Image, quality: int, profile: bytes) -> bytes:
    file = io.BytesIO()
    image.info = {}  # a comment of the old file would be written again
    image.save(file, "JPEG", quality=quality, optimize=True, icc_profile=profile)
    return file.getvalue()
