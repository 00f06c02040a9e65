"""Builds and their peers as the benchmarks run them: cold, again and again."""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from books import write_book
from processes import NARRATE, Run, middle, run

BYTES_A_SECOND = 8_000  # of MP3, at 64 kbit/s
_ID3 = 10  # bytes before an ID3 tag's own
_NOT_YET = Run(0.0, 0.0)


@dataclass(slots=True)
class Lane:
    """One command of a race, and what it took."""

    command: tuple[str, ...]
    """With places for a scratch folder."""

    runs: list[Run]
    looked: Run = _NOT_YET
    """One whose memory was looked at."""

    sound_s: float = 0.0

    def go(self, look_every_s: float = 0.0) -> Run:
        """Run once, cold."""
        with tempfile.TemporaryDirectory() as scratch:
            command = tuple(word.replace("{scratch}", scratch) for word in self.command)
            done = run(command, Path(scratch) / "cache", look_every_s)
            self.sound_s = max(map(_sound_s, Path(scratch).glob("*.mp3")))
        return done

    @property
    def wall_s(self) -> float:
        """The median."""
        return middle([done.wall_s for done in self.runs])

    @property
    def cpu_s(self) -> float:
        """The median."""
        return middle([done.cpu_s for done in self.runs])


def ours(voice: str, quality: str, text: Path) -> Lane:
    """Give our way of building a text."""
    words = ("--voice", voice, "--quality", quality, "--plain")
    return Lane((*NARRATE, "build", str(text), "-o", "{scratch}/a.mp3", *words), [])


@contextmanager
def text_of(article: Path, copies: int) -> Iterator[Path]:
    """Give the article, or write a book like it for as long as it is needed."""
    if not copies:
        yield article
        return
    with tempfile.TemporaryDirectory() as folder:
        yield write_book(article, copies, Path(folder))


def _sound_s(path: Path) -> float:
    """Tell how long an MP3 plays, of a constant 64 kbit/s behind its tag."""
    with path.open("rb") as file:
        tag = tag_length(file.read(_ID3))
    return (path.stat().st_size - tag) / BYTES_A_SECOND


def tag_length(begin: bytes) -> int:
    """Tell how many bytes of an ID3 tag a file begins with, by its first ten."""
    if not begin.startswith(b"ID3"):
        return 0
    return _ID3 + sum(byte << 7 * at for at, byte in enumerate(reversed(begin[6:10])))
