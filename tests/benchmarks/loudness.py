"""How loud voices are by themselves, and how even a finished file is.

loudness.py VOICE ...            measures voices, prints the entries of their files
loudness.py --build ARTICLE V .. builds the article, measures its roles by their cues
"""

import argparse
import tempfile
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import soundfile
from numpy.typing import NDArray

from narrate.build import build
from narrate.calibrate import calibrate, loudness, running_text
from narrate.heard import Cue
from narrate.meter import measure
from narrate.options import Options
from narrate.prepare import prepare
from narrate.sound import Sound
from narrate.speak.voices import find_voice
from narrate.voice import Voice

_MOST_TEXTS = 60


def entries(voice: Voice, article: Path | None) -> None:
    """Measure a voice; print what to write into its file."""
    texts: Sequence[str] = running_text(voice.language)
    if article:
        _, script, _ = prepare(Options(str(article)))
        spoken = [u.spoken for u in script.utterances() if not u.aside]
        texts = spoken[:_MOST_TEXTS]
    slow, usual, fast = (
        voice.slowest_words_per_minute,
        voice.usual_words_per_minute,
        voice.fastest_words_per_minute,
    )
    steps = (slow, (usual + 2 * fast) // 3, (2 * usual + fast) // 3, fast)
    found = calibrate(voice, texts, steps)
    print(f"# {voice.name}")
    for name, value in found.entries().items():
        print(f"{name} = {value}")


def check(voice: Voice, article: Path) -> None:
    """Build an article; print the loudness of the file and of each role in it."""
    with tempfile.TemporaryDirectory() as scratch:
        path = Path(scratch) / "built.mp3"
        episode = build(Options(str(article), path, voice.name), lambda _: None)
        samples, rate_hz = soundfile.read(path, dtype="int16")
        whole = measure(path)
    kinds: dict[str, list[Sound]] = defaultdict(list)
    for cue in episode.timeline.cues:
        kinds[_kind(cue)].append(_cut(samples, rate_hz, cue))
    article_lufs = loudness(kinds["article"])
    print(f"{voice.name}: file {whole.lufs:.2f} LUFS, article {article_lufs:.2f}")
    for kind, sounds in sorted(kinds.items()):
        lufs = loudness(sounds)
        print(f"  {kind}: {len(sounds)}, {lufs - article_lufs:+.2f} LU")


def _kind(cue: Cue) -> str:
    utterance = cue.utterance
    plain = utterance.role.value in {"paragraph", "list item", "link"}
    if utterance.aside:
        return f"aside {utterance.role}"
    return "article" if plain else str(utterance.role)


def _cut(samples: NDArray[np.int16], rate_hz: int, cue: Cue) -> Sound:
    first, last = (at * rate_hz // 1000 for at in (cue.start_ms, cue.end_ms))
    return Sound(samples[first:last].tobytes(), rate_hz)


def main() -> None:
    """Measure the voices that are named."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("voices", nargs="+", metavar="VOICE")
    parser.add_argument("--text", type=Path, help="measure on an article")
    parser.add_argument("--build", type=Path, help="build it, and check the file")
    parser.add_argument("--smoke", action="store_true", help="the built-in text only")
    asked = parser.parse_args()
    for name in asked.voices:
        voice = find_voice(name)
        if asked.build and not asked.smoke:
            check(voice, asked.build)
        else:
            entries(voice, asked.text)


if __name__ == "__main__":
    main()
