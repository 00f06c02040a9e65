"""Run the application at an address until it is stopped: uvicorn, told to be quiet."""

import errno
import logging
import signal
import socket
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import uvicorn

from narrate.errors import OptionError
from narrate.publish.feed.channel import Channel
from narrate.publish.serve.app import application
from narrate.publish.serve.greeting import Address, greeting
from narrate.publish.serve.hosts import is_any, is_loopback, names_for, outward

HOST = "127.0.0.1"
PORT = 8484
"""Easy to type on a phone; 8000 and 8080 are what other servers take."""

_GRACE_S = 1
"""For downloads that run while the server is stopped."""

_LAST_PORT = 65535


@dataclass(frozen=True, slots=True)
class Settings:
    """What to serve, and to whom."""

    folder: Path
    """Where the episodes are."""

    show: Channel
    """What is said of it; its base URL is what each client asks at."""

    host: str = HOST
    """The address to listen at; 0.0.0.0 and :: are all of the machine's."""

    port: int = PORT
    """0 takes a free one."""

    allowed: tuple[str, ...] = ()
    """Other names that the machine is called by."""

    verbose: bool = False
    """Tell of every request."""


def serve(
    settings: Settings,
    say: Callable[[Iterable[str]], None],
    tell: Callable[[str], None],
) -> None:
    """Serve until Ctrl-C, or the system's word to end: both are how a server ends.

    `say` gets the greeting; `tell` a line for whatever goes wrong later. Raises
    OptionError for what can't be served or listened at.
    """
    if not settings.folder.is_dir():
        wanted = "a folder of episodes; make one with: narrate build ARTICLE"
        raise OptionError("FOLDER", settings.folder, wanted)
    host = settings.host.strip("[]")
    names = names_for(host, settings.allowed)
    with _ended_quietly(), _listening(host, settings.port) as listener:
        port = listener.getsockname()[1]
        say(greeting(settings.folder, Address(outward(host), port, is_loopback(host))))
        app = application(settings.folder, settings.show, names, tell)
        config = uvicorn.Config(
            app,
            http="h11",  # the same everywhere, whatever else is installed
            loop="asyncio",
            ws="none",
            lifespan="off",
            log_config=None,
            log_level="warning",
            access_log=settings.verbose,
            proxy_headers=False,  # nobody's word for who asks, and where
            server_header=False,
            timeout_graceful_shutdown=_GRACE_S,
        )
        _log_to(tell)
        _Server(config).run(sockets=[listener])


class _Server(uvicorn.Server):
    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        """End; that a download was cut off is no fault, and not told as one."""
        logging.getLogger("uvicorn").setLevel(logging.CRITICAL)
        logging.getLogger("uvicorn.error").setLevel(logging.CRITICAL)
        await super().shutdown(sockets)


@contextmanager
def _ended_quietly() -> Iterator[None]:
    """Make both signals an ordinary end: uvicorn raises them again when it is done."""
    before = signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
    try:
        yield
    except KeyboardInterrupt:
        sys.exit(0)
    finally:
        signal.signal(signal.SIGTERM, before)


def _listening(host: str, port: int) -> socket.socket:
    """Listen, before anybody is told where."""
    if not 0 <= port <= _LAST_PORT:
        raise OptionError("--port", port, f"a number from 1 to {_LAST_PORT}")
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
        family, _, _, _, address = found[0]
        both = family == socket.AF_INET6 and is_any(host)
        both = both and socket.has_dualstack_ipv6()
        return socket.create_server(address, family=family, dualstack_ipv6=both)
    except OSError as error:
        if error.errno == errno.EADDRINUSE:
            wanted = "another one: some program listens there already"
            raise OptionError("--port", port, wanted) from error
        if error.errno == errno.EACCES:
            wanted = "one from 1024 up: the system keeps those below for itself"
            raise OptionError("--port", port, wanted) from error
        wanted = "an address of this machine, or 0.0.0.0 for all of them"
        raise OptionError("--host", host, wanted) from error


def _log_to(tell: Callable[[str], None]) -> None:
    for name in ("uvicorn", "asyncio"):
        logger = logging.getLogger(name)
        logger.handlers = [_Teller(tell)]
        logger.propagate = False
    logging.getLogger("uvicorn.access").setLevel(logging.INFO)


class _Teller(logging.Handler):
    """Tells of each fault in one line, without a traceback."""

    def __init__(self, tell: Callable[[str], None]) -> None:
        super().__init__()
        self._tell = tell

    def emit(self, record: logging.LogRecord) -> None:
        error = record.exc_info[1] if record.exc_info else None
        cause = f": {type(error).__name__}: {error}" if error else ""
        self._tell(" ".join((record.getMessage() + cause).split()))
