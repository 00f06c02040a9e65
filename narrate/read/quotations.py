"""Quotations that are surely in another language than the article around them."""

from dataclasses import replace

from narrate.model import Foreign, Passage
from narrate.options import primary
from narrate.patterns import lazy
from narrate.read.language import ENGLISH, SURE, english_share, rank_languages
from narrate.roles import Role

_QUOTED = lazy(
    r"“[^“”]{30,2000}”|«[^«»]{30,2000}»|„[^„“”]{30,2000}[“”]|\"[^\"]{30,2000}\""
)
_WHOLE = frozenset({Role.QUOTE, Role.PULL_QUOTE})
_FEWEST_LETTERS = 30
_ENGLISH_SHARE = 0.12
_FEWEST_SIGNS = 2
_LETTER = lazy(r"[^\W\d_]")
_SIGNS = lazy(
    # Small words of other languages, of which a quotation has some, and any letter that
    # English has not.
    r"(?i)\b(?:de|la|le|les|et|est|une|des|que|qui|el|los|las|del|en|por|para|una|der"
    r"|die|das|und|ist|nicht|ein|eine|von|mit|auf|zu|den|het|een|van|niet|il|che|di|non"
    r"|per|sono|os|um|uma|não|och|att|det|som|är|og|på|ikke|av|nie|na|się|jest|w|z|i|je"
    r"|bir|ve|bu)\b|[^\W\d_a-zA-Z]"
)


def mark_foreign(passage: Passage, language: str) -> Passage:
    """Mark each quotation of a passage that is surely in another language."""
    text = passage.text
    if passage.role in _WHOLE:
        stretches = [(0, len(text))]
    else:
        stretches = [found.span() for found in _QUOTED.finditer(text)]
    foreign = tuple(
        Foreign(start, end, other)
        for start, end in stretches
        if (other := _other_language(text[start:end], language))
    )
    return replace(passage, foreign=foreign) if foreign else passage


def _other_language(quotation: str, language: str) -> str:
    """Name the language of a quotation, if it is surely not the article's."""
    if len(_LETTER.findall(quotation)) < _FEWEST_LETTERS:
        return ""
    signs = len(_SIGNS.findall(quotation)) >= _FEWEST_SIGNS
    if primary(language) == ENGLISH and (
        english_share(quotation) > _ENGLISH_SHARE or not signs
    ):
        return ""  # nearly all of them, and no detector need be loaded
    ranked = rank_languages(quotation)
    found, likelihood = ranked[0]
    sure = likelihood - dict(ranked).get(primary(language), -1e9) >= SURE
    return found if sure and found != primary(language) else ""
