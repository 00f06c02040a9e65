"""The commands for archives: many articles at once, and a folder that is watched."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from narrate import switches as ask
from narrate.errors import ArchiveStoppedError, EpisodeError, PartlyError
from narrate.options import (
    Acronyms,
    Captions,
    Credits,
    Emoji,
    Options,
    Pictures,
    Quality,
    Reading,
    Saying,
)
from narrate.roles import parse_treatments

if TYPE_CHECKING:
    from narrate.archive import Archive

app = typer.Typer(rich_markup_mode=None)

Inputs = Annotated[
    list[str],
    typer.Argument(
        metavar="INPUT...",
        help="Files, folders, patterns, links, feeds, manifests (.jsonl), or - for a "
        "list of them on standard input.",
    ),
]
Out = Annotated[
    str,
    typer.Option("--output", "-o", metavar="FOLDER", help="A folder in it for each."),
]
Pattern = Annotated[
    str, typer.Option("--glob", metavar="PATTERN", help="Of folders only these: *.md.")
]
ShardOf = Annotated[
    str, typer.Option("--shard", metavar="I/N", help="Only the Ith of N parts.")
]
Limit = Annotated[
    float,
    typer.Option("--limit", metavar="SECONDS", min=1, help="For one article."),
]
Rebuild = Annotated[
    bool, typer.Option("--rebuild", help="Build what is built already, too.")
]
DryRun = Annotated[
    bool, typer.Option("--dry-run", help="Say what would be built, and how long.")
]
Report = Annotated[
    Path | None,
    typer.Option("--report", metavar="FILE", help="Write a page of what happened."),
]
Cluster = Annotated[
    str,
    typer.Option("--cluster", metavar="ADDRESS", help="A Dask scheduler, or: local."),
]


@app.command()
def batch(
    inputs: Inputs,
    output: Out = "out",
    glob: Pattern = "",
    shard: ShardOf = "1/1",
    dry_run: DryRun = False,
    rebuild: Rebuild = False,
    limit: Limit = 900.0,
    report: Report = None,
    cluster: Cluster = "",
    voice: ask.VoiceName = "heart",
    wpm: ask.Speed = None,
    captions: ask.CaptionsChoice = Captions.FULL,
    credit: ask.CreditsChoice = Credits.ON,
    caption_chapters: ask.CaptionChapters = True,
    acronyms: ask.AcronymsChoice = Acronyms.FIRST,
    emoji: ask.EmojiChoice = Emoji.NAMES,
    treat: ask.Treat = None,
    lexicon: ask.LexiconFile = None,
    author: ask.Author = "",
    source: ask.Site = "",
    language: ask.Language = "",
    encoding: ask.EncodingName = "",
    allow_private: ask.AllowPrivate = False,
    quality: ask.QualityChoice = Quality.BEST,
    cover: ask.Cover = None,
    m4b: ask.M4b = False,
    opus: ask.Opus = False,
    epub: ask.Epub = False,
    jobs: ask.Jobs = 0,
    plain: ask.Plain = False,
    json: ask.AsJson = False,
    force: ask.Force = False,
) -> None:
    """Build many articles, each in a folder of its own; what is built stays.

    Give the same command again after whatever happened: only what is missing or was
    made from something else is built. FOLDER/manifest.jsonl tells of each article.
    """
    from narrate.archive import Archive

    reading = Reading(encoding, "", author, "", source, language, allow_private)
    pictures = Pictures(captions, credit, caption_chapters)
    treatments = parse_treatments(treat or ())
    what = "", None, voice, wpm, pictures, lexicon, reading, treatments
    kinds = ask.wanted_kinds(None, m4b=m4b, opus=opus, epub=epub)
    how = jobs, force, Saying(acronyms, emoji), quality, False, kinds, cover
    archive = Archive(Options(*what, *how), output, limit, rebuild, shard, cluster)
    _batch(archive, inputs, glob, report, dry=dry_run, plain=plain, json=json)


def _batch(
    archive: "Archive",
    inputs: list[str],
    glob: str,
    report: Path | None,
    *,
    dry: bool,
    plain: bool,
    json: bool,
) -> None:
    from narrate.bulletin import bulletin
    from narrate.show_batch import end_event, end_lines, estimate_event, estimate_lines
    from narrate.terminal import print_lines

    try:
        if dry:
            found = archive.estimate(inputs, glob)
            print_lines([estimate_event(found)] if json else estimate_lines(found))
            return
        with bulletin(plain=plain, json=json) as audience:
            tally = archive.build(inputs, glob, audience, report)
    except KeyboardInterrupt:
        raise ArchiveStoppedError from None
    print_lines([end_event(tally)] if json else end_lines(tally, archive.out, report))
    if tally.failed:
        raise PartlyError(tally.failures, tally.articles, archive.failed)


@app.command()
def watch(
    folder: Annotated[Path, typer.Argument(help="Where articles will land.")],
    output: Out = "out",
    base_url: Annotated[
        str | None,
        typer.Option(metavar="URL", help="The address that the feed will have."),
    ] = None,
    title: Annotated[
        str | None, typer.Option(metavar="TEXT", help="The show's [the folder's name].")
    ] = None,
    glob: Pattern = "",
    limit: Limit = 900.0,
    voice: ask.VoiceName = "heart",
    wpm: ask.Speed = None,
    lexicon: ask.LexiconFile = None,
    jobs: ask.Jobs = 0,
    plain: ask.Plain = False,
    json: ask.AsJson = False,
) -> None:
    """Build what lands in a folder, and renew the feed, until Ctrl-C.

    The feed is written where its address is known: from --base-url, or narrate feed.
    """
    from narrate.archive import Archive
    from narrate.watching import changes

    options = Options("", None, voice, wpm, lexicon=lexicon, jobs=jobs)
    archive = Archive(options, output, limit)
    try:
        for _ in changes(folder, Path(output)):
            _build_new(archive, folder, glob, plain=plain, json=json)
            _renew(archive, folder, base_url, title, json=json)
    except KeyboardInterrupt:
        raise ArchiveStoppedError from None


def _build_new(
    archive: "Archive", folder: Path, glob: str, *, plain: bool, json: bool
) -> None:
    from narrate.terminal import print_apart

    try:
        _batch(archive, [str(folder)], glob, None, dry=False, plain=plain, json=json)
    except PartlyError as error:
        print_apart([str(error)])  # and wait for the next


def _renew(
    archive: "Archive",
    folder: Path,
    base_url: str | None,
    title: str | None,
    *,
    json: bool,
) -> None:
    from narrate.channels import remembered
    from narrate.show_feed import feed_json, feed_lines
    from narrate.syndicate import syndicate
    from narrate.terminal import print_apart, print_lines

    out = Path(archive.out)
    asked = {"base_url": base_url, "title": title}
    said = {name: value for name, value in asked.items() if value}
    known = {**remembered(out), **said}
    if "base_url" not in known:
        return
    if "title" not in known:
        said["title"] = folder.resolve().name
    try:
        done = syndicate(out, said)
    except EpisodeError as error:  # nothing has been built yet
        print_apart([str(error)])
        return
    print_lines([feed_json(done)] if json else list(feed_lines(done))[:1])
