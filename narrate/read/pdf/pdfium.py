"""PDFium, the PDF engine of Chrome, and all that is to know of it."""

import contextlib
import ctypes
import logging
import math
import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from narrate.errors import ArticleError
from narrate.read.base import Source, letters
from narrate.read.pdf.base import NO_LETTER, Paper, Sheet, Style, Word
from narrate.read.pdf.mend import (
    PARTED,
    font_name,
    is_bold,
    is_typewriter,
    mended,
)
from narrate.read.pdf.upright import Box, upright

_LOCKED = 4  # FPDF_ERR_PASSWORD
_UNSEEN = 3  # FPDF_TEXTRENDERMODE_INVISIBLE
_FIXED = 1  # the first bit of a font's flags
_FORCED_BOLD = 1 << 18
_WORD = re.compile(rf"[^\s\0{PARTED}]+[{PARTED}]?|[{PARTED}]")
_JUMP = 0.12  # of a letter's size: a smaller step is no raised or lowered letter
_OUTLINE_DEPTH = 4
_FEW_LINES = 40
_DATE = re.compile(r"D:(\d{4})(\d\d)(\d\d)")
_NULL_STYLE = Style(0.0, "")


def open_paper(source: Source) -> Paper:
    """Read every sheet; raises ArticleError for a file that is locked or broken."""
    import pypdfium2  # noqa: PLC0415 - 60 ms and 8 MB that only a PDF needs

    logging.getLogger("pypdfium2").setLevel(logging.ERROR)  # no word about bookmarks
    try:
        pdf = pypdfium2.PdfDocument(source.data)
        count = len(pdf)
    except pypdfium2.PdfiumError as error:
        raise _refusal(source.name, getattr(error, "err_code", None)) from None
    created = _DATE.match(_fact(pdf, "CreationDate"))
    return Paper(
        sheets=tuple(_sheet(pdf, at) for at in range(count)),
        title=_clean(_fact(pdf, "Title")),
        author=_clean(_fact(pdf, "Author")),
        created="-".join(created.groups()) if created else "",
        language=_language(pdf),
        outline=frozenset(_outline(pdf)),
    )


def _refusal(name: str, code: int | None) -> ArticleError:
    if code == _LOCKED:
        return ArticleError(
            name,
            "is locked with a password",
            "Open it, save or print a copy without one, and give that",
        )
    return ArticleError(
        name,
        "is no whole PDF: its end or its table of contents is missing",
        "Download or save it again",
    )


def _fact(pdf: Any, key: str) -> str:  # noqa: ANN401 - pypdfium2 has no types
    """Read one of the metadata; nothing where it is written wrongly."""
    try:
        return str(pdf.get_metadata_value(key))
    except UnicodeError:
        return ""


def _clean(text: str) -> str:
    return " ".join(mended(text).split())


def _language(pdf: Any) -> str:  # noqa: ANN401
    from pypdfium2 import raw  # noqa: PLC0415 - as above

    size = raw.FPDFCatalog_GetLanguage(pdf, None, 0)
    buffer = (ctypes.c_ushort * max(size, 2))()
    raw.FPDFCatalog_GetLanguage(pdf, buffer, size)
    return _clean(bytes(buffer).decode("utf-16-le", "replace").partition("\0")[0])


def _outline(pdf: Any) -> Iterator[str]:  # noqa: ANN401
    for mark in pdf.get_toc(max_depth=_OUTLINE_DEPTH):
        with contextlib.suppress(UnicodeError):
            yield letters(_clean(mark.get_title()))


def _sheet(pdf: Any, at: int) -> Sheet:  # noqa: ANN401
    """Read one page; one that is broken says so and does not spoil the others."""
    import pypdfium2  # noqa: PLC0415 - as above

    try:
        page = pdf[at]
        reader = _Reader(page)
        words = list(reader.words())
        unseen = any(word.style.unseen for word in words)
        pictures = list(_pictures(page)) if unseen else []
        sheet = upright(words, page.get_bbox(), pictures)
        drawn = not words and _is_drawn(page)
        reader.close()
    except pypdfium2.PdfiumError:
        return Sheet(0.0, 0.0, (), torn=True)
    return replace(sheet, pictured=drawn)


def _is_drawn(page: Any) -> bool:  # noqa: ANN401
    """Tell a scan, or letters drawn as lines, from a sheet with a rule or two."""
    from pypdfium2 import raw  # noqa: PLC0415 - as above

    return raw.FPDFPage_CountObjects(page) > _FEW_LINES or any(_pictures(page))


def _pictures(page: Any) -> Iterator[Box]:  # noqa: ANN401
    from pypdfium2 import raw  # noqa: PLC0415 - as above

    for thing in page.get_objects(filter=[raw.FPDF_PAGEOBJ_IMAGE]):
        yield thing.get_bounds()


class _Reader:
    """The words of one page; a call into PDFium costs a microsecond: so they are few.

    Two letters of a word are looked at, its first and its last; only where their text
    objects differ is each letter in between.
    """

    def __init__(self, page: Any) -> None:  # noqa: ANN401
        from pypdfium2 import raw  # noqa: PLC0415 - as above

        self.page, self.raw = page, raw
        self.helper = page.get_textpage()
        self.text_page = self.helper.raw
        self.styles: dict[int, Style] = {}
        self.fonts: dict[int, tuple[str, bool, bool]] = {}
        self.x, self.y = ctypes.c_double(), ctypes.c_double()
        self.box = raw.FS_RECTF()

    def close(self) -> None:
        """Give the memory back at once: a file may have a thousand pages."""
        self.helper.close()
        self.page.close()

    def words(self) -> Iterator[Word]:
        """Yield every word in the file's order."""
        before = -1
        for found in _WORD.finditer(self._letters()):
            start, end = found.span()
            last = end - 1 - (found[0][-1] in PARTED and end - start > 1)
            glued = start == before and start > 0
            before = -1 if found[0][-1] in PARTED else end
            first_style, last_style = self._style(start), self._style(last)
            if first_style is last_style:
                yield from self._word(found[0], start, last, first_style, glued=glued)
            else:
                yield from self._parts(found[0], start, glued=glued)

    def _letters(self) -> str:
        """Give one character for each that PDFium counts."""
        count = self.helper.count_chars()
        buffer = (ctypes.c_ushort * (count + 1))()
        written = self.raw.FPDFText_GetText(self.text_page, 0, count, buffer)
        text = bytes(buffer)[: 2 * count].decode("utf-16-le", "surrogatepass")
        if written == count + 1 and len(text) == count:
            # A broken map may call every letter a space that does not break.
            return text if text.strip() else text.replace("\xa0", NO_LETTER)
        # Some have no meaning or need two units: slower, one by one.
        get = self.raw.FPDFText_GetUnicode
        return "".join(chr(get(self.text_page, at)) for at in range(count))

    def _parts(self, text: str, start: int, *, glued: bool) -> Iterator[Word]:
        """Cut a word where its style or the height of its letters changes."""
        cut, style, height = 0, self._style(start), self._origin(start)[1]
        for at in range(1, len(text)):
            if text[at] in PARTED:
                continue
            now, y = self._style(start + at), self._origin(start + at)[1]
            step = abs(y - height) > _JUMP * max(now.size, style.size)
            if step or abs(now.size - style.size) > _JUMP * style.size:
                piece = text[cut:at]
                yield from self._word(
                    piece, start + cut, start + at - 1, style, glued=glued
                )
                cut, style, height, glued = at, now, y, True
        last = start + len(text) - 1 - (text[-1] in PARTED and len(text) - cut > 1)
        yield from self._word(text[cut:], start + cut, last, style, glued=glued)

    def _word(
        self, text: str, first: int, last: int, style: Style, *, glued: bool
    ) -> Iterator[Word]:
        shown = mended(text) or NO_LETTER
        left, y = self._origin(first)
        self.raw.FPDFText_GetLooseCharBox(self.text_page, last, self.box)
        right = max(left, self.box.right)
        if style.angle:  # where it ends is told by where its last letter starts
            x, end = self._origin(last)
            right = left + math.hypot(x - left, end - y) + style.size / 2
        yield Word(shown, left, right, y, style, glued)

    def _origin(self, at: int) -> tuple[float, float]:
        self.raw.FPDFText_GetCharOrigin(self.text_page, at, self.x, self.y)
        return self.x.value, self.y.value

    def _style(self, at: int) -> Style:
        pointer = self.raw.FPDFText_GetTextObject(self.text_page, at)
        if not pointer:
            return _NULL_STYLE
        address = ctypes.addressof(pointer.contents)
        if address not in self.styles:
            self.styles[address] = self._look(pointer, at)
        return self.styles[address]

    def _look(self, pointer: Any, at: int) -> Style:  # noqa: ANN401
        raw = self.raw
        matrix = raw.FS_MATRIX()
        raw.FPDFText_GetMatrix(self.text_page, at, matrix)
        font = raw.FPDFTextObj_GetFont(pointer)
        name, bold, fixed = self._font(font) if font else ("", False, False)
        scale = math.hypot(matrix.c, matrix.d) or 1.0
        size = raw.FPDFText_GetFontSize(self.text_page, at) * scale
        angle = round(math.degrees(math.atan2(matrix.b, matrix.a))) % 360
        unseen = raw.FPDFTextObj_GetTextRenderMode(pointer) == _UNSEEN
        return Style(round(abs(size), 1), name, bold, fixed, angle, unseen)

    def _font(self, font: Any) -> tuple[str, bool, bool]:  # noqa: ANN401
        address = ctypes.addressof(font.contents)
        if address not in self.fonts:
            buffer = ctypes.create_string_buffer(128)
            self.raw.FPDFFont_GetBaseFontName(font, buffer, 128)
            name = font_name(buffer.value.decode("utf-8", "replace"))
            flags = self.raw.FPDFFont_GetFlags(font)
            # PDFium's weight is a guess by the stems: plain letters may count as bold.
            heavy = bool(flags & _FORCED_BOLD)
            fixed = bool(flags & _FIXED) or is_typewriter(name)
            self.fonts[address] = name, heavy or is_bold(name), fixed
        return self.fonts[address]
