"""Another site, on this machine, with every way in which an address can end."""

import ssl
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

MOVES = {
    "verhuisd": (301, "/goed"),
    "tijdelijk": (302, "/goed"),
    "daarna-weg": (301, "/weg"),
    "kring": (301, "/kring2"),
    "kring2": (301, "/kring"),
    "naar-bestand": (301, "file:///etc/hostname"),
    "half": (308, "/tijdelijk"),
    "naar-rauw": (301, "/café".encode().decode("latin-1")),
    "naar-latijn": (301, "/café"),
    "naar-niets": (301, "http://["),
    "trage-reeks": (302, "/trage-reeks1"),
    **{f"trage-reeks{number}": (302, f"/trage-reeks{number + 1}") for number in range(1, 9)},
}
CODES = {"weg": 404, "opgeheven": 410, "stuk": 500, "verboden": 403}
PATHS = {"caf%C3%A9", "caf%E9"}


class Elsewhere(BaseHTTPRequestHandler):
    """Answers by the name that is asked for, and remembers who asked for what."""

    asked: list[tuple[str, str, str]]
    busy = 0
    most_busy = 0

    def do_HEAD(self):
        self._answer()

    def do_GET(self):
        self._answer()

    def _answer(self):
        cls = type(self)
        cls.busy += 1
        cls.most_busy = max(cls.busy, cls.most_busy)
        cls.asked.append((self.command, self.path, self.headers["User-Agent"]))
        try:
            self._respond(self.path.strip("/"))
        except OSError:
            pass  # whoever asked has left
        finally:
            cls.busy -= 1

    def _respond(self, name: str):
        is_head = self.command == "HEAD"
        if name == "traag" or (name == "traag-bij-head" and is_head):
            time.sleep(2)
        if name == "sluit" or (name == "sluit-bij-head" and is_head):
            return
        if name in {"druppel", "steeds-100"}:
            self._never_end(b"HTTP/1.1 100 Continue\r\n\r\n" if name == "steeds-100" else b"x")
            return
        if name.startswith("trage-reeks"):
            time.sleep(0.3)
        code, location = MOVES.get(name, (CODES.get(name, 200), ""))
        if name == "geen-head":
            code = 405 if is_head else 200
        if name.startswith("caf"):
            code = 200 if name in PATHS else 404
        self.send_response(code)
        if location:
            self.send_header("Location", location)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def _never_end(self, drop: bytes):
        for _ in range(100):
            self.wfile.write(drop)
            time.sleep(0.1)

    def log_message(self, *words):
        pass


class Server(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, *_):
        """Says nothing: whoever asked has left, or took the certificate for another's."""


@contextmanager
def elsewhere(context: ssl.SSLContext | None = None) -> Iterator[tuple[str, type[Elsewhere]]]:
    """The address of such a site, and what it was asked."""
    handler = type("Elsewhere", (Elsewhere,), {"asked": []})
    server = Server(("127.0.0.1", 0), handler)
    if context:
        server.socket = context.wrap_socket(server.socket, server_side=True, do_handshake_on_connect=False)
    threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
    try:
        yield f"http{'s' if context else ''}://127.0.0.1:{server.server_address[1]}", handler
    finally:
        server.shutdown()
        server.server_close()
