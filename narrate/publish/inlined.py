"""Styles and scripts as they stand inside a page, and the policy that lets them."""

from base64 import b64encode
from collections.abc import Iterator
from functools import cache
from hashlib import sha256
from pathlib import Path

WEB = Path(__file__).with_name("web")
"""Where they lie, as plain files."""


@cache
def inlined(*names: str) -> str:
    """Put files one behind the other, without the comments that fill whole lines."""
    texts = ((WEB / name).read_text(encoding="utf-8") for name in names)
    return "".join(line for text in texts for line in uncommented(text))


def uncommented(text: str) -> Iterator[str]:
    """Give the lines of a style or script that are no comment; raises ValueError.

    A comment that begins a line must end one: what stood behind it would be lost.
    """
    within = False
    for line in text.splitlines():
        begun = line.strip()
        within = within or begun.startswith("/*")
        if within:
            _, closed, behind = begun.partition("*/")
            if behind:
                raise ValueError(f"something stands behind a comment: {line}")
            within = not closed
        elif begun and not begun.startswith("//"):
            yield f"{line}\n"


def policy(style: str, program: str = "") -> str:
    """Let a page run its own style and program, play what lies beside it, no more."""
    rules = ["default-src 'none'", f"style-src {_hashed(style)}"]
    if program:
        rules += [f"script-src {_hashed(program)}", "media-src 'self' file:"]
    return "; ".join([*rules, "base-uri 'none'", "form-action 'none'"])


def _hashed(text: str) -> str:
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"
