"""Figures as people read them."""

_MINUTE_MS, _HOUR_MS = 60_000, 3_600_000
_KILO, _MEGA = 1_000, 1_000_000


def clock(ms: int) -> str:
    """Write a time: 0:27.552, 1:02:03.400."""
    hours, rest = divmod(ms, _HOUR_MS)
    minutes, rest = divmod(rest, _MINUTE_MS)
    seconds = f"{rest // 1000:02}.{rest % 1000:03}"
    return f"{hours}:{minutes:02}:{seconds}" if hours else f"{minutes}:{seconds}"


def span(ms: float) -> str:
    """Write a length: 26 ms, 1.5 s."""
    if abs(ms) < 1000:  # noqa: PLR2004 - of ms in a second
        return f"{ms:.0f} ms"
    return f"{ms / 1000:.1f} s"


def size(count: int) -> str:
    """Write a number of bytes: 812 bytes, 24 kB, 1.4 MB."""
    if count < _KILO:
        return many(count, "byte")
    if count < _MEGA:
        return f"{count / _KILO:.0f} kB"
    return f"{count / _MEGA:.1f} MB"


def many(number: int, noun: str) -> str:
    """Write a number with its noun: 1 frame, 2 frames."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def cut(text: str, most: int = 60) -> str:
    """Quote a text; what is too long ends in dots."""
    return f'"{text}"' if len(text) <= most else f'"{text[:most]}..."'
