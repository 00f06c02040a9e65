"""What a server says before its page, and the page, unpacked but never too large."""

import re
import zlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from narrate.read.link.refusal import BY_HAND, LinkError

_PIECE_BYTES = 1 << 20  # unpacked at a time
_EITHER_WRAPPER = 47  # zlib's number for: a gzip or a zlib header, whichever comes


@dataclass(frozen=True, slots=True)
class Answer:
    """What a server says before the page, and the page when it is asked for."""

    status: int
    """HTTP's number."""

    headers: Mapping[str, str]
    """Asked by name, in capitals or not."""

    charset: str
    """As the header names it, or nothing."""

    chunks: Iterator[bytes]
    """The page as it comes in, still packed."""

    @property
    def media_type(self) -> str:
        """The kind, in lower case and without parameters; "" if none is named."""
        kind = self.headers.get("content-type", "").partition(";")[0].strip().lower()
        return kind if re.fullmatch(r"[\w.+-]+/[\w.+-]+", kind, re.ASCII) else ""

    @property
    def leads_to(self) -> str:
        """Where a redirect leads, as the server spells it; "" if this is none."""
        moved = self.status in {301, 302, 303, 307, 308}
        return self.headers.get("location", "") if moved else ""

    def read(self, most_bytes: int) -> bytes:
        """Take the page in, unpacked, and stop at once where it is too large."""
        told = self.headers.get("content-length", "")
        if told.isdecimal() and int(told) > most_bytes:
            raise _too_large(most_bytes)
        data = bytearray()
        for chunk in self.pieces():
            data += chunk
            if len(data) > most_bytes:
                raise _too_large(most_bytes)
        return bytes(data)

    def pieces(self) -> Iterator[bytes]:
        """Yield the page as it comes in, unpacked; who takes it must count."""
        packing = self.headers.get("content-encoding", "").strip().lower()
        if packing in {"", "identity"}:
            yield from self.chunks
        elif packing in {"gzip", "x-gzip", "deflate"}:
            yield from _unpacked(self.chunks, packing)
        else:  # twice packed, too: 20 kB could become 20 GB
            raise LinkError("is packed in a way that narrate did not ask for", BY_HAND)


def _unpacked(chunks: Iterable[bytes], packing: str) -> Iterator[bytes]:
    """Unpack in pieces of bounded size: a thousand zeros may be packed in a byte."""
    unpack = None
    for chunk in chunks:
        rest = chunk
        while rest:
            if unpack is None or unpack.eof:  # gzip may lay one archive behind another
                # Some servers send deflate without its wrapper; its first byte tells.
                bare = packing == "deflate" and rest[0] & 0x0F != zlib.DEFLATED
                unpack = zlib.decompressobj(-15 if bare else _EITHER_WRAPPER)
            yield unpack.decompress(rest, _PIECE_BYTES)
            rest = unpack.unconsumed_tail or unpack.unused_data
    if unpack is not None:
        yield unpack.flush()  # what no longer fitted into the last piece
        if not unpack.eof:
            raise zlib.error("the end is missing")


def _too_large(most_bytes: int) -> LinkError:
    size = f"{most_bytes // 1_000_000} MB"
    return LinkError(f"is larger than {size}, more than an article", BY_HAND)
