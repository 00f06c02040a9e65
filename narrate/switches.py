"""The arguments and options that commands share, with their words of help."""

from collections.abc import Iterable
from pathlib import Path
from typing import Annotated

import typer

from narrate.options import (
    USUAL,
    Acronyms,
    Captions,
    Credits,
    Emoji,
    Kind,
    Quality,
)

Article = Annotated[
    str,
    typer.Argument(metavar="ARTICLE", help="A file, a link, or - for standard input."),
]
Output = Annotated[
    str | None,
    typer.Option(
        "--output",
        "-o",
        metavar="PATH",
        help="A file, a folder, or - for a player [out/].",
    ),
]
VoiceName = Annotated[
    str, typer.Option("--voice", metavar="NAME", help="See: narrate voices.")
]
Speed = Annotated[
    int | None, typer.Option("--wpm", metavar="N", help="Words a minute.")
]
CaptionsChoice = Annotated[
    Captions, typer.Option("--captions", help="What becomes of words under pictures.")
]
CreditsChoice = Annotated[
    Credits, typer.Option("--credits", help="Whether it is said who made a picture.")
]
CaptionChapters = Annotated[
    bool,
    typer.Option(
        "--caption-chapters/--no-caption-chapters",
        help="Pictures as chapters to skip, or read in their places.",
    ),
]
AcronymsChoice = Annotated[
    Acronyms, typer.Option("--acronyms", help="When long forms of acronyms are said.")
]
EmojiChoice = Annotated[
    Emoji, typer.Option("--emoji", help="Said by their names, or not at all.")
]
LexiconFile = Annotated[
    Path | None,
    typer.Option("--lexicon", metavar="FILE", help="Your own words (TOML)."),
]
EncodingName = Annotated[
    str, typer.Option("--encoding", metavar="NAME", help="If it can't be told.")
]
Treat = Annotated[
    list[str] | None,
    typer.Option(
        "--treat",
        metavar="LABEL=HOW",
        help="say, aside, sum-up or drop: --treat table=say. May be repeated.",
    ),
]
Title = Annotated[
    str, typer.Option("--title", metavar="TEXT", help="Instead of its own.")
]
Author = Annotated[
    str, typer.Option("--author", metavar="NAME", help="Instead of its own.")
]
Date = Annotated[
    str, typer.Option("--date", metavar="YYYY-MM-DD", help="Instead of its own.")
]
Site = Annotated[
    str, typer.Option("--source", metavar="NAME", help="Who published it.")
]
Language = Annotated[
    str, typer.Option("--language", metavar="CODE", help="If it can't be told: en.")
]
AllowPrivate = Annotated[
    bool, typer.Option("--allow-private", help="Fetch links inside your own network.")
]
QualityChoice = Annotated[
    Quality, typer.Option("--quality", help="Clearest, or quickest to make.")
]
Verify = Annotated[
    bool, typer.Option("--verify", help="Measure the MP3's loudness and peaks.")
]
Jobs = Annotated[
    int, typer.Option("--jobs", "-j", metavar="N", help="Workers [one for each core].")
]
Plain = Annotated[
    bool, typer.Option("--plain", help="Appended lines only, no live bar.")
]
AsJson = Annotated[bool, typer.Option("--json", help="For programs, on one output.")]
Force = Annotated[
    bool, typer.Option("--force", help="Write over a file that is not narrate's.")
]
Why = Annotated[bool, typer.Option("--why", help="Name the rule behind each change.")]
Only = Annotated[
    list[Kind] | None,
    typer.Option("--only", help="Leave this alone: --only mp3. May be repeated."),
]
Numbered = Annotated[
    bool, typer.Option("--numbered", help="Also an MP3 for each chapter, and a list.")
]
M4b = Annotated[bool, typer.Option("--m4b", help="Also an audiobook: AAC, chapters.")]
Opus = Annotated[
    bool, typer.Option("--opus", help="Also Ogg Opus: smaller by a third.")
]
Epub = Annotated[bool, typer.Option("--epub", help="Also EPUB 3, which reads along.")]
Cover = Annotated[
    Path | None,
    typer.Option("--cover", metavar="FILE", help="Your own picture: JPEG or PNG."),
]


def wanted_kinds(only: Iterable[Kind] | None, **extra: bool) -> frozenset[Kind]:
    """Give which files to leave: only some, or the usual ones; and extra ones by name.

    >>> sorted(wanted_kinds([Kind.MP3], m4b=False, epub=True))
    [<Kind.EPUB: 'epub'>, <Kind.MP3: 'mp3'>]
    """
    asked = {Kind(name) for name, wanted in extra.items() if wanted}
    return (frozenset(only or ()) or USUAL) | asked
