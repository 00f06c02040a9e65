"""How well each voice is understood, by a recogniser that has never seen the text.

    python tests/benchmarks/ear.py [ARTICLE ...] [--voice NAME ...] [--wpm N ...]
                                   [--every] [--gate] [--smoke]

Builds each article with each installed voice (`--voice` also takes the path of a
voice's own file), recognises every utterance by itself and counts words heard wrong
against what the script says, not against what is written. What is made equal first,
and why, is in fair.py; the column "as spelled" is without the step that takes "toe" for
"tow" and "land mines" for "landmines".

Utterance by utterance, not in groups of thirty seconds: each error then has its
sentence, and no words are lost where the recogniser cuts its windows. Every utterance
of which more than 30 % is heard wrong is listed, and then the worst of the others;
`--every` lists each with any error. An utterance is an outlier in speed if its phonemes
a second are a third away from the voice's median; short ones are left out, and by
phonemes because "M G M one forty" is five short words.

`--gate` ends with 1 where a voice is heard far worse than it should be. `--smoke` hears
three sentences by one voice and judges nothing.
"""

import argparse
import sys
import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from fair import as_said, nearest
from listen import Recogniser, Recording, installed, record, require_group
from processes import EXAMPLE, head, row
from readings import pieces, plain

from narrate.errors import NarrateError
from narrate.heard import Cue

sys.path.insert(0, str(Path(__file__).parents[1]))

from phonemes import phonemes

GATES = {"espeak": 0.25, "piper": 0.12, "heart": 0.06}
"""By engine: wide, for a voice that has come to harm."""

_WRONG = 0.30
_WORST = 10
_FAR = 4 / 3
_SHORT = 8
"""Words of an utterance whose speed says little."""

_SMOKE = (
    "The ferry came back empty\n\nThe ferry left at seven with forty people. It came "
    "back at noon with none.\n\nNobody on the island could say why.\n"
)


@dataclass(frozen=True, slots=True)
class Heard:
    """One utterance, and what was heard of it."""

    cue: Cue
    text: str
    """As the recogniser wrote it."""

    said: str
    """The script's words, plain."""

    spelled: str
    """What was heard, plain, in the reading nearest to them."""

    sounded: str
    """And in the script's letters where it sounds the same."""

    wrong: float
    """Words heard wrong, of each word said."""

    sounds: float
    """Phonemes a second."""

    @property
    def words_per_minute(self) -> float:
        """Its speed."""
        return len(self.said.split()) * 60_000 / (self.cue.end_ms - self.cue.start_ms)


def listen(recording: Recording, ear: Recogniser) -> list[Heard]:
    """Hear a recording, utterance by utterance."""
    cues = [c for c in recording.episode.timeline.cues if plain(c.utterance.spoken)]
    texts = [ear.hear(recording.cut(cue.start_ms, cue.end_ms)) for cue in cues]
    said = [plain(cue.utterance.spoken) for cue in cues]
    spelled = [nearest(s, pieces(t)) for s, t in zip(said, texts, strict=True)]
    words = sorted({word for line in (*said, *spelled) for word in line})
    sounds = dict(zip(words, phonemes(words), strict=True))
    return [
        _judged(cue, text, ours, theirs, sounds)
        for cue, text, ours, theirs in zip(cues, texts, said, spelled, strict=True)
    ]


def _judged(
    cue: Cue, text: str, ours: list[str], theirs: list[str], sounds: dict[str, str]
) -> Heard:
    said, sounded = " ".join(ours), " ".join(as_said(ours, theirs, sounds))
    length = sum(len(sounds[word]) for word in ours)
    return Heard(
        cue,
        text,
        said,
        " ".join(theirs),
        sounded,
        wer([said], [sounded]),
        length * 1000 / (cue.end_ms - cue.start_ms),
    )


def wer(said: list[str], heard: list[str]) -> float:
    """Give words heard wrong, of each word said."""
    import jiwer  # noqa: PLC0415 - after `require_group` has spoken

    return float(jiwer.wer(said, heard))


def misheard(heard: Iterable[Heard]) -> Counter[tuple[str, str]]:
    """Count what was heard for what, in other letters and another sound."""
    import jiwer  # noqa: PLC0415

    counts: Counter[tuple[str, str]] = Counter()
    for one in heard:
        done = jiwer.process_words(one.said, one.sounded)
        ours, theirs = done.references[0], done.hypotheses[0]
        for chunk in done.alignments[0]:
            if chunk.type != "equal":
                said = " ".join(ours[chunk.ref_start_idx : chunk.ref_end_idx])
                wrote = " ".join(theirs[chunk.hyp_start_idx : chunk.hyp_end_idx])
                counts[said, wrote] += 1
    return counts


def outliers(heard: list[Heard]) -> Iterator[tuple[Heard, float]]:
    """Give the utterances whose speed is far from the voice's, and the factor."""
    long = [one for one in heard if len(one.said.split()) >= _SHORT]
    usual = median(one.sounds for one in long) if long else 0.0
    for one in long:
        factor = one.sounds / usual
        if not 1 / _FAR <= factor <= _FAR:
            yield one, factor


def overall(heard: list[Heard]) -> float:
    """Give words heard wrong of a whole recording."""
    return wer([one.said for one in heard], [one.sounded for one in heard])


def print_row(article: Path, recording: Recording, heard: list[Heard]) -> None:
    """Print the row of one recording."""
    said = [one.said for one in heard]
    row(
        *(recording.voice, article.name, str(sum(len(s.split()) for s in said))),
        f"**{100 * overall(heard):.1f}**",
        f"{100 * wer(said, [one.spelled for one in heard]):.1f}",
        f"{sum(one.wrong > _WRONG for one in heard)} of {len(heard)}",
        f"{median(one.words_per_minute for one in heard):.0f}",
        str(len(list(outliers(heard)))),
    )


def print_details(name: str, heard: list[Heard], *, every: bool) -> None:
    """Print what was heard wrong, worst first, and what is far from the usual speed."""
    ranked = sorted(heard, key=lambda one: -one.wrong)
    worst = [one for one in ranked if one.wrong > _WRONG]
    others = [one for one in ranked if 0 < one.wrong <= _WRONG]
    print(f"\n{name}: heard wrong by more than 30 %, and the worst of the others\n")
    for one in (*worst, *others[: None if every else _WORST]):
        print(f"{100 * one.wrong:3.0f} %  said   {one.cue.utterance.spoken}")
        print(f"       heard  {one.text}")
    again = [(pair, n) for pair, n in misheard(heard).most_common() if n > 1]
    for (said, wrote), times in again:
        print(f"{times} times {said or '(nothing)'!r} as {wrote or '(nothing)'!r}")
    for one, factor in outliers(heard):
        speed = f"{one.words_per_minute:.0f} words a minute, {factor:.2f} of usual"
        print(f"speed: {speed}: {one.cue.utterance.spoken}")


def hear_all(options: argparse.Namespace) -> list[str]:
    """Hear everything, print it, and give what is past its gate."""
    ear = Recogniser()
    done: list[tuple[Path, Recording, list[Heard]]] = []
    head(
        *("voice", "article", "words", "WER, %", "as spelled, %"),
        *("over 30 % wrong", "words a minute", "speed outliers"),
    )
    for voice in options.voice or installed():
        for article in options.articles:
            for speed in options.wpm or [None]:
                recording = record(article, voice, speed)
                heard = listen(recording, ear)
                print_row(article, recording, heard)
                done.append((article, recording, heard))
    for article, recording, heard in done:
        name = f"{recording.voice}, {article.name}"
        print_details(name, heard, every=options.every)
    return [
        f"{recording.voice} is heard wrong by {overall(heard):.2f} in {article.name}, "
        f"more than {GATES[recording.engine]:.2f}."
        for article, recording, heard in done
        if overall(heard) > GATES.get(recording.engine, 1.0)
    ]


def main() -> None:
    """Hear and print a table."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("articles", nargs="*", type=Path, default=[EXAMPLE])
    parser.add_argument("--voice", action="append", help="more than once for more")
    parser.add_argument("--wpm", nargs="+", type=int, help="at other speeds")
    parser.add_argument("--every", action="store_true", help="list each error")
    parser.add_argument("--gate", action="store_true", help="end with 1 if far worse")
    parser.add_argument("--smoke", action="store_true", help="three sentences")
    options = parser.parse_args()
    require_group()
    with tempfile.TemporaryDirectory() as folder:
        if options.smoke:
            short = Path(folder) / "smoke.txt"
            short.write_text(_SMOKE, encoding="utf-8")
            options.articles, options.voice = [short], options.voice or ["espeak"]
        try:
            past = hear_all(options)
        except NarrateError as error:
            sys.exit(str(error))
    if options.gate and past:
        sys.exit("\n".join(past))


if __name__ == "__main__":
    main()
