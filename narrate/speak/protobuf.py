"""Protobuf without a library: its fields are numbers, lengths and bytes."""

from collections.abc import Iterator

_VARINT, _BYTES = 0, 2  # kinds of field; the others have a fixed size
_SIZES = {1: 8, 5: 4}
_WIDEST = 63  # bits of a number


def field(number: int, value: bytes) -> bytes:
    """Write a field that holds bytes, or another message."""
    return _varint(number << 3 | _BYTES) + _varint(len(value)) + value


def fields(message: memoryview) -> Iterator[tuple[int, memoryview, memoryview]]:
    """Give the number, the value and the whole of each field of a message.

    Raises ValueError where it is none, or not whole.
    """
    at = 0
    while at < len(message):
        start = at
        tag, at = _read_varint(message, at)
        kind = tag & 7
        size = _SIZES.get(kind, 0)
        if kind == _BYTES:
            size, at = _read_varint(message, at)
        elif kind == _VARINT:
            _, at = _read_varint(message, at)
        elif not size:
            raise ValueError(kind)
        if at + size > len(message):
            raise ValueError(size)
        yield tag >> 3, message[at : at + size], message[start : at + size]
        at += size


def _varint(number: int) -> bytes:
    written = bytearray()
    while number > 127:  # noqa: PLR2004 - seven bits a byte
        written.append(number & 127 | 128)
        number >>= 7
    return bytes([*written, number])


def _read_varint(message: memoryview, at: int) -> tuple[int, int]:
    number = shift = 0
    while at < len(message) and shift <= _WIDEST:
        byte = message[at]
        at += 1
        number |= (byte & 127) << shift
        shift += 7
        if byte < 128:  # noqa: PLR2004
            return number, at
    raise ValueError(at)
