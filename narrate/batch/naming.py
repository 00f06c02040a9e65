"""What an article's folder is called: readable, safe on any system, always the same.

No run knows of any other, so that the name hangs on the article alone: a readable part
and sixteen figures of a hash.
"""

import hashlib
import re
import unicodedata

from narrate.destination import name_of
from narrate.errors import OptionError

# 16**16: of ten million articles two have one name in three archives of a million.
_FIGURES = 16
# Of the readable part; with the rest and ".transcript.json" it is below 255.
_LONGEST_BYTES = 60
_UNSAFE = re.compile(r"[^\w-]|_")  # no dots: aux.b is a device to Windows
_MANY = re.compile(r"-{2,}")
_SAFE = re.compile(r"[\w-](?:[\w.-]{0,78}[\w-])?")
_DEVICES = re.compile(r"(?i)(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)")  # Windows' own


def name_for(article: str) -> str:
    """Name the folder of a whole path or a link: no two of them have one name.

    >>> name_for("/texts/The Ferry.txt")
    'The-Ferry-ba6a1822048fbc78'
    """
    known = article.encode(errors="surrogateescape")
    figures = hashlib.sha256(known).hexdigest()[:_FIGURES]
    try:
        stem = name_of(article)
    except ValueError:
        stem = ""  # a link that is none, as whoever fetches it will say
    return f"{_readable(stem)}-{figures}"


def checked(name: str) -> str:
    """Pass a name that a manifest gives its article; raises OptionError."""
    letters = "".join(c for c in name if not _is_mark(c))
    fits = _SAFE.fullmatch(letters) and ".." not in name and not _DEVICES.match(name)
    if not fits or len(name.encode(errors="replace")) > 2 * _LONGEST_BYTES:
        wanted = "a folder's name of letters, figures, hyphens and dots"
        raise OptionError("name", repr(name), wanted)
    return name


def _readable(stem: str) -> str:
    whole = unicodedata.normalize("NFC", stem)
    plain = "".join(c if _is_mark(c) else _UNSAFE.sub("-", c) for c in whole)
    cut = _MANY.sub("-", plain).encode(errors="ignore")[:_LONGEST_BYTES]
    return cut.decode(errors="ignore").strip("-_") or "article"


def _is_mark(character: str) -> bool:
    """Tell what no word of Hindi or Thai can be without: a vowel above its letter."""
    return unicodedata.category(character)[0] == "M"
