"""Where a listener's lexicons are found: as asked, beside the article, at home."""

from pathlib import Path

from narrate.folders import config_home
from narrate.options import is_link

NAME = "narrate.lexicon.toml"
_STREAM = "-"


def home_lexicon() -> Path:
    """Give the file whose words are said in every article, if it is there or not."""
    return config_home() / NAME


def find_lexicons(asked: Path | None, article: str = "") -> tuple[Path, ...]:
    """Give the files that count for an article, the nearest first: it wins.

    The one that was asked for must be there; the others are where they are.
    """
    found = [asked] if asked else []
    others = [home_lexicon()]
    if article and article != _STREAM and not is_link(article):
        others.insert(0, Path(article).parent / NAME)
    for path in others:
        if path.is_file() and not any(_is_same(path, other) for other in found):
            found.append(path)
    return tuple(found)


def used(lexicons: tuple[Path, ...]) -> tuple[str, ...]:
    """Tell the listener whose words were said: a sentence, or none."""
    if not lexicons:
        return ()
    return (f"Used the lexicon {' and '.join(map(str, lexicons))}.",)


def _is_same(path: Path, other: Path) -> bool:
    return other.exists() and path.samefile(other)
