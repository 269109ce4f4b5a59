"""Reading the files of a search index, ours and those that Pagefind itself writes, and making small documents for it."""

import gzip
import json
import subprocess
import sys
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from html import escape
from pathlib import Path

import cbor2

from geleerd.find.index_documents import SearchDocument
from geleerd.model.frozen import Frozen

MAGIC = b"pagefind_dcd"


@dataclass(frozen=True)
class Told:
    """What an index tells: the weights of each term by page, the pages of each value of each facet, and more, by address."""

    words: Mapping[str, Mapping[str, tuple[int, ...]]]
    facets: Mapping[str, Mapping[str, frozenset[str]]]
    lengths: Mapping[str, int]
    shown: Mapping[str, Mapping[str, str]]
    days: tuple[tuple[str, ...], ...]
    chunks: tuple[tuple[str, str, tuple[str, ...]], ...]


def document(address: str, terms: Mapping[str, tuple[int, ...]], day: str = "", **more) -> SearchDocument:
    shown, facets = more.get("shown", {"title": address}), more.get("facets", {})
    return SearchDocument(address, Frozen(terms), (), Frozen(shown), Frozen(facets), day)


def told(files: Mapping[str, bytes]) -> Told:
    """What an index tells, from its files by path; no file may be there that no other names."""
    left = dict(files)
    entry = json.loads(left.pop("pagefind-entry.json"))
    (language,) = entry["languages"].values()
    _, pages, chunks, facets, sorts, *_ = _values(left.pop(f"pagefind.{language['hash']}.pf_meta"))
    fragments = [json.loads(_bytes(left.pop(f"fragment/{name}.pf_fragment"))) for name, _ in pages]
    urls = [fragment["url"] for fragment in fragments]
    words, within = {}, []
    for first, last, name in chunks:
        (found,) = _values(left.pop(f"index/{name}.pf_index"))
        within.append((first, last, tuple(word for word, *_ in found)))
        words |= {word: {urls[page]: _weights(said) for page, said in _numbered(held)} for word, held, _ in found}
    values = [_values(left.pop(f"filter/{name}.pf_filter")) for _, name in facets]
    assert language["page_count"] == len(pages)
    assert not left, left.keys()
    return Told(
        {word: held for word, found in words.items() if (held := {url: weights for url, weights in found.items() if weights})},
        {facet: {value: frozenset(urls[page] for page in held) for value, held in found} for facet, found in values},
        {url: length for url, (_, length) in zip(urls, pages, strict=True)},
        {fragment["url"]: fragment["meta"] for fragment in fragments},
        tuple(tuple(urls[page] for page in held) for _, held in sorts),
        tuple(within),
    )


def by_pagefind(documents: Iterable[SearchDocument], folder: Path) -> Mapping[str, bytes]:
    """The files of the index that Pagefind makes of pages with the same terms, in no language, so that it does not stem them."""
    for found in documents:
        page = folder / found.address / "index.html"
        page.parent.mkdir(parents=True, exist_ok=True)
        page.write_text(_html(found), encoding="utf-8")
    subprocess.run([sys.executable, "-m", "pagefind", "--site", str(folder), "--silent"], check=True)
    index = folder / "pagefind"
    kinds = ("pagefind-entry.json", "*.pf_meta", "*/*.pf_*")
    return {path.relative_to(index).as_posix(): path.read_bytes() for kind in kinds for path in index.glob(kind)}


def _html(found: SearchDocument) -> str:
    texts = "".join(
        f'<p data-pagefind-weight="{weight / 24 + 0.001}">{escape(term)}</p>' for term, weights in found.terms.items() for weight in weights
    )
    told = [
        *(("meta", *one) for one in found.shown.items()),
        *(("filter", key, value) for key, values in found.facets.items() for value in values),
    ]
    marks = "".join(f'<i data-pagefind-{kind}="{key}[data-v]" data-v="{escape(value)}"></i>' for kind, key, value in told)
    sort = f'<i data-pagefind-sort="date[data-v]" data-v="{found.date}"></i>' if found.date else ""
    return f"<!doctype html><html><body><main data-pagefind-body>{texts}{marks}{sort}</main></body></html>"


def _bytes(content: bytes) -> bytes:
    whole = content if content.startswith(MAGIC) else gzip.decompress(content)
    assert whole.startswith(MAGIC)
    return whole.removeprefix(MAGIC)


def _values(content: bytes):
    return cbor2.loads(_bytes(content))


def _numbered(held):
    """The pages of a term: each is told by how far it is from the one before it."""
    page = 0
    for further, said, _ in held:
        page += further
        yield page, said


def _weights(said: list[int]) -> tuple[int, ...]:
    """The weights of the occurrences of a term: a negative number is the weight of those that follow it. No two stand at one place."""
    weight, place, found, places = 25, 0, [], []
    for number in said:
        if number < 0:
            weight, place = -number - 1, 0
        else:
            place += number
            places.append(place)
            found.append(weight)
    assert len(set(places)) == len(places)
    return tuple(sorted(found))
