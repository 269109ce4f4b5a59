"""Links between double brackets, as Obsidian writes them: the title of an item, the name of a frame entry, or a file name."""

import posixpath
from collections import Counter
from collections.abc import Iterator, Mapping
from urllib.parse import quote

from markdown.extensions.toc import slugify

from geleerd.model.documents import File
from geleerd.model.frozen import Frozen
from geleerd.model.strings import Address, SourcePath
from geleerd.relate.library import Library


def names_of(library: Library) -> Mapping[str, Address]:
    """The pages by what people may call them, in lower case; without names that two pages share."""
    named = set(_named(library))
    count = Counter(name for name, _ in named)
    return Frozen({name: address for name, address in sorted(named) if count[name] == 1})


def meant_by(written: str, origin: SourcePath, names: Mapping[str, Address], files: Mapping[SourcePath, File]) -> str | None:
    """The link that `written` between double brackets in the file `origin` means; None when nothing here has that name."""
    name, sign, heading = written.partition("#")
    if address := names.get(name_key(name)):
        return f"/{address}{sign}{slugify(heading, '-')}"
    beside = posixpath.join(posixpath.dirname(origin), name)
    return quote(name) if beside in files and not name.endswith(".md") else None


def _named(library: Library) -> Iterator[tuple[str, Address]]:
    collection = library.collection
    for item in collection.items:
        yield from ((name, library.by_path[item.path]) for name in (name_key(item.path), name_key(item.fields.title or "")) if name)
    for entries in collection.frame.values():
        for entry in entries.values():
            names = (name_key(entry.slug), name_key(str(entry.fields.name)))
            yield from ((name, library.addresses.entry(entry)) for name in names)


def name_key(name: str) -> str:
    """What two ways to write one name have in common: no folder, no `.md`, no capitals."""
    return " ".join(posixpath.basename(name.strip()).removesuffix(".md").casefold().split())
