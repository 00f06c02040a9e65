"""The door: read an article, and account for every line of it."""

from collections.abc import Iterator

from narrate.errors import ArticleError
from narrate.model import PICTURES, Article, Passage, Role
from narrate.read.base import Labels
from narrate.read.label import label
from narrate.read.lines import paragraphs, split_lines
from narrate.read.load import load

_TITLE_CHARACTERS = 120
_LAST_LATIN = "\u024f"
_MUCH = 0.2
_NO_TITLE = PICTURES | {Role.BYLINE, Role.DATE}


def read(source: str, encoding: str = "") -> Article:
    """Read a path, or `-` for standard input.

    Raises ArticleError where it can't be read or holds nothing to say.
    """
    loaded = load(source, encoding)
    notices = (*loaded.notices, *_foreign_notice(loaded.text))
    article = read_text(loaded.text, loaded.name, notices)
    if not article.passages:
        raise ArticleError(
            loaded.name,
            "holds no sentence to read aloud",
            "Give a file with the article's text in it",
        )
    return article


def read_text(text: str, name: str, notices: tuple[str, ...] = ()) -> Article:
    """Label a text that is already in memory; never fails, whatever the text."""
    lines = split_lines(text)
    labels = label(paragraphs(lines))
    return Article(
        title=_title(labels, name),
        byline=labels.byline,
        published=labels.published,
        name=name,
        language="en",
        source=lines,
        passages=tuple(labels.passages),
        dropped=tuple(labels.dropped),
        notices=notices,
    )


def _foreign_notice(text: str) -> Iterator[str]:
    """Tell a listener of an article that is not in English letters what to expect."""
    letters = [letter for letter in text if letter.isalpha()]
    foreign = sum(letter > _LAST_LATIN for letter in letters)
    if foreign > _MUCH * len(letters):
        yield (
            f"{100 * foreign // len(letters)} percent of this text is in letters that "
            "narrate can't read yet: it says only that they are there."
        )


def _title(labels: Labels, name: str) -> str:
    """Take the title's words, or the first words there are, or the file's name."""
    titled = [p for p in labels.passages if p.role is Role.TITLE]
    others = [p for p in labels.passages if p.role not in _NO_TITLE]
    words = [_first_words(passage) for passage in (*titled, *others)]
    return words[0] if words else name


def _first_words(passage: Passage) -> str:
    text = " ".join(passage.text.split())
    if len(text) <= _TITLE_CHARACTERS:
        return text
    return text[:_TITLE_CHARACTERS].rsplit(" ", 1)[0] + "…"
