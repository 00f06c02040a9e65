"""The transcript for people: a page without any script, whole in one file."""

from collections.abc import Iterator

from narrate.episode import Episode
from narrate.publish.article import Manner, sections
from narrate.publish.sheet import told


def transcript_page(episode: Episode) -> Iterator[str]:
    """Write the article as it is heard, under its chapters, in pieces."""
    # an MP3 by itself needs no Jinja
    from narrate.publish.inlined import inlined, policy  # noqa: PLC0415
    from narrate.publish.templates import filled  # noqa: PLC0415

    style, about = inlined("page.css"), told(episode)
    return filled(
        "transcript.html",
        **about,
        manner=Manner(lit=False),
        sections=sections(episode),
        linked=about["audio"],
        style=style,
        policy=policy(style),
    )
