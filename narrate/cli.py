"""The command line: words in, words out, no decisions.

Only typer is imported above: `narrate --help` must not wait for engines and encoders,
so each command imports what it does where it does it (PLC0415, see pyproject.toml).
"""

import gc
import io
import os
import sys
from typing import Annotated

import typer

from narrate import __version__
from narrate.errors import MissingPartError, NarrateError, OutputError, StoppedError
from narrate.options import Captions, Options
from narrate.switches import (
    Article,
    AsJson,
    CaptionsChoice,
    EncodingName,
    Force,
    Jobs,
    LexiconFile,
    Output,
    Plain,
    Speed,
    VoiceName,
    Why,
)
from narrate.terminal import print_lines

app = typer.Typer(
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    add_completion=False,
    help="Turn an article into a chaptered MP3 that a podcast player skips through.",
    epilog=(
        "Exit codes: 0 done, 1 the doctor found something, 2 wrong option, 3 article "
        "can't be read, 4 voice, 5 speech, 6 output, 7 coverage, 130 stopped."
    ),
)
cache_app = typer.Typer(
    rich_markup_mode=None, help="The clips that were spoken before."
)
app.add_typer(cache_app, name="cache")


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
    article: Article,
    output: Output = None,
    voice: VoiceName = "heart",
    wpm: Speed = None,
    captions: CaptionsChoice = Captions.CHAPTER,
    lexicon: LexiconFile = None,
    encoding: EncodingName = "",
    jobs: Jobs = 0,
    plain: Plain = False,
    json: AsJson = False,
    force: Force = False,
) -> None:
    """Read an article aloud into a chaptered MP3."""
    options = Options(
        article, output, voice, wpm, captions, lexicon, encoding, jobs, force
    )
    _build(options, plain=plain, json=json)


@app.command()
def demo(
    output: Output = None,
    voice: VoiceName = "heart",
    jobs: Jobs = 0,
    plain: Plain = False,
    json: AsJson = False,
    force: Force = False,
) -> None:
    """Build an article of ours, to hear what narrate does."""
    from narrate.shipped import shipped

    path = shipped("demo/minefields.txt", "tests/articles/minefields.txt")
    options = Options(str(path), output, voice, jobs=jobs, force=force)
    _build(options, plain=plain, json=json)


@app.command()
def script(
    article: Article,
    why: Why = False,
    json: AsJson = False,
    voice: VoiceName = "heart",
    wpm: Speed = None,
    captions: CaptionsChoice = Captions.CHAPTER,
    lexicon: LexiconFile = None,
    encoding: EncodingName = "",
) -> None:
    """Show what would be said, chapter by chapter, and what would not."""
    from narrate.build import prepare
    from narrate.show import script_json, script_lines

    options = Options(article, None, voice, wpm, captions, lexicon, encoding)
    read, made, _ = prepare(options)
    print_lines([script_json(made)] if json else script_lines(made, why=why))
    for notice in read.notices:
        typer.echo(notice, err=True)


@app.command()
def explain(
    text: Annotated[str | None, typer.Argument(help="Or lines on standard input.")] = (
        None
    ),
    why: Why = False,
    lexicon: LexiconFile = None,
) -> None:
    """Show how a text is said: one line in, one line out."""
    from narrate.build import explainer
    from narrate.show import reasons

    say = explainer(lexicon)
    for line in sys.stdin if text is None else [text]:
        utterances = say(line.rstrip("\n"))
        typer.echo(" ".join(utterance.spoken for utterance in utterances))
        if why:
            for utterance in utterances:
                for reason in reasons(utterance):
                    typer.echo(f"  {reason}")
        sys.stdout.flush()


@app.command()
def voices() -> None:
    """List the voices that can read to you."""
    from narrate.speak.voices import list_voices

    for voice in list_voices():
        typer.echo(
            f"{voice.name}: {voice.about}; {voice.language}, "
            f"{voice.words_per_minute} words a minute, {voice.licence}"
        )


@app.command()
def doctor() -> None:
    """Look at everything a build needs; what fails says the fix."""
    from narrate.doctor import examine

    failed = 0
    for finding in examine():
        failed += not finding.good
        typer.echo(
            f"{finding.name}: {'' if finding.good else 'FAILS: '}{finding.words}"
        )
    if failed:
        raise typer.Exit(1)


@cache_app.callback(invoke_without_command=True)
def cache(context: typer.Context) -> None:
    """Say where the spoken clips are kept and how many bytes they take."""
    from narrate.speak.cache import ClipCache

    if context.invoked_subcommand is None:
        kept = ClipCache()
        typer.echo(f"{kept.folder}: {kept.size() / 1e6:.1f} MB")


@cache_app.command()
def clear() -> None:
    """Drop every clip; the next build speaks all again."""
    from narrate.speak.cache import ClipCache

    kept = ClipCache()
    try:
        freed = kept.clear()
    except OSError as error:
        trouble = f"can't be cleared: {error.strerror}"
        raise OutputError(str(kept.folder), trouble, "Check permissions") from error
    typer.echo(f"Freed {freed / 1e6:.1f} MB in {kept.folder}.")


def _build(options: Options, *, plain: bool, json: bool) -> None:
    from narrate.build import build as build_episode
    from narrate.progress import shown
    from narrate.show import episode_json, episode_lines

    try:
        with shown(plain=plain, quiet=json) as report:
            episode = build_episode(options, report)
    except KeyboardInterrupt:
        raise StoppedError from None
    if json:
        print_lines([episode_json(episode)])
    else:
        print_lines(episode_lines(episode, options.article))


def run() -> None:
    """Run a command; say a failure in one sentence, and what to try next."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
    gc.set_threshold(100_000)  # the default looks for cycles 400 times: 4 % of a build
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
