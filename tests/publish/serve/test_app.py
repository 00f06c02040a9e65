"""What the application answers, asked directly: no socket is opened."""

import asyncio
import os
import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote, unquote

import pytest
from starlette.testclient import TestClient
from starlette.types import Message

from narrate.publish.feed.channel import Channel
from narrate.publish.serve.app import application
from narrate.publish.serve.hosts import names_for
from tests.served import SOUND, put_episode

MP3 = "/mines/mines.mp3"
BASE = "http://127.0.0.1:8484"


@pytest.fixture
def out(tmp_path: Path) -> Path:
    out = tmp_path / "out"
    put_episode(out, "mines")
    return out


@pytest.fixture
def told() -> list[str]:
    return []


@pytest.fixture
def client(out: Path, told: list[str]) -> Iterator[TestClient]:
    app = application(out, Channel("Show", ""), names_for("127.0.0.1", ()), told.append)
    yield TestClient(app, BASE, follow_redirects=False)
    assert told == []


def status(client: TestClient, path: str) -> int:
    """Ask for a path as it stands: a client would tidy up dots and slashes first."""
    began: list[Message] = []

    async def receive() -> Message:
        return {"type": "http.request", "body": b"", "more_body": False}

    async def send(message: Message) -> None:
        began.append(message)

    scope = {
        "type": "http",
        "method": "GET",
        "path": unquote(path),
        "raw_path": path.encode(),
        "query_string": b"",
        "headers": [(b"host", b"127.0.0.1:8484")],
        "server": ("127.0.0.1", 8484),
    }
    asyncio.run(client.app(scope, receive, send))  # type: ignore[arg-type]
    return int(began[0]["status"])


class TestFiles:
    def test_a_file_is_sent_whole(self, client: TestClient) -> None:
        answer = client.get(MP3)
        assert answer.status_code == 200
        assert answer.content == SOUND
        assert answer.headers["content-type"] == "audio/mpeg"
        assert answer.headers["content-length"] == str(len(SOUND))
        assert answer.headers["accept-ranges"] == "bytes"

    def test_head_tells_all_but_the_body(self, client: TestClient) -> None:
        whole, head = client.get(MP3), client.head(MP3)
        assert head.status_code == 200
        assert head.content == b""
        assert {**head.headers} == {**whole.headers}

    @pytest.mark.parametrize(
        ("name", "kind"),
        [
            ("mines.vtt", "text/vtt; charset=utf-8"),
            ("mines.srt", "application/x-subrip"),
            ("mines.chapters.json", "application/json+chapters"),
            ("mines.transcript.json", "application/json"),
            ("mines.transcript.html", "text/html; charset=utf-8"),
            ("mines.cover.jpg", "image/jpeg"),
            ("mines.m4b", "audio/mp4"),
            ("mines.opus", "audio/ogg"),
            ("mines.epub", "application/epub+zip"),
            ("mines.m3u8", "application/vnd.apple.mpegurl"),
            ("numbered/01 One.mp3", "audio/mpeg"),
            ("episode.json", "application/json"),
            ("index.html", "text/html; charset=utf-8"),
        ],
    )
    def test_each_kind_is_declared(
        self, client: TestClient, out: Path, name: str, kind: str
    ) -> None:
        path = out / "mines" / name
        path.parent.mkdir(exist_ok=True)
        path.touch()
        answer = client.get("/mines/" + quote(name))
        assert answer.status_code == 200
        assert answer.headers["content-type"] == kind
        assert answer.headers["x-content-type-options"] == "nosniff"

    def test_a_name_of_any_bytes_is_found(self, client: TestClient, out: Path) -> None:
        put_episode(out, "größe 100%")
        assert client.get(
            "/gr%C3%B6%C3%9Fe%20100%25/" + quote("größe 100%.mp3")
        ).content
        os.close(os.open(os.fsencode(out) + b"/mines/\xff.mp3", os.O_CREAT))
        assert client.get("/mines/%FF.mp3").status_code == 200

    def test_a_question_mark_is_no_part_of_a_name(self, client: TestClient) -> None:
        assert client.get(f"{MP3}?_=1").content == SOUND


class TestRanges:
    @pytest.mark.parametrize(
        ("asked", "first", "last"),
        [
            ("bytes=0-0", 0, 0),
            ("bytes=0-1", 0, 1),
            ("bytes=100-199", 100, 199),
            ("bytes=10000-", 10000, len(SOUND) - 1),
            ("bytes=-1", len(SOUND) - 1, len(SOUND) - 1),
            ("bytes=-300", len(SOUND) - 300, len(SOUND) - 1),
            ("bytes=-99999", 0, len(SOUND) - 1),
            ("bytes=0-99999", 0, len(SOUND) - 1),
            ("bytes= 5-9", 5, 9),
            ("bytes=0-10,5-20", 0, 20),
        ],
    )
    def test_a_range_is_sent_and_no_more(
        self, client: TestClient, asked: str, first: int, last: int
    ) -> None:
        answer = client.get(MP3, headers={"Range": asked})
        assert answer.status_code == 206
        assert answer.content == SOUND[first : last + 1]
        assert answer.headers["content-range"] == f"bytes {first}-{last}/{len(SOUND)}"
        assert answer.headers["content-length"] == str(last - first + 1)

    @pytest.mark.parametrize(
        "asked", ["bytes=10240-", "bytes=99999-100000", "bytes=-0"]
    )
    def test_a_range_beyond_the_end_is_told_so(
        self, client: TestClient, asked: str
    ) -> None:
        answer = client.get(MP3, headers={"Range": asked})
        assert answer.status_code == 416
        assert answer.headers["content-range"] == f"bytes */{len(SOUND)}"

    @pytest.mark.parametrize(
        "asked",
        [
            "",
            "bytes",
            "bytes=",
            "bytes=-",
            "bytes=a-b",
            "bytes=--1",
            "items=0-1",
            "bytes=0-1;",
            "bytes=" + "9" * 5000 + "-",
            "bytes=" + "0-0," * 500 + "0-0",
        ],
    )
    def test_what_is_no_range_is_passed_over(
        self, client: TestClient, asked: str
    ) -> None:
        answer = client.get(MP3, headers={"Range": asked})
        assert answer.status_code == 200
        assert answer.content == SOUND

    def test_head_has_no_range(self, client: TestClient) -> None:
        answer = client.head(MP3, headers={"Range": "bytes=0-1"})
        assert answer.status_code == 200
        assert answer.headers["content-length"] == str(len(SOUND))

    def test_several_ranges_come_in_parts(self, client: TestClient) -> None:
        answer = client.get(MP3, headers={"Range": "bytes=0-9,100-109"})
        assert answer.status_code == 206
        kind = answer.headers["content-type"]
        boundary = kind.removeprefix("multipart/byteranges; boundary=")
        assert boundary != kind
        parts = answer.content.split(f"--{boundary}".encode())[1:-1]
        assert [part.partition(b"\r\n\r\n")[2][:-2] for part in parts] == [
            SOUND[:10],
            SOUND[100:110],
        ]
        assert answer.headers["content-length"] == str(len(answer.content))

    def test_if_range_sends_the_rest_of_the_same_file_only(
        self, client: TestClient
    ) -> None:
        known = client.head(MP3).headers
        for tag in (known["etag"], known["last-modified"]):
            headers = {"Range": "bytes=5-", "If-Range": tag}
            assert client.get(MP3, headers=headers).status_code == 206
        for tag in ('"other"', f"W/{known['etag']}", "Sat, 01 Jan 2000 00:00:00 GMT"):
            headers = {"Range": "bytes=5-", "If-Range": tag}
            answer = client.get(MP3, headers=headers)
            assert (answer.status_code, answer.content) == (200, SOUND)


class TestKeeping:
    @pytest.mark.parametrize("path", [MP3, "/feed.xml", "/"])
    def test_what_is_known_is_not_sent_again(
        self, client: TestClient, path: str
    ) -> None:
        known = client.get(path).headers
        assert known["cache-control"] == "no-cache"
        asked: list[dict[str, str]] = [
            {"If-None-Match": known["etag"]},
            {"If-None-Match": f'"other", W/{known["etag"]}'},
            {"If-None-Match": "*"},
            {"If-Modified-Since": known["last-modified"]},
        ]
        for headers in asked:
            answer = client.get(path, headers=headers)
            assert (answer.status_code, answer.content) == (304, b"")
            assert answer.headers["etag"] == known["etag"]
        asked = [
            {"If-None-Match": '"other"'},
            {"If-Modified-Since": "Sat, 01 Jan 2000 00:00:00 GMT"},
            {"If-Modified-Since": "soon"},
            {
                "If-None-Match": '"other"',
                "If-Modified-Since": known["last-modified"],
            },
        ]
        for headers in asked:
            assert client.get(path, headers=headers).status_code == 200

    def test_a_file_that_was_replaced_is_sent_again(
        self, client: TestClient, out: Path
    ) -> None:
        before = client.head(MP3).headers["etag"]
        (out / "mines" / "mines.mp3").write_bytes(b"new")
        answer = client.get(MP3, headers={"If-None-Match": before})
        assert (answer.status_code, answer.content) == (200, b"new")

    def test_the_show_s_picture_is_drawn_or_the_listener_s_own(
        self, client: TestClient, out: Path
    ) -> None:
        drawn = client.get("/cover.jpg")
        assert drawn.headers["content-type"] == "image/jpeg"
        assert drawn.content.startswith(b"\xff\xd8")
        headers = {"If-None-Match": drawn.headers["etag"]}
        assert client.get("/cover.jpg", headers=headers).status_code == 304
        (out / "cover.jpg").write_bytes(b"\xff\xd8 own")
        assert client.get("/cover.jpg").content == b"\xff\xd8 own"


class TestRefusing:
    @pytest.mark.parametrize(
        "path",
        [
            "/../out/mines/mines.mp3",
            "/mines/../mines/mines.mp3",
            "/mines/%2e%2e/mines/mines.mp3",
            "/mines/..%2fmines/mines.mp3",
            "/mines/..%5cmines/mines.mp3",
            "//mines/mines.mp3",
            "//etc/mines.mp3",
            "/mines//mines.mp3",
            "/./mines/mines.mp3",
            "/mines\\mines.mp3",
            "/mines/mines.mp3%00",
            "/mines/%00.mp3",
            "/mines/mines.mp3/",
            "/mines/mines.mp3/x.mp3",
            "/mines",
            "/mines/",
            "/.part/x.mp3",
            "/mines/.hidden.mp3",
            "/C:/x.mp3",
            "/%",
            "/%zz.mp3",
            "/mines/" + "a" * 300 + ".mp3",
            "/" + "a/" * 1500 + "a.mp3",
            "/feed.xml/",
            "/favicon.ico",
        ],
    )
    def test_a_path_that_leads_elsewhere_is_not_found(
        self, client: TestClient, out: Path, path: str
    ) -> None:
        (out / ".part").mkdir()
        (out / ".part" / "x.mp3").touch()
        (out / "mines" / ".hidden.mp3").touch()
        assert status(client, path) == 404

    def test_an_overlong_path_is_refused(self, client: TestClient) -> None:
        assert status(client, "/" + "a" * 5000) == 414

    def test_links_lead_only_to_what_is_published(
        self, client: TestClient, out: Path, tmp_path: Path
    ) -> None:
        outside = put_episode(tmp_path / "elsewhere", "secret")
        mines = out / "mines"
        (mines / "notes.txt").touch()
        for name, target in (
            ("outside.mp3", outside / "secret.mp3"),
            ("password.mp3", Path("/etc/passwd")),
            ("notes.mp3", mines / "notes.txt"),
            ("circle.mp3", mines / "circle.mp3"),
            ("nothing.mp3", mines / "gone.mp3"),
        ):
            (mines / name).symlink_to(target)
            assert client.get(f"/mines/{name}").status_code == 404, name
        (out / "folder").symlink_to(outside, target_is_directory=True)
        assert client.get("/folder/secret.mp3").status_code == 404
        (mines / "inside.mp3").symlink_to("mines.mp3")
        assert client.get("/mines/inside.mp3").content == SOUND
        (out / "again").symlink_to("mines", target_is_directory=True)
        assert client.get("/again/mines.mp3").content == SOUND

    def test_a_served_folder_may_itself_be_a_link(
        self, out: Path, tmp_path: Path, told: list[str]
    ) -> None:
        (tmp_path / "link").symlink_to(out)
        app = application(
            tmp_path / "link", Channel("Show", ""), names_for("::1", ()), told.append
        )
        client = TestClient(app, BASE)
        assert client.get(MP3).content == SOUND
        assert MP3 in client.get("/feed.xml").text

    def test_what_is_no_ordinary_file_is_not_opened(
        self, client: TestClient, out: Path
    ) -> None:
        os.mkfifo(out / "mines" / "pipe.mp3")
        (out / "mines" / "folder.mp3").mkdir()
        (out / "mines" / "device.mp3").symlink_to("/dev/zero")
        for name in ("pipe", "folder", "device"):
            assert client.get(f"/mines/{name}.mp3").status_code == 404

    def test_a_file_that_is_closed_to_us_is_not_found(
        self, client: TestClient, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(os, "access", lambda path, mode: False)
        assert client.get(MP3).status_code == 404

    def test_other_music_and_pages_stay_private(
        self, client: TestClient, out: Path
    ) -> None:
        (out / "music").mkdir()
        for name in ("song.mp3", "index.html", "holiday.cover.jpg"):
            (out / name).touch()
            (out / "music" / name).touch()
            assert client.get(f"/{name}").status_code == 404
            assert client.get(f"/music/{name}").status_code == 404

    @pytest.mark.parametrize(
        "method", ["POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "PROPFIND"]
    )
    @pytest.mark.parametrize("path", ["/", "/feed.xml", MP3, "/cover.jpg"])
    def test_nothing_can_be_written(
        self, client: TestClient, method: str, path: str
    ) -> None:
        answer = client.request(method, path)
        assert answer.status_code == 405
        assert answer.headers["allow"] == "GET, HEAD"

    @pytest.mark.parametrize(
        "host",
        [
            "evil.org",
            "127.0.0.1.evil.org",
            "localhost:8484@evil.org",
            "",
            "192.168.1.5",
        ],
    )
    @pytest.mark.parametrize("path", ["/", "/feed.xml", MP3, "/gone"])
    def test_another_name_is_refused_whatever_it_asks(
        self, client: TestClient, host: str, path: str
    ) -> None:
        answer = client.get(path, headers={"Host": host})
        assert answer.status_code == 400
        assert "--allow-host" in answer.text

    def test_each_answer_says_how_it_may_be_used(
        self, client: TestClient, out: Path
    ) -> None:
        (out / "mines" / "index.html").touch()
        for path in ("/", "/feed.xml", MP3, "/gone", "/mines/index.html"):
            headers = client.get(path).headers
            assert headers["x-content-type-options"] == "nosniff"
            assert headers["referrer-policy"] == "no-referrer"
            assert headers["cross-origin-resource-policy"] == "same-origin"
            assert "access-control-allow-origin" not in headers
            policy = headers["content-security-policy"]
            assert policy.startswith("default-src 'none'")
            assert ("script-src" in policy) == path.endswith("index.html")

    def test_a_folder_is_never_listed(self, client: TestClient, out: Path) -> None:
        shutil.copy(out / "mines" / "episode.json", out / "episode.json")
        for path in ("/mines", "/mines/", "/mines/."):
            assert status(client, path) == 404


class TestFeed:
    def test_links_begin_with_the_address_that_was_asked(
        self, client: TestClient
    ) -> None:
        for host in ("127.0.0.1:8484", "localhost:9", "[::1]:8484", "localhost"):
            answer = client.get("/feed.xml", headers={"Host": host})
            assert (
                answer.headers["content-type"] == "application/rss+xml; charset=utf-8"
            )
            links = re.findall(r"http://[^/\"<]+/mines/mines\.mp3", answer.text)
            assert links == [f"http://{host}{MP3}"]

    def test_head_tells_the_feed_s_length(self, client: TestClient) -> None:
        whole, head = client.get("/feed.xml"), client.head("/feed.xml")
        assert head.headers["content-length"] == str(len(whole.content))
        assert head.headers["etag"] == whole.headers["etag"]
        assert head.content == b""

    def test_whatever_the_feed_links_to_is_there(self, client: TestClient) -> None:
        text = client.get("/feed.xml").text
        links = set(
            re.findall(r'(?:url|href)="http://127\.0\.0\.1:8484(/[^"]*)"', text)
        )
        assert {MP3, "/mines/mines.vtt", "/feed.xml", "/cover.jpg"} <= links
        for link in links:
            assert client.head(link).status_code == 200, link
