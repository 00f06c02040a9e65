"""Sides: (R) is right under a picture and a party elsewhere, (L) is always left."""

import re

from narrate.script.base import Rule

_SIDES = {
    "R": "right",
    "L": "left",
    "C": "center",
    "right": "right",
    "left": "left",
    "center": "center",
    "centre": "center",
    "top": "top",
    "bottom": "bottom",
}
_PLACES = {"1st": "first", "2nd": "second", "3rd": "third", "4th": "fourth"}
_OTHER_SIDE = re.compile(r"\((?:[LC]|\d(?:nd|rd|th) [LR]|[Ll]eft|[Cc]ent(?:er|re))\)")


def _party(found: re.Match[str]) -> str:
    """Say a party, where no other mark shows that sides of a picture are meant."""
    if _OTHER_SIDE.search(found.string):
        return ", right,"
    return f", {'Republican' if found['party'] == 'R' else 'Democrat'},"


CAPTION_RULES = (
    Rule(
        name="caption mark",
        starts=r"\(",
        marks="(",
        pattern=rf"\((?P<side>{'|'.join(_SIDES)})\)",
        say=lambda found: f", {_SIDES[found['side']]},",
        examples=(
            ("Joe Biden (R) and Ann (L) met", "Joe Biden , right, and Ann , left, met"),
        ),
    ),
)
"""Only under a picture: elsewhere "(R)" is a party."""

PROSE_RULES = (
    Rule(
        name="party",
        starts=r"\(",
        marks="(",
        pattern=r"\((?P<party>[RD])\)",
        say=_party,
        examples=(
            ("Sen. Lee (R) said", "Sen. Lee , Republican, said"),
            ("Lee (R) and Wu (2nd L)", "Lee , right, and Wu (2nd L)"),
        ),
    ),
    Rule(
        name="caption mark",
        starts=r"\(",
        marks="(",
        pattern=r"(?<=[a-z] )\((?P<side>[LC])\)",
        say=lambda found: f", {_SIDES[found['side']]},",
        examples=(("Luka Brandt (C) and", "Luka Brandt , center, and"),),
    ),
)
"""Only where no picture is described, as far as labels know."""

RULES = (
    Rule(
        name="caption mark",
        starts=r"\((?=\d)",
        marks="(",
        pattern=r"\((?P<place>1st|2nd|3rd|4th) (?P<side>[LR]|left|right)\)",
        say=lambda found: f", {_PLACES[found['place']]} {_SIDES[found['side']]},",
        examples=(("Weiss (2nd L) at", "Weiss , second left, at"),),
    ),
)
