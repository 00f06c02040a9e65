import socket

import pytest

from narrate.errors import OptionError
from narrate.publish.serve.hosts import (
    LOOPBACK,
    called,
    is_any,
    is_loopback,
    is_ours,
    literal,
    names_for,
    outward,
)


@pytest.mark.parametrize(
    ("header", "name", "base_url"),
    [
        ("127.0.0.1", "127.0.0.1", "http://127.0.0.1"),
        ("127.0.0.1:8484", "127.0.0.1", "http://127.0.0.1:8484"),
        ("LOCALHOST:1", "localhost", "http://localhost:1"),
        ("localhost.:1", "localhost", "http://localhost.:1"),
        ("[::1]:8484", "[::1]", "http://[::1]:8484"),
        ("[::1]", "[::1]", "http://[::1]"),
    ],
)
def test_a_host_is_read_with_its_port(header: str, name: str, base_url: str) -> None:
    assert called(header) == (name, base_url)


@pytest.mark.parametrize(
    "header",
    [
        "",
        ":8484",
        "::1",
        "[::1",
        "a:b",
        "a:123456",
        "a/b",
        "a@localhost",
        "localhost:1:1",
        "localhost,evil.org",
        "localhost evil.org",
        "localhost\t",
        "loc\u212alhost",
        "<script>",
        "a" * 300,
    ],
)
def test_what_is_no_host_is_read_as_none(header: str) -> None:
    assert called(header) == ("", "")


def test_a_name_that_is_not_ours_is_not_ours() -> None:
    names = names_for("127.0.0.1", ())
    for name in LOOPBACK:
        assert is_ours(name, names, "127.0.0.1")
    for name in ("", "evil.org", "localhost.evil.org", "127.0.0.2", "93.184.216.34"):
        assert not is_ours(name, names, "127.0.0.1")


def test_the_address_that_a_request_came_to_is_ours_but_a_name_never_so() -> None:
    names = names_for("0.0.0.0", ())  # noqa: S104 - that is what is tested
    assert is_ours("192.168.1.5", names, "192.168.1.5")
    assert is_ours("192.168.1.5", names, "::ffff:192.168.1.5")
    assert is_ours("[fe80::1]", names, "fe80::1%eth0")
    assert not is_ours("192.168.1.6", names, "192.168.1.5")
    assert not is_ours("evil.org", names, "evil.org")


def test_who_listens_to_the_network_answers_to_its_own_name(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(socket, "gethostname", lambda: "Attic.Home")
    assert {"attic.home", "attic.local"} <= names_for("::", ())
    assert "attic.home" not in names_for("127.0.0.1", ())


def test_more_names_can_be_allowed() -> None:
    names = names_for("127.0.0.1", ["Pod.Example.org", "192.168.1.5", "::2", "[::3]"])
    assert {"pod.example.org", "192.168.1.5", "[::2]", "[::3]"} <= names


@pytest.mark.parametrize(
    "name", ["http://a.org", "a.org:8484", "a b", "", "*", "a.org."]
)
def test_what_is_no_name_can_t_be_allowed(name: str) -> None:
    with pytest.raises(OptionError, match=r"--allow-host .* without http:// and port"):
        names_for("127.0.0.1", [name])


def test_addresses_are_told_apart() -> None:
    for host in ("127.0.0.1", "127.9.9.9", "::1", "localhost", "LOCALHOST"):
        assert is_loopback(host)
    for host in ("0.0.0.0", "::", "192.168.1.5", "attic.local", "::ffff:10.0.0.1"):  # noqa: S104
        assert not is_loopback(host)
    assert is_any("0.0.0.0")  # noqa: S104
    assert is_any("::")
    assert not is_any("127.0.0.1")
    assert not is_any("attic.local")


def test_the_address_that_others_use_is_told() -> None:
    assert outward("192.168.1.5") == "192.168.1.5"
    assert outward("fe80::1") == "[fe80::1]"
    assert outward("Attic.local") == "attic.local"
    found = outward("0.0.0.0")  # noqa: S104
    assert found == socket.gethostname().lower() or literal(found) == found


def test_without_a_network_the_machine_s_name_is_told(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def no_network(*_: object) -> None:
        raise OSError(101, "Network is unreachable")

    monkeypatch.setattr(socket.socket, "connect", no_network)
    assert outward("0.0.0.0") == socket.gethostname().lower()  # noqa: S104
