"""A frame entry is taken in by another of its type: lists without doubles, and whatever names the one names the other."""

import re
from collections.abc import Iterator, Mapping

from geleerd.contribute.changing.changes import NotPossibleError, Plan, Remark
from geleerd.contribute.changing.following import follow
from geleerd.contribute.changing.renamed import add_aliases, page_of
from geleerd.contribute.changing.targets import NewNames
from geleerd.contribute.changing.written_files import WrittenFiles, value_at
from geleerd.model.declarations.field_specs import FieldSpec, fields_of, keys_of, parent_of
from geleerd.model.declarations.frame_types import FrameEntry, Network
from geleerd.model.documents import Entry
from geleerd.model.frozen import Frozen
from geleerd.read.yaml_mending.edits import element_lines
from geleerd.relate.library import Library
from geleerd.relate.places.spelling import alias_address, alias_of
from geleerd.texts.wiki_links import name_key

Written = Mapping[str, object]

_OF_ITSELF = frozenset({"type", "name", "title", "id", "status", "aliases", "followed_by"})
"""What an entry says of itself alone."""

_FOOTNOTE = re.compile(r"^[ ]{0,3}\[\^([^\]\s]+)\]:", re.MULTILINE)


def merged(old: Entry[FrameEntry], new: Entry[FrameEntry], library: Library) -> Plan:
    """The plan by which the `new` entry takes in the `old` one. Raises `NotPossibleError`."""
    _refuse(old, new, library)
    files = WrittenFiles(library.collection.files)
    left = tuple(_left(old, new))
    _lists(files, old, new)
    _body(files, old, new)
    _aliases(files, old, new, library)
    follow(files, library, _new_names(old, new, library))
    if old.fields.LISTED:
        files.remove(old.path, old.document.front.root)
    else:
        files.move(old.path, None)
    return Plan(tuple(files.changes()), left)


def _refuse(old: Entry[FrameEntry], new: Entry[FrameEntry], library: Library) -> None:
    if old.fields.KEY != new.fields.KEY:
        raise NotPossibleError(Remark("merge-types", new.document.place(), Frozen({"path": old.path})))
    if old.path == new.path and old.slug == new.slug:
        raise NotPossibleError(Remark("merge-same", new.document.place()))
    entries, above = library.collection.frame[old.fields.KEY], parent_of(new.fields)
    while above is not None:
        if above == old.slug:
            raise NotPossibleError(Remark("merge-child", new.document.place(("parent",)), Frozen({"value": old.slug})))
        above = parent_of(entries[above].fields) if above in entries else None
    both = {*_FOOTNOTE.findall(old.body.text)} & {*_FOOTNOTE.findall(new.body.text)}
    if both:
        raise NotPossibleError(Remark("merge-footnote", old.document.place(), Frozen({"value": min(both)})))


def _lists(files: WrittenFiles, old: Entry[FrameEntry], new: Entry[FrameEntry]) -> None:
    """Each list of the one gets what the list of the other has more, as it is written there."""
    declared = type(new.fields)
    keys = keys_of(declared)
    for spec in fields_of(declared):
        values = _tree(old).get(spec.key)
        if spec.key in _OF_ITSELF or not isinstance(values, list) or not values:
            continue
        there = _tree(new).get(spec.key)
        known = [_same(one, old, new, spec) for one in there] if isinstance(there, list) else []
        for number, value in enumerate(values):
            told = _same(value, old, new, spec)
            if told not in known and told != new.slug:
                _add(files, (old, number), (new, spec.key), _without_twin_id(value, old, there), keys)
                known.append(told)
                there = [*(there if isinstance(there, list) else []), value]


def _add(
    files: WrittenFiles, source: tuple[Entry[FrameEntry], int], target: tuple[Entry[FrameEntry], str], value: object, keys: tuple[str, ...]
) -> None:
    (old, number), (new, name) = source, target
    place, key = (*old.document.front.root, name, number), (*new.document.front.root, name)
    lines = element_lines(files.parts(old.path).front, place)
    if isinstance(value, Mapping) and value != value_at(_tree(old), (name, number)):
        lines = tuple(re.sub(r"(\bid:\s*)\S.*", rf"\g<1>{value['id']}", line, count=1) for line in lines)
    if isinstance(_now(files, new).get(name), list):
        files.add_element(new.path, key, value, lines)
    else:
        if _now(files, new).get(name, "") is None:
            files.remove(new.path, key)
        files.add_key(new.path, key, [value], keys[: keys.index(name)], lines)


def _without_twin_id(value: object, old: Entry[FrameEntry], there: object) -> object:
    """The value; with another id, made with the name of its entry, where the list has something else with its id."""
    taken = {one.get("id") for one in there if isinstance(one, Mapping)} if isinstance(there, list) else set()
    if isinstance(value, Mapping) and value.get("id") and value["id"] in taken:
        return {**value, "id": f"{old.slug}-{value['id']}"}
    return value


def _same(value: object, old: Entry[FrameEntry], new: Entry[FrameEntry], spec: FieldSpec) -> object:
    """The value as two that say the same have it."""
    if isinstance(value, str):
        return new.slug if spec.target == old.fields.KEY and value == old.slug else " ".join(value.casefold().split())
    return repr(sorted((str(key), repr(part)) for key, part in value.items())) if isinstance(value, Mapping) else repr(value)


def _left(old: Entry[FrameEntry], new: Entry[FrameEntry]) -> Iterator[Remark]:
    """A remark about every field of the one that stands once, and of which the other says something else or nothing."""
    for key, value in _tree(old).items():
        if key in _OF_ITSELF or isinstance(value, list) or value is None or value == _tree(new).get(key) or value == new.slug:
            continue
        yield Remark("merge-left", old.document.place((key,)), Frozen({"key": key, "other": new.path}))


def _body(files: WrittenFiles, old: Entry[FrameEntry], new: Entry[FrameEntry]) -> None:
    if old.fields.LISTED:
        return
    there, more = files.parts(new.path).body, files.parts(old.path).body
    if more.strip() and more.strip() not in there:
        files.set_body(new.path, f"{there.rstrip()}\n\n{more.lstrip()}" if there.strip() else more)


def _aliases(files: WrittenFiles, old: Entry[FrameEntry], new: Entry[FrameEntry], library: Library) -> None:
    """The old addresses lead to the new entry, whose own address stands first: by the first, calendars know its meetings again."""
    own, gone = page_of(new, library), page_of(old, library)
    folder = own.rstrip("/").rpartition("/")[0]
    has_own = any(alias_address(alias).rstrip("/").rpartition("/")[0] == folder for alias in new.fields.aliases)
    needs_own = old.fields.KEY == Network.KEY and not has_own
    before = (alias_of(own),) if needs_own else ()
    add_aliases(files, new, (*before, *old.fields.aliases, alias_of(gone)))


def _new_names(old: Entry[FrameEntry], new: Entry[FrameEntry], library: Library) -> NewNames:
    names = (name_key(old.slug), name_key(str(old.fields.name or "")))
    return NewNames(
        files=Frozen({} if old.fields.LISTED else {old.path: new.path}),
        names=Frozen({(old.fields.KEY, old.slug): new.slug}),
        addresses=Frozen({page_of(old, library): page_of(new, library)}),
        called=Frozen({name: new.slug for name in names if name and name != name_key(str(new.fields.name or ""))}),
    )


def _tree(entry: Entry[FrameEntry]) -> Written:
    return entry.document.tree or Frozen()


def _now(files: WrittenFiles, entry: Entry[FrameEntry]) -> Written:
    tree = value_at(files.parts(entry.path).tree, entry.document.front.root)
    return tree if isinstance(tree, Mapping) else Frozen()
