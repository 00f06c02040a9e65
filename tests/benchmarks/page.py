"""The page that reads along, in a real browser: faults, focus, light against sound.

    python tests/benchmarks/page.py [ARTICLE] [--smoke]

Prints its tables in Markdown. It needs what `pytest -m browser` needs. Lag is how long
after a sentence begins it is lit, by the browser's own clock; the error of sound is how
far what is heard is from what the element's clock says just then, at seeks in a book of
ten such articles that `narrate serve` sends: the recording is sought in the file as
another library decodes it.
"""

import argparse
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from statistics import median

sys.path.insert(0, str(Path(__file__).parents[2]))

import numpy as np

from tests.benchmarks.books import write_book
from tests.benchmarks.processes import EXAMPLE, NARRATE, head, row
from tests.browser.axe import findings
from tests.browser.focus import stops
from tests.browser.heard import errors_ms
from tests.browser.stage import SIZES, Stage, chromium, probe
from tests.browser.states import STATES, THEMES, dress, ready
from tests.served import serving

_SENTENCES = 12
_LONG = 23  # articles like the example have ten thousand words


def build(article: Path, out: Path) -> Path:
    """Build an article with the quick voice, and give its page."""
    command = [*NARRATE, "build", str(article), "--voice", "espeak", "-o", f"{out}/"]
    subprocess.run(command, check=True, capture_output=True)
    return out / article.stem / "index.html"


def faults(stage: Stage, address: str) -> None:
    """Count what axe finds, a row for each theme."""
    _begin("Faults that axe finds")
    head("theme", *STATES)
    for theme in THEMES:
        found = []
        for enter in STATES.values():
            page = ready(stage.open(address))
            enter(page)
            dress(page, theme)
            found.append(str(len(findings(page))))
        row(theme or "light by system", *found)
        stage.close()


def focus(stage: Stage, address: str) -> None:
    """Count the stops of the Tab key and those that are hidden, both ways."""
    _begin("What has the focus, there and back")
    head("window", "state", "stops", "hidden", "partly hidden", "no outline")
    for name, size in SIZES.items():
        for state in ("idle", "playing", "options open"):
            page = ready(stage.open(address, size))
            STATES[state](page)
            found = stops(page) + stops(page, "Shift+Tab")
            hidden = sum(stop.is_hidden for stop in found)
            partly = sum(0 < stop.seen < 1 for stop in found)
            bare = sum(not stop.outlined for stop in found)
            window = f"{size[0]} × {size[1]} ({name})"
            row(window, state, *map(str, (len(found), hidden, partly, bare)))
            stage.close()


def lag(stage: Stage, address: str, count: int) -> None:
    """Measure how soon a sentence and a word are lit."""
    page = ready(stage.open(address))
    lags = [each or 0.0 for each in probe(page, "lag", list(range(1, count)))]
    frames = probe(page, "words", 5)
    right = np.mean([frame["right"] for frame in frames])
    _begin("Light behind sound")
    head("lit after, ms", "p50", "p95", "greatest", "frames with the right word")
    row(str(len(lags)), *_spread(lags), f"{right:.1%}")


def sound(stage: Stage, address: str, audio: Path, count: int) -> None:
    """Measure how far what is heard is from the clock."""
    page = stage.open(address, bypass_csp=True)
    errors = errors_ms(page, audio, count)
    _begin("Sound against the clock")
    head("seeks", "median error, ms", "p95", "greatest")
    row(str(len(errors)), *_spread([abs(each) for each in errors]))


def _begin(title: str) -> None:
    print(f"\n### {title}\n")


def _spread(values: Sequence[float]) -> tuple[str, str, str]:
    chosen = (median(values), np.percentile(values, 95), max(values))
    return f"{chosen[0]:.0f}", f"{chosen[1]:.0f}", f"{chosen[2]:.0f}"


def weight(page: Path, words: int) -> None:
    """Weigh a page of so many words."""
    size = page.stat().st_size
    _begin("Size")
    head("words", "page, kB", "bytes a word over 40 kB", "wanted")
    over = (size - 40_000) / words
    row(str(words), f"{size / 1000:.0f}", f"{over:.1f}", "40.0")


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("article", type=Path, nargs="?", default=EXAMPLE)
    parser.add_argument("--smoke", action="store_true")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        out = Path(scratch) / "out"
        page = build(asked.article, out)
        book = build(write_book(EXAMPLE, 1 if asked.smoke else 10, Path(scratch)), out)
        long = write_book(EXAMPLE, 1 if asked.smoke else _LONG, Path(scratch))
        with (
            chromium() as browser,
            serving(out, trouble=Path(scratch) / "trouble", patience_s=900) as served,
        ):
            stage, site = Stage(browser), f"http://127.0.0.1:{served.port}"
            address, audio = page.as_uri(), book.with_name(f"{book.parent.name}.mp3")
            heard = f"{site}/{book.parent.name}/index.html"
            faults(stage, address)
            focus(stage, address)
            lag(stage, address, 4 if asked.smoke else _SENTENCES * 2)
            sound(stage, heard, audio, 4 if asked.smoke else 20)
            weight(build(long, out), len(long.read_text("utf-8").split()))


if __name__ == "__main__":
    main()
