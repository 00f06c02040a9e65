import base64
import hashlib
import re

import pytest

from narrate.publish.inlined import WEB, inlined, policy, uncommented
from narrate.publish.page import PROGRAM, STYLES

FILES = (*STYLES, *PROGRAM)


@pytest.mark.parametrize("name", FILES)
def test_a_file_loses_its_comments_and_nothing_else(name: str) -> None:
    text = (WEB / name).read_text(encoding="utf-8")
    without = re.sub(r"(?m)^\s*/\*(?:.|\n)*?\*/$|^\s*//.*$", "", text)
    kept = [line for line in without.splitlines() if line.strip()]
    assert inlined(name).splitlines() == kept


def test_only_what_fills_whole_lines_is_a_comment() -> None:
    text = (
        "/* A caption. */\na {}\n\n  /* Two\n     lines. */\nb {} /* c */\n"
        "// no\nlet url = 'https://x'; // yes\n"
    )
    assert "".join(uncommented(text)) == (
        "a {}\nb {} /* c */\nlet url = 'https://x'; // yes\n"
    )


@pytest.mark.parametrize("text", ["/* a */ b {}", "/* a\n*/ b {}", "/* a */ /* b */"])
def test_what_would_be_lost_behind_a_comment_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="behind a comment"):
        list(uncommented(text))


@pytest.mark.parametrize("name", FILES)
def test_no_file_holds_what_would_end_it_in_a_page(name: str) -> None:
    text = (WEB / name).read_text(encoding="utf-8")
    assert "</" not in text
    assert "<!--" not in text
    assert "url(" not in text
    assert "@import" not in text


@pytest.mark.parametrize("name", FILES)
def test_no_text_of_a_script_goes_over_lines(name: str) -> None:
    """What looks like a comment in one would be taken out."""
    for line in (WEB / name).read_text(encoding="utf-8").splitlines():
        assert line.count("`") % 2 == 0


def test_the_policy_lets_in_what_is_there_and_no_more() -> None:
    rules = dict(rule.split(" ", 1) for rule in policy("a{}", "b()").split("; "))
    digests = {
        name: base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
        for name, text in (("style-src", "a{}"), ("script-src", "b()"))
    }
    assert rules == {
        "default-src": "'none'",
        **{name: f"'sha256-{digest}'" for name, digest in digests.items()},
        "media-src": "'self' file:",
        "base-uri": "'none'",
        "form-action": "'none'",
    }


def test_without_a_program_none_runs_and_nothing_plays() -> None:
    assert "script-src" not in policy("a{}")
    assert "media-src" not in policy("a{}")
