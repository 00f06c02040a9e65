from dataclasses import replace

import pytest

from narrate.publish.imprint import imprint, language_of, modified
from tests.publish.episodes import of_texts


@pytest.mark.parametrize(
    ("published", "date", "changed"),
    [
        ("2024", "2024", "2024-01-01T00:00:00Z"),
        ("2024-05", "2024-05", "2024-05-01T00:00:00Z"),
        ("2024-05-31", "2024-05-31", "2024-05-31T00:00:00Z"),
        ("2024-02-31", "", "2000-01-01T00:00:00Z"),
        ("20240531", "", "2000-01-01T00:00:00Z"),
        ("last week", "", "2000-01-01T00:00:00Z"),
        ("", "", "2000-01-01T00:00:00Z"),
    ],
)
def test_a_date_is_the_articles_or_always_the_same(
    published: str, date: str, changed: str
) -> None:
    episode = of_texts(["Said."])
    article = replace(episode.article, published=published)
    about = imprint(replace(episode, article=article))
    assert (about["date"], about["modified"]) == (date, changed)
    assert modified(date) == changed


@pytest.mark.parametrize("language", ["", "<b>", "en\n", "e" * 30])
def test_a_language_that_is_none_is_unknown(language: str) -> None:
    assert language_of(language) == "und"


def test_a_cover_is_named_by_its_bytes() -> None:
    episode = of_texts(["Said."])
    assert imprint(episode)["cover"] == ("", "")
    for data, name in ((b"\x89PNG", "cover.png"), (b"\xff\xd8", "cover.jpg")):
        made = imprint(replace(episode, cover=data))["cover"]
        assert isinstance(made, tuple)
        assert made[0] == name
