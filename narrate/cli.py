"""The command line: words in, words out, no decisions.

Only typer is imported above: `narrate --help` must not wait for engines and encoders,
so each command imports what it does where it does it (PLC0415, see pyproject.toml).
"""

import io
import os
import sys
from typing import Annotated

import typer

from narrate import (
    __version__,
    archiving,
    casting,
    glossary,
    inspection,
    publishing,
    serving,
    upkeep,
)
from narrate import switches as ask
from narrate.errors import MissingPartError, NarrateError, StoppedError
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
from narrate.terminal import print_lines

app = typer.Typer(
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    add_completion=False,
    help="Turn an article into a chaptered MP3 that a podcast player skips through.",
    epilog=(
        "Exit codes: 0 done, 1 the doctor or a check found something, 2 wrong option, "
        "3 article can't be read, 4 voice, 5 speech, or some articles of a batch, "
        "6 output, 7 coverage, 130 stopped."
    ),
)
app.add_typer(archiving.app)
app.add_typer(casting.app, name="voices")
app.add_typer(upkeep.app)
app.add_typer(inspection.app)
app.add_typer(publishing.app)
app.add_typer(serving.app)
app.add_typer(glossary.app, name="lexicon")


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"narrate {__version__}")
        raise typer.Exit


@app.callback()
def narrate(
    version: Annotated[
        bool,
        typer.Option("--version", callback=_version, is_eager=True, help="And stop."),
    ] = False,
) -> None:
    """Turn an article into a chaptered MP3 that a podcast player skips through."""


@app.command()
def build(
    article: ask.Article,
    output: ask.Output = None,
    voice: ask.VoiceName = "heart",
    wpm: ask.Speed = None,
    captions: ask.CaptionsChoice = Captions.FULL,
    credit: ask.CreditsChoice = Credits.ON,
    caption_chapters: ask.CaptionChapters = True,
    acronyms: ask.AcronymsChoice = Acronyms.FIRST,
    emoji: ask.EmojiChoice = Emoji.NAMES,
    treat: ask.Treat = None,
    lexicon: ask.LexiconFile = None,
    title: ask.Title = "",
    author: ask.Author = "",
    date: ask.Date = "",
    source: ask.Site = "",
    language: ask.Language = "",
    encoding: ask.EncodingName = "",
    allow_private: ask.AllowPrivate = False,
    quality: ask.QualityChoice = Quality.BEST,
    cover: ask.Cover = None,
    only: ask.Only = None,
    numbered: ask.Numbered = False,
    m4b: ask.M4b = False,
    opus: ask.Opus = False,
    epub: ask.Epub = False,
    verify: ask.Verify = False,
    jobs: ask.Jobs = 0,
    plain: ask.Plain = False,
    json: ask.AsJson = False,
    force: ask.Force = False,
) -> None:
    """Read an article aloud into a chaptered MP3."""
    reading = Reading(encoding, title, author, date, source, language, allow_private)
    treatments = parse_treatments(treat or ())
    pictures = Pictures(captions, credit, caption_chapters)
    what = article, output, voice, wpm, pictures, lexicon, reading, treatments
    kinds = ask.wanted_kinds(only, numbered=numbered, m4b=m4b, opus=opus, epub=epub)
    how = jobs, force, Saying(acronyms, emoji), quality, verify, kinds, cover
    _build(Options(*what, *how), plain=plain, json=json)


@app.command()
def demo(
    output: ask.Output = None,
    voice: ask.VoiceName = "heart",
    jobs: ask.Jobs = 0,
    plain: ask.Plain = False,
    json: ask.AsJson = False,
    force: ask.Force = False,
) -> None:
    """Build an article of ours, to hear what narrate does."""
    from narrate.shipped import shipped

    path = shipped("demo/minefields.txt", "tests/articles/minefields.txt")
    options = Options(str(path), output, voice, jobs=jobs, force=force)
    _build(options, plain=plain, json=json)


@app.command()
def script(
    article: ask.Article,
    why: ask.Why = False,
    json: ask.AsJson = False,
    voice: ask.VoiceName = "heart",
    wpm: ask.Speed = None,
    captions: ask.CaptionsChoice = Captions.FULL,
    credit: ask.CreditsChoice = Credits.ON,
    caption_chapters: ask.CaptionChapters = True,
    acronyms: ask.AcronymsChoice = Acronyms.FIRST,
    emoji: ask.EmojiChoice = Emoji.NAMES,
    treat: ask.Treat = None,
    lexicon: ask.LexiconFile = None,
    title: ask.Title = "",
    author: ask.Author = "",
    date: ask.Date = "",
    source: ask.Site = "",
    language: ask.Language = "",
    encoding: ask.EncodingName = "",
    allow_private: ask.AllowPrivate = False,
) -> None:
    """Show what would be said, chapter by chapter, and what would not."""
    from narrate.prepare import prepare
    from narrate.show import script_json, script_lines

    reading = Reading(encoding, title, author, date, source, language, allow_private)
    treatments = parse_treatments(treat or ())
    saying = Saying(acronyms, emoji)
    pictures = Pictures(captions, credit, caption_chapters)
    options = Options(
        article, None, voice, wpm, pictures, lexicon, reading, treatments, saying=saying
    )
    read, made, _ = prepare(options)
    print_lines([script_json(made)] if json else script_lines(made, why=why))
    for notice in read.notices:
        typer.echo(notice, err=True)


@app.command()
def explain(
    text: Annotated[str | None, typer.Argument(help="Or lines on standard input.")] = (
        None
    ),
    why: ask.Why = False,
    acronyms: ask.AcronymsChoice = Acronyms.FIRST,
    lexicon: ask.LexiconFile = None,
    language: ask.Language = "",
) -> None:
    """Show how a text is said: one line in, one line out."""
    from narrate.prepare import explainer
    from narrate.show import reasons

    say = explainer(lexicon, acronyms, language)
    for line in sys.stdin if text is None else [text]:
        utterances = say(line.rstrip("\n"))
        typer.echo(" ".join(utterance.spoken for utterance in utterances))
        if why:
            for utterance in utterances:
                for reason in reasons(utterance):
                    typer.echo(f"  {reason}")
        sys.stdout.flush()


def _build(options: Options, *, plain: bool, json: bool) -> None:
    from narrate.build import build as build_episode
    from narrate.episode import STREAM
    from narrate.progress import shown
    from narrate.show import episode_json, episode_lines
    from narrate.terminal import print_apart, streamed

    try:
        with (
            shown(plain=plain, quiet=json) as report,
            streamed(wanted=options.output == str(STREAM)) as stream,
        ):
            episode = build_episode(options, report, stream)
    except KeyboardInterrupt:
        raise StoppedError from None
    except BrokenPipeError:
        return  # whoever listened has heard enough
    lines = [episode_json(episode)] if json else episode_lines(episode, options.article)
    if stream:
        print_apart(lines)
    else:
        print_lines(lines)


def run() -> None:
    """Run a command; say a failure in one sentence, and what to try next."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
    # numpy's BLAS is not used, but its threads spin while they wait: 3 % of a build
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    try:
        app()
    except NarrateError as error:
        _fail(error)
    except ImportError as error:
        _fail(MissingPartError(error.name or str(error)))


def _fail(error: NarrateError) -> None:
    typer.echo(f"{error} {error.hint}".strip(), err=True)
    raise SystemExit(error.exit_code) from None
