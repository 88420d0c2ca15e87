"""The guard at the socket: which addresses are public, and that nothing else is connected to."""

from __future__ import annotations

import asyncio
import ipaddress
import socket
from collections.abc import Sequence

import httpcore
import pytest

from verify.errors import FetchError
from verify.types import Reason
from verify.web.guard import Guard, GuardedBackend, is_public

PRIVATE = [
    "0.0.0.0",
    "0.1.2.3",
    "10.255.0.1",
    "100.64.0.1",
    "100.127.255.255",
    "127.0.0.1",
    "127.255.255.254",
    "169.254.169.254",
    "172.16.0.1",
    "172.31.255.255",
    "192.0.0.8",
    "192.0.2.1",
    "192.88.99.1",
    "192.168.1.1",
    "198.18.0.1",
    "198.51.100.7",
    "203.0.113.7",
    "224.0.0.1",
    "239.255.255.255",
    "240.0.0.1",
    "255.255.255.255",
    "::",
    "::1",
    "::127.0.0.1",
    "::8.8.8.8",
    "::ffff:127.0.0.1",
    "::ffff:10.0.0.1",
    "::ffff:0:127.0.0.1",
    "64:ff9b::127.0.0.1",
    "64:ff9b::10.0.0.1",
    "64:ff9b:1::8.8.8.8",
    "100::1",
    "2001::1",
    "2001:0:808:808::1",
    "2001:db8::1",
    "2002:7f00:1::1",
    "2002:0a00:0001::",
    "3fff::1",
    "5f00::1",
    "fc00::1",
    "fd12:3456::1",
    "fe80::1",
    "fe80::1%eth0",
    "fec0::1",
    "ff02::1",
    "ff0e::1",
]
PUBLIC = [
    "1.1.1.1",
    "8.8.8.8",
    "100.128.0.1",
    "172.32.0.1",
    "198.20.0.1",
    "223.255.255.255",
    "::ffff:8.8.8.8",
    "64:ff9b::8.8.8.8",
    "2001:4860:4860::8888",
    "2606:4700::1111",
    "2a00:1450::1",
]


@pytest.mark.parametrize("address", PRIVATE)
def test_an_address_that_not_everybody_can_reach_is_not_public(address: str) -> None:
    assert not is_public(ipaddress.ip_address(address.partition("%")[0]))
    assert not Guard().allows("news.example", address)


@pytest.mark.parametrize("address", PUBLIC)
def test_an_ordinary_address_is_public(address: str) -> None:
    assert is_public(ipaddress.ip_address(address))
    assert Guard().allows("news.example", address)


def test_what_the_configuration_allows_is_allowed_and_nothing_beside_it() -> None:
    guard = Guard(("10.1.0.0/16", "wiki.intranet", "::1"))
    assert guard.allows("any.example", "10.1.2.3")
    assert guard.allows("any.example", "::ffff:10.1.2.3")
    assert guard.allows("WIKI.intranet.", "192.168.0.9")
    assert guard.allows("localhost", "::1")
    assert not guard.allows("any.example", "10.2.0.1")
    assert not guard.allows("other.intranet", "192.168.0.9")
    assert not guard.allows("evil-wiki.intranet", "192.168.0.9")
    assert not guard.allows("any.example", "not an address")


def connect(
    addresses: Sequence[str] | OSError, allow: Sequence[str] = (), port: int = 9
) -> httpcore.AsyncNetworkStream:
    async def answers(host: str, port: int) -> Sequence[str]:
        if isinstance(addresses, OSError):
            raise addresses
        return addresses

    async def go() -> httpcore.AsyncNetworkStream:
        stream = await GuardedBackend(Guard(allow), answers).connect_tcp("news.example", port, 1.0)
        await stream.aclose()
        return stream

    return asyncio.run(go())


def test_one_private_address_among_public_ones_is_enough_to_refuse() -> None:
    with pytest.raises(FetchError, match=r"10\.0\.0\.1") as failure:
        connect(["8.8.8.8", "10.0.0.1"])
    assert failure.value.reason == Reason.REFUSED_ADDRESS


def test_the_socket_goes_to_the_address_that_was_looked_at_and_the_next_if_it_is_dead() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
        assert connect(["127.0.0.2", "127.0.0.1"], ("127.0.0.0/8",), port) is not None
        with pytest.raises(httpcore.ConnectError):
            connect(["127.0.0.2"], ("127.0.0.0/8",), port)


def test_a_name_without_an_address_is_a_failed_connection() -> None:
    for answer in (OSError("no such name"), []):
        with pytest.raises(httpcore.ConnectError):
            connect(answer)


def test_a_local_socket_is_never_opened() -> None:
    with pytest.raises(FetchError) as failure:
        asyncio.run(GuardedBackend(Guard()).connect_unix_socket("/run/docker.sock"))
    assert failure.value.reason == Reason.REFUSED_ADDRESS
