"""Whole articles: what is said of them is kept in golden files beside them.

To take over a change that is meant: `pytest tests/script/test_compose.py --golden`.
"""

from pathlib import Path

import pytest

from narrate.coverage import prove
from narrate.options import Acronyms, Emoji, Pacing, Saying
from narrate.read.article import read, read_text
from narrate.script.compose import compose
from narrate.show import script_lines

ARTICLES = sorted((Path(__file__).parents[1] / "articles").glob("*.txt"))


@pytest.mark.parametrize("article", ARTICLES, ids=lambda path: path.stem)
def test_an_article_is_said_as_before(
    article: Path, request: pytest.FixtureRequest
) -> None:
    golden = article.parent / "golden" / f"{article.stem}.script"
    script = compose(read(str(article)), Pacing())
    said = "\n".join(script_lines(script, why=True)) + "\n"
    if request.config.getoption("--golden"):
        golden.write_text(said, encoding="utf-8")
    assert said == golden.read_text(encoding="utf-8")


def test_the_terms_of_the_founding_article_are_said_right(minefields: Path) -> None:
    script = compose(read(str(minefields)), Pacing())
    said = " ".join(u.spoken for s in script.sections for u in s.utterances)
    for words in (
        "M G M one forty Army Tactical Missile System, attack-ems, missiles",
        "High Mobility Artillery Rocket Systems, high-mars;",
        "Tube-launched, Optically tracked, Wire-guided, tow, missiles",
        "A T four anti-armor systems",
        "one hundred fifty-five millimeter and one hundred five millimeter artillery",
        "two hundred seventy-five million dollars",
        "On November twentieth,",
        "U S-made carriers",
        "Taras Koval, left, and U S envoy Helen Brandt, right, look",
        "Lieutenant Colonel Iryna Demchuk",
        "An attack-ems motor",
        "seventy percent",
    ):
        assert words in said, words


@pytest.mark.parametrize("mode", Acronyms)
def test_a_script_says_long_forms_as_asked(tmp_path: Path, mode: Acronyms) -> None:
    article = tmp_path / "a.txt"
    article.write_text("Inspectors leave\n\nThe IAEA left.\n\nThe IAEA came back.\n")
    script = compose(read(str(article)), Pacing(saying=Saying(acronyms=mode)))
    said = " ".join(u.spoken for s in script.sections for u in s.utterances)
    times = {Acronyms.FIRST: 1, Acronyms.ALWAYS: 2, Acronyms.NEVER: 0}
    assert said.count("International Atomic Energy Agency") == times[mode]


@pytest.mark.parametrize(
    ("emoji", "said"),
    [
        (Emoji.NAMES, "Well done, woman astronaut, rocket!"),
        (Emoji.SILENT, "Well done!"),
    ],
)
def test_emoji_are_said_by_name_or_not_at_all(emoji: Emoji, said: str) -> None:
    article = read_text(
        "Well done \U0001f469\U0001f3fd\u200d\U0001f680\U0001f680!", "x"
    )
    script = compose(article, Pacing(saying=Saying(emoji=emoji)))
    assert [u.spoken for s in script.sections for u in s.utterances] == [said]
    prove(article.source, script)


def test_a_long_sentence_is_several_breaths_and_ends_with_the_last() -> None:
    long = "The ferry, which had come each day, " * 9 + "did not come. Nobody knew."
    (section,) = compose(read_text(long, "a.txt"), Pacing()).sections
    ends = [utterance.ends for utterance in section.utterances]
    assert ends == [False, True, True]
