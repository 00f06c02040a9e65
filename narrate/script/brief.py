"""Brief pictures: of a caption its first sentence, of a credit the name."""

from itertools import pairwise

from narrate.compiled import compiled
from narrate.model import Dropped, Passage
from narrate.roles import Role
from narrate.script.base import Tongue

_REASON = "captions are brief"
_PARTS = r"\s*(?:[/|;,()\[\]]|\s[-–—]\s|\b(?:via|for|through|courtesy of)\b)\s*"
_PERSON = r"[^\W\d_]+(?:[-.'’ ]+[^\W\d_]+)+"
_AGENCY = (
    r"(?i)\b(?:photos?|images?|pool|file|handout|agency|press|news|studio|getty)\b"
)


def briefly(passage: Passage, tongue: Tongue) -> tuple[Passage, tuple[Dropped, ...]]:
    """Give what is kept of a picture's words, and what is left out of them."""
    if passage.role is Role.CREDIT:
        start, end = _name(passage.text)
    else:
        spans = tongue.spans(passage.text, passage.role, ())
        sentences = tongue.sentences(passage.text, spans)
        start, end = next(iter(sentences), (0, len(passage.text)))
    edges = (0, start, end, len(passage.text))
    around = [(a, b) for a, b in pairwise(edges) if (a, b) != (start, end)]
    left_out = [passage.cut(a, b) for a, b in around if passage.text[a:b].strip()]
    dropped = tuple(Dropped(each.text, each.lines, _REASON) for each in left_out)
    return passage.cut(start, end), dropped


def _name(credit: str) -> tuple[int, int]:
    """Find who took it: a person, or else who comes first."""
    edges = [0]
    for found in compiled(_PARTS).finditer(credit):
        edges += found.span()
    edges.append(len(credit))
    parts = [(a, b) for a, b in zip(edges[::2], edges[1::2], strict=True) if a < b]
    for start, end in parts:
        words = credit[start:end]
        if compiled(_PERSON).fullmatch(words) and not compiled(_AGENCY).search(words):
            return start, end
    return parts[0] if parts else (0, len(credit))
