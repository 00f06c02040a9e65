"""Draw a cover with Pillow, in one font: Open Sans, from a wheel, under the OFL.

It says Latin in all of Europe's languages and Vietnamese, Greek and Cyrillic. The
layout is Pillow's basic one: the same on every machine, and enough for these.
"""

import io
from collections.abc import Callable
from functools import cache

from PIL import Image, ImageDraw, ImageFont

from narrate.publish.cover_layout import (
    LEADING,
    WIDTH_PX,
    Block,
    Measure,
    colours,
    lay,
    shorten,
    showable,
    wave,
)

_SIDE_PX = 1_400  # the least that Apple takes
_LEFT_PX = (_SIDE_PX - WIDTH_PX) // 2
_TOP_PX = 110
_CAPITAL = 0.714  # how high an H is, in sizes
_BOLD = (750, 84)  # weight and width: headlines in few lines, letters well apart
_PLAIN = (600, 92)
_FOOT_PX, _FOOT_SIZE_PX = 1_298, 54
_WAVE_PX, _BAR_PX, _BARS = 1_116, 12, 50
_SMALL_WAVE_PX, _LARGE_WAVE_PX = 130, 760
_MEASURED_PX = 200
_QUALITIES = (75, 60, 45)  # above 75 no eye sees more; less for a page full of Ws
_MOST_BYTES = 200_000  # it lies in each MP3, and a player loads all of it first


def draw(title: str, byline: str, site: str, font: str) -> bytes:
    """Draw a JPEG; a text that the font can't say is not there."""
    paint = colours(title)
    bold, shows = _letters(font, _BOLD)
    plain, _ = _letters(font, _PLAIN)
    image = Image.new("RGB", (_SIDE_PX, _SIDE_PX), paint.paper)
    page = ImageDraw.Draw(image)
    block = lay(showable(title, shows), bold)
    if block.lines:
        _title(page, block, _font(font, block.size_px, _BOLD), paint.ink)
        _wave(page, wave(title, _BARS), _WAVE_PX, _SMALL_WAVE_PX, paint.tint)
    else:
        _wave(page, wave(title, _BARS), 560, _LARGE_WAVE_PX, paint.tint)
    left, right = _foot(showable(byline, shows), showable(site, shows), plain)
    small = _font(font, _FOOT_SIZE_PX, _PLAIN)
    page.text((_LEFT_PX, _FOOT_PX), left, paint.ink, small, anchor="ls")
    page.text((_SIDE_PX - _LEFT_PX, _FOOT_PX), right, paint.tint, small, anchor="rs")
    return _jpeg(image)


def _jpeg(image: Image.Image) -> bytes:
    """Encode: whole colour for each pixel, as half as much frays small letters.

    72 dpi, as Apple recommends. No profile: a JPEG without one is sRGB, and the one
    that Pillow makes has a date in it.
    """
    made = b""
    for quality in _QUALITIES:
        file = io.BytesIO()
        image.save(
            file, "JPEG", quality=quality, subsampling=0, optimize=True, dpi=(72, 72)
        )
        made = file.getvalue()
        if len(made) <= _MOST_BYTES:
            break
    return made


def _title(
    page: ImageDraw.ImageDraw,
    block: Block,
    font: ImageFont.FreeTypeFont,
    ink: tuple[int, int, int],
) -> None:
    at = _TOP_PX + _CAPITAL * block.size_px
    for line in block.lines:
        page.text((_LEFT_PX, round(at)), line, ink, font, anchor="ls")
        at += LEADING * block.size_px


def _wave(
    page: ImageDraw.ImageDraw,
    heights: tuple[float, ...],
    middle_px: int,
    height_px: int,
    tint: tuple[int, int, int],
) -> None:
    step = (WIDTH_PX - _BAR_PX) / (len(heights) - 1)
    for at, height in enumerate(heights):
        left = round(_LEFT_PX + at * step)
        half = round(height * height_px / 2)
        box = (left, middle_px - half, left + _BAR_PX - 1, middle_px + half)
        page.rounded_rectangle(box, _BAR_PX / 2, tint)


def _foot(byline: str, site: str, wide: Measure) -> tuple[str, str]:
    """Share the last line: each has half, and what the other leaves of its own."""
    room = WIDTH_PX / _FOOT_SIZE_PX - 1
    left = max(room / 2, room - wide(site))
    byline = shorten(byline, left, wide)
    return byline, shorten(site, room - wide(byline), wide)


def _letters(path: str, cut: tuple[int, int]) -> tuple[Measure, Callable[[str], bool]]:
    """Tell how wide a text is in a font, and whether the font has a character."""
    font = _font(path, _MEASURED_PX, cut)
    small = _font(path, 24, cut)
    box = bytes(small.getmask("\U0010ffff"))  # what is drawn for what is not there

    @cache
    def width(letter: str) -> float:
        return font.getlength(letter) / _MEASURED_PX

    @cache
    def shows(letter: str) -> bool:
        return bytes(small.getmask(letter)) != box

    return (lambda text: sum(map(width, text))), shows


def _font(path: str, size_px: int, cut: tuple[int, int]) -> ImageFont.FreeTypeFont:
    basic = ImageFont.Layout.BASIC
    font = ImageFont.truetype(path, size_px, layout_engine=basic)
    font.set_variation_by_axes(list(cut))
    return font
