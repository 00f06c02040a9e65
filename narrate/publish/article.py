"""An article as it is laid out to be read: chapters, what stands together, sentences.

`web/article.html` writes these nouns as markup; all that is heard is in them once, in
the order of hearing.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import chain, groupby, takewhile

from narrate.compiled import compiled
from narrate.episode import Episode
from narrate.heard import Chapter
from narrate.publish.clean import Tidy, tidy
from narrate.publish.outline import Block, outline
from narrate.publish.sentences import IN_LINES, Sentence, Sentences
from narrate.publish.wording import Wording, wording
from narrate.roles import HEAD, PICTURES, Role

_MARK = r"[^\w\s\"'“‘„«(\[]|\(?\w{1,3}[.)]\s"  # "•", "3.", "a)"


@dataclass(frozen=True, slots=True)
class Manner:
    """How an article is written as markup."""

    lit: bool
    """Each sentence is an element, to be lit while it is heard."""

    kinds: Mapping[Role, str] = field(default_factory=dict)
    """What EPUB calls what stands in a frame, by its first paragraph's role."""


class Shape(StrEnum):
    """What holds the paragraphs that stand together."""

    TEXT = "text"
    """Nothing: they are the article."""

    QUOTE = "quote"
    """A quotation."""

    LIST = "list"
    """A list, each paragraph an item."""

    MARKED = "marked"
    """A list whose items begin with marks of their own."""

    LINES = "lines"
    """One table or piece of code, line by line, under what is said of it."""

    BESIDE = "beside"
    """A note beside the article: a picture's words, a footnote."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph, a heading, an item of a list, or what its role says."""

    role: Role
    """What it is."""

    sentences: tuple[Sentence, ...]
    """What of it is heard; nothing where it has no sign that can be shown."""

    label: str = ""
    """What it is, where it stands beside the article: Caption."""

    lines: tuple[Tidy, ...] = ()
    """What is shown and not heard, where it is summed up."""


@dataclass(frozen=True, slots=True)
class Frame:
    """Paragraphs that stand together."""

    shape: Shape
    """In what."""

    aside: bool
    """They stand beside the article, and a listener may want to skip them."""

    paragraphs: tuple[Paragraph, ...]
    """At least one."""


@dataclass(frozen=True, slots=True)
class Section:
    """A chapter as it is read."""

    number: int
    """Counted from 1."""

    chapter: Chapter
    """Its title for players, and its times."""

    head: tuple[Paragraph, ...]
    """What stands above the article: of the first chapter alone."""

    title: tuple[Sentence, ...]
    """The author's heading, as it is heard, or nothing."""

    frames: tuple[Frame, ...]
    """What follows."""

    @property
    def is_head(self) -> bool:
        """Tell whether it holds no more than what stands above the article."""
        return self.number == 1 and not self.title and not self.frames

    def sentences(self) -> Iterator[tuple[Sentence, bool]]:
        """Give all of it that is heard, in order, and whether it stands beside."""
        above = chain.from_iterable(each.sentences for each in self.head)
        for sentence in chain(above, self.title):
            yield sentence, self.chapter.aside
        for frame in self.frames:
            for paragraph in frame.paragraphs:
                for sentence in paragraph.sentences:
                    yield sentence, frame.aside or self.chapter.aside


def sections(episode: Episode) -> Iterator[Section]:
    """Lay an article out, a chapter at a time."""
    own = wording(episode.script.language)
    reading = Sentences()
    for number, part in enumerate(outline(episode), 1):
        blocks = list(part.blocks)
        head: list[Block] = []
        title: tuple[Sentence, ...] = ()
        if number == 1:
            head = list(takewhile(lambda block: block.role in HEAD, blocks))
            blocks = blocks[len(head) :]
        above = [each for block in head if (each := _paragraph(block, reading, own))]
        if blocks and blocks[0].role is Role.HEADING:
            title = reading.of(blocks.pop(0))
        frames = tuple(_frames(blocks, reading, own))
        yield Section(number, part.chapter, tuple(above), title, frames)


def _frames(
    blocks: Sequence[Block], reading: Sentences, own: Wording
) -> Iterator[Frame]:
    """Put together what stands in one frame, in its order; nothing that is empty."""
    kinds = groupby(blocks, lambda block: _kind(block, own))
    for (kind, _, aside), group in kinds:
        held = [each for block in group if (each := _paragraph(block, reading, own))]
        if kind is Shape.LINES:
            yield from (Frame(kind, aside, (each,)) for each in held)
        elif held:
            first = held[0].sentences[0].text
            marked = kind is Shape.LIST and compiled(_MARK).match(first)
            yield Frame(Shape.MARKED if marked else kind, aside, tuple(held))


def _kind(block: Block, own: Wording) -> tuple[Shape, Role | None, bool]:
    """Tell what holds a block; blocks of one kind share it."""
    if block.role in IN_LINES:
        return Shape.LINES, block.role, block.aside
    if block.role in PICTURES:
        return Shape.BESIDE, Role.CAPTION, block.aside
    if block.role in own.roles or (block.aside and block.role not in _HELD):
        return Shape.BESIDE, block.role, block.aside
    return _HELD.get(block.role, Shape.TEXT), None, block.aside


_HELD = {Role.QUOTE: Shape.QUOTE, Role.LIST_ITEM: Shape.LIST}


def _paragraph(block: Block, reading: Sentences, own: Wording) -> Paragraph | None:
    said = reading.of(block)
    if not said:
        return None
    label = own.roles.get(block.role, "")
    if not block.summary:
        return Paragraph(block.role, said, label)
    lines = tuple(Tidy(tidy(line)) for line in block.text.split("\n"))
    return Paragraph(block.role, said, label, lines)
