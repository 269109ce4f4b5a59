"""Asks whether addresses on other sites still answer, politely and few at once."""

import http.client
import time
import urllib.error
import urllib.request
from collections import defaultdict
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from email.message import Message
from queue import Empty, SimpleQueue
from threading import Event, Lock, Thread
from typing import Literal
from urllib.parse import quote, urljoin, urlsplit, urlunsplit

from geleerd.adapters.outside.web.public_network import NotPublicError, public_opener

TIMEOUT = 15.0
"""Most seconds for one request to another site, from connecting to the last byte of the answer."""

PATIENCE = 45.0
"""Most seconds for all requests for one address together, without the time that they wait for their turn."""

PAUSE = 1.0
"""Seconds of rest between two requests to one host."""

AT_ONCE = 6
"""Most hosts to ask at the same time; one host never gets two requests at once."""

MOST_HOPS = 6
"""Most redirects to follow from one address."""

UNANSWERED = frozenset({"no-connection", "no-answer", "timeout"})
"""The status of an address that gave no answer."""

UNASKED = frozenset({"no-address", "private"})
"""The status of an address that was not asked."""

State = Literal["ok", "moved", "gone", "unreachable"]
STATES: tuple[State, ...] = ("gone", "moved", "unreachable", "ok")
"""The possible outcomes for an address, the most important first."""

_SAFE = "/%:=&?~#+!$,;'@()*[]"


@dataclass(frozen=True, slots=True)
class Answer:
    """The answer for an address: `status` is the HTTP status, or a word for what went wrong; `moved_to` is its new address."""

    state: State
    status: str
    moved_to: str = ""


class Visitor:
    """Asks other sites for addresses; `agent` says who asks. It reads only the heads of answers, no bodies."""

    def __init__(self, agent: str) -> None:
        self._agent = agent
        self._opener = public_opener()
        self._hosts: dict[str, Lock] = defaultdict(Lock)
        self._guard = Lock()

    def visit(self, addresses: Iterable[str]) -> Iterator[tuple[str, Answer]]:
        """The answer for every address, in the order in which they come; addresses of one host wait for each other.

        A caller may stop early without waiting: requests that are still open end with the program.
        """
        by_host: dict[str, list[str]] = defaultdict(list)
        for address in addresses:
            by_host[_host(address)].append(address)
        hosts: SimpleQueue[list[str]] = SimpleQueue()
        for of_host in by_host.values():
            hosts.put(of_host)
        answers: SimpleQueue[tuple[str, Answer | Exception]] = SimpleQueue()
        stopped = Event()
        for _ in range(min(AT_ONCE, len(by_host))):
            Thread(target=self._work, args=(hosts, answers, stopped), daemon=True).start()
        try:
            for _ in range(sum(map(len, by_host.values()))):
                address, answer = answers.get()
                if isinstance(answer, Exception):
                    raise answer
                yield address, answer
        finally:
            stopped.set()

    def _work(self, hosts: SimpleQueue[list[str]], answers: SimpleQueue[tuple[str, Answer | Exception]], stopped: Event) -> None:
        """Ask one host after the other, until no host is left or the caller has stopped."""
        while True:
            try:
                addresses = hosts.get_nowait()
            except Empty:
                return
            for address in addresses:
                if stopped.is_set():
                    return
                try:
                    answers.put((address, self.ask(address)))
                except Exception as error:  # noqa: BLE001  # a mistake of ours: the caller, who waits for the answer, must get it
                    answers.put((address, error))

    def ask(self, address: str) -> Answer:
        """The answer for one address, at the end of its redirects. The address has moved only if all redirects were permanent."""
        here, moved_to, permanent = address, "", True
        seen = {address}
        patience = _Patience(PATIENCE)
        for _ in range(MOST_HOPS):
            status, location = self._answer(here, patience)
            if status not in {"301", "302", "303", "307", "308"} or not location:
                return _judged(status, moved_to)
            try:
                here = urljoin(here, location).partition("#")[0]
            except ValueError:
                return Answer("unreachable", "no-address")
            permanent &= status in {"301", "308"}
            moved_to = here if permanent else moved_to
            if here in seen:
                return Answer("unreachable", "loop")
            seen.add(here)
        return Answer("unreachable", "loop")

    def _answer(self, address: str, patience: "_Patience") -> tuple[str, str]:
        """The status and the new location of an address. Servers that do not know HEAD, or do not answer it, are asked again with GET."""
        status, location = self._request(address, "HEAD", patience)
        if status.startswith(("4", "5")) or status in {"no-answer", "timeout"}:
            return self._request(address, "GET", patience)
        return status, location

    def _request(self, address: str, method: str, patience: "_Patience") -> tuple[str, str]:
        try:
            return self._send(_as_sent(address), method, patience)
        except urllib.error.HTTPError as error:
            with error:
                return str(error.code), _location(error.headers)
        except urllib.error.URLError as error:  # before the request was sent
            return "private" if isinstance(error.reason, NotPublicError) else "no-connection", ""
        except TimeoutError:
            return "timeout", ""
        except (ValueError, http.client.InvalidURL):
            return "no-address", ""
        except (OSError, http.client.HTTPException):
            return "no-answer", ""

    def _send(self, url: str, method: str, patience: "_Patience") -> tuple[str, str]:
        request = urllib.request.Request(url, method=method, headers={"User-Agent": self._agent, "Accept": "*/*"})  # noqa: S310  # `_as_sent` lets http and https through alone
        with self._turn(_host(url)), patience.question() as seconds, self._opener.open(request, timeout=seconds) as response:
            return str(response.status), _location(response.headers)

    @contextmanager
    def _turn(self, host: str) -> Iterator[None]:
        """Hold the lock of a host during a request, and for a rest after it."""
        with self._guard:
            lock = self._hosts[host]
        with lock:
            try:
                yield
            finally:
                time.sleep(PAUSE)


@dataclass(slots=True)
class _Patience:
    """The time that is left for one address, in seconds."""

    left: float

    @contextmanager
    def question(self) -> Iterator[float]:
        """The seconds for one request; the time that it takes is subtracted. Raises `TimeoutError` when none are left."""
        if self.left <= 0:
            raise TimeoutError
        began = time.monotonic()
        try:
            yield min(TIMEOUT, self.left)
        finally:
            self.left -= time.monotonic() - began


def _judged(status: str, moved_to: str) -> Answer:
    if status.startswith("2"):
        return Answer("moved" if moved_to else "ok", status, moved_to)
    return Answer("gone" if status in {"404", "410"} else "unreachable", status)


def _host(address: str) -> str:
    try:
        return (urlsplit(address).hostname or "").lower()
    except ValueError:
        return ""


def _location(headers: Message) -> str:
    """The target of a redirect. Many servers write plain UTF-8, which `http.client` decodes as Latin-1."""
    octets = headers.get("Location", "").encode("latin-1")
    try:
        return octets.decode().strip()
    except UnicodeDecodeError:
        return quote(octets, _SAFE)


def _as_sent(address: str) -> str:
    """The address in ASCII, as HTTP needs it. Raises `ValueError` for another scheme, or for a text that is no address."""
    parts = urlsplit(address)
    if parts.scheme not in {"http", "https"} or not parts.hostname:
        raise ValueError(address)
    host = parts.hostname.encode("idna").decode() if not parts.hostname.isascii() else parts.hostname
    port = f":{parts.port}" if parts.port else ""
    return urlunsplit(
        (parts.scheme, f"[{host}]{port}" if ":" in host else f"{host}{port}", quote(parts.path, _SAFE), quote(parts.query, _SAFE), "")
    )
