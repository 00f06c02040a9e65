"""What is wrong with a file's pictures."""

from collections.abc import Iterator
from dataclasses import dataclass

from narrate.check.base import Severity
from narrate.check.figures import cut, size
from narrate.check.picture import FRONT, Picture
from narrate.check.rule import Hit, Rule

_SMALLEST_PX, _LARGEST_PX = 600, 3_000
_LARGEST_BYTES = 512_000
_KNOWN_PICTURES = ("image/jpeg", "image/png")


@dataclass(frozen=True, slots=True)
class Cover:
    """The pictures of a tag."""

    pictures: tuple[Picture, ...]
    """In the order of the file."""

    broken: int
    """How many end too early to be read."""

    @property
    def front(self) -> Picture | None:
        """The one that players show."""
        fronts = (each for each in self.pictures if each.kind == FRONT)
        return next(fronts, self.pictures[0] if self.pictures else None)


def _none(cover: Cover) -> Iterator[Hit]:
    if not cover.pictures and not cover.broken:
        yield Hit("The file has no cover.")


def _broken(cover: Cover) -> Iterator[Hit]:
    if cover.broken:
        yield Hit("A picture's frame (APIC) ends too early.")
    for each in cover.pictures:
        if not each.found:
            what = f"The picture of {size(each.size)} is neither JPEG nor PNG."
            yield Hit(what, _place(each))
        elif not each.width or not each.height:
            yield Hit(f"The picture of {size(each.size)} is damaged.", _place(each))


def _kind(cover: Cover) -> Iterator[Hit]:
    if cover.pictures and all(each.kind != FRONT for each in cover.pictures):
        kind = cover.pictures[0].kind
        yield Hit(
            f"No picture is marked as front cover (type 3); the first has {kind}."
        )


def _mime(cover: Cover) -> Iterator[Hit]:
    for each in cover.pictures:
        if each.found and each.mime != each.found:
            said = cut(each.mime) if each.mime else "nothing"
            what = f"The picture says that it is {said}, but it is {each.found}."
            yield Hit(what, _place(each))


def _pixels(cover: Cover) -> Iterator[Hit]:
    front = cover.front
    if front and front.width and front.height:
        small = min(front.width, front.height) < _SMALLEST_PX
        large = max(front.width, front.height) > _LARGEST_PX
        if small or large:
            yield Hit(f"The cover has {_pixels_of(front)} pixels.", _place(front))


def _square(cover: Cover) -> Iterator[Hit]:
    front = cover.front
    if front and front.width != front.height:
        what = f"The cover is not square: {_pixels_of(front)} pixels."
        yield Hit(what, _place(front))


def _heavy(cover: Cover) -> Iterator[Hit]:
    for each in cover.pictures:
        if each.size > _LARGEST_BYTES:
            yield Hit(f"The picture has {size(each.size)}.", _place(each))


def _pixels_of(picture: Picture) -> str:
    return f"{picture.width} by {picture.height}"


def _place(picture: Picture) -> str:
    return f"APIC (frame {picture.number})"


_SAVE = "Save it as JPEG, 1400 by 1400 pixels, under 500 kB."

RULES: tuple[Rule[Cover], ...] = (
    Rule(
        "no-cover",
        Severity.NOTE,
        _none,
        "",
        "Players show that of the feed. A file that is passed on alone shows none.",
    ),
    Rule(
        "cover-broken",
        Severity.WARNING,
        _broken,
        "Players show no cover.",
        _SAVE,
    ),
    Rule(
        "cover-type",
        Severity.WARNING,
        _kind,
        "Players that look for the front cover show none.",
        "Mark one picture as front cover, type 3.",
    ),
    Rule(
        "cover-mime",
        Severity.WARNING,
        _mime,
        "Players that believe it show no cover.",
        "Write image/jpeg or image/png, as the picture is.",
    ),
    Rule(
        "cover-pixels",
        Severity.WARNING,
        _pixels,
        "Below 600 it is blurred on a phone; Apple Podcasts wants 1400 to 3000.",
        _SAVE,
    ),
    Rule(
        "cover-not-square",
        Severity.WARNING,
        _square,
        "Players cut off two sides, or stretch it.",
        _SAVE,
    ),
    Rule(
        "cover-heavy",
        Severity.WARNING,
        _heavy,
        "All of it is loaded before the first sound, with each download.",
        _SAVE,
    ),
)
