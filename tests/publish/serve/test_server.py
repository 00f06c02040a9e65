"""The server itself: a process, sockets, signals."""

import logging
import signal
import socket
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path

import pytest

from narrate.errors import MissingPartError
from narrate.publish.serve import needs, server
from tests.served import SOUND, Served, put_episode, serving, start

MP3 = "/mines/mines.mp3"
LARGE = 60_000_000
"""More than the sockets' own memory takes, of a client that does not read."""


@pytest.fixture
def out(tmp_path: Path) -> Path:
    out = tmp_path / "out"
    put_episode(out, "mines")
    return out


@pytest.fixture
def served(out: Path, tmp_path: Path) -> Iterator[Served]:
    with serving(out, trouble=tmp_path / "trouble") as served:
        yield served


def refused(folder: Path, *words: str) -> tuple[int, str]:
    """Start what can't be served, and give its exit code and its sentence."""
    trouble = folder.parent / "trouble"
    process = start(folder, *words, trouble=trouble)
    said, _ = process.communicate(timeout=60)
    assert said == ""
    return process.returncode, trouble.read_text()


def test_files_and_ranges_come_over_one_connection(served: Served) -> None:
    connection = served.connect()
    for headers, status, body in (
        ({}, 200, SOUND),
        ({"Range": "bytes=5-9"}, 206, SOUND[5:10]),
        ({"Range": "bytes=99999-"}, 416, b""),
        ({"Range": "bytes=-5"}, 206, SOUND[-5:]),
    ):
        connection.request("GET", MP3, headers=headers)
        answer = connection.getresponse()
        assert (answer.status, answer.read()) == (status, body)
        assert answer.headers["Server"] is None
    connection.request("HEAD", MP3)
    answer = connection.getresponse()
    assert answer.read() == b""
    assert answer.headers["Content-Length"] == str(len(SOUND))
    etag = answer.headers["ETag"]
    connection.request("GET", MP3, headers={"If-None-Match": etag})
    answer = connection.getresponse()
    assert (answer.status, answer.read()) == (304, b"")
    connection.close()
    assert served.errors() == ""


def test_a_foreign_host_is_refused_and_the_address_itself_is_not(
    served: Served,
) -> None:
    for host, status in (
        ("evil.org", 400),
        ("93.184.216.34", 400),
        (f"localhost:{served.port}", 200),
        ("127.0.0.1", 200),
        ("[::1]", 200),
    ):
        assert served.ask("/feed.xml", Host=host)[0].status == status, host


def test_paths_are_not_tidied_up_on_the_way(served: Served) -> None:
    for path in ("/../out/mines/mines.mp3", "//mines/mines.mp3", "/%2e%2e/x.mp3"):
        assert served.ask(path)[0].status == 404
    assert served.ask("/" + "a" * 60_000)[0].status == 414
    assert served.ask(MP3, "DELETE")[0].status == 405
    assert served.ask(MP3)[1] == SOUND
    assert served.errors() == ""


def test_twenty_at_once_each_get_their_own_part(served: Served) -> None:
    def part(number: int) -> bool:
        first = number * 500
        asked = f"bytes={first}-{first + 499}"
        return served.ask(MP3, Range=asked)[1] == SOUND[first : first + 500]

    with ThreadPoolExecutor(20) as pool:
        assert all(pool.map(part, range(20)))


def test_one_who_does_not_read_stops_nobody(out: Path, served: Served) -> None:
    with (out / "mines" / "mines.mp3").open("r+b") as file:
        file.truncate(LARGE)
    slow = [socket.create_connection(("127.0.0.1", served.port)) for _ in range(50)]
    for line in slow:
        line.sendall(f"GET {MP3} HTTP/1.1\r\nHost: localhost\r\n\r\n".encode())
    idle = [socket.create_connection(("127.0.0.1", served.port)) for _ in range(50)]
    for line in idle:
        line.sendall(b"GET /")
    assert served.ask(MP3, Range="bytes=0-9")[1] == SOUND[:10]
    assert served.ask("/feed.xml")[0].status == 200
    for line in (*slow, *idle):
        line.close()
    assert served.ask("/")[0].status == 200
    assert served.errors() == ""


def test_a_new_episode_is_in_the_feed_at_once(out: Path, served: Served) -> None:
    assert served.ask("/feed.xml")[1].count(b"<item>") == 1
    put_episode(out, "ships")
    assert served.ask("/feed.xml")[1].count(b"<item>") == 2
    (out / "ships" / "episode.json").write_text("{")
    assert served.ask("/feed.xml")[1].count(b"<item>") == 1
    assert served.ask("/")[0].status == 200
    (line,) = served.errors().splitlines()
    assert line.startswith(str(out / "ships" / "episode.json"))


def test_what_is_not_http_is_told_in_a_line(served: Served) -> None:
    with socket.create_connection(("127.0.0.1", served.port)) as line:
        line.sendall(b"\x16\x03\x01 hello\r\n\r\n")
        assert line.recv(100).startswith(b"HTTP/1.1 400")
    assert served.ask("/")[0].status == 200
    assert len(served.errors().splitlines()) == 1


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_it_ends_cleanly(out: Path, served: Served, number: signal.Signals) -> None:
    with (out / "mines" / "mines.mp3").open("r+b") as file:
        file.truncate(LARGE)
    with socket.create_connection(("127.0.0.1", served.port)) as stuck:
        stuck.sendall(f"GET {MP3} HTTP/1.1\r\nHost: localhost\r\n\r\n".encode())
        assert stuck.recv(10)
        served.process.send_signal(number)
        rest, _ = served.process.communicate(timeout=30)
        with suppress(ConnectionResetError):  # or an end: either way it is cut off
            while stuck.recv(1 << 20):
                pass
    assert (served.process.returncode, rest, served.errors()) == (0, "", "")


def test_requests_are_told_when_asked_for(out: Path, tmp_path: Path) -> None:
    with serving(out, "--verbose", trouble=tmp_path / "trouble") as served:
        served.ask("/%1b[31m")
        served.ask("/feed.xml")
        lines = served.errors().splitlines()
    assert [line.partition('"')[2] for line in lines] == [
        'GET /%1B%5B31m HTTP/1.1" 404',
        'GET /feed.xml HTTP/1.1" 200',
    ]


def test_all_addresses_answer_to_each_of_their_names(out: Path, tmp_path: Path) -> None:
    words = ("--host", "0.0.0.0", "--allow-host", "pod.example.org")  # noqa: S104
    with serving(out, *words, trouble=tmp_path / "trouble") as served:
        assert served.said[2].startswith("Everyone in your network can now hear")
        own = socket.gethostname()
        for host in ("127.0.0.1", "pod.example.org", own, f"{own}:1"):
            assert served.ask("/feed.xml", Host=host)[0].status == 200, host
        assert served.ask("/feed.xml", Host="evil.org")[0].status == 400


def test_an_ipv6_address_serves_too(out: Path, tmp_path: Path) -> None:
    try:
        socket.create_server(("::1", 0), family=socket.AF_INET6).close()
    except OSError:
        pytest.skip("this machine has no IPv6")
    with serving(out, "--host", "[::1]", trouble=tmp_path / "trouble") as served:
        assert served.feed == f"http://[::1]:{served.port}/feed.xml"
        with socket.create_connection(("::1", served.port)) as line:
            host = f"Host: [::1]:{served.port}"
            line.sendall(f"GET /feed.xml HTTP/1.1\r\n{host}\r\n\r\n".encode())
            assert line.recv(100).startswith(b"HTTP/1.1 200")


def test_a_port_that_is_taken_is_told(out: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        code, said = refused(out, "--port", str(port))
    assert code == 2
    assert said == (
        f"--port {port} can't be used: give another one: some program listens there "
        "already.\n"
    )


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("--port", "65536"), "--port 65536 can't be used: give a number from 1 to "),
        (("--host", "192.0.2.1"), "--host 192.0.2.1 can't be used: give an address of"),
        (("--allow-host", "a:1"), "--allow-host 'a:1' can't be used: give a machine's"),
    ],
)
def test_what_can_t_be_listened_at_is_told_in_a_sentence(
    out: Path, words: tuple[str, ...], sentence: str
) -> None:
    code, said = refused(out, *words)
    assert (code, said.count("\n")) == (2, 1)
    assert said.startswith(sentence)


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    code, said = refused(tmp_path / "gone")
    assert (code, said.count("\n")) == (2, 1)
    assert "give a folder of episodes; make one with: narrate build ARTICLE" in said


def test_without_the_extra_it_says_what_to_install(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    needs.require()
    monkeypatch.setattr(needs, "find_spec", lambda name: None)
    with pytest.raises(MissingPartError, match=r"pip install 'narrate-audio\[serve\]'"):
        needs.require()


def test_a_fault_is_told_in_one_line_without_a_traceback() -> None:
    told: list[str] = []
    loggers = [logging.getLogger(name) for name in ("uvicorn", "asyncio")]
    before = [(each, each.handlers, each.propagate) for each in loggers]
    try:
        server._log_to(told.append)  # noqa: SLF001 - no request brings such a fault
        try:
            "a\nb".index("c")
        except ValueError:
            words = "Exception in\nASGI application"
            logging.getLogger("uvicorn.error").exception(words)
    finally:
        for each, handlers, propagate in before:
            each.handlers, each.propagate = handlers, propagate
    assert told == ["Exception in ASGI application: ValueError: substring not found"]
