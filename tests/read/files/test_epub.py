import io
import zipfile
from urllib.parse import quote

import pytest

from narrate.errors import ArticleError
from narrate.model import Line
from narrate.read.base import Page, Source
from narrate.read.catalog import find_format
from narrate.roles import FURNITURE, Role

CONTAINER = """<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
<rootfiles><rootfile full-path="OPS/book.opf"/></rootfiles></container>"""
OPF = """<package xmlns="http://www.idpf.org/2007/opf" version="3.0">
<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
<dc:title>The Tower</dc:title><dc:language>en-GB</dc:language>
<dc:creator id="a">Nora Whitfield</dc:creator><dc:creator>Bo Chen</dc:creator>
<dc:creator id="e">Ed Editor</dc:creator><dc:date>2024-03-07T00:00:00Z</dc:date>
<meta refines="#e" property="role">edt</meta><dc:publisher>Harbour</dc:publisher>
</metadata><manifest>{items}</manifest><spine{toc}>{refs}</spine>{guide}</package>"""
XHTML = """<html xmlns="http://www.w3.org/1999/xhtml"
 xmlns:epub="http://www.idpf.org/2007/ops"><head><title/></head>{body}</html>"""
NAV = """<nav epub:type="toc"><h1>Contents</h1><ol>
<li><a href="one.xhtml">The First Stair</a></li>
<li><a href="two%20b.xhtml#x">The Second Stair</a></li></ol></nav>"""
ONE = "<p>The council met on Tuesday.</p><p>It will meet again in May.</p>"


def book(
    bodies: dict[str, str],
    more: dict[str, str] | None = None,
    nav: str = NAV,
    guide: str = "",
) -> bytes:
    """Zip a book; `nav.xhtml` is in the manifest, and in the spine if in `bodies`."""
    names = [*bodies, *(() if "nav.xhtml" in bodies else ("nav.xhtml",))]
    properties = {"nav.xhtml": " properties='nav'"}
    items = "".join(
        f'<item id="i{at}" href="{quote(name)}"{properties.get(name, "")}/>'
        for at, name in enumerate(names)
    )
    refs = "".join(f'<itemref idref="i{at}"/>' for at in range(len(bodies)))
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as file:
        file.writestr("mimetype", "application/epub+zip")
        file.writestr("META-INF/container.xml", CONTAINER)
        opf = OPF.format(items=items, refs=refs, toc="", guide=guide)
        file.writestr("OPS/book.opf", opf)
        for name, body in {"nav.xhtml": nav, **bodies}.items():
            if body != "missing":
                text = XHTML.format(
                    body=body if "<body" in body else f"<body>{body}</body>"
                )
                file.writestr(f"OPS/{name}", text)
        for name, text in (more or {}).items():
            file.writestr(name, text)
    return out.getvalue()


def empty(kind: str = "application/epub+zip") -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as file:
        file.writestr("mimetype", kind)
    return out.getvalue()


def read(data: bytes) -> Page:
    source = Source("a.epub", data)
    known = find_format(source)
    assert known.name == "EPUB"
    return known.read(source)


def said(lines: tuple[Line, ...]) -> list[tuple[str, Role | None]]:
    return [(line.text, line.hint) for line in lines if line.hint not in FURNITURE]


def test_chapters_come_in_the_order_of_the_spine_with_the_names_of_the_contents() -> (
    None
):
    page = read(
        book({"one.xhtml": ONE, "two b.xhtml": "<h2>The Second Stair</h2><p>Up.</p>"})
    )
    assert said(page.lines) == [
        ("The First Stair", Role.HEADING),
        ("The council met on Tuesday.", Role.PARAGRAPH),
        ("It will meet again in May.", Role.PARAGRAPH),
        ("The Second Stair", Role.HEADING),
        ("Up.", Role.PARAGRAPH),
    ]
    assert [line.number for line in page.lines] == [1, 2, 3, 4, 5]


def test_a_book_says_who_wrote_it_and_when() -> None:
    page = read(book({"one.xhtml": ONE}))
    assert page.title == "The Tower"
    assert page.byline == "Nora Whitfield and Bo Chen"
    assert (page.published, page.language, page.site) == (
        "2024-03-07",
        "en-GB",
        "Harbour",
    )


def test_authors_on_the_title_page_are_no_paragraphs() -> None:
    front = "<h1>The Tower</h1><h2>Bo Chen</h2><p>NORA WHITFIELD</p>"
    lines = read(book({"t.xhtml": front, "one.xhtml": ONE}, nav="")).lines
    assert [line.hint for line in lines[:3]] == [
        Role.HEADING,
        Role.BYLINE,
        Role.BYLINE,
    ]


def test_a_caption_that_is_kept_from_screen_readers_is_read() -> None:
    body = '<figure><img alt="x"/><figcaption aria-hidden="true">At dusk</figcaption>'
    lines = read(book({"one.xhtml": f"{body}</figure>"}, nav="")).lines
    assert said(lines) == [("At dusk", Role.CAPTION)]


def test_a_name_that_stands_in_the_text_is_made_a_heading_and_not_doubled() -> None:
    body = '<p class="c">THE FIRST</p><p>Stair</p>' + ONE
    page = read(book({"one.xhtml": body}))
    assert said(page.lines)[:3] == [
        ("THE FIRST", Role.HEADING),
        ("Stair", Role.HEADING),
        ("The council met on Tuesday.", Role.PARAGRAPH),
    ]


def test_what_a_listener_leafs_over_is_furniture() -> None:
    nav = (
        NAV
        + '<nav epub:type="landmarks"><a epub:type="cover" href="c.xhtml">C</a></nav>'
    )
    bodies = {
        "c.xhtml": "<p>Front</p>",
        "nav.xhtml": nav,
        "r.xhtml": '<body epub:type="copyright-page"><p>© 2024 Harbour</p></body>',
        "f.xhtml": '<section epub:type="foreword"><p>Dear reader.</p></section>',
        "one.xhtml": ONE,
        "x.xhtml": '<section role="doc-index"><p>Stairs, 4</p></section>',
    }
    lines = read(book(bodies, nav=nav)).lines
    words = {line.text for line in lines if line.hint in FURNITURE}
    assert {
        "Front",
        "Contents",
        "The First Stair",
        "© 2024 Harbour",
        "Stairs, 4",
    } <= words
    assert ("Dear reader.", Role.PARAGRAPH) in said(lines)


def test_a_contents_page_that_nothing_marks_is_known_by_its_links() -> None:
    links = "".join(
        f'<p><a href="{n}.xhtml">The long stair {n}</a></p>' for n in "abcdef"
    )
    prose = "<p>This is a preface of eleven words, and it is read.</p>"
    pages = {f"{n}.xhtml": ONE for n in "abcdef"}
    lines = read(
        book({"t.xhtml": f"<h2>Contents</h2>{links}{links}{prose}", **pages}, nav="")
    ).lines
    assert [line.hint for line in lines[:13]] == [Role.FURNITURE] * 13
    assert [line.hint for line in lines[13:15]] == [Role.PARAGRAPH] * 2


def test_notes_their_marks_and_page_numbers_are_told_apart() -> None:
    body = """<h2>Up</h2><p>The coun<span epub:type="pagebreak">12</span>cil
    m<span epub:type="pagebreak"/>et<a epub:type="noteref" href="#n">1</a> late.</p>
    <aside epub:type="footnote" id="n"><p>In the hall.
    <a role="doc-backlink" href="#r">↩</a></p></aside>
    <section epub:type="endnotes"><h2>Notes</h2><p>By candle.</p></section>"""
    lines = read(book({"one.xhtml": body}, nav="")).lines
    assert said(lines) == [
        ("Up", Role.HEADING),
        ("The council met[1] late.", Role.PARAGRAPH),
        ("In the hall.", Role.FOOTNOTE),
        ("Notes", Role.HEADING),
        ("By candle.", Role.FOOTNOTE),
    ]
    assert Line("12", 2, Role.PAGE_NUMBER) in lines


def test_the_contents_and_guide_of_an_epub_2_are_read() -> None:
    ncx = """<ncx xmlns="http://www.daisy.org/z3986/2005/ncx/"><navMap><navPoint>
    <navLabel><text>Old Stair</text></navLabel><content src="one.xhtml"/>
    </navPoint></navMap></ncx>"""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as file:
        file.writestr("mimetype", "application/epub+zip")
        items = "".join(
            f'<item id="{name[0]}" href="{name}"/>'
            for name in ("t.ncx", "a.html", "one.xhtml")
        )
        opf = OPF.format(
            items=items,
            toc=' toc="t"',
            refs='<itemref idref="a"/><itemref idref="o"/>',
            guide='<guide><reference type="copyright-page" href="a.html"/></guide>',
        )
        file.writestr("book.opf", opf)  # with no container: it is found by its name
        file.writestr("t.ncx", ncx)
        file.writestr("a.html", "<html><body><p>All rights reserved<p>Harbour</html>")
        file.writestr("one.xhtml", XHTML.format(body=f"<body>{ONE}&nbsp;</body>"))
    lines = read(out.getvalue()).lines
    assert [line.hint for line in lines[:2]] == [Role.FURNITURE] * 2
    assert said(lines)[0] == ("Old Stair", Role.HEADING)


def test_every_word_of_a_book_is_in_one_line() -> None:
    words = [f"word{n}" for n in range(60)]
    body = (
        f"<body><h1>{words[0]}</h1>{words[1]}<p>{words[2]} <i>{words[3]}</i> {words[4]}"
        f'<span epub:type="pagebreak">{words[5]}</span> {words[6]}</p><ul><li>'
        f"{words[7]}<p>{words[8]}</p></li></ul><table><tr><td>{words[9]}</td><td>{words[10]}</td>"
        f"</tr></table><blockquote>{words[11]}</blockquote><pre>{words[12]}</pre>"
        f'<aside epub:type="footnote">{words[13]}</aside></body>'
    )
    found = " ".join(
        line.text for line in read(book({"one.xhtml": body}, nav="")).lines
    )
    assert sorted(w for w in found.split() if w != "|") == sorted(words[:14])


def test_a_chapter_that_is_missing_or_broken_is_named() -> None:
    page = read(book({"one.xhtml": ONE, "gone.xhtml": "missing"}))
    assert page.notices == ("Left out, for it is missing or broken: OPS/gone.xhtml.",)


def test_a_chapter_that_is_no_good_xml_is_read_all_the_same() -> None:
    broken = '<body><a id="p1"/><p>One & two<br>three <b>four</p>'
    broken += '<script src="x"/><p>Five.</p></body>'
    page = read(book({"one.xhtml": broken}, nav=""))
    assert [line.text for line in page.lines] == ["One & two three four", "Five."]


def test_entities_that_multiply_are_not_expanded() -> None:
    rows = "".join(
        f'<!ENTITY a{n} "{f"&a{n - 1};" * 10 if n else "lol"}">' for n in range(12)
    )
    data = book({"one.xhtml": "missing"})
    out = io.BytesIO(data)
    with zipfile.ZipFile(out, "a") as file:
        file.writestr(
            "OPS/one.xhtml",
            f'<!DOCTYPE html [{rows}<!ENTITY x SYSTEM "file:///etc/passwd">]>'
            "<html><body><p>Up &a11; and &x; down.</p></body></html>",
        )
    text = " ".join(line.text for line in read(out.getvalue()).lines)
    assert "root:" not in text
    assert len(text) < 200


LOCK = """<encryption xmlns:e="http://www.w3.org/2001/04/xmlenc#"><e:EncryptedData>
<e:EncryptionMethod Algorithm="{}"/></e:EncryptedData></encryption>"""


def test_a_locked_book_is_refused_but_scrambled_fonts_are_no_lock() -> None:
    aes = LOCK.format("http://www.w3.org/2001/04/xmlenc#aes128-cbc")
    with pytest.raises(ArticleError, match=r"locked by its shop \(DRM\)"):
        read(book({"one.xhtml": ONE}, {"META-INF/encryption.xml": aes}))
    font = LOCK.format("http://www.idpf.org/2008/embedding")
    assert read(book({"one.xhtml": ONE}, {"META-INF/encryption.xml": font})).lines


def test_a_book_that_is_cut_off_or_has_no_chapters_is_refused() -> None:
    data = book({"one.xhtml": ONE})
    with pytest.raises(ArticleError, match=r"a\.epub is cut off or damaged"):
        read(data[:-100])
    with pytest.raises(ArticleError, match="has no chapters in it"):
        read(book({"one.xhtml": "missing"}))
    with pytest.raises(ArticleError, match="lost its table of chapters"):
        read(empty())


def test_a_zip_of_anything_else_is_refused() -> None:
    with pytest.raises(ArticleError, match="a zip archive, and no EPUB"):
        find_format(Source("a.zip", empty("text/plain")))
