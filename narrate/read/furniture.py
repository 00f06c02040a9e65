"""Page furniture: lines that belong to the page and not to the article."""

import re
from collections.abc import Sequence

from narrate.read.base import Block
from narrate.roles import Role

# Whole lines only, and only words that no article uses as a line of its own: to take
# a sentence for furniture is worse than to read a button aloud.
_FURNITURE = re.compile(
    r"""(?ix)
    (?:first\ |last\ )?(?:updated|published|posted|modified)(?:\ on|\ at)?:?
    | 0?0:00(?::00)? | \d{1,2}:\d\d(?::\d\d)?\s*/\s*\d{1,2}:\d\d(?::\d\d)?
    | advertise(?:ment|here)? | advertisement\W*(?:continue\ reading.*|skip.*)?
    | (?:story|article)\ continues\ below(?:\ advertisement)?\.?
    | share(?:\ (?:this|the)(?:\ (?:article|story|post|page))?)?(?:\ on\ \w+)?:?
    | (?:share|tweet|pin|post|e-?mail|print|save|like|copy\ link|bookmark|listen|play
        |pause|subscribe|log\ ?in|sign\ ?in|sign\ ?up|menu|search|skip\ to\ content
        |facebook|twitter|whatsapp|linkedin|reddit|telegram|pinterest|instagram)
    | \d+(?:[.,]\d+)?[km]?\ +(?:shares?|comments?|likes?|views?|retweets?)
    | (?:shares?|comments?)(?:\ ?\(\d*\)|:?\ ?\d+)?
    | (?:leave|post|add|view|show)\ (?:a\ |all\ )?comments?
    | listen\ to\ (?:this|the)\ (?:article|story)\W*.{0,20}
    | \d+\s*-?\s*min(?:ute)?s?\ (?:read|listen)
    | read\ (?:more|full\ (?:story|article))\W*
    | (?:click|tap)\ (?:here\ )?to\ (?:share|enlarge|expand|play|unmute)\b.{0,40}
    | continue\ reading(?:\ the\ main\ story)? | skip\ to\ content.{0,40}
    | (?:enlarge\ this\ )?image | slideshow\ \(\ ?\d+\ images?\ ?\)
    | read\ later | join\ today | sponsored\ links? | email\ me
    | all\ rights\ reserved\.? | back\ to\ top
    """
)


def drop_furniture(blocks: Sequence[Block]) -> None:
    """Drop buttons, counters and empty labels."""
    for block in blocks:
        if block.open and _FURNITURE.fullmatch(block.text):
            block.role = Role.FURNITURE
        elif block.open and not any(letter.isalnum() for letter in block.text):
            block.reason = "no words: a rule or an ornament"
