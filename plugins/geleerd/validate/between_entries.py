"""The rules between entries: ids and addresses are unique, and no chain of references is a circle."""

from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import replace

from geleerd.model.declarations.field_specs import parent_field, parent_of
from geleerd.model.declarations.frame_types import FrameEntry
from geleerd.model.documents import Entry, Frame, ItemEntry
from geleerd.model.frozen import Frozen
from geleerd.model.limits import MOST_ABOVE
from geleerd.model.problem_codes import Code
from geleerd.model.problems import Problem
from geleerd.validate.entries import slug_in
from geleerd.validate.examine import Examination
from geleerd.validate.mending.told import told


def without_twins(entries: Sequence[ItemEntry]) -> tuple[tuple[ItemEntry, ...], tuple[Problem, ...]]:
    """The entries whose id and address no earlier file has, and a problem for each of the others."""
    kept: list[ItemEntry] = []
    problems: list[Problem] = []
    ids: dict[str, ItemEntry] = {}
    addresses: dict[tuple[str, str], ItemEntry] = {}
    for entry in entries:
        twin = ids.setdefault(entry.fields.id, entry)
        namesake = addresses.setdefault((entry.fields.type, entry.slug), entry)
        if twin is not entry:
            words = {"value": entry.fields.id, "other": twin.path}
            problems.append(told(entry.document, ("id",), Code.DUPLICATE_ID, words))
        elif namesake is not entry:
            problems.append(Problem(entry.document.place(), Code.DUPLICATE_ADDRESS, {"value": entry.slug, "other": namesake.path}))
        else:
            kept.append(entry)
    return tuple(kept), tuple(problems)


def repeated_slugs(examination: Examination) -> Iterator[Problem]:
    """A problem for every frame entry whose id, or whose name of a file, an earlier entry of its type has already."""
    for examined in examination.frame.values():
        documents = [one.document for one in examined]
        first = {slug_in(document): document for document in reversed(documents)}
        for document in documents:
            slug = slug_in(document)
            if first[slug] is not document:
                listed = Problem(document.place(("id",)), Code.REPEATED_VALUE, {"key": "id", "value": slug})
                alone = Problem(document.place(), Code.DUPLICATE_ADDRESS, {"value": slug, "other": first[slug].path})
                yield listed if document.front.root else alone


def without_bad_parents(frame: Frame) -> tuple[Frame, tuple[Problem, ...]]:
    """The frame without parents that make a circle or too long a chain, and a problem for each parent that is dropped."""
    problems: list[Problem] = []
    result: dict[str, Mapping[str, Entry[FrameEntry]]] = {}
    for key, entries in frame.items():
        wrong = _bad_parents({slug: parent_of(entry.fields) for slug, entry in entries.items()})
        problems += [
            Problem(entries[slug].document.place((_parent_key(entries[slug]),)), code, words) for slug, (code, words) in wrong.items()
        ]
        result[key] = Frozen({slug: _orphaned(entry) if slug in wrong else entry for slug, entry in entries.items()})
    return Frozen(result), tuple(problems)


def _bad_parents(parents: Mapping[str, str | None]) -> dict[str, tuple[Code, dict[str, object]]]:
    """The entries whose parent must be dropped, with the code and words of the problem."""
    circular = {slug for slug in parents if _returns(slug, parents)}
    straight = {slug: None if slug in circular else parent for slug, parent in parents.items()}
    # Cutting a chain at regular distances leaves no chain that is too long.
    deep = {slug for slug in straight if (above := _above(slug, straight)) and above % (MOST_ABOVE + 1) == 0}
    return {
        **{slug: (Code.CIRCULAR_REFERENCE, {"value": str(parents[slug])}) for slug in circular},
        **{slug: (Code.PARENTS_TOO_DEEP, {"limit": MOST_ABOVE}) for slug in deep},
    }


def _above(name: str, parents: Mapping[str, str | None]) -> int:
    """The number of ancestors of an entry. The parents must have no circles."""
    count = 0
    while (parent := parents.get(name)) is not None:
        name, count = parent, count + 1
    return count


def without_circular_successors(items: Iterable[ItemEntry]) -> tuple[tuple[ItemEntry, ...], tuple[Problem, ...]]:
    """The items without successors that make a circle, and a problem for each successor that is dropped."""
    items = tuple(items)
    successors: dict[str, str | None] = {entry.fields.id: entry.fields.superseded_by for entry in items}
    circular = {name for name in successors if _returns(name, successors)}
    problems = [
        Problem(e.document.place(("superseded_by",)), Code.CIRCULAR_REFERENCE, {"value": str(e.fields.superseded_by)})
        for e in items
        if e.fields.id in circular
    ]
    cleared = (replace(e, fields=e.fields.model_copy(update={"superseded_by": None})) if e.fields.id in circular else e for e in items)
    return tuple(cleared), tuple(problems)


def without_circular_grounds(items: Iterable[ItemEntry]) -> tuple[tuple[ItemEntry, ...], tuple[Problem, ...]]:
    """The items that are not built on themselves by way of others, and a problem for each reference that is dropped."""
    items = tuple(items)
    circles = _leading_back({entry.fields.id: entry.fields.built_on for entry in items if entry.fields.built_on})
    problems = [
        Problem(entry.document.place(("built_on", number)), Code.CIRCULAR_REFERENCE, {"value": name})
        for entry in items
        for number, name in enumerate(entry.fields.built_on)
        if (entry.fields.id, name) in circles
    ]
    return tuple(_on_others(entry, circles) for entry in items) if circles else items, tuple(problems)


def _on_others(entry: ItemEntry, circles: Set[tuple[str, str]]) -> ItemEntry:
    """The item without the references that lead back to it."""
    kept = tuple(name for name in entry.fields.built_on if (entry.fields.id, name) not in circles)
    return entry if kept == entry.fields.built_on else replace(entry, fields=entry.fields.model_copy(update={"built_on": kept}))


def _leading_back(below: Mapping[str, Sequence[str]]) -> frozenset[tuple[str, str]]:
    """The references, from one name to another, that lead back to where they come from."""
    left = dict(below)
    while ends := [name for name, others in left.items() if not any(other in left for other in others)]:
        for name in ends:
            del left[name]
    return frozenset((name, other) for name, others in left.items() for other in others if name in _reached(other, left))


def _reached(name: str, step: Mapping[str, Sequence[str]]) -> Set[str]:
    """The name, and all that following `step` from it leads to."""
    seen, waiting = {name}, [name]
    while waiting:
        new = set(step.get(waiting.pop(), ())) - seen
        seen |= new
        waiting += new
    return seen


def _orphaned(entry: Entry[FrameEntry]) -> Entry[FrameEntry]:
    return replace(entry, fields=entry.fields.model_copy(update={_parent_key(entry): None}))


def _parent_key(entry: Entry[FrameEntry]) -> str:
    spec = parent_field(type(entry.fields))
    return spec.attribute if spec else ""


def _returns(name: str, step: Mapping[str, str | None]) -> bool:
    """Whether following `step` from a name leads back to that name."""
    seen: set[str] = set()
    here: str | None = step.get(name)
    while here is not None and here not in seen:
        if here == name:
            return True
        seen.add(here)
        here = step.get(here)
    return False
