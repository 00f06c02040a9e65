"""A listener's own picture as players will get it, and what they may say of it."""

from dataclasses import dataclass

from narrate.publish.bare import PNG_MARK

_WANTED_PX = 1_400


@dataclass(frozen=True, slots=True)
class Fitted:
    """A picture that players can show."""

    data: bytes
    """A JPEG or a PNG, at most 500 kB."""

    width_px: int
    """As it is shown."""

    height_px: int
    """As it is shown."""

    @property
    def media_type(self) -> str:
        """Tell what it is by its bytes."""
        return "image/png" if self.data.startswith(PNG_MARK) else "image/jpeg"

    @property
    def notice(self) -> str:
        """Say what Apple would find wrong with it, if anything."""
        size = f"{self.width_px} by {self.height_px} pixels"
        if self.width_px != self.height_px:
            return f"is {size}: players may cut it, as Apple wants it square"
        if self.width_px < _WANTED_PX:
            return f"is {size}: Apple wants at least {_WANTED_PX:,} by {_WANTED_PX:,}"
        return ""
