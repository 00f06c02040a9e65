"""What stands before the sound of an MP3: tags, one after the other."""

from collections.abc import Iterator
from dataclasses import dataclass

from narrate.check.id3 import Fault, Frame, Tag, Trouble
from narrate.check.marks import Marks
from narrate.check.text import Text, read_text

OLD = 2
"""ID3v2.2: its frames have names of three letters, and none is for chapters."""

_OLD_NAMES = {"TIT2": "TT2", "TPE1": "TP1", "TALB": "TAL", "TLEN": "TLE", "TRCK": "TRK"}


@dataclass(frozen=True, slots=True)
class Head:
    """The tags, and what the first of them says."""

    tags: tuple[Tag, ...]
    """One after the other; most files have one."""

    marks: Marks
    """The first one's chapters; none where there is no tag."""

    length_ms: int
    """Of the sound; 0 where there is none."""

    @property
    def major(self) -> int:
        """The first one's version."""
        return self.tags[0].major

    def text(self, name: str) -> Text | None:
        """Read the first text frame of a name."""
        for tag in self.tags[:1]:
            named = tag.named(_OLD_NAMES[name] if tag.major == OLD else name)
            if named:
                return read_text(named[0].body, tag.major)
        return None

    @property
    def is_part(self) -> bool:
        """Whether it says that it is one of several: track 2 of 9."""
        track = self.text("TRCK")
        _, _, of = track.value.partition("/") if track else ("", "", "")
        return of.strip() not in {"", "0", "1"}

    def frames(self) -> Iterator[tuple[str, Frame]]:
        """Yield each frame of the first tag, those in its chapters too, and where."""
        for tag in self.tags[:1]:
            for frame in tag.frames:
                yield f"{frame.name} (frame {frame.number})", frame
        for mark in self.marks.chapters:
            for frame in mark.inner:
                yield f"{frame.name} of {mark.place}", frame

    def faults(self) -> Iterator[Fault]:
        """Yield what is wrong with their bytes."""
        for tag in self.tags[:1]:
            cut = tag.there < tag.size  # its padding is then the sound
            yield from (
                fault
                for fault in tag.faults
                if not (cut and fault.trouble is Trouble.PADDING)
            )
        yield from self.marks.faults
