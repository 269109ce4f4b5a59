"""Visiting sites that are really served, in a real browser."""

import gzip
import shutil
import socketserver
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache, partial
from http.server import SimpleHTTPRequestHandler
from pathlib import Path
from urllib.parse import unquote

from playwright.sync_api import Browser, Page, sync_playwright

from tests.workbench.as_servers_read import HostRule, headers_at_cloudflare, host_rules

FLAGS = [
    *("--headless=new", "--no-sandbox", "--disable-gpu", "--disable-background-networking"),
    *("--disable-component-update", "--disable-sync", "--no-first-run"),
]
VIOLATIONS = """addEventListener("securitypolicyviolation", (event) =>
  console.error(`Content Security Policy: ${event.effectiveDirective} ${event.blockedURI} ${event.sample}`));"""
AXE_RULES = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    "resultTypes": ["violations"],  # what passes need not be described element by element, which takes more than half of the time
}


@cache
def rules_of(site: Path) -> list[HostRule]:
    """The rules of a site's own `_headers`; none for a folder without."""
    file = site / "_headers"
    return host_rules(file.read_text(encoding="utf-8")) if file.is_file() else []


class Bare(SimpleHTTPRequestHandler):
    """Serves a site as a host that sends no headers of its own."""

    def send_head(self):
        """Nothing stands at an address that no file can have."""
        if "\0" in unquote(self.path):
            return self.send_error(404)
        return super().send_head()

    def log_message(self, *words):
        pass


class Quiet(Bare):
    """Serves a site with the headers that it asks for."""

    def end_headers(self):
        for name, value in headers_at_cloudflare(rules_of(Path(self.directory)), self.path.partition("?")[0]).items():
            self.send_header(name, value)
        super().end_headers()


class Gzipped(Quiet):
    """Serves text packed, and the site's own page where nothing stands, as every public web server does."""

    def do_GET(self):
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() else path
        is_there = path.is_file()
        path = path if is_there else Path(self.directory, "404.html")
        body = gzip.compress(path.read_bytes(), mtime=0)
        self.send_response(200 if is_there else 404)
        self.send_header("Content-Type", self.guess_type(str(path)))
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


class Server(socketserver.ThreadingTCPServer):
    daemon_threads = True
    """A browser opens connections that it never uses; the server must not wait for them when it stops."""


@contextmanager
def served(site: Path, handler: type[Bare] = Quiet) -> Iterator[str]:
    """The address of a site, served for as long as the block lasts."""
    with Server(("127.0.0.1", 0), partial(handler, directory=str(site))) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        try:
            yield f"http://127.0.0.1:{server.server_address[1]}"
        finally:
            server.shutdown()


@contextmanager
def opened_browser() -> Iterator[Browser]:
    """The system's browser, or the one that Playwright installed."""
    system = next((found for name in ("chromium", "chromium-browser", "google-chrome") if (found := shutil.which(name))), None)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=system, args=FLAGS)
        yield browser
        browser.close()


class Watched:
    """A page whose every request, error and dialog is remembered."""

    def __init__(self, page: Page, origin: str) -> None:
        self.page = page
        self.origin = origin
        self.foreign: list[str] = []
        self.errors: list[str] = []
        self.dialogs: list[str] = []
        page.add_init_script(VIOLATIONS)
        page.on("request", lambda request: request.url.startswith((origin, "data:", "blob:")) or self.foreign.append(request.url))
        page.on("console", lambda message: message.type == "error" and self.errors.append(message.text))
        page.on("pageerror", lambda error: self.errors.append(str(error)))
        page.on("dialog", self._dialog)

    @property
    def refused(self) -> list[str]:
        """What the policy of the site refused."""
        return [error for error in self.errors if "Content Security Policy" in error or "Permissions-Policy" in error]

    def _dialog(self, dialog) -> None:
        self.dialogs.append(dialog.message)
        dialog.dismiss()

    def visit(self, path: str) -> Page:
        self.page.goto(f"{self.origin}/{path}", wait_until="load")
        return self.page


SEARCHED = "[data-search][data-ready]"
"""The search page, when it answered."""


def search(watched: Watched, asked: str) -> Page:
    """The search page, asked in its address."""
    page = watched.visit(f"zoeken/?{asked}")
    page.locator(SEARCHED).wait_for(timeout=10_000)
    return page
