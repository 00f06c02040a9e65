"""Texts that no author would write: read, said and proved within bounds of memory.

In CI each is a fiftieth of its size; with NARRATE_FAULTS set, all of it.
"""

import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from narrate.batch.base import Outcome
from narrate.batch.pool import run_here
from narrate.coverage import prove
from narrate.errors import NarrateError
from narrate.options import Pacing
from narrate.read.article import read_text
from narrate.script.compose import compose
from tests.batch.archives import item, plan

FULL = "NARRATE_FAULTS" in os.environ
SHARE = 1 if FULL else 50
LONGEST_S = 3600

TEXTS = {
    "an article of 50 MB": ("The boat {} left at noon, {} people say.\n\n", 50_000_000),
    "a line of 5 MB": ("word {} and {} more ", 5_000_000),
    "a word of 5 MB": ("a", 5_000_000),
    "a line of figures": ("{}.{},", 5_000_000),
    "a line of brackets": ("([{{a", 5_000_000),
    "a line of quotation marks": ("“'\"a", 5_000_000),
    "200,000 one-word paragraphs": ("Boat{}x{}\n\n", 3_000_000),
    "capitals": ("NATO{} OF {} ", 5_000_000),
    "dots": (". . .{}{}", 5_000_000),
}
PROGRAM = """
import re, sys
from pathlib import Path
from narrate.coverage import prove
from narrate.options import Pacing
from narrate.read.article import read
from narrate.script.compose import compose
article = read(sys.argv[1])
prove(article.source, compose(article, Pacing()))
# not getrusage: its peak is that of whoever forked us, too
status = Path("/proc/self/status").read_text()
print(int(re.search(r"VmHWM:\\s+(\\d+)", status)[1]) * 1024)
"""
BASE_BYTES, PER_BYTE = 150_000_000, 120


@pytest.mark.faults
@pytest.mark.parametrize("name", TEXTS)
def test_a_monstrous_text_is_said_whole_in_memory_that_grows_with_it(
    tmp_path: Path, name: str
) -> None:
    piece, size = TEXTS[name]
    path = tmp_path / "monster.txt"
    with path.open("w", encoding="utf-8") as file:
        written = number = 0
        while written < size // SHARE:
            written += file.write(piece.format(number, number * 7 % 1000))
            number += 1
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, str(path)],
        check=False,
        capture_output=True,
        text=True,
        timeout=LONGEST_S,
    )
    assert done.returncode == 0, done.stderr[-2000:]
    assert int(done.stdout) < BASE_BYTES + PER_BYTE * path.stat().st_size


def _block(first: int) -> str:
    """Give the characters of a block of Unicode that can stand in a text."""
    found = (chr(each) for each in range(first, first + 128))
    return "".join(each for each in found if not 0xD800 <= ord(each) < 0xE000)


@pytest.mark.parametrize("plane", range(17))
def test_every_block_of_unicode_is_said_once_or_dropped_once(plane: int) -> None:
    # Every eighth half-block of the planes, all of the first.
    step = 128 if plane == 0 or FULL else 1024
    starts = range(plane << 16, (plane + 1) << 16, step)
    text = "\n\n".join(f"A word. {_block(first)} And {first}." for first in starts)
    article = read_text(text, "blocks")
    prove(article.source, compose(article, Pacing()))


def test_controls_and_halves_of_surrogates_break_nothing(
    tmp_path: Path,
) -> None:
    odd, half = tmp_path / "odd.txt", tmp_path / "half.txt"
    odd.write_text("A title\n\nHere.\x00\x01\x1b[31m\ufeff\n\nThe end.\n", "utf-8")
    half.write_bytes("Half \ud83d of it.".encode("utf-8", "surrogatepass"))
    rows = run_here(plan(tmp_path / "out"), [item(odd), item(half)], 1)
    found = {row.item.article: row for row in rows if row}
    assert found[str(odd)].outcome is Outcome.BUILT
    assert found[str(half)].exit_code in {0, 3}, found[str(half)].why


WORDS = st.sampled_from(
    "the boat Visby NATO U.S. $1.2bn 155mm 7:05 p.m. (Ann Lee/AP) “so” - * 3. # > "
    "http://x.org/a a@b.org 10-12 Nov. 20 Dr. §5 €3 20 % der Zug um 8 Uhr z. B.".split()
)
LINES = st.lists(WORDS, max_size=12).map(" ".join)
TEXT = st.lists(LINES | st.text(max_size=30), max_size=12).map("\n".join)


@settings(max_examples=300, deadline=None)
@given(TEXT, st.sampled_from(["en", "de", "fr"]))
def test_a_text_makes_one_script_or_one_of_our_errors(text: str, language: str) -> None:
    article = replace(read_text(text, "text"), language=language)
    scripts = []
    for _ in range(2):
        try:
            scripts.append(compose(article, Pacing()))
        except NarrateError:
            return
        prove(article.source, scripts[-1])
    assert scripts[0] == scripts[1]


def test_a_page_that_breaks_its_reader_does_not_break_the_next(
    tmp_path: Path,
) -> None:
    path = tmp_path / "deep.html"
    path.write_text("<p>x" + "<div>" * 200_000 + "words")
    good = tmp_path / "good.html"
    good.write_text("<h1>Boats</h1><p>They float well enough, people say.</p>")
    rows = run_here(plan(tmp_path / "out"), [item(path), item(good)], 1)
    found = {row.item.article: row for row in rows if row}
    assert found[str(good)].outcome is Outcome.BUILT
