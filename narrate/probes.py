"""Check what has an address: fetch it as a player would, under the guard of links."""

import ssl
import tempfile
import threading
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import replace
from pathlib import Path

from narrate import __version__
from narrate.check.base import Report, worst_first
from narrate.check.feed.addresses import host_of
from narrate.check.feed.parse import MOST_BYTES as MOST_FEED_BYTES
from narrate.check.served.base import Answer
from narrate.check.served.lint import NEWEST, check_served_feed, findings_of_file
from narrate.errors import CheckError
from narrate.read.link.answer import Answer as Sent
from narrate.read.link.refusal import LinkError, check_link, shown

LONGEST_S = 20.0
"""For each question, its redirects and every byte of the answer."""

LONGEST_FETCH_S = 600.0
"""For the feed or MP3 itself, however slowly it drips."""

MOST_BYTES = 2_000_000_000
"""Of an MP3: sixty hours."""

_CONNECT_S = 10.0
_MOST_HOPS = 10  # more than any player follows, so that they can be counted
_OK = 200
_HEADERS = {
    "User-Agent": f"narrate/{__version__} (checks a podcast for its publisher)",
    "Accept": "*/*",
    "Accept-Encoding": "identity",  # lengths and ranges count the file's own bytes
}
_PACKED = {"Accept-Encoding": "gzip, deflate"}
_PATIENCE = 3  # times that a host may keep silent before it is asked no more
_PRIVATE = "--allow-private"
_LOOKED_AT = 2_000  # bytes that tell what a file is


def is_address(target: str) -> bool:
    """Tell whether what is to be checked is a link, not a file."""
    return target.strip().lower().startswith(("http://", "https://"))


def check_address(
    url: str,
    *,
    of_mp3: Callable[[Path, str], Report],
    newest: int = NEWEST,
    allow_private: bool = False,
) -> Report:
    """Fetch a feed or an MP3, check it, and check how it is handed out.

    Raises CheckError where it can't be fetched.
    """
    link = url.strip()
    prober = Prober(allow_private=allow_private)
    with tempfile.TemporaryDirectory(prefix="narrate-check-") as folder:
        path = Path(folder, "fetched")
        got = prober.fetch(link, path)
        if is_markup(path):
            return check_served_feed(path, link, got, prober, newest=newest)
        report = of_mp3(path, link)
        size = path.stat().st_size
    served = findings_of_file(link, prober, size_bytes=size)
    findings = worst_first((*report.findings, *served))
    return replace(report, findings=findings)


def is_markup(path: Path) -> bool:
    """Tell whether a file is a feed, or a page in its stead, not a sound."""
    with path.open("rb") as file:
        return looks_like_markup(file.read(_LOOKED_AT))


def looks_like_markup(start: bytes) -> bool:
    """Tell by a file's first bytes whether it is XML or HTML."""
    if start[:3] == b"ID3":  # a tag may hold XML
        return False
    plain = start.replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xfe\xff \t\r\n")
    return plain.startswith(b"<") or b"<?xml" in plain or b"<rss" in plain


class Prober:
    """Asks what a check wants to know; a host that keeps silent is soon left alone."""

    def __init__(self, *, allow_private: bool) -> None:
        self._allow_private = allow_private
        self._silent: Counter[str] = Counter()
        self._lock = threading.Lock()
        self._trusted: ssl.SSLContext | None = None

    def __call__(
        self,
        url: str,
        *,
        method: str = "GET",
        headers: Mapping[str, str] | None = None,
        most_bytes: int = 0,
    ) -> Answer:
        """Ask for an address; whatever goes wrong is the answer's `trouble`."""
        host = host_of(url)
        with self._lock:
            if self._silent[host] >= _PATIENCE:
                said = f"was not asked for: {shown(host)} kept silent {_PATIENCE} times"
                return Answer(url, trouble=said)
        try:
            with self._sent(url, method, headers or {}, LONGEST_S) as (at, hops, sent):
                data = _some(sent, most_bytes)
                return Answer(at, sent.status, _plain(sent), hops, data)
        except LinkError as error:
            if error.away:
                with self._lock:
                    self._silent[host] += 1
            return Answer(url, trouble=_words(error))

    def fetch(self, url: str, path: Path) -> Answer:
        """Fetch a whole file, unpacked. Raises CheckError."""
        name = shown(url)
        try:
            with self._sent(url, "GET", _PACKED, LONGEST_FETCH_S) as (at, hops, sent):
                answer = Answer(at, sent.status, _plain(sent), hops)
                if sent.status != _OK:
                    raise CheckError(name, answer.words, "Check the address")
                _save(sent, path, name)
                return answer
        except LinkError as error:
            remedy = "Check the address, or try again later"
            raise CheckError(name, _words(error), remedy) from error

    @contextmanager
    def _sent(
        self, url: str, method: str, headers: Mapping[str, str], seconds: float
    ) -> Iterator[tuple[str, int, Sent]]:
        """Follow an address to its end: where that is, after how many redirects."""
        # 0.1 s of imports that only links need.
        from narrate.read.link.wire import Limits, Web, spell, trust  # noqa: PLC0415

        limits = Limits(seconds, _CONNECT_S, self._allow_private)
        self._trusted = self._trusted or trust()
        with closing(Web(limits, self._trusted)) as web:
            base, at = "", url
            for hops in range(_MOST_HOPS + 1):
                at = spell(at, base)
                check_link(at)
                with web.ask(at, {**_HEADERS, **headers}, method) as sent:
                    if not sent.leads_to:
                        yield at, hops, sent
                        return
                    base, at = at, sent.leads_to
        raise LinkError(f"leads from one address to another {_MOST_HOPS} times", "")


def _some(sent: Sent, most_bytes: int) -> bytes:
    """Read no more of an answer than is wanted; the connection ends with it."""
    data = bytearray()
    if most_bytes:
        for piece in sent.chunks:
            data += piece
            if len(data) >= most_bytes:
                break
    return bytes(data[:most_bytes])


def _save(sent: Sent, path: Path, name: str) -> None:
    """Write what is sent into a file, as far as any feed or MP3 goes."""
    written, most = 0, MOST_BYTES
    with path.open("wb") as file:
        for piece in sent.pieces():
            if not written and looks_like_markup(piece[:_LOOKED_AT]):
                most = MOST_FEED_BYTES
            written += len(piece)
            if written > most:
                size = f"{most // 1_000_000} MB"
                raise CheckError(name, f"is larger than {size}", "Give another file")
            try:
                file.write(piece)
            except OSError as error:  # the wire would take it for its own
                trouble = f"can't be kept here: {error.strerror}"
                raise CheckError(name, trouble, "Free some room") from error


def _plain(sent: Sent) -> dict[str, str]:
    return {name.lower(): value for name, value in sent.headers.items()}


def _words(error: LinkError) -> str:
    leave = f" (give {_PRIVATE} if you trust it)" if _PRIVATE in error.remedy else ""
    return f"{error.trouble}{leave}"
