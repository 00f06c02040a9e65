"""The author's card: name, "Author", "Ann Lee is a reporter …"."""

import re
from collections.abc import Sequence
from itertools import pairwise

from narrate.patterns import lazy
from narrate.read.base import CARD_BLOCKS, Block, Labels, letters
from narrate.read.labels.people import is_byline_note, is_card_label, is_job, is_name
from narrate.read.labels.when import is_date_line, is_time_line
from narrate.roles import Role

_TAIL = 24  # lines before the end: a card has boxes and a footer under it
_HEAD = 30
_JOB_WORDS = 9
_ABOUT = lazy(r"(?:About|Meet|More (?:about|from)|ABOUT) (?P<name>[^.!?]{2,40})")
_VERB = lazy(
    r"(?:,? [(@][^)]{1,40}\)?,?)? (?:is|was|has|had|covers?|covered|writes?|wrote"
    r"|reports?"
    r"|reported|works?|worked|joined|lives?|directed|teaches|taught|edits?|leads|last"
    r"|runs"
    r"|hosts?|studies|holds|specializes|started|began|served|spent|grew|can be|also|won"
    r"|contributed|tests|reviews|makes|keeps|draws|grows|currently|directs|heads|serves|founded|produces|blogs|cooks"
    r"|photographs"
    r")\b|,? (?:a|an|the|who) "
)
_STATES = lazy(r"(?:,? \([^)]{1,40}\),?)? (?:is|was) (?:a|an|the|our)\b")
_GOES_ON = lazy(
    r"(?:She|He|They|Her|His|Their|Follow|You can|Email|E-mail|Contact|Reach|Call|Find"
    r"|Twitter|@\w|Read more|[A-Z]\w+['’]s (?:new|latest|first|most))\b"
)
_HELLO = lazy(r"(?:Hi|Hello|Hey|Welcome)\b.{0,30}\bI['’]?(?:m| am)\b.{0,200}")
_SPLIT = lazy(r",? and |, | & | \| |\s{2,}")


def label_card(blocks: Sequence[Block], labels: Labels) -> None:
    """Find what the page says of its author, at the end or under the title."""
    name = labels.byline or _carded_name(blocks)
    names = [part for part in _SPLIT.split(name) if part]
    forms = tuple(dict.fromkeys(form for part in names for form in _forms(part)))
    start = max(0, len(blocks) - max(_TAIL, len(blocks) // 4))
    at = start
    while at < len(blocks):
        at = max(at + 1, _take_card(blocks, at, names, forms, labels))
    for block in blocks[:_HEAD]:
        if block.open and _starts(block.text, forms, _STATES):
            block.role = Role.NOTE


def _forms(name: str) -> list[str]:
    """Give the ways in which a card may call its author."""
    words = name.split()
    if len(words) == 1:
        return [name] if name else []
    last = words[-1]
    return [
        name,
        name.upper(),
        *(f"{title} {last}" for title in ("Mr.", "Ms.", "Mrs.", "Dr.", "Prof.")),
        last,
        words[0],
    ]


def _starts(text: str, forms: Sequence[str], verb: re.Pattern[str]) -> bool:
    return any(
        text[: len(f)].casefold() == f.casefold() and verb.match(text, len(f))
        for f in forms
    )


def _take_card(
    blocks: Sequence[Block],
    start: int,
    names: Sequence[str],
    forms: Sequence[str],
    labels: Labels,
) -> int:
    """Mark the card that begins at a line; give where it ends."""
    keys = {letters(name) for name in names}
    at = start
    opening: list[Block] = []
    above = blocks[start - 1] if start else None
    if above and above.role is not Role.EMBED and _is_stamp(above.text):
        return start
    while at < len(blocks) and _opens(blocks[at], keys, forms, opened=bool(opening)):
        opening.append(blocks[at])
        at += 1
    if at == len(blocks) or not _is_note(blocks[at], forms, opened=bool(opening)):
        return start
    told = _starts(blocks[at].text, forms, _VERB)
    for block in opening:
        _mark_opening(block, keys, labels, told=told)
    blocks[at].role = Role.NOTE
    at += 1
    while at < len(blocks) and blocks[at].open and _GOES_ON.match(blocks[at].text):
        blocks[at].role = Role.NOTE
        at += 1
    return at


def _is_stamp(text: str) -> bool:
    """Tell the time of a live report's entry, which a name and its words follow."""
    return is_time_line(text) or is_date_line(text)


def _opens(block: Block, keys: set[str], forms: Sequence[str], *, opened: bool) -> bool:
    """Tell a name, a label, or the author's job under one of them."""
    text = block.text
    if not block.open or (block.stopped and not _HELLO.fullmatch(text)):
        return False
    about = _ABOUT.fullmatch(text)
    return bool(
        block.key in keys
        or is_card_label(text)
        or (about and about["name"] in forms)
        or (_HELLO.fullmatch(text) and block.words <= _JOB_WORDS)
        or (opened and block.words <= _JOB_WORDS and is_job(text))
    )


def _is_note(block: Block, forms: Sequence[str], *, opened: bool) -> bool:
    said = block.open and _starts(block.text, forms, _VERB)
    full = said and not _starts(block.text, forms[-1:], _VERB)
    if not block.open or is_byline_note(block.text):
        return False
    if not (block.prose or block.stopped or full):
        return False
    hello = _HELLO.match(block.text)
    return bool((opened and block.text[0] not in '“"') or full or hello)


def _mark_opening(block: Block, keys: set[str], labels: Labels, *, told: bool) -> None:
    """Say a name once: the byline has it, or the card's first sentence."""
    if block.key in keys and not labels.byline:
        block.role, labels.byline = Role.NOTE, block.text
    elif told and block.key in keys:
        block.reason = "repeats the byline"
    elif told and block.words == 1:
        block.role = Role.FURNITURE
    else:
        block.role = Role.NOTE


def _carded_name(blocks: Sequence[Block]) -> str:
    """Find who a card at the end is of, where no line above names an author."""
    tail = [block for block in blocks[-CARD_BLOCKS:] if block.open]
    for above, below in pairwise(tail):
        labelled = is_card_label(below.text) or below.key == above.key
        if labelled and is_name(above.text):
            return above.text
    return ""
