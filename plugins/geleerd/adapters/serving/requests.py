"""Answers the requests of a browser on the machine of whoever writes."""

import ipaddress
import mimetypes
from functools import cache
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import quote, unquote, urlsplit

from geleerd.adapters.serving.broken_page import failed_page
from geleerd.adapters.serving.latest import Latest
from geleerd.adapters.serving.shown_site import ShownSite

LIVE, SCRIPT = "geleerd-live", "geleerd-live.js"
_BREATH = 10.0
"""Seconds after which a page that waits is told that the server is there, by which the server sees whether the page is."""

_TEXTS = ("text/", "application/json", "application/javascript", "application/xml", "application/manifest+json", "image/svg+xml")


class Server(ThreadingHTTPServer):
    """Serves the latest site below the path `base`, which begins and ends with a slash."""

    daemon_threads = True

    def __init__(self, place: tuple[str, int], latest: Latest, base: str) -> None:
        super().__init__(place, _Request)
        self.latest, self.base, self.name = latest, base, place[0].lower()

    @property
    def url(self) -> str:
        """The address of the home page."""
        host, port = str(self.server_address[0]), self.server_port
        return f"http://{f'[{host}]' if ':' in host else host}:{port}{self.base}"


class _Request(BaseHTTPRequestHandler):
    server: Server
    protocol_version = "HTTP/1.1"
    server_version, sys_version = "geleerd", ""

    def do_GET(self) -> None:
        """Answer with a page, a file, or news of a save."""
        if not _is_own(self.headers.get("Host", "").lower(), self.server.name):
            self._answer(HTTPStatus.FORBIDDEN, b"", "text/plain")  # a page elsewhere, whose name leads here
            return
        address = unquote(urlsplit(self.path).path)
        path = address.removeprefix(self.server.base)
        if not address.startswith(self.server.base):
            self._move_to(self.server.base)
        elif path == LIVE:
            self._tell()
        elif path == SCRIPT:
            self._answer(HTTPStatus.OK, _script(), "text/javascript")
        else:
            self._show(f"{path}index.html" if not path or path.endswith("/") else path)

    def do_HEAD(self) -> None:
        """Answer as to the same request for the content, without it."""
        self.do_GET()

    def _show(self, path: str) -> None:
        site = self.server.latest.site
        try:
            html = site.html(path) if _is_inside(path) else None
        except Exception as error:  # noqa: BLE001  # a template may do anything, and somebody is just writing it
            self._answer_page(HTTPStatus.INTERNAL_SERVER_ERROR, failed_page(error, site.words).encode(), site)
            return
        if html is not None:
            self._answer_page(HTTPStatus.OK, html.encode("utf-8", errors="xmlcharrefreplace"), site)
        elif _is_inside(path) and (file := site.file(path)):
            self._answer_file(path, file, site)
        elif _is_inside(path) and site.has_folder(path):
            self._move_to(f"{self.server.base}{quote(path)}/")
        else:
            lost = site.file("404.html")
            self._answer_page(HTTPStatus.NOT_FOUND, lost.read_bytes() if lost else b"", site)

    def _answer_file(self, path: str, file: Path, site: ShownSite) -> None:
        kind = mimetypes.guess_type(file.name)[0] or "application/octet-stream"
        try:
            content = file.read_bytes()
        except FileNotFoundError:  # other files just came in their place
            self._show(path)
            return
        if file.suffix == ".html":
            self._answer_page(HTTPStatus.OK, content, site)
        else:
            self._answer(HTTPStatus.OK, content, kind)

    def _answer_page(self, status: HTTPStatus, html: bytes, site: ShownSite) -> None:
        """Answer with a page of a site, which loads again as soon as another site is shown."""
        script = f'<script type="module" src="{self.server.base}{SCRIPT}?{site.number}"></script></head>'
        self._answer(status, html.replace(b"</head>", script.encode(), 1), "text/html")

    def _answer(self, status: HTTPStatus, content: bytes, kind: str) -> None:
        self.send_response(status)
        self.send_header("Content-Type", f"{kind}; charset=utf-8" if kind.startswith(_TEXTS) else kind)
        self.send_header("Content-Length", str(len(content)))
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(content)

    def _move_to(self, address: str) -> None:
        self.send_response(HTTPStatus.FOUND)
        self.send_header("Location", address)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def _tell(self) -> None:
        """Tell a page the number of the site, and again after each save, until the page is gone."""
        self.close_connection = True
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", "text/event-stream")
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        number = self.server.latest.site.number
        try:
            while True:
                self.wfile.write(b"data: %d\n\n" % number)
                number = self.server.latest.wait_after(number, _BREATH)
        except OSError:  # the page is gone
            return

    def log_message(self, *_: object) -> None:
        """Say nothing of requests that went well or not: the page shows it."""


def _is_inside(path: str) -> bool:
    return "\0" not in path and "\\" not in path and not path.startswith("/") and not {"..", "."} & set(path.split("/"))


def _is_own(host: str, address: str) -> bool:
    """Whether a request asks for this server by a number, or by the name that it was given: a name elsewhere can lead here, too."""
    name = host.rpartition(":")[0] if host.rpartition(":")[2].isdecimal() else host
    try:
        return bool(ipaddress.ip_address(name.removeprefix("[").removesuffix("]")))
    except ValueError:
        return name in {"localhost", address}


@cache
def _script() -> bytes:
    return Path(__file__).with_name("live.js").read_bytes()
