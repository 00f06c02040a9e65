"""What an EPUB tells of itself, in the forms that EPUB demands."""

from datetime import date

from narrate.compiled import compiled
from narrate.episode import Episode
from narrate.publish.clean import tidy
from narrate.publish.record_file import guid_of
from narrate.publish.sheet import told

_LANGUAGE = r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,4}"
_UNKNOWN = "und"  # BCP 47: a language that nobody named
_UNDATED = "2000-01-01"
_FULL = len(_UNDATED)


def imprint(episode: Episode) -> dict[str, object]:
    """Give the values that all templates of an EPUB share."""
    about = told(episode)
    published = _dated(episode.article.published)
    title = str(about["title"])
    return {
        **about,
        "title": title if tidy(title) else "Article",
        "language": language_of(episode.script.language),
        "identifier": guid_of(episode.article),
        "date": published,
        "modified": modified(published),
        "cover": cover_file(episode.cover),
    }


def modified(published: str) -> str:
    """Tell when an EPUB was last changed: as its article was published, by no clock.

    So the same article gives the same bytes on any day.

    >>> modified("2024-05"), modified("")
    ('2024-05-01T00:00:00Z', '2000-01-01T00:00:00Z')
    """
    whole = published + _UNDATED[len(published) :] if published else _UNDATED
    return f"{whole}T00:00:00Z"


def language_of(language: str) -> str:
    """Give a language tag as EPUB demands it.

    >>> language_of("en_US"), language_of("<b>")
    ('en-US', 'und')
    """
    given = language.replace("_", "-")
    return given if compiled(_LANGUAGE).fullmatch(given) else _UNKNOWN


def _dated(published: str) -> str:
    """Give a date that is one, or nothing."""
    try:
        date.fromisoformat(published + _UNDATED[len(published) :])
    except ValueError:
        return ""
    whole = len(published) in {4, 7, _FULL} and published.isascii()
    return published if whole else ""


def cover_file(cover: bytes) -> tuple[str, str]:
    """Name a cover's file and its media type; nothing where there is none."""
    if not cover:
        return "", ""
    if cover.startswith(b"\x89PNG"):
        return "cover.png", "image/png"
    return "cover.jpg", "image/jpeg"
