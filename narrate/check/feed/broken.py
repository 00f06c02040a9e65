"""What makes a feed unreadable, in words for those who never saw XML."""

import re
from collections.abc import Iterator
from pathlib import Path

from narrate.check.base import Severity
from narrate.check.feed.base import Broken, Example, Feed, FeedRule, Find, rule, shown
from narrate.check.feed.sources import APPLE_TAGS, XML
from narrate.check.rule import Hit

_MOST_APPS = (
    "Most apps can't read it: nobody can subscribe with them, and who has subscribed"
    " gets no new episode."
)

_KINDS = {
    "ERR_INVALID_CHAR": ("xml-control-character", "A control character is in the text"),
    "ERR_NAME_REQUIRED": ("xml-ampersand", "An & or < stands alone in the text"),
    "ERR_ENTITYREF_SEMICOL_MISSING": ("xml-ampersand", "An & stands alone in the text"),
    "ERR_UNDECLARED_ENTITY": (
        "xml-named-character",
        "A character is written by a name that XML does not know, such as &nbsp;",
    ),
    "ERR_INVALID_ENCODING": (
        "xml-letters",
        "Some letters are not written in the way that the feed says it uses",
    ),
    "ERR_UNSUPPORTED_ENCODING": (
        "xml-letters",
        "The way that the feed says its letters are written has an unknown name",
    ),
    "NS_ERR_UNDEFINED_NAMESPACE": (
        "xml-prefix",
        "A prefix is used that the feed does not declare",
    ),
}
_NEARBY_BYTES = 4_000
_PREFIX = re.compile(r"Namespace prefix (\S{1,40})")


def why_broken(kind: str, message: str, line: int, path: Path) -> Broken:
    """Say why the parser stopped: `kind` and `message` are its own words."""
    with path.open("rb") as file:
        start = file.read(_NEARBY_BYTES).removeprefix(b"\xef\xbb\xbf")
    if not start.strip():
        return Broken("xml-none", "The file is empty.")
    if _is_page(start):
        return Broken("xml-none", "This is a web page, not a feed.")
    if not start.lstrip().startswith((b"<", b"\xff\xfe", b"\xfe\xff")):
        if b"<?xml" in start:
            return Broken("xml-late", "There is text before the feed begins.", 1)
        return Broken("xml-none", "This is no feed: it does not begin with “<”.")
    if (
        b"<?xml" in start
        and not start.startswith(b"<?xml")
        and line <= 1 + start.count(b"\n", 0, start.find(b"<?xml"))
    ):
        return Broken("xml-late", "There are empty lines or spaces before “<?xml”.", 1)
    rule, what = _KINDS.get(kind, ("xml-broken", ""))
    prefix = _PREFIX.match(message)
    if rule == "xml-prefix" and prefix:
        what = f"The prefix “{prefix[1]}:” is used, but the feed does not declare it"
    if not what:
        plain = re.sub(r", line \d+, column \d+.*", "", message)
        what = f"The XML is broken ({shown(plain, 120)})"
    return Broken(rule, f"{what}: nothing behind line {line} was checked.", line)


def too_large(size_bytes: int, most_bytes: int) -> Broken:
    """Say that a feed is larger than is read."""
    size, most = size_bytes // 1_000_000, most_bytes // 1_000_000
    what = f"The feed has {size} MB; narrate reads no more than {most}."
    return Broken("feed-too-large", what)


def _is_page(start: bytes) -> bool:
    return re.match(rb"(?i)\s*<(?:!doctype html|html)\b", start) is not None


def _told(kind: str) -> Find:
    def find(feed: Feed) -> Iterator[Hit]:
        if feed.broken is not None and feed.broken.kind == kind:
            line = feed.broken.line
            yield Hit(feed.broken.what, f"line {line}" if line else "")

    return find


def _stop(name: str, fix: str, *examples: Example, source: str = XML) -> FeedRule:
    """Make a rule of what stops the parser."""
    return rule(name, Severity.ERROR, source, _told(name), _MOST_APPS, fix, examples)


RULES = (
    _stop(
        "xml-none",
        "Give the address of the feed itself; it often ends in .xml, .rss or /feed.",
        Example('<?xml version="1.0" encoding="UTF-8"?>', "<!DOCTYPE html><html><p>"),
        Example('<?xml version="1.0" encoding="UTF-8"?>\n<rss', "{}"),
    ),
    _stop(
        "xml-late",
        "Delete all that stands before “<?xml”; in WordPress it often comes from an"
        " empty line at the end of a theme's or plugin's file.",
        Example("<?xml", "\n<?xml"),
        Example("<?xml", "Warning: deprecated <?xml"),
    ),
    _stop(
        "xml-control-character",
        "Delete the invisible character there; it often comes from a text that was"
        " copied out of a word processor or a PDF.",
        Example("Talks in March", "Talks\x0b in March"),
        Example("Talks in March", "Talks&#3; in March"),
    ),
    _stop(
        "xml-ampersand",
        "Write &amp; for & and &lt; for <, or put the text into <![CDATA[ ... ]]>.",
        Example("Talks in March", "Talks & More"),
        Example("Talks in March", "Talks &more in March"),
    ),
    _stop(
        "xml-named-character",
        "Write the character itself, or its number: &#160; for &nbsp;.",
        Example("Talks in March", "Talks&nbsp;in March"),
    ),
    _stop(
        "xml-letters",
        "Save the feed as UTF-8, and let its first line say so.",
        Example("Talks in March", "Talks \udcff in March"),
        Example('encoding="UTF-8"', 'encoding="klingon"'),
    ),
    _stop(
        "xml-prefix",
        "Declare it in the <rss> tag, as in"
        ' xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd".',
        Example('xmlns:podcast="https://podcastindex.org/namespace/1.0"', ""),
    ),
    _stop(
        "xml-broken",
        "Look at the line, or make the feed anew with the program that wrote it.",
        Example("</channel>", ""),
        Example("<title>Talks in March</title>", "<title>Talks in March"),
    ),
    _stop(
        "xml-entities",
        "Delete the <!DOCTYPE ...> at its beginning: apps refuse it too, as it is a"
        " well-known way to attack them.",
        Example("<rss ", '<!DOCTYPE rss [<!ENTITY a "aaaa">]>\n<rss '),
    ),
    rule(
        "feed-too-large",
        Severity.ERROR,
        APPLE_TAGS,
        _told("feed-too-large"),
        "Phones fetch the whole feed each time they look for a new episode; many"
        " give up on one of this size.",
        "Keep the newest episodes in the feed, with shorter notes.",
        (),
    ),
)
"""Rules for what stops the parser; where one is broken, no other is asked."""
