"""Roles: what each passage of a page is to its reader, and what becomes of it."""

from collections.abc import Iterable, Mapping
from enum import StrEnum
from types import MappingProxyType

from narrate.errors import OptionError


class Role(StrEnum):
    """What a passage is."""

    TITLE = "title"
    DEK = "dek"
    BYLINE = "byline"
    DATE = "date"
    DATELINE = "dateline"
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    QUOTE = "quote"
    LIST_ITEM = "list item"
    LINK = "link"

    CAPTION = "caption"
    CREDIT = "credit"
    NOTE = "note"
    CORRECTION = "correction"
    PULL_QUOTE = "pull quote"
    EMBED = "embed"
    FOOTNOTE = "footnote"

    TABLE = "table"
    CODE = "code"
    REFERENCE = "reference"

    ADVERTISEMENT = "advertisement"
    RELATED = "related links"
    NEWSLETTER = "newsletter sign-up"
    SHARE = "share bar"
    COMMENTS = "comments"
    COOKIES = "cookie notice"
    PLAYER = "player button"
    PAGE_NUMBER = "page number"
    FURNITURE = "page furniture"


class Treatment(StrEnum):
    """What becomes of a passage."""

    SAY = "say"
    """Read with the article."""

    ASIDE = "aside"
    """Read beside it: another manner, introduced, skipped as a chapter."""

    SUM_UP = "sum-up"
    """Its kind and size are said, not its words: "A table of five rows."."""

    DROP = "drop"
    """Left out, and listed as left out."""


PICTURES = frozenset({Role.CAPTION, Role.CREDIT})
"""They belong to a picture."""

HEAD = frozenset({Role.TITLE, Role.DEK, Role.BYLINE, Role.DATE})
"""They stand above the article."""

FURNITURE = frozenset(
    {
        Role.ADVERTISEMENT,
        Role.RELATED,
        Role.NEWSLETTER,
        Role.SHARE,
        Role.COMMENTS,
        Role.COOKIES,
        Role.PLAYER,
        Role.PAGE_NUMBER,
        Role.FURNITURE,
    }
)
"""They belong to the page, not to the article."""

BESIDE = PICTURES | {
    Role.NOTE,
    Role.CORRECTION,
    Role.PULL_QUOTE,
    Role.EMBED,
    Role.FOOTNOTE,
}
"""They stand beside the article."""

_SUMMED = frozenset({Role.TABLE, Role.CODE, Role.REFERENCE})


def _usual(role: Role) -> Treatment:
    if role in FURNITURE:
        return Treatment.DROP
    if role in _SUMMED:
        return Treatment.SUM_UP
    return Treatment.ASIDE if role in BESIDE else Treatment.SAY


TREATMENTS: Mapping[Role, Treatment] = MappingProxyType(
    {role: _usual(role) for role in Role}
)
"""What becomes of each role when nobody asks for something else."""


def parse_treatments(asked: Iterable[str]) -> Mapping[Role, Treatment]:
    """Read "table=say", "pull-quote=drop"; raises OptionError for what is neither."""
    treatments = dict(TREATMENTS)
    roles = {role.replace(" ", "-"): role for role in Role}
    for each in asked:
        label, _, how = each.partition("=")
        if label not in roles:
            raise OptionError("--treat", each, f"one of {', '.join(roles)}, =, and how")
        if how not in set(Treatment):
            known = ", ".join(Treatment)
            raise OptionError("--treat", each, f"{label}= and one of {known}")
        treatments[roles[label]] = Treatment(how)
    return treatments
