"""How far ink and ground stand apart, as WCAG counts it."""

from collections.abc import Sequence

_DARKEST = 0.05
_KNEE = 0.04045


def contrast(ink: Sequence[int], ground: Sequence[int]) -> float:
    """Give the ratio, 1 to 21.

    >>> contrast((0, 0, 0), (255, 255, 255))
    21.0
    """
    bright, dark = sorted((_luminance(ink), _luminance(ground)), reverse=True)
    return (bright + _DARKEST) / (dark + _DARKEST)


def _luminance(colour: Sequence[int]) -> float:
    red, green, blue = (_linear(part / 255) for part in colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(part: float) -> float:
    return part / 12.92 if part <= _KNEE else ((part + 0.055) / 1.055) ** 2.4
