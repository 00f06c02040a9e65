import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from narrate.read.base import letters
from narrate.read.markup.markup import MarkupError, parse_html, parse_xml, walk
from narrate.roles import Role

ROWS = (
    ("<h2>A <b>b</b></h2><p>C</p>", [("A b", Role.HEADING), ("C", Role.PARAGRAPH)]),
    ("<div>a <p>b</p> c</div>", [(t, Role.PARAGRAPH) for t in "abc"]),
    ("<p>a<br>b<br><br>c</p>", [("a b", Role.PARAGRAPH), ("c", Role.PARAGRAPH)]),
    ("<p>soft&shy;ly\n \t&nbsp;on</p>", [("softly on", Role.PARAGRAPH)]),
    (
        "<ul><li>a<ul><li>b</li></ul></li><li><p>c</p></li></ul>",
        [(t, Role.LIST_ITEM) for t in "abc"],
    ),
    (
        "<blockquote><p>Go.</p><footer>Ann Lee</footer></blockquote>",
        [("Go.", Role.QUOTE), ("Ann Lee", Role.QUOTE)],
    ),
    (
        "<blockquote>Go. <cite>Ann Lee</cite></blockquote>",
        [("Go.", Role.QUOTE), ("Ann Lee", Role.QUOTE)],
    ),
    ("<aside class='pullquote'><p>Go!</p></aside>", [("Go!", Role.PULL_QUOTE)]),
    (
        "<figure><img alt='A dog'><figcaption>A dog. <b class='credit'>AP</b></figure>",
        [("A dog. AP", Role.CAPTION)],
    ),
    ("<figure><img alt='A dog on a mat'></figure>", [("A dog on a mat", Role.CAPTION)]),
    (
        "<p>a <img alt='A dog on a mat'> b</p>",
        [("a b", Role.PARAGRAPH), ("A dog on a mat", Role.CAPTION)],
    ),
    ("<img alt=''><img alt='IMG_0123.jpg'><img alt='photo'><img>", []),
    (
        "<div class='wp-caption'><img alt='x y'><p class='wp-caption-text'>W</p></div>",
        [("W", Role.CAPTION)],
    ),
    ("<div><span class='photo-credit'>Ann/AP</span></div>", [("Ann/AP", Role.CREDIT)]),
    (
        "<table><tr><th>A</th><th>B</th></tr><tr><td><p>1</p></td><td>2</td></tr></table>",
        [("A | B", Role.TABLE), ("1 | 2", Role.TABLE)],
    ),
    (
        "<table><tr><td><h1>A</h1><p>b</p></td><td>c</td></tr></table>",
        [("A", Role.HEADING), ("b", Role.PARAGRAPH), ("c", Role.PARAGRAPH)],
    ),
    (
        "<pre><code>if x:\n    y()\n\nz</code></pre>",
        [("if x:", Role.CODE), ("y()", Role.CODE), ("z", Role.CODE)],
    ),
    ("<blockquote class='twitter-tweet'><p>t</p></blockquote>", [("t", Role.EMBED)]),
    (
        "<p>Army<sup><a href='#n1'>1</a></sup> of 10<sup>6</sup></p>",
        [("Army[1] of 10⁶", Role.PARAGRAPH)],
    ),
    (
        "<p>read <button>Share</button> on</p>",
        [("read on", Role.PARAGRAPH), ("Share", Role.FURNITURE)],
    ),
    ("<nav><a>Home</a><a>World</a></nav>", [("Home World", Role.FURNITURE)]),
    (
        "<div><span>Meg James</span><span>Staff Writer</span></div>",
        [("Meg James Staff Writer", Role.PARAGRAPH)],
    ),
    ("<p><span>T</span><span>he</span> end</p>", [("The end", Role.PARAGRAPH)]),
    (
        "<h2>Past <span class='mw-editsection'>[edit]</span></h2>",
        [("Past", Role.HEADING), ("[edit]", Role.FURNITURE)],
    ),
    ("<p hidden>a</p><p style='display: none'>b</p><script>c</script>", []),
    ("<main aria-hidden='true'><p>a</p></main>", [("a", Role.PARAGRAPH)]),
)


def found(page: str) -> list[tuple[str, Role]]:
    return [(block.text, block.role) for block in walk(parse_html(page))]


@pytest.mark.parametrize(("page", "blocks"), ROWS, ids=[page for page, _ in ROWS])
def test_a_page_is_flattened_into_blocks(
    page: str, blocks: list[tuple[str, Role]]
) -> None:
    assert found(f"<body>{page}</body>") == blocks


WORDS = st.sampled_from(["one", "Two", "three 3", " four", "five ", "&amp;", "\n", ""])
TAGS = st.sampled_from(
    "p div span b a h2 ul ol li blockquote cite footer figure figcaption table tr td "
    "th caption pre code section article aside nav button dl dt dd em q sup br details "
    "summary main header x-card".split()
)
HIDDEN = st.sampled_from("script style template noscript".split())
CLASSES = st.sampled_from(
    ["", "caption", "pullquote", "credit", "footnotes", "twitter-tweet", "lead"]
)
TREES = st.recursive(
    st.tuples(WORDS, WORDS).map(lambda pair: (pair[0], pair[0])),
    lambda inner: st.one_of(
        st.tuples(TAGS, CLASSES, st.lists(inner, max_size=4)).map(
            lambda node: (
                f"<{node[0]} class='{node[1]}'>"
                + "".join(page for page, _ in node[2])
                + ("" if node[0] == "br" else f"</{node[0]}>"),
                "".join(seen for _, seen in node[2]),
            )
        ),
        HIDDEN.map(lambda tag: (f"<{tag}>never seen</{tag}>", "")),
    ),
    max_leaves=25,
)


@settings(max_examples=300)
@given(TREES)
def test_no_word_is_lost_and_none_is_read_twice(tree: tuple[str, str]) -> None:
    page, seen = tree
    said = "".join(block.text for block in walk(parse_html(f"<body>x{page}</body>")))
    wanted = letters("x" + seen.replace("&amp;", ""))
    assert sorted(letters(said)) == sorted(wanted)  # buttons come later


@pytest.mark.parametrize(
    "data",
    [
        "<p>na\u00efve</p>".encode(),
        b"\xef\xbb\xbf" + "<p>na\u00efve</p>".encode(),
        "<p>na\u00efve</p>".encode("utf-16"),
        '<meta charset="cp1252"><p>na\u00efve</p>'.encode("cp1252"),
        "<?xml version='1.0' encoding='iso-8859-1'?><p>na\u00efve</p>".encode("cp1252"),
    ],
)
def test_characters_are_read_in_the_encoding_that_the_page_names(data: bytes) -> None:
    assert [block.text for block in walk(parse_html(data))] == ["na\u00efve"]


def test_an_entity_of_xml_is_neither_expanded_nor_lost() -> None:
    page = b'<!DOCTYPE p [<!ENTITY a "ha">]><p>So &a; b&nbsp;c &eacute;.</p>'
    texts = [block.text for block in walk(parse_xml(page))]
    assert texts == ["So &a; b c \u00e9."]


def test_a_bomb_of_entities_is_refused_as_xml_and_harmless_as_html() -> None:
    bomb = "".join(f'<!ENTITY a{i} "{f"&a{i - 1};" * 10}">' for i in range(1, 10))
    page = f'<!DOCTYPE html [<!ENTITY a0 "ha">{bomb}]><html><p>So &a9;.</p></html>'
    with pytest.raises(MarkupError, match="amplification"):
        parse_xml(page.encode())
    assert "So &a9;." in [block.text for block in walk(parse_html(page))]


def test_tags_in_a_namespace_are_walked_as_any() -> None:
    page = (
        b'<html xmlns="http://www.w3.org/1999/xhtml"><body><h1>A</h1><ul><li>b</li></ul>'
        b'<figure><img alt="x y"/><figcaption>c</figcaption></figure></body></html>'
    )
    assert [(block.text, block.role) for block in walk(parse_xml(page))] == [
        ("A", Role.HEADING),
        ("b", Role.LIST_ITEM),
        ("c", Role.CAPTION),
    ]


def test_broken_xml_is_said_to_be_broken() -> None:
    with pytest.raises(MarkupError, match="broken XML"):
        parse_xml(b"<a><b></a>")


def test_a_page_without_text_is_said_to_hold_none() -> None:
    with pytest.raises(MarkupError, match="no text"):
        parse_html("<!-- -->")


@pytest.mark.parametrize("levels", [500, 990])
def test_a_deeply_nested_page_is_read(levels: int) -> None:
    page = f"{'<div>' * levels}a{'</div>' * levels}<p>b</p>"
    assert found(page) == [("a", Role.PARAGRAPH), ("b", Role.PARAGRAPH)]


@pytest.mark.parametrize("levels", [1_500, 10_000])
def test_a_page_nested_beyond_reason_is_refused_and_not_cut_short(levels: int) -> None:
    with pytest.raises(MarkupError, match="nested"):
        parse_html("<div>" * levels + "a" + "</div>" * levels + "<p>b</p>")


def test_a_huge_page_is_read_whole() -> None:
    row = "<div class='card caption'><a title='x'><p>word <b>w</b></p></a></div>"
    assert len(found(row * 20_000 + f"<a title='{'x' * 12_000_000}'>z</a>")) == 20_001
