"""The addresses that a feed gives: whole, safe, in plain letters, and public."""

import ipaddress
import re
from collections.abc import Iterator

from narrate.check.base import Severity
from narrate.check.feed.base import (
    Example,
    Feed,
    Tags,
    of_all,
    rule,
    shown,
)
from narrate.check.feed.sources import APPLE, PROFILE
from narrate.check.rule import Hit

_PLAIN = re.compile(r"[A-Za-z0-9:/?#\[\]@!$&'()*+,;=.~_%-]*")
_WHOLE = re.compile(r"(?i)https?://(?:[^/?#@]*@)?(\[[^]/?#]+\]|[^/?#:\[\]]+)")
_LONGEST = 100  # characters of a URL in a message

_ATTRIBUTES = (
    ("enclosure", "url"),
    ("itunes:image", "href"),
    ("podcast:transcript", "url"),
    ("podcast:chapters", "url"),
    ("atom:link", "href"),
)


def addresses(tags: Tags) -> Iterator[tuple[str, str]]:
    """Yield each address that players ask for, with the name of its element."""
    for name, attribute in _ATTRIBUTES:
        for tag in tags.all(name):
            address = tag.attributes.get(attribute, "").strip()
            if address:
                yield name, address


def host_of(address: str) -> str:
    """Give the host of a whole address, in small letters; "" if it is none."""
    found = _WHOLE.match(address)
    return found[1].strip("[]").lower() if found else ""


def is_whole(address: str) -> bool:
    """Tell whether an address begins with http(s):// and a host."""
    return _WHOLE.match(address) is not None


def is_near(address: str) -> bool:
    """Tell whether an address leads to this machine or its own network."""
    host = host_of(address)
    if host == "localhost" or host.endswith((".localhost", ".local", ".lan")):
        return True
    try:
        return not ipaddress.ip_address(host).is_global
    except ValueError:
        return False


def _relative(tags: Tags, feed: Feed) -> Iterator[str]:
    del feed
    links = [("link", tags.text("link"))] if tags.text("link") else []
    for name, address in [*addresses(tags), *links]:
        if not is_whole(address):
            yield f"The address in <{name}> is not whole: “{shown(address, _LONGEST)}”."


def _unsafe(tags: Tags, feed: Feed) -> Iterator[str]:
    del feed
    for name, address in addresses(tags):
        if address[:7].lower() == "http://" and not is_near(address):
            where = shown(address, _LONGEST)
            yield f"The address in <{name}> begins with http://: “{where}”."


def _strange(tags: Tags, feed: Feed) -> Iterator[str]:
    del feed
    for name, address in addresses(tags):
        if not _PLAIN.fullmatch(address):
            where = shown(address, _LONGEST)
            yield f"The address in <{name}> has letters that no address may: “{where}”."


def _near(feed: Feed) -> Iterator[Hit]:
    every = [feed.channel, *(each.tags for each in feed.episodes)]
    near = {host_of(at) for tags in every for _, at in addresses(tags) if is_near(at)}
    if near:
        hosts = ", ".join(shown(host) for host in sorted(near)[:3])
        yield Hit(f"Addresses in the feed lead into your own network: {hosts}.")


RULES = (
    rule(
        "address-relative",
        Severity.ERROR,
        PROFILE,
        of_all(_relative),
        "A podcast app has no page to start from: it can't find what is meant.",
        "Write the whole address, beginning with https://.",
        (
            Example('url="https://pod.example.com/talks.mp3"', 'url="talks.mp3"'),
            Example('href="https://pod.example.com/cover.jpg"', 'href="/cover.jpg"'),
            Example("<link>https://pod.example.com/<", "<link>pod.example.com<"),
            Example('url="https://pod.example.com/truce.srt"', 'url="https:///t.srt"'),
        ),
    ),
    rule(
        "address-http",
        Severity.WARNING,
        "https://developer.apple.com/documentation/bundleresources/"
        "information_property_list/nsapptransportsecurity",
        of_all(_unsafe),
        "Apps on iPhones and web players refuse what is not encrypted unless they make"
        " an exception for it; others show a warning.",
        "Serve it over https, and write https:// in the feed.",
        (
            Example(
                "https://pod.example.com/talks.mp3", "http://pod.example.com/a.mp3"
            ),
            Example(
                "https://pod.example.com/cover.jpg", "http://pod.example.com/a.jpg"
            ),
            Example(
                "https://pod.example.com/talks.vtt", "HTTP://pod.example.com/a.vtt"
            ),
        ),
    ),
    rule(
        "address-letters",
        Severity.WARNING,
        APPLE,
        of_all(_strange),
        "Apple asks for a-z, A-Z and 0-9 in file names; servers and apps disagree on"
        " how any other letter or a space is sent, and some find nothing there.",
        "Rename the file, or escape the letter as a browser does: %20 for a space.",
        (
            Example("/talks.mp3", "/talks in march.mp3"),
            Example("/cover.jpg", "/títle.jpg"),
        ),
    ),
    rule(
        "address-private",
        Severity.NOTE,
        "https://www.rfc-editor.org/rfc/rfc1918",
        _near,
        "",
        "Nothing, if it is for you alone; give the feed your public address otherwise.",
        (
            Example(
                "https://pod.example.com/talks.mp3", "http://192.168.1.7/talks.mp3"
            ),
            Example("https://pod.example.com/talks.mp3", "http://localhost:8/t.mp3"),
        ),
    ),
)
"""Rules for addresses."""
