"""An article's blocks as HTML: paragraphs, quotations, lists, what stands beside."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from narrate.compiled import compiled
from narrate.publish.markup import SPACE, Html, element, escaped, joined, tongue
from narrate.publish.outline import Block
from narrate.publish.wording import Wording
from narrate.roles import PICTURES, Role

_MARK = r"[^\w\s\"'“‘„«(\[]|\(?\w{1,3}[.)]\s"  # "•", "3.", "a)"
_LINES = frozenset({Role.TABLE, Role.CODE, Role.REFERENCE})


def body(blocks: Iterable[Block], own: Wording) -> Iterator[Html]:
    """Give the blocks of a chapter, what belongs together in one element."""
    for frame, group in groupby(blocks, lambda block: _frame(block, own)):
        together = list(group)
        if frame is Role.QUOTE:
            yield element("blockquote", *_paragraphs(together))
        elif frame is Role.LIST_ITEM:
            yield _list(together)
        elif frame in _LINES:
            yield from (_lines(block, own) for block in together)
        elif frame:
            # a note is no landmark: a page with twenty pictures would have twenty
            yield element("aside", *_labelled(together, own), role="note")
        else:
            yield from _paragraphs(together)


def said(block: Block) -> Html:
    """Give the author's words, each language marked."""
    parts: list[str] = []
    for piece in block.pieces:
        utterance = piece.cue.utterance
        if piece.apart and parts:
            parts.append(SPACE)
        other = tongue(utterance.language) if utterance.language else {}
        parts.append(
            element("span", utterance.written, **other) if other else utterance.written
        )
    return joined(parts)


def _frame(block: Block, own: Wording) -> Role | None:
    """Tell which element holds a block, if it is not a paragraph by itself."""
    if block.role in PICTURES:
        return Role.CAPTION
    framed = block.role in own.roles or block.role in {Role.QUOTE, Role.LIST_ITEM}
    return block.role if framed else None


def _paragraphs(blocks: Sequence[Block]) -> Iterator[Html]:
    for block in blocks:
        yield element("h3" if block.role is Role.HEADING else "p", said(block))
        yield Html("\n")


def _list(blocks: Sequence[Block]) -> Html:
    """Give a list; where its items begin with marks of their own, it adds none."""
    marked = compiled(_MARK).match(blocks[0].pieces[0].cue.utterance.written)
    items = [element("li", said(block)) for block in blocks]
    listed = joined(["", *items, ""], "\n")
    return element("ul", listed, Html("\n"), class_="own" if marked else "")


def _lines(block: Block, own: Wording) -> Html:
    """Give what is told of rather than read, line by line, under what is said of it."""
    lines = [escaped(line) for line in block.text.split("\n")]
    label = block.summary or own.roles[block.role]
    caption = element("figcaption", label, class_="label")
    return element(
        "figure", caption, element("pre", Html("\n".join(lines))), Html("\n")
    )


def _labelled(blocks: Sequence[Block], own: Wording) -> Iterator[Html]:
    """Give what stands beside the article; each picture's words say what they are."""
    for at, block in enumerate(blocks):
        label = f"{own.roles[block.role]}:"
        named = at == 0 or block.role in PICTURES
        begun = [element("span", label, class_="label", lang=own.language), SPACE]
        yield element("p", *(begun if named else []), said(block))
        yield Html("\n")
