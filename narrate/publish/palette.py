"""The colours of covers: calm, and each light one at least 7 to 1 against its dark one.

7 to 1 is what WCAG 2.2 asks for at its highest level (1.4.6), in letters of any size.
"""

from dataclasses import dataclass

RGB = tuple[int, int, int]


@dataclass(frozen=True, slots=True)
class Colours:
    """What one cover is painted in."""

    paper: RGB
    """Behind all."""

    ink: RGB
    """Of the title and the byline."""

    tint: RGB
    """Of the wave and the site."""


_INK = (255, 255, 255)

PALETTE = (
    Colours((16, 50, 78), _INK, (150, 211, 244)),  # sea
    Colours((18, 60, 46), _INK, (160, 224, 186)),  # fir
    Colours((70, 28, 66), _INK, (245, 190, 226)),  # plum
    Colours((94, 24, 36), _INK, (255, 200, 190)),  # wine
    Colours((78, 44, 14), _INK, (250, 212, 156)),  # umber
    Colours((40, 48, 60), _INK, (200, 216, 232)),  # slate
    Colours((44, 38, 104), _INK, (202, 200, 255)),  # iris
    Colours((8, 64, 70), _INK, (156, 228, 224)),  # lagoon
)


def contrast(one: RGB, other: RGB) -> float:
    """Measure two colours against each other as WCAG does: 1 to 21."""
    dark, light = sorted((_luminance(one), _luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: RGB) -> float:
    parts = (0.2126, 0.7152, 0.0722)
    return sum(
        part * _linear(value / 255) for part, value in zip(parts, colour, strict=True)
    )


def _linear(value: float) -> float:
    knee = 0.04045  # of the sRGB curve: IEC 61966-2-1
    return value / 12.92 if value <= knee else ((value + 0.055) / 1.055) ** 2.4
