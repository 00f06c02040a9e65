"""Fetch a link: one page for one listener, or a sentence that says why not.

`refusal` says what is refused, `guard` which addresses are reached, `wire` talks to the
network, `answer` unpacks what it says, `pages` keeps it.
"""

import time
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from narrate.errors import ArticleError
from narrate.read.link.answer import Answer
from narrate.read.link.pages import Facts, Page, Pages
from narrate.read.link.refusal import (
    BY_HAND,
    LinkError,
    check_kind,
    check_link,
    check_status,
    shown,
)

LONGEST_S = 30.0
"""For all of a fetch: look-up, redirects and every byte, however slowly it drips."""

CONNECT_S = 10.0
"""For a host to be found and to pick up."""

MOST_BYTES = 20_000_000
"""Of a page, unpacked: as of a file."""

MOST_REDIRECTS = 5
_NOT_MODIFIED = 304


@dataclass(frozen=True, slots=True)
class Fetched:
    """A page as the server sent it."""

    url: str
    """Where it was found, after redirects."""

    data: bytes
    """Unpacked, otherwise as it came."""

    media_type: str
    """In lower case, without parameters; nothing if none was named."""

    charset: str
    """As the header names it; nothing if it names none."""

    notices: tuple[str, ...]
    """What the listener should know about it."""


def fetch(url: str, *, allow_private: bool, cache: Path) -> Fetched:
    """Read a link; a copy is kept in the cache's folder `pages`.

    The server is always asked. A copy is used where the server says that it still
    holds, or, with a notice, where the server can't be reached just now.

    Raises ArticleError, which names the link and says what to do.
    """
    link = url.strip().partition("#")[0]
    pages = Pages(cache)
    kept = pages.get(link)
    notices: tuple[str, ...] = ()
    try:
        page = _follow(link, kept, allow_private=allow_private)
    except LinkError as error:
        told = ArticleError(shown(link), error.trouble, error.remedy)
        if kept is None or not error.away:
            raise told from error
        page = kept
        day = time.strftime("%d %B %Y", time.localtime(page.facts.taken_s)).lstrip("0")
        notices = (f"{told.name} {told.trouble}: its copy of {day} is read instead.",)
    if page is not kept:
        pages.put(link, page)
    facts = page.facts
    return Fetched(facts.url, page.data, facts.media_type, facts.charset, notices)


def _follow(link: str, kept: Page | None, *, allow_private: bool) -> Page:
    """Go where the link leads, and judge each step as if it were the first."""
    # 0.1 s of imports that only links need.
    from narrate.read.link.wire import Limits, Web, spell  # noqa: PLC0415

    with closing(Web(Limits(LONGEST_S, CONNECT_S, allow_private))) as web:
        base, at = "", link
        for step in range(MOST_REDIRECTS + 1):
            try:
                at = spell(at, base)
                check_link(at)
                asked = _conditions(kept, at)
                with web.ask(at, asked) as answer:
                    if kept and asked and answer.status == _NOT_MODIFIED:
                        return kept
                    if not answer.leads_to:
                        return _take(at, answer)
                    base, at = at, answer.leads_to
            except LinkError as error:
                which = f"leads to {shown(at)}, which " if step else ""
                raise LinkError(
                    which + error.trouble, error.remedy, away=error.away
                ) from error
    raise LinkError(
        f"leads from one address to another more than {MOST_REDIRECTS} times", BY_HAND
    )


def _conditions(kept: Page | None, at: str) -> dict[str, str]:
    """Name the version that is kept; only to the address that it came from.

    Elsewhere the same name may stand for another page.
    """
    if kept is None or kept.facts.url != at:
        return {}
    told = {
        "If-None-Match": kept.facts.etag,
        "If-Modified-Since": kept.facts.last_modified,
    }
    # What is no ASCII can't be sent back in a header.
    return {name: value for name, value in told.items() if value and value.isascii()}


def _take(at: str, answer: Answer) -> Page:
    check_status(answer.status)
    check_kind(answer.media_type)
    facts = Facts(
        url=at,
        media_type=answer.media_type,
        charset=answer.charset,
        etag=answer.headers.get("etag", ""),
        last_modified=answer.headers.get("last-modified", ""),
        taken_s=time.time(),
    )
    private = "no-store" in answer.headers.get("cache-control", "").lower()
    return Page(facts, answer.read(MOST_BYTES), may_keep=not private)
