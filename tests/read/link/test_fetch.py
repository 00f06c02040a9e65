import contextlib
import errno
import gzip
import socket
import subprocess
import sys
import threading
import time
import tracemalloc
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from narrate.errors import ArticleError
from narrate.read.link import fetch as fetch_module
from narrate.read.link import guard
from narrate.read.link.fetch import Fetched, fetch
from narrate.read.link.refusal import KINDS
from tests.website import Website, open_website

PUBLIC = "93.184.216.34"
CERTIFICATE = Path(__file__).with_name("news.example.pem")
PROSE = "The café owners’ appeal was heard – and won – on Tuesday.\n".encode() * 40

Get = Callable[[str], Fetched]


@pytest.fixture(autouse=True)
def _no_look_ups(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let no name leave this machine."""
    resolve = socket.getaddrinfo

    def getaddrinfo(host: str, port: int, **kinds: int) -> object:
        numeric = 0 if host == "localhost" else socket.AI_NUMERICHOST
        return resolve(host, port, flags=numeric, **kinds)

    monkeypatch.setattr(socket, "getaddrinfo", getaddrinfo)


@pytest.fixture
def site() -> Iterator[Website]:
    with open_website() as site:
        yield site


@pytest.fixture
def get(tmp_path: Path) -> Get:
    """Fetch with the listener's leave to reach this machine."""
    return lambda url: fetch(url, allow_private=True, cache=tmp_path)


@pytest.fixture
def guarded(tmp_path: Path) -> Get:
    return lambda url: fetch(url, allow_private=False, cache=tmp_path)


class Internet:
    """Stands in for the internet: names have the addresses that a test gives them.

    Whoever dials the public address is put through to the website; every other
    address that is dialled fails the test, so that a hole in the guard shows.
    """

    def __init__(self, site: Website, monkeypatch: pytest.MonkeyPatch) -> None:
        self.site = site
        self.names: dict[str, list[str]] = {}
        """For each name its addresses, one for each look-up; the last one stays."""
        self.looked_up: list[str] = []
        self.dialled: list[str] = []
        self._resolve, self._dial = socket.getaddrinfo, guard.dial
        monkeypatch.setattr(socket, "getaddrinfo", self.getaddrinfo)
        monkeypatch.setattr(guard, "dial", self.dial)

    def getaddrinfo(self, host: str, port: int, **kinds: int) -> object:
        self.looked_up.append(host)
        answers = self.names.get(host, [host])
        answer = answers.pop(0) if len(answers) > 1 else answers[0]
        return self._resolve(answer, port, **kinds)

    def dial(self, address: guard.Address, seconds: float) -> socket.socket:
        self.dialled.append(str(address.socket_address[0]))
        assert self.dialled[-1] == PUBLIC, "the guard let a private address through"
        here = ("127.0.0.1", self.site.port)
        return self._dial(guard.Address(socket.AF_INET, here), seconds)


@pytest.fixture
def internet(site: Website, monkeypatch: pytest.MonkeyPatch) -> Internet:
    internet = Internet(site, monkeypatch)
    internet.names["news.example"] = [PUBLIC]
    return internet


# What comes back


def test_a_page_comes_with_its_kind_and_its_charset(site: Website, get: Get) -> None:
    url = site.page("/a", PROSE, Content_Type='Text/HTML; Charset="ISO-8859-1"')
    assert get(f"  {url}#middle\n") == Fetched(
        url, PROSE, "text/html", "iso-8859-1", ()
    )


@pytest.mark.parametrize("kind", ["", "html", ";charset=utf-8", "\x9b31m/x"])
def test_a_kind_that_is_none_is_no_kind(site: Website, get: Get, kind: str) -> None:
    assert get(site.page("/a", Content_Type=kind)).media_type == ""


@pytest.mark.parametrize("kind", sorted(KINDS - {""}))
def test_whatever_may_hold_an_article_is_taken(
    site: Website, get: Get, kind: str
) -> None:
    page = get(site.page("/a", PROSE, Content_Type=kind))
    assert (page.media_type, page.charset) == (kind, "")


@pytest.mark.parametrize(
    ("kind", "called"),
    [
        ("image/png", "is a picture"),
        ("video/mp4", "is a video"),
        ("audio/mpeg", "is a recording"),
        ("application/zip", "is of another kind"),
        ("text/css", "is of another kind"),
    ],
)
def test_a_kind_that_holds_none_is_refused_by_name(
    site: Website, get: Get, kind: str, called: str
) -> None:
    url = site.page("/a", Content_Type=f"{kind}; charset=utf-8")
    with pytest.raises(ArticleError) as caught:
        get(url)
    assert str(caught.value).startswith(f"{url} {called} ({kind}), not an article. ")


def test_we_say_who_we_are_and_offer_no_packing_that_cannot_be_stopped(
    site: Website, get: Get
) -> None:
    get(site.page("/a"))
    ((_, headers),) = site.asked
    assert headers["User-Agent"].startswith("narrate/")
    assert headers["Accept-Encoding"] == "gzip, deflate"
    assert headers["Host"] == f"127.0.0.1:{site.port}"


def test_a_proxy_in_the_environment_is_not_asked(
    site: Website, get: Get, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("http_proxy", "HTTP_PROXY", "ALL_PROXY"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")
    assert get(site.page("/a")).data == b"Hi."


def test_the_network_s_library_waits_until_there_is_a_link() -> None:
    code = "import narrate.read.link.fetch, sys; sys.exit('httpx' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


# Where a link leads


def test_redirects_are_followed_and_cookies_handed_back(
    site: Website, get: Get
) -> None:
    site.redirect("/1", "/2", 301, Set_Cookie="seen=yes")
    site.redirect("/2", "3?q=a b", 307)
    site.page("/3?q=a%20b", b"There.")
    assert get(site.url("/1")).url == site.url("/3?q=a%20b")
    assert [headers["Cookie"] for _, headers in site.asked] == [
        None,
        "seen=yes",
        "seen=yes",
    ]


def test_a_cookie_that_cannot_be_handed_back_is_left_out(
    site: Website, get: Get
) -> None:
    site.redirect("/a", "/b", Set_Cookie="a=é")
    site.page("/b")
    assert get(site.url("/a")).data == b"Hi."
    assert [headers["Cookie"] for _, headers in site.asked] == [None, None]


def test_five_redirects_are_followed_and_no_sixth(site: Website, get: Get) -> None:
    for step in range(6):
        site.redirect(f"/{step}", f"/{step + 1}")
    site.page("/6")
    assert get(site.url("/1")).url == site.url("/6")
    with pytest.raises(ArticleError, match="another more than 5 times"):
        get(site.url("/0"))


def test_the_page_of_a_redirect_is_not_read(site: Website, get: Get) -> None:
    head = b"HTTP/1.1 302 Found\r\nLocation: /b\r\nContent-Encoding: gzip\r\n\r\n"
    site.raw("/a", head, *[bytes(1_000_000)] * 100)
    site.page("/b")
    assert get(site.url("/a")).data == b"Hi."
    assert site.sent < 30_000_000


@pytest.mark.parametrize(
    "target",
    ["file:///etc/passwd", "ftp://127.0.0.1/a", "data:text/html,Hi.", "javascript:x"],
)
def test_a_redirect_to_another_scheme_is_refused(
    site: Website, get: Get, target: str
) -> None:
    url = site.redirect("/a", target)
    with pytest.raises(ArticleError, match="is not a link to a web page") as caught:
        get(url)
    assert str(caught.value).startswith(f"{url} leads to {target.partition('//')[0]}")


@pytest.mark.parametrize("target", ["http://[::1", "http://h:x/", "http://h:99999/"])
def test_a_redirect_to_nonsense_is_refused(
    site: Website, get: Get, target: str
) -> None:
    with pytest.raises(ArticleError, match="which is not a link that can be underst"):
        get(site.redirect("/a", target))


@pytest.mark.parametrize(
    "link", ["", "news.example/a", "/etc/passwd", "file:///etc/passwd", "http://", "-"]
)
def test_what_is_no_link_is_refused(get: Get, link: str) -> None:
    with pytest.raises(ArticleError, match="is not a link to a web page"):
        get(link)


def test_a_password_in_a_link_is_neither_sent_nor_shown(
    site: Website, get: Get
) -> None:
    link = site.page("/a").replace("//", "//me:secret@")
    site.redirect("/b", link)
    for url in (link, site.url("/b")):
        with pytest.raises(ArticleError, match="a user name or a password") as caught:
            get(url)
        assert "secret" not in str(caught.value)
    assert [path for path, _ in site.asked] == ["/b"]


def test_control_characters_in_a_link_do_not_reach_the_terminal(get: Get) -> None:
    with pytest.raises(ArticleError) as caught:
        get("http://news.example/\x1b[31m\udcff")
    assert str(caught.value).isprintable()


# Private addresses


@pytest.mark.parametrize(
    "host",
    """localhost 127.0.0.1 2130706433 0x7f.1 0177.0.0.1 127.1 0 0.0.0.0 [::1] [::]
    [::ffff:127.0.0.1] [::ffff:7f00:1] [::127.0.0.1] [64:ff9b::7f00:1]
    [2002:7f00:1::] 10.0.0.1 169.254.169.254 100.64.0.1 [fe80::1] [fd00::1]
    224.0.0.1""".split(),
)
def test_no_spelling_of_a_private_address_gets_through(
    site: Website, guarded: Get, monkeypatch: pytest.MonkeyPatch, host: str
) -> None:
    monkeypatch.setattr(guard, "dial", lambda *_: pytest.fail("it was dialled"))
    site.page("/a")
    # A spelling that httpx or this system does not know is refused in other words.
    words = r"a private network\. Give --allow-private|no address is|be understood"
    with pytest.raises(ArticleError, match=words):
        guarded(site.url("/a", host))
    assert site.asked == []


def test_the_listener_s_own_network_is_read_if_allowed(site: Website, get: Get) -> None:
    site.page("/a")
    assert get(site.url("/a", "localhost")).data == b"Hi."


@pytest.mark.parametrize(
    "host", ["169.254.169.254", "inside.example", "localhost", "[::1]", "2130706433"]
)
def test_a_redirect_to_a_private_address_is_refused(
    internet: Internet, guarded: Get, host: str
) -> None:
    internet.names["inside.example"] = ["127.0.0.1"]
    site = internet.site
    site.page("/secret")
    site.redirect("/a", site.url("/secret", host))
    url = site.url("/a", "news.example")
    with pytest.raises(ArticleError, match="inside a private network") as caught:
        guarded(url)
    assert str(caught.value).startswith(f"{url} leads to http://{host}:")
    assert internet.dialled == [PUBLIC]
    assert [path for path, _ in site.asked] == ["/a"]


def test_the_address_that_was_judged_is_the_one_that_is_dialled(
    internet: Internet, guarded: Get
) -> None:
    internet.names["rebind.example"] = [PUBLIC, "127.0.0.1"]
    internet.site.page("/a")
    assert guarded(internet.site.url("/a", "rebind.example")).data == b"Hi."
    assert internet.looked_up == ["rebind.example"], "a second look-up may differ"
    assert internet.dialled == [PUBLIC]


def test_a_name_that_turns_private_between_two_steps_is_refused(
    internet: Internet, guarded: Get
) -> None:
    internet.names["rebind.example"] = [PUBLIC, "127.0.0.1"]
    internet.site.redirect("/a", "/secret")
    internet.site.page("/secret")
    with pytest.raises(ArticleError, match=r"is at 127\.0\.0\.1, an address inside a"):
        guarded(internet.site.url("/a", "rebind.example"))
    assert internet.dialled == [PUBLIC]


def test_a_private_page_read_once_is_no_way_around_the_guard(
    site: Website, get: Get, guarded: Get
) -> None:
    url = site.page("/a")
    get(url)
    with pytest.raises(ArticleError, match="inside a private network"):
        guarded(url)


# How large and how long


def _bomb() -> bytes:
    """Pack 200 MB of zeros in 200 kB."""
    pack = zlib.compressobj(9, wbits=31)
    parts = [pack.compress(bytes(1_000_000)) for _ in range(200)]
    return b"".join((*parts, pack.flush()))


@pytest.mark.parametrize("archives", [1, 30])
def test_a_bomb_is_put_down_at_once(site: Website, get: Get, archives: int) -> None:
    bomb = _bomb() if archives == 1 else gzip.compress(bytes(1_000_000)) * archives
    url = site.page("/a", bomb, Content_Type="text/html", Content_Encoding="gzip")
    get(site.page("/b"))  # the library's imports are no part of it
    tracemalloc.start()
    try:
        with pytest.raises(ArticleError, match="is larger than 20 MB"):
            get(url)
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert peak < 60_000_000


def test_a_bomb_in_a_bomb_is_not_opened(site: Website, get: Get) -> None:
    body = gzip.compress(_bomb())
    with pytest.raises(ArticleError, match="packed in a way"):
        get(site.page("/a", body, Content_Encoding="gzip, gzip"))


def test_a_page_without_end_stops_early(site: Website, get: Get) -> None:
    chunks = [bytes(1_000_000)] * 500
    for head in (b"", b"Content-Length: 500000000\r\n"):
        site.sent = 0
        site.raw("/a", b"HTTP/1.1 200 OK\r\n" + head + b"\r\n", *chunks)
        with pytest.raises(ArticleError, match="is larger than 20 MB"):
            get(site.url("/a"))
        assert site.sent < 60_000_000


def test_a_page_just_within_the_limit_is_read(
    site: Website, get: Get, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fetch_module, "MOST_BYTES", 5000)
    assert len(get(site.page("/a", bytes(5000))).data) == 5000
    packed = gzip.compress(bytes(5001))
    with pytest.raises(ArticleError, match="is larger than"):
        get(site.page("/a", packed, Content_Encoding="gzip"))


@pytest.mark.parametrize("packing", ["gzip", "x-gzip", "GZip", "deflate", "raw"])
def test_a_packed_page_is_unpacked_whole(site: Website, get: Get, packing: str) -> None:
    body = PROSE * 5000  # several pieces, and its end lies in the last
    packed = {
        "deflate": zlib.compress(body),
        "raw": zlib.compress(body, wbits=-15),
    }.get(packing, gzip.compress(body[:999]) + gzip.compress(body[999:]))
    packing = "deflate" if packing == "raw" else packing
    assert get(site.page("/a", packed, Content_Encoding=packing)).data == body


def test_a_packed_page_of_nothing_is_nothing(site: Website, get: Get) -> None:
    assert get(site.page("/a", b"", Content_Encoding="gzip")).data == b""


@pytest.mark.parametrize("body", [gzip.compress(PROSE)[:-9], b"no archive", b"\x1f"])
def test_a_packed_page_that_is_broken_is_refused(
    site: Website, get: Get, body: bytes
) -> None:
    with pytest.raises(ArticleError, match="is broken or not whole"):
        get(site.page("/a", body, Content_Encoding="gzip"))


@pytest.mark.parametrize(
    "start", [b"", b"HTTP/1.1 200 OK\r\nX-A: ", b"HTTP/1.1 200 OK\r\n\r\n"]
)
def test_a_server_that_drips_is_left_in_time(
    site: Website, get: Get, monkeypatch: pytest.MonkeyPatch, start: bytes
) -> None:
    monkeypatch.setattr(fetch_module, "LONGEST_S", 0.5)
    site.raw("/a", start or b"H", *[b"x"] * 1000, pause_s=0.02)
    with pytest.raises(ArticleError, match=r"127\.0\.0\.1 took longer than 0.5 sec"):
        get(site.url("/a"))


def test_redirects_do_not_wind_the_clock_up_again(
    site: Website, get: Get, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fetch_module, "LONGEST_S", 0.5)
    for step in range(6):
        head = f"HTTP/1.1 302 Found\r\nLocation: /{step + 1}\r\n".encode()
        site.raw(f"/{step}", head, b"\r\n", pause_s=0.2)
    with pytest.raises(ArticleError, match="took longer than"):
        get(site.url("/0"))


# What goes wrong


@pytest.mark.parametrize(
    ("status", "words"),
    [
        (401, "the site asks for a name and a password (401). Open it in a browser"),
        (402, "the site asks for payment (402). Open it in a browser"),
        (403, "the site does not let narrate in (403). Open it in a browser"),
        (404, "the site says the page is not there (404). Check the link's spelling."),
        (410, "the site says the page is gone for good (410). Look for it elsewhere."),
        (429, "the site says that it was asked too often (429). Try again in a few"),
        (500, "the site has trouble of its own (500). Try again in a few minutes."),
        (503, "the site has trouble of its own (503). Try again in a few minutes."),
        (418, "the site sent no page (418). Open it in a browser"),
        (304, "the site sent no page (304). Open it in a browser"),
        (204, "the site sent no page (204). Open it in a browser"),
    ],
)
def test_a_refusal_of_the_site_is_told_in_words(
    site: Website, get: Get, status: int, words: str
) -> None:
    url = site.page("/a", b"", status)
    with pytest.raises(ArticleError) as caught:
        get(url)
    assert str(caught.value).startswith(f"{url} can't be read: {words}")


def test_a_port_where_nobody_listens_refuses(get: Get) -> None:
    with socket.socket() as taken:  # bound, so that nobody else listens there
        taken.bind(("127.0.0.1", 0))
        url = f"http://127.0.0.1:{taken.getsockname()[1]}/"
        with pytest.raises(ArticleError, match=r"127\.0\.0\.1 refuses the connection"):
            get(url)


def test_a_host_that_nobody_knows_is_named(
    guarded: Get, monkeypatch: pytest.MonkeyPatch
) -> None:
    def unknown(*_: object, **__: object) -> None:
        raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")

    monkeypatch.setattr(socket, "getaddrinfo", unknown)
    with pytest.raises(ArticleError) as caught:
        guarded("https://nwes.example/a")
    assert str(caught.value) == (
        "https://nwes.example/a can't be reached: no address is known for "
        "nwes.example. Check the link and your connection, or try again later."
    )


def test_a_host_that_does_not_pick_up_is_named(
    guarded: Get, monkeypatch: pytest.MonkeyPatch
) -> None:
    def silent(*_: object) -> None:
        raise TimeoutError

    monkeypatch.setattr(guard, "dial", silent)
    with pytest.raises(ArticleError, match="34 did not answer within 10 seconds"):
        guarded(f"http://{PUBLIC}/")


def test_a_network_that_is_not_there_is_told_in_the_system_s_words(
    guarded: Get, monkeypatch: pytest.MonkeyPatch
) -> None:
    def unreachable(*_: object) -> None:
        raise OSError(errno.ENETUNREACH, "Network is unreachable")

    monkeypatch.setattr(guard, "dial", unreachable)
    words = r"the connection to 93.* failed \(Network is unreachable\)"
    with pytest.raises(ArticleError, match=words):
        guarded(f"http://{PUBLIC}/")


@pytest.mark.parametrize(
    "answer",
    [
        b"",
        b"SSH-2.0-OpenSSH_9.2\r\n",
        b"HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nHal",
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n9\r\nHal",
        b"HTTP/1.1 200 OK\r\n" + b"X-A: b\r\n" * 50_000,
    ],
    ids=["nothing", "no web server", "cut short", "chunk cut short", "endless head"],
)
def test_an_answer_that_is_broken_is_told(
    site: Website, get: Get, answer: bytes
) -> None:
    with pytest.raises(ArticleError, match=r"broken or not whole|the connection to"):
        get(site.raw("/a", answer))


# TLS


@pytest.fixture
def secure() -> Iterator[Website]:
    with open_website(CERTIFICATE) as site:
        yield site


def test_a_certificate_that_nobody_signed_is_not_trusted(
    secure: Website, get: Get
) -> None:
    url = secure.page("/a").replace("http:", "https:")
    with pytest.raises(ArticleError, match="can't be trusted: the certificate of 127"):
        get(url)
    assert secure.asked == []


def test_the_certificate_is_held_against_the_link_s_host_not_the_address(
    secure: Website, guarded: Get, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(CERTIFICATE))
    internet = Internet(secure, monkeypatch)
    internet.names |= {"news.example": [PUBLIC], "other.example": [PUBLIC]}
    secure.page("/a")
    assert guarded(f"https://news.example:{secure.port}/a").data == b"Hi."
    with pytest.raises(ArticleError, match=r"certificate of other\.example does"):
        guarded(f"https://other.example:{secure.port}/a")


def test_a_server_without_tls_is_told(site: Website, get: Get) -> None:
    url = site.page("/a").replace("http:", "https:")
    with pytest.raises(ArticleError, match=r"no safe connection to 127\.0\.0\.1"):
        get(url)


def test_a_handshake_that_drips_is_left_in_time(
    get: Get, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fetch_module, "CONNECT_S", 0.4)

    def drip() -> None:
        line, _ = server.accept()
        with line, contextlib.suppress(OSError):
            line.sendall(b"\x16\x03\x03\x40\x00")  # the head of 16 kB of handshake
            for _ in range(500):
                line.sendall(b"\x02")
                time.sleep(0.01)

    with socket.create_server(("127.0.0.1", 0)) as server:
        thread = threading.Thread(target=drip)
        thread.start()
        with pytest.raises(ArticleError, match=r"did not answer within 0\.4 seconds"):
            get(f"https://127.0.0.1:{server.getsockname()[1]}/")
        thread.join()


def test_certificates_that_are_not_there_are_told(
    get: Get, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "none.pem"))
    with pytest.raises(ArticleError, match="SSL_CERT_FILE names no certificates"):
        get("http://127.0.0.1:9/")


# A second time


@pytest.mark.parametrize(
    ("header", "condition", "value"),
    [
        ("ETag", "If-None-Match", 'W/"1"'),
        ("Last-Modified", "If-Modified-Since", "Tue, 05 May 2026 10:00:00 GMT"),
    ],
)
def test_a_page_that_has_not_changed_is_not_sent_again(
    site: Website, get: Get, header: str, condition: str, value: str
) -> None:
    kind = "text/html; charset=koi8-r"
    site.page("/b", PROSE, Content_Type=kind, **{header: value})
    first = get(site.redirect("/a", "/b"))
    site.page("/b", b"", 304)
    assert get(site.url("/a")) == first
    assert first.charset == "koi8-r"
    assert [headers[condition] for _, headers in site.asked] == [None] * 3 + [value]


def test_a_page_that_has_changed_is_taken_anew(site: Website, get: Get) -> None:
    get(site.page("/a", b"Old.", ETag='"1"'))
    assert get(site.page("/a", b"New.", ETag='"2"')).data == b"New."
    get(site.url("/a"))
    assert [headers["If-None-Match"] for _, headers in site.asked] == [
        None,
        '"1"',
        '"2"',
    ]


def test_a_version_is_named_only_to_the_address_that_it_came_from(
    site: Website, get: Get
) -> None:
    site.page("/b", ETag='"1"')
    site.page("/c", b"Another.", ETag='"1"')
    get(site.redirect("/a", "/b"))
    assert get(site.redirect("/a", "/c")).data == b"Another."
    assert all(headers["If-None-Match"] is None for _, headers in site.asked)


@pytest.mark.parametrize("damage", [b"", b"NAP1", b"{}", b"\xff" * 500])
def test_a_broken_copy_is_fetched_anew(
    site: Website, get: Get, tmp_path: Path, damage: bytes
) -> None:
    url = site.page("/a", PROSE, ETag='"1"')
    get(url)
    (copy,) = (tmp_path / "pages").glob("??/*")
    copy.write_bytes(damage)
    assert get(url).data == PROSE
    assert [headers["If-None-Match"] for _, headers in site.asked] == [None, None]


def test_a_copy_stands_in_for_a_server_that_is_away_and_says_so(
    site: Website, get: Get
) -> None:
    url = site.page("/a", PROSE, Content_Type="text/html")
    first = get(url)
    site.page("/a", b"", 503)
    again = get(url)
    assert again.data == first.data
    (notice,) = again.notices
    today = time.strftime("%d %B %Y").lstrip("0")
    assert notice == (
        f"{url} can't be read: the site has trouble of its own (503): "
        f"its copy of {today} is read instead."
    )


@pytest.mark.parametrize("status", [401, 403, 404, 410])
def test_no_copy_stands_in_for_what_the_site_takes_back(
    site: Website, get: Get, status: int
) -> None:
    get(site.page("/a"))
    with pytest.raises(ArticleError, match=str(status)):
        get(site.page("/a", b"", status))


def test_what_a_site_does_not_let_us_keep_is_not_kept(
    site: Website, get: Get, tmp_path: Path
) -> None:
    get(site.page("/a", Cache_Control="private, No-Store"))
    assert list(tmp_path.rglob("*")) in ([], [tmp_path / "pages"])


def test_a_version_s_name_that_cannot_be_sent_back_is_left_out(
    site: Website, get: Get
) -> None:
    url = site.page("/a", ETag='"é"')
    get(url)
    get(url)
    assert [headers["If-None-Match"] for _, headers in site.asked] == [None, None]
