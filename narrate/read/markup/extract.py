"""What trafilatura takes for the article, and what it says about it."""

import logging
import re
from dataclasses import dataclass, field

from narrate.read.base import letters
from narrate.read.markup.tags import Element

_SHINGLE = 4  # words; fewer stand in any two texts, more break at every mended letter
_TOKEN = re.compile(r"\w+")
_MOSTLY = 0.6  # of a block's shingles: links and notes inside it may have been cut
_LONG_KEY = 30  # letters: so many in a row are no chance


@dataclass(frozen=True, slots=True)
class Extract:
    """The words that were taken for the article, without their places on the page."""

    title: str = ""
    authors: tuple[str, ...] = ()
    published: str = ""
    site: str = ""
    description: str = ""
    image: str = ""
    words: int = 0
    key: str = ""
    lines: frozenset[str] = frozenset()
    shingles: frozenset[tuple[str, ...]] = field(default=frozenset(), repr=False)

    def took(self, text: str) -> bool:
        """Tell whether a block of words is in the article for sure."""
        own = shingles(text)
        if own:
            return len(own & self.shingles) >= _MOSTLY * len(own)
        key = letters(text)
        return len(key) >= _LONG_KEY and key in self.key

    def may_have(self, text: str) -> bool:
        """Tell whether a short block is a line of it, as others may be too."""
        return letters(text) in self.lines


def shingles(text: str) -> frozenset[tuple[str, ...]]:
    """Give every run of four words."""
    words = _TOKEN.findall(text.casefold())
    return frozenset(zip(*(words[at:] for at in range(_SHINGLE)), strict=False))


def extract(root: Element, url: str) -> Extract:
    """Ask trafilatura; an empty extract where it finds nothing."""
    # imported here: half a second that plain text never needs
    from trafilatura import bare_extraction  # noqa: PLC0415

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)  # we say it ourselves
    logging.getLogger("htmldate").setLevel(logging.CRITICAL)
    found = bare_extraction(
        root,
        url=url or None,
        include_comments=False,
        include_tables=True,
        with_metadata=True,
        # A date that is guessed from any digits on the page is worse than none.
        date_extraction_params={"extensive_search": False, "original_date": True},
    )
    if found is None or isinstance(found, dict):
        return Extract()
    text = found.text or ""
    return Extract(
        title=_longer(found.title or "", root),
        authors=tuple(name.strip() for name in (found.author or "").split(";")),
        published=found.date or "",
        site=found.sitename or found.hostname or "",
        description=found.description or "",
        image=found.image or "",
        words=len(text.split()),
        key=letters(text),
        lines=frozenset(letters(line) for line in text.splitlines()),
        shingles=shingles(text),
    )


def _longer(title: str, root: Element) -> str:
    """Prefer the page's own title where what was found may be the site's name."""
    own = next((" ".join((e.text or "").split()) for e in root.iter("title")), "")
    return own if letters(title) and letters(own).endswith(letters(title)) else title
