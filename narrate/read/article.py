"""The door: read an article, and account for every line of it."""

from collections.abc import Callable
from dataclasses import replace

from narrate.errors import ArticleError
from narrate.model import Article, Passage
from narrate.options import Reading
from narrate.read.base import Labels, Page, Source
from narrate.read.catalog import find_format
from narrate.read.head import placed, told
from narrate.read.labels.label import label
from narrate.read.language import detect_language
from narrate.read.lines import paragraphs, split_lines
from narrate.read.load import load
from narrate.read.mend import mend
from narrate.read.quotations import mark_foreign
from narrate.roles import FURNITURE, HEAD, PICTURES, Role

_TITLE_CHARACTERS = 120
_NO_TITLE = PICTURES | HEAD | FURNITURE | {Role.NOTE, Role.EMBED, Role.DATELINE}


def read(
    source: str,
    reading: Reading | None = None,
    forked: Callable[[], object] = lambda: None,
) -> Article:
    """Read a path, a link, or `-` for standard input.

    `forked` is called where no process of the reader's own is to come: the caller may
    fork workers then, before the article fills memory. Raises ArticleError where it
    can't be read or holds nothing to say.
    """
    reading = reading or Reading()
    loaded = load(source, reading)
    known = find_format(loaded)
    if known.trusted:
        forked()
    page = known.read(loaded) if known.trusted else _read_apart(known.read, loaded)
    page = replace(page, notices=loaded.notices + page.notices)
    loaded = replace(loaded, data=b"")  # a book's bytes are as much as its text
    article = assemble(page, loaded, reading)
    if all(passage.role in FURNITURE for passage in article.passages):
        raise ArticleError(
            loaded.name,
            "holds no sentence to read aloud",
            "Give a file with the article's text in it",
        )
    return article


def _read_apart(reader: Callable[[Source], Page], source: Source) -> Page:
    from narrate.read.sandbox import read_apart  # noqa: PLC0415 - 15 ms, see catalog

    return read_apart(reader, source)


def read_text(text: str, name: str) -> Article:
    """Label a text that is already in memory; never fails, whatever the text."""
    return assemble(Page(split_lines(text)), Source(name, b""), Reading())


def assemble(page: Page, source: Source, reading: Reading) -> Article:
    """Make an article of a page; raises OptionError for a date that is none."""
    lines, notices = mend(page.lines)
    page = placed(replace(page, lines=lines))
    blocks = paragraphs(page.lines)
    language = reading.language or detect_language(blocks, page.language)
    labels = label(blocks, page)
    article = Article(
        title=page.title or _title(labels, source.name),
        byline=labels.byline,
        published=labels.published,
        name=source.name,
        language=language,
        source=page.lines,
        passages=tuple(mark_foreign(each, language) for each in labels.passages),
        dropped=tuple(labels.dropped),
        notices=page.notices + notices,
        url=source.url,
        site=page.site,
        image=page.image,
    )
    return told(article, reading)


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
