"""Connects only to the public network, with a time limit: a contributor's link never makes us ask private machines near us."""

import http.client
import io
import ipaddress
import socket
import ssl
import time
import urllib.error
import urllib.request
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

_NAT64 = ipaddress.IPv6Network("64:ff9b::/96")
"""The prefix with which networks without IPv4 write IPv4 addresses (RFC 6052): the last 32 bits are the address."""

_UNICAST = ipaddress.IPv6Network("2000::/3")
"""The only part of IPv6 with public addresses (IANA, "IPv6 Global Unicast Address Assignments")."""


class NotPublicError(OSError):
    """A host name leads to a machine that is not on the public network."""


def public_opener() -> urllib.request.OpenerDirector:
    """Asks only public machines and follows no redirect. The `timeout` covers a whole request, except the look-up of the name.

    It uses the proxy of this machine, if there is one (`http_proxy` and the like). The proxy looks names up itself, and is responsible
    for the machines that it reaches.
    """
    return urllib.request.build_opener(_StayPut(), _Plain(), _Secure())


def loopback_opener() -> urllib.request.OpenerDirector:
    """Asks this machine alone, without a proxy, and follows no redirect: for an address that an owner wrote down themselves."""
    return urllib.request.build_opener(urllib.request.ProxyHandler({}), _StayPut(), _PlainHere())


def is_loopback(host: str) -> bool:
    """Whether a host is written as this machine itself."""
    try:
        return host == "localhost" or ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def is_public(address: str) -> bool:
    """Whether an IP address is public, and, if it contains an IPv4 address, that address too."""
    found = ipaddress.ip_address(address.partition("%")[0])
    if isinstance(found, ipaddress.IPv6Address) and found in _NAT64:
        found = ipaddress.IPv4Address(found.packed[-4:])
    if isinstance(found, ipaddress.IPv6Address) and (found not in _UNICAST or found.sixtofour):
        return False
    return found.is_global and not found.is_multicast


def _public_places(host: str, port: int) -> list[tuple[str, int]]:
    """The addresses of a host name. Raises `NotPublicError` when one of them is not public, and `OSError` when there are none."""
    places = [(str(entry[4][0]), port) for entry in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)]
    if not all(is_public(address) for address, _ in places):
        raise NotPublicError(host)
    return places


class _Timely(http.client.HTTPConnection):
    """A connection with a timeout that counts from its beginning: the timeout of a socket starts again with every byte."""

    _end: float

    def connect(self) -> None:
        self._end = time.monotonic() + float(self.timeout or 0)
        super().connect()

    def response_class(self, sock: socket.socket, method: str | None = None) -> http.client.HTTPResponse:  # type: ignore[override]  # http.client only calls it
        return http.client.HTTPResponse(_Answer(sock, self._end), method=method)  # type: ignore[arg-type]  # of a socket it wants `makefile` alone


class _Direct(_Timely):
    """A connection to a public machine. Its name is looked up once, so that we connect to the address that was checked."""

    def connect(self) -> None:
        self._end = time.monotonic() + float(self.timeout or 0)
        self.sock = self._connected()
        self.sock.settimeout(_left(self._end))

    def _connected(self) -> socket.socket:
        *places, last = self._places()
        for place in places:
            try:
                return socket.create_connection(place, _left(self._end))
            except OSError:
                continue
        return socket.create_connection(last, _left(self._end))

    def _places(self) -> list[tuple[str, int]]:
        return _public_places(self.host, self.port)


class _Here(_Direct):
    """A connection to this machine."""

    def _places(self) -> list[tuple[str, int]]:
        places = [(str(entry[4][0]), self.port) for entry in socket.getaddrinfo(self.host, self.port, type=socket.SOCK_STREAM)]
        if not all(is_loopback(address) for address, _ in places):
            raise NotPublicError(self.host)
        return places


# `HTTPSConnection.connect` calls the `connect` of the next class, then starts TLS and checks the certificate for the host's name.
class _TimelySecure(http.client.HTTPSConnection, _Timely):
    pass


class _DirectSecure(http.client.HTTPSConnection, _Direct):
    pass


class _Answer(io.RawIOBase):
    """The bytes that a socket receives before a deadline."""

    def __init__(self, sock: socket.socket, end: float) -> None:
        self._sock = sock
        self._raw = sock.makefile("rb", buffering=0)  # so that the socket stays open until the whole answer is read
        self._end = end

    def makefile(self, _mode: str) -> io.BufferedReader:
        return io.BufferedReader(self)

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: "WriteableBuffer") -> int:
        self._sock.settimeout(_left(self._end))
        return self._raw.readinto(buffer) or 0

    def close(self) -> None:
        self._raw.close()
        super().close()


def _left(end: float) -> float:
    """The seconds until a deadline. Raises `TimeoutError` when it has passed."""
    left = end - time.monotonic()
    if left <= 0:
        raise TimeoutError
    return left


class _StayPut(urllib.request.HTTPRedirectHandler):
    """Follows no redirect, since every new address must be checked first."""

    def http_error_302(self, *_: object) -> None:
        """Leave the answer to whoever asked: an address that cannot be read is theirs to refuse."""

    http_error_301 = http_error_303 = http_error_307 = http_error_308 = http_error_302  # type: ignore[assignment]  # each is called the same


class _Plain(urllib.request.HTTPHandler):
    def http_open(self, request: urllib.request.Request) -> http.client.HTTPResponse:
        return self.do_open(_Timely if _has_proxy(request) else _Direct, request)


class _PlainHere(urllib.request.HTTPHandler):
    def http_open(self, request: urllib.request.Request) -> http.client.HTTPResponse:
        return self.do_open(_Here, request)


class _Secure(urllib.request.HTTPSHandler):
    def __init__(self) -> None:
        super().__init__()
        self._tls = ssl.create_default_context()

    def https_open(self, request: urllib.request.Request) -> http.client.HTTPResponse:
        return self.do_open(_TimelySecure if _has_proxy(request) else _DirectSecure, request, context=self._tls)


def _has_proxy(request: urllib.request.Request) -> bool:
    """Whether to ask a proxy. It never gets a name that leads to a private machine here; it may know a name that is unknown here."""
    address = urlsplit(request.full_url)
    if request.host == address.netloc:
        return False
    try:
        _public_places(address.hostname or "", address.port or 0)
    except NotPublicError as error:
        raise urllib.error.URLError(error) from None
    except OSError:
        pass
    return True
