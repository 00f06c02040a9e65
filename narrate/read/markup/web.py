"""The reader of web pages: all the words of the page, and which are its article."""

from collections.abc import Sequence
from dataclasses import replace

from narrate.errors import ArticleError
from narrate.model import Line
from narrate.read.base import Page, Source, letters
from narrate.read.decode import decode
from narrate.read.labels.people import byline_names
from narrate.read.markup.above import label_above
from narrate.read.markup.choose import Choice
from narrate.read.markup.extract import extract, shingles
from narrate.read.markup.headline import bare_title
from narrate.read.markup.home import small_home
from narrate.read.markup.markup import MarkupError, as_source, parse_html
from narrate.read.markup.place import link_share, words_in
from narrate.read.markup.walk import Found, walk
from narrate.read.markup.wall import FEW_WORDS, count_words, refuse
from narrate.roles import Role

_SENTENCE_WORDS, _FEW_LINKS = 8, 0.3
_ALL_OF_IT = "The article could not be told from its page: all its sentences are read."


def read_html(source: Source) -> Page:
    """Read a page; raises ArticleError where it holds no article, and says why."""
    told = source if source.told else as_source(source.data, source.encoding)
    text, notices = decode(replace(told, name=source.name))
    try:
        root = parse_html(text)
    except MarkupError as error:
        raise ArticleError(
            source.name, str(error), "Save the page's text into a file and give that"
        ) from None
    blocks = list(walk(root))
    taken = extract(root, source.url)
    choice = Choice(blocks, taken)
    if not choice.sure:
        taken = replace(taken, shingles=_sentences(blocks))
        choice = Choice(blocks, taken)
        notices += (_ALL_OF_IT,) if choice.sure else ()
    few = count_words(choice) < FEW_WORDS
    if few and (home := small_home(root, blocks)) is not None:
        choice = Choice(blocks, taken, home)
    notices += refuse(source.name, root, choice)
    title = label_above(choice)
    return Page(
        lines=lines(blocks, choice.roles),
        title=bare_title(taken.title, taken.site)
        if title is None
        else blocks[title].text,
        byline=_byline(choice),
        published=taken.published,
        language=(root.get("lang") or root.get("xml:lang") or "").strip(),
        site=taken.site,
        image=taken.image,
        notices=notices,
    )


def _sentences(blocks: Sequence[Found]) -> frozenset[tuple[str, ...]]:
    """Take all sentences of a page for its article, where nothing better is known."""
    whole = (
        block
        for block in blocks
        if block.role is Role.PARAGRAPH and link_share(block.element) < _FEW_LINKS
    )
    return frozenset(
        shingle
        for block in whole
        if words_in(block.text) >= _SENTENCE_WORDS
        for shingle in shingles(block.text)
    )


def lines(blocks: Sequence[Found], roles: Sequence[Role]) -> tuple[Line, ...]:
    """Make numbered lines of the blocks."""
    return tuple(
        Line(block.text, at, role)
        for at, (block, role) in enumerate(zip(blocks, roles, strict=True), 1)
    )


def _byline(choice: Choice) -> str:
    """Believe in an author whom the page names, and who is not the site itself."""
    until = choice.blocks[: choice.last + 1]  # below, publishers name themselves
    page = letters(" ".join(block.text for block in until))
    site = letters(choice.taken.site)
    named = [
        name
        for name in choice.taken.authors
        if letters(name) and letters(name) in page and letters(name) != site
    ]
    signed = (
        byline_names(block.text)
        for block, role in zip(choice.blocks, choice.roles, strict=True)
        if role is Role.BYLINE
    )
    return ", ".join(named) or next(filter(None, signed), "")
