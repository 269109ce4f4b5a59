"""Files that follow what got another name: references, links, and what stands between double brackets."""

from collections.abc import Iterator, Mapping
from functools import partial

from geleerd.commonmark.rewritten import relinked, with_wiki_names
from geleerd.contribute.changing.references import Reference, references_in
from geleerd.contribute.changing.targets import NewNames, TargetsFrom
from geleerd.contribute.changing.written_files import FileText, WrittenFiles, value_at
from geleerd.model.declarations.declared import Declared
from geleerd.model.frozen import Frozen
from geleerd.model.problems import KeyPath
from geleerd.model.strings import SourcePath
from geleerd.relate.library import Library
from geleerd.validate.entries import slug_of


def follow(written: WrittenFiles, library: Library, names: NewNames, own: Mapping[SourcePath, NewNames] = Frozen()) -> None:
    """Change every file that names what has another name now; the files that are gone are left as they are.

    `own` are the new names for a text that sees more of them than others do.
    """
    for path, file in library.collection.files.items():
        text = (file.text or "").casefold()
        is_about = path in names.files or any(sign in text for sign in names.signs)
        if is_about and path.endswith((".md", ".yml")) and written.stays(path):
            _follow(written, path, library, own.get(path, names))


def _follow(written: WrittenFiles, path: SourcePath, library: Library, names: NewNames) -> None:
    parts, targets = written.parts(path), TargetsFrom(path, names.files.get(path, path), names)
    for root, declaration, own in _documents(parts, library):
        _references(written, path, (root, declaration), names, own)
    _texts(written, path, targets)
    body = with_wiki_names(relinked(parts.body, targets)[0], names.wiki)
    if body != parts.body:
        written.set_body(path, body)


def _documents(parts: FileText, library: Library) -> Iterator[tuple[KeyPath, type[Declared], tuple[str, str]]]:
    """The documents in a file: the way to each, its declaration, and the target and the name by which others know it."""
    declarations, content = library.declarations, library.addresses.content
    tree, folder = parts.tree, parts.path.rpartition("/")[0]
    if isinstance(tree, list):
        listed = next((t for name, t in declarations.folders.items() if t.LISTED and parts.path == f"{content}/{name}.yml"), None)
        for number, one in enumerate(tree):
            if listed and isinstance(one, Mapping):
                yield (number,), listed, (listed.KEY, str(one.get("id")))
    elif isinstance(tree, Mapping) and (declared := declarations.folders.get(folder.removeprefix(f"{content}/"))):
        yield (), declared, (declared.KEY, slug_of(parts.path))
    elif isinstance(tree, Mapping) and (kind := declarations.item_types.get(str(tree.get("type")))) and not folder.startswith(content):
        yield (), kind, ("item", str(tree.get("id")))


def _references(
    written: WrittenFiles, path: SourcePath, document: tuple[KeyPath, type[Declared]], names: NewNames, own: tuple[str, str]
) -> None:
    root, declaration = document
    tree = value_at(written.parts(path).tree, root)
    found = [*references_in(tree, declaration)] if isinstance(tree, Mapping) else []
    own_now = own[0], names.names.get(own, own[1])
    kept: dict[KeyPath, set[str]] = {}
    edits: list[tuple[KeyPath, str | None]] = []
    for one in sorted(found, key=lambda one: (one.target, one.name) in names.names):
        new = names.names.get((one.target, one.name), one.name)
        there = kept.setdefault(one.path[:-1], set()) if isinstance(one.path[-1], int) else set()
        if new != one.name:
            edits.append(_edit(one, new, goes=(one.target, new) == own_now or new in there))
        there.add(new)
    for place, name in sorted(edits, key=lambda edit: _order(edit[0]), reverse=True):
        if name is None:
            written.remove(path, (*root, *place))
        else:
            written.set_value(path, (*root, *place), name)


def _edit(one: Reference, new: str, *, goes: bool) -> tuple[KeyPath, str | None]:
    """The new name at its place; or no name, where the list has it already or an entry would name itself."""
    return (one.whole, None) if goes else (one.path, new)


def _order(path: KeyPath) -> tuple[tuple[str, int], ...]:
    return tuple((part, 0) if isinstance(part, str) else ("", part) for part in path)


def _texts(written: WrittenFiles, path: SourcePath, targets: TargetsFrom) -> None:
    """The links in the texts of a front matter, the addresses in it, and the files beside it that it names."""
    for key, value in _strings(written.parts(path).tree, ()):
        if "aliases" in key:
            continue
        if value.startswith("/") and not any(sign in value for sign in " \n"):
            new = targets(value)
            if new is not None:
                written.set_value(path, key, new)
        elif "[" in value or "<" in value:
            changed: dict[str, str] = {}
            now = relinked(value, partial(_noted, targets=targets, changed=changed))[0]
            if now != value:
                written.set_targets(path, key, Frozen(changed), now)


def _noted(target: str, targets: TargetsFrom, changed: dict[str, str]) -> str | None:
    new = targets(target)
    if new is not None:
        changed[target] = new
    return new


def _strings(value: object, path: KeyPath) -> Iterator[tuple[KeyPath, str]]:
    """Every text of a front matter, with the way to it."""
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, Mapping):
        for key, part in value.items():
            yield from _strings(part, (*path, key))
    elif isinstance(value, list):
        for number, part in enumerate(value):
            yield from _strings(part, (*path, number))
