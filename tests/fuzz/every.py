"""Fuzz every reader in turn, from the samples that the tests have.

    pip install atheris && python tests/fuzz/every.py --seconds 20

A line for each reader: how many files it was fed, and what was found. Ends with 1 where
something was; the file that did it stays in the folder that is named.
"""

import argparse
import re
import subprocess
import sys
import tempfile
from pathlib import Path

from narrate.read.catalog import FORMATS

HERE = Path(__file__).parent
SAMPLES = HERE.parent / "articles"
_RUNS = re.compile(r"(?:stat::number_of_executed_units:|Done) *(\d+)")


def main() -> int:
    """Fuzz each; give 1 where something was found."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=int, default=20, help="for each reader")
    seconds = parser.parse_args().seconds
    folder = Path(tempfile.mkdtemp(prefix="narrate-fuzz-"))
    finds = sum(_fuzz(known.name, seconds, folder) for known in FORMATS)
    print(f"{finds} found in {len(FORMATS)} readers; {folder}")
    return bool(finds)


def _fuzz(name: str, seconds: int, folder: Path) -> bool:
    """Fuzz one reader; tell whether something was found."""
    place = folder / name.replace(" ", "-")
    (place / "corpus").mkdir(parents=True)
    done = subprocess.run(
        [
            *(sys.executable, str(HERE / "readers.py"), name, "-timeout=30"),
            *(f"-max_total_time={seconds}", "-rss_limit_mb=3000", "-seed=1"),
            *("-print_final_stats=1", f"-artifact_prefix={place}/"),
            *(str(place / "corpus"), str(SAMPLES), str(SAMPLES / "formats")),
        ],
        check=False,
        capture_output=True,
        text=True,
        errors="replace",
    )
    runs = _RUNS.findall(done.stderr)
    print(f"{name}: {runs[-1] if runs else 'no'} files, ", end="")
    if done.returncode == 0:
        print("nothing found", flush=True)
        return False
    print("FOUND:", *done.stderr.splitlines()[-30:], sep="\n  ", flush=True)
    return True


if __name__ == "__main__":
    sys.exit(main())
