"""The guard at the socket: which addresses may be connected to at all.

A URL says nothing about where it leads (redirects, hexadecimal addresses, names
that resolve differently the second time), so the check sits where the connection
is made: resolve once, look at every address, connect to the address looked at.
"""

from __future__ import annotations

import asyncio
import ipaddress
import socket
from collections.abc import Awaitable, Callable, Iterable, Sequence

import httpcore

from verify.errors import FetchError
from verify.types import Reason

Address = ipaddress.IPv4Address | ipaddress.IPv6Address
Resolve = Callable[[str, int], Awaitable[Sequence[str]]]
SocketOption = (
    tuple[int, int, int] | tuple[int, int, bytes | bytearray] | tuple[int, int, None, int]
)

MAX_TRIED = 4  # addresses of one name tried in turn

# IANA special-purpose registries (RFC 6890 and its updates), multicast, and ranges that carry an
# IPv4 address inside. `ip.is_global` of Python 3.11 lets several of these through.
_DENIED_V4 = tuple(
    map(
        ipaddress.IPv4Network,
        (
            "0.0.0.0/8",
            "10.0.0.0/8",
            "100.64.0.0/10",
            "127.0.0.0/8",
            "169.254.0.0/16",
            "172.16.0.0/12",
            "192.0.0.0/24",
            "192.0.2.0/24",
            "192.88.99.0/24",
            "192.168.0.0/16",
            "198.18.0.0/15",
            "198.51.100.0/24",
            "203.0.113.0/24",
            "224.0.0.0/4",
            "240.0.0.0/4",
        ),
    )
)
# Of IPv6 only global unicast (2000::/3) is ever public; these are the exceptions inside it.
_GLOBAL_V6 = ipaddress.IPv6Network("2000::/3")
_DENIED_V6 = tuple(
    map(
        ipaddress.IPv6Network,
        ("2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20"),
    )
)
_NAT64 = ipaddress.IPv6Network("64:ff9b::/96")


def is_public(address: Address) -> bool:
    """Whether an address is one that anybody on the internet could reach.

    A mapped or translated address is as public as the IPv4 address inside it.

    >>> is_public(ipaddress.ip_address("::ffff:127.0.0.1"))
    False
    """
    if isinstance(address, ipaddress.IPv4Address):
        return not any(address in network for network in _DENIED_V4)
    if address.ipv4_mapped is not None:
        return is_public(address.ipv4_mapped)
    if address in _NAT64:  # DNS64 networks reach the IPv4 internet this way
        return is_public(ipaddress.IPv4Address(int(address) & 0xFFFFFFFF))
    return address in _GLOBAL_V6 and not any(address in network for network in _DENIED_V6)


class Guard:
    """Public addresses, and what the configuration allows beside them."""

    def __init__(self, allow: Iterable[str] = ()) -> None:
        """`allow`: host names, addresses and CIDR blocks, as in `WebSettings.allow`."""
        self._hosts: set[str] = set()
        self._networks: list[ipaddress.IPv4Network | ipaddress.IPv6Network] = []
        for entry in allow:
            try:
                self._networks.append(ipaddress.ip_network(entry, strict=False))
            except ValueError:
                self._hosts.add(entry.lower().rstrip("."))

    def allows(self, host: str, address: str) -> bool:
        """Whether `host`, resolved to `address`, may be connected to."""
        try:
            ip = ipaddress.ip_address(address.partition("%")[0])
        except ValueError:
            return False
        if isinstance(ip, ipaddress.IPv6Address) and ip.ipv4_mapped is not None:
            ip = ip.ipv4_mapped
        if is_public(ip) or host.lower().rstrip(".") in self._hosts:
            return True
        return any(ip in network for network in self._networks)

    def checked(self, host: str, addresses: Sequence[str]) -> Sequence[str]:
        """`addresses` themselves. Raises FetchError refused_address unless all are allowed.

        One forbidden address among public ones is enough to refuse: a name that
        answers with both is trying.
        """
        for address in addresses:
            if not self.allows(host, address):
                raise FetchError(
                    Reason.REFUSED_ADDRESS,
                    f"{host} leads to {address}, which is not a public address; "
                    "`allow` under [web] opens it on purpose",
                )
        return addresses


async def resolve(host: str, port: int) -> Sequence[str]:
    """The addresses of a host, as the system resolver orders them. Raises OSError."""
    loop = asyncio.get_running_loop()
    found = await loop.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(info[4][0]) for info in found))


class GuardedBackend(httpcore.AsyncNetworkBackend):
    """An httpcore network backend that connects only where the guard allows.

    Host header, SNI and certificate checks stay with the name; only the socket
    goes to the literal address that was looked at.
    """

    def __init__(self, guard: Guard, resolve: Resolve = resolve) -> None:
        self._guard = guard
        self._resolve = resolve
        self._inner: httpcore.AsyncNetworkBackend = httpcore.AnyIOBackend()

    async def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,  # noqa: ASYNC109 — httpcore's own signature
        local_address: str | None = None,
        socket_options: Iterable[SocketOption] | None = None,
    ) -> httpcore.AsyncNetworkStream:
        """A connection. Raises FetchError refused_address, or httpcore's connect errors."""
        try:
            async with asyncio.timeout(timeout):
                addresses = await self._resolve(host.strip("[]"), port)
        except TimeoutError as error:
            raise httpcore.ConnectTimeout(f"no answer from DNS for {host}") from error
        except (OSError, UnicodeError) as error:
            raise httpcore.ConnectError(f"{host} cannot be resolved") from error
        if not addresses:
            raise httpcore.ConnectError(f"{host} has no address")
        return await self._first_that_answers(
            self._guard.checked(host, addresses), port, timeout, local_address, socket_options
        )

    async def _first_that_answers(
        self,
        addresses: Sequence[str],
        port: int,
        timeout: float | None,  # noqa: ASYNC109 — as above
        local_address: str | None,
        socket_options: Iterable[SocketOption] | None,
    ) -> httpcore.AsyncNetworkStream:
        tried = addresses[:MAX_TRIED]
        for address in tried[:-1]:
            try:
                share = timeout / len(tried) if timeout is not None else None
                return await self._inner.connect_tcp(
                    address, port, share, local_address, socket_options
                )
            except (httpcore.ConnectError, httpcore.ConnectTimeout):
                continue
        return await self._inner.connect_tcp(
            tried[-1], port, timeout, local_address, socket_options
        )

    async def connect_unix_socket(
        self,
        path: str,
        timeout: float | None = None,  # noqa: ASYNC109 — httpcore's own signature
        socket_options: Iterable[SocketOption] | None = None,
    ) -> httpcore.AsyncNetworkStream:
        """Never: a web page has no business with a local socket."""
        raise FetchError(Reason.REFUSED_ADDRESS, "local sockets are not asked")

    async def sleep(self, seconds: float) -> None:
        await asyncio.sleep(seconds)
