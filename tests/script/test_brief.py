"""Brief pictures: what is left of their words, and that the rest is listed."""

import pytest

from narrate.coverage import prove
from narrate.model import Passage
from narrate.options import Captions, Credits, Pacing, Pictures
from narrate.read.article import read_text
from narrate.roles import Role
from narrate.script.brief import briefly
from narrate.script.compose import compose
from narrate.script.tongues import open_tongue

PAGE = (
    "A Tall Title\n\nThe river rose on Tuesday, and the ferry stayed where it was.\n\n"
    "The tower at dusk. It was built in 1888. (Ana Lee/AFP via Getty Images)\n\n"
    "Nobody had seen so much water here before, the mayor said on Friday."
)
CREDITS = {
    "Saul Loeb/AFP via Getty Images": "Saul Loeb",
    "(AP Photo/Alan Diaz, File)": "Alan Diaz",
    "Oleg Petrasiuk, Ukrainian 24th Mechanised Brigade via AP": "Oleg Petrasiuk",
    "Getty Images": "Getty Images",
    "Jean-Luc O’Neil | Reuters": "Jean-Luc O’Neil",
}


@pytest.mark.parametrize("credit", CREDITS)
def test_of_a_credit_the_name_is_kept(credit: str) -> None:
    passage = Passage(Role.CREDIT, credit, (1,))
    kept, dropped = briefly(passage, open_tongue("en", None))
    assert kept.text == CREDITS[credit]
    assert "".join([kept.text, *(d.text for d in dropped)]).replace(" ", "") == (
        "".join(sorted_as_written(credit, kept.text)).replace(" ", "")
    )


def sorted_as_written(credit: str, kept: str) -> tuple[str, str, str]:
    before, _, after = credit.partition(kept)
    return kept, before, after


@pytest.mark.parametrize(
    ("pictures", "said", "left_out"),
    [
        (Pictures(), ["The tower", "built in", "Ana Lee", "Getty"], []),
        (Pictures(Captions.BRIEF), ["The tower", "Ana Lee"], ["built", "Getty"]),
        (Pictures(credits=Credits.OFF), ["The tower", "built in"], ["Ana Lee"]),
        (Pictures(Captions.OFF), [], ["The tower", "Ana Lee"]),
    ],
)
def test_what_is_not_said_is_listed(
    pictures: Pictures, said: list[str], left_out: list[str]
) -> None:
    article = read_text(PAGE, "a.txt")
    script = compose(article, Pacing(pictures=pictures))
    prove(article.source, script)
    heard = " ".join(utterance.spoken for utterance in script.utterances())
    listed = " ".join(dropped.text for dropped in script.dropped)
    assert all(words in heard and words not in listed for words in said)
    assert all(words in listed and words not in heard for words in left_out)
