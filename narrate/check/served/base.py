"""What a check asks of the network, and what it is answered.

The check itself opens no connection: it is handed someone who asks, and judges what
comes back. So every rule can be tried without a network.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Protocol

_KIND = re.compile(r"[\w.+-]{1,80}/[\w.+-]{1,80}", re.ASCII)
_LENGTH = re.compile(r"\d{1,15}", re.ASCII)
_RANGE = re.compile(r"bytes (\d{1,15})-(\d{1,15})/(\d{1,15})", re.IGNORECASE | re.ASCII)


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back for an address, after its redirects."""

    url: str
    """The address that answered at last."""

    status: int = 0
    """HTTP's number; 0 if nobody answered."""

    headers: Mapping[str, str] = field(default_factory=dict)
    """By their names in small letters."""

    hops: int = 0
    """How many redirects led there."""

    data: bytes = b""
    """What was sent, as far as it was asked for."""

    trouble: str = ""
    """Why nobody answered: words that go on from "The file"; "" if somebody did."""

    @property
    def kind(self) -> str:
        """The media type in small letters, without parameters; "" if none is named."""
        told = self.headers.get("content-type", "").partition(";")[0].strip().lower()
        return told if _KIND.fullmatch(told) else ""

    @property
    def length(self) -> int | None:
        """The bytes that the server says the file has; nothing if it does not."""
        told = self.headers.get("content-length", "").strip()
        return int(told) if _LENGTH.fullmatch(told) else None

    @property
    def span(self) -> tuple[int, int, int] | None:
        """The first and last byte of a part, and the size of the whole."""
        found = _RANGE.fullmatch(self.headers.get("content-range", "").strip())
        return (int(found[1]), int(found[2]), int(found[3])) if found else None

    @property
    def has_version(self) -> bool:
        """Whether the server names the version that it sent."""
        return bool(self.headers.get("etag") or self.headers.get("last-modified"))

    @property
    def words(self) -> str:
        """Tell what came instead of the file: words that go on from "The file"."""
        if self.trouble:
            return self.trouble
        return f"is not there: the server answers {self.status}{_means(self.status)}"


def _means(status: int) -> str:
    known = {
        401: "it asks for a password",
        403: "it lets nobody in",
        404: "there is no such file",
        405: "it does not take such requests",
        410: "it is gone for good",
        416: "it has no such part",
        429: "it was asked too often",
    }
    told = known.get(status, "it has trouble of its own" if status >= _TROUBLE else "")
    return f" ({told})" if told else ""


_TROUBLE = 500


class Ask(Protocol):
    """Asks for an address, follows redirects, and never raises for what goes wrong."""

    def __call__(
        self,
        url: str,
        *,
        method: str = "GET",
        headers: Mapping[str, str] | None = None,
        most_bytes: int = 0,
    ) -> Answer:
        """Ask, and read no more than so many bytes of what is sent."""
