"""Look, Paragraph, Flow, Group and Facts: what a walk over an RTF file has in mind."""

from collections import Counter
from dataclasses import dataclass, field

from narrate.roles import Role

USUAL_HALF_POINTS = 24
"""The size of letters where nobody says one."""

_CELL_WORDS = 40  # a cell of more is a part of the page, not of a table


@dataclass(frozen=True, slots=True)
class Look:
    """How letters are set."""

    half_points: int = USUAL_HALF_POINTS
    bold: bool = False


@dataclass(slots=True)
class Paragraph:
    """A block as it stands in the file."""

    text: str
    style: int = 0
    """The number of its style."""

    level: int = -1
    """Of an outline, from 0; -1 for text."""

    looks: Counter[Look] = field(default_factory=Counter)
    """How many letters are set how."""

    role: Role | None = None
    """What the file itself says it is."""

    item: bool = False
    """It begins with a bullet or a number that the program made."""


@dataclass(slots=True)
class Group:
    """What holds between two braces."""

    flow: "Flow"
    skip: bool = False
    """Nothing in it is text."""

    keeps: str = ""
    """What it describes, if that is not the text: fonts, styles, the title."""

    fresh: bool = True
    """Nothing of it has been read."""

    font: int = -1
    stand_ins: int = 1
    """How many letters follow one that old programs don't know, in its stead."""

    half_points: int = USUAL_HALF_POINTS
    bold: bool = False
    hidden: bool = False
    style: int = 0
    level: int = -1
    in_table: bool = False
    numbers_item: bool = False
    """It holds the bullet or the number of a list's item."""


@dataclass(slots=True)
class Flow:
    """Paragraphs one after the other: the article's, a note's, a page head's."""

    role: Role | None = None
    """What all of it is, if it is not the article."""

    done: list[Paragraph] = field(default_factory=list)
    pieces: list[str] = field(default_factory=list)
    looks: Counter[Look] = field(default_factory=Counter)
    cell: list[Paragraph] = field(default_factory=list)
    cells: list[list[Paragraph]] = field(default_factory=list)
    waiting: list[Paragraph] = field(default_factory=list)
    """Notes and boxes: they come behind the paragraph that they stand in."""

    item: bool = False
    """It begins with a bullet or a number that the program made."""

    def add(self, text: str, look: Look) -> None:
        """Write on."""
        self.pieces.append(text)
        self.looks[look] += len(text)

    def end_paragraph(self, group: Group) -> None:
        """Finish a paragraph, and set behind it what was waiting."""
        text = " ".join(whole("".join(self.pieces)).split())
        found = Paragraph(
            text, group.style, group.level, self.looks, self.role, self.item
        )
        self.pieces, self.looks, self.item = [], Counter(), False
        place = self.cell if group.in_table else self.done
        if text:
            place.append(found)
        if not group.in_table:
            self._seat_waiting()

    def end_cell(self, group: Group) -> None:
        """Finish a table's cell."""
        group.in_table = True
        self.end_paragraph(group)
        self.cells.append(self.cell)
        self.cell = []

    def end_row(self) -> None:
        """Finish a table's row; one that lays out the page is no row."""
        cells = [cell for cell in self.cells if cell]
        inner = [paragraph for cell in cells for paragraph in cell]
        texts = [" ".join(paragraph.text for paragraph in cell) for cell in cells]
        longest = max((len(text.split()) for text in texts), default=0)
        if len(cells) == 1 or longest > _CELL_WORDS:
            self.done += inner
        elif cells:
            self.done.append(Paragraph(" | ".join(texts), role=self.role or Role.TABLE))
        self.cells = []
        self._seat_waiting()

    def end(self, group: Group) -> list[Paragraph]:
        """Finish all of it, and give it."""
        group.in_table = group.in_table and bool(self.cells or self.cell)
        self.end_paragraph(group)
        if self.cell:
            self.end_cell(group)
        self.end_row()
        return self.done

    def _seat_waiting(self) -> None:
        self.done += self.waiting
        self.waiting = []


@dataclass(slots=True)
class Facts:
    """What the file says of itself."""

    title: str = ""
    author: str = ""
    styles: dict[int, str] = field(default_factory=dict)
    """The name of each style, in small letters."""

    ended: bool = False
    """The last brace is there."""


def whole(text: str) -> str:
    """Put together the halves of a letter that came apart."""
    if not text.isascii() and any("\ud800" <= c <= "\udfff" for c in text):
        return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return text
