import io
import re
import zipfile
from collections.abc import Mapping

import pytest

from narrate.errors import ArticleError
from narrate.model import Line
from narrate.read.base import Page, Source
from narrate.read.catalog import find_format
from narrate.roles import Role

_OASIS = "urn:oasis:names:tc:opendocument:xmlns:"
SPACES = " ".join(
    f'xmlns:{name}="{_OASIS}{path}:1.0"'
    for name, path in {
        "office": "office",
        "text": "text",
        "table": "table",
        "draw": "drawing",
        "svg": "svg-compatible",
        "style": "style",
        "meta": "meta",
        "manifest": "manifest",
    }.items()
)
SPACES += ' xmlns:xlink="http://www.w3.org/1999/xlink"'
SPACES += ' xmlns:dc="http://purl.org/dc/elements/1.1/"'
STYLES = """<style:style style:name="P1" style:parent-style-name="Heading_20_2"/>
<style:style style:name="P2" style:parent-style-name="Quotations"/>
<style:style style:name="P3" style:parent-style-name="P3"/>
<style:style style:name="T1"><style:text-properties style:text-position="super 58%"/>
</style:style>"""
META = """<office:meta {}><dc:title>{}</dc:title><dc:creator>Last Editor</dc:creator>
<meta:initial-creator>{}</meta:initial-creator>
<meta:creation-date>{}</meta:creation-date><dc:language>en-GB</dc:language>
</office:meta>"""


def p(content: str, style: str = "Standard") -> str:
    return f'<text:p text:style-name="{style}">{content}</text:p>'


def document(body: str, more: Mapping[str, str] | None = None) -> bytes:
    content = (
        f"<office:document-content {SPACES}><office:automatic-styles>{STYLES}"
        f"</office:automatic-styles><office:body><office:text>{body}</office:text>"
        f"</office:body></office:document-content>"
    )
    parts = {"mimetype": MIMETYPE, "content.xml": content, **(more or {})}
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as file:
        for name, text in parts.items():
            file.writestr(name, text)
    return out.getvalue()


MIMETYPE = "application/vnd.oasis.opendocument.text"


def read(data: bytes) -> Page:
    source = Source("a.odt", data)
    known = find_format(source)
    assert known.name == "OpenDocument text"
    return known.read(source)


def said(body: str, more: Mapping[str, str] | None = None) -> list[tuple[str, Role]]:
    lines = read(document(body, more)).lines
    return [(line.text, line.hint or Role.PARAGRAPH) for line in lines]


def test_tags_and_styles_say_what_a_block_is() -> None:
    body = (
        p("The Tower", "Title"),
        p("Why it leans", "Subtitle"),
        '<text:h text:outline-level="1">The stairs</text:h>',
        p("Spaces<text:s/>are<text:tab/>seen<text:line-break/>here", "P3"),
        p("“It is good.”", "P2"),
        f"<text:list><text:list-item>{p('first')}</text:list-item></text:list>",
        p("At dusk", "Illustration"),
        (
            f"<text:table-of-content><!-- a remark --><text:table-of-content-source>"
            f"{p('How to list')}</text:table-of-content-source><text:index-body>"
            f"{p('Stairs 4')}</text:index-body>"
            "</text:table-of-content>"
        ),
    )
    assert said("".join(body)) == [
        ("The Tower", Role.TITLE),
        ("Why it leans", Role.DEK),
        ("The stairs", Role.HEADING),
        ("Spaces are seen here", Role.PARAGRAPH),
        ("“It is good.”", Role.QUOTE),
        ("first", Role.LIST_ITEM),
        ("At dusk", Role.CAPTION),
        ("Stairs 4", Role.FURNITURE),
    ]


def test_a_paragraph_that_is_styled_as_a_heading_is_one() -> None:
    assert said(p("The lamp", "P1")) == [("The lamp", Role.HEADING)]


def test_notes_keep_their_marks_and_stand_at_the_end() -> None:
    note = (
        "<text:note><text:note-citation>1</text:note-citation><text:note-body>"
        f"{p('In the hall.')}{p('Or so.')}</text:note-body></text:note>"
    )
    assert said(p(f"He met{note} her.") + p("Later.")) == [
        ("He met[1] her.", Role.PARAGRAPH),
        ("Later.", Role.PARAGRAPH),
        ("[1] In the hall.", Role.FOOTNOTE),
        ("Or so.", Role.FOOTNOTE),
    ]


def test_what_is_not_shown_is_not_read() -> None:
    body = (
        (
            f"<text:tracked-changes><text:deletion>{p('falls')}</text:deletion>"
            "</text:tracked-changes>"
        ),
        p(f"It stands<office:annotation>{p('Really?')}</office:annotation> here."),
        f'<text:section text:display="none">{p("secret")}</text:section>',
    )
    assert said("".join(body)) == [("It stands here.", Role.PARAGRAPH)]


def test_a_text_box_is_read_behind_its_paragraph_and_a_picture_by_its_words() -> None:
    box = f"<draw:frame><draw:text-box>{p('In the box')}</draw:text-box></draw:frame>"
    shape = f"<draw:custom-shape>{p('On the shape')}</draw:custom-shape>"
    image = "<draw:frame><draw:image/><svg:desc>A leaning tower</svg:desc></draw:frame>"
    assert said(p(f"One {box}{shape}two.") + p(image)) == [
        ("One two.", Role.PARAGRAPH),
        ("In the box", Role.PARAGRAPH),
        ("On the shape", Role.PARAGRAPH),
        ("A leaning tower", Role.CAPTION),
    ]


def test_raised_figures_and_formulas_are_read() -> None:
    math = "<math><mi>E</mi><mo>=</mo><mi>mc</mi></math>"
    formula = '<draw:frame><draw:object xlink:href="./Object 1"/></draw:frame>'
    body = p(f'10<text:span text:style-name="T1">6</text:span> and {formula}.')
    more = {"Object 1/content.xml": math}
    assert said(body, more) == [("10⁶ and E=mc.", Role.PARAGRAPH)]


def test_a_table_s_rows_are_read_as_rows() -> None:
    cells = "".join(f"<table:table-cell>{p(t)}</table:table-cell>" for t in "ab")
    row = f"<table:table-row>{cells}</table:table-row>"
    assert said(f"<table:table>{row}{row}</table:table>") == [("a | b", Role.TABLE)] * 2


def test_what_stands_above_each_page_is_furniture() -> None:
    header = f"<style:header>{p('The Harbour Times')}</style:header>"
    styles = f"<office:master-styles {SPACES}>{header}</office:master-styles>"
    more = {"styles.xml": f"<x>{styles}</x>"}
    lines = read(document(p("It leans."), more)).lines
    assert lines[1:] == (Line("The Harbour Times", 2, Role.FURNITURE),)


def test_every_word_is_in_one_line() -> None:
    words = [f"word{n}" for n in range(9)]
    note = (
        f"<text:note><text:note-citation>1</text:note-citation><text:note-body>"
        f"{p(words[3])}</text:note-body></text:note>"
    )
    frame = "<draw:frame><draw:text-box>{}</draw:text-box></draw:frame>"
    box = frame.format(p(words[4] + frame.format(p(words[5]))))
    body = (
        p(f"{words[0]} <text:span>{words[1]}</text:span>{note} {words[2]}{box}"),
        (
            f"<table:table><table:table-row><table:table-cell>{p(words[6])}"
            "</table:table-cell></table:table-row></table:table>"
        ),
        f"<text:section>{p(words[7])}</text:section>",
        f"<text:numbered-paragraph>{p(words[8])}</text:numbered-paragraph>",
    )
    text = " ".join(line.text for line in read(document("".join(body))).lines)
    assert sorted(re.findall(r"word\d+", text)) == sorted(words)


def test_the_file_says_who_began_it_and_when() -> None:
    meta = META.format(SPACES, "The Tower", "Ann Lee", "2024-03-07T09:00:00")
    page = read(document(p("It leans."), {"meta.xml": meta}))
    assert (page.title, page.byline, page.published, page.language) == (
        "The Tower",
        "Ann Lee",
        "2024-03-07",
        "en-GB",
    )


def test_a_locked_broken_or_hostile_file_is_refused() -> None:
    data = document(p("It leans."))
    with pytest.raises(ArticleError, match=r"a\.odt is cut off or damaged"):
        read(data[:-60])
    lock = {"META-INF/manifest.xml": "<manifest:encryption-data/>"}
    with pytest.raises(ArticleError, match="is locked with a password"):
        read(document(p("It leans."), lock))
    with pytest.raises(ArticleError, match="a part of it is broken XML"):
        read(document("<text:p>"))
    with pytest.raises(ArticleError, match=r"has lost its part content\.xml"):
        read(data.replace(b"content.xml", b"context.xml"))
    with pytest.raises(ArticleError, match="is no text document"):
        read(document("", {"content.xml": "<x/>"}))


def test_entities_are_not_expanded() -> None:
    rows = "".join(
        f'<!ENTITY a{n} "{f"&a{n - 1};" * 10 if n else "lol"}">' for n in range(12)
    )
    start = f'<x xmlns:text="{_OASIS}text:1.0"><text:text>'
    content = f"<!DOCTYPE x [{rows}]>{start}{p('Up &a11; down')}</text:text></x>"
    data = document("", {"content.xml": content})
    with pytest.raises(ArticleError, match="broken XML"):
        read(data)
    content = content.replace("&a11;", "&b;")
    outside = '<!ENTITY b SYSTEM "file:///etc/passwd">'
    data = document("", {"content.xml": content.replace("[", f"[{outside}", 1)})
    assert [line.text for line in read(data).lines] == ["Up &b; down"]
