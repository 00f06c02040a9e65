"""Pictures of the page in each of its looks, for docs/pictures/.

    python tests/browser/pictures.py [ARTICLE] [--to docs/pictures]

They are of the page as it plays: a sentence and a word are lit. Of as few colours as a
page needs, so that each is small.
"""

import argparse
import io
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Final

sys.path.insert(0, str(Path(__file__).parents[2]))

from PIL import Image

from tests.browser.stage import Page, Stage, chromium, until
from tests.browser.states import THEMES, dress, open_dialog, open_options, ready

_ROOT: Final = Path(__file__).parents[2]
_EXAMPLE: Final = _ROOT / "tests" / "articles" / "minefields.txt"
_SIZES: Final = {"wide": (1120, 700), "phone": (360, 740)}
_COLOURS: Final = 64
_SECOND: Final = 51.9
"""Of the example: in the middle of a sentence, in the middle of the page."""

_AT = "document.getElementById('audio')"


def main() -> None:
    """Build the article, open it in each look, and keep what is seen."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("article", type=Path, nargs="?", default=_EXAMPLE)
    parser.add_argument("--to", type=Path, default=_ROOT / "docs" / "pictures")
    parser.add_argument("--second", type=float, default=_SECOND)
    asked = parser.parse_args()
    asked.to.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as scratch, chromium() as browser:
        command = [sys.executable, "-m", "narrate", "build", str(asked.article)]
        command += ["--voice", "espeak", "-o", f"{scratch}/"]
        subprocess.run(command, check=True, capture_output=True)
        stage = Stage(browser)
        address = (Path(scratch) / asked.article.stem / "index.html").as_uri()
        for name, size in _SIZES.items():
            for theme in THEMES[2:]:
                page = _lit(stage, address, size, theme, asked.second)
                _keep(page, asked.to / f"{theme}-{name}.png")
            page = _lit(stage, address, size, "light", asked.second)
            open_options(page)
            _keep(page, asked.to / f"options-{name}.png")
            page = _lit(stage, address, size, "light", asked.second)
            open_dialog(page)
            _keep(page, asked.to / f"keys-{name}.png")
        page = _lit(stage, address, _SIZES["wide"], "light", asked.second)
        page.emulate_media(forced_colors="active", color_scheme="dark")
        _keep(page, asked.to / "forced-wide.png")


def _lit(
    stage: Stage, address: str, size: tuple[int, int], theme: str, second: float
) -> Page:
    """Open a page at a second, where it looks as it does while it plays."""
    page = ready(stage.open(f"{address}#t={second}", size, device_scale_factor=1))
    dress(page, theme)
    until(page, f"{_AT}.currentTime > 0 && !{_AT}.seeking")
    page.locator(".s.on").wait_for()
    # the bar as it is while it plays, but at one second: each picture of the same word
    page.evaluate(f"{_AT}.dispatchEvent(new Event('play'))")
    page.locator(".s.on").evaluate("one => one.scrollIntoView({ block: 'center' })")
    page.wait_for_timeout(300)
    return page


def _keep(page: Page, path: Path) -> None:
    shot = Image.open(io.BytesIO(page.screenshot())).convert("RGB")
    few = shot.quantize(_COLOURS, dither=Image.Dither.NONE)
    few.save(path, optimize=True)
    print(f"{path.name}: {path.stat().st_size / 1000:.0f} kB", flush=True)  # noqa: T201


if __name__ == "__main__":
    main()
