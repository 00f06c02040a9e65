"""Which line is the title: section names, dates and links may stand above it."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from narrate.patterns import lazy
from narrate.read.base import Block, letters
from narrate.read.labels.credits import split_credit
from narrate.read.labels.people import (
    are_people,
    byline_names,
    is_affiliation,
    is_name,
    is_nameless_byline,
    placed_names,
)
from narrate.read.labels.script import is_latin
from narrate.read.labels.when import is_date_line, is_time_line
from narrate.roles import HEAD, Role

_TITLE_WORDS = 30
_REACH = 40  # lines: a pasted page may have its whole menu above the title
_TITLE_AND_MORE = 2  # lines: one alone is the article
_FULLER_WORDS = 4
_META = 6  # lines with the title and a date, under the page's own summary
_CLOSE_WORDS = 14  # right above a byline a longer line is the deck
_LATIN = 0x24F  # the last of its letters: signs and pictures come after
_SITE_WORDS = 7
_ALIKE = 28  # letters: two lines that begin with them say the same
_QUOTED = lazy(r"[“\"](.{12,})[”\"]")
_ABBREVIATED_END = lazy(r"(?:\b[A-Z]\.){2,}$|\b(?:Inc|Corp|Co|Jr|Sr|Ltd)\.$")
_SITED = lazy(r"(?:The )?\w+(?: \w+)?: \S")
_MAIL = lazy(r"(?:From|To|Date|Sent|Cc): \S")
_SUBJECT = lazy(r"Subject: \S.*")
_GREETING = lazy(r"(?i)(?:hello|hi|hey|dear|good morning)\b,? .{0,30}[,!]")
_LINK = lazy(r"https?://|www\.|[{©]|.*\s[—–]$")
_TWO_SENTENCES = lazy(r"\w{2}[.!?] [A-Z]")
_DATED_WORDS = 6
_YEAR = lazy(r"(?<!\d)(?:1[6-9]|20)\d\d(?!\d)")
_MENU = lazy(r"\S(?:\s{2,}|\s[|·•∙>»]\s)\S")
_SITE = lazy(
    r"\b(?:Journal|Register|Gazette|News|Herald|Times|Post|Review|Weekly|Courier|Press"
    r"|Tribune|Office|Department|County|University|Ministry|Bulletin|Magazine|Quarterly"
    r"|Ledger|Chronicle|Observer|Guardian|Sentinel|Telegraph|Mail|Star|Sun|Globe|Echo"
    r"|Standard|Examiner|Independent|Advertiser|Argus|Dispatch|Digest|Monitor|Reporter"
    r"|Republic|Inquirer|Signal|Institute|Agency|Council|Network|Radio|TV|Blog|Online"
    r"|Edition|Proceedings|Volume|Vol|Weblog|Letters?|Site|Commission|Statistics)\b"
)
_UNDER_TITLE = frozenset({Role.SHARE, Role.COMMENTS, Role.PLAYER, Role.BYLINE})
_SMALL = frozenset("a an the of in on at to for and or is are from with by as".split())
STOP = lazy(r"[.;:,…。！？।॥؟۔][\"'”’)\]]*$")
"""A line that ends so is a sentence, or goes on."""


def find_title(blocks: Sequence[Block]) -> Block | None:
    """Take the likeliest line above the article: the earliest of the best."""
    for above, block in pairwise([None, *blocks[:_REACH]]):
        mail = above is not None and _MAIL.match(above.text)
        if block and (
            block.role is Role.TITLE or (mail and _SUBJECT.fullmatch(block.text))
        ):
            block.role = Role.TITLE
            return block
    _mark_placed(blocks)
    candidates = [
        (at, b)
        for at, b in _above(blocks)
        if _fits(b, blocks[at + 1 : at + 2]) and not _is_cut(blocks, at)
    ]
    if len(blocks) < _TITLE_AND_MORE or not candidates:
        return None
    if not is_latin(blocks):
        title = _first_short(b for _, b in candidates)
        title.role = Role.TITLE
        return title
    again = _said_again(blocks, {b.key[:_ALIKE] for _, b in candidates})
    first = next(
        (b for _, b in candidates if b.words >= _FULLER_WORDS and not is_site(b.text)),
        None,
    )

    def weigh(candidate: tuple[int, Block]) -> tuple[int, int]:
        at, block = candidate
        twice = again[block.key[:_ALIKE]] > 1
        return _weight(blocks, at, again=twice, first=block is first), -at

    _, title = max(candidates, key=weigh)
    for _, block in candidates[::-1]:
        if _SITED.match(block.text) and block.key.endswith(title.key):
            title = block  # "The Ledger: Hens at noon" over "Hens at noon"
    title.role = Role.TITLE
    return title


def _mark_placed(blocks: Sequence[Block]) -> None:
    """Take "Ann Lee in Leeds", right above a date, for a byline."""
    for block, under in pairwise(blocks[:_REACH]):
        if block.open and placed_names(block.text) and is_date_line(under.text):
            block.role = Role.BYLINE


def _first_short(candidates: Iterable[Block]) -> Block:
    """Take the first line that is no date, in a script whose dates are not known."""
    lines = list(candidates)
    plain = (b for b in lines if not (b.words <= _DATED_WORDS and _YEAR.search(b.text)))
    return next(plain, lines[0])


def _above(blocks: Sequence[Block]) -> Iterator[tuple[int, Block]]:
    """Yield the lines above the first running text."""
    titled = False
    for at, block in enumerate(blocks[:_REACH]):
        headed = any(b.open and _is_head_line(b) for b in blocks[at + 1 : at + 2])
        if titled and block.role in _UNDER_TITLE:
            return
        if not block.open:
            continue
        if titled and byline_names(block.text):
            return
        if block.prose and at == 0 and any(map(_is_head_line, blocks[1:_META])):
            continue  # what the page tells machines of itself
        if block.prose and (titled or not (headed or _is_long_title(block))):
            return
        titled = titled or (block.words >= _FULLER_WORDS and _fits(block))
        yield at, block


def _is_cut(blocks: Sequence[Block], at: int) -> bool:
    """Tell the first half of a paragraph that a picture cut in two."""
    return any(
        b.open and b.stopped and b.text[0].islower() and b.words >= _FULLER_WORDS
        for b in blocks[at + 1 : at + 3]
    )


def _is_long_title(block: Block) -> bool:
    """Tell a title with a stop, or one as long as a sentence."""
    return block.words <= _TITLE_WORDS and (
        not block.stopped or block.text[-1] in "?!" or _is_headline(block)
    )


def _is_headline(block: Block) -> bool:
    """Tell a line with a capital on every long word."""
    long = [word for word in block.text.split() if len(word) >= _FULLER_WORDS]
    capital = sum(not word[0].islower() for word in long)
    return len(long) >= _FULLER_WORDS and capital > 0.8 * len(long)


def _said_again(blocks: Sequence[Block], titles: set[str]) -> Counter[str]:
    """Count how often lines begin alike; a comment's heading may quote the title."""
    counts: Counter[str] = Counter()
    for block in blocks:
        if block.words <= _TITLE_WORDS:
            counts.update(titles & {block.key[:_ALIKE]})
            if quoted := _QUOTED.search(block.text):
                counts.update(titles & {letters(quoted[1])[:_ALIKE]})
    return counts


def _weight(blocks: Sequence[Block], at: int, *, again: bool, first: bool) -> int:
    """Weigh a candidate: titles are said again, have some words, and a byline below."""
    block = blocks[at]
    full = block.words >= _FULLER_WORDS
    weight = (4 if full else 2) * again + 2 * full + first
    below = [b for b in blocks[at + 1 : at + 8] if not b.reason]
    below = [b for b in below if b.open or b.role in HEAD][:3]
    close = full and block.words <= _CLOSE_WORDS
    weight += close and any(b.role in HEAD or _is_head_line(b) for b in below[:1])
    weight += 2 * any(b.role in HEAD or (b.open and _is_head_line(b)) for b in below)
    weight -= 4 * bool(_MENU.search(block.text)) + 2 * (block.words == 1)
    opens = at == 0 and full and any(map(_is_head_line, blocks[1:2]))
    weight -= 3 * is_site(block.text) * (not again and not opens)
    weight -= 2 * (full and is_row_of_names(block.text) and not again)
    weight -= 4 * (block.text[0].islower() or ord(block.text[0]) > _LATIN)
    return weight - 2 * (is_name(block.text) and not again)


def is_row_of_names(text: str) -> bool:
    """Tell "News Weather Sports Watch", which no small word joins."""
    words = text.split()
    capital = all(word[0].isupper() or word == "&" for word in words)
    return capital and not any(word.casefold() in _SMALL for word in words)


def is_site(text: str) -> bool:
    """Tell the name of a paper, an office or a section."""
    if len(text.split()) > _SITE_WORDS:
        return False
    named = _SITE.search(text.title() if text.isupper() else text)
    return bool(named) and not any(
        word[0].islower() and len(word) >= _FULLER_WORDS for word in text.split()
    )


def _is_head_line(block: Block) -> bool:
    text = block.text
    return bool(byline_names(text)) or is_date_line(text) or is_nameless_byline(text)


def _fits(block: Block, under: Sequence[Block] = ()) -> bool:
    stopped = STOP.search(block.text) and not _ABBREVIATED_END.search(block.text)
    headed = block.text[-1] == "." and any(_is_head_line(b) for b in under)
    if stopped and headed and not _TWO_SENTENCES.search(block.text):
        stopped = None
    return (
        block.words <= _TITLE_WORDS
        and (not stopped or (_is_headline(block) and block.text[-1] == "."))
        and not is_never_a_title(block.text)
        and block.role not in HEAD
    )


def is_never_a_title(text: str) -> bool:
    """Tell a line that is something else for sure: a link, a date, a number."""
    return bool(
        _LINK.match(text)
        or _GREETING.fullmatch(text)
        or (are_people(text) and not is_name(text))
        or is_affiliation(text)
        or is_date_line(text)
        or is_time_line(text)
        or byline_names(text)
        or is_nameless_byline(text)
        or split_credit(text)[1]
        or "\t" in text
        or not any(letter.isalpha() for letter in text)
    )
