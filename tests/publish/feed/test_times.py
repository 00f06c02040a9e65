import pytest

from narrate.publish.feed.times import clock, exact, mail_date, published_at

CHANGED_S = 1_790_000_000.9


@pytest.mark.parametrize(
    ("published", "date"),
    [
        ("2026-11-20", "Fri, 20 Nov 2026 00:00:00 +0000"),
        ("2026-11", "Sun, 01 Nov 2026 00:00:00 +0000"),
        ("2026", "Thu, 01 Jan 2026 00:00:00 +0000"),
        ("0900", "Fri, 01 Jan 0900 00:00:00 +0000"),
    ],
)
def test_an_article_s_own_date_is_the_episode_s(published: str, date: str) -> None:
    assert mail_date(published_at(published, CHANGED_S)) == date


@pytest.mark.parametrize("published", ["", "2026-13", "2026-02-30", "0000", "soon"])
def test_without_one_it_is_when_the_episode_was_built(published: str) -> None:
    assert mail_date(published_at(published, CHANGED_S)) == (
        "Mon, 21 Sep 2026 14:13:20 +0000"
    )


@pytest.mark.parametrize("changed_s", [-1.0, 0.0, 1e12])
def test_any_time_that_a_disk_can_hold_is_a_date(changed_s: float) -> None:
    assert mail_date(published_at("", changed_s)).endswith("+0000")


def test_listeners_read_minutes_and_seconds_and_hours_where_there_are_any() -> None:
    assert clock(exact(0)) == "00:00"
    assert clock(exact(18_999)) == "00:18"
    assert clock(exact(3_723_036)) == "01:02:03"
    assert clock(exact(360_000_000)) == "100:00:00"


def test_simple_chapters_are_exact_to_the_millisecond() -> None:
    assert exact(0) == "00:00:00.000"
    assert exact(3_723_036) == "01:02:03.036"
