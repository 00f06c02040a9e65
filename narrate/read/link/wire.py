"""The wire: the only file that talks to the network, under a guard and a clock."""

import socket
import ssl
import time
import zlib
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field

import httpcore
import httpx

import narrate
from narrate.read.link.answer import Answer
from narrate.read.link.guard import connect
from narrate.read.link.refusal import BY_HAND, LATER, SPELLING, LinkError

_HEADERS = {
    "User-Agent": f"narrate/{narrate.__version__} (reads one page for one listener)",
    "Accept": "text/html, application/xhtml+xml, text/*;q=0.9, */*;q=0.8",
    "Accept-Encoding": "gzip, deflate",  # what answer.py can stop half-way
    "Connection": "close",
}


@dataclass(frozen=True, slots=True)
class Limits:
    """How long, and how far."""

    whole_s: float
    """For all of it, redirects too, counted from now."""

    connect_s: float
    """For the host to be found and to pick up."""

    allow_private: bool
    """Whether the listener's own network may be reached."""

    started_s: float = field(default_factory=time.monotonic)
    """On the monotonic clock."""

    def left_s(self) -> float:
        """Give the time that is left. Raises TimeoutError when there is none."""
        left = self.started_s + self.whole_s - time.monotonic()
        if left <= 0:
            raise TimeoutError
        return left


class _Stream(httpcore.NetworkStream):
    """One connection; no wait on it outlasts the limit, however little drips in.

    httpcore's own streams count each read anew, so that a byte now and then would
    hold us for ever, in the headers as well as in the page.
    """

    def __init__(self, line: socket.socket, limits: Limits) -> None:
        self._line, self._limits = line, limits

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        del timeout
        self._line.settimeout(self._limits.left_s())
        return self._line.recv(max_bytes)

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        del timeout
        self._line.settimeout(self._limits.left_s())
        self._line.sendall(buffer)

    def start_tls(
        self,
        ssl_context: ssl.SSLContext,
        server_hostname: str | None = None,  # the link's own host, not the address
        timeout: float | None = None,
    ) -> httpcore.NetworkStream:
        del timeout
        try:
            self._line.settimeout(min(self._limits.connect_s, self._limits.left_s()))
            line = ssl_context.wrap_socket(self._line, server_hostname=server_hostname)
        except BaseException:
            self.close()
            raise
        return _Stream(line, self._limits)

    def close(self) -> None:
        self._line.close()


class _Backend(httpcore.NetworkBackend):
    """Connects as the guard allows, at each step of the way."""

    def __init__(self, limits: Limits) -> None:
        self._limits = limits

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[httpcore.SOCKET_OPTION] | None = None,
    ) -> httpcore.NetworkStream:
        del timeout, local_address, socket_options
        seconds = min(self._limits.connect_s, self._limits.left_s())
        allow_private = self._limits.allow_private
        line = connect(host, port, allow_private=allow_private, seconds=seconds)
        return _Stream(line, self._limits)


class Web:
    """One fetch: its connections, its clock, and the cookies that it is handed.

    httpx spells links and keeps cookies; httpcore connects. httpx's client is left out:
    it takes no backend, reads a redirect's page without any limit, and looks for
    proxies and passwords in the environment. A proxy would look names up out of our
    sight, so there is none.
    """

    def __init__(self, limits: Limits, trusted: ssl.SSLContext | None = None) -> None:
        self._limits = limits
        self._cookies = httpx.Cookies()  # some sites send one round in circles without
        self._pool = httpcore.ConnectionPool(
            ssl_context=trusted or trust(),
            max_keepalive_connections=0,
            network_backend=_Backend(limits),
        )

    @contextmanager
    def ask(
        self, url: str, conditions: Mapping[str, str], method: str = "GET"
    ) -> Iterator[Answer]:
        """Ask for a page; its answer holds as long as the block.

        What `conditions` names goes before our own headers. Raises LinkError for
        whatever goes wrong on the way, in the block too.
        """
        request = httpx.Request(
            method, url, headers={**_HEADERS, **conditions}, cookies=self._cookies
        )
        where = httpcore.URL(
            scheme=request.url.raw_scheme,
            host=request.url.raw_host,
            port=request.url.port,
            target=request.url.raw_path,
        )
        headers = request.headers.raw
        with (
            _explained(request.url.host, self._limits),
            self._pool.stream(method, where, headers=headers) as answer,
        ):
            # Unpacking is ours: httpx unpacks without a limit. And what is no ASCII, it
            # can't hand back in a cookie.
            plain = [
                (name, value)
                for name, value in answer.headers
                if name.lower() != b"content-encoding" and value.isascii()
            ]
            response = httpx.Response(answer.status, headers=plain, request=request)
            self._cookies.extract_cookies(response)
            yield Answer(
                answer.status,
                httpx.Headers(answer.headers),
                response.charset_encoding or "",
                answer.iter_stream(),
            )

    def close(self) -> None:
        """Let go of every connection."""
        self._pool.close()


def trust() -> ssl.SSLContext:
    """Trust what browsers trust, or what SSL_CERT_FILE or SSL_CERT_DIR names.

    An office that reads its own traffic needs those two, which httpx looks up. It
    takes 27 ms, so who asks often keeps it.
    """
    try:
        return httpx.create_ssl_context()
    except OSError as error:
        raise LinkError(
            "can't be asked for: SSL_CERT_FILE names no certificates",
            "Correct or unset that variable",
        ) from error


def spell(url: str, base: str = "") -> str:
    """Spell a link as it is asked for: whole, escaped, without its #fragment."""
    try:
        whole = httpx.URL(base).join(url) if base else httpx.URL(url)
        return str(whole).partition("#")[0]
    except (httpx.InvalidURL, ValueError, UnicodeError):
        raise LinkError("is not a link that can be understood", SPELLING) from None


@contextmanager
def _explained(host: str, limits: Limits) -> Iterator[None]:
    """Turn what goes wrong on the way into words."""
    try:
        yield
    except ssl.SSLCertVerificationError as error:
        why = error.verify_message.rstrip(".")
        raise LinkError(
            f"can't be trusted: the certificate of {host} does not hold ({why})",
            BY_HAND,
        ) from error
    except ssl.SSLError as error:
        why = (error.reason or "unknown reason").replace("_", " ").lower()
        raise LinkError(
            f"can't be reached: no safe connection to {host} ({why})", BY_HAND
        ) from error
    except OSError as error:
        raise LinkError(
            f"can't be reached: {_words(error, host, limits)}",
            "Check the link and your connection, or try again later",
            away=True,
        ) from error
    except (httpcore.ProtocolError, zlib.error) as error:
        raise LinkError(
            "can't be read: what the site sent is broken or not whole",
            LATER,
            away=True,
        ) from error


def _words(error: OSError, host: str, limits: Limits) -> str:
    if isinstance(error, socket.gaierror):
        return f"no address is known for {host}"
    if isinstance(error, ConnectionRefusedError):
        return f"{host} refuses the connection"
    if isinstance(error, TimeoutError):
        if time.monotonic() >= limits.started_s + limits.whole_s:
            return f"{host} took longer than {limits.whole_s:g} seconds"
        return f"{host} did not answer within {limits.connect_s:g} seconds"
    return f"the connection to {host} failed ({error.strerror or error})"
