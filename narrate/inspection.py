"""The command that checks what others will play: an MP3, a feed, a link."""

from typing import Annotated

import typer

from narrate.switches import AllowPrivate

app = typer.Typer(rich_markup_mode=None)


@app.command()
def check(
    target: Annotated[str, typer.Argument(help="An MP3, a feed.xml, or a link.")],
    json: Annotated[bool, typer.Option("--json", help="For programs.")] = False,
    newest: Annotated[
        int,
        typer.Option(min=0, metavar="N", help="Files of a feed's link to try."),
    ] = 10,
    allow_private: AllowPrivate = False,
) -> None:
    """Tell whether players will show it rightly, and if not, why and what to do."""
    from narrate.checking import check as look
    from narrate.show_check import report_json, report_lines
    from narrate.terminal import print_lines

    report = look(target, newest=newest, allow_private=allow_private)
    print_lines([report_json(report)] if json else report_lines(report))
    if not report.clean:
        raise typer.Exit(1)
