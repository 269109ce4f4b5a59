"""Writes the search index: Pagefind indexes the documents of a site, and the same documents give the same bytes."""

import gzip
import hashlib
import json
import shutil
import struct
import subprocess
import sys
import tempfile
import zlib
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from importlib.metadata import version
from pathlib import Path
from typing import Any

import cbor2

from geleerd.find.index_documents import SearchDocument

FOLDER = "pagefind"

PAGEFIND = "1.5.2"
"""The version of Pagefind whose binary index we read and write here. We never try another version: its index may have another form."""

_INTERFACE = ("pagefind-ui*", "pagefind-modular-ui*", "pagefind-component-ui*", "pagefind-highlight*", "wasm.unknown.pagefind")
"""The files of Pagefind for other search pages than ours."""

_GZIP = b"\x1f\x8b\x08" + bytes(6) + b"\xff"
"""The beginning of a gzip file without a name, a time or a system (RFC 1952, 2.3)."""

_BLOCK = 0xFFFF
"""Most bytes of a stored block (RFC 1951, 3.2.4)."""

_MAGIC = b"pagefind_dcd"
"""The bytes at the beginning of every file of Pagefind, before its CBOR."""


def other_pagefind() -> str | None:
    """The version of the installed Pagefind, if it is not the version that we support."""
    found = {version("pagefind"), version("pagefind-bin")} - {PAGEFIND}
    return min(found, default=None)


class SearchIndexing:
    """An index in progress. Pagefind is a separate program, so it can write the index on another core while the host writes the site."""

    def __init__(self, documents: Sequence[SearchDocument], site: Path) -> None:
        self._aside = ThreadPoolExecutor(max_workers=1)
        self._size = self._aside.submit(write_search_index, documents, site)

    def size(self) -> int:
        """The size of the finished index, in bytes. Raises `subprocess.CalledProcessError` when Pagefind failed."""
        return self._size.result()

    def stop(self) -> None:
        """Wait until Pagefind no longer writes to the site."""
        self._aside.shutdown(wait=True, cancel_futures=True)


def write_search_index(documents: Sequence[SearchDocument], site: Path) -> int:
    """Write the index into the site, and return its size in bytes. Raises `subprocess.CalledProcessError` when Pagefind fails."""
    target = site / FOLDER
    with tempfile.TemporaryDirectory() as folder:
        for document in documents:
            path = Path(folder) / document.path
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(document.html, encoding="utf-8")
        shutil.rmtree(target, ignore_errors=True)
        if not documents:  # Pagefind makes no index without documents; the page then says that searching is not possible
            return 0
        # Pagefind writes elsewhere first: if we are killed, it goes on for a while, and must not write among the files of the next build.
        written = f"{folder}/{FOLDER}"
        command = [sys.executable, "-m", "pagefind", "--site", folder, "--output-path", written, "--silent"]
        subprocess.run(command, check=True, capture_output=True)  # noqa: S603  # our own interpreter, our own folder
        site.mkdir(parents=True, exist_ok=True)
        shutil.move(written, target)
    for pattern in _INTERFACE:
        for file in target.glob(pattern):
            file.unlink()
    _put_in_order(target)
    return sum(file.stat().st_size for file in target.rglob("*") if file.is_file())


def _put_in_order(index: Path) -> None:
    """Sort the values of every facet, whose order depends on Pagefind's threads, and name the files after a hash of their contents."""
    entry_file = index / "pagefind-entry.json"
    if not entry_file.is_file():
        return
    entry = json.loads(entry_file.read_text(encoding="utf-8"))
    for language, facts in entry["languages"].items():
        meta_file = index / f"pagefind.{facts['hash']}.pf_meta"
        meta = _read(meta_file)
        _sort_filters(meta, index)
        meta_file.unlink()
        facts["hash"] = f"{language}_{_digest(meta)[:10]}"
        _write(index / f"pagefind.{facts['hash']}.pf_meta", meta)
    entry_file.write_text(json.dumps(entry, sort_keys=True, separators=(",", ":")), encoding="utf-8")


def _sort_filters(meta: list[Any], index: Path) -> None:
    """Sort the facets in the metadata of the index: they are its fourth list, of names and hashes of files."""
    for facet in meta[3]:
        _, old = facet
        file = index / "filter" / f"{old}.pf_filter"
        held = _read(file)
        held[1] = sorted(held[1])
        facet[1] = f"{old.split('_')[0]}_{_digest(held)[:7]}"
        file.unlink()
        _write(index / "filter" / f"{facet[1]}.pf_filter", held)
    meta[3].sort()


def _read(file: Path) -> list[Any]:
    data: list[Any] = cbor2.loads(gzip.decompress(file.read_bytes()).removeprefix(_MAGIC))
    return data


def _write(file: Path, data: list[Any]) -> None:
    file.write_bytes(in_gzip(_MAGIC + cbor2.dumps(data)))


def in_gzip(data: bytes) -> bytes:
    """The data in the form of gzip (RFC 1952), stored and not compressed.

    The standard library names the system in it before Python 3.13 and compresses with whatever zlib is installed, so that the same
    index had other bytes on another machine. These files are small.
    """
    parts = [data[start : start + _BLOCK] for start in range(0, len(data), _BLOCK)] or [b""]
    blocks = (struct.pack("<BHH", part is parts[-1], len(part), len(part) ^ 0xFFFF) + part for part in parts)
    return b"".join((_GZIP, *blocks, struct.pack("<II", zlib.crc32(data), len(data) & 0xFFFFFFFF)))


def _digest(data: list[Any]) -> str:
    return hashlib.sha256(cbor2.dumps(data)).hexdigest()
