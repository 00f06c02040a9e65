"""The reader of Markdown: made HTML, and walked as any page is."""

import re
from collections.abc import Mapping
from dataclasses import replace

from narrate.errors import ArticleError
from narrate.model import Line
from narrate.read.base import Page, Source
from narrate.read.decode import decode
from narrate.read.markup.markup import MarkupError, parse_html, walk
from narrate.read.markup.matter import split_matter
from narrate.roles import Role

_DEEPEST = 100  # levels of lists and quotes; what is deeper, the parser would drop
_ROLES = frozenset({Role.HEADING})


def read_markdown(source: Source) -> Page:
    """Read CommonMark with tables, footnotes and front matter.

    Raises ArticleError.
    """
    text, notices = decode(source)
    matter, body = split_matter(text.removeprefix("\ufeff"))
    try:
        page = f"<html><body>{_render(body)}</body></html>"
        blocks = list(walk(parse_html(page)))
    except (MarkupError, RecursionError):
        raise ArticleError(
            source.name,
            "is nested deeper than any article, or holds no text",
            "Give the article as plain text",
        ) from None
    lines = tuple(
        Line(found.text, at, found.role) for at, found in enumerate(blocks, 1)
    )
    heads = [
        at
        for at, found in enumerate(blocks)
        if found.role is Role.HEADING and found.element.tag == "h1"
    ]
    if len(heads) == 1 or heads[:1] == [0]:
        at = heads[0]
        title = replace(lines[at], hint=Role.TITLE)
        lines = (*lines[:at], title, *lines[at + 1 :])
        matter = replace(matter, title=matter.title or title.text)
    numbered = (
        replace(line, number=at) for at, line in enumerate((*matter.lines, *lines), 1)
    )
    return replace(matter, lines=tuple(numbered), notices=notices + matter.notices)


def _render(text: str) -> str:
    """Make HTML; a footnote that nothing refers to stays as the text it is."""
    from markdown_it import MarkdownIt  # noqa: PLC0415 - 60 ms that others never need
    from mdit_py_plugins.footnote import footnote_plugin  # noqa: PLC0415 - as above

    parser = MarkdownIt("commonmark", {"html": True, "maxNesting": _DEEPEST})
    parser.enable(["table", "strikethrough"]).use(footnote_plugin)
    env: dict[str, Mapping[str, Mapping[str, int]]] = {}
    parser.parse(text, env)
    for label, number in env.get("footnotes", {}).get("refs", {}).items():
        if number < 0:
            name = re.escape(label.removeprefix(":"))
            mark = rf"(?m)^( {{0,3}})\[\^({name})\]:"
            text = re.sub(mark, r"\n\1\\[^\2\\]:", text)
    tokens = parser.parse(text, env := {})
    if any(token.level >= _DEEPEST - 1 for token in tokens):
        raise RecursionError
    return str(parser.renderer.render(tokens, parser.options, env))
