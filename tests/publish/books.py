"""EPUBs as a reading system takes them: from the package to each clip."""

import io
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from xml.etree import ElementTree as ET
from zipfile import ZipFile

from narrate.episode import Episode
from narrate.publish.epub import write_epub

SOUND = b"\xff\xfbsound" * 1000
OPF = "{http://www.idpf.org/2007/opf}"
DC = "{http://purl.org/dc/elements/1.1/}"
SMIL = "{http://www.w3.org/ns/SMIL}"
XHTML = "{http://www.w3.org/1999/xhtml}"
OPS = "{http://www.idpf.org/2007/ops}"


@dataclass(frozen=True, slots=True)
class Par:
    """A clip, and what is lit meanwhile."""

    text: str
    start_ms: int
    end_ms: int
    kind: str


def made(episode: Episode, folder: Path) -> bytes:
    """Write an episode as an EPUB, with a stand-in for its MP3."""
    mp3 = folder / "a.mp3"
    mp3.write_bytes(SOUND)
    file = io.BytesIO()
    write_epub(mp3, episode, file)
    return file.getvalue()


class Book:
    """An EPUB, opened."""

    def __init__(self, data: bytes) -> None:
        self.archive = ZipFile(io.BytesIO(data))
        container = _parsed(self.archive.read("META-INF/container.xml"))
        (root,) = [e for e in container.iter() if e.get("full-path")]
        path = root.get("full-path", "")
        self.folder = PurePosixPath(path).parent
        self.package = _parsed(self.archive.read(path))
        self.items = {e.get("id", ""): e for e in self.package.iter(f"{OPF}item")}

    def metas(self, name: str) -> list[str]:
        """Give what the package says of a property of the whole."""
        metas = self.package.iter(f"{OPF}meta")
        of_all = [e for e in metas if not e.get("refines")]
        return [e.text or "" for e in of_all if e.get("property") == name]

    def document(self, name: str) -> ET.Element:
        """Parse a file by its name in the manifest."""
        return _parsed(self.archive.read(str(self.folder / name)))

    def chapters(self) -> Iterator[tuple[str, int, list[Par]]]:
        """Give what is played, in the spine's order: name, length (ms), clips."""
        lengths = {
            e.get("refines", "").removeprefix("#"): milliseconds(e.text or "")
            for e in self.package.iter(f"{OPF}meta")
            if e.get("refines") and e.get("property") == "media:duration"
        }
        for ref in self.package.iter(f"{OPF}itemref"):
            item = self.items[ref.get("idref", "")]
            name, own = item.get("href", ""), item.get("media-overlay")
            if own:
                pars = list(self._pars(name, self.items[own].get("href", "")))
                yield name, lengths[own], pars

    def _pars(self, name: str, smil: str) -> Iterator[Par]:
        ids = {e.get("id"): e for e in self.document(name).iter() if e.get("id")}
        for par in self.document(smil).iter(f"{SMIL}par"):
            text, audio = par.find(f"{SMIL}text"), par.find(f"{SMIL}audio")
            assert text is not None
            assert audio is not None
            file, _, target = text.get("src", "").partition("#")
            assert file == name
            assert audio.get("src") == self.items["audio"].get("href")
            begin = milliseconds(audio.get("clipBegin", ""))
            end = milliseconds(audio.get("clipEnd", ""))
            lit = "".join(ids[target].itertext()) if target[0] == "s" else ""
            yield Par(lit, begin, end, par.get(f"{OPS}type", ""))


def _parsed(data: bytes) -> ET.Element:
    return ET.fromstring(data)  # noqa: S314 - we wrote it


def milliseconds(clock: str) -> int:
    """Read "18.600s", exactly."""
    whole, _, rest = clock.removesuffix("s").partition(".")
    assert len(rest) == 3
    return int(whole) * 1000 + int(rest)
