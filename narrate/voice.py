"""A Voice: who speaks, how, and in which manner each kind of passage is said."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from narrate.roles import BESIDE, Role

Points = tuple[tuple[float, float], ...]
"""Pairs of where and what was measured there, rising; between two, a line."""


@dataclass(frozen=True, slots=True)
class Manner:
    """How a voice sounds in one kind of passage, against how it usually sounds."""

    pitch: float = 1.0
    """A factor: 0.92 is a little lower."""

    speed: float = 1.0
    """A factor: 0.95 is a little slower."""

    level_db: float = 0.0
    """Never above 0, where the article itself lies: decibels."""

    lead_in: str | None = None
    """Words that introduce it, instead of the usual ones; "" for none."""

    voice: str = ""
    """Another voice that says it, by its name; "" for this one."""


USUAL = Manner()
"""How a voice reads the article itself."""


@dataclass(frozen=True, slots=True)
class Voice:
    """One voice, as voices/NAME.toml describes it."""

    name: str
    """What `--voice` is given."""

    engine: str
    """Which engine speaks it: a name of narrate.speak.catalog."""

    about: str
    """One line for `narrate voices`."""

    language: str
    """BCP 47, as in the article's own language."""

    words_per_minute: int
    """How fast it reads; `--wpm` asks for another speed."""

    usual_words_per_minute: int
    """Its speed when nothing is asked of it, as measured."""

    slowest_words_per_minute: int
    """Below this the engine can't go."""

    fastest_words_per_minute: int
    """Above this the engine can't go."""

    loudness_lufs: Points
    """On running text (ITU-R BS.1770), before any gain of ours, by words a minute."""

    licence: str
    """Of the voice and its engine."""

    variant: str = ""
    """Which of the engine's own voices this is."""

    source: str = ""
    """Where it comes from, in words."""

    model: str = ""
    """The file of its network, where it has one of its own: a path, or PACKAGE/FILE in
    an installed package."""

    sha256: str = ""
    """Of that file."""

    natural: bool = False
    """Whether it sounds like a person."""

    pitch: float = 1.0
    """A factor, against the engine's own voice."""

    louder_lu: Points = ()
    """How much louder it is at a pitch (a factor) than at its own."""

    roles: Mapping[str, Manner] = field(default_factory=dict, hash=False)
    """How it sounds by role, and `aside`: whatever stands beside the article."""

    @property
    def notice(self) -> str:
        """One sentence: a machine reads, and which."""
        return f"Read aloud by a synthetic voice: {self.name} ({self.about})."

    def manner(self, role: Role, *, aside: bool) -> Manner:
        """Tell how this voice says a role, in the article or beside it."""
        if role in BESIDE and not aside:
            return USUAL
        return self.roles.get(role) or (aside and self.roles.get("aside")) or USUAL

    def lead_ins(self) -> Mapping[Role, str]:
        """Give the words of its own that introduce a role."""
        said = {role: self.roles.get(role, USUAL).lead_in for role in Role}
        return {role: words for role, words in said.items() if words is not None}

    def loudness(self, manner: Manner) -> float:
        """Tell how loud it is in a manner, in LUFS, before any gain of ours."""
        speed = self.words_per_minute * manner.speed
        return _at(self.loudness_lufs, speed) + _at(self.louder_lu, manner.pitch)


def _at(points: Sequence[tuple[float, float]], place: float) -> float:
    """Read a measured curve: between two points a line, beyond the ends the last."""
    if not points:
        return 0.0
    low, at_low = ([p for p in points if p[0] <= place] or points[:1])[-1]
    high, at_high = ([p for p in points if p[0] >= place] or points[-1:])[0]
    share = (place - low) / (high - low) if low < high else 0.0
    return at_low + share * (at_high - at_low)
