"""Whole checks over a real network of one machine, with servers that misbehave."""

import gzip
import struct
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler
from pathlib import Path
from typing import Any

import pytest

from narrate import probes
from narrate.check.base import Fact, Report
from narrate.check.feed.podcasting import guid_of
from narrate.check.rule import Rule
from narrate.check.served import documents, feeds, file_rules, pictures
from narrate.errors import CheckError
from narrate.probes import Prober, check_address
from tests.website import Website, open_website

GOOD = Path(__file__).parent / "check" / "feed" / "good.xml"
CHAPTERS = b'{"version": "1.2.0", "chapters": [{"startTime": 0, "title": "A"}]}'
HOST = "https://pod.example.com"
MP3 = b"ID3\x04" + bytes(range(256)) * 40


def picture(width: int, height: int) -> bytes:
    return b"\x89PNG\r\n\x1a\n" + struct.pack(">I4sII", 13, b"IHDR", width, height)


@pytest.fixture
def site() -> Iterator[Website]:
    with open_website() as site:
        yield site


@dataclass(frozen=True)
class Manners:
    """How a file is handed out; by default well."""

    body: bytes = MP3
    kind: str = "audio/mpeg"
    version: str = '"v1"'
    parts: bool = True
    says_parts: bool = True
    head_status: int = 200
    head_length: int = -1
    says_length: bool = True
    span: str = "bytes {}-{}/{}"
    shift: int = 0
    packed: bool = False

    def said(self) -> dict[str, str]:
        always = {
            "Content-Type": self.kind,
            "ETag": self.version,
            "Accept-Ranges": "bytes" if self.says_parts else "",
            "Content-Encoding": "gzip" if self.packed else "",
        }
        return {name: text for name, text in always.items() if text}

    def part(self, wanted: str) -> tuple[bytes, str]:
        first, last = map(int, wanted.removeprefix("bytes=").split("-"))
        last = min(last, len(self.body) - 1)
        span = self.span.format(first, last, len(self.body))
        return self.body[first + self.shift : last + 1], span

    def answer(self, request: BaseHTTPRequestHandler) -> None:
        said, status = self.said(), 200
        sent = gzip.compress(self.body) if self.packed else self.body
        wanted, known = request.headers["Range"], request.headers["If-None-Match"]
        length = len(sent)
        if request.command == "HEAD":
            sent, status = b"", self.head_status
            length = self.head_length if self.head_length >= 0 else length
        elif self.version and known == self.version:
            sent, status, length = b"", 304, 0
        elif wanted and self.parts:
            (sent, said["Content-Range"]), status = self.part(wanted), 206
            length = len(sent)
        if self.says_length:
            said["Content-Length"] = str(length)
        request.send_response(status)
        for name, value in said.items():
            request.send_header(name, value)
        request.end_headers()
        request.wfile.write(sent)


def put(site: Website, path: str, manners: Manners) -> str:
    site.pages[path] = manners.answer
    return site.url(path)


def feed_of(site: Website) -> str:
    """Write the good feed for this website."""
    text = GOOD.read_text(encoding="utf-8").replace(HOST, site.url(""))
    text = text.replace(
        "5e307c63-83ed-581f-81f9-c841a34a8c66", guid_of(site.url("/feed.xml"))
    )
    for length in ("2361792", "4801024"):
        text = text.replace(length, str(len(MP3)))
    return text


def put_feed(site: Website, path: str = "/feed.xml", **manners: Any) -> str:  # noqa: ANN401
    told = {"body": feed_of(site).encode(), "kind": "application/rss+xml", **manners}
    return put(site, path, Manners(**told))


def beside(site: Website, path: str, body: bytes, kind: str) -> None:
    site.page(path, body, Content_Type=kind, Access_Control_Allow_Origin="*")


def chapters(site: Website, body: bytes) -> None:
    beside(site, "/talks.chapters.json", body, "application/json")


def good_site(site: Website) -> str:
    put(site, "/talks.mp3", Manners())
    put(site, "/truce.mp3", Manners())
    put(site, "/cover.jpg", Manners(picture(3000, 3000), "image/png"))
    beside(site, "/talks.chapters.json", CHAPTERS, "application/json+chapters")
    beside(site, "/talks.vtt", b"WEBVTT\n", "text/vtt")
    beside(site, "/truce.srt", b"1\n", "application/x-subrip")
    return put_feed(site)


def no_mp3(path: Path, subject: str) -> Report:
    raise AssertionError(path)


def rules(url: str, **options: int) -> set[str]:
    report = check_address(url, of_mp3=no_mp3, allow_private=True, **options)
    found = {each.rule for each in report.findings}
    assert "address-private" in found, "it is on this machine"
    return found - {"address-private"}


def test_a_good_feed_on_a_good_server_is_clean(site: Website) -> None:
    assert rules(good_site(site)) == set()


def again(site: Website, **manners: Any) -> None:  # noqa: ANN401
    put(site, "/talks.mp3", Manners(**manners))


def cover(site: Website, body: bytes, kind: str, **manners: Any) -> None:  # noqa: ANN401
    put(site, "/cover.jpg", Manners(body, kind, **manners))


def loop(site: Website) -> None:
    site.redirect("/talks.mp3", "/talks.mp3")


def far(site: Website) -> None:
    for step in range(6):
        site.redirect(f"/{step}", f"/{step + 1}")
    site.redirect("/talks.mp3", "/0")
    put(site, "/6", Manners())


FAULTS: dict[str, tuple[Callable[[Website], object], set[str]]] = {
    "no Range": (lambda s: again(s, parts=False), {"served-range"}),
    "Range untold": (lambda s: again(s, says_parts=False), {"served-accept-ranges"}),
    "no Content-Range": (lambda s: again(s, span=""), {"served-range-wrong"}),
    "wrong Content-Range": (
        lambda s: again(s, span="bytes 7-1030/{2}"),
        {"served-range-wrong"},
    ),
    "too few bytes": (lambda s: again(s, shift=9), {"served-range-wrong"}),
    "lies about length": (
        lambda s: again(s, head_length=7),
        {"served-sizes-differ", "served-size"},
    ),
    "another length": (lambda s: again(s, body=MP3 * 2), {"served-size"}),
    "no length": (
        lambda s: again(s, says_length=False, parts=False),
        {"served-no-size", "served-range"},
    ),
    "404 on HEAD": (lambda s: again(s, head_status=404), {"served-head"}),
    "405 on HEAD": (lambda s: again(s, head_status=405), {"served-head"}),
    "wrong type": (lambda s: again(s, kind="text/plain"), {"served-type"}),
    "no type": (lambda s: again(s, kind=""), {"served-type"}),
    "no version": (lambda s: again(s, version=""), {"served-version"}),
    "404": (lambda s: s.page("/talks.mp3", status=404), {"served-gone"}),
    "403": (lambda s: s.page("/talks.mp3", status=403), {"served-gone"}),
    "a page instead": (
        lambda s: again(s, body=b"<!DOCTYPE html><p>Log in" + b" " * 10_222),
        {"served-bytes", "served-size"},
    ),
    "a loop": (loop, {"served-gone"}),
    "seven redirects": (far, {"served-hops"}),
    "hangs up": (lambda s: s.raw("/talks.mp3", b"HTTP/1.1 200"), {"served-gone"}),
    "no HTTP": (lambda s: s.raw("/talks.mp3", b"SSH-2.0-x\r\n"), {"served-gone"}),
    "no cover": (lambda s: s.page("/cover.jpg", status=404), {"show-cover-gone"}),
    "small cover": (
        lambda s: cover(s, picture(600, 600), "image/png"),
        {"show-cover-size"},
    ),
    "oblong cover": (
        lambda s: cover(s, picture(3000, 1400), "image/png"),
        {"show-cover-size"},
    ),
    "no picture": (
        lambda s: cover(s, b"GIF89a", "image/gif"),
        {"show-cover-kind"},
    ),
    "cover's type": (
        lambda s: cover(s, picture(1400, 1400), "image/jpeg"),
        {"show-cover-kind"},
    ),
    "cover's HEAD": (
        lambda s: cover(s, picture(1400, 1400), "image/png", head_status=501),
        {"show-cover-head"},
    ),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_a_server_that_misbehaves_is_told_by_its_rule_alone(
    site: Website, fault: str
) -> None:
    url = good_site(site)
    misbehave, expected = FAULTS[fault]
    misbehave(site)
    assert rules(url) == expected


FAULTS |= {
    "no transcript": (
        lambda s: s.page("/talks.vtt", status=404),
        {"document-gone"},
    ),
    "no VTT": (
        lambda s: beside(s, "/talks.vtt", b"1\n00:00", "text/vtt"),
        {"document-transcript"},
    ),
    "a page for a transcript": (
        lambda s: beside(s, "/truce.srt", b"<html>", "application/srt"),
        {"document-transcript"},
    ),
    "transcript's type": (
        lambda s: beside(s, "/truce.srt", b"1\n", "text/plain"),
        {"document-type"},
    ),
    "closed to the web": (
        lambda s: s.page("/talks.vtt", b"WEBVTT", Content_Type="text/vtt"),
        {"document-closed"},
    ),
    **{
        f"chapters {body[:60]!r}": (
            lambda s, body=body: chapters(s, body),  # type: ignore[misc]
            {"document-chapters"},
        )
        for body in (
            b"",
            b"<html>",
            b"[" * 99_999,
            b"[]",
            b'{"version": "1.2.0", "chapters": 1}',
            b'{"version": "1.2.0", "chapters": []}',
            b'{"version": "1.2.0", "chapters": [1]}',
            b'{"chapters": [{"startTime": 0}]}',
            CHAPTERS.replace(b"0,", b'"00:00",'),
            CHAPTERS.replace(b"0,", b"-1,"),
            CHAPTERS.replace(b"0,", b"NaN,"),
            CHAPTERS.replace(b"0,", b"Infinity,"),
            CHAPTERS.replace(b"0,", b"9" * 400 + b","),
            CHAPTERS.replace(b"0,", b"null,"),
            CHAPTERS.replace(b"0,", b"true,"),
            CHAPTERS.replace(b"0,", b"999,"),
            CHAPTERS.replace(b"[{", b'[{"startTime": 3}, {'),
        )
    },
}

FEED_FAULTS: dict[str, tuple[dict[str, Any], set[str]]] = {
    "a page's type": ({"kind": "text/html"}, {"feed-served-type"}),
    "other letters": (
        {"kind": "application/xml; charset=iso-8859-1"},
        {"feed-served-letters"},
    ),
    "no version": ({"version": ""}, {"feed-served-version"}),
    "packed": ({"packed": True}, set()),
}


@pytest.mark.parametrize("fault", FEED_FAULTS)
def test_a_feed_that_is_served_badly_is_told(site: Website, fault: str) -> None:
    good_site(site)
    manners, expected = FEED_FAULTS[fault]
    assert rules(put_feed(site, **manners)) == expected


def test_a_feed_that_never_says_unchanged_is_told(site: Website) -> None:
    good_site(site)
    body = feed_of(site).encode()
    url = site.page("/feed.xml", body, Content_Type="text/xml", ETag='"v1"')
    assert rules(url) == {"feed-served-unchanged"}


def test_a_large_feed_that_is_not_packed_is_noted(site: Website) -> None:
    good_site(site)
    body = feed_of(site).replace("<channel>", "<channel>" + " " * 200_000).encode()
    assert rules(put_feed(site, body=body)) == {"feed-served-packed"}


def test_a_feed_that_names_another_address_is_noted(site: Website) -> None:
    good_site(site)
    assert rules(put_feed(site, "/copy.xml")) == {"feed-served-elsewhere"}


def test_a_server_that_never_answers_is_soon_left_alone(
    site: Website, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(probes, "LONGEST_S", 0.2)
    url = good_site(site)

    def wait(request: BaseHTTPRequestHandler) -> None:
        site.closed.wait(5)

    site.pages["/talks.mp3"] = wait
    assert rules(url) == {"served-gone"}


def test_a_host_that_keeps_silent_is_asked_no_more(site: Website) -> None:
    hung = site.raw("/a", b"")
    ask = Prober(allow_private=True)
    answers = [ask(hung) for _ in range(5)]
    assert all(each.trouble and not each.status for each in answers)
    assert len(site.asked) == 3
    assert answers[4].trouble == "was not asked for: 127.0.0.1 kept silent 3 times"


def test_only_the_newest_are_asked_for_and_the_report_says_so(site: Website) -> None:
    url = good_site(site)
    del site.pages["/truce.mp3"]
    assert rules(url, newest=1) == set()
    report = check_address(url, of_mp3=no_mp3, newest=1, allow_private=True)
    words = "Files asked for: 1, those of the newest of 2 episodes."
    assert Fact("files_asked", words, 1) in report.facts


def test_each_request_says_who_asks_and_what_for(site: Website) -> None:
    check_address(good_site(site), of_mp3=no_mp3, allow_private=True)
    agents = {headers["User-Agent"] for _, headers in site.asked}
    assert len(agents) == 1
    assert agents.pop().endswith("(checks a podcast for its publisher)")
    ranges = [headers["Range"] for _, headers in site.asked if headers["Range"]]
    assert ranges == ["bytes=0-1023"] * 2


def test_the_guard_keeps_a_feed_from_asking_inside_the_network(site: Website) -> None:
    ask = Prober(allow_private=False)
    answer = ask(put(site, "/talks.mp3", Manners()))
    assert answer.status == 0
    assert answer.trouble == (
        "is an address inside a private network (give --allow-private if you trust it)"
    )
    assert site.asked == []


def test_an_mp3_behind_a_link_is_checked_and_so_is_its_server(site: Website) -> None:
    seen: list[bytes] = []

    def of_mp3(path: Path, subject: str) -> Report:
        seen.append(path.read_bytes())
        return Report(subject, "mp3", (Fact("a", "A", 1),), ())

    url = put(site, "/a.mp3", Manners(parts=False))
    report = check_address(url, of_mp3=of_mp3, allow_private=True)
    assert seen == [MP3]
    assert (report.subject, report.kind, report.facts) == (
        url,
        "mp3",
        (Fact("a", "A", 1),),
    )
    assert [each.rule for each in report.findings] == ["served-range"]


def test_a_page_in_the_place_of_a_feed_is_told(site: Website) -> None:
    url = site.page("/feed.xml", b"<!DOCTYPE html><p>No.", Content_Type="text/html")
    report = check_address(url, of_mp3=no_mp3, allow_private=True)
    assert "This is a web page, not a feed." in {each.what for each in report.findings}


@pytest.mark.parametrize(
    ("path", "trouble"),
    [
        ("/none", "is not there: the server answers 404 (there is no such file)"),
        ("/round", "leads from one address to another 10 times"),
        ("/hung", "can't be read: what the site sent is broken or not whole"),
    ],
)
def test_what_cannot_be_fetched_is_one_sentence(
    site: Website, path: str, trouble: str
) -> None:
    site.page("/none", status=404)
    site.redirect("/round", "/round")
    site.raw("/hung", b"HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nx")
    with pytest.raises(CheckError) as told:
        check_address(site.url(path), of_mp3=no_mp3, allow_private=True)
    assert str(told.value).startswith(f"{site.url(path)} {trouble}. ")


def test_a_private_address_is_refused_unless_it_is_trusted(site: Website) -> None:
    with pytest.raises(CheckError, match="--allow-private"):
        check_address(good_site(site), of_mp3=no_mp3)


def test_what_is_larger_than_any_episode_is_given_up(
    site: Website, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(probes, "MOST_BYTES", 5_000)
    with pytest.raises(CheckError, match="is larger than"):
        check_address(put(site, "/a.mp3", Manners()), of_mp3=no_mp3, allow_private=True)


def test_every_rule_for_servers_is_broken_by_some_server() -> None:
    every: tuple[Rule[Any], ...] = (
        *file_rules.RULES,
        *pictures.RULES,
        *feeds.RULES,
        *documents.RULES,
    )
    told = set().union(*(rules for _, rules in FAULTS.values()))
    told |= set().union(*(rules for _, rules in FEED_FAULTS.values()))
    told |= {"feed-served-unchanged", "feed-served-packed", "feed-served-elsewhere"}
    of_safe_sites = {"served-unsafe", "feed-served-unsafe", "feed-served-hops"}
    assert {rule.name for rule in every} == told | of_safe_sites


def test_a_small_answer_that_unpacks_to_a_huge_one_is_given_up(
    site: Website, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(probes, "MOST_FEED_BYTES", 1_000_000)
    body = gzip.compress(b"<rss>" + b" " * 50_000_000)
    url = site.page("/feed.xml", body, Content_Encoding="gzip")
    with pytest.raises(CheckError, match="is larger than 1 MB"):
        check_address(url, of_mp3=no_mp3, allow_private=True)


@pytest.mark.parametrize(
    "target", ["file:///etc/passwd", "ftp://127.0.0.1/a", "http://a:b@127.0.0.1/"]
)
def test_a_redirect_leads_nowhere_but_to_the_web(site: Website, target: str) -> None:
    ask = Prober(allow_private=True)
    answer = ask(site.redirect("/a", target), most_bytes=99)
    assert (answer.status, answer.data) == (0, b"")
    assert "b@" not in answer.trouble


def test_an_answer_that_drips_is_cut_off(
    site: Website, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(probes, "LONGEST_S", 0.3)
    drops = [b"HTTP/1.1 200 OK\r\n"] + [b"X-Drop: 1\r\n"] * 100
    answer = Prober(allow_private=True)(site.raw("/a", *drops, pause_s=0.05))
    assert answer.trouble.endswith("127.0.0.1 took longer than 0.3 seconds")


def test_no_more_is_read_of_an_endless_answer_than_was_asked_for(
    site: Website,
) -> None:
    head = b"HTTP/1.1 200 OK\r\n\r\n"
    url = site.raw("/a", head, *[b"x" * 65_536] * 2_000)
    answer = Prober(allow_private=True)(url, most_bytes=1_025)
    assert len(answer.data) == 1_025
    assert site.sent < 20_000_000
