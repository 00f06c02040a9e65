"""A website on this machine, for tests: pages that answer well, badly or never."""

import contextlib
import ssl
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from email.message import Message
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

Page = Callable[[BaseHTTPRequestHandler], None]


@dataclass
class Website:
    port: int = 0
    pages: dict[str, Page] = field(default_factory=dict)
    asked: list[tuple[str, Message]] = field(default_factory=list)
    """Each request: its path and its headers."""

    sent: int = 0
    """Bytes of the endless pages that went out."""

    closed: threading.Event = field(default_factory=threading.Event)

    def url(self, path: str = "/", host: str = "127.0.0.1") -> str:
        return f"http://{host}:{self.port}{path}"

    def page(
        self, path: str, body: bytes = b"Hi.", status: int = 200, **headers: str
    ) -> str:
        """Put up a page; an underscore in a header's name stands for a hyphen."""

        def answer(request: BaseHTTPRequestHandler) -> None:
            self.head(request, status, **headers)
            if request.command != "HEAD":
                request.wfile.write(body)

        self.pages[path] = answer
        return self.url(path)

    def redirect(
        self, path: str, target: str, status: int = 302, **headers: str
    ) -> str:
        return self.page(path, b"", status, Location=target, **headers)

    def head(
        self, request: BaseHTTPRequestHandler, status: int, **headers: str
    ) -> None:
        request.send_response(status)
        for name, value in headers.items():
            request.send_header(name.replace("_", "-"), value)
        request.end_headers()

    def raw(self, path: str, *parts: bytes, pause_s: float = 0) -> str:
        """Put up an answer that is sent as it stands, part by part."""

        def answer(request: BaseHTTPRequestHandler) -> None:
            for part in parts:
                request.wfile.write(part)
                self.sent += len(part)
                if pause_s:
                    self.closed.wait(pause_s)

        self.pages[path] = answer
        return self.url(path)


class _Server(ThreadingHTTPServer):
    site: Website

    def handle_error(self, *_: object) -> None:
        """Keep quiet: a reader who leaves early is what the tests are about."""


class _Handler(BaseHTTPRequestHandler):
    server: _Server

    def do_GET(self) -> None:
        site = self.server.site
        site.asked.append((self.path, self.headers))
        with contextlib.suppress(OSError):
            site.pages[self.path](self)

    def do_HEAD(self) -> None:
        self.do_GET()

    def log_message(self, *_: object) -> None:
        pass


@contextmanager
def open_website(certificate: Path | None = None) -> Iterator[Website]:
    """Serve on loopback, over TLS if there is a certificate, until the block ends."""
    server = _Server(("127.0.0.1", 0), _Handler)
    server.site = Website(server.server_address[1])
    if certificate:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(certificate)
        server.socket = context.wrap_socket(server.socket, server_side=True)
    thread = threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True)
    thread.start()
    try:
        yield server.site
    finally:
        server.site.closed.set()
        server.shutdown()
        server.server_close()
        thread.join()
