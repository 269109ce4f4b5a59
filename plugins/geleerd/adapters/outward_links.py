"""Whether addresses on other sites still answer: asked politely, few at once, and remembered. The only network of the product."""

import http.client
import ipaddress
import json
import socket
import time
import urllib.error
import urllib.request
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from datetime import date, timedelta
from pathlib import Path
from threading import Lock
from typing import Literal
from urllib.parse import quote, urljoin, urlsplit, urlunsplit

TIMEOUT = 15
"""Seconds that another site may take to answer."""

PAUSE = 1.0
"""Seconds of rest between two questions to one host."""

AT_ONCE = 6
"""Hosts that are asked at the same time; one host never gets two questions at once."""

MOST_HOPS = 6
"""Redirects that are followed from one address."""

State = Literal["ok", "moved", "gone", "unreachable"]
STATES: tuple[State, ...] = ("gone", "moved", "unreachable", "ok")
"""What can become of an address, what matters most first."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What another site said of an address: `status` is that of HTTP or a word for what went wrong, `moved_to` its new address."""

    state: State
    status: str
    moved_to: str = ""


@dataclass(frozen=True, slots=True)
class Remembered:
    """An answer and the day on which it was given."""

    answer: Answer
    day: date


class Visitor:
    """Asks other sites for addresses; `agent` says who asks. Answers are made out of heads: no body is read."""

    def __init__(self, agent: str) -> None:
        self._agent = agent
        self._opener = urllib.request.build_opener(_StayPut())
        self._hosts: dict[str, Lock] = defaultdict(Lock)
        self._guard = Lock()

    def visit(self, addresses: Iterable[str]) -> Iterator[tuple[str, Answer]]:
        """The answer for every address; addresses of one host wait for each other."""
        by_host: dict[str, list[str]] = defaultdict(list)
        for address in addresses:
            by_host[_host(address)].append(address)
        with ThreadPoolExecutor(AT_ONCE) as pool:
            for answers in pool.map(self._one_by_one, by_host.values()):
                yield from answers

    def _one_by_one(self, addresses: Iterable[str]) -> list[tuple[str, Answer]]:
        return [(address, self.ask(address)) for address in addresses]

    def ask(self, address: str) -> Answer:
        """The answer for one address, at the end of its redirects. It has moved if nothing but permanent redirects led elsewhere."""
        here, moved_to, permanent = address, "", True
        seen = {address}
        for _ in range(MOST_HOPS):
            status, location = self._answer(here)
            if status not in {"301", "302", "303", "307", "308"} or not location:
                return _judged(status, moved_to)
            here = urljoin(here, location).partition("#")[0]
            permanent &= status in {"301", "308"}
            moved_to = here if permanent else moved_to
            if here in seen:
                return Answer("unreachable", "loop")
            seen.add(here)
        return Answer("unreachable", "loop")

    def _answer(self, address: str) -> tuple[str, str]:
        """The status and the new location of an address. Some servers know no HEAD: those are asked again with GET."""
        status, location = self._request(address, "HEAD")
        return self._request(address, "GET") if status.startswith(("4", "5")) else (status, location)

    def _request(self, address: str, method: str) -> tuple[str, str]:
        try:
            return self._send(_as_sent(address), method)
        except urllib.error.HTTPError as error:
            with error:
                return str(error.code), error.headers.get("Location", "")
        except (OSError, http.client.HTTPException, ValueError) as error:
            return _word_for(error), ""

    def _send(self, url: str, method: str) -> tuple[str, str]:
        if not is_public(urlsplit(url).hostname or ""):
            return "private", ""
        request = urllib.request.Request(url, method=method, headers={"User-Agent": self._agent, "Accept": "*/*"})  # noqa: S310  # `_as_sent` lets http and https through alone
        with self._turn(_host(url)), self._opener.open(request, timeout=TIMEOUT) as response:
            return str(response.status), response.headers.get("Location", "")

    @contextmanager
    def _turn(self, host: str) -> Iterator[None]:
        """Keep the host to ourselves, and leave it in peace for a while."""
        with self._guard:
            lock = self._hosts[host]
        with lock:
            try:
                yield
            finally:
                time.sleep(PAUSE)


def is_public(host: str) -> bool:
    """Whether a name leads to the public network only: what a contributor wrote never makes us ask the machines around us."""
    try:
        found = {ipaddress.ip_address(str(entry[4][0]).partition("%")[0]) for entry in socket.getaddrinfo(host, None)}
    except (OSError, UnicodeError):
        return True  # a name that leads nowhere is asked for in vain; a proxy may know it
    return all(address.is_global for address in found)


def read_memory(path: Path) -> dict[str, Remembered]:
    """The answers of earlier runs. Raises `ValueError` when the file holds something else."""
    if not path.exists():
        return {}
    try:
        entries = json.loads(path.read_text(encoding="utf-8"))
        return {
            address: Remembered(Answer(entry["state"], entry["status"], entry["moved_to"]), date.fromisoformat(entry["day"]))
            for address, entry in entries.items()
            if entry["state"] in STATES
        }
    except (KeyError, TypeError, AttributeError, OSError) as error:
        raise ValueError(path) from error


def write_memory(path: Path, memory: Mapping[str, Remembered]) -> None:
    """Keep the answers for a next run."""
    entries = {address: {**asdict(memory[address].answer), "day": str(memory[address].day)} for address in sorted(memory)}
    path.write_text(json.dumps(entries, ensure_ascii=False, indent=1) + "\n", encoding="utf-8", newline="\n")


def still_valid(memory: Mapping[str, Remembered], day: date, days: int) -> dict[str, Remembered]:
    """The answers that need not be asked for again. Who could not be reached is always asked again."""
    oldest = day - timedelta(days)
    return {address: found for address, found in memory.items() if found.day > oldest and found.answer.state != "unreachable"}


class _StayPut(urllib.request.HTTPRedirectHandler):
    """Follows no redirect: each is judged first."""

    def redirect_request(self, *_: object) -> None:
        return None


def _word_for(error: Exception) -> str:
    """What went wrong before there was an answer, as the end of a key of the catalogue."""
    reason = error.reason if isinstance(error, urllib.error.URLError) else error
    if isinstance(reason, TimeoutError):
        return "timeout"
    return "no-address" if isinstance(reason, ValueError) else "no-answer"


def _judged(status: str, moved_to: str) -> Answer:
    if status.startswith("2"):
        return Answer("moved" if moved_to else "ok", status, moved_to)
    return Answer("gone" if status in {"404", "410"} else "unreachable", status)


def _host(address: str) -> str:
    try:
        return (urlsplit(address).hostname or "").lower()
    except ValueError:
        return ""


def _as_sent(address: str) -> str:
    """The address as HTTP carries it: in ASCII. Raises `ValueError` for another scheme, or for what is no address."""
    parts = urlsplit(address)
    if parts.scheme not in {"http", "https"} or not parts.hostname:
        raise ValueError(address)
    host = parts.hostname.encode("idna").decode() if not parts.hostname.isascii() else parts.hostname
    port = f":{parts.port}" if parts.port else ""
    safe = "/%:=&?~#+!$,;'@()*[]"
    return urlunsplit(
        (parts.scheme, f"[{host}]{port}" if ":" in host else f"{host}{port}", quote(parts.path, safe), quote(parts.query, safe), "")
    )
