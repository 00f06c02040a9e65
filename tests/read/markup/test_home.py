"""An article's short words are its own, and its page's are not."""

import pytest

from narrate.errors import ArticleError
from narrate.read.base import Page, Source
from narrate.read.markup.web import read_html
from narrate.roles import FURNITURE, Role

LONG = (
    "The keeper had counted every ship that passed since his brother sailed away.",
    "Two men came to fit an electric lamp, and he told them the price of oil.",
    "Nobody in the harbor knew that the wall had been painted over twice by then.",
    "In the last winter the sea came up to the door, and the wall was wet for weeks.",
)
BODY = "".join(f"<p>{text}</p>" for text in LONG)


def page_of(body: str) -> Page:
    html = f"<html><head><title>The count</title></head><body>{body}</body></html>"
    return read_html(Source("a.html", html.encode()))


def kept(body: str) -> list[str]:
    return [ln.text for ln in page_of(body).lines if ln.hint not in FURNITURE]


def article(inside: str) -> str:
    return f"<article><h1>The count</h1><p>By Nora Quill</p>{inside}</article>"


ENDS = (
    "<p>Then it broke.</p>",
    "<p>And the wall?</p><p>It is white.</p>",
    "<h2>What is left</h2><p>A nail.</p>",
    "<ul><li>Lamp oil</li><li>Rope</li></ul>",
    "<pre>ships = 4</pre><p>So it ends.</p>",
    "<dl><dt>Lamp</dt><dd>A light</dd></dl>",
    "<strong>Rating: 4/5</strong>",
    "<p>The end</p>",
)
STARTS = (
    "<p>He counted.</p>",
    "<p>Yes.</p><p>Every one.</p><p>He wrote it down.</p>",
    "<p><strong>How many?</strong></p><p>Many.</p>",
    "<h2>Key points</h2><ul><li>Ships were counted</li><li>Paint is cheap</li></ul>",
)


def words_of(page: list[str]) -> str:
    return "".join("".join(page).split())


def bare(markup: str) -> list[str]:
    parts = markup.replace("<", "\n<").split("\n")
    return ["".join(part.partition(">")[2].split()) for part in parts]


@pytest.mark.parametrize("end", ENDS)
def test_short_last_words_of_an_article_are_kept(end: str) -> None:
    said = words_of(kept(article(BODY + end)))
    assert all(part in said for part in bare(end))


@pytest.mark.parametrize("start", STARTS)
def test_short_first_words_of_an_article_are_kept(start: str) -> None:
    said = words_of(kept(article(start + BODY)))
    assert all(part in said for part in bare(start))


def test_a_heading_right_under_the_title_is_one_where_others_follow() -> None:
    parts = f"<h2>Where it began</h2>{BODY}<h2>Where it went</h2>{BODY[:400]}"
    hints = {line.text: line.hint for line in page_of(article(parts)).lines}
    assert hints["Where it began"] is Role.HEADING


AFTER = (
    "<p><a href='/1'>The other light</a></p><p>A tale.</p>",
    "<div class='comments'><p>I was there.</p></div><p>Me too.</p>",
    "<div class='related-posts'><p>Old ropes</p></div><p>By the sea.</p>",
    "<h3>3 comments</h3><p>Lovely.</p>",
    "<a href='#'>Share</a>",
    "<div class='newsletter'><p>Get our letter.</p></div>",
    "<div>Lamps Ropes</div>",
)


@pytest.mark.parametrize("after", AFTER)
def test_what_leads_away_from_an_article_is_left_out(after: str) -> None:
    assert kept(article(BODY + after))[-1] == LONG[-1]


SMALL = {
    "links": (
        (
            "<article><h1>For June</h1><ul><li><a href='/a'>On gulls</a>, in full.</li>"
            "<li><a href='/b'>On terns</a></li></ul></article>"
        ),
        ["For June", "On gulls, in full.", "On terns"],
    ),
    "captions": (
        (
            "<h1>A year of gulls</h1><figure><img src='a'><figcaption>A gull lands."
            "</figcaption></figure><figure><img src='b'><figcaption>A gull leaves."
            "</figcaption></figure>"
        ),
        ["A year of gulls", "A gull lands.", "A gull leaves."],
    ),
    "table": (
        "<table><tr><th>bird<th>seen<tr><td>gull<td>9</table>",
        ["bird | seen", "gull | 9"],
    ),
    "sentence": (
        "<h1>Gulls</h1><p>There are nine of them.</p>",
        ["Gulls", "There are nine of them."],
    ),
}


@pytest.mark.parametrize("kind", SMALL)
def test_a_small_page_is_read_as_it_is(kind: str) -> None:
    body, wanted = SMALL[kind]
    assert kept(body) == wanted


@pytest.mark.parametrize(
    "body",
    [
        "<article><h1>Gulls</h1><p>Please enable JavaScript.</p></article>",
        (
            "<article><h1>Gulls</h1><p>We use cookies. Accept cookies? Our cookies.</p>"
            "</article>"
        ),
        "<article><h1>Gulls</h1></article>",
        "<main><p>Subscribe to continue reading.</p></main>",
    ],
)
def test_a_small_page_that_is_a_wall_is_refused(body: str) -> None:
    with pytest.raises(ArticleError):
        page_of(body)


def test_the_posts_of_a_live_page_keep_their_headings_and_no_button_is_said() -> None:
    posts = "".join(
        f"<article><header><time>11:0{at}</time><h2>Post {at}</h2></header>"
        f"<p>{text}</p><a href='#'>Share</a></article>"
        for at, text in enumerate(LONG)
    )
    page = page_of(f"<main><h1>The count</h1>{posts}</main>")
    said = [line for line in page.lines if line.hint not in FURNITURE]
    headings = [line.text for line in said if line.hint is Role.HEADING]
    assert headings == ["Post 0", "Post 1", "Post 2", "Post 3"]
    assert [ln.text for ln in said if ln.hint is Role.PARAGRAPH] == list(LONG)
    assert "Share" not in [line.text for line in said]


def test_a_table_s_caption_is_the_table_s_and_no_picture_s() -> None:
    table = (
        "<table><caption>Ships by year</caption><tr><th>a<th>b<tr><td>1<td>2</table>"
    )
    found = [(ln.text, ln.hint) for ln in page_of(article(BODY + table + BODY)).lines]
    at = found.index(("Ships by year", Role.TABLE))
    assert found[at + 1] == ("a | b", Role.TABLE)
