"""Names and bylines as pages write them."""

import re

_WORD = r"[^\W\d_a-z][\w'’.-]*"
_PARTICLE = r"(?:de|del|der|di|da|du|la|le|van|von|al|el|bin|ben|ter|ten|y)"
_NAME = rf"{_WORD}(?: (?:{_WORD}|{_PARTICLE})){{1,4}}"
_NO_NAME = re.compile(
    r"\b(?:The|A|An|And|Of|In|On|For|To|With|From|How|Why|What|When|Where|Who|New|News"
    r"|World|Politics|Business|Opinion|Our|Your|Their|This|That|About|More|Related|Read"
    r"|Later|Join|Today|Sponsored|Links?|Paper|EMAIL|E-?[Mm]ail|Media|Industry|Share"
    r"|Follow|Sign|Subscribe|Latest|Most|Top|Popular|Editors?|Staff|Breaking|Live|Watch"
    r"|Videos?|Photos?|Gallery|Contact|Privacy|Terms|Home|Sports?|Health|Science|Tech"
    r"|Technology|Entertainment|Lifestyle|Travel|Food|Weather|Markets?|COVID|Continue"
    r"|Reading|Skip|January|February|March|April|May|June|July|August|September|October"
    r"|November|December|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|Night"
    r"|Day|Eve|Year|Standards?|Minutes?|Ago)\b"
)

_BARE = re.compile(_NAME)
_BYLINE = re.compile(
    rf"(?:By|BY|by|Written by|Story by|Words by|Reported by):?\s+"
    rf"(?P<names>{_NAME}(?:(?:, | and | & |, and ){_NAME})*)"
    r"(?P<rest>(?:\s*[,|•·–—-]\s*|\s+(?:for|at|on|of|in)\s+)[^.]{0,60})?"
)
_BYLINE_NOTE = re.compile(
    r"""(?ix)\W{0,3}(?:(?:additional\ )?(?:reporting|writing|editing|edited|compiled
    |translated|research|photography)\b.{0,30}\bby\ .{3,160}
    |(?:\S+\ ){1,12}contributed(?:\ (?:to\ this\ (?:report|story|article)|reporting))?\.?)\W{0,2}"""
)


def is_name(text: str) -> bool:
    """Tell whether a line is a person's name and nothing else."""
    return bool(_BARE.fullmatch(text)) and not _NO_NAME.search(text)


def byline_names(text: str) -> str:
    """Give the names in a line such as "By Ann Lee and Bo Chen"; "" if it is none."""
    found = _BYLINE.fullmatch(text)
    if not found:
        return ""
    names = _NO_NAME.split(found["names"])[0].rstrip(" ,&")
    return names if " " in names else ""


def is_byline_note(text: str) -> bool:
    """Tell who else worked on an article: "(Reporting by Ann Lee; editing by …)"."""
    return bool(_BYLINE_NOTE.fullmatch(text))
