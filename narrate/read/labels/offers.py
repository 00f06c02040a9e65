"""Offers: adverts, invitations to subscribe and contents, by the lines beside them."""

from collections.abc import Sequence
from itertools import pairwise, takewhile

from narrate.patterns import lazy
from narrate.read.base import Block
from narrate.read.labels.when import is_date_line
from narrate.roles import Role

_ENTRY_WORDS = 22
_SPONSOR = lazy(
    r"(?i)(?:a (?:word|message) from|sponsored|presented by|together with"
    r"|brought to you"
    r"|in partnership|today['’]s best|paid|partner)"
)
_OFFER = 7  # lines
_OFFERS = frozenset({Role.ADVERTISEMENT, Role.RELATED, Role.NEWSLETTER})
_BUTTON = lazy(
    r"(?i)(?:talk|start|learn|get|shop|try|find|book|discover|order|buy|claim|see|join"
    r"|download|sign|visit|read|explore|apply|donate|register|view"
    r"|check)\b[^.?]{2,45}[!→»]?"
)
_INVITATION_WORDS = 30
_INVITES = lazy(
    r"(?i)\b(?:newsletters?|inbox|e-?mails?|subscribe|sign up|every (?:\w+day|day|week"
    r"|morning|month)|weekly|daily|digest|briefing|updates|stories|delivered|free|join"
    r"|never miss|stay (?:informed|up|in|on)|best of|spam)\b"
)
_CONTENTS = lazy(
    r"(?i)(?:table of )?contents|in this (?:article|story|guide|post)|on this page"
    r"|jump to(?: section)?|what['’]s (?:inside|in this (?:issue|guide))"
)
_ENTRY = lazy(r"(?:\d{1,2}(?:\.\d{1,2})*\.?|[•*-])\s+\S.{0,80}[^.]")


def find_offers(blocks: Sequence[Block]) -> None:
    """Mark what is known by the button, the form or the numbers under it."""
    _find_sponsored(blocks)
    _find_invitations(blocks)
    _find_contents(blocks)


def _find_sponsored(blocks: Sequence[Block]) -> None:
    """Take the words between "Sponsored by …" and the button under them."""
    for at, block in enumerate(blocks):
        if block.role is not Role.ADVERTISEMENT:
            continue
        if not block.text[0].isalnum():
            _find_ruled_offer(blocks, at)
        if not _SPONSOR.match(block.text):
            continue
        for end in range(at + 1, min(at + _OFFER, len(blocks))):
            if not blocks[end].open and blocks[end].role not in _OFFERS:
                break
            if _BUTTON.fullmatch(blocks[end].text):
                for line in blocks[at : end + 1]:
                    line.role = Role.ADVERTISEMENT
                break


def _find_ruled_offer(blocks: Sequence[Block], at: int) -> None:
    """Take what stands between "*** SPONSOR ***" and the next line of dashes."""
    run = list(takewhile(lambda b: b.open, blocks[at + 1 : at + _OFFER]))
    under = blocks[at + 1 + len(run) : at + 2 + len(run)]
    if under and not under[0].size:
        for line in run:
            line.role = Role.ADVERTISEMENT


def _find_invitations(blocks: Sequence[Block]) -> None:
    """Take the line above a form: "The Weekly. Our best stories, every Sunday."."""
    for above, block in pairwise(blocks):
        for line, beside in ((above, block), (block, above)):
            if beside.role is not Role.NEWSLETTER or not line.open:
                continue
            short = line.words <= _INVITATION_WORDS and not is_date_line(line.text)
            if short and _INVITES.search(line.text):
                line.role = Role.NEWSLETTER


def _find_contents(blocks: Sequence[Block]) -> None:
    """Take a page's table of contents: "Contents", then numbered names."""
    for at, block in enumerate(blocks):
        if not block.open or not _CONTENTS.fullmatch(block.text):
            continue
        lines = list(takewhile(_is_entry, blocks[at + 1 :]))
        if len(lines) > 1:
            for line in (block, *lines):
                line.role = Role.FURNITURE


def _is_entry(block: Block) -> bool:
    return block.words <= _ENTRY_WORDS and bool(_ENTRY.fullmatch(block.text))
