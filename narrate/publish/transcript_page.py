"""The transcript for people: a page without any script, whole in one file."""

from base64 import b64encode
from collections.abc import Iterator, Sequence
from hashlib import sha256
from itertools import takewhile

from narrate.compiled import compiled
from narrate.episode import Episode
from narrate.heard import Chapter
from narrate.options import primary
from narrate.publish.clean import seconds
from narrate.publish.markup import (
    SPACE,
    Html,
    element,
    file_link,
    joined,
    opened,
    tongue,
    web_link,
)
from narrate.publish.outline import Block, outline
from narrate.publish.page_blocks import body, said
from narrate.publish.page_style import STYLE
from narrate.publish.wording import Wording, wording
from narrate.roles import HEAD, Role

_DATE = r"\d{4}(?:-\d\d){0,2}"
_LINE = "\n"
_HOUR, _MINUTE = 3_600_000, 60_000


def transcript_page(episode: Episode) -> Iterator[str]:
    """Write the article as it is heard, under its chapters, in pieces."""
    own = wording(episode.script.language)
    yield _opening(episode)
    for number, part in enumerate(outline(episode), 1):
        blocks = list(part.blocks)
        if number == 1:
            head = list(takewhile(lambda block: block.role in HEAD, blocks))
            blocks = blocks[len(head) :]
            yield _header(episode, head, own, anchor="" if blocks else "c1")
            yield _contents(episode.timeline.chapters, own)
        if blocks:
            yield _chapter(part.chapter, number, blocks, file_name(episode))
            yield from body(blocks, own)
            yield "</section>\n"
    yield _footer(episode, own)
    yield "</article>\n</main>\n</body>\n</html>\n"


def file_name(episode: Episode) -> str:
    """Name the audio, as it lies beside the page."""
    return episode.audio.name


def _opening(episode: Episode) -> Html:
    digest = b64encode(sha256(STYLE.encode()).digest()).decode()
    policy = f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'"
    script = episode.script
    head = (
        Html('<meta charset="utf-8">'),
        opened("meta", http_equiv="Content-Security-Policy", content=policy),
        opened("meta", name="viewport", content="width=device-width, initial-scale=1"),
        element("title", script.title or episode.name),
        Html(f"<style>{STYLE}</style>"),
    )
    language = opened("html", **tongue(script.language))
    return Html(
        f"<!DOCTYPE html>\n{language}\n<head>\n{joined(head, _LINE)}\n</head>\n"
        "<body>\n<main>\n<article>\n"
    )


def _header(episode: Episode, head: Sequence[Block], own: Wording, anchor: str) -> Html:
    """Give what stands over the article, as it is heard, or else as it is known."""
    article = episode.article
    titles = [block for block in head if block.role is Role.TITLE]
    title = said(titles[0]) if titles else article.title or episode.name
    lines = [element("h1", title)]
    heard = {block.role for block in head}
    others = [block for block in head if block not in titles[:1]]
    kinds = {Role.DEK: "dek", Role.TITLE: "dek"}
    lines += [
        element("p", said(block), class_=kinds.get(block.role, "soft"))
        for block in others
    ]
    if article.byline and Role.BYLINE not in heard:
        lines.append(element("p", article.byline, class_="soft"))
    if article.published and Role.DATE not in heard:
        lines.append(element("p", _date(article.published), class_="soft"))
    lines.append(element("p", _listen(episode, own), class_="soft"))
    if link := web_link(article.url):
        source = element("a", article.site or link, href=link)
        lines.append(element("p", _ours(own.source, own), SPACE, source, class_="soft"))
    return element("header", joined(["", *lines, ""], "\n"), id=anchor)


def _date(published: str) -> str:
    return (
        element("time", published)
        if compiled(_DATE).fullmatch(published)
        else published
    )


def _listen(episode: Episode, own: Wording) -> Html:
    link = element("a", _ours(own.listen, own), href=file_link(file_name(episode)))
    return joined([link, _clock(episode.timeline.length_ms)], " ")


def _contents(chapters: Sequence[Chapter], own: Wording) -> Html:
    """List the chapters, unless there is but one."""
    if len(chapters) == 1:
        return Html("\n")
    items = (
        element(
            "li",
            element("a", chapter.title, href=f"#c{number}"),
            SPACE,
            _clock(chapter.start_ms),
            class_="beside" if chapter.aside else "",
        )
        for number, chapter in enumerate(chapters, 1)
    )
    title = element("h2", _ours(own.chapters, own), id="chapters")
    listed = element("ol", joined(["", *items, ""], "\n"))
    return element("nav", title, listed, aria_labelledby="chapters")


def _chapter(chapter: Chapter, number: int, blocks: list[Block], audio: str) -> Html:
    """Open a chapter under its heading: the author's, where there is one."""
    title: str = chapter.title
    if blocks[0].role is Role.HEADING:
        title = said(blocks.pop(0))
    there = file_link(audio, f"t={seconds(chapter.start_ms)}")
    link = element("a", title, href=there)
    heading = element("h2", link, SPACE, _clock(chapter.start_ms))
    beside = "beside" if chapter.aside else ""
    start = opened("section", id=f"c{number}", class_=beside)
    return Html(f"\n{start}\n{heading}\n")


def _footer(episode: Episode, own: Wording) -> Html:
    """Tell who reads, and what is not heard, and why not."""
    # reasons and notices are English, whatever the article
    language = "" if primary(episode.script.language) == "en" else "en"
    notice = element("p", episode.voice.notice, lang=language)
    dropped = episode.script.dropped
    if not dropped:
        return element("footer", notice)
    items = (
        element(
            "li",
            element("q", each.text),
            SPACE,
            element("span", each.reason, lang=language),
        )
        for each in dropped
    )
    summary = element("summary", _ours(own.left_out, own), SPACE, f"({len(dropped)})")
    listed = element("ul", joined(["", *items, ""], "\n"))
    return element("footer", notice, "\n", element("details", summary, listed))


def _ours(text: str, own: Wording) -> str:
    return element("span", text, lang=own.language) if own.language else text


def _clock(ms: int) -> Html:
    """Write a time as players do: 1:02:03."""
    hours, minutes, rest = ms // _HOUR, ms % _HOUR // _MINUTE, ms % _MINUTE // 1000
    shown = f"{hours}:{minutes:02d}:{rest:02d}" if hours else f"{minutes}:{rest:02d}"
    return element("time", shown, datetime=f"PT{seconds(ms)}S")
