"""The guard: which addresses a link may reach, judged on the very one that is dialled.

Whoever wrote a page chooses where its links and redirects lead; without a guard they
could lead into the listener's own network: a router, a printer, a cloud's passwords.
"""

import ipaddress
import queue
import socket
import threading
import time
from typing import NamedTuple

from narrate.read.link.refusal import LinkError


class Address(NamedTuple):
    """Where a connection goes, as the system's resolver answered."""

    family: socket.AddressFamily
    socket_address: tuple[str | int, ...] | tuple[int, bytes]


_GLOBAL_IPV6 = ipaddress.ip_network("2000::/3")
"""All that is handed out. Outside lie ::127.0.0.1, ::ffff:127.0.0.1, 64:ff9b::/96 and
others that hold an IPv4 address, besides what is local or multicast."""

_NEVER = tuple(
    ipaddress.ip_network(network)
    for network in (
        "192.0.0.0/24",  # protocols' own; one cloud answers secrets at 192.0.0.192
        "192.88.99.0/24",  # relays of 6to4
        "168.63.129.16/32",  # inside Azure, its host
        "2001::/23",  # Teredo, with an IPv4 address inside, and other protocols
        "2002::/16",  # 6to4, with an IPv4 address inside
        "3fff::/20",  # documentation
    )
)  # newer Pythons count most of these as not global; we don't wait for them


def is_public(address: str) -> bool:
    """Tell whether anyone on the internet reaches the same machine there."""
    try:
        ip = ipaddress.ip_address(address)
    except ValueError:
        return False
    if ip.version == 6 and ip not in _GLOBAL_IPV6:  # noqa: PLR2004 - IP's own number
        return False
    if ip.is_multicast or not ip.is_global:
        return False
    return not any(ip in network for network in _NEVER)


def connect(
    host: str, port: int, *, allow_private: bool, seconds: float
) -> socket.socket:
    """Look a host up once, judge every answer, and dial one of those answers.

    Raises LinkError for a private address, OSError if nobody answers in time.
    """
    until = time.monotonic() + seconds
    addresses = look_up(host, port, seconds)
    if not allow_private:
        for address in addresses:
            _refuse_private(host, str(address.socket_address[0]))
    trouble: OSError = TimeoutError()
    for tried, address in enumerate(addresses):
        # An address that keeps silent must leave time for the next: many hosts name
        # one by IPv6 first, which some networks can't reach.
        share = (until - time.monotonic()) / (len(addresses) - tried)
        try:
            return dial(address, max(share, 0.001))
        except OSError as error:
            trouble = error
    raise trouble


def look_up(host: str, port: int, seconds: float) -> list[Address]:
    """Ask the system for a host's addresses, but not for longer than told."""
    answers: queue.SimpleQueue[list[Address] | OSError] = queue.SimpleQueue()

    def ask() -> None:
        try:
            found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
            answers.put([Address(family, where) for family, *_, where in found])
        except OSError as error:
            answers.put(error)
        except UnicodeError:  # a label too long to be a name
            answers.put(socket.gaierror(socket.EAI_NONAME, "no such name"))

    # The system's own call can't be told to stop, and may take minutes.
    threading.Thread(target=ask, name="look up", daemon=True).start()
    try:
        answer = answers.get(timeout=max(seconds, 0.001))
    except queue.Empty:
        raise TimeoutError from None
    if isinstance(answer, OSError):
        raise answer
    return answer


def dial(address: Address, seconds: float) -> socket.socket:
    """Open a connection to an address: no name is looked up on the way."""
    line = socket.socket(address.family, socket.SOCK_STREAM)
    try:
        line.settimeout(seconds)
        line.connect(address.socket_address)
    except BaseException:
        line.close()
        raise
    return line


def _refuse_private(host: str, address: str) -> None:
    if is_public(address):
        return
    is_at = "is" if host == address else f"is at {address},"
    raise LinkError(
        f"{is_at} an address inside a private network",
        "Give --allow-private if you trust it",
    )
