"""Firefox, driven by WebDriver BiDi (W3C): commands as JSON over a WebSocket (RFC 6455), of which this is as much as the tests need."""

import base64
import json
import os
import re
import shutil
import socket
import struct
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

PROGRAM = shutil.which("firefox-esr") or shutil.which("firefox")
_LISTENING = re.compile(r"WebDriver BiDi listening on (ws://\S+)")
_KEYS = {"Tab": "\ue004", "Enter": "\ue007", "Escape": "\ue00c"}
_PREFERENCES = """user_pref("app.update.auto", false);
user_pref("datareporting.policy.dataSubmissionEnabled", false);
user_pref("network.captive-portal-service.enabled", false);
user_pref("browser.startup.homepage_override.mstone", "ignore");
user_pref("intl.accept_languages", "nl");
"""


class Firefox:
    """A browser with one page open."""

    def __init__(self, address: str) -> None:
        parts = urlsplit(address)
        self._socket = socket.create_connection((parts.hostname, parts.port), timeout=120)
        self._file = self._socket.makefile("rb")
        self._count = 0
        key = base64.b64encode(os.urandom(16)).decode()
        head = f"GET /session HTTP/1.1\r\nHost: {parts.netloc}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
        self._socket.sendall(f"{head}Sec-WebSocket-Key: {key}\r\nSec-WebSocket-Version: 13\r\n\r\n".encode())
        while self._file.readline().strip():
            pass
        self.call("session.new", capabilities={})
        self._context = self.call("browsingContext.getTree")["contexts"][0]["context"]
        self.call("browsingContext.activate", context=self._context)  # without it, no field ever has the focus

    def call(self, method: str, **params: object) -> Any:
        """The result of a command. Raises `AssertionError` with what the browser says when it refuses."""
        self._count += 1
        self._send(json.dumps({"id": self._count, "method": method, "params": params}).encode())
        while True:
            told = json.loads(self._received())
            if told.get("id") == self._count:
                assert told["type"] == "success", told
                return told["result"]

    def visit(self, url: str, width: int = 1280) -> None:
        """Open an address in a window of so many columns, and wait until all of it is there."""
        self.call("browsingContext.setViewport", context=self._context, viewport={"width": width, "height": 780})
        self.call("browsingContext.navigate", context=self._context, url=url, wait="complete")

    def run(self, expression: str) -> Any:
        """The value of an expression, as JSON has it; a promise is waited for."""
        script = f"Promise.resolve({expression}).then(value => JSON.stringify(value ?? null))"
        told = self.call("script.evaluate", expression=script, target={"context": self._context}, awaitPromise=True)
        assert told["type"] == "success", told
        return json.loads(told["result"]["value"])

    def until(self, expression: str) -> None:
        """Wait until an expression is true; after half a minute it never will be."""
        look = f"() => ({expression}) ? done(true) : Date.now() > end ? done(false) : setTimeout(look, 50)"
        assert self.run(f"new Promise(done => {{ const end = Date.now() + 30000, look = {look}; look(); }})"), expression

    def keys(self, *keys: str) -> None:
        """Press keys, by name or as a text to type."""
        typed = [key for name in keys for key in ([_KEYS[name]] if name in _KEYS else name)]
        actions = [{"type": kind, "value": key} for key in typed for kind in ("keyDown", "keyUp")]
        self.call("input.performActions", context=self._context, actions=[{"type": "key", "id": "keyboard", "actions": actions}])

    def printed(self) -> bytes:
        """The page as PDF, on A4, without the colours behind it, as people print."""
        page, none = {"width": 21.0, "height": 29.7}, dict.fromkeys(("top", "right", "bottom", "left"), 0)  # the style sheet says its own
        told = self.call("browsingContext.print", context=self._context, background=False, page=page, margin=none, shrinkToFit=False)
        return base64.b64decode(told["data"])

    def _send(self, payload: bytes) -> None:
        mask, size = os.urandom(4), len(payload)
        length = struct.pack(">B", 0x80 | size) if size < 126 else struct.pack(">BH", 0xFE, size)
        self._socket.sendall(b"\x81" + length + mask + bytes(byte ^ mask[place % 4] for place, byte in enumerate(payload)))

    def _received(self) -> bytes:
        message, is_last = b"", False
        while not is_last:
            first, second = self._file.read(2)
            size = second & 0x7F
            if size > 125:
                size = int.from_bytes(self._file.read(2 if size == 126 else 8), "big")
            payload, is_last = self._file.read(size), bool(first & 0x80)
            if first & 0x0F <= 2:  # no ping and no close
                message += payload
            else:
                is_last = False
        return message


@contextmanager
def opened_firefox(profile: Path) -> Iterator[Firefox]:
    """Firefox with a profile of its own."""
    assert PROGRAM, "no Firefox here; `make test-all` installs Debian's"
    profile.mkdir(parents=True)
    (profile / "user.js").write_text(_PREFERENCES)
    command = [PROGRAM, "--headless", "--no-remote", "--profile", str(profile), "--remote-debugging-port", "0"]
    # It follows no proxy of the machine: everything that it visits is served here.
    alone = {**os.environ, "HOME": str(profile), "MOZ_CRASHREPORTER_DISABLE": "1", "no_proxy": "*"}
    with subprocess.Popen(command, stderr=subprocess.PIPE, stdout=subprocess.DEVNULL, text=True, env=alone) as process:
        try:
            said = (_LISTENING.search(line) for line in process.stderr or ())
            yield Firefox(next(found[1] for found in said if found))
        finally:
            process.terminate()
