"""The reader of mail: a newsletter or a letter, without what a mailing service adds."""

import re
from collections.abc import Iterator, Sequence

from narrate.errors import ArticleError
from narrate.read.base import Page, Source
from narrate.read.files.letter import Part, open_letter, parse, saved_page
from narrate.read.files.marks import Piece, numbered, write
from narrate.read.lines import paragraphs, split_lines
from narrate.read.markup.markup import Element, Found, MarkupError, parse_html, walk
from narrate.read.markup.web import read_html
from narrate.roles import Role

# A mailing service's own hiding places; `display: none` the walk knows by itself.
_HIDDEN = re.compile(
    r"(?i)mso-hide\s*:\s*all|max-height\s*:\s*0(?![\d.])|opacity\s*:\s*0(?![\d.])"
)
_BUTTON = re.compile(
    r"""(?ix).{0,30}\b(?:view|read|open|see|trouble|difficulty)\b.{0,40}
    \b(?:browser|online|on\ the\ web|in\ (?:the\ |our\ )?app|web\ (?:version|page))\b
    .{0,20}
    | (?:like|comment|restack|share|forward|subscribe|upgrade\ to\ paid|get\ the\ app
        |start\ writing|leave\ a\ comment|share\ this\ post|read\ in\ app)(?:\ now)?
    """
)
_SERVICE = re.compile(
    r"""(?ix)\bunsubscribe\b|\bopt[ -]out\b
    | \b(?:manage|update|change)\ (?:your\ )?(?:e-?mail\ |subscription\ )?
        (?:preferences|settings|subscriptions?|profile)\b
    | \byou(?:['’]re|\ are)\ (?:receiving|getting)\ this\b | \byou\ received\ this\b
    | \bthis\ (?:e-?mail|message|newsletter)\ was\ sent\b
    | \bforwarded\ this\ (?:e-?mail|newsletter)\b | \bthis\ (?:e-?mail\ )?forwarded\b
    | \badd\ us\ to\ your\ address\ book\b
    | ^privacy\ policy\b
    """
)
_RIGHTS = re.compile(r"(?i)^(?:©|\(c\)|copyright)\s?|\ball rights reserved\b")
_REPLY = re.compile(r"(?i)^(?:(?:fwd?|re|aw|wg)\s*:\s*)+")
_BUTTON_WORDS, _SERVICE_WORDS, _ADDRESS_WORDS = 14, 60, 20
_NEAR = 4  # blocks between an address and the way out
_FOOT = 20  # blocks


def read_mail(source: Source) -> Page:
    """Read a mail; raises ArticleError where it is encrypted or holds no text."""
    message = parse(source)
    page = saved_page(source, message)
    if page:
        return read_html(page)
    letter = open_letter(source, message)
    if any(part.page for part in letter.parts):
        found = [piece for part in letter.parts for piece in _pieces(source, part)]
        lines = numbered(found)
    else:
        lines = split_lines("\n\n".join(part.text for part in letter.parts))
    return Page(
        lines,
        title=_REPLY.sub("", letter.subject),
        byline=letter.sender,
        published=letter.day,
        language=letter.language,
        site=letter.site,
        notices=letter.notices,
    )


def _pieces(source: Source, part: Part) -> Iterator[Piece]:
    """Give the blocks of a part, and say which are the mailing service's."""
    if not part.page:
        plain = paragraphs(split_lines(part.text))
        yield from ((paragraph.text, Role.PARAGRAPH) for paragraph in plain)
        return
    try:
        root = parse_html(part.text)
    except MarkupError as error:
        raise ArticleError(
            source.name, str(error), "Save its text into a file and give that"
        ) from None
    for element in root.iter():
        if _HIDDEN.search(element.get("style") or ""):
            write(element, "hidden", "")
    blocks = list(walk(root))
    services = [at for at, block in enumerate(blocks) if _is_service(block)]
    for at, block in enumerate(blocks):
        ours = at in services or _is_button(block) or _is_foot(blocks, at, services)
        yield block.text, Role.FURNITURE if ours else block.role


def _is_service(block: Found) -> bool:
    """Tell words on who gets the mail and how to get it no more."""
    few = len(block.text.split()) <= _SERVICE_WORDS
    return few and _links(block) and bool(_SERVICE.search(block.text))


def _is_button(block: Found) -> bool:
    few = len(block.text.split()) <= _BUTTON_WORDS
    return few and _links(block) and bool(_BUTTON.fullmatch(block.text))


def _is_foot(blocks: Sequence[Found], at: int, services: Sequence[int]) -> bool:
    """Tell what is behind the way out at the mail's foot, and the address before it."""
    out = [i for i in services if i >= len(blocks) - _FOOT and 2 * i > len(blocks)]
    if not out or len(blocks[at].text.split()) > _ADDRESS_WORDS:
        return False
    text = blocks[at].text
    addressed = "," in text and any(letter.isdigit() for letter in text)
    near = min(abs(at - i) for i in out) <= _NEAR
    return at > out[0] or bool(_RIGHTS.search(text)) or (near and addressed)


def _links(block: Found) -> bool:
    """Tell whether a link is in a block, or it is in a link."""
    element: Element | None = block.element
    if next(block.element.iter("a"), None) is not None:
        return True
    while element is not None:
        if element.tag == "a":
            return True
        element = element.getparent()
    return False
