"""Feed each reader what no author would write, and hold the coverage proof to it.

Coverage-guided, by atheris, which is no part of narrate's own environment:

    pip install atheris && python tests/fuzz/readers.py "plain text" -max_total_time=600

The first word is a format's name in narrate/read/catalog.py, the rest libFuzzer's. A
reader may refuse a file with an ArticleError; anything else it raises is a find, and so
is an article that loses a character or says one twice.

A zip would be refused at its checksums, so of a kind in an archive only the main part
is fuzzed, inside the archive of a whole sample.
"""

import io
import sys
import zipfile
from pathlib import Path

import atheris

SAMPLES = Path(__file__).parents[1] / "articles" / "formats"
PARTS = {
    "EPUB": ("ferry.epub", "EPUB/text/ch001.xhtml"),
    "Word": ("ferry.docx", "word/document.xml"),
    "OpenDocument text": ("ferry.odt", "content.xml"),
}

with atheris.instrument_imports(include=["narrate"]):
    from narrate.coverage import prove
    from narrate.errors import ArticleError
    from narrate.options import Pacing, Reading
    from narrate.read.article import assemble
    from narrate.read.base import Source
    from narrate.read.catalog import FORMATS
    from narrate.script.compose import compose

    known = next(known for known in FORMATS if known.name == sys.argv[1])


def archived(part: bytes) -> bytes:
    """Lay a part into its sample's archive; of any other kind, give it as it is."""
    if known.name not in PARTS:
        return part
    sample, place = PARTS[known.name]
    whole = io.BytesIO()
    with (
        zipfile.ZipFile(SAMPLES / sample) as old,
        zipfile.ZipFile(whole, "w") as new,
    ):
        for name in old.namelist():
            new.writestr(name, part if name == place else old.read(name))
    return whole.getvalue()


def try_one(data: bytes) -> None:
    """Read one file to the end of its script."""
    source = Source("fuzz", archived(data))
    try:
        page = known.read(source)
    except ArticleError:
        return
    article = assemble(page, source, Reading())
    prove(article.source, compose(article, Pacing()))


def main() -> None:
    """Run until the time is over or something is found."""
    atheris.Setup([sys.argv[0], *sys.argv[2:]], try_one)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
