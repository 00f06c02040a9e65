"""Say of every paragraph what it is: surest signs first, the rest is the article."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from narrate.model import Dropped, Passage, Role
from narrate.read.base import Block, letters
from narrate.read.captions import find_captions, split_credit
from narrate.read.furniture import drop_furniture
from narrate.read.people import byline_names, is_name, iso_date

_TITLE_WORDS = 30
_HEAD_BLOCKS = 14  # title, deck, picture, author, date, share bar: then the article
_CARD_BLOCKS = 8
_HEADING_WORDS = 12
_REPEAT_WORDS = 8  # a shorter line may come twice on purpose
_DEK_WORDS = (5, 70)

_STOP = re.compile(r"[.;:,…][\"'”’)\]]*$")
_ABBREVIATED_END = re.compile(r"(?:\b[A-Z]\.){2,}$|\b(?:Inc|Corp|Co|Jr|Sr|Ltd)\.$")
_ITEM = re.compile(r"(?:[-*•–]|\d{1,3}[.)])\s+\S")
_HASHES = re.compile(r"#{1,6}\s+\S")
_QUOTE = re.compile(r"[“\"][^“”\"]+[”\"]|>\s*\S.*")
_CARD_LABEL = re.compile(
    r"(?i)(?:about the )?"
    r"(?:author|writer|reporter|contributor|correspondent|editor)s?:?"
)
_CARD_VERB = re.compile(r" (?:is|was|has|covers|writes|reports|worked|joined)\b|, ")


@dataclass(slots=True)
class Labels:
    """What was found, in reading order."""

    passages: list[Passage] = field(default_factory=list)
    dropped: list[Dropped] = field(default_factory=list)
    byline: str = ""
    published: str = ""


def label(blocks: list[Block]) -> Labels:
    """Label every block; what has no other sign is a paragraph."""
    labels = Labels()
    drop_furniture(blocks)
    title = _find_title(blocks)
    find_captions(blocks)
    _drop_repeats(blocks, title)
    _label_head(blocks, labels)
    _label_card(blocks, labels)
    _label_body(blocks)
    for block in _rejoin(blocks):
        _file(block, labels)
    return labels


def _find_title(blocks: Sequence[Block]) -> Block | None:
    first = next((block for block in blocks if block.open), None)
    if first is None or not any(b.open for b in blocks if b is not first):
        return None
    if _STOP.search(first.text) and not _ABBREVIATED_END.search(first.text):
        return None
    if first.words > _TITLE_WORDS or split_credit(first.text)[1]:
        return None
    first.role = Role.TITLE
    return first


def _drop_repeats(blocks: Sequence[Block], title: Block | None) -> None:
    """Drop what would be read twice: the title, a long line that came before."""
    seen: dict[str, int] = {}
    for block in blocks:
        if block is title or block.reason:
            continue
        if title and block.open and block.key == title.key:
            block.reason = "repeats the title"
        elif block.words >= _REPEAT_WORDS and block.key in seen:
            block.role, block.reason = None, f"repeats line {seen[block.key]}"
        seen.setdefault(block.key, block.lines[0])


def _label_head(blocks: Sequence[Block], labels: Labels) -> None:
    """Find author, date and deck above the first paragraph."""
    head = blocks[:_HEAD_BLOCKS]
    last = -1
    for at, block in enumerate(head):
        if block.open and (date := iso_date(block.text)):
            block.role = Role.DATE
            labels.published = labels.published or date
        elif block.open and (names := byline_names(block.text)):
            block.role = Role.BYLINE
            labels.byline = labels.byline or names
        elif block.open and not labels.byline and _is_author(blocks, at):
            block.role, labels.byline = Role.BYLINE, block.text
        if block.reason or block.role in {Role.BYLINE, Role.DATE}:
            last = at if _is_head(head[: at + 1]) else last
    for block in head[: max(last, 0)]:
        if block.open and _DEK_WORDS[0] <= block.words <= _DEK_WORDS[1]:
            block.role = Role.DEK
            break


def _is_head(blocks: Sequence[Block]) -> bool:
    """Tell whether at most one paragraph stands open so far: the deck."""
    return sum(block.open for block in blocks) <= 1


def _is_author(blocks: Sequence[Block], at: int) -> bool:
    """Tell a name alone on a line that the page shows to be its author's."""
    if not is_name(blocks[at].text):
        return False
    card = blocks[max(at + 1, len(blocks) - _CARD_BLOCKS) :]
    again = any(block.key == blocks[at].key for block in card)
    return again or _beside_furniture(blocks, at)


def _beside_furniture(blocks: Sequence[Block], at: int) -> bool:
    beside = [blocks[i] for i in (at - 1, at + 1) if 0 <= i < len(blocks)]
    return any(
        b.reason == "page furniture" or b.role is Role.DATE or iso_date(b.text)
        for b in beside
    )


def _label_card(blocks: Sequence[Block], labels: Labels) -> None:
    """Find the author's card at the end: name, "Author", "Ann Lee is a reporter …"."""
    notes = [
        block
        for block in blocks[-_CARD_BLOCKS:]
        if block.open and _is_note(block.text, blocks, labels.byline)
    ]
    if not notes:
        return
    start = blocks.index(notes[0])
    while start > 0 and _is_card_line(blocks[start - 1], labels.byline):
        start -= 1
    for block in blocks[start:]:
        if block in notes:
            block.role = Role.NOTE
        elif block.open and _CARD_LABEL.fullmatch(block.text):
            block.reason = "page furniture"
        elif block.open and is_name(block.text):
            if labels.byline:
                block.reason = "repeats the byline"
            else:
                block.role, labels.byline = Role.NOTE, block.text


def _is_note(text: str, blocks: Sequence[Block], byline: str) -> bool:
    names = [byline] if byline else []
    names += [b.text for b in blocks[-_CARD_BLOCKS:] if b.open and is_name(b.text)]
    return any(
        text.startswith(name) and _CARD_VERB.match(text[len(name) :]) for name in names
    )


def _is_card_line(block: Block, byline: str) -> bool:
    if not block.open:
        return False
    named = block.key == letters(byline) if byline else is_name(block.text)
    return named or bool(_CARD_LABEL.fullmatch(block.text))


def _label_body(blocks: Sequence[Block]) -> None:
    for at, block in enumerate(blocks):
        if not block.open:
            continue
        if _HASHES.match(block.text):
            block.role = Role.HEADING
        elif _ITEM.match(block.text):
            block.role = Role.LIST_ITEM
        elif _QUOTE.fullmatch(block.text):
            block.role = Role.QUOTE
        elif _is_heading(blocks, at):
            block.role = Role.HEADING
        else:
            block.role = Role.PARAGRAPH


def _is_heading(blocks: Sequence[Block], at: int) -> bool:
    """Tell a short line without a full stop, set apart, with a paragraph under it."""
    block = blocks[at]
    if block.words > _HEADING_WORDS or not block.text[0].isalnum():
        return False
    if _STOP.search(block.text) or block.text[0].islower() or not block.gap:
        return False
    under = next((b for b in blocks[at + 1 :] if not b.reason), None)
    return under is not None and under.words > max(_HEADING_WORDS, block.words)


def _rejoin(blocks: Sequence[Block]) -> list[Block]:
    """Join a paragraph that a picture cut in two; the caption goes behind it."""
    out: list[Block] = []
    host: int | None = None  # where a paragraph stands with only pictures after it
    for block in blocks:
        cut_in_two = host is not None and host < len(out) - 1
        if host is not None and cut_in_two and _goes_on(out[host], block):
            out[host] = _joined(out[host], block)
            continue
        out.append(block)
        if block.role is Role.PARAGRAPH:
            host = len(out) - 1
        elif not block.reason and block.role not in {Role.CAPTION, Role.CREDIT}:
            host = None
    return out


def _goes_on(host: Block, block: Block) -> bool:
    return (
        block.role is Role.PARAGRAPH
        and block.text[0].islower()
        and host.text[-1].isalnum()
    )


def _joined(host: Block, block: Block) -> Block:
    both = Block(f"{host.text} {block.text}", (*host.lines, *block.lines), host.gap)
    both.role = Role.PARAGRAPH
    return both


def _file(block: Block, labels: Labels) -> None:
    """Turn a labelled block into the noun that leaves the stage."""
    if block.role is None:
        labels.dropped.append(Dropped(block.text, block.lines, block.reason))
        return
    text = block.text
    if block.credit:
        text = text[: len(text) - len(block.credit)].rstrip()
    labels.passages.append(Passage(block.role, text, block.lines))
    if block.credit:
        labels.passages.append(Passage(Role.CREDIT, block.credit, block.lines))
