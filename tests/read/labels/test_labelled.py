"""The labels against the labelled articles: floors that only rise."""

import sys
import tomllib
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[2]))

from labelled import FILES, Score, load, score

from narrate.roles import Role

FLOORS = tomllib.loads(
    (Path(__file__).parents[2] / "floors.toml").read_text(encoding="utf-8")
)["labels"]
SLACK = 0.002  # a floor says what was measured, to the third figure


@pytest.fixture(scope="module")
def whole() -> Score:
    return score(FILES)


def test_every_label_is_a_role_or_a_repeat() -> None:
    known = {*Role, "repeat"}
    for file in FILES:
        _, roles = load(file)
        assert set(roles.values()) <= known, file.name


def test_the_labels_are_as_good_as_they_were(whole: Score) -> None:
    assert whole.micro_f1 >= FLOORS["micro_f1"]
    assert whole.body_lost_per_1000 <= FLOORS["body_lost_per_1000"]


def test_the_floors_are_what_is_measured(whole: Score) -> None:
    assert whole.micro_f1 - FLOORS["micro_f1"] < SLACK, "raise the floor"
    assert FLOORS["body_lost_per_1000"] - whole.body_lost_per_1000 < 1, "lower it"
