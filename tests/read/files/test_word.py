import io
import re
import zipfile
from collections.abc import Mapping

import pytest

from narrate.errors import ArticleError
from narrate.model import Line
from narrate.read.base import Page, Source
from narrate.read.catalog import find_format
from narrate.read.files import repair
from narrate.roles import FURNITURE, Role

SPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:v="urn:schemas-microsoft-com:vml"'
)
STYLES = {
    "Title": '<w:name w:val="Title"/>',
    "Heading1": '<w:name w:val="heading 1"/>',
    "Kapitel": '<w:name w:val="Kapitel"/><w:basedOn w:val="Heading1"/>',
    "Level": '<w:name w:val="Mine"/><w:pPr><w:outlineLvl w:val="1"/></w:pPr>',
    "Caption": '<w:name w:val="caption"/>',
    "TOC1": '<w:name w:val="toc 1"/>',
    "Quote": '<w:name w:val="Quote"/>',
    "Loop": '<w:name w:val="Loop"/><w:basedOn w:val="Loop"/>',
}
CORE = """<c xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:dcterms="http://purl.org/dc/terms/"><dc:title>{}</dc:title>
<dc:creator>{}</dc:creator><dcterms:created>{}</dcterms:created></c>"""
IMAGE = """<w:drawing><wp:inline><wp:docPr id="1" name="p" descr="A leaning tower"/>
<a:graphic><a:graphicData><pic:pic><pic:blipFill><a:blip r:embed="rId9"/></pic:blipFill>
</pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing>"""
LIST = """<w:numbering {}><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0">
<w:numFmt w:val="bullet"/></w:lvl></w:abstractNum><w:num w:numId="1">
<w:abstractNumId w:val="0"/></w:num></w:numbering>"""
RELS = """<Relationships
 xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship
 Id="rId9" Type="image" Target="media/none.png"/></Relationships>"""


def p(content: str, style: str = "", more: str = "") -> str:
    if "<" not in content:
        content = r(content)
    told = f'<w:pStyle w:val="{style}"/>' if style else ""
    return f"<w:p><w:pPr>{told}{more}</w:pPr>{content}</w:p>"


def r(text: str, rules: str = "") -> str:
    inner = f'<w:t xml:space="preserve">{text}</w:t>'
    return f"<w:r><w:rPr>{rules}</w:rPr>{inner}</w:r>"


def document(body: str, more: Mapping[str, str] | None = None) -> bytes:
    styles = "".join(
        f'<w:style w:type="paragraph" w:styleId="{key}">{rules}</w:style>'
        for key, rules in STYLES.items()
    )
    parts = {
        "word/document.xml": f"<w:document {SPACES}><w:body>{body}</w:body>"
        "</w:document>",
        "word/styles.xml": f"<w:styles {SPACES}>{styles}</w:styles>",
        "word/numbering.xml": LIST.format(SPACES),
        "word/_rels/document.xml.rels": RELS,
        **(more or {}),
    }
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as file:
        for name, text in parts.items():
            file.writestr(name, text)
    return out.getvalue()


def read(data: bytes) -> Page:
    source = Source("a.docx", data)
    known = find_format(source)
    assert known.name == "Word"
    return known.read(source)


def said(body: str, more: Mapping[str, str] | None = None) -> list[tuple[str, Role]]:
    lines = read(document(body, more)).lines
    assert [line.number for line in lines] == list(range(1, len(lines) + 1))
    return [(line.text, line.hint or Role.PARAGRAPH) for line in lines]


def test_styles_say_what_a_paragraph_is() -> None:
    item = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
    body = (
        p("The Tower", "Title"),
        p("The stairs", "Kapitel"),
        p("The lamp", "Level"),
        p("Contents 1", "TOC1"),
        p("It leans.", "Loop"),
        p("“It is good.”", "Quote"),
        p("first", more=item),
        p("second", more=item),
        p("At dusk", "Caption"),
    )
    assert said("".join(body)) == [
        ("The Tower", Role.TITLE),
        ("The stairs", Role.HEADING),
        ("The lamp", Role.HEADING),
        ("Contents 1", Role.FURNITURE),
        ("It leans.", Role.PARAGRAPH),
        ("“It is good.”", Role.QUOTE),
        ("first", Role.LIST_ITEM),
        ("second", Role.LIST_ITEM),
        ("At dusk", Role.CAPTION),
    ]


def test_notes_keep_their_marks_and_stand_at_the_end() -> None:
    notes = (
        f"<w:footnotes {SPACES}><w:footnote w:id='3'>{p('In the hall.')}{p('Or so.')}"
    )
    body = p(r("He met") + '<w:r><w:footnoteReference w:id="3"/></w:r>' + r(" her."))
    more = {"word/footnotes.xml": f"{notes}</w:footnote></w:footnotes>"}
    assert said(body + p("Later."), more) == [
        ("He met[1] her.", Role.PARAGRAPH),
        ("Later.", Role.PARAGRAPH),
        ("[1] In the hall.", Role.FOOTNOTE),
        ("Or so.", Role.FOOTNOTE),
    ]


def test_what_was_inserted_is_read_and_what_was_deleted_or_remarked_is_not() -> None:
    body = p(
        r("It ")
        + f"<w:ins>{r('stands')}</w:ins>"
        + "<w:del><w:r><w:delText>falls</w:delText></w:r></w:del>"
        + '<w:r><w:commentReference w:id="1"/></w:r>'
        + r("secret", "<w:vanish/>")
        + r(" here", '<w:vanish w:val="0"/>')
        + "<w:r><w:instrText>PAGE 9</w:instrText></w:r>"
    )
    note = f'<w:comment w:id="1" w:initials="X">{p("Really?")}</w:comment>'
    more = {"word/comments.xml": f"<w:comments {SPACES}>{note}</w:comments>"}
    assert said(body, more) == [("It stands here", Role.PARAGRAPH)]


BOX = "<w:txbxContent>{}</w:txbxContent>"
NEWER = (
    f"<w:drawing><wp:anchor><a:graphic><wps:txbx>{BOX}</wps:txbx></a:graphic>"
    "</wp:anchor></w:drawing>"
)
OLDER = f"<w:pict><v:shape><v:textbox>{BOX}</v:textbox></v:shape></w:pict>"


@pytest.mark.parametrize(
    "forms",
    [
        f"<mc:Choice>{NEWER}</mc:Choice><mc:Fallback>{OLDER}</mc:Fallback>",
        f"<mc:Choice>{NEWER}</mc:Choice>",
        f"<mc:Choice>{NEWER}</mc:Choice><mc:Fallback><w:pict/></mc:Fallback>",
    ],
)
def test_a_text_box_is_read_once_behind_its_paragraph(forms: str) -> None:
    forms = forms.replace("{}", p("In the box"))
    run = f"<w:r><mc:AlternateContent>{forms}</mc:AlternateContent></w:r>"
    assert said(p(r("One ") + run + r("two."))) == [
        ("One two.", Role.PARAGRAPH),
        ("In the box", Role.PARAGRAPH),
    ]


def test_a_picture_s_description_stands_for_it() -> None:
    assert said(p(f"<w:r>{IMAGE}</w:r>")) == [("A leaning tower", Role.CAPTION)]


def test_the_words_in_wrappers_that_few_know_are_not_lost() -> None:
    body = p(
        r("Figure ")
        + f'<w:fldSimple w:instr="SEQ">{r("7")}</w:fldSimple>'
        + r(": ")
        + f"<w:bdo>{r('the ')}</w:bdo><m:oMath><m:r><m:t>E=mc</m:t></m:r></m:oMath>"
        + "<w:r><w:t> one</w:t><w:cr/><w:t>two</w:t><w:br w:type='page'/>"
        + "<w:t>three</w:t></w:r>"
    )
    assert said(body) == [("Figure 7: the E=mc one two three", Role.PARAGRAPH)]


def test_runs_are_joined_and_what_is_raised_stays_raised() -> None:
    up = '<w:vertAlign w:val="superscript"/>'
    mark = '<w:proofErr/><w:bookmarkStart w:id="1" w:name="x"/>'
    body = p(
        r("It ", "<w:b/>") + mark + r("le") + r("ans 10") + r("6", up) + r(" feet.")
    )
    assert said(body) == [("It leans 10⁶ feet.", Role.PARAGRAPH)]


def test_words_that_could_not_be_placed_are_told_of(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    data = document(p(f"<w:unheard>{r('It leans.')}</w:unheard>"))
    assert not read(data).notices
    monkeypatch.setattr(repair, "_is_passed_over", lambda *_: False)
    (notice,) = read(data).notices
    assert notice == "7 letters of a.docx are in a form that can't be read."


def test_a_table_s_rows_are_read_as_rows() -> None:
    cells = "".join(f"<w:tc>{p(text)}</w:tc>" for text in ("Year", "Visitors"))
    row = f"<w:tr>{cells}</w:tr>"
    assert said(f"<w:tbl>{row}{row}</w:tbl>") == [("Year | Visitors", Role.TABLE)] * 2


def test_what_stands_above_and_below_each_page_is_furniture_and_once() -> None:
    top = f"<w:hdr {SPACES}>{p('The Harbour Times')}</w:hdr>"
    more = {"word/header1.xml": top, "word/header2.xml": top}
    lines = read(document(p("It leans."), more)).lines
    assert lines[1:] == (Line("The Harbour Times", 2, Role.FURNITURE),)


def test_every_word_is_in_one_line() -> None:
    words = [f"word{n}" for n in range(12)]
    cells = f"<w:tc>{p(words[3])}</w:tc><w:tc>{p(words[4])}{p(words[5])}</w:tc>"
    box = f"<w:r>{OLDER.format(p(words[8]))}</w:r>"
    body = (
        p(words[0], "Title"),
        p(r(words[1]) + r(f" {words[2]}", "<w:b/>")),
        f"<w:tbl><w:tr>{cells}</w:tr></w:tbl>",
        f"<w:sdt><w:sdtContent>{p(words[6])}</w:sdtContent></w:sdt>",
        p(f'<w:hyperlink w:anchor="x">{r(words[7])}</w:hyperlink>{box}'),
        p(words[9], "Caption"),
        p(words[10], "TOC1"),
        p(words[11], "Level"),
    )
    text = " ".join(line.text for line in read(document("".join(body))).lines)
    assert sorted(re.findall(r"word\d+", text)) == sorted(words)


def test_what_the_file_says_of_itself_is_believed_within_reason() -> None:
    told = {
        "docProps/core.xml": CORE.format("The Tower", "Ann Lee", "2024-03-07T09:00")
    }
    page = read(document(p("It leans."), told))
    assert (page.title, page.byline, page.published) == (
        "The Tower",
        "Ann Lee",
        "2024-03-07",
    )
    told = {
        "docProps/core.xml": CORE.format("Document1", "Administrator", "2013-12-23")
    }
    page = read(document(p("It leans."), told))
    assert (page.title, page.byline, page.published) == ("", "", "")


def test_a_title_and_a_day_on_the_page_win() -> None:
    told = {"docProps/core.xml": CORE.format("Draft", "Ann Lee", "2024-03-07T09:00")}
    page = read(document(p("The Tower", "Title") + p("March 9, 2024"), told))
    assert (page.title, page.published) == ("The Tower", "")


def test_a_broken_or_hostile_word_file_is_refused() -> None:
    data = document(p("It leans."))
    with pytest.raises(ArticleError, match=r"a\.docx is cut off or damaged"):
        read(data[:-60])
    with pytest.raises(ArticleError, match=r"word/document\.xml is broken XML"):
        read(document("<w:p>"))
    bomb = {"word/document.xml": '<!DOCTYPE x [<!ENTITY a "lol">]><x>&a;</x>'}
    with pytest.raises(ArticleError, match="declares entities"):
        read(document("", bomb))
    with pytest.raises(ArticleError, match="holds no Word document"):
        read(document("", {"word/document.xml": "<nothing/>"}))


def test_a_word_file_with_a_password_is_refused() -> None:
    with pytest.raises(ArticleError, match="or with a password"):
        find_format(Source("a.docx", b"\xd0\xcf\x11\xe0..."))


def test_furniture_alone_is_no_article() -> None:
    lines = read(document(p("Contents", "TOC1"))).lines
    assert all(line.hint in FURNITURE for line in lines)
