"""Folders that lie at the top of a checkout and inside an installed package."""

from pathlib import Path

_PACKAGE = Path(__file__).parent


def shipped(inside: str, checkout: str) -> Path:
    """Find a file or folder that a wheel carries, or else the checkout's own.

    `inside` counts from the installed package, `checkout` from the top of the source.
    """
    installed = _PACKAGE / inside
    return installed if installed.exists() else _PACKAGE.parent / checkout
