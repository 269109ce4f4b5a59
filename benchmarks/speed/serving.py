"""What somebody waits for who writes: from saving a file to the page as the server of a generator sends it."""

import http.client
import os
import signal
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from benchmarks.corpus.corpus import Corpus, corpus_of
from benchmarks.corpus.corpus import edited_item as item_edited
from benchmarks.generators.generator import write
from benchmarks.speed.figures import Figures, State
from benchmarks.speed.rounds import Stand, stands_of
from benchmarks.speed.running import FailedError, begun

LOOK, PATIENCE, REST = 0.01, 600, 1.0
"""Seconds between two looks at a page, before a server counts as broken, and between an answer and the next save."""


def serve(figures: Figures, size: int, saves: int, folder: Path, most_seconds: float) -> None:
    """Measure so many saves of a body and of a title with every server, fewer where they take long."""
    corpus = corpus_of(size)
    for stand in stands_of(figures, folder, corpus):
        if not stand.generator.serve or stand.generator.key in figures.missing:
            continue
        stand.forget(pictures=False)
        try:
            with served(stand) as port:
                for state in (State.BODY, State.TITLE):
                    waits = _waits(stand, port, corpus, (state, saves), time.monotonic() + most_seconds / 2)
                    figures.saves[size, stand.generator.key, state] = list(waits)
        except FailedError as reason:
            print(f"{stand.generator.name} does not serve {size} items: {reason}", flush=True)
        print(f"{size} items: saves with {stand.generator.name} measured", flush=True)


@contextmanager
def served(stand: Stand) -> Iterator[int]:
    """A running server: its port, from the moment at which it answers."""
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        port: int = found.getsockname()[1]
    server = begun(tuple(word.format(port=port) for word in stand.generator.serve), stand.folder, stand.environment)
    try:
        _wait_for(b"<h1", "", port, server)
        yield port
    finally:
        os.killpg(server.pid, signal.SIGTERM)
        try:
            server.wait(10)
        except subprocess.TimeoutExpired:
            os.killpg(server.pid, signal.SIGKILL)
            server.wait()


def _waits(stand: Stand, port: int, corpus: Corpus, what: tuple[State, int], until: float) -> Iterator[float]:
    """The seconds from each save to the page with the new words; each time another sentence or title."""
    state, saves = what
    item = item_edited(corpus, 0)
    for number in range(saves):
        sign = f"{'bewaard' if state is State.BODY else 'benoemd'} {number}"
        new = replace(item, body=f"{item.body}\nNu {sign}.\n") if state is State.BODY else replace(item, title=f"Nu {sign}")
        time.sleep(REST)
        began = time.perf_counter()
        write(stand.folder, stand.generator.files(replace(corpus, items=(new,))))
        _wait_for(sign.encode(), stand.generator.address(item), port)
        yield time.perf_counter() - began
        if time.monotonic() > until:
            break


def _wait_for(words: bytes, address: str, port: int, server: subprocess.Popen[bytes] | None = None) -> None:
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until and (server is None or server.poll() is None):
        if words in _page(address, port):
            return
        time.sleep(LOOK)
    raise FailedError("no answer")


def _page(address: str, port: int) -> bytes:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=PATIENCE)
    try:
        connection.request("GET", f"/{address}")
        return connection.getresponse().read()
    except (OSError, http.client.HTTPException):  # not yet, or just not any more
        return b""
    finally:
        connection.close()
