"""What a server hands out, judged without a network: whoever asks is made up."""

import re
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from narrate.check.base import Severity
from narrate.check.feed.base import Feed
from narrate.check.feed.parse import parse
from narrate.check.rule import Rule, judge
from narrate.check.served import documents, feeds, file_rules, pictures
from narrate.check.served.base import Answer
from narrate.check.served.files import look_at, look_of
from narrate.check.served.lint import newest_of

GOOD = Path(__file__).parents[1] / "feed" / "good.xml"
URL = "https://pod.example.com/a.mp3"
RULES: tuple[Rule[Any], ...] = (
    *file_rules.RULES,
    *pictures.RULES,
    *feeds.RULES,
    *documents.RULES,
)


class Server:
    """Answers every address alike, from anywhere."""

    def __init__(self, at: str = URL, hops: int = 0, **headers: str) -> None:
        self.at, self.hops = at, hops
        self.headers = {
            "content-type": "audio/mpeg",
            "content-length": "4",
            "content-range": "bytes 0-3/4",
            "accept-ranges": "bytes",
            "etag": "x",
        } | {name.replace("_", "-"): value for name, value in headers.items()}

    def __call__(
        self,
        url: str,
        *,
        method: str = "GET",
        headers: Mapping[str, str] | None = None,
        most_bytes: int = 0,
    ) -> Answer:
        status = 206 if headers else 200
        return Answer(self.at, status, self.headers, self.hops, b"ID3\x04"[:most_bytes])


def rules(server: Server, size_bytes: int = 0) -> list[str]:
    file = look_at(server, URL, kind="audio/mpeg", size_bytes=size_bytes)
    return [each.rule for each in judge(file_rules.RULES, (file,))]


def test_a_good_server_is_clean_however_short_the_file() -> None:
    assert rules(Server(), size_bytes=4) == []


def test_a_safe_address_that_leads_to_an_unsafe_one_is_told() -> None:
    assert rules(Server("http://cdn.example.com/a.mp3")) == ["served-unsafe"]


@pytest.mark.parametrize(
    ("url", "place", "told"),
    [
        ("http://pod.example.com/a.mp3", "", ["served-unsafe"]),
        ("http://pod.example.com/a.mp3", "episode 1", []),
        ("http://192.168.1.7/a.mp3", "", []),
    ],
)
def test_an_unsafe_address_is_told_once_and_not_at_home(
    url: str, place: str, told: list[str]
) -> None:
    file = look_at(Server(url), url, place=place)
    assert [each.rule for each in judge(file_rules.RULES, (file,))] == told


@pytest.mark.parametrize("hops", [0, 5, 6])
def test_five_redirects_are_followed_by_all(hops: int) -> None:
    assert rules(Server(hops=hops)) == ["served-hops"] * (hops == 6)


@pytest.mark.parametrize(
    "span", ["bytes 0-3/*", "bytes */4", "items 0-3/4", "bytes 0-3/" + "9" * 99, "\x9b"]
)
def test_a_part_that_is_told_in_another_form_is_told(span: str) -> None:
    assert rules(Server(content_range=span)) == ["served-range-wrong"]


@pytest.mark.parametrize("length", ["", "4 4", "-4", "٤", "4" * 5_000])
def test_a_length_that_is_none_is_no_length(length: str) -> None:
    assert Answer(URL, 200, {"content-length": length}).length is None


@pytest.mark.parametrize("kind", ["\x1b[31m/x", "x", "a/b c", "a" * 99 + "/b"])
def test_a_type_that_is_none_is_no_type(kind: str) -> None:
    assert Answer(URL, 200, {"content-type": kind}).kind == ""


@pytest.mark.parametrize(
    ("data", "look"),
    [
        (b"ID3\x03", "mp3"),
        (b"\xff\xfb\x90", "mp3"),
        (b"\0\0\0\x20ftypM4A ", "mp4"),
        (b"OggS", "ogg"),
        (b"\n <!DOCTYPE html>", "web page"),
        (b"%PDF-1.4", "pdf"),
        (b"", ""),
        (b"\xff", ""),
        (b"\0" * 99, ""),
    ],
)
def test_a_file_is_known_by_its_first_bytes(data: bytes, look: str) -> None:
    assert look_of(data) == look


def served(feed: Feed, at: str, hops: int = 0) -> list[str]:
    got = Answer(at, 200, {"content-type": "text/xml", "etag": "x"}, hops)
    again = Answer(at, 304)
    seen = feeds.ServedFeed("https://pod.example.com/feed.xml", feed, got, again)
    return [each.rule for each in judge(feeds.RULES, seen)]


def test_a_feed_must_be_safe_and_near() -> None:
    feed = parse(GOOD)
    assert served(feed, "https://pod.example.com/feed.xml") == []
    assert served(feed, "http://pod.example.com/feed.xml") == ["feed-served-unsafe"]
    assert served(feed, "https://pod.example.com/f", 6) == ["feed-served-hops"]


def test_the_newest_are_chosen_by_their_dates_not_their_places(tmp_path: Path) -> None:
    text = GOOD.read_text(encoding="utf-8").replace("02 Feb 2026", "02 Feb 2027")
    (tmp_path / "feed.xml").write_text(text)
    feed = parse(tmp_path / "feed.xml", now=datetime(2026, 1, 1, tzinfo=UTC))
    assert [each.number for each in newest_of(feed, 1)] == [2]
    assert [each.number for each in newest_of(feed, 9)] == [1, 2]
    assert newest_of(feed, 0) == ()


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_each_rule_says_whom_it_breaks_and_the_fix(rule: Rule[Any]) -> None:
    assert re.fullmatch(r"[a-z]+(-[a-z]+)+", rule.name)
    assert rule.fix.endswith(".")
    assert rule.breaks.endswith(".") or rule.severity is Severity.NOTE
