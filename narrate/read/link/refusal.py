"""Every reason not to read a link, in words that say what to do next."""

import re
from urllib.parse import urlsplit

BY_HAND = "Open it in a browser, save the article's text to a file, and give that"
LATER = "Try again in a few minutes"
SPELLING = "Check the link's spelling"

KINDS = frozenset({
    "",  # no kind was named: the bytes will tell
    "application/atom+xml",
    "application/epub+zip",
    "application/octet-stream",
    "application/pdf",
    "application/rss+xml",
    "application/rtf",
    "application/vnd.oasis.opendocument.text",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "application/xhtml+xml",
    "application/xml",
    "text/html",
    "text/markdown",
    "text/plain",
    "text/rtf",
    "text/xml",
})  # fmt: skip
"""Media types that may hold an article; whether one does is for others to say."""

_CALLED = {"image": "a picture", "video": "a video", "audio": "a recording"}

_STATUSES = {
    401: ("the site asks for a name and a password", BY_HAND),
    402: ("the site asks for payment", BY_HAND),
    403: ("the site does not let narrate in", BY_HAND),
    404: ("the site says the page is not there", SPELLING),
    410: ("the site says the page is gone for good", "Look for it elsewhere"),
    429: ("the site says that it was asked too often", LATER),
    451: ("the site may not show it, for legal reasons", "Look for it elsewhere"),
}
_TOO_OFTEN = 429
_SERVER_TROUBLE = range(500, 600)
_LONGEST_SHOWN = 200  # characters of a link: more would bury the sentence


class LinkError(Exception):
    """A link is not read; the door adds whose link it was."""

    def __init__(self, trouble: str, remedy: str, *, away: bool = False) -> None:
        super().__init__(trouble, remedy)
        self.trouble, self.remedy = trouble, remedy
        self.away = away
        """Only for now, so that a copy from before may stand in."""


def shown(url: str) -> str:
    """Spell a link for a message: no password, no control characters, not endless."""
    bare = re.sub(r"//[^/?#]*@", "//", url)
    plain = "".join(mark if mark.isprintable() else "�" for mark in bare)
    return plain if len(plain) <= _LONGEST_SHOWN else plain[:_LONGEST_SHOWN] + "…"


def check_link(url: str) -> None:
    """Raise LinkError unless the link may be asked for."""
    try:
        parts = urlsplit(url)
        parts.port  # noqa: B018 - raises where it is no port
    except ValueError:
        raise LinkError("is not a link that can be understood", SPELLING) from None
    if parts.scheme not in {"http", "https"} or not parts.hostname:
        raise LinkError(
            "is not a link to a web page: those begin with http:// or https://",
            SPELLING,
        )
    if "@" in parts.netloc:
        # It would be sent to whoever holds the host after the @, and a link such as
        # http://your.bank@elsewhere.example/ is made to mislead.
        raise LinkError(
            "holds a user name or a password, and narrate sends none",
            "Give the link without what stands before the @",
        )


def check_status(status: int) -> None:
    """Raise LinkError unless the answer is a whole page."""
    if status == 200:  # noqa: PLR2004 - HTTP's own number
        return
    if status in _SERVER_TROUBLE:
        words, remedy = "the site has trouble of its own", LATER
    else:
        words, remedy = _STATUSES.get(status, ("the site sent no page", BY_HAND))
    raise LinkError(
        f"can't be read: {words} ({status})",
        remedy,
        away=status == _TOO_OFTEN or status in _SERVER_TROUBLE,
    )


def check_kind(media_type: str) -> None:
    """Raise LinkError for what can't hold an article."""
    if media_type in KINDS:
        return
    called = _CALLED.get(media_type.partition("/")[0], "of another kind")
    raise LinkError(
        f"is {called} ({media_type}), not an article",
        "Give the link of a page with text, or of a PDF, EPUB or Word file",
    )
