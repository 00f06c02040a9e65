"""What the listener chose; each stage is handed only its own part."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

from narrate.roles import TREATMENTS, Role, Treatment


class Captions(StrEnum):
    """What becomes of the words under pictures."""

    FULL = "full"
    """All of them."""

    BRIEF = "brief"
    """The first sentence of each, and of a credit the name."""

    OFF = "off"
    """Left out, with their credits, and listed as left out."""


class Credits(StrEnum):
    """Whether it is said who made a picture."""

    ON = "on"
    """Behind the caption."""

    OFF = "off"
    """Left out, and listed as left out."""


@dataclass(frozen=True, slots=True)
class Pictures:
    """How pictures are told of."""

    captions: Captions = Captions.FULL
    """What becomes of the words under them."""

    credits: Credits = Credits.ON
    """Whether it is said who made them."""

    chapters: bool = True
    """Each is a chapter of its own, which a listener can skip; or read in its place."""


class Acronyms(StrEnum):
    """When a short form's long form is said."""

    FIRST = "first"
    """At its first mention, before the short form; not where everyone knows it."""

    ALWAYS = "always"
    """At each mention, instead of the short form."""

    NEVER = "never"
    """Only where the article itself says it."""


class Emoji(StrEnum):
    """What becomes of the small pictures in a text."""

    NAMES = "names"
    SILENT = "silent"


@dataclass(frozen=True, slots=True)
class Reading:
    """What the read stage is told."""

    encoding: str = ""
    """The article's character encoding, if it must be told."""

    title: str = ""
    """Instead of the article's own; so are the next four."""

    byline: str = ""
    """The author's name."""

    published: str = ""
    """YYYY, YYYY-MM or YYYY-MM-DD."""

    site: str = ""
    """Who published it."""

    language: str = ""
    """BCP 47; it is detected otherwise."""

    allow_private: bool = False
    """A link may lead to an address inside a private network."""


@dataclass(frozen=True, slots=True)
class Saying:
    """How short forms and small pictures are said."""

    acronyms: Acronyms = Acronyms.FIRST
    """When long forms are said."""

    emoji: Emoji = Emoji.NAMES
    """What becomes of emoji."""


@dataclass(frozen=True, slots=True)
class Pacing:
    """What the script stage is told."""

    words_per_minute: int = 165
    """To judge how long a chapter will take."""

    pictures: Pictures = field(default_factory=Pictures)
    """How pictures are told of."""

    lexicons: tuple[Path, ...] = ()
    """Files of the listener's own words, the nearest first; over the shipped ones."""

    treatments: Mapping[Role, Treatment] = field(default_factory=lambda: TREATMENTS)
    """What becomes of each role; each role has one."""

    saying: Saying = field(default_factory=Saying)
    """How short forms and emoji are said."""

    lead_ins: Mapping[Role, str] = field(default_factory=dict)
    """Words before a passage of a role, instead of the language's own."""


class Quality(StrEnum):
    """What the MP3 is made for. The sample rates are in mix/base.py."""

    BEST = "best"
    """As clear as 64 kbit/s can be."""

    FAST = "fast"
    """A quarter less to encode, a little less clear."""


class Kind(StrEnum):
    """What a build can leave: a file each, named in publish/base.py."""

    MP3 = "mp3"
    VTT = "vtt"
    SRT = "srt"
    JSON = "json"
    HTML = "html"
    PAGE = "page"
    CHAPTERS = "chapters"
    COVER = "cover"
    EPISODE = "episode"
    NUMBERED = "numbered"
    M4B = "m4b"
    OPUS = "opus"
    EPUB = "epub"


EXTRA = frozenset({Kind.NUMBERED, Kind.M4B, Kind.OPUS, Kind.EPUB})
"""What is left only for those who ask for it."""

USUAL = frozenset(Kind) - EXTRA
"""What is left for everyone else."""


@dataclass(frozen=True, slots=True)
class Encoding:
    """How the sound is mastered. The sources of the numbers are in mix/."""

    quality: Quality = Quality.BEST
    """Which sample rate the MP3 has."""

    loudness_lufs: float = -19.0
    """Mono; a player that wants -16 LUFS in stereo hears the same."""

    ceiling_db: float = -2.5
    """No sample goes above; leaves room for the codec below -1.5 dBTP."""


@dataclass(frozen=True, slots=True)
class Options:
    """Everything that `narrate build` was asked for."""

    article: str
    """A path, a link, or `-` for standard input."""

    output: str | Path | None = None
    """A file, a folder, `-` for standard output, or nothing for a folder in out/."""

    voice: str = "heart"
    """A name in voices/, or the path of a voice's own file."""

    words_per_minute: int | None = None
    """Another speed than the voice's own."""

    pictures: Pictures = field(default_factory=Pictures)
    """How pictures are told of."""

    lexicon: Path | None = None
    """The listener's own words, before those beside the article and of the home."""

    reading: Reading = field(default_factory=Reading)
    """What the read stage is told."""

    treatments: Mapping[Role, Treatment] = field(default_factory=lambda: TREATMENTS)
    """What becomes of each role."""

    jobs: int = 0
    """How many workers; 0 is one for each core."""

    force: bool = False
    """Write over a file that is not ours."""

    saying: Saying = field(default_factory=Saying)
    """How short forms and emoji are said."""

    quality: Quality = Quality.BEST
    """What the MP3 is made for."""

    verify: bool = False
    """Measure the MP3 when it is done."""

    kinds: frozenset[Kind] = USUAL
    """Which files to leave in the episode's folder."""

    cover: Path | None = None
    """An image of the listener's own, instead of one that we draw."""

    name: str = ""
    """What its folder and files are called, instead of by the article."""

    count_unknown: bool = False
    """Record which words no lexicon or dictionary knew."""


def is_link(article: str) -> bool:
    """Tell a link from a path."""
    return article.lower().startswith(("http://", "https://"))


def primary(language: str) -> str:
    """Give a language tag's first part, in small letters: `en` of en-US, and en_US."""
    return language.replace("_", "-").split("-")[0].casefold()
