"""Labelled blocks into passages: parts that belong together joined, others parted."""

from collections.abc import Sequence
from dataclasses import replace

from narrate.model import Dropped, Passage
from narrate.patterns import lazy
from narrate.read.base import Block, Labels
from narrate.read.labels.credit_forms import BUTTON
from narrate.roles import FURNITURE, PICTURES, Role

_GROUPED = frozenset({Role.TABLE, Role.CODE, Role.REFERENCE})
_PLACE = r"(?P<place>[A-Z][A-Z'’.-]+(?: (?:[A-Z][A-Z'’.-]+|de|la|of))*)"
_DATELINE = lazy(
    rf"{_PLACE}(?P<more>(?:, (?:[A-Z][\w.]*)(?: [A-Z][\w.]*)*)*"
    r"(?:,? [A-Z][a-z]+\.? \d{1,2}(?:, \d{4})?|,? \d{1,2} [A-Z][a-z]+\.?)?"
    r"(?: ?\([A-Z][\w /&.’'-]*\))?) ?(?:—|–|--|-) ?(?=\S)",
    *("—", "–", "-"),
)
_NO_PLACE = frozenset(
    "AND OR THE BUT VS FOR IN ON TO WITH NATO UNESCO UNICEF NASA OPEC ASEAN AIDS COVID "
    "BREAKING UPDATE UPDATED LIVE EXCLUSIVE OPINION ANALYSIS WATCH VIDEO PHOTOS PHOTO "
    "NOTE NOTES WARNING CORRECTION EDITOR READ MORE NEWS SPORT SPORTS QUESTION ANSWER "
    "PROS CONS STEP PART CHAPTER SUMMARY TIP TIPS FACT FICTION MYTH DAY DAYS".split()
)
_COUNT = lazy(r"\d{1,3} (?:of|/) \d{1,3}(?:\.\s+|\s*[|:–—-]\s+)(?=\S)", heads="0")
_SHORTEST_PLACE = 4  # letters: less is an acronym's


def file_blocks(blocks: list[Block], labels: Labels) -> None:
    """Turn labelled blocks into the nouns that leave the stage; the list is used up."""
    filed = _grouped(_rejoined(blocks))
    blocks.clear()
    filed.reverse()
    while filed:  # each goes as its passage comes
        _file(filed.pop(), labels)


def _rejoined(blocks: Sequence[Block]) -> list[Block]:
    """Join a paragraph that a picture cut in two; the caption goes behind it."""
    out: list[Block] = []
    host: int | None = None  # where a paragraph stands with only pictures after it
    for block in blocks:
        cut_in_two = host is not None and host < len(out) - 1
        if host is not None and cut_in_two and _goes_on(out[host], block):
            out[host] = _joined(out[host], block, " ")
            continue
        out.append(block)
        if block.role is Role.PARAGRAPH:
            host = len(out) - 1
        elif not block.reason and block.role not in PICTURES | FURNITURE:
            host = None
    return out


def _goes_on(host: Block, block: Block) -> bool:
    return (
        block.role is Role.PARAGRAPH
        and block.text[0].islower()
        and host.text[-1].isalnum()
    )


def _grouped(blocks: Sequence[Block]) -> list[Block]:
    """Join the rows of a table, the lines of a listing, the sources of a list."""
    out: list[Block] = []
    for block in blocks:
        before = out[-1] if out else None
        together = before is not None and before.role is block.role is not None
        if before and together and block.role in _GROUPED and not block.reason:
            out[-1] = _joined(before, block, "\n")
        else:
            out.append(block)
    return out


def _joined(host: Block, block: Block, by: str) -> Block:
    offset = len(host.text) + len(by)
    starts = (*host.starts, *(offset + start for start in block.starts))
    lines = (*host.lines, *block.lines)
    both = Block(f"{host.text}{by}{block.text}", lines, starts, gap=host.gap)
    both.role = host.role
    return both


def _file(block: Block, labels: Labels) -> None:
    if block.reason or block.role is None:
        labels.dropped.append(Dropped(block.text, block.lines, block.reason))
        return
    if block.twin and block.role is Role.PULL_QUOTE:
        reason = f"pull quote, repeats line {block.twin}"
        labels.dropped.append(Dropped(block.text, block.lines, reason))
        return
    whole = Passage(block.role, block.text, block.lines, block.starts)
    if block.role in PICTURES:
        whole = _unbuttoned(whole, block, labels)
    cut = 0
    if block.credit:
        cut = len(whole.text) - len(block.credit)
        labels.passages.append(whole.cut(0, len(whole.text[:cut].rstrip())))
        whole = replace(whole.cut(cut, len(whole.text)), role=Role.CREDIT)
    elif block.role is Role.PARAGRAPH and (cut := _dateline(block.text)):
        place = replace(whole.cut(0, cut), role=Role.DATELINE)
        labels.passages.append(place)
        whole = whole.cut(cut, len(block.text))
    labels.passages.append(whole)


def _unbuttoned(whole: Passage, block: Block, labels: Labels) -> Passage:
    """Leave out what a gallery sets around a caption: its count, and a button."""
    text, end = whole.text, len(whole.text)
    count = _COUNT.match(text)
    start = count.end() if count and block.role is Role.CAPTION else 0
    button = BUTTON.search(text)
    if button and start < button.start():
        end = button.start()
        _drop_part(whole.cut(end, len(text)), "a button under a picture", labels)
        block.credit = block.credit[: len(block.credit) - len(text) + end]
    if start:
        _drop_part(whole.cut(0, start), "counts a gallery's captions", labels)
    return whole.cut(start, end) if (start, end) != (0, len(text)) else whole


def _drop_part(part: Passage, reason: str, labels: Labels) -> None:
    labels.dropped.append(Dropped(part.text.strip(), part.lines, reason))


def _dateline(text: str) -> int:
    """Give where "KYIV, Ukraine (AP) — " ends; 0 if a sentence begins at once."""
    found = None if text[1:2].islower() else _DATELINE.match(text)
    if not found:
        return 0
    words = found["place"].split()
    named = max(map(len, words)) >= _SHORTEST_PLACE and not _NO_PLACE.intersection(
        words
    )
    starts = not text[found.end()].islower()
    return found.end() if found["more"] or (named and starts) else 0
