"""The signs' own list: in step with signs.toml, and true to its forms."""

import re
import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[2]))

from signs import KEYS, rows

from narrate.read.labels.sign_table import role_of

ROWS = [row.split("\t") for row in rows()]
LINES = (
    "share this story",
    "3 comments",
    "subscribe now",
    "accept all cookies",
    "12 min read",
    "٣ comments",
    "we use cookies to make this site better",
    "by continuing you agree to our use of cookies",
    "page 3 of 4",
    "★★★★☆ 4.5 from 20 votes",
    "s h a r e",
    "all rights reserved",
    "read more: hens at noon",
    "the hens came home at noon.",
    "© 2024 the ledger",
    "",
)


def test_the_list_is_what_signs_toml_says() -> None:
    written = KEYS.read_text(encoding="utf-8")
    assert written == "\n".join(rows()) + "\n", "run: python tests/signs.py"


@pytest.mark.parametrize("line", LINES)
def test_a_line_has_the_role_of_the_first_form_that_fits(line: str) -> None:
    fits = (role for role, _, _, form in ROWS if re.fullmatch(form, line))
    assert role_of(line) == next(fits, None)
