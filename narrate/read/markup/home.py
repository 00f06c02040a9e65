"""Where an article lives on its page, and what lives there with it."""

import re

from narrate.read.markup.place import link_share, sign_of, words_in
from narrate.read.markup.tags import HEADINGS, Element, has, name_of
from narrate.read.markup.walk import Found
from narrate.roles import FURNITURE, Role

_FEW_LINKS, _LINKS = 0.3, 0.6
_SENTENCE_WORDS = 8
_SMALL_PAGE = 150  # words: a page of more is known by its sentences
_HOMES = ("article", "main")
_WORD_TAGS = HEADINGS | frozenset(
    "p pre ul ol li dl dt dd blockquote figure figcaption table caption thead tbody "
    "tfoot tr td th b strong em i code span a time cite q u small mark".split()
)
_SAID = frozenset("p li dt dd pre blockquote td th".split())
_ENDED = re.compile(r"[.!?…。！？؟।]['\"’”»)\]]*$")
_BUTTON = re.compile(
    r"(?i)(?:share|tweet|print|save|copy link|reply|follow|e-?mail|bookmark)"
    r"(?: this(?: (?:article|story|post|page))?)?"
)
_TAIL = re.compile(
    r"(?i)(?:\d+ )?(?:comments?|responses?|replies)\b.{0,60}|leave a (?:reply|comment)"
    r"|share this.*|filed under.*|tags:.*|(?:about|more from|more by|more on)\b.{0,60}"
)


def home_of(container: Element | None) -> Element | None:
    """Give the page's own word for where the article is, else what holds its words."""
    node = container
    while node is not None:
        if name_of(node) == "article":
            return node
        if name_of(node) == "main" and not has(node, "article"):
            return node
        node = node.getparent()
    return container


def small_home(root: Element, found: list[Found]) -> Element | None:
    """Give what holds a small page's words; nothing where it may be a list of links."""
    for name in _HOMES:
        homes = [node for node in root.iter(name) if sign_of(node) is None]
        if len(homes) == 1:
            return homes[0]
    body = next((node for node in root.iter("body")), None)
    seen = [block for block in found if block.role not in FURNITURE]
    words = sum(words_in(block.text) for block in seen)
    if body is None or link_share(body) > _FEW_LINKS or words > _SMALL_PAGE:
        return None
    told = has(body, "h1", "table") or words >= _SENTENCE_WORDS
    return body if words and told else None


def is_beside(block: Found, parents: set[Element | None], home: Element | None) -> bool:
    """Tell whether a block stands among the article's own, and not in another box."""
    node = block.element.getparent()
    while node is not None and node not in parents and _is_thin(node):
        node = node.getparent()
    if node in parents or node is home or block.element is home:
        return True
    return node is not None and name_of(node) in {"article", "section"}


def _is_thin(node: Element) -> bool:
    """Tell what is around words and no box: a list, the head of a post."""
    if name_of(node) in {"header", "hgroup"}:
        around = node.getparent()
        return around is not None and name_of(around) in {"article", "header"}
    return name_of(node) in _WORD_TAGS


def leads_on(block: Found) -> float:
    """Tell how much of a block is links; an item's list is looked at as a whole."""
    share = link_share(block.element)
    around = block.element.getparent()
    if block.role is Role.LIST_ITEM and share > _LINKS and around is not None:
        return min(share, link_share(around))
    return share


def is_button(block: Found) -> bool:
    """Tell "Share", which is pressed, from a word of the article."""
    said = name_of(block.element) in HEADINGS | _SAID
    return not said and bool(_BUTTON.fullmatch(block.text))


def is_ended(text: str) -> bool:
    """Tell a sentence, however short, from a label."""
    return bool(_ENDED.search(text))


def is_own(block: Found) -> bool:
    """Tell the article's words behind its last sure sentence from the page's."""
    if block.role is not Role.PARAGRAPH:
        return True
    said = name_of(block.element) in _SAID | {"article", "main", "section"}
    return said or is_ended(block.text) or words_in(block.text) >= _SENTENCE_WORDS


def begins_tail(block: Found) -> bool:
    """Tell a line after which the page goes on to something else."""
    if block.role is Role.HEADING or not is_ended(block.text):
        return bool(_TAIL.fullmatch(block.text))
    return False
