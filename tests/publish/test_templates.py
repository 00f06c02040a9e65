import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jinja2 import TemplateNotFound, UndefinedError

from narrate.publish.article import Manner, sections
from narrate.publish.clean import tidy
from narrate.publish.templates import filled, macros, tongue
from narrate.publish.wording import wording
from narrate.roles import Role
from tests.publish.episodes import of_article, of_texts
from tests.publish.hostile import texts

ARTICLES = Path(__file__).parents[1] / "articles"
ALL = sorted([*ARTICLES.glob("*.txt"), *ARTICLES.glob("formats/*.[hmt]*")])
EPUB = {Role.CAPTION: "aside", Role.FOOTNOTE: "footnote", Role.TABLE: "table"}


@given(st.text())
def test_a_text_is_tidied_and_escaped(text: str) -> None:
    own = replace(wording("en"), language=text)
    made = macros("article.html").label(text, own)
    span = ET.fromstring(str(made))  # noqa: S314 - our own page
    assert (len(span), span.text) == (0, f"{tidy(text)}:")
    assert span.get("lang", "") == tidy(text).replace("_", "-")


def test_a_value_that_is_forgotten_is_no_empty_text() -> None:
    with pytest.raises(UndefinedError, match="'script' is undefined"):
        "".join(filled("transcript.html"))
    with pytest.raises(TemplateNotFound):
        filled("other.html")


@pytest.mark.parametrize(
    ("language", "attributes"),
    [
        ("en_US", ' lang="en-US" dir="ltr"'),
        ("he", ' lang="he" dir="rtl"'),
        ("ar-EG", ' lang="ar-EG" dir="rtl"'),
        ('x" onclick="', ' lang="x&#34; onclick=&#34;" dir="ltr"'),
        ("", ""),
    ],
)
def test_a_language_has_a_direction(language: str, attributes: str) -> None:
    assert tongue(language) == attributes


@pytest.mark.parametrize("article", ALL, ids=lambda path: path.name)
@pytest.mark.parametrize("manner", [Manner(lit=True), Manner(lit=False, kinds=EPUB)])
def test_a_chapter_is_well_formed_xml(article: Path, manner: Manner) -> None:
    episode = of_article(article)
    own = wording(episode.script.language)
    for section in sections(episode):
        chapter = macros("article.html").chapter(section, manner, own)
        head = macros("article.html").head(section.head, "x", manner)
        space = 'xmlns:epub="http://www.idpf.org/2007/ops"'
        whole = ET.fromstring(f"<div {space}>{head}{chapter}</div>")  # noqa: S314
        lit = [
            each.get("id") for each in whole.iter("span") if each.get("class") == "s"
        ]
        heard = [f"s{each.number}" for each, _ in section.sentences()]
        assert lit == (heard if manner.lit else [])


@given(texts)
def test_no_text_breaks_a_chapter(said: list[str]) -> None:
    episode = of_texts(said)
    (section,) = sections(episode)
    manner, own = Manner(lit=True), wording("en")
    chapter = macros("article.html").chapter(section, manner, own)
    whole = ET.fromstring(str(chapter))  # noqa: S314 - our own page
    lit = [each for each in whole.iter("span") if each.get("class") == "s"]
    assert [(len(each), each.text) for each in lit] == [
        (0, each.text) for each, _ in section.sentences()
    ]


def test_what_is_compiled_is_kept_and_what_is_torn_is_made_anew(tmp_path: Path) -> None:
    code = (
        "from narrate.publish.templates import macros\n"
        "print(macros('article.html').clock(3_723_000))"
    )
    own = {key: value for key, value in os.environ.items() if "BYTECODE" not in key}
    own |= {"PYTHONPYCACHEPREFIX": str(tmp_path), "PYTHONPATH": os.getcwd()}  # noqa: PTH109

    def run() -> str:
        command = [sys.executable, "-c", code]
        done = subprocess.run(command, env=own, capture_output=True, check=True)
        return done.stdout.decode()

    first = run()
    assert "1:02:03" in first
    kept = sorted(tmp_path.rglob("*.template"))
    assert kept
    assert not list(tmp_path.rglob("*.part"))
    assert run() == first
    whole = kept[0].read_bytes()
    for torn in (b"", b"j2", b"\xff" * 100, whole[:-5], whole[:20], whole + b"x"):
        for path in kept:
            path.write_bytes(torn)
        assert run() == first
        assert kept[0].read_bytes() == whole
