"""Whose requests are answered: those that call this machine by a name of its own.

A page on the web can point a name of its own at 127.0.0.1 and let the listener's
browser read everything here as if it came from that page (DNS rebinding): its requests
carry that name as their Host, and are refused.
"""

import ipaddress
import re
import socket
from collections.abc import Iterable
from contextlib import suppress

from narrate.errors import OptionError

LOOPBACK = frozenset({"localhost", "127.0.0.1", "[::1]"})
"""Names that lead to this machine and nowhere else, written as in a Host."""

# RFC 3986: an IPv6 address in brackets, or a name; a port. ASCII only.
_HOST = re.compile(
    r"(\[[0-9a-f:.]{2,45}\]|[a-z0-9._-]{1,253})(:[0-9]{1,5})?",
    re.ASCII | re.IGNORECASE,
)


def called(header: str) -> tuple[str, str]:
    """Split a Host header into the name and the base URL that the client asked at.

    Both are empty where it is none.

    >>> called("LocalHost:8484")
    ('localhost', 'http://localhost:8484')
    """
    found = _HOST.fullmatch(header)
    if not found:
        return "", ""
    return found[1].lower().removesuffix("."), f"http://{found[0].lower()}"


def is_ours(name: str, names: frozenset[str], arrived_at: str) -> bool:
    """Tell whether a request is meant for us.

    `arrived_at` is our end of the connection: whoever calls us by that very address
    was not led here by a name.
    """
    return name in names or (name != "" and name == literal(arrived_at))


def literal(address: str) -> str:
    """Write an IP address as in a Host; nothing for what is no address.

    >>> literal("fe80::1"), literal("::ffff:192.168.1.5"), literal("example.org")
    ('[fe80::1]', '192.168.1.5', '')
    """
    try:
        known = ipaddress.ip_address(address.partition("%")[0].strip("[]"))
    except ValueError:
        return ""
    if isinstance(known, ipaddress.IPv4Address):
        return str(known)
    return str(known.ipv4_mapped or f"[{known}]")


def names_for(host: str, more: Iterable[str]) -> frozenset[str]:
    """List the names that we are called by, if we listen at `host`.

    Raises OptionError for one that is no name.
    """
    names = {*LOOPBACK, literal(host) or host.lower(), *map(_named, more)}
    if not is_loopback(host):
        own = socket.gethostname().lower()
        names |= {own, f"{own.partition('.')[0]}.local"}  # as multicast DNS names us
    return frozenset(names)


def _named(name: str) -> str:
    bare = literal(name) or name.lower()
    if not bare or called(bare)[0] != bare:
        wanted = "a machine's name or address, without http:// and port"
        raise OptionError("--allow-host", repr(name), wanted)
    return bare


def is_loopback(host: str) -> bool:
    """Tell an address that only this machine reaches."""
    name = literal(host).strip("[]")
    return host.lower() == "localhost" or (
        name != "" and ipaddress.ip_address(name).is_loopback
    )


def is_any(host: str) -> bool:
    """Tell an address that stands for all of the machine's."""
    name = literal(host).strip("[]")
    return name != "" and ipaddress.ip_address(name).is_unspecified


def outward(host: str) -> str:
    """Give the address that others in the network reach us at, as in a Host.

    Nothing is sent: the system only tells which of its addresses it would send from.
    """
    if not is_any(host):
        return literal(host) or host.lower()
    far = ("192.0.2.1", "2001:db8::1")  # addresses of nobody (RFC 5737, RFC 3849)
    for family, address in zip((socket.AF_INET, socket.AF_INET6), far, strict=True):
        with suppress(OSError), socket.socket(family, socket.SOCK_DGRAM) as probe:
            probe.connect((address, 9))
            return literal(probe.getsockname()[0])
    return socket.gethostname().lower()
