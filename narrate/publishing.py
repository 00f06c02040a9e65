"""The commands that bring episodes to listeners."""

from pathlib import Path
from typing import Annotated

import typer

from narrate import switches as ask

app = typer.Typer(rich_markup_mode=None)


Folder = Annotated[Path, typer.Argument(help="Where the episodes are.")]
BaseUrl = Annotated[
    str | None,
    typer.Option(metavar="URL", help="The address that the folder will have."),
]
Title = Annotated[str | None, typer.Option(metavar="TEXT", help="The show's title.")]
Author = Annotated[str | None, typer.Option(metavar="TEXT", help="Who publishes it.")]
Email = Annotated[
    str | None,
    typer.Option(metavar="ADDRESS", help="The owner's, for shops; anyone can read it."),
]
Description = Annotated[
    str | None, typer.Option(metavar="TEXT", help="What it is about.")
]
Language = Annotated[
    str | None, typer.Option(metavar="CODE", help="[the newest episode's]")
]
Category = Annotated[
    str | None,
    typer.Option(metavar="NAME", help='Apple\'s, such as "News > Daily News" [News].'),
]
Image = Annotated[
    str | None,
    typer.Option(metavar="FILE|URL", help="The show's cover [one is drawn]."),
]
Link = Annotated[
    str | None, typer.Option(metavar="URL", help="Its web page [the base URL].")
]
Explicit = Annotated[
    bool | None, typer.Option("--explicit/--no-explicit", help="Not for children [no].")
]
Locked = Annotated[
    bool | None,
    typer.Option("--locked/--no-locked", help="Nobody may move the show [locked]."),
]
Output = Annotated[
    Path | None,
    typer.Option("--output", "-o", metavar="FILE", help="[FOLDER/feed.xml]"),
]


@app.command()
def feed(
    folder: Folder = Path("out"),
    base_url: BaseUrl = None,
    title: Title = None,
    author: Author = None,
    email: Email = None,
    description: Description = None,
    language: Language = None,
    category: Category = None,
    image: Image = None,
    link: Link = None,
    explicit: Explicit = None,
    locked: Locked = None,
    output: Output = None,
    json: ask.AsJson = False,
) -> None:
    """Write a podcast feed over all episodes in a folder.

    What is said here is kept in FOLDER/feed.toml: the next run needs no options.
    """
    from narrate.show_feed import feed_json, feed_lines
    from narrate.syndicate import syndicate
    from narrate.terminal import print_lines

    texts = {"base_url": base_url, "title": title, "author": author, "email": email}
    texts |= {"description": description, "language": language, "category": category}
    flags = {"explicit": explicit, "locked": locked}
    asked = {**texts, "image": image, "link": link, **flags}
    said = {name: value for name, value in asked.items() if value is not None}
    done = syndicate(folder, said, output)
    print_lines([feed_json(done)] if json else feed_lines(done))
    if not json:
        for notice in done.notices:
            typer.echo(notice, err=True)
