"""The commands of `narrate voices`: list, try, install, add and remove them."""

import sys
from pathlib import Path
from typing import Annotated

import typer

app = typer.Typer(
    rich_markup_mode=None,
    help="List the voices that can read to you; try, install, add or remove one.",
)
Name = Annotated[str, typer.Argument(metavar="NAME", help="See: narrate voices.")]


@app.callback(invoke_without_command=True)
def voices(
    context: typer.Context,
    languages: Annotated[
        bool, typer.Option("--languages", help="The languages that espeak speaks.")
    ] = False,
    measure: Annotated[
        bool, typer.Option("--measure", help="Measure their speeds once more.")
    ] = False,
    json: Annotated[bool, typer.Option("--json", help="For programs.")] = False,
) -> None:
    """List the voices that can read to you, a line each."""
    if context.invoked_subcommand is not None:
        return
    from narrate.auditions import audition, language_lines
    from narrate.show_voices import voices_json, voices_lines

    if languages:
        for line in language_lines():
            typer.echo(line)
        return
    found = audition(again=measure)
    if json:
        typer.echo(voices_json(found))
        return
    for line in voices_lines(found):
        typer.echo(line)


@app.command("try")
def sample(
    name: Name,
    text: Annotated[str, typer.Argument(help="Your own words.")] = "",
    output: Annotated[
        Path | None,
        typer.Option("--output", "-o", metavar="FILE", help="[out/NAME-sample.mp3]"),
    ] = None,
    play: Annotated[
        bool | None,
        typer.Option("--play/--no-play", help="Play it [at a terminal: yes]."),
    ] = None,
) -> None:
    """Write a sample of a voice, as a build would sound; play it at a terminal."""
    from narrate.auditions import find_player, make_sample, play_file

    made = make_sample(name, text, output)
    typer.echo(f"Wrote {made}.")
    if play is False or (play is None and not sys.stdout.isatty()):
        return
    player = find_player()
    if player:
        play_file(player, made)
    elif play:
        typer.echo("No player was found: install mpv or ffmpeg to hear it here.")


@app.command()
def install(name: Name) -> None:
    """Fetch one of hibari's other voices: emma, fable, fenrir or kore (8 MB)."""
    from narrate.newcomers import install as bring

    typer.echo(f"Fetching the voice {name}.", err=True)
    typer.echo(bring(name))


@app.command()
def add(
    file: Annotated[
        Path, typer.Argument(metavar="FILE", help="A .toml, or a voice's .onnx.")
    ],
    name: Annotated[
        str, typer.Option("--name", metavar="NAME", help="Instead of the file's.")
    ] = "",
    hibari: Annotated[
        str,
        typer.Option(
            "--hibari",
            metavar="VARIANT",
            help="The .onnx is hibari's: emma, fable, fenrir, kore or heart.",
        ),
    ] = "",
) -> None:
    """Add a voice of your own; its loudness is measured, so that it is evened."""
    from narrate.newcomers import add as bring

    typer.echo("Measuring its loudness: up to a minute.", err=True)
    typer.echo(bring(file, name, hibari))


@app.command()
def remove(name: Name) -> None:
    """Forget a voice that you added or installed."""
    from narrate.newcomers import remove as forget

    typer.echo(forget(name))
