"""Somebody writes beside a browser: the page loads again by itself, at the place to which they scrolled."""

import os
import signal
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from tests.workbench.full_items import frame_files, item_files

pytestmark = pytest.mark.browser

FILE = "lessons/begin-klein.md"
COMMAND = "from geleerd.adapters.commands.cli import main; main()"


@pytest.fixture
def served(write):
    """The command with a free port, in a process of its own: the knowledge base and the address of its site."""
    root = write({**item_files(), **frame_files()})
    (root / FILE).write_text((root / FILE).read_text() + "\n\n".join(["", *(f"Alinea {number}." for number in range(200)), ""]))
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        port = found.getsockname()[1]
    words = [sys.executable, "-c", COMMAND, "serve", "--port", str(port)]
    with subprocess.Popen(words, cwd=root, env={**os.environ, "TMPDIR": str(root)}, stdout=subprocess.PIPE, text=True) as server:
        assert f"http://127.0.0.1:{port}/" in server.stdout.readline()
        yield root, f"http://127.0.0.1:{port}/"
        server.send_signal(signal.SIGTERM)
    assert server.returncode == 130
    assert not [path for path in root.iterdir() if path.name.startswith("geleerd-")]


def test_a_save_shows_itself_and_the_place_stays(served, browser):
    root, address = served
    page = browser.new_page(viewport={"width": 360, "height": 640})
    errors = []
    page.on("console", lambda message: errors.append(message.text) if message.type == "error" else None)
    page.goto(f"{address}tips/begin-klein/")
    page.evaluate("scrollTo({ top: 3000, behavior: 'instant' })")
    file = Path(root, FILE)
    file.write_text(file.read_text() + "\nNu bewaard.\n")
    page.get_by_text("Nu bewaard.").wait_for(state="attached", timeout=20_000)
    page.wait_for_function("() => scrollY === 3000", timeout=5_000)
    written = file.read_text()
    file.write_text(written.replace("type:", "soort:", 1))
    page.get_by_role("heading", name="Deze pagina kan nog niet op de site").wait_for(timeout=20_000)
    file.write_text(written)
    page.get_by_text("Nu bewaard.").wait_for(state="attached", timeout=20_000)
    assert errors == []
    page.close()
