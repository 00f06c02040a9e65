"""What every reader promises, whatever the format: no word lost, numbers that rise."""

from pathlib import Path

import pytest

from narrate.coverage import prove
from narrate.options import Pacing
from narrate.read.article import read
from narrate.read.base import letters
from narrate.read.catalog import FORMATS
from narrate.script.compose import compose

SAMPLES = Path(__file__).parents[1] / "articles" / "formats"
WORDS = (
    "The winter ferry",
    "Ann Lee",
    "nobody on the quay was surprised",
    "the fare had risen to $275",
    "How an island waits",
    "You plan for the quiet days after it",
    "Flour for six weeks",
    "Two gas bottles",
    "The council has promised a new boat",
)
FILES = sorted(SAMPLES.glob("ferry.*"))


def test_every_format_has_a_sample() -> None:
    suffixes = {file.suffix for file in FILES}
    missing = [known.name for known in FORMATS if not suffixes & set(known.suffixes)]
    assert missing == []


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.suffix)
def test_the_same_article_is_heard_from_every_format(file: Path) -> None:
    article = read(str(file))
    numbers = [line.number for line in article.source]
    assert numbers == sorted(set(numbers))
    script = compose(article, Pacing())
    prove(article.source, script)
    assert script.title == "The winter ferry"
    assert script.byline == "Ann Lee"
    heard = letters(" ".join(u.written for u in script.utterances()))
    for words in WORDS:
        assert heard.count(letters(words)) == 1, words
