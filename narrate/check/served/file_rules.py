"""Rules for how a server hands out a file: whole, in parts, and as what."""

from collections.abc import Callable, Iterator

from narrate.check.base import Severity
from narrate.check.feed.addresses import is_near
from narrate.check.feed.enclosures import KINDS, ending_of
from narrate.check.rule import Hit, Rule
from narrate.check.served.files import OK, PART, PART_BYTES, File, look_of

MOST_HOPS = 5
"""Redirects that every player follows; trackers in a row soon make more."""

_LOOKS = {
    "mp3": ("audio/mpeg", "audio/mp3"),
    "mp4": (
        "audio/mp4",
        "audio/x-m4a",
        "audio/x-m4b",
        "audio/m4a",
        "video/mp4",
        "video/x-m4v",
        "video/quicktime",
    ),
    "ogg": ("audio/ogg", "audio/opus", "application/ogg", "video/ogg"),
    "flac": ("audio/flac", "audio/x-flac"),
    "wav": ("audio/wav", "audio/x-wav", "audio/vnd.wave"),
    "pdf": ("application/pdf",),
    "web page": ("text/html", "application/xhtml+xml"),
}

Files = tuple[File, ...]


def _each(look: Callable[[File], Iterator[str]]) -> Callable[[Files], Iterator[Hit]]:
    """Make a rule's look at all files of one at each; only at those that are there."""

    def find(files: Files) -> Iterator[Hit]:
        for file in files:
            if file.is_there:
                for what in look(file):
                    yield Hit(what, file.place)

    return find


def _gone(files: Files) -> Iterator[Hit]:
    for file in files:
        if not file.is_there:
            yield Hit(f"The file {file.part.words}.", file.place)


def _head(file: File) -> Iterator[str]:
    if file.head.status != OK:
        told = file.head.trouble or f"answers {file.head.status}"
        yield f"Asked for the headers alone (HEAD), the server {told}."


def _no_range(file: File) -> Iterator[str]:
    if file.part.status == OK:
        yield "Asked for a part of the file, the server sends all of it."


def _wrong_range(file: File) -> Iterator[str]:
    if file.part.status != PART:
        return
    span = file.part.span
    if span is None:
        yield "The server sends a part of the file and does not say which."
    elif (
        span[0] != 0
        or span[1] != min(PART_BYTES, span[2]) - 1
        or len(file.part.data) != span[1] + 1
    ):
        yield (
            f"Asked for bytes 0 to {PART_BYTES - 1}, the server says that it sends"
            f" {span[0]} to {span[1]}, and sends {len(file.part.data)} bytes."
        )


def _two_sizes(file: File) -> Iterator[str]:
    told = file.head.length if file.head.status == OK else None
    if told is not None and file.part.span and told != file.part.span[2]:
        yield (
            f"The server says that the file has {told} bytes, and, when it sends a"
            f" part, that it has {file.part.span[2]}."
        )


def _no_size(file: File) -> Iterator[str]:
    if file.total is None:
        yield "The server does not say how large the file is."


def _size(file: File) -> Iterator[str]:
    if file.size_bytes and file.total is not None and file.total != file.size_bytes:
        yield f"The feed says {file.size_bytes} bytes, the server {file.total}."


def _kind(file: File) -> Iterator[str]:
    told, sent = file.kind, file.whole.kind
    if not sent:
        yield "The server does not say what kind of file it is."
    elif told and sent != told and sent not in KINDS.get(ending_of(file.url), ()):
        yield f"The feed says {told}, the server {sent}."


def _bytes(file: File) -> Iterator[str]:
    look = look_of(file.part.data)
    told = file.kind or file.whole.kind
    fitting = _LOOKS.get(look, ())
    known = any(told in kinds for kinds in _LOOKS.values())
    if look and known and told not in fitting:
        yield f"The file is told to be {told}, and it begins like {_a(look)}."


def _a(look: str) -> str:
    return "a web page" if look == "web page" else f"a file of {look.upper()}"


def _hops(file: File) -> Iterator[str]:
    if file.part.hops > MOST_HOPS:
        yield f"The address leads to the file by {file.part.hops} redirects."


def _unsafe(file: File) -> Iterator[str]:
    safe = file.url.lower().startswith("https:")
    if safe and file.part.url.startswith("http:"):
        yield "The address begins with https:// and leads to one with http://."
    elif not safe and not file.place and not is_near(file.url):
        yield "The address begins with http://."  # of a feed's, another rule tells


def _version(file: File) -> Iterator[str]:
    if not file.whole.has_version:
        yield "The server names no version of the file (ETag or Last-Modified)."


def _unsaid(file: File) -> Iterator[str]:
    if file.part.status == PART and "accept-ranges" not in file.whole.headers:
        yield "The server sends parts of a file and does not say so (Accept-Ranges)."


RULES: tuple[Rule[Files], ...] = (
    Rule(
        "served-gone",
        Severity.ERROR,
        _gone,
        "Nobody can hear the episode.",
        "Put the file there, or correct the address in the feed.",
    ),
    Rule(
        "served-head",
        Severity.ERROR,
        _each(_head),
        "Apple Podcasts asks so before it takes an episode, and refuses it.",
        "Let the server answer HEAD as it answers GET.",
    ),
    Rule(
        "served-range",
        Severity.ERROR,
        _each(_no_range),
        "Apple refuses the episode; in players nobody can skip ahead or to a chapter"
        " before all of it is there, and a download that broke off begins anew.",
        "Let the server send parts of files (byte ranges); nearly every web server does"
        " when the file is not made by a script.",
    ),
    Rule(
        "served-range-wrong",
        Severity.ERROR,
        _each(_wrong_range),
        "Players that skip ahead play noise or stop.",
        "Correct or remove the script or cache in front of the file.",
    ),
    Rule(
        "served-sizes-differ",
        Severity.ERROR,
        _each(_two_sizes),
        "A player that trusts the wrong one cuts the episode's end off or waits for"
        " more that never comes.",
        "Clear the caches in front of the server, or mend the script that answers.",
    ),
    Rule(
        "served-bytes",
        Severity.ERROR,
        _each(_bytes),
        "Players stop with an error.",
        "Open the address in a browser without your password: it may show a page for"
        " logging in, or one that says the file is gone.",
    ),
    Rule(
        "served-size",
        Severity.WARNING,
        _each(_size),
        "Apps show a wrong size, and some take the download for broken.",
        "Write the server's number into the length of the <enclosure>.",
    ),
    Rule(
        "served-no-size",
        Severity.WARNING,
        _each(_no_size),
        "Apps can't show how much is left of a download or whether there is room.",
        "Let the server send Content-Length.",
    ),
    Rule(
        "served-type",
        Severity.WARNING,
        _each(_kind),
        "Players that go by the server's word don't play it; browsers save it.",
        "Let the server send the type that the feed names: audio/mpeg for an MP3.",
    ),
    Rule(
        "served-hops",
        Severity.WARNING,
        _each(_hops),
        "Some players follow no more than five, and each one delays the start.",
        "Take a tracker out, or write a later address into the feed.",
    ),
    Rule(
        "served-unsafe",
        Severity.WARNING,
        _each(_unsafe),
        "Apps on iPhones and on the web refuse to follow.",
        "Serve it over https, and name and lead to that address alone.",
    ),
    Rule(
        "served-version",
        Severity.WARNING,
        _each(_version),
        "An app that goes on with a broken download can't know whether the file is"
        " still the same, and begins anew.",
        "Let the server send an ETag or Last-Modified; most do for files.",
    ),
    Rule(
        "served-accept-ranges",
        Severity.NOTE,
        _each(_unsaid),
        "",
        "Let it send Accept-Ranges: bytes; some players skip ahead only then.",
    ),
)
"""Rules for files on a server; each is tried on a server that breaks it."""
