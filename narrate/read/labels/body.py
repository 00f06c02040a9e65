"""The article itself: headings, lists, quotations; what has no sign is a paragraph."""

from collections.abc import Sequence

from narrate.patterns import lazy
from narrate.read.base import ITEM, Block
from narrate.read.labels.forms import FACT, FORMS, MARKED
from narrate.read.labels.lists import find_lists
from narrate.read.labels.people import (
    byline_names,
    is_byline_note,
    is_job,
    is_name,
    is_nameless_byline,
)
from narrate.read.labels.pulled import find_pulled
from narrate.read.labels.title import STOP, is_never_a_title
from narrate.read.labels.when import is_date_line, is_time_line
from narrate.roles import FURNITURE, PICTURES, Role

_HEADING_WORDS = 14
_CHAIN = 2  # headings in a row: a part's and a chapter's; more are a menu
_QUESTIONS = 4
_OFTEN = 0.22  # of the paragraphs: so many questions make an interview

_NUMBERED = lazy(r"(?:\d{1,2}(?:\.\d{1,2})*\.?|[IVX]{1,4}\.)(?:\s+\S.*)?")
_ADDRESS = lazy(r"\w@\w[\w-]*\.\w", "@")
_PART = lazy(r"[IVX]{1,4}\.")
_STAR_IN = lazy(r"\w[.,;:!?”\"’)]?\*(?!\w|\*)", "*")
_NEVER_STARTS_HEADING = lazy(
    r"(?:And|So|Or|Yet|Yes|No|Then|Sir|Dear|Yours|Hello|Hi|Hey)\b,?"
)
_QUOTE = lazy(
    r"[“\"][^“”\"]+[”\"]\.?(?:\s?[—–-]+\s?\S.{1,80})?|>\s*\S.*", heads='“|"|>'
)
_DATED = lazy(
    r"(?i)(?:first |last |originally )?(?:published|updated|accepted|received)\b",
    heads="fir|las|ori|pub|upd|acc|rec",
)
_AMENDS = lazy(
    r"(?i)revision|correct|clarif|notes?\b|update|about",
    heads="rev|cor|cla|not|upd|abo",
)
_DRAWN_FROM = lazy(r"(?i)(?:sources?|notes?)\s?: \S")
_SPEAKER = lazy(r"[—–-]{1,2}\s?[A-Z][^.!?]{2,80}")
_OPENS_WORD = lazy(r"[\W_]*\w")
_SAID = lazy(
    r"\b(?:said|says|wrote|writes|recalled|recalls|told|added|adds|explained|replied"
    r"|answered|remarked|stated|reads?|continued)\b"
)
_BYLINE_WORDS = 8
_STARRED = 2  # lines that begin with a star: more of them are a list
_UNDER = frozenset(
    {
        Role.LIST_ITEM,
        Role.TABLE,
        Role.QUOTE,
        Role.CODE,
        Role.HEADING,
        Role.REFERENCE,
        Role.FOOTNOTE,
        Role.CORRECTION,
        Role.EMBED,
        Role.BYLINE,
    }
)
_BESIDE = FURNITURE | PICTURES


def label_body(blocks: Sequence[Block]) -> None:
    """Mark every block that is still open, from the last to the first."""
    _mark_sure(blocks)
    find_pulled(blocks)
    find_lists(blocks)
    talk = _is_interview(blocks)
    under: Block | None = None
    chain = 0
    for at in range(len(blocks) - 1, -1, -1):
        block = blocks[at]
        if block.reason or block.role in _BESIDE:
            continue
        if block.open:
            heads = chain < _CHAIN and not (talk and block.text[-1] == "?")
            block.role = block.hint or _role(blocks, at, under, heads=heads)
        if block.role is Role.HEADING:
            chain += not _is_stamp(block.text)
        else:
            chain = 0
        under = block


def _role(
    blocks: Sequence[Block], at: int, under: Block | None, *, heads: bool
) -> Role:
    block = blocks[at]
    if under is not None and _is_author(blocks, at, under):
        return Role.BYLINE
    if (heads or _is_stamp(block.text)) and _is_heading(block, under):
        return Role.HEADING
    return Role.PARAGRAPH


def _is_stamp(text: str) -> bool:
    return is_time_line(text) or is_date_line(text)


def _mark_sure(blocks: Sequence[Block]) -> None:
    """Mark what says by itself what it is."""
    before: Block | None = None
    starred = sum(block.open and block.text[0] == "*" for block in blocks)
    noted = any(_STAR_IN.search(block.text) for block in blocks)
    for block in blocks:
        if block.open and block.hint is None:
            if block.text.startswith("* ") and starred > 1 and not noted:
                block.role = Role.LIST_ITEM  # no mark in the text leads to it
            elif block.text[0] == "*" and starred > _STARRED:
                marked = MARKED.fullmatch(block.text)
                block.role = Role.HEADING if marked else Role.LIST_ITEM
            elif before is not None and _signs(block, before):
                block.role = Role.QUOTE
            elif before is not None and _is_drawn_from(block, before):
                block.role = Role.FOOTNOTE
            elif block.prose and before is not None and _announces(before):
                block.role = Role.QUOTE
            else:
                block.role = _sure_role(block)
        before = block


def _sure_role(block: Block) -> Role | None:
    text = block.text
    if _DATED.match(text) and is_date_line(text):
        return Role.DATE
    if is_byline_note(text) or _is_by(block):
        return Role.BYLINE
    if _QUOTE.fullmatch(text) and not text.isupper():
        return Role.QUOTE
    return next((role for role, form in FORMS if form.fullmatch(text)), None)


def _signs(block: Block, above: Block) -> bool:
    """Tell who said it, under a quotation."""
    return above.role is Role.QUOTE and bool(_SPEAKER.fullmatch(block.text))


def _is_drawn_from(block: Block, above: Block) -> bool:
    """Tell where a table's figures come from, under it."""
    return above.role is Role.TABLE and bool(_DRAWN_FROM.match(block.text))


def _announces(block: Block) -> bool:
    """Tell a line after which somebody's own words stand: "The mayor said:"."""
    speaks = block.open and block.text[-1] == ":"
    return speaks and bool(_SAID.search(block.text))


def _is_by(block: Block) -> bool:
    """Tell the byline of a part: 'By "Mid-off"'."""
    if block.words > _BYLINE_WORDS or block.stopped or block.text[:2].lower() != "by":
        return False
    return bool(byline_names(block.text)) or is_nameless_byline(block.text)


def _is_interview(blocks: Sequence[Block]) -> bool:
    """Tell a page where questions and answers take turns: they are no headings."""
    open_ = [block for block in blocks if block.open]
    asked = sum(block.text[-1] == "?" and not _is_long(block) for block in open_)
    return asked >= _QUESTIONS and asked > _OFTEN * len(open_)


def _is_long(block: Block) -> bool:
    return block.words > 3 * _HEADING_WORDS


def _is_author(blocks: Sequence[Block], at: int, under: Block) -> bool:
    """Tell whose entry it is in a live report: a name under its time or heading."""
    block = blocks[at]
    if block.words > _BYLINE_WORDS or block.stopped:
        return False
    if is_job(block.text) and under.prose:
        return at > 0 and is_name(blocks[at - 1].text)
    carried = under.prose or under.role in {Role.BYLINE, Role.HEADING}
    if not is_name(block.text) or not carried:
        return False
    if under.role is Role.BYLINE and is_job(under.text):
        return True  # a name over "Contributing writer"
    above = [b for b in blocks[max(0, at - 3) : at] if b.open]
    return bool(above) and (
        _is_stamp(above[-1].text) or (len(above) > 1 and _is_stamp(above[-2].text))
    )


def _is_heading(block: Block, under: Block | None) -> bool:
    """Tell a short line without a full stop, set apart, with the article under it."""
    text = block.text
    if under is None or block.words > _HEADING_WORDS or text[-1] in ",;":
        return False
    if _signs_off(block, under) or not _carries(text, under):
        return False
    if _is_stamp(text) or _PART.fullmatch(text):
        return True
    if _NUMBERED.fullmatch(text) and not (block.stopped and not text.endswith("?")):
        return True
    apart = block.gap or text.isupper() or under.role is Role.TABLE
    return apart and _reads_as_heading(block)


def _signs_off(block: Block, under: Block) -> bool:
    """Tell a letter's last line, "Delphine", over a card or a correction."""
    beside = under.role in {Role.CORRECTION, Role.NOTE}
    return beside and block.words == 1 and not _AMENDS.match(block.text)


def _carries(text: str, under: Block) -> bool:
    """Tell whether a line may stand over another: no question, over a chapter's."""
    if under.role is Role.HEADING and text[-1] == "?":
        return bool(_NUMBERED.fullmatch(text)) or not _NUMBERED.fullmatch(under.text)
    carried = under.prose or under.role in _UNDER or _may_carry(under)
    return carried and not (under.text[0].islower() and under.role is Role.PARAGRAPH)


def _may_carry(under: Block) -> bool:
    """Tell a short paragraph: it may open a chapter."""
    ended = under.stopped or under.text[-1] == ":" or bool(FACT.fullmatch(under.text))
    return under.role is Role.PARAGRAPH and ended


def _reads_as_heading(block: Block) -> bool:
    text = block.text
    dots = text.endswith(("...", "…", "a.m.", "p.m."))
    if STOP.search(text) and not dots:
        return False
    opens = _OPENS_WORD.match(text)
    first = opens[0][-1] if opens else " "
    if first.islower() or text[0] in "-–—@&•([{" or ITEM.match(text):
        return False
    if text[0] in '“"' and text[-1] in '”"' and not text.isupper():
        return False
    if _ADDRESS.search(text) or (text[-1] in '”"' and _SAID.search(text)):
        return False
    return not is_never_a_title(text) and not _NEVER_STARTS_HEADING.match(text)
