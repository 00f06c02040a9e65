"""A small printing press: sheets with known words in known places, as PDF."""

import io
from collections.abc import Iterator, Mapping

from reportlab.lib.pagesizes import A4
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

WIDTH, HEIGHT = A4
BODY, BOLD, ITALIC = "Times-Roman", "Times-Bold", "Times-Italic"


class Press:
    """Sets lines and columns; `y` is counted from the top."""

    def __init__(self, *, password: str = "", compress: int = 0) -> None:
        self._out = io.BytesIO()
        locked = StandardEncryption(password, strength=128) if password else None
        self.canvas = Canvas(
            self._out, A4, encrypt=locked, pageCompression=compress, invariant=1
        )

    def line(
        self, x: float, y: float, text: str, size: float = 10, font: str = BODY
    ) -> None:
        self.canvas.setFont(font, size)
        self.canvas.drawString(x, HEIGHT - y, text)

    def centred(self, y: float, text: str, size: float, font: str = BODY) -> None:
        self.line((WIDTH - stringWidth(text, font, size)) / 2, y, text, size, font)

    def raised(
        self, x: float, y: float, word: str, mark: str, size: float = 10
    ) -> float:
        """Set a word with a small raised mark; gives where the next word goes."""
        self.line(x, y, word, size)
        x += stringWidth(word, BODY, size)
        self.line(x, y - 0.4 * size, mark, 0.65 * size)
        return x + stringWidth(mark, BODY, 0.65 * size) + 0.25 * size

    def column(  # noqa: PLR0913 - a column has as many measures
        self,
        x: float,
        y: float,
        width: float,
        text: str,
        *,
        size: float = 10,
        indent: float = 0,
        hanging: float = 0,
        leading: float = 12,
        font: str = BODY,
        breaks: Mapping[str, str] | None = None,
        justified: bool = True,
    ) -> float:
        """Set a paragraph; gives where the next line goes."""
        lines = list(_wrapped(text, width, size, font, indent, hanging, breaks or {}))
        for at, words in enumerate(lines):
            inset = hanging if at else indent
            self.canvas.setFont(font, size)
            natural = stringWidth(" ".join(words), font, size)
            last = at == len(lines) - 1
            gaps = max(1, len(words) - 1)
            space = 0 if last or not justified else (width - inset - natural) / gaps
            setter = self.canvas.beginText(x + inset, HEIGHT - y)
            setter.setWordSpace(space)
            setter.textLine(" ".join(words))
            self.canvas.drawText(setter)
            y += leading
        return y

    def sheet(self) -> None:
        """Begin the next page."""
        self.canvas.showPage()

    def data(self) -> bytes:
        """Give the file."""
        self.canvas.save()
        return self._out.getvalue()


def _wrapped(  # noqa: PLR0913, PLR0917 - as above
    text: str,
    width: float,
    size: float,
    font: str,
    indent: float,
    hanging: float,
    breaks: Mapping[str, str],
) -> Iterator[list[str]]:
    """Break lines where a word no longer fits, or where `breaks` parts it."""
    line: list[str] = []
    room = width - indent
    words = text.split()[::-1]
    while words:
        word = words.pop()
        if stringWidth(" ".join([*line, word]), font, size) <= room:
            line.append(word)
            continue
        head, _, rest = breaks.get(word, "").partition("|")
        if head and stringWidth(" ".join([*line, head]), font, size) <= room:
            line.append(head)
            words.append(rest)
        else:
            words.append(word)
        yield line
        line, room = [], width - hanging
    yield line
