"""Text that any document can hold: one line, and nothing that no reader can show."""

_HELD = "\xa0\u2007\u202f"  # spaces that hold a number and its unit together
_SPACES = [
    chr(at) for at in range(0x3001) if chr(at).isspace() and chr(at) not in _HELD
]
_PLANES = range(0, 0x110000, 1 << 16)
_UNSHOWN = {
    # what HTML, JSON and WebVTT forbid or warn of
    **dict.fromkeys([*range(0x20), *range(0x7F, 0xA0), 0xFEFF]),
    **dict.fromkeys([*range(0xFDD0, 0xFDF0)]),
    **dict.fromkeys([end for at in _PLANES for end in (at + 0xFFFE, at + 0xFFFF)]),
    # halves of surrogates: no UTF-8 file can hold them
    **dict.fromkeys(range(0xD800, 0xE000), "\ufffd"),
    **{ord(space): " " for space in _SPACES},
}


def tidy(text: str) -> str:
    """Give a text in one line, without control characters; all else stays."""
    if text.isprintable():
        return text.strip()
    text = text.translate(_UNSHOWN)
    while "  " in text:  # each round halves them
        text = text.replace("  ", " ")
    return text.strip()


def seconds(ms: int) -> str:
    """Write milliseconds as seconds, exactly: no float rounds them."""
    return f"{ms // 1000}.{ms % 1000:03d}"
