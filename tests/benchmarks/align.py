"""A forced aligner: when each word is said, from the sound and its words alone.

It is pocketsphinx, a recogniser of another kind and maker than any voice of ours, told
which words come and left to find where. A word that its dictionary lacks gets the
sounds of espeak-ng's IPA.
"""

import re
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np

    Samples = np.ndarray[tuple[int], np.dtype[np.float32]]

sys.path.insert(0, str(Path(__file__).parents[1]))

from phonemes import phonemes

_FRAME_MS = 10
_BEAM = 1e-200
_WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)*")
_VARIANT = re.compile(r"\(\d+\)$")
_BEYOND = frozenset({"<sil>", "<s>", "</s>", "[NOISE]", "(NULL)"})
_SOUNDS = dict(
    pair.split("=")
    for pair in (
        "aɪ=AY aʊ=AW eɪ=EY oʊ=OW ɔɪ=OY tʃ=CH dʒ=JH ɑ=AA a=AA æ=AE ə=AH ʌ=AH ɐ=AH ɔ=AO "
        "o=AO ɛ=EH e=EH ɚ=ER ɜ=ER ɪ=IH i=IY ʊ=UH u=UW y=UW b=B d=D ð=DH f=F ɡ=G "
        "g=G h=HH k=K l=L m=M n=N ŋ=NG p=P ɹ=R r=R s=S ʃ=SH t=T θ=TH v=V w=W j=Y z=Z "
        "ʒ=ZH ʔ=T x=K"
    ).split()
)
_SOUND = re.compile("|".join(sorted(_SOUNDS, key=len, reverse=True)))


@dataclass(frozen=True, slots=True)
class Place:
    """Where one word of a text is heard."""

    start_ms: int
    """From the beginning of the sound."""

    end_ms: int
    """Where it ends; silence behind it is not in it."""


class Aligner:
    """Finds words in sound."""

    def __init__(self) -> None:
        from pocketsphinx import Decoder  # noqa: PLC0415 - when it is needed

        # Its usual beams lose a voice as unlike a person as espeak-ng's: of 723 words
        # 631 were not found.
        self._decoder = Decoder(
            samprate=16_000,
            bestpath=False,
            loglevel="FATAL",
            beam=_BEAM,
            pbeam=_BEAM,
            wbeam=_BEAM,
            maxhmmpf=-1,
        )

    def learn(self, words: Iterable[str]) -> None:
        """Give every word that its dictionary lacks the sounds of its IPA."""
        parts = {part for word in words for part in _parts(word)}
        unknown = sorted(p for p in parts if not self._decoder.lookup_word(p))
        for part, ipa in zip(unknown, phonemes(unknown), strict=True):
            if sounds := " ".join(_SOUNDS[sound] for sound in _SOUND.findall(ipa)):
                self._decoder.add_word(part, sounds, update=True)

    def align(self, samples: "Samples", words: list[str]) -> list[Place] | None:
        """Give the place of each word; nothing if they can't be found there."""
        parts = [_parts(word) for word in words]
        flat = [part for listed in parts for part in listed]
        if not all(parts) or not all(map(self._decoder.lookup_word, flat)):
            return None
        places = self._places(samples, flat)
        if len(places) != len(flat):
            return None
        given = iter(places)
        found = [[next(given) for _ in listed] for listed in parts]
        return [Place(each[0].start_ms, each[-1].end_ms) for each in found]

    def _places(self, samples: "Samples", parts: list[str]) -> list[Place]:
        import numpy as np  # noqa: PLC0415

        pcm = (np.clip(samples, -1, 1) * 32_767).astype("<i2").tobytes()
        self._decoder.set_align_text(" ".join(parts))
        self._decoder.start_utt()
        self._decoder.process_raw(pcm, full_utt=True)
        self._decoder.end_utt()
        found = [s for s in self._decoder.seg() or () if s.word not in _BEYOND]
        if [_VARIANT.sub("", s.word) for s in found] != parts:
            return []
        return [
            Place(s.start_frame * _FRAME_MS, (s.end_frame + 1) * _FRAME_MS)
            for s in found
        ]


def _parts(word: str) -> list[str]:
    """Give the dictionary's words in one: "U.S.-made" has three."""
    return _WORD.findall(word.replace("’", "'").casefold())
