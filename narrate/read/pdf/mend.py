"""Letters and fonts as a PDF names them, and what they are."""

import re

PARTED = "\x02\ufffe"
"""PDFium's signs for a hyphen that parts a word; the rest comes right behind it."""

_SUBSET = re.compile(r"^[A-Z]{6}\+")
_BOLD = re.compile(
    r"(?i:bold|black|heavy|semibd|demi|[-,]b[di]?$|^(?:cm|sf)(?:ss)?bx?\d|-medi)|T[BZ]$"
)
_TYPEWRITER = re.compile(r"(?i)mono|courier|consol|typewriter|^(?:cm|sf)\w?tt\d")
_NO_GLYPH = [*range(32), *range(0x7F, 0xA0), 0x200B, 0x2060, 0xFEFF]
_MENDED = str.maketrans(
    {
        **dict.fromkeys(_NO_GLYPH),
        **dict.fromkeys(map(ord, PARTED), "-"),
        "\ufb00": "ff",
        "\ufb01": "fi",
        "\ufb02": "fl",
        "\ufb03": "ffi",
        "\ufb04": "ffl",
        "\ufb05": "st",
        "\ufb06": "st",
        "\uf0b7": "•",  # Word's bullet, from a font of symbols
        "\uf0a7": "▪",
    }
)


def mended(text: str) -> str:
    """Mend characters; halves of one that came apart are put together."""
    if not text.isascii() and any("\ud800" <= c <= "\udfff" for c in text):
        text = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return text.translate(_MENDED)


def font_name(name: str) -> str:
    """Leave out the mark of a subset: "ABCDEF+Times-Roman" is Times-Roman."""
    return _SUBSET.sub("", name)


def is_bold(name: str) -> bool:
    """Tell a heavy cut by its name."""
    return bool(_BOLD.search(name))


def is_typewriter(name: str) -> bool:
    """Tell a font whose letters are all as wide by its name."""
    return bool(_TYPEWRITER.search(name))
