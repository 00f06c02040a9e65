"""The page that reads along: the article, its player and its times, in one file."""

from collections.abc import Iterator

from narrate.episode import Episode
from narrate.publish.article import Manner, sections
from narrate.publish.page_data import PageData
from narrate.publish.sheet import told

STYLES = ("page.css", "player.css")
"""In the order in which they are put into the page."""

PROGRAM = (
    "facts.js",
    "wording.js",
    "kept.js",
    "sound.js",
    "light.js",
    "follow.js",
    "steps.js",
    "text.js",
    "controls.js",
    "options.js",
    "keys.js",
    "outside.js",
    "start.js",
)
"""The parts of the script, in the order in which they are put together."""


def page(episode: Episode) -> Iterator[str]:
    """Write the page, in pieces: a book is never held whole."""
    # an MP3 by itself needs no Jinja
    from narrate.publish.inlined import inlined, policy  # noqa: PLC0415
    from narrate.publish.templates import filled  # noqa: PLC0415

    style, program = inlined(*STYLES), inlined(*PROGRAM)
    data = PageData(episode)
    return filled(
        "page.html",
        **told(episode),
        manner=Manner(lit=True),
        sections=data.noting(sections(episode)),
        linked="",
        style=style,
        program=program,
        policy=policy(style, program),
        data=data.written(),
    )
