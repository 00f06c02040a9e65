"""Which blocks of a page are its article, by the extractor and by the page's shape."""

import re
from collections.abc import Iterator, Sequence
from itertools import islice, takewhile

from narrate.read.markup.extract import Extract
from narrate.read.markup.home import (
    begins_tail,
    home_of,
    is_beside,
    is_button,
    is_ended,
    is_own,
    leads_on,
)
from narrate.read.markup.place import link_share, sign_of, words_in
from narrate.read.markup.tags import Element
from narrate.read.markup.walk import Found
from narrate.roles import FURNITURE, PICTURES, Role

_NEARLY_ALL = 0.95  # of the words: a stray block must not make the whole page of it
_MUCH = 0.2  # of the words: what holds so many is no share bar, whatever its name
_LINKS = 0.6  # more of a block's words in links: it leads away from the article
_FEW_LINKS = 0.3
_MANY = 3
_PICTURE_REACH = 2  # blocks behind the last sentence
_SENTENCE_WORDS = 8
_ALWAYS_OUT = FURNITURE - {Role.RELATED, Role.FURNITURE}
_OWN_WORD = frozenset({Role.PULL_QUOTE, Role.EMBED})
_LED = frozenset({Role.HEADING, Role.LIST_ITEM, Role.QUOTE})
_BOXES = frozenset({Role.COMMENTS, Role.RELATED, Role.SHARE, Role.NEWSLETTER})
_FOOT = frozenset({Role.FOOTNOTE, Role.REFERENCE})
_RIGHTS = re.compile(r"(?i)all rights reserved|©\s?(?:19|20)\d\d")
_SIGN_UP = re.compile(r"(?i)\bsign up (?:for|to)\b|\bsubscribe (?:to|for|now)\b")
_MORE = re.compile(r"(?i)(?:more|also|related|recommended|trending|popular|latest)\b")
_POINTER = re.compile(
    r"(?i)(?:read (?:more|next|also|this)|also read|see also|related|watch|recommended"
    r"|more(?: on this| stories| from [\w ]+)?|don['’]t miss"
    r"|you (?:may|might) (?:also )?like)\b\W*"
    r"(?:(?:stories|articles|news|reading|links|coverage|posts)\b\W*|[:|-]\s.*)?"
)


class Choice:
    """What each block of a page is, and how that was told."""

    def __init__(
        self, blocks: Sequence[Found], taken: Extract, whole: Element | None = None
    ) -> None:
        """Choose; of a small page, `whole` is the element that is all article."""
        self.blocks, self.taken, self.whole = blocks, taken, whole
        self.sure = frozenset(
            at
            for at, block in enumerate(blocks)
            if block.role is not Role.FURNITURE and taken.took(block.text)
        )
        self.weights: dict[Element, int] = {}  # letters of those in each element
        self._weigh()
        self.much = _MUCH * max(self.weights.values(), default=0)
        self.container = home_of(_smallest(self.weights)) if whole is None else whole
        self.known: dict[Element, tuple[Role | None, bool]] = {}
        if whole is not None:
            self.sure = frozenset(filter(self._is_plain, range(len(blocks))))
        self.parents = {blocks[at].element.getparent() for at in self.sure}
        inside = sorted(at for at in self.sure if self.around(at)[1])
        self.first, self.last = (inside[0], inside[-1]) if inside else (0, -1)
        self.end = self._end()
        self.roles = [self._role(at) for at in range(len(blocks))]
        if whole is None:
            self._cut_tail()

    def _weigh(self) -> None:
        for at in self.sure:
            for element in _upwards(self.blocks[at].element):
                more = len(self.blocks[at].text)
                self.weights[element] = self.weights.get(element, 0) + more

    def _is_plain(self, at: int) -> bool:
        """Tell a block of a small page that nothing speaks against."""
        role = self.blocks[at].role
        if role in FURNITURE or role is Role.HEADING or is_button(self.blocks[at]):
            return False
        return self.around(at) == (None, True)

    def is_own(self, at: int) -> bool:
        """Tell a block among the article's own that neither leads away nor is a box."""
        block = self.blocks[at]
        sign, inside = self.around(at)
        if sign or not inside or block.role in FURNITURE or is_button(block):
            return False
        few = leads_on(block) <= _LINKS
        return few and is_beside(block, self.parents, self.container)

    def _end(self) -> int:
        """Follow the article past its last sure block, to what leads away from it."""
        end = self.last
        for at in range(self.last + 1, len(self.blocks)):
            block = self.blocks[at]
            sign, inside = self.around(at)
            if not inside or sign in _BOXES or begins_tail(block):
                break
            if sign or block.role in FURNITURE:
                continue
            if leads_on(block) > _FEW_LINKS and block.role not in _FOOT | PICTURES:
                break
            end = at
        return end

    def around(self, at: int) -> tuple[Role | None, bool]:
        """Tell the furniture that a block stands in, and whether in the container."""
        chain: list[Element] = []
        node: Element | None = self.blocks[at].element
        while node is not None and node not in self.known:
            chain.append(node)
            node = node.getparent()
        sign, inside = self.known[node] if node is not None else (None, False)
        for inner in reversed(chain):
            if inner is self.container:
                sign, inside = None, True
            elif self.weights.get(inner, 0) <= self.much:
                own = sign_of(inner)
                finer = own and (sign is None or own is not Role.FURNITURE)
                sign = own if finer else sign
            self.known[inner] = sign, inside
        return sign, inside

    def _role(self, at: int) -> Role:
        block = self.blocks[at]
        sign, inside = self.around(at)
        if block.role in FURNITURE:
            return sign or block.role
        if block.role in _OWN_WORD and inside:
            sign = None  # "social-embed" is a post that the article shows
        share = leads_on(block)
        if is_button(block):
            return sign or Role.SHARE
        if share > _LINKS and _POINTER.fullmatch(block.text):
            return Role.RELATED
        if at in self.sure:
            out = sign in _ALWAYS_OUT or (sign and share > _LINKS)
            return sign if out and sign else block.role
        if sign or not inside:
            return sign or Role.FURNITURE
        return block.role if self._belongs(at, share) else Role.FURNITURE

    def _belongs(self, at: int, share: float) -> bool:
        """Decide on a block of the container that the extractor did not take."""
        block = self.blocks[at]
        beside = block.element.getparent() in self.parents
        whole = words_in(block.text) >= _SENTENCE_WORDS
        if at < self.first:
            return False  # the head of the page has its own room
        if at > self.last:
            near = beside and at - self.last <= _PICTURE_REACH
            sentence = beside and whole and share <= _FEW_LINKS
            return (
                block.role in _FOOT
                or (near and block.role in PICTURES)
                or (sentence and block.role is Role.PARAGRAPH)
                or (at <= self.end and self.is_own(at) and is_own(block))
            )
        if block.role is Role.PARAGRAPH:
            fits = share <= _LINKS and (whole or beside or self._is_said(at))
        else:  # a heading that is a link may be the name of the story under it
            named = block.role is Role.HEADING and at + 1 in self.sure
            fits = named or share <= _LINKS or block.role not in _LED
        return fits or self.taken.may_have(block.text)

    def _is_said(self, at: int) -> bool:
        text = self.blocks[at].text
        return self.is_own(at) and (is_own(self.blocks[at]) or is_ended(text))

    def _cut_tail(self) -> None:
        """Take off the end what leads away: links, sign-ups, rights, their heading."""
        kept = [at for at, role in enumerate(self.roles) if role not in FURNITURE]
        items = list(takewhile(self._is_item, reversed(kept)))
        over = kept[-len(items) - 1] if items and len(items) < len(kept) else None
        if over is not None and _MORE.match(self.blocks[over].text):
            for at in (over, *items):
                self.roles[at] = Role.RELATED
        for at in range(len(self.roles) - 1, -1, -1):
            block, role = self.blocks[at], self.roles[at]
            if role in FURNITURE or role in PICTURES:
                continue
            if _RIGHTS.search(block.text):
                self.roles[at] = Role.FURNITURE
            elif role is Role.HEADING or (
                role in {Role.LIST_ITEM, Role.PARAGRAPH} and _leads_away(block)
            ):
                self.roles[at] = Role.RELATED
            else:
                return

    def _is_item(self, at: int) -> bool:
        return self.roles[at] is Role.LIST_ITEM


def _leads_away(block: Found) -> bool:
    share = link_share(block.element)
    many = sum(1 for _ in islice(block.element.iter("a"), _MANY)) == _MANY
    few = _FEW_LINKS if many else _LINKS
    return share > few or bool(_SIGN_UP.search(block.text))


def _smallest(weights: dict[Element, int]) -> Element | None:
    most = max(weights.values(), default=0)
    wide = [e for e, weight in weights.items() if weight >= _NEARLY_ALL * most]
    return max(wide, key=lambda e: sum(1 for _ in _upwards(e)), default=None)


def _upwards(element: Element | None) -> Iterator[Element]:
    while element is not None:
        yield element
        element = element.getparent()
