"""Keeps what each part of a plan followed from, so that an edit plans again only the parts that read what it changed.

A part reads bodies, and the files of which it asked for the body are known. All else that a plan follows from counts as seen by every
part: the front matter, all other files, the settings, the day, our own programs. When any of that changes, no part is unchanged.
"""

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from contextlib import suppress
from dataclasses import dataclass, fields

from geleerd.adapters.kept.folder import keep, kept_folder
from geleerd.adapters.kept.job_keys import JobKeys, bytes_of
from geleerd.adapters.kept.made import MADE_FOLDER
from geleerd.model.artefacts import Page
from geleerd.model.collection import Collection
from geleerd.model.documents import Document
from geleerd.model.frozen import Frozen
from geleerd.model.settings import Settings
from geleerd.pipeline import Planned, PlannedPart
from geleerd.reading import Reading
from geleerd.texts.bodies import SafeBody
from geleerd.texts.texts import SafeTexts

_NAME = "parts.json"


@dataclass(frozen=True, slots=True)
class KeptPart:
    """A part that was planned and made: the files whose bodies it read, a digest of what other parts see of its pages, and its keys."""

    bodies: frozenset[str]
    pages: str
    keys: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Followed:
    """What a plan follows from: a digest of all that every part sees, and one of each body by the path of its file."""

    seen: str
    bodies: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class LastPlan:
    """What the last plan followed from, if anything is known of it, and its parts by their names."""

    followed: _Followed | None = None
    parts: Mapping[str, KeptPart] = Frozen()


class KeptParts:
    """The parts of the last plan, and those of the present one."""

    def __init__(self, settings: Settings, keys: JobKeys, last: LastPlan | None = None) -> None:
        """Take the parts that are kept, or those of the `last` plan of the same process."""
        self._settings = settings
        self._keys = keys
        self._folder = kept_folder(settings.root, MADE_FOLDER)
        self.last = last or self._read()
        self._now: tuple[SafeTexts, _Followed] | None = None

    def unchanged(self, reading: Reading) -> Set[str]:
        """The names of the parts that the last build planned from the same."""
        now = self._followed(reading)
        if self.last.followed is None or self.last.followed.seen != now.seen:
            return frozenset()
        changed = {path for path, _ in self.last.followed.bodies.items() ^ now.bodies.items()}
        return {name for name, part in self.last.parts.items() if not part.bodies & changed}

    def hold(self, found: Planned) -> bool:
        """Whether the parts that were not planned are what they would be: what they see of the pages of the others is the same."""
        planned = [part for part in found.parts if part.jobs is not None]
        if len(planned) == len(found.parts):
            return True
        return all(_pages(part) == (self.last.parts[part.name].pages if part.name in self.last.parts else _NO_PAGES) for part in planned)

    def keys(self, name: str) -> Sequence[str]:
        """The keys of the jobs of a part of the last plan."""
        return self.last.parts[name].keys

    def keep(self, found: Planned, keys: Mapping[str, Sequence[str]]) -> None:
        """Keep the parts of a plan, each with the keys of its jobs, in place of those of the last one."""
        if self._folder is None:
            return
        now = self._followed(found.reading)
        parts = {part.name: self._kept(part, keys) for part in found.parts if part.jobs is None or part.name in keys}
        self.last = LastPlan(now, Frozen(parts))
        told = {name: [sorted(part.bodies), part.pages, part.keys] for name, part in parts.items()}
        content = json.dumps({"seen": now.seen, "bodies": now.bodies, "parts": told}, separators=(",", ":")).encode()
        with suppress(OSError):  # such as a folder that cannot be written to
            keep(hashlib.sha256(content).hexdigest().encode() + b"\n" + content, self._folder / _NAME)

    def _kept(self, part: PlannedPart, keys: Mapping[str, Sequence[str]]) -> KeptPart:
        return self.last.parts[part.name] if part.jobs is None else KeptPart(part.bodies, _pages(part), tuple(keys[part.name]))

    def _read(self) -> LastPlan:
        """What was kept; nothing for a file that is not there or not whole."""
        with suppress(OSError, ValueError):
            if self._folder:
                checksum, _, content = (self._folder / _NAME).read_bytes().partition(b"\n")
                if hashlib.sha256(content).hexdigest().encode() == checksum:
                    told = json.loads(content)
                    parts = {name: KeptPart(frozenset(b), pages, tuple(keys)) for name, (b, pages, keys) in told["parts"].items()}
                    return LastPlan(_Followed(told["seen"], told["bodies"]), Frozen(parts))
        return LastPlan()

    def _followed(self, reading: Reading) -> _Followed:
        if self._now is None or self._now[0] is not reading.texts:
            self._now = reading.texts, self._found(reading)
        return self._now[1]

    def _found(self, reading: Reading) -> _Followed:
        lines = (self._keys.ways, *_values(self._settings), *_of_files(reading.library.collection), *_of_texts(reading))
        return _Followed(_digest(lines), {path: _digest(_of_body(body)) for path, body in reading.texts.bodies.items()})


def _digest(lines: Iterable[bytes]) -> str:
    whole = hashlib.blake2b(digest_size=20)
    for line in lines:
        whole.update(b"%d:" % len(line))
        whole.update(line)
    return whole.hexdigest()


def _pages(part: PlannedPart) -> str:
    """A digest of what the files that tell of all pages see of those of a part."""
    return _digest(repr(_outside(job)).encode() for job in part.jobs or () if isinstance(job, Page))


def _outside(page: Page) -> tuple[object, ...]:
    return page.address, page.title, page.description, page.hidden, page.source, page.feeds


_NO_PAGES = _digest(())
"""The digest of a part without pages, such as one with files as they lie on disk."""


def _values(settings: Settings) -> Iterator[bytes]:
    for setting in fields(settings):
        value = getattr(settings, setting.name)
        yield f"{setting.name} {sorted(value.items()) if isinstance(value, Mapping) else value!r}".encode(errors="surrogatepass")


def _of_files(collection: Collection) -> Iterator[bytes]:
    """All files: those of entries without their bodies, in the order and with the part that they have, and all others by what they hold."""
    have_bodies = set[str]()
    for part, slug, document in _documents(collection):
        yield repr((part, slug, document.path, document.tree is None, document.front)).encode(errors="surrogatepass")
        have_bodies |= {document.path} if document.path.endswith(".md") else set()
    for path, file in sorted(collection.files.items()):
        yield bytes_of((path, None) if path in have_bodies else (path, file.size, file.text, file.contents))
    yield repr(sorted(collection.withheld)).encode(errors="surrogatepass")


def _documents(collection: Collection) -> Iterator[tuple[str, str, Document]]:
    """The documents of all entries, each with the part that it has in the collection."""
    for name in ("items", "drafts", "partial"):
        yield from ((name, entry.slug, entry.document) for entry in getattr(collection, name))
    for key, entries in collection.frame.items():
        yield from ((key, slug, entry.document) for slug, entry in entries.items())
    yield from (("broken", "", document) for document in collection.broken.values())


def _of_texts(reading: Reading) -> Iterator[bytes]:
    """What the texts give beside bodies: the files that they need, and the texts of fields."""
    yield from map(bytes_of, reading.texts.assets)
    for path, texts in sorted(reading.texts.fields.items()):
        yield repr((path, sorted(texts.marked.items()))).encode(errors="surrogatepass")


def _of_body(body: SafeBody) -> Iterator[bytes]:
    told = (body.html, body.written, body.headings, sorted(body.anchors), body.anchor_links, body.assets)
    yield from (repr(one).encode(errors="surrogatepass") for one in told)
