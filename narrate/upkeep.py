"""The commands that look after narrate itself: its health, its cache."""

import typer

from narrate.errors import OutputError
from narrate.folders import KEPT

app = typer.Typer(rich_markup_mode=None)
cache_app = typer.Typer(rich_markup_mode=None, help="What is kept of earlier builds.")
app.add_typer(cache_app, name="cache")


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
    """Say what is kept, where, and how many bytes it takes."""
    from narrate.store import kept_stores

    if context.invoked_subcommand is None:
        for store in kept_stores():
            size = f"{store.size() / 1e6:.1f} MB"
            typer.echo(
                f"{KEPT[store.folder.name].capitalize()}: {size}, {store.folder}"
            )


@cache_app.command()
def clear() -> None:
    """Drop all of it; the next build fetches and speaks again."""
    from narrate.store import kept_stores

    for store in kept_stores():
        try:
            freed = store.clear()
        except OSError as error:
            trouble = f"can't be cleared: {error.strerror}"
            raise OutputError(
                str(store.folder), trouble, "Check permissions"
            ) from error
        typer.echo(f"Freed {freed / 1e6:.1f} MB in {store.folder}.")
