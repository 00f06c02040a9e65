"""What may be a short form: ATACMS, IEDs, TNF-alpha, mRNA, i.v.; and what may not."""

from narrate.script.base import compiled

_WHOLE = r"[^\W_](?:[\w&./’'+‑–-]{0,14}[\w.+])?(?: & \w| [\w&./+-]{1,6})?"
_PLURAL = r"(?<=[A-Z0-9])['’]?s$"
# What points to a place in a text, counts its parts, or tells the time.
_POINTERS = (
    r"(?:[Ff]igs?|[Tt]ab(?:le)?s?|[Ee]qs?|[Rr]efs?|[Ss]ee|[Ii]bid|[Cc]hap|[Ss]ect?s?"
    r"|[Aa]rts?|[Pp]aras?|[Vv]ols?|[Nn]os?|[Pp]p?|eds?|cf|etc|et al|e\.g|i\.e"
    r"|[Ll]eft|[Rr]ight|[Aa]bove|[Bb]elow|[Tt]op|[Bb]ottom|am|pm|a\.m|p\.m"
    r"|[ivx]+|I+)\.?(?: ?\d+)?"
)
_WORDS = frozenset(
    "an as at be by do go he if in is it me my no of on or so to up us we".split()
)
# A place: Va., or a senator's party and state.
_STATE = r"[A-Z][a-z]+\.|[DRI]-(?:[A-Z][a-z]+\.?|(?:[A-Z]\.?){2})"
_VOWEL = r"[aeiou]"


def short_form(written: str) -> str:
    """Give the short form that is written so, without a plural's s; "" if none."""
    if not compiled(_WHOLE).fullmatch(written) or compiled(_STATE).fullmatch(written):
        return ""
    short = compiled(_PLURAL).sub("", written).rstrip(".")
    if compiled(_POINTERS).fullmatch(short) and not _is_intravenous(short):
        return ""
    letters = sum(character.isalpha() for character in short)
    if not letters or (short.islower() and not _may_be_small(short)):
        return ""
    return short


def _is_intravenous(short: str) -> bool:
    return short in {"iv", "i.v"}  # told from the fourth item by the words before it


def _may_be_small(short: str) -> bool:
    return (len(short) <= 6 or "-" in short) and short not in _WORDS


def doubt(short: str, units: int) -> float:
    """Say how far from its long form a short form may be.

    A word in small letters must be made of initials, or have no vowel, or points.
    """
    if (
        short.islower()
        and units > 2
        and short.isalnum()
        and compiled(_VOWEL).search(short)
    ):
        return 0.2
    if short in {"UK", "US", "USA", "EU", "UN", "UAE"}:
        return 0.2  # after a firm or a town it says where, or who reports
    return 0.4 * units + 0.05
