"""Fetching is bounded, whatever a server does; only what an owner wrote down leads to this machine."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from geleerd.adapters.fetching import answer
from geleerd.adapters.fetching.answer import FetchError, fetched

LIMIT = 2_000


class Hostile(BaseHTTPRequestHandler):
    """Answers by the name that is asked for."""

    def do_GET(self):
        name = self.path.strip("/")
        if name in MOVES:
            self.send_response(302)
            self.send_header("Location", MOVES[name])
            self.end_headers()
            return
        status, headers, body = ANSWERS[name]
        self.send_response(status)
        for key, value in headers.items():
            self.send_header(key, value)
        self.end_headers()
        try:
            for _ in range(1_000_000 if name == "eindeloos" else 1):
                self.wfile.write(body)
        except OSError:
            pass  # whoever asked has left

    def log_message(self, *words):
        pass


ANSWERS = {
    "goed": (200, {"Content-Type": "application/json"}, b"[]"),
    "liegt-groot": (200, {"Content-Length": "99999999999999999999999"}, b"[]"),
    "liegt-klein": (200, {"Content-Length": "2"}, b"[]" + b"x" * 3 * LIMIT),
    "liegt-lang": (200, {"Content-Length": "1000"}, b"[]"),
    "groot": (200, {}, b"x" * (LIMIT + 1)),
    "eindeloos": (200, {}, b"x" * 1_000),
    "ingepakt": (200, {"Content-Encoding": "gzip"}, b"\x1f\x8b"),
    "weg": (404, {}, b"<html>"),
    "stuk": (500, {}, b""),
}
MOVES = {
    "verhuisd": "/goed",
    "kring": "/kring2",
    "kring2": "/kring",
    "keten": "/keten1",
    **{f"keten{number}": f"/keten{number + 1}" for number in range(1, 9)},
    "naar-bestand": "file:///etc/hostname",
    "naar-buren": "http://10.0.0.1/api/v1/items.json",
    "naar-niets": "http://[",
}


@contextmanager
def hostile() -> Iterator[str]:
    """The address of a server on this machine."""
    with ThreadingHTTPServer(("127.0.0.1", 0), Hostile) as server:
        server.daemon_threads = True
        threading.Thread(target=server.serve_forever, daemon=True).start()
        try:
            yield f"http://127.0.0.1:{server.server_port}"
        finally:
            server.shutdown()


@pytest.fixture(scope="module")
def origin() -> Iterator[str]:
    with hostile() as address:
        yield address


@pytest.fixture(autouse=True)
def small(monkeypatch):
    monkeypatch.setattr(answer, "MOST_FETCHED_BYTES", LIMIT)


@pytest.mark.parametrize(("name", "found"), [("goed", b"[]"), ("verhuisd", b"[]"), ("liegt-klein", b"[]")])
def test_what_is_there_is_fetched(origin, name, found):
    assert fetched(f"{origin}/{name}", "proef") == found


@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("liegt-groot", "too-large"),
        ("liegt-lang", "cut-off"),
        ("groot", "too-large"),
        ("eindeloos", "too-large"),
        ("ingepakt", "packed"),
        ("weg", "status"),
        ("stuk", "status"),
        ("kring", "loop"),
        ("keten", "loop"),
        ("naar-bestand", "no-address"),
        ("naar-buren", "private"),
        ("naar-niets", "no-address"),
    ],
)
def test_a_server_that_lies_or_leads_away_gives_nothing(origin, name, why):
    with pytest.raises(FetchError) as error:
        fetched(f"{origin}/{name}", "proef")
    assert error.value.why == why


@pytest.mark.parametrize("host", ["10.0.0.1", "192.168.1.1", "169.254.169.254", "[::ffff:127.0.0.1]", "2130706433"])
def test_no_machine_around_us_is_asked(host):
    with pytest.raises(FetchError) as error:
        fetched(f"http://{host}:9/", "proef")
    assert error.value.why == "private"


def test_nobody_at_home_is_said(origin):
    with hostile() as gone:
        pass
    with pytest.raises(FetchError) as error:
        fetched(f"{gone}/goed", "proef")
    assert error.value.why == "no-connection"
