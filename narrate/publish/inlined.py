"""Styles and scripts as they stand inside a page, and the policy that lets them."""

from base64 import b64encode
from functools import cache
from hashlib import sha256
from pathlib import Path

WEB = Path(__file__).with_name("web")
"""Where they lie, as plain files."""


@cache
def inlined(*names: str) -> str:
    """Put files one behind the other, without the comments that fill whole lines."""
    lines: list[str] = []
    for name in names:
        within = False
        for line in (WEB / name).read_text(encoding="utf-8").splitlines():
            begun = line.strip()
            within = within or begun.startswith("/*")
            if begun and not within and not begun.startswith("//"):
                lines.append(f"{line}\n")
            within = within and not begun.endswith("*/")
    return "".join(lines)


def policy(style: str, program: str = "") -> str:
    """Let a page run its own style and program, play what lies beside it, no more."""
    rules = ["default-src 'none'", f"style-src {_hashed(style)}"]
    if program:
        rules += [f"script-src {_hashed(program)}", "media-src 'self' file:"]
    return "; ".join([*rules, "base-uri 'none'", "form-action 'none'"])


def _hashed(text: str) -> str:
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"
