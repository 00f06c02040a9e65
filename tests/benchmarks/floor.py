"""How far a build is from the least that it could take.

    python tests/benchmarks/floor.py [ARTICLE] [--voice espeak] [--copies 0] [--runs 9]

The least is bare synthesis and bare encoding, in processor seconds, shared out over the
cores: `espeak-ng -v en-us -s 150 -f ARTICLE --stdout > /dev/null`, or for `heart` the
loop `for part in Hibari().stream(text)` without loading it; then one LAME encoder of
our settings over the samples that this gave, at the build's rate (resampling is not
counted). Nothing of what else a build does is in it: reading, what is said for what is
written, loudness, tags, the interpreter. Build and floor in turn, medians; the last
column is the median of each round's ratio. `--copies` makes a book of so many articles
like the one. `--smoke` runs each once, and voice `heart`, which needs no peer.
"""

import argparse
import os
import struct
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import IO

import numpy as np
import soxr
from builds import ours, text_of
from processes import CORES, EXAMPLE, end, head, middle, require, row, run, start

from narrate.mix.base import FORMATS
from narrate.mix.encode import open_encoder
from narrate.options import Quality

_WAV_HEAD = 44  # bytes that espeak-ng writes before its samples
_RATE_AT = 24  # of them
_HEART_HZ = 24_000
_BLOCK_S = 60  # long, so that whoever makes samples waits while they are encoded
_HEART = """
import sys, time
import numpy as np
from hibari import Hibari

stream = Hibari().stream(open(sys.argv[1], encoding="utf-8").read(), seed=0)
took_s = 0.0
while True:
    start_s = time.process_time()
    part = next(stream, None)
    took_s += time.process_time() - start_s
    if part is None:
        break
    samples = (np.clip(part, -1.0, 1.0) * 32767.0).astype("<i2")
    sys.stdout.buffer.write(samples.tobytes())
print(took_s, file=sys.stderr)
"""
_QUALITIES = {"espeak": ("fast", "best"), "heart": ("best",)}
_TARGETS = {"espeak": ("1.60", "1.15"), "heart": ("1.35", "1.12")}
"""For an article and for a book."""


@dataclass(frozen=True, slots=True)
class Floor:
    """What bare synthesis and bare encoding took."""

    synthesis_s: float
    encoding_s: float

    @property
    def wall_s(self) -> float:
        """The least, with all cores at work and nothing else to do."""
        return (self.synthesis_s + self.encoding_s) / CORES


def measure_floor(voice: str, text: Path, quality: str) -> Floor:
    """Synthesise and encode a text, and count nothing else."""
    with tempfile.TemporaryDirectory() as name, tempfile.TemporaryFile() as told:
        scratch = Path(name)
        synthesis_s = 0.0
        command: tuple[str, ...] = (sys.executable, "-c", _HEART, str(text))
        if voice == "espeak":
            command = ("espeak-ng", "-v", "en-us", "-s", "150", "-f", str(text))
            command += ("--stdout",)
            synthesis_s = run(command, scratch).cpu_s
        process = start(command, scratch, subprocess.PIPE, told.fileno())
        try:
            encoding_s = _encode_all(process.stdout, voice, quality)
        finally:
            end(process)
        told.seek(0)
        return Floor(synthesis_s or float(told.read()), encoding_s)


def _encode_all(samples: IO[bytes] | None, voice: str, quality: str) -> float:
    """Encode samples as they come, by one encoder; give its processor seconds."""
    if not samples:
        return 0.0
    rate_hz = _HEART_HZ
    if voice == "espeak":
        rate_hz = struct.unpack_from("<I", samples.read(_WAV_HEAD), _RATE_AT)[0]
    made = FORMATS[Quality(quality)]
    encoder = open_encoder(made)
    took_s = 0.0
    for block in _blocks(samples, rate_hz, made.rate_hz):
        start_s = time.process_time()
        encoder.encode(block)
        took_s += time.process_time() - start_s
    encoder.flush()
    return took_s


def _blocks(samples: IO[bytes], from_hz: int, to_hz: int) -> Iterator[bytes]:
    """Give a minute of sound at a time, at another rate."""
    change = soxr.ResampleStream(from_hz, to_hz, 1, dtype="int16")
    while block := samples.read(2 * _BLOCK_S * from_hz):
        whole = np.frombuffer(block, "<i2", len(block) // 2)
        yield change.resample_chunk(whole).tobytes() if from_hz != to_hz else block


def compare(voice: str, text: Path, runs: int, target: str, *, warm_up: bool) -> None:
    """Build and measure the floor in turn; print a row for each quality."""
    for quality in _QUALITIES[voice]:
        walls: list[float] = []
        floors: list[Floor] = []
        for at in range(-1 if warm_up else 0, runs):
            wall_s = ours(voice, quality, text).go().wall_s
            floor = measure_floor(voice, text, quality)
            if at >= 0:
                walls.append(wall_s)
                floors.append(floor)
        ratios = [a / b.wall_s for a, b in zip(walls, floors, strict=True)]
        row(
            f"{voice}, {quality}",
            f"{middle(walls):.2f}",
            f"{middle([floor.synthesis_s for floor in floors]):.2f}",
            f"{middle([floor.encoding_s for floor in floors]):.2f}",
            f"{middle([floor.wall_s for floor in floors]):.2f}",
            f"{middle(ratios):.2f}",
            target,
        )


def main() -> None:
    """Measure and print a table."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("article", nargs="?", type=Path, default=EXAMPLE)
    parser.add_argument("--voice", choices=list(_TARGETS), default="espeak")
    parser.add_argument("--copies", type=int, default=0)
    parser.add_argument("--runs", type=int, default=9)
    parser.add_argument("--smoke", action="store_true", help="heart alone, once")
    options = parser.parse_args()
    runs = 1 if options.smoke else options.runs
    voice = "heart" if options.smoke else options.voice
    if voice == "espeak":
        require("espeak-ng")
    os.environ["OPENBLAS_NUM_THREADS"] = "1"  # spinning threads are no work
    head(
        *("build", "wall, s", "synthesis, CPU s", "encoding, CPU s"),
        *(f"floor on {CORES} cores, s", "wall ÷ floor", "at most"),
    )
    with text_of(options.article.resolve(), options.copies) as text:
        book = bool(options.copies)
        compare(voice, text, runs, _TARGETS[voice][book], warm_up=runs > 1 and not book)


if __name__ == "__main__":
    main()
