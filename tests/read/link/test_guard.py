import socket
import threading

import pytest

from narrate.read.link import guard
from narrate.read.link.guard import connect, is_public, look_up
from narrate.read.link.refusal import LinkError

PUBLIC = """93.184.216.34 8.8.8.8 1.1.1.1 100.63.255.255 100.128.0.1 172.32.0.1
2606:4700::1111 2a00:1450:4001::8a 2001:4860:4860::8888""".split()

NOT_PUBLIC = """127.0.0.1 127.255.255.254 10.0.0.1 172.16.0.1 172.31.255.255
192.168.1.1 169.254.169.254 100.64.0.1 100.100.100.200 100.127.255.255 0.0.0.0 0.1.2.3
192.0.0.1 192.0.0.192 192.0.2.1 192.88.99.1 198.18.0.1 198.51.100.1 203.0.113.1
168.63.129.16 224.0.0.1 239.255.255.255 240.0.0.1 255.255.255.255
:: ::1 ::127.0.0.1 ::ffff:127.0.0.1 ::ffff:8.8.8.8 ::ffff:0:127.0.0.1
64:ff9b::127.0.0.1 64:ff9b::8.8.8.8 64:ff9b:1::a00:1 100::1 2001::1
2001:0:4136:e378:8000:63bf:3fff:fdd2 2001:20::1 2001:db8::1 2002:7f00:1::
2002:a00:1:: 3fff::1 5f00::1 fc00::1 fd00:ec2::254 fe80::1 fe80::1%2 fec0::1
ff02::1 ff0e::1 localhost""".split()


@pytest.mark.parametrize("address", PUBLIC)
def test_an_address_of_the_open_internet_is_public(address: str) -> None:
    assert is_public(address)


@pytest.mark.parametrize("address", NOT_PUBLIC)
def test_every_other_address_is_not(address: str) -> None:
    assert not is_public(address)


def _answer(monkeypatch: pytest.MonkeyPatch, *addresses: str) -> None:
    def getaddrinfo(host: str, port: int, **_: object) -> list[tuple[object, ...]]:
        families = (socket.AF_INET6 if ":" in a else socket.AF_INET for a in addresses)
        kinds = zip(families, addresses, strict=True)
        return [(f, socket.SOCK_STREAM, 6, "", (a, port)) for f, a in kinds]

    monkeypatch.setattr(socket, "getaddrinfo", getaddrinfo)


def test_one_private_address_among_public_ones_is_enough_to_refuse(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    _answer(monkeypatch, "93.184.216.34", "10.0.0.7")
    monkeypatch.setattr(guard, "dial", lambda *_: pytest.fail("it was dialled"))
    with pytest.raises(LinkError, match=r"is at 10\.0\.0\.7, an address inside a priv"):
        connect("news.example", 80, allow_private=False, seconds=1)


def test_an_address_that_keeps_silent_leaves_time_for_the_next(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    _answer(monkeypatch, "2606:4700::1111", "93.184.216.34")
    given: list[float] = []

    def dial(address: guard.Address, seconds: float) -> socket.socket:
        given.append(seconds)
        if address.family == socket.AF_INET6:
            raise TimeoutError
        return socket.socket()

    monkeypatch.setattr(guard, "dial", dial)
    connect("news.example", 80, allow_private=False, seconds=8).close()
    assert given == [pytest.approx(4, abs=0.5), pytest.approx(8, abs=0.5)]


def test_a_look_up_that_hangs_is_left_behind(monkeypatch: pytest.MonkeyPatch) -> None:
    over = threading.Event()

    def hang(*_: object, **__: object) -> list[object]:
        over.wait(5)
        return []

    monkeypatch.setattr(socket, "getaddrinfo", hang)
    with pytest.raises(TimeoutError):
        look_up("news.example", 80, 0.05)
    over.set()


def test_a_label_too_long_for_a_name_is_no_host() -> None:
    with pytest.raises(socket.gaierror):
        look_up("a" * 70 + ".example", 80, 5)
