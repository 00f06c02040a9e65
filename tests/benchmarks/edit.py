"""What an edit costs: an article is built, changed in one place, and built again.

    python tests/benchmarks/edit.py [ARTICLE] [--voice espeak] [--runs 9] [--smoke]

All edits in turn, each from the same first build (its cache and its MP3 are put back),
medians. "Made anew" counts what is new in the cache. Start-up is the processor time of
a process that does nothing but import what this build imports, in all its processes,
each module once. The share is what an edit costs beyond its start-up, of what the full
build costs beyond its own; in brackets, beyond the start-up of the build in which
nothing has changed, which speaks and encodes nothing and so imports less. "As cold":
the MP3 has the same bytes as one built of that text and those options with an empty
cache.
"""

import argparse
import hashlib
import random
import shutil
import tempfile
from dataclasses import dataclass, field
from pathlib import Path

from books import read, vary, vocabulary
from processes import EXAMPLE, NARRATE, Run, head, imported, middle, row, run

from narrate.folders import CLIPS, SEGMENTS
from narrate.read.article import read_text
from narrate.roles import Role

_FULL = "the full build, cold"
_NOTHING = "nothing changed"


@dataclass(slots=True)
class Edit:
    """One edit, and what its builds took."""

    name: str
    text: str
    words: tuple[str, ...] = ()
    """Options that were not there before."""

    runs: list[Run] = field(default_factory=list)
    imports: list[Run] = field(default_factory=list)
    clips: int = 0
    segments: int = 0
    as_cold: bool = True


class Desk:
    """Where an article, its cache and its MP3 lie, as the first build left them."""

    def __init__(self, scratch: Path, text: str, voice: str) -> None:
        self._kept, self._desk = scratch / "kept", scratch / "desk"
        self._article = self._desk / "article.txt"
        self._mp3, self._cache = self._desk / "article.mp3", self._desk / "cache"
        self._words = ("--voice", voice, "--plain")
        self._desk.mkdir()
        self._article.write_text(text, encoding="utf-8")
        self._build(())
        self._desk.rename(self._kept)

    def build(self, edit: Edit) -> None:
        """Put all back, make the edit, and build."""
        self._put_back(edit)
        before = self._made(CLIPS), self._made(SEGMENTS)
        edit.runs.append(self._build(edit.words))
        edit.clips = len(self._made(CLIPS) - before[0])
        edit.segments = len(self._made(SEGMENTS) - before[1])
        edit.as_cold = edit.as_cold and self._digest() == self._cold_digest(edit)

    def imports(self, edit: Edit) -> tuple[str, ...]:
        """Give the command that only imports what the build of an edit imports."""
        self._put_back(edit)
        return imported(self._command(edit.words)[len(NARRATE) :], self._cache)

    def _put_back(self, edit: Edit) -> None:
        shutil.rmtree(self._desk, ignore_errors=True)
        shutil.copytree(self._kept, self._desk)
        self._article.write_text(edit.text, encoding="utf-8")
        if edit.name == _FULL:
            self._clear()

    def _clear(self) -> None:
        shutil.rmtree(self._cache)
        self._mp3.unlink()

    def _build(self, words: tuple[str, ...]) -> Run:
        return run(self._command(words), self._cache)

    def _command(self, words: tuple[str, ...]) -> tuple[str, ...]:
        build = ("build", str(self._article), "-o", str(self._mp3))
        return (*NARRATE, *build, *self._words, *words)

    def _made(self, kind: str) -> set[str]:
        return {path.name for path in (self._cache / kind).glob("??/*")}

    def _digest(self) -> str:
        return hashlib.sha256(self._mp3.read_bytes()).hexdigest()

    def _cold_digest(self, edit: Edit) -> str:
        self._clear()
        self._build(edit.words)
        return self._digest()


def edits(text: str) -> list[Edit]:
    """List the edits of an article, the full build and an unchanged one first."""
    chance = random.Random(0)  # noqa: S311 - no secret: the same every time
    words = vocabulary(text)
    passages = read_text(text, "article").passages
    lines = text.split("\n")
    said = [p.lines[0] - 1 for p in passages if p.role is Role.PARAGRAPH]
    at = said[len(said) // 2]
    one_word = vary(lines[at], words, chance, share=len(lines[at]))
    other = vary(lines[at], words, chance, share=1)
    added = vary(lines[said[0]], words, chance, share=1)
    titles = [p for p in passages if p.role is Role.HEADING] or passages[:1]
    title = lines[titles[0].lines[0] - 1]
    return [
        Edit(_FULL, text),
        Edit(_NOTHING, text),
        Edit("one word changed", _with(lines, at, one_word)),
        Edit("one paragraph changed", _with(lines, at, other)),
        Edit("one paragraph added", _with(lines, at, f"{lines[at]}\n\n{added}")),
        Edit("one heading changed", text.replace(title, f"{title} Again")),
        Edit("--no-caption-chapters", text, ("--no-caption-chapters",)),
        Edit("--quality fast", text, ("--quality", "fast")),
    ]


def _with(lines: list[str], at: int, line: str) -> str:
    return "\n".join((*lines[:at], line, *lines[at + 1 :]))


def measure(desk: Desk, listed: list[Edit], cache: Path, runs: int) -> None:
    """Build all edits in turn, and what each imports."""
    imports = [desk.imports(edit) for edit in listed]
    for _ in range(runs):
        for edit, command in zip(listed, imports, strict=True):
            desk.build(edit)
            edit.imports.append(run(command, cache))


def beyond(edit: Edit, start_up: Edit) -> float:
    """Give the processor seconds of an edit beyond those of a start-up."""
    rounds = zip(edit.runs, start_up.imports, strict=True)
    return middle([done.cpu_s - imports.cpu_s for done, imports in rounds])


def print_edits(listed: list[Edit]) -> None:
    """Print a row for each edit."""
    head(
        *("edit", "clips made anew", "segments made anew", "wall, s", "CPU, s"),
        *("start-up, CPU s", "share of the full build", "as cold"),
    )
    full, nothing = listed[:2]
    for edit in listed:
        own = beyond(edit, edit) / beyond(full, full)
        bare = beyond(edit, nothing) / beyond(full, nothing)
        row(
            *(edit.name, str(edit.clips), str(edit.segments)),
            f"{middle([done.wall_s for done in edit.runs]):.3f}",
            f"{middle([done.cpu_s for done in edit.runs]):.3f}",
            f"{middle([done.cpu_s for done in edit.imports]):.3f}",
            f"{100 * own:.1f} % ({100 * bare:.1f} %)",
            "yes" if edit.as_cold else "**no**",
        )


def main() -> None:
    """Measure and print a table."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("article", nargs="?", type=Path, default=EXAMPLE)
    parser.add_argument("--voice", default="espeak")
    parser.add_argument("--runs", type=int, default=9)
    parser.add_argument("--smoke", action="store_true", help="once")
    options = parser.parse_args()
    text = read(options.article)
    listed = edits(text)
    with tempfile.TemporaryDirectory() as name:
        desk = Desk(Path(name), text, options.voice)
        measure(
            desk, listed, Path(name) / "cache", 1 if options.smoke else options.runs
        )
    print_edits(listed)


if __name__ == "__main__":
    main()
