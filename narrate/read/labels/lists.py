"""Lists: by their marks; where those were lost on the way, by short lines in a row."""

from collections.abc import Sequence
from functools import partial
from itertools import takewhile

from narrate.patterns import lazy
from narrate.read.base import ITEM, Block
from narrate.read.labels.people import is_nameless_byline
from narrate.read.labels.when import is_date_line, is_time_line
from narrate.roles import FURNITURE, Role

_WORDS = 45
_SHORT_WORDS = 14
_LINES = 3
_MOST = 40
_RULED = lazy(r"\W+")
_HEAD_WORDS = 24  # over a list there are no more
_STEP_WORDS = 110
_STEPS = lazy(
    r"(?i)(?:method|instructions?|directions|preparation)[\s:]*",
    heads="met|ins|dir|pre",
)
_PART_OF = lazy(r"(?:For|FOR) (?:the|THE|an?|AN?) \S.{2,30}", heads="for")
_MOVES = lazy(r"\d+\. ?\S+ \S+ \d+\. ?\S", heads="0")  # of chess
_ITEMS = lazy(
    r"(?i)(?:for (?:the|a|an) .{2,30}|(?:the )?ingredients(?: \(.{2,30}\)"
    r"|:? for .{2,20})?"
    r"|how to make (?:it|them|this)|here['’]s how|(?:the )?recipe|(?:you['’]ll"
    r"|you) need|method|instructions?|directions|notes?"
    r"|steps|(?:practice|key|talking|learning) points"
    r"|preparation|equipment|pros|cons|(?:the )?(?:good|bad)|highlights"
    r"|key (?:points|takeaways|facts|findings)|summary|at a glance|definitions|tips"
    r"|what (?:you['’]ll|you|we) need|you will need|recommendations|to (?:serve|temper"
    r"|garnish|finish)|topping|filling|dressing|materials|tools|checklist|objectives"
    r"|(?:top|main) (?:points|stories)|(?:in )?brief|variations|substitutions|storage"
    r"|likes|dislikes|reasons to (?:buy|avoid)|verdict in brief|what we (?:like|love"
    r"|don['’]t like)|roads closed.{0,40}|why you['’]ll love.{0,30}|jobs|short cuts"
    r"|awards(?: and hono(?:u)?rs)?|discography|filmography|bibliography|works"
    r"|(?:the )?bottom line|recipe notes|cook['’]s notes?|nutrition notes)[\s:]*",
    heads="at_|awa|bad|bib|bot|bri|che|con|coo|def|dir|dis|dre|equ|fil|for|goo|her|hig"
    "|how|in_|ing|ins|job|key|lea|lik|mai|mat|met|not|nut|obj|pra|pre|pro|rea|rec|roa"
    "|sho|ste|sto|sub|sum|tal|the|tip|to_|too|top|var|ver|wha|why|wor|you",
)


def find_lists(blocks: Sequence[Block]) -> None:
    """Mark list items; a numbered heading and an interview's question are none."""
    _find_marked(blocks)
    _find_close(blocks)
    _find_under(blocks)
    _find_bare(blocks)


def _find_marked(blocks: Sequence[Block]) -> None:
    """Take lines with a list's marks."""
    body = [b for b in blocks if b.open and b.hint is None]
    marked = [
        bool(ITEM.match(block.text)) and not _MOVES.match(block.text) for block in body
    ]
    numbered = [b for b, m in zip(body, marked, strict=True) if m and _is_number(b)]
    asked = sum(block.text[-1] == "?" for block in numbered)
    interview = asked >= _LINES and 2 * asked > len(numbered)
    for at, block in enumerate(body):
        if not marked[at] or (interview and _is_number(block)):
            continue
        beside = any(marked[i] for i in (at - 1, at + 1) if 0 <= i < len(body))
        apart = (
            block.gap and block.words <= _SHORT_WORDS and block.text[-1] not in ".!;,"
        )
        if not beside and is_nameless_byline(block.text):
            block.role = Role.BYLINE  # "- Our Agency"
        elif beside or not apart or not _is_number(block):
            block.role = Role.LIST_ITEM


def _is_number(block: Block) -> bool:
    return block.text[0].isdigit()


def _find_close(blocks: Sequence[Block]) -> None:
    """Take lines with no empty line between, where paragraphs have one."""
    run: list[Block] = []
    before: Block | None = None
    for block in (*blocks, None):
        fits = block is not None and _fits(block, _WORDS)
        if block and (_PART_OF.fullmatch(block.text) or _RULED.fullmatch(block.text)):
            fits = False
        if run and block is not None and not block.gap and fits:
            run.append(block)
            continue
        _mark_close(run, before)
        before = run[-1] if run else None
        run = [block] if block is not None and fits else []


def _mark_close(run: Sequence[Block], before: Block | None) -> None:
    if len(run) < _LINES - 1:
        return
    led = before is not None and before.open and _leads(before)
    headed = not led and _heads_list(run[0])
    items = run[1:] if headed else run
    if len(items) >= _LINES or (len(items) > 1 and (led or headed)):
        for block in items:
            block.role = Role.LIST_ITEM


def _leads(block: Block) -> bool:
    """Tell a line that announces a list."""
    return block.text.endswith((":", "...", "…")) or bool(_ITEMS.fullmatch(block.text))


def _heads_list(block: Block) -> bool:
    """Tell the line above a list from its first item."""
    if _leads(block):
        return True
    short = block.words <= _SHORT_WORDS // 2 and not block.stopped
    return block.gap and short and not _has_figure(block)


def _find_under(blocks: Sequence[Block]) -> None:
    """Take what stands under "Ingredients", whole sentences too."""
    for at, block in enumerate(blocks):
        if not block.open or block.words > _HEAD_WORDS:
            continue
        if not _ITEMS.fullmatch(block.text):
            continue
        longest = _STEP_WORDS if _STEPS.fullmatch(block.text) else _WORDS
        body = [b for b in blocks[at + 1 : at + _MOST] if b.role not in FURNITURE]
        run = list(takewhile(partial(_may_list, longest=longest), body))
        while run and run[-1].open and _is_chapter(run[-1], body[len(run) :]):
            run.pop()
        if run and _PART_OF.fullmatch(block.text):
            block.role = Role.HEADING
        cut = next(
            (i for i, b in enumerate(run) if b.open and _parts(run, i)), len(run)
        )
        for item in run[:cut]:
            item.role = Role.LIST_ITEM


def _may_list(block: Block, *, longest: int) -> bool:
    if block.role is Role.LIST_ITEM:
        return True
    text = block.text
    if not _fits(block, longest) or _ITEMS.fullmatch(text):
        return False
    return text[-1] not in "?:" and not text.isupper()


def _is_chapter(last: Block, after: Sequence[Block]) -> bool:
    """Tell the next chapter's heading from a list's last item."""
    under = next((b for b in after[:2] if b.open), None)
    short = last.gap and last.words <= _SHORT_WORDS // 2 and not last.stopped
    return short and under is not None and under.prose


def _parts(run: Sequence[Block], at: int) -> bool:
    """Tell a line among items that is a heading, or a paragraph after the list."""
    block, under = run[at], run[at + 1] if at + 1 < len(run) else None
    if not block.gap:
        return False
    if at and not run[at - 1].gap:
        return True
    heading = block.words <= _SHORT_WORDS // 2 and not block.stopped
    return (
        heading
        and under is not None
        and under.prose
        and (not at or run[at - 1].stopped)
    )


def _find_bare(blocks: Sequence[Block]) -> None:
    """Take four short lines in a row without a stop; the first may be a heading."""
    run: list[Block] = []
    before: Block | None = None
    for block in (*blocks, None):
        led = before is not None and before.text[-1] == ":"
        if block is not None and _is_bare(block, _WORDS if led else _SHORT_WORDS):
            run.append(block)
            continue
        if len(run) > _LINES or (len(run) > 1 and led):
            alike = 2 * sum(map(_has_figure, run)) > len(run) and _has_figure(run[-1])
            heads = block is not None and block.open and block.prose and not alike
            for item in run[1 : -1 if heads else None]:
                item.role = Role.LIST_ITEM
            if led or not run[0].gap or not _heads_list(run[0]):
                run[0].role = Role.LIST_ITEM
        run = []
        before = block


def _has_figure(block: Block) -> bool:
    return any(letter.isdigit() for letter in block.text)


def _is_bare(block: Block, words: int) -> bool:
    if not _fits(block, words) or block.stopped or block.text[-1] == ":":
        return False
    return not block.text.isupper()


def _fits(block: Block, words: int) -> bool:
    text = block.text
    return (
        block.open
        and block.hint is None
        and block.words <= words
        and text[0] not in '“"‘'
        and not _MOVES.match(text)
        and not is_time_line(text)
        and not is_date_line(text)
    )
