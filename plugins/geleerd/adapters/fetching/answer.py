"""One file of another site, asked politely and within bounds: of bytes while they come, of time, and of redirects."""

import http.client
import urllib.error
import urllib.request
from typing import Final
from urllib.parse import urljoin, urlsplit

from geleerd.adapters.outside.web.public_network import NotPublicError, is_loopback, loopback_opener, public_opener
from geleerd.model.limits import MOST_FETCHED_BYTES

LONGEST_FETCH: Final = 60.0
"""Most seconds for one answer, from connecting to its last byte."""

MOST_MOVES: Final = 3
"""Most redirects to follow."""

_MOVES = frozenset({301, 302, 303, 307, 308})
_PIECE = 65_536


class FetchError(Exception):
    """Nothing that can be used came from an address; `why` is a word for the reason, `detail` what the server said."""

    def __init__(self, why: str, detail: str = "") -> None:
        super().__init__(why)
        self.why = why
        self.detail = detail


def fetched(address: str, agent: str) -> bytes:
    """What stands at an address; `agent` says who asks. Raises `FetchError`.

    Only public machines are asked, and this one itself where the address names it: a redirect from elsewhere never leads here.
    """
    opener = loopback_opener() if is_loopback(urlsplit(address).hostname or "") else public_opener()
    here, seen = address, {address}
    for _ in range(MOST_MOVES + 1):
        found = _asked(opener, here, agent)
        if isinstance(found, bytes):
            return found
        here = _moved(here, found)
        if here in seen:
            raise FetchError("loop")
        seen.add(here)
    raise FetchError("loop")


def _moved(here: str, location: str) -> str:
    try:
        there = urljoin(here, location).partition("#")[0]
        scheme = urlsplit(there).scheme
    except ValueError:
        raise FetchError("no-address") from None
    if scheme != "https" and scheme != urlsplit(here).scheme:
        raise FetchError("no-address")
    return there


def _asked(opener: urllib.request.OpenerDirector, address: str, agent: str) -> bytes | str:
    """The answer, or where it moved to."""
    if urlsplit(address).scheme not in {"http", "https"}:
        raise FetchError("no-address")
    headers = {"User-Agent": agent, "Accept": "application/json", "Accept-Encoding": "identity"}
    try:
        request = urllib.request.Request(address, headers=headers)  # noqa: S310  # http and https alone, as said above
        with opener.open(request, timeout=LONGEST_FETCH) as response:
            return _read(response)
    except urllib.error.HTTPError as error:
        with error:
            if error.code in _MOVES and (location := error.headers.get("Location")):
                return str(location)
        raise FetchError("status", str(error.code)) from None
    except urllib.error.URLError as error:
        raise FetchError("private" if isinstance(error.reason, NotPublicError) else "no-connection") from None
    except TimeoutError:
        raise FetchError("timeout") from None
    except (ValueError, http.client.InvalidURL):
        raise FetchError("no-address") from None
    except (OSError, http.client.HTTPException):
        raise FetchError("no-answer") from None


def _read(response: http.client.HTTPResponse) -> bytes:
    """The bytes of an answer. It may say a size, and is not believed: what is longer is not read, what is shorter was cut off."""
    said = response.headers.get("Content-Length", "")
    if said.isdecimal() and int(said[:20]) > MOST_FETCHED_BYTES:
        raise FetchError("too-large")
    if response.headers.get("Content-Encoding", "identity").strip().lower() != "identity":
        raise FetchError("packed")
    pieces, size = [], 0
    while piece := response.read(_PIECE):
        size += len(piece)
        if size > MOST_FETCHED_BYTES:
            raise FetchError("too-large")
        pieces.append(piece)
    if said.isdecimal() and size < int(said[:20]):
        raise FetchError("cut-off")
    return b"".join(pieces)
