import io
import sys
from pathlib import Path

import pytest

from narrate.errors import ArticleError
from narrate.options import Reading
from narrate.read import load as load_module
from narrate.read.base import Page
from narrate.read.catalog import find_format
from narrate.read.load import load


def text_of(path: Path | str, encoding: str = "") -> str:
    return "\n".join(line.text for line in page_of(path, encoding).lines)


def page_of(path: Path | str, encoding: str = "") -> Page:
    source = load(str(path), Reading(encoding))
    return find_format(source).read(source)


PROSE = "The café owners’ appeal was heard – and won – on Tuesday. “Good,” they said.\n"


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "utf-16-le", "cp1252"]
)
def test_text_in_a_usual_encoding_is_read(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "a.txt"
    mark = b"\xff\xfe" if encoding == "utf-16-le" else b""
    path.write_bytes(mark + (PROSE * 8).encode(encoding))
    assert text_of(path) == PROSE * 8


def test_a_guessed_encoding_is_told(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes((PROSE * 8).encode("cp1252"))
    (notice,) = page_of(path).notices
    assert "1252" in notice


def test_an_encoding_can_be_told(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes("Привет, мир. Это статья.".encode("koi8-r"))
    assert text_of(path, "koi8-r").startswith("Привет")


def test_standard_input_is_an_article(monkeypatch: pytest.MonkeyPatch) -> None:
    stream = io.TextIOWrapper(io.BytesIO(b"Good evening."))
    monkeypatch.setattr(sys, "stdin", stream)
    assert text_of("-") == "Good evening."


def test_a_few_control_characters_do_not_make_a_text_binary(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"One\x00 word and \x01another one.\x0c\nAnd a line.")
    assert "\x00" in text_of(path)


BAD = {
    "empty": (b"", "is empty"),
    "blank": (b" \n\t\n", "is empty"),
    "pdf": (b"%PDF-1.7 ...", "is no whole PDF"),
    "zip": (b"PK\x03\x04...", "is a zip archive"),
    "png": (b"\x89PNG\r\n\x1a\n", "is a PNG picture"),
    "html": (b"<!DOCTYPE html><html><p>Hi.</p>", "holds no article"),
    "binary": (bytes(range(256)) * 40, "binary data"),
}


@pytest.mark.parametrize("kind", BAD)
def test_what_is_no_text_is_refused_in_one_sentence(tmp_path: Path, kind: str) -> None:
    data, sentence = BAD[kind]
    path = tmp_path / "a.txt"
    path.write_bytes(data)
    with pytest.raises(ArticleError, match=sentence) as caught:
        page_of(path)
    assert "a.txt" in str(caught.value)


def test_a_missing_file_a_folder_and_a_locked_one_are_named(tmp_path: Path) -> None:
    with pytest.raises(ArticleError, match="does not exist"):
        page_of(str(tmp_path / "none.txt"))
    with pytest.raises(ArticleError, match="is a folder"):
        page_of(str(tmp_path))
    with pytest.raises(ArticleError, match="can't be opened"):
        page_of(str(tmp_path / ("x" * 300)))


def test_a_wrong_encoding_says_which_byte(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"caf\xe9")
    with pytest.raises(ArticleError, match="is not utf-8: byte 3"):
        page_of(path, "utf-8")
    with pytest.raises(ArticleError, match="no such encoding"):
        page_of(path, "klingon")


def test_a_file_beyond_every_article_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(load_module, "MOST_BYTES", 1000)
    path = tmp_path / "a.txt"
    path.write_bytes(b"word " * 300)
    with pytest.raises(ArticleError, match="larger than"):
        page_of(path)
