"""The frozen values that the stages hand to each other."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Generic, Literal, TypeGuard, TypeVar

from geleerd.model.declarations.frame_types import FrameEntry
from geleerd.model.declarations.item_types import Item
from geleerd.model.frozen import Frozen
from geleerd.model.problems import KeyPath, Place
from geleerd.model.strings import Slug, SourcePath

Tree = Mapping[str, object]
"""A front matter as written: every scalar is text (None for an empty value), so that the field decides what it means."""


_KEEPS_LINES = re.compile(r"(?:^|[\s:-])\|[+-]?\d?[+-]?\s*$")


_InFile = Literal["author", "title", "location", "comment", "change", "property", "embedded", "earlier", "hidden", "path"]
TraceKind = _InFile | Literal["calls-out", "runs", "unknown", "unreadable", "unopened", "unseen", "pixels"]


@dataclass(frozen=True, slots=True)
class Trace:
    """Something that a file tells beside what it shows, by `kind`.

    `text` is what it says, which is never shown again; `where` is the place in the file as programs call it (`Exif Artist`). The last kinds
    are about the file itself: it asks for something elsewhere, runs, holds what we
    do not know, or cannot be looked into.
    """

    kind: TraceKind
    text: str = ""
    where: str = ""


@dataclass(frozen=True, slots=True)
class Contents:
    """What the bytes of an image or document show.

    `traces` are what it tells beside what it shows. `kinds` are the file extensions that fit the bytes. `drawing` is an SVG without its
    scripts; None for any other file, and for an SVG that cannot be cleaned. `is_page`: it begins as the Markdown of a page or an item.
    `size` are the columns and lines of pixels of an image as it is shown; None for any other file, and when they cannot be read.
    `digest` tells the bytes of a photograph from those of any other; empty for other files.
    `text` is what stands in a plain text that people write, a table, a calendar or the source of a web page; empty for any other file.
    """

    traces: tuple[Trace, ...] = ()
    kinds: frozenset[str] = frozenset()
    drawing: bytes | None = None
    is_page: bool = False
    text: str = ""
    size: tuple[int, int] | None = None
    digest: str = ""


@dataclass(frozen=True, slots=True)
class File:
    """A file as found on disk.

    `text` is None for a file that is not Markdown or YAML, or that could not be read. `contents` is what the bytes of an image or document
    show; None where nobody looked.
    """

    path: SourcePath
    size: int
    text: str | None = None
    contents: Contents | None = None


@dataclass(frozen=True, slots=True)
class Body:
    """The Markdown after the front matter, and the line of the file on which it starts."""

    text: str = ""
    line: int = 1


@dataclass(frozen=True, slots=True)
class Front:
    """The YAML of a document, and the line of the file on which it starts.

    `root` is the path in it at which the document stands: an entry of a list of words is a document of its own. `is_guessed`: what was
    written cannot be read, and this is what was meant, line by line.
    """

    text: str = ""
    line: int = 1
    root: KeyPath = ()
    is_guessed: bool = False


@dataclass(frozen=True, slots=True)
class Document:
    """A file taken apart. `tree` is None when its front matter could not be read.

    `asides` are the lines, by number, of a front matter that hold no values: its comments, or all its lines when it could not be read.
    """

    path: SourcePath
    tree: Tree | None
    lines: Mapping[KeyPath, int]
    body: Body
    asides: tuple[tuple[int, str], ...] = ()
    front: Front = Front()

    @property
    def made_of(self) -> tuple[str, ...]:
        """All that the document follows from: its tree and lines follow from its front."""
        return self.path, str(self.tree is None), repr(self.front), repr(self.body), repr(self.asides)

    def value_at(self, path: KeyPath) -> object:
        """The value at a path of the front matter; None where there is none."""
        value: object = self.tree
        for part in path:
            if isinstance(value, Mapping):
                value = value.get(str(part))
            else:
                value = value[part] if isinstance(value, list) and isinstance(part, int) and part < len(value) else None
        return value

    def below(self, path: KeyPath, value: object) -> "Document":
        """The document with the `value` at `path` as its root, so that problems get the right places."""
        lines = {key[len(path) :]: line for key, line in self.lines.items() if key[: len(path)] == path}
        tree = value if isinstance(value, Mapping) else None
        return Document(self.path, tree, Frozen(lines), self.body, front=replace(self.front, root=path))

    def place(self, path: KeyPath = ()) -> Place:
        """The place of a value in the file, or else that of the nearest key around it."""
        while path and path not in self.lines:
            path = path[:-1]
        return Place(self.path, self.lines.get(path, 1))

    def place_in(self, path: KeyPath, line: int) -> Place:
        """The place of a line, counted from 0, of a text in a block that keeps its lines (`|`); for any other text, its own place."""
        place = self.place(path)
        first, *block = self.front.text.split("\n")[place.line - self.front.line :] or [""]
        if not _KEEPS_LINES.search(first):
            return place
        empty = next((number for number, written in enumerate(block) if written.strip()), 0)
        return Place(self.path, place.line + 1 + empty + line)


FieldsT_co = TypeVar("FieldsT_co", bound=Item | FrameEntry, covariant=True)


@dataclass(frozen=True, slots=True)
class Entry(Generic[FieldsT_co]):
    """An item or frame entry that may be shown: its fields, its body, and the document they come from."""

    slug: Slug
    fields: FieldsT_co
    document: Document

    @property
    def path(self) -> SourcePath:
        """The file it was written in."""
        return self.document.path

    @property
    def body(self) -> Body:
        """Its Markdown."""
        return self.document.body


ItemEntry = Entry[Item]


def is_item(entry: Entry[Item] | Entry[FrameEntry]) -> TypeGuard[ItemEntry]:
    """Whether an entry is an item, not a frame entry."""
    return isinstance(entry.fields, Item)


Frame = Mapping[str, Mapping[str, Entry[FrameEntry]]]
"""The frame entries by the key of their type, then by slug."""
