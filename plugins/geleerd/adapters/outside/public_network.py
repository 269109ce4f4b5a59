"""Connections to the public network alone, which end in time: what a contributor wrote never makes us ask the machines around us."""

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
"""Where networks without IPv4 put the addresses of the others (RFC 6052): the last 32 bits are one."""

_UNICAST = ipaddress.IPv6Network("2000::/3")
"""The only part of IPv6 that is given out as public addresses (IANA, "IPv6 Global Unicast Address Assignments")."""


class NotPublicError(OSError):
    """A name leads to a machine that is not on the public network."""


def public_opener() -> urllib.request.OpenerDirector:
    """Asks public machines alone and follows no redirect. The `timeout` of a question is for all of it, but for the look-up of its name.

    A proxy of this machine (`http_proxy` and its like) is used; it looks up names for itself, and answers for what it reaches.
    """
    return urllib.request.build_opener(_StayPut(), _Plain(), _Secure())


def is_public(address: str) -> bool:
    """Whether an IP address is one of the public network, and so is the IPv4 address that it may stand for."""
    found = ipaddress.ip_address(address.partition("%")[0])
    if isinstance(found, ipaddress.IPv6Address) and found in _NAT64:
        found = ipaddress.IPv4Address(found.packed[-4:])
    if isinstance(found, ipaddress.IPv6Address) and (found not in _UNICAST or found.sixtofour):
        return False
    return found.is_global and not found.is_multicast


def _public_places(host: str, port: int) -> list[tuple[str, int]]:
    """Where a name leads. Raises `NotPublicError` when any of it is not public, and `OSError` when it leads nowhere."""
    places = [(str(entry[4][0]), port) for entry in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)]
    if not all(is_public(address) for address, _ in places):
        raise NotPublicError(host)
    return places


class _Timely(http.client.HTTPConnection):
    """A connection whose timeout counts from its beginning: that of a socket begins anew with every byte."""

    _end: float

    def connect(self) -> None:
        self._end = time.monotonic() + float(self.timeout or 0)
        super().connect()

    def response_class(self, sock: socket.socket, method: str | None = None) -> http.client.HTTPResponse:  # type: ignore[override]  # http.client only calls it
        return http.client.HTTPResponse(_Answer(sock, self._end), method=method)  # type: ignore[arg-type]  # of a socket it wants `makefile` alone


class _Direct(_Timely):
    """A connection to a public machine. Its name is looked up once: what was checked is what we connect to."""

    def connect(self) -> None:
        self._end = time.monotonic() + float(self.timeout or 0)
        self.sock = self._connected()
        self.sock.settimeout(_left(self._end))

    def _connected(self) -> socket.socket:
        *places, last = _public_places(self.host, self.port)
        for place in places:
            try:
                return socket.create_connection(place, _left(self._end))
            except OSError:
                continue
        return socket.create_connection(last, _left(self._end))


# `HTTPSConnection.connect` connects as its next parent does, and then speaks TLS with the name of the host, certificate and all.
class _TimelySecure(http.client.HTTPSConnection, _Timely):
    pass


class _DirectSecure(http.client.HTTPSConnection, _Direct):
    pass


class _Answer(io.RawIOBase):
    """What comes in through a socket until a moment."""

    def __init__(self, sock: socket.socket, end: float) -> None:
        self._sock = sock
        self._end = end

    def makefile(self, _mode: str) -> io.BufferedReader:
        return io.BufferedReader(self)

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: "WriteableBuffer") -> int:
        self._sock.settimeout(_left(self._end))
        return self._sock.recv_into(buffer)


def _left(end: float) -> float:
    """The seconds until a moment. Raises `TimeoutError` when it has passed."""
    left = end - time.monotonic()
    if left <= 0:
        raise TimeoutError
    return left


class _StayPut(urllib.request.HTTPRedirectHandler):
    """Follows no redirect: each is judged first."""

    def redirect_request(self, *_: object) -> None:
        return None


class _Plain(urllib.request.HTTPHandler):
    def http_open(self, request: urllib.request.Request) -> http.client.HTTPResponse:
        return self.do_open(_Timely if _has_proxy(request) else _Direct, request)


class _Secure(urllib.request.HTTPSHandler):
    def __init__(self) -> None:
        super().__init__()
        self._tls = ssl.create_default_context()

    def https_open(self, request: urllib.request.Request) -> http.client.HTTPResponse:
        return self.do_open(_TimelySecure if _has_proxy(request) else _DirectSecure, request, context=self._tls)


def _has_proxy(request: urllib.request.Request) -> bool:
    """Whether a proxy is asked. It gets no name that leads to a private machine here; one that leads nowhere here, it may know."""
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
