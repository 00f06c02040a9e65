"""How far our word times are from those of a forced aligner.

    python tests/benchmarks/words.py [ARTICLE] [--voice NAME ...] [--wpm N]
                                     [--worst N] [--smoke]

Builds an article with each installed voice, and compares when the timeline says that
each spoken word starts and ends with where a forced aligner (align.py), that knows
nothing of our engines, finds it in the finished MP3. Milliseconds; "bias" is the median
with its sign, above 0 where we are late.

The aligner is no truth either: it thinks in frames of 10 ms. So the second table holds
it against times that are known: words that the same voice said one by one, stripped of
silence and laid one behind another, with a pause of 100 to 400 ms between them and
without any. What it misses there is the least that any times can show here: in real
speech words run into one another, which is harder.
"""

import argparse
import random
import sys
import tempfile
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from align import Aligner, Place
from listen import RATE_HZ, Recording, installed, record, require_group
from processes import EXAMPLE, head, middle, row

from narrate.errors import NarrateError
from narrate.heard import Phrase
from narrate.speak.catalog import open_engine
from narrate.voice import USUAL, Voice
from narrate.words import unpack, words_of

if TYPE_CHECKING:
    from listen import Samples

_AROUND_MS = 250
_SILENT = 0.02
"""Of a word's peak: what is softer at its ends is no part of it."""

_PAUSES_MS = {"with pauses": (100, 400), "without pauses": (0, 0)}
_SAMPLE = 80
_A_LINE = 8
_COLUMNS = (
    *("words", "start, median", "start, p95", "start, bias"),
    *("end, median", "end, p95", "end, bias", "not found"),
)
_SMOKE = "The ferry came back\n\nThe ferry left at seven with forty people on board.\n"


@dataclass(slots=True)
class Errors:
    """What our times, or the aligner's, miss by."""

    starts_ms: list[float] = field(default_factory=list)
    """Ours less theirs."""

    ends_ms: list[float] = field(default_factory=list)
    """The same at the end of each word."""

    not_found: int = 0
    """Words of utterances that could not be aligned, or have no times."""

    worst: list[tuple[float, str, str]] = field(default_factory=list)
    """How far off, which word, and where."""

    def add(self, ours: Place, theirs: Place, word: str, text: str) -> None:
        """Compare one word."""
        self.starts_ms.append(ours.start_ms - theirs.start_ms)
        self.ends_ms.append(ours.end_ms - theirs.end_ms)
        self.worst.append((self.starts_ms[-1], word, text))


def compare(recording: Recording, aligner: Aligner) -> Errors:
    """Hold the timeline's word times against the aligner's."""
    errors = Errors()
    cues = recording.episode.timeline.cues
    said = [_cut(cue.utterance.spoken) for cue in cues]
    aligner.learn(word for words in said for word in words)
    for cue, words in zip(cues, said, strict=True):
        begin_ms = max(0, cue.start_ms - _AROUND_MS)
        ours = [Place(*times) for times in unpack(cue.times_ms)]
        sound = recording.cut(cue.start_ms, cue.end_ms, _AROUND_MS)
        theirs = aligner.align(sound, words)
        if theirs is None or len(ours) != len(words):
            errors.not_found += len(words)
            continue
        for our, their, word in zip(ours, theirs, words, strict=True):
            there = Place(their.start_ms + begin_ms, their.end_ms + begin_ms)
            errors.add(our, there, word, cue.utterance.spoken)
    return errors


def _cut(text: str) -> list[str]:
    return [text[start:end] for start, end in words_of(text)]


def plausible(
    recording: Recording, aligner: Aligner, pauses_ms: tuple[int, int]
) -> Errors:
    """Hold the aligner against words laid one behind another at known times."""
    chance = random.Random(0)  # noqa: S311 - no secret: the same every time
    spoken = " ".join(c.utterance.spoken for c in recording.episode.timeline.cues)
    plain = sorted({w for w in _cut(spoken) if w.isalpha() and w.islower()})
    words = chance.sample(plain, min(_SAMPLE, len(plain)))
    errors = Errors()
    aligner.learn(words)
    sounds = dict(zip(words, _alone(words, recording.episode.voice), strict=True))
    for at in range(0, len(words), _A_LINE):
        line = words[at : at + _A_LINE]
        sound, known = _laid([sounds[word] for word in line], pauses_ms, chance)
        found = aligner.align(sound, line)
        if found is None:
            errors.not_found += len(line)
            continue
        for place, truth, word in zip(found, known, line, strict=True):
            errors.add(place, truth, word, " ".join(line))
    return errors


def _alone(words: list[str], voice: Voice) -> "list[Samples]":
    """Say each word by itself, without the silence around it."""
    import numpy as np  # noqa: PLC0415 - after `require_group` has spoken
    import soxr  # noqa: PLC0415

    engine = open_engine(voice)
    sounds = []
    for word in words:
        sound = engine.say(Phrase(word), USUAL).sound
        loud = np.frombuffer(sound.samples, "<i2").astype(np.float32) / 32_768
        samples = np.asarray(soxr.resample(loud, sound.rate_hz, RATE_HZ), np.float32)
        heard = np.flatnonzero(np.abs(samples) > _SILENT * np.abs(samples).max())
        sounds.append(samples[heard[0] : heard[-1] + 1])
    return sounds


def _laid(
    sounds: "list[Samples]", pauses_ms: tuple[int, int], chance: random.Random
) -> "tuple[Samples, list[Place]]":
    """Lay sounds one behind another, and tell where each is."""
    import numpy as np  # noqa: PLC0415

    parts, places = [np.zeros(_AROUND_MS * RATE_HZ // 1000, np.float32)], []
    at = len(parts[0])
    for sound in sounds:
        places.append(Place(_ms(at), _ms(at + len(sound))))
        pause = np.zeros(chance.randint(*pauses_ms) * RATE_HZ // 1000, np.float32)
        parts += [sound, pause]
        at += len(sound) + len(pause)
    return np.concatenate([*parts, parts[0]]), places


def _ms(samples: int) -> int:
    return round(samples * 1000 / RATE_HZ)


def print_row(name: str, errors: Errors) -> None:
    """Print how far off the starts and the ends are."""
    cells = [name, str(len(errors.starts_ms))]
    for signed in (errors.starts_ms, errors.ends_ms):
        sizes: list[float] = sorted(map(abs, signed))
        p95 = sizes[min(len(sizes) - 1, len(sizes) * 95 // 100)] if sizes else 0
        cells += [
            f"**{middle(sizes):.0f}**",
            f"**{p95:.0f}**",
            f"{middle(signed):+.0f}",
        ]
    row(*cells, str(errors.not_found))


def print_worst(name: str, errors: Errors, how_many: int) -> None:
    """Print the words whose starts are furthest off."""
    ranked = sorted(errors.worst, key=lambda one: -abs(one[0]))
    for off_ms, word, text in ranked[:how_many]:
        print(f"{name}: {off_ms:+.0f} ms at {word!r} of {text!r}")


def measure(options: argparse.Namespace) -> None:
    """Measure each voice, and the aligner with it; print two tables."""
    aligner = Aligner()
    recordings = [
        record(options.article, voice, options.wpm)
        for voice in options.voice or installed()
    ]
    done = [(recording.voice, compare(recording, aligner)) for recording in recordings]
    head("our times", *_COLUMNS)
    for name, errors in done:
        print_row(name, errors)
    print()
    head("the aligner", *_COLUMNS)
    for recording in recordings:
        for name, pauses_ms in _PAUSES_MS.items():
            errors = plausible(recording, aligner, pauses_ms)
            print_row(f"{recording.voice}, {name}", errors)
    print()
    for name, errors in done:
        print_worst(name, errors, options.worst)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("article", nargs="?", type=Path, default=EXAMPLE)
    parser.add_argument("--voice", action="append", help="more than once for more")
    parser.add_argument("--wpm", type=int, help="at another speed")
    parser.add_argument("--worst", type=int, default=10, metavar="N")
    parser.add_argument("--smoke", action="store_true", help="two sentences")
    options = parser.parse_args()
    require_group()
    with tempfile.TemporaryDirectory() as folder:
        if options.smoke:
            options.article = Path(folder) / "smoke.txt"
            options.article.write_text(_SMOKE, encoding="utf-8")
            options.voice = options.voice or ["espeak"]
        try:
            measure(options)
        except NarrateError as error:
            sys.exit(str(error))


if __name__ == "__main__":
    main()
