"""The command `narrate serve`: episodes for the podcast apps in a listener's reach."""

from pathlib import Path
from typing import Annotated

import typer

from narrate.terminal import print_apart, print_lines

app = typer.Typer(rich_markup_mode=None)


@app.command()
def serve(
    folder: Annotated[
        Path, typer.Argument(metavar="FOLDER", help="Where episodes are.")
    ] = Path("out"),
    port: Annotated[
        int, typer.Option("--port", metavar="N", help="0 takes a free one.")
    ] = 8484,
    host: Annotated[
        str,
        typer.Option("--host", metavar="ADDRESS", help="0.0.0.0 lets your network in."),
    ] = "127.0.0.1",
    allow_host: Annotated[
        list[str] | None,
        typer.Option(
            "--allow-host",
            metavar="NAME",
            help="Another name of this machine. May be repeated.",
        ),
    ] = None,
    title: Annotated[
        str,
        typer.Option("--title", metavar="TEXT", help="Instead of what feed was told."),
    ] = "",
    verbose: Annotated[
        bool, typer.Option("--verbose", help="Tell of every request.")
    ] = False,
) -> None:
    """Serve episodes, and a feed that podcast apps subscribe to."""
    from narrate.publish.serve.needs import require

    require()
    from narrate.own_show import own_show
    from narrate.publish.serve.server import Settings, serve

    show = own_show(folder, title)
    allowed = tuple(allow_host or ())
    settings = Settings(folder, show, host, port, allowed, verbose=verbose)
    serve(settings, print_lines, lambda line: print_apart([line]))
